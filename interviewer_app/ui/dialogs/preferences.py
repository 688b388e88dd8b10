"""Preferences: six choices, each in force the moment it is made. For ui/commands.py."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from interviewer_app.text import _
from interviewer_app.ui import theme
from interviewer_app.ui.dialogs.sheet import Sheet
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

if TYPE_CHECKING:
    from interviewer_app.controllers.preferences import PreferencesController

_NAME_LIMIT: Final = 200


class PreferencesSheet(Sheet):
    """Theme, text size, interviewer, team, export folder, hints on the wording of notes."""

    def __init__(self, controller: "PreferencesController", window: QWidget) -> None:
        super().__init__("preferences", _("Preferences"), (640, 0), window)
        self._controller = controller
        self._theme = SegmentedChoice("preferences.theme", _("Theme"))
        self._scale = SegmentedChoice("preferences.size", _("Text size"))
        self._interviewer = _field("preferences.interviewer", _("Your name"))
        self._team = _field("preferences.team", _("Team"))
        self._folder = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._folder.setObjectName("preferences.folder")
        self._choose = button(_("Choose"), "preferences.choose", glyph="folder-open")
        self._usual = button(_("Use Documents"), "preferences.documents", kind="quiet")
        self._hints = QCheckBox(_("Underline words that say little or should not be noted"))
        self._hints.setObjectName("preferences.hints")
        self._hints.setAccessibleName(_("Hints in the notes"))
        self._reset = button(_("Reset"), "preferences.reset", kind="quiet", glyph="rotate-ccw")
        self._lay_out()
        self._connect()
        self._show()
        self.first = self._theme

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(12))
        grid.setColumnStretch(1, 1)
        folder = QHBoxLayout()
        folder.setSpacing(theme.px(8))
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._usual)
        folder.addWidget(self._choose)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (_("Theme"), self._theme),
            (_("Text size"), self._scale),
            (_("Your name"), self._interviewer),
            (_("Team"), self._team),
            (_("Export folder"), folder),
            (_("Hints in notes"), self._hints),
        )
        for at, (words, field) in enumerate(rows):
            label = QLabel(words)
            theme.dress(label, colour="text2")
            grid.addWidget(label, at, 0)
            if isinstance(field, QWidget):
                label.setBuddy(field)
                grid.addWidget(field, at, 1)
            else:
                grid.addLayout(field, at, 1)
        hint = QLabel(_("Changes hold at once. Name and team fill the words you say first."))
        hint.setWordWrap(True)
        theme.dress(hint, "small", colour="text3")
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self._reset)
        self.body.addLayout(grid)
        self._offer_capture()
        self.body.addSpacing(theme.px(12))
        self.body.addLayout(foot)

    def _offer_capture(self) -> None:
        """Only where the program can leave its windows out of captures is there a word of it."""
        window = self.parentWidget()
        capture = None if window is None else window.findChild(QObject, "capture")
        if capture is not None:
            # Not loaded where it is never offered.
            from interviewer_app.ui.capture import Capture
            from interviewer_app.ui.dialogs.capture_row import CaptureRow

            if isinstance(capture, Capture):
                self.body.addSpacing(theme.px(4))
                self.body.addWidget(CaptureRow(capture))

    def _connect(self) -> None:
        self._controller.changed.connect(self._show)
        self._theme.chosen_requested.connect(self._theme_chosen)
        self._scale.chosen_requested.connect(self._size_chosen)
        self._interviewer.textEdited.connect(self._interviewer_typed)
        self._team.textEdited.connect(self._team_typed)
        self._choose.clicked.connect(self._choose_folder)
        self._usual.clicked.connect(self._use_documents)
        self._hints.toggled.connect(self._hints_switched)
        self._reset.clicked.connect(self._controller.reset)

    def _show(self) -> None:
        now = self._controller.settings
        themes = (
            Option("auto", _("System")),
            Option("light", _("Light")),
            Option("dark", _("Dark")),
            Option("high", _("High contrast")),
        )
        known = {option.key for option in themes}
        self._theme.render(ChoiceView(themes, now.theme if now.theme in known else "auto"))
        sizes = tuple(Option(str(round(s * 100)), f"{round(s * 100)} %") for s in theme.SCALES)
        self._scale.render(ChoiceView(sizes, str(round(now.text_scale * 100))))
        for field, words in ((self._interviewer, now.interviewer), (self._team, now.team)):
            if field.text() != words:
                field.setText(words)
        self._folder.render(now.export_folder or _("Documents"))
        self._usual.setVisible(bool(now.export_folder))
        self._hints.setChecked(now.hints)

    def _theme_chosen(self, wish: Chosen) -> None:
        self._controller.update(theme=wish.key)

    def _size_chosen(self, wish: Chosen) -> None:
        self._controller.update(text_scale=int(wish.key) / 100)

    def _interviewer_typed(self, words: str) -> None:
        self._controller.update(interviewer=words)

    def _team_typed(self, words: str) -> None:
        self._controller.update(team=words)

    def _hints_switched(self, on: bool) -> None:
        self._controller.update(hints=on)

    def _choose_folder(self) -> None:
        # open() and not exec(): the window stays alive behind it.
        dialog = QFileDialog(self, _("Export folder"), self._controller.settings.export_folder)
        dialog.setObjectName("preferences.folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.open()

    def _folder_chosen(self, folder: str) -> None:
        self._controller.update(export_folder=folder)

    def _use_documents(self) -> None:
        self._controller.update(export_folder="")


def _field(name: str, words: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setMaxLength(_NAME_LIMIT)
    return made
