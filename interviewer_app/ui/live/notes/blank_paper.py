"""What an empty sheet of notes is for, painted where its first words will stand. For the notes editor."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from interviewer_app.text import _
from interviewer_app.ui.live.notes.gutter import line_rect
from interviewer_app.ui.style import theme

_INDENT = 8
"""Where the words begin: beside the caret, so that its blinking, twice a second, is not their business."""


def paint_purpose(editor: QTextEdit, needed: QRect) -> None:
    """What an empty sheet is for; Qt's own placeholder does not know our line height."""
    mirrored = editor.layoutDirection() == Qt.LayoutDirection.RightToLeft
    lead = editor.viewport().width() - 1 - needed.left() if mirrored else needed.right()
    if lead < theme.px(_INDENT) or editor.textCursor().block().layout().preeditAreaText():
        return
    painter = QPainter(editor.viewport())
    painter.setFont(theme.font("note"))
    painter.setPen(theme.current().text3)
    where = line_rect(editor, editor.document().firstBlock())
    line = editor.document().firstBlock().layout().lineAt(0)
    words = _("What the candidate says and does, a line at a time")
    room = where.width() - 2 * theme.px(_INDENT)
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    width = painter.fontMetrics().horizontalAdvance(words)
    left = where.width() - width - theme.px(_INDENT) if mirrored else theme.px(_INDENT)
    painter.drawText(left, round(where.top() + line.y() + line.ascent()), words)
    painter.end()
