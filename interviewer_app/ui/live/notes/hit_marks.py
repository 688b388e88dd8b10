"""Shows places in the notes: a quiet ground behind each, a line under the one meant. For the finder."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from interviewer_app.domain.notes.finding import Hit
from interviewer_app.ui.live.notes.line_edits import stretch
from interviewer_app.ui.style import theme

_MOST = 300


class HitMarks:
    """Paints over the text; neither the document nor the caret knows of it."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor

    def show(self, hits: Sequence[Hit], meant: Hit | None) -> None:
        """Mark these places of the step on screen, and the one meant more."""
        marks = []
        for hit in hits[:_MOST]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self.cursor(hit)
            mark.format = _ground(meant=hit == meant)
            marks.append(mark)
        self._editor.setExtraSelections(marks)

    def clear(self) -> None:
        """Mark nothing."""
        self._editor.setExtraSelections([])

    def reveal(self, hit: Hit) -> None:
        """Scroll until the place is seen; the caret stays."""
        where = self._editor.cursorRect(self.cursor(hit))
        view = self._editor.viewport().rect()
        if where.top() < view.top() or where.bottom() > view.bottom():
            bar = self._editor.verticalScrollBar()
            bar.setValue(bar.value() + where.center().y() - view.height() // 2)

    def cursor(self, hit: Hit) -> QTextCursor:
        """The place as a selection; a place no longer there is the end of its line."""
        block = self._editor.document().findBlockByNumber(hit.line)
        return stretch(block, hit.start, hit.start + hit.length)


def _ground(*, meant: bool) -> QTextCharFormat:
    look = theme.current()
    out = QTextCharFormat()
    out.setBackground(look.select if meant else look.caution_soft)
    out.setForeground(look.text)
    if meant or look.high:
        out.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        out.setUnderlineColor(look.accent if meant else look.caution)
    return out
