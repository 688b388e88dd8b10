"""Preferences: a few choices, each in force the moment it is made. For ui/shell."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from interviewer_app.text import _
from interviewer_app.ui.dialogs.sheet import DialogSheet
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

if TYPE_CHECKING:
    from interviewer_app.controllers.preferences import PreferencesController

_NAME_LIMIT: Final = 200


class _Choices(QWidget):
    """Labels beside their fields, or above them where both do not fit into the width."""

    def __init__(self, rows: tuple[tuple[QLabel, QWidget], ...]) -> None:
        super().__init__()
        self._rows = rows
        self._stacked: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self.arrange(stacked=False)

    def wanted(self) -> int:
        """The width both need side by side."""
        labels = max(label.sizeHint().width() for label, _field in self._rows)
        fields = max(field.minimumSizeHint().width() for _label, field in self._rows)
        return labels + self._grid.horizontalSpacing() + fields

    def arrange(self, *, stacked: bool) -> None:
        """Put every pair in its place."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.setVerticalSpacing(theme.px(4 if stacked else 12))
        self._grid.setColumnStretch(0 if stacked else 1, 1)
        self._grid.setColumnStretch(1 if stacked else 0, 0)
        for at, (label, field) in enumerate(self._rows):
            for widget in (label, field):
                self._grid.removeWidget(widget)
            self._grid.addWidget(label, 2 * at if stacked else at, 0)
            self._grid.addWidget(field, 2 * at + 1 if stacked else at, 0 if stacked else 1)


class _Roll(QScrollArea):
    """As high as its content while there is room; large text on a small screen scrolls."""

    def __init__(self, content: _Choices) -> None:
        super().__init__()
        self._content = content
        self.setObjectName("preferences.choices")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.dress(content, surface="base")
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setWidget(content)

    @override
    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(56))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self._content.arrange(stacked=self.width() - bar < self._content.wanted())


class PreferencesSheet(DialogSheet):
    """Theme, text size, interviewer, team, export folder, hints on the wording of notes, short words."""

    expanders_requested = Signal()

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
        self._expanders = button(_("Change them"), "preferences.expanders", glyph="pencil-line")
        self._expanders.setAccessibleName(_("Change the short words in notes"))
        self._reset = button(_("Reset"), "preferences.reset", kind="quiet", glyph="rotate-ccw")
        self._lay_out()
        self._connect()
        self._show()
        self.first = self._theme

    def _lay_out(self) -> None:
        folder = _side_by_side(self._folder, self._usual, self._choose)
        short_words = _side_by_side(self._expanders, None)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Theme"), self._theme),
            (_("Text size"), self._scale),
            (_("Your name"), self._interviewer),
            (_("Team"), self._team),
            (_("Export folder"), folder),
            (_("Hints in notes"), self._hints),
            (_("Short words in notes"), short_words),
        )
        pairs = []
        for words, field in rows:
            label = QLabel(words)
            theme.dress(label, colour="text2")
            if field not in (folder, short_words):
                label.setBuddy(field)
            pairs.append((label, field))
        hint = QLabel(_("Changes hold at once. Name and team fill the words you say first."))
        hint.setWordWrap(True)
        theme.dress(hint, "small", colour="text3")
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self._reset)
        self.body.addWidget(_Roll(_Choices(tuple(pairs))), 1)
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
        self._expanders.clicked.connect(self.expanders_requested)
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
        self._theme.present(ChoiceView(themes, now.theme if now.theme in known else "auto"))
        sizes = tuple(Option(str(round(s * 100)), f"{round(s * 100)} %") for s in theme.SCALES)
        self._scale.present(ChoiceView(sizes, str(round(now.text_scale * 100))))
        for field, words in ((self._interviewer, now.interviewer), (self._team, now.team)):
            if field.text() != words:
                field.setText(words)
        self._folder.present(now.export_folder or _("Documents"))
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


def _side_by_side(first: QWidget, *others: QWidget | None) -> QWidget:
    """The first takes the room that is left, or a stretch at the end (None) does."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(first, 0 if None in others else 1)
    for other in others:
        if other is None:
            row.addStretch(1)
        else:
            row.addWidget(other)
    return box
