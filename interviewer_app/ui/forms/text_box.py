"""Several lines of plain text, as high as its words. For ui/forms."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.wrapping import wrapped


class TextBox(QPlainTextEdit):
    """Grows with its words from `least` lines to `most`; Tab leads on. Takes `limit` characters and no more.

    It has no history of its own: undo is the screen's.
    """

    edited = Signal()

    def __init__(self, limit: int, *, least: int, most: int | None = None) -> None:
        super().__init__()
        self._limit = limit
        self._least = least
        self._most = most
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if most is None:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rows: dict[int, int] = {}
        self.textChanged.connect(self._changed)

    def put(self, words: str) -> None:
        """Show other words, without telling; the caret stays where it is."""
        if words != self.toPlainText():
            place = self.textCursor().position()
            self.blockSignals(True)
            self.setPlainText(words)
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self._measure_again()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        lines = max(self._least, self._wrapped(width))
        return self._height(lines if self._most is None else min(lines, self._most))

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.px(240))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self._height(self._least))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._most is None:
            # All of it is in sight: the wheel is the form's.
            event.ignore()
        else:
            super().wheelEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure_again()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        # Cut before it is laid out: a megabyte would hold up the window.
        kept = len(self.toPlainText()) - len(self.textCursor().selection().toPlainText())
        self.textCursor().insertText(source.text()[: max(0, self._limit - kept)])

    def _height(self, lines: int) -> int:
        # One that scrolls has room for a line cut off by its edge.
        return lines * self.fontMetrics().lineSpacing() + theme.px(14 if self._most is None else 20)

    def _changed(self) -> None:
        over = len(self.toPlainText()) - self._limit
        if over > 0:
            self.blockSignals(True)
            self._take_back(over)
            self.blockSignals(False)
        self._measure_again()
        self.edited.emit()

    def _take_back(self, letters: int) -> None:
        """Take out the last letters before the caret: those that came in just now, and no others."""
        cursor = self.textCursor()
        end = cursor.position()
        cursor.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        cut = cursor.selectedText()[-letters:]
        # A cursor counts halves of letters beyond the first plane.
        cursor.setPosition(end - len(cut.encode("utf-16-le", "surrogatepass")) // 2)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _measure_again(self) -> None:
        before = self._rows.get(self.width())
        self._rows = {}
        if self._wrapped(self.width()) != before:
            self.updateGeometry()

    def _wrapped(self, width: int) -> int:
        """How many lines the words take, kept until the words or the font change; layouts ask often."""
        if width not in self._rows:
            # Margins, frame, and a little to spare: a line more does no harm, a line less hides words.
            room = max(1, width - theme.px(22))
            parts = self.toPlainText().split("\n")
            self._rows[width] = sum(len(wrapped(part, self.font(), room)) for part in parts)
        return self._rows[width]
