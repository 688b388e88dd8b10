"""Names and titles: 200 characters, and a sentence when more was typed or pasted. For ui/prepare."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from interviewer_app.text import _
from interviewer_app.ui.style import theme

LIMIT: Final = 200
"""Characters of a name; the controller keeps as many."""


class NameLimit(QObject):
    """Keeps a line edit within the limit and says so in the hint below it; then `edited` fires."""

    edited = Signal()

    def __init__(self, field: QLineEdit, hint: QLabel, usual: str) -> None:
        super().__init__(field)
        self._field = field
        self._hint = hint
        self._usual = usual
        self._said = False
        self._say(cut=False)
        field.textEdited.connect(self._typed)

    def text(self) -> str:
        """The words in the field."""
        return self._field.text()

    def put(self, words: str) -> None:
        """Show stored words; what is being typed at this moment is left alone."""
        if words != self._field.text():
            self._field.setText(words)
            # The beginning of a long name says more than its end.
            self._field.setCursorPosition(0 if len(words) > 40 else len(words))
            self._say(cut=False)

    def _typed(self, words: str) -> None:
        kept = sound(words)
        cut = len(kept) > LIMIT
        kept = kept[:LIMIT]
        if kept != words:
            place = min(self._field.cursorPosition(), len(kept))
            self._field.setText(kept)
            self._field.setCursorPosition(place)
        self._say(cut=cut)
        self.edited.emit()

    def _say(self, *, cut: bool) -> None:
        if cut == self._said and self._hint.text():
            return
        self._said = cut
        too_long = _("Only the first {n} characters fit; the rest was left out.").format(n=LIMIT)
        self._hint.setText(too_long if cut else self._usual)
        self._hint.setVisible(bool(self._hint.text()))
        theme.dress(self._hint, "small", colour="caution" if cut else "text3")


def sound(words: str) -> str:
    """Words without halves of characters and without control characters, which no name holds."""
    return "".join(
        c for c in words if c.isprintable() or ord(c) >= 0x10000 or c in "\u200c\u200d\u200e\u200f"
    )


def hint_label(name: str, parent: QWidget) -> QLabel:
    """The quiet line under a field; with its parent from the first, or showing it would open a window."""
    made = QLabel(parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
