"""The quiet band under the line with the caret, painted whenever the caret blinks. For the notes editor."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from interviewer_app.ui.live.notes.gutter import line_rect, paint_current


class Band:
    """Knows where the line stands, and measures it anew only after `moved`."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._where: QRect | None = None

    def moved(self, _by: object = None) -> None:
        """The line may stand elsewhere now, or another one has the caret."""
        self._where = None

    def paint(self, needed: QRect) -> None:
        """Paint it, if any of it is needed."""
        if self._where is None:
            self._where = line_rect(self._editor, self._editor.textCursor().block())
        if self._where.intersects(needed):
            painter = QPainter(self._editor.viewport())
            paint_current(painter, self._where)
            painter.end()
