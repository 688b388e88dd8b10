"""The column beside the notes: when each line was begun, and which lines speak for the category being scored.

For the notes editor.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit, QWidget

from interviewer_app import labels
from interviewer_app.controllers.live.views import LinesView
from interviewer_app.domain.notes.note import Note
from interviewer_app.ui.live.notes.highlighter import Spotlight
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme

_WIDTH = 60
_BESIDE = 12
_BAR = 3
_BELOW = 4


def line_rect(editor: QTextEdit, block: QTextBlock) -> QRect:
    """Where a line of notes stands in the editor's viewport, with the air under it, from edge to edge."""
    where = editor.document().documentLayout().blockBoundingRect(block)
    top = round(where.top()) - editor.verticalScrollBar().value()
    lines = max(1, block.layout().lineCount())
    height = lines * theme.line_height("note") + theme.px(_BELOW)
    return QRect(0, top, editor.viewport().width(), height)


def paint_current(painter: QPainter, where: QRect) -> None:
    """The quiet band under the line with the caret; a dashed frame in high contrast."""
    look = theme.current()
    if not look.high:
        painter.fillRect(where, look.window)
        return
    pen = painter.pen()
    pen.setColor(look.line)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(where.topLeft(), where.topRight())
    painter.drawLine(where.bottomLeft(), where.bottomRight())


def _timeless(note: Note) -> bool:
    """True for an empty line, which gets its time with its first words."""
    return not (note.stamped or note.text.strip())


class Gutter(QWidget):
    """Paints the lines on screen only; a long line shows its time once, at its first row."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self.setObjectName("live.gutter")
        self._editor = editor
        self._lines: tuple[Note, ...] = ()
        self._light = Spotlight()
        self._first = 0
        self._count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @staticmethod
    def breadth() -> int:
        """The width the gutter needs."""
        return theme.px(_WIDTH)

    def present(self, view: LinesView) -> None:
        """Take the times; repaints only when one on screen has changed."""
        before, self._lines = self._lines, view.lines
        if len(before) != len(view.lines) or self._differs(before):
            self.update()

    def look(self, light: Spotlight) -> None:
        """Point out the lines of a category."""
        if light != self._light:
            self._light = light
            self.update()

    def times(self) -> tuple[str, ...]:
        """The times on screen, top to bottom, for tests."""
        return tuple(self._time(block.blockNumber()) for block in self._blocks())

    def _differs(self, before: tuple[Note, ...]) -> bool:
        """True when a line on screen has another time than before; nearly all are the very same notes."""
        seen = slice(self._first, self._first + self._count)
        for old, new in zip(before[seen], self._lines[seen], strict=True):
            if old is not new and (old.t, _timeless(old)) != (new.t, _timeless(new)):
                return True
        return False

    def _time(self, number: int) -> str:
        if number >= len(self._lines) or _timeless(self._lines[number]):
            return ""
        return labels.clock(self._lines[number].t)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._editor.cursorForPosition(QPoint(0, 0)).block()
        height = self.height()
        while block.isValid():
            yield block
            if line_rect(self._editor, block).bottom() > height:
                return
            block = block.next()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.current().base)
        current = self._editor.textCursor().blockNumber() if self._editor.isEnabled() else -1
        blocks = list(self._blocks())
        for block in blocks:
            where = line_rect(self._editor, block)
            where.setWidth(self.width())
            self._paint_line(painter, where, block, current=block.blockNumber() == current)
        painter.end()
        self._first = blocks[0].blockNumber() if blocks else 0
        self._count = len(blocks)

    def _paint_line(self, painter: QPainter, where: QRect, block: QTextBlock, *, current: bool) -> None:
        look = theme.current()
        hit = self._light.hits(block.text())
        if current and not self._light.letter:
            paint_current(painter, where)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if hit:
            bar = QRect(0, where.top() + theme.px(2), theme.px(_BAR), where.height() - theme.px(4))
            if mirrored:
                bar.moveRight(self.width() - 1)
            painter.fillRect(bar, look.accent)
        words = self._time(block.blockNumber())
        if not words:
            return
        painter.setFont(theme.font("small", theme.MEDIUM if hit else theme.REGULAR, tabular=True))
        painter.setPen(look.accent if hit else look.text if current else look.text3)
        line = block.layout().lineAt(0)
        width = painter.fontMetrics().horizontalAdvance(words)
        side = theme.px(_BESIDE)
        left = side if mirrored else self.width() - side - width
        painter.drawText(left, round(where.top() + line.y() + line.ascent()), words)
