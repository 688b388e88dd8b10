"""The field for the reason of a recommendation. For ui/review only."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from interviewer_app.domain.notes.note import clean
from interviewer_app.domain.review import MAX_FIELD
from interviewer_app.text import _
from interviewer_app.ui.overriding import override


class ReasonEdit(QPlainTextEdit):
    """Plain words, as many as the record takes; Tab leads on, as in any field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.reason")
        self.setAccessibleName(_("Reason for the recommendation"))
        self.setPlaceholderText(_("What in the evidence decides it, in your words"))
        self.setTabChangesFocus(True)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        # A megabyte in one line would hold up the window for half a minute, only to be cut afterwards.
        kept = len(self.toPlainText()) - len(self.textCursor().selectedText())
        room = max(0, MAX_FIELD - kept)
        self.textCursor().insertText(clean(source.text()[:room]))
        self.ensureCursorVisible()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        adds = bool(event.text().strip("\x08\x7f\x1b\t"))
        full = self.document().characterCount() > MAX_FIELD and not self.textCursor().hasSelection()
        if adds and full and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        super().keyPressEvent(event)

    def words(self) -> str:
        """What was written, without what no record can hold."""
        return clean(self.toPlainText())[:MAX_FIELD]

    def show_words(self, words: str) -> None:
        """Put other words in, without telling."""
        if self.toPlainText() != words:
            self.blockSignals(True)
            self.setPlainText(words)
            self.blockSignals(False)
