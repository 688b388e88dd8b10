"""The short words of the notes: added, changed, removed, and tried out. For ui/shell."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.controllers.live.expanders import (
    ShortWord,
    find_short,
    kept,
    shorts,
    troubles,
    usual,
)
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.dialogs.sheet import DialogSheet
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, icon_button
from interviewer_app.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from interviewer_app.controllers.preferences import PreferencesController

_WORD: Final = 120
_LONGEST: Final = 600


class ShortRow(QWidget):
    """A short word, what it becomes, and a button that takes both away."""

    edited = Signal()
    finished = Signal()
    remove_requested = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = _field(f"expanders.word.{number}", _("Short word"))
        self.text = _field(f"expanders.text.{number}", _("Is written out as"))
        self.word.setFixedWidth(theme.px(_WORD))
        self.remove = icon_button("x", _("Remove"), f"expanders.remove.{number}")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(3), theme.px(3), theme.px(3), theme.px(3))
        row.setSpacing(theme.px(8))
        row.addWidget(self.word)
        row.addWidget(self.text, 1)
        row.addWidget(self.remove)
        for field in (self.word, self.text):
            field.textEdited.connect(self.edited)
            field.returnPressed.connect(self.finished)
        self.remove.clicked.connect(self.remove_requested)

    def present(self, short: ShortWord, trouble: str) -> None:
        """Show these words, and mark a line that cannot be kept."""
        if short != self.short():
            # Not while it is being typed: a space would vanish.
            self.word.setText(short.word)
            self.text.setText(short.text)
        self.word.setAccessibleDescription(trouble)
        self.text.setAccessibleDescription(trouble)
        self.remove.setAccessibleName(_("Remove {word}").format(word=short.word or _("this line")))

    def short(self) -> ShortWord:
        """What stands there now."""
        return ShortWord(self.word.text().strip(), self.text.text())


class ExpandersSheet(DialogSheet):
    """Every change that can be kept is kept at once; what cannot is said in a sentence below."""

    def __init__(self, controller: "PreferencesController", window: QWidget) -> None:
        super().__init__("expanders", _("Short words in notes"), (640, 520), window)
        self._controller = controller
        self._lines_shown: list[ShortRow] = []
        self._made = 0
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._area = QScrollArea()
        self._trouble = QLabel()
        self._try = _field("expanders.try", _("Try it here"))
        self._add = button(_("Add"), "expanders.add", glyph="plus")
        self._usual = button(_("Back to the usual ones"), "expanders.usual", kind="quiet", glyph="rotate-ccw")
        self._lay_out()
        self._connect()
        self._show(shorts(controller.settings.expanders))
        self.first = self._try

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        theme.dress(self._page, surface="base")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.dress(self._area.viewport(), surface="base")
        self._area.setWidget(self._page)
        self._trouble.setObjectName("expanders.trouble")
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        theme.dress(self._trouble, "small", colour="caution")
        self._try.setPlaceholderText(_("Try it here: type a short word and a space"))
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._add)
        foot.addStretch(1)
        foot.addWidget(self._usual)
        words = _(
            "A short word followed by a space or Enter is written out in the notes. {key} takes it back."
        ).format(key=actions.named("Ctrl+Z"))
        self.body.addWidget(Paragraph(words, role="small", colour="text2"))
        self.body.addWidget(self._try)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._trouble)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_row)
        self._usual.clicked.connect(self._back_to_usual)
        self._try.textEdited.connect(self._expand)
        self._controller.changed.connect(self._changed)

    # -- the lines -------------------------------------------------------------------------------

    def _show(self, lines: tuple[ShortWord, ...]) -> None:
        while len(self._lines_shown) > len(lines):
            self._drop(self._lines_shown[-1])
        while len(self._lines_shown) < len(lines):
            self._append()
        self._mark(lines)

    def _mark(self, lines: tuple[ShortWord, ...]) -> None:
        said = troubles(lines)
        for row, line, trouble in zip(self._lines_shown, lines, said, strict=True):
            row.present(line, trouble)
        first = next((trouble for trouble in said if trouble), "")
        self._trouble.setText(first)
        self._trouble.setVisible(bool(first))

    def _append(self) -> ShortRow:
        self._made += 1
        row = ShortRow(self._made, self._page)
        row.edited.connect(self._edited)
        row.finished.connect(self._finished)
        row.remove_requested.connect(self._removed)
        self._column.insertWidget(len(self._lines_shown), row)
        self._lines_shown.append(row)
        return row

    def _drop(self, row: ShortRow) -> None:
        self._lines_shown.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _add_row(self) -> None:
        row = self._append()
        row.show()
        row.word.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.adjustSize()
        self._area.ensureWidgetVisible(row.word)

    def _finished(self) -> None:
        """Enter: on to the next line, a new one below the last."""
        at = self._lines_shown.index(self._row_of_sender())
        if at + 1 < len(self._lines_shown):
            self._lines_shown[at + 1].word.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._lines_shown[at].short().word:
            self._add_row()

    def _removed(self) -> None:
        row = self._row_of_sender()
        at = self._lines_shown.index(row)
        below = self._lines_shown[at + 1 : at + 2] or self._lines_shown[at - 1 : at]
        (below[0].word if below else self._add).setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(row)
        self._edited()

    def _row_of_sender(self) -> ShortRow:
        row = self.sender()
        return row if isinstance(row, ShortRow) else self._lines_shown[-1]

    def _edited(self) -> None:
        lines = self._lines()
        self._mark(lines)
        self._controller.update(expanders=kept(lines))

    def _lines(self) -> tuple[ShortWord, ...]:
        return tuple(row.short() for row in self._lines_shown)

    def _back_to_usual(self) -> None:
        self._controller.update(expanders=kept(usual()))
        self._show(usual())

    def _changed(self, _settings: object) -> None:
        if kept(self._lines()) != dict(self._controller.settings.expanders):
            self._show(shorts(self._controller.settings.expanders))

    # -- trying it out ---------------------------------------------------------------------------

    def _expand(self, words: str) -> None:
        place = self._try.cursorPosition()
        if not words[:place].endswith(" "):
            return
        before = words[: place - 1]
        found = find_short(before, self._controller.settings.expanders)
        if found is not None:
            start, long = found
            written = before[:start] + long + ("" if long.endswith(" ") else " ")
            self._try.setText(written + words[place:])
            self._try.setCursorPosition(len(written))


def _field(name: str, words: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setMaxLength(_LONGEST)
    return made
