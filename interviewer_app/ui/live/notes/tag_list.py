"""The little list of categories that appears after a "#". For the tag offer."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from interviewer_app.controllers.live.views import Chip
from interviewer_app.text import _
from interviewer_app.ui.live.notes.legend import TagRequest
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme

_ROW, _EDGE, _SIDE, _LETTER, _WIDEST = 26, 4, 8, 20, 280


class TagList(QWidget):
    """Never takes the keyboard; `letter_requested` comes from the mouse."""

    letter_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("live.tag_list")
        self.setAccessibleName(_("Categories"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._chips: tuple[Chip, ...] = ()
        self._at = -1
        self._rows = 1
        self.hide()

    def present(self, chips: tuple[Chip, ...]) -> None:
        """Take the categories; none is chosen."""
        self._chips = chips
        self.choose(-1)

    def choose(self, at: int) -> None:
        """Point out a row; -1 is none."""
        self._at = at
        self.setAccessibleDescription(self._words(at) if at >= 0 else "")
        self.update()

    @property
    def chosen(self) -> str:
        """The letter pointed out, or empty."""
        return self._chips[self._at].letter if self._at >= 0 else ""

    def step(self, by: int) -> None:
        """Point out the next row, round and round."""
        start = self._at if self._at >= 0 or by > 0 else 0
        self.choose((start + by) % len(self._chips))

    def place(self, line: QRect) -> None:
        """Stand below a line of text, in the parent's coordinates, or above it, in columns if need be."""
        room = self._room.rect()
        edge = 2 * theme.px(_EDGE)
        below, above = room.bottom() - line.bottom() - edge, line.top() - room.top() - edge
        pitch = theme.px(_ROW)
        many = len(self._chips)
        down = below >= many * pitch or below >= above
        self._rows = max(1, min(many, (below if down else above) // pitch))
        columns = -(-many // self._rows)
        size = QSize(min(columns * self._column(), room.width()), self._rows * pitch + edge)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = line.right() - size.width() if mirrored else line.left()
        left = min(max(room.left(), left), room.right() + 1 - size.width())
        top = line.bottom() + 1 if down else line.top() - size.height()
        self.setGeometry(QRect(QPoint(left, max(0, top)), size))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at in range(len(self._chips)):
            if self._cell(at).contains(event.position()):
                self._request(TagRequest(self._chips[at].letter))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        whole = QRectF(self.rect())
        paint.box(painter, whole, fill=look.base, edge=look.edge, width=look.border, radius=theme.RADIUS)
        for at, chip in enumerate(self._chips):
            cell = self._cell(at)
            if at == self._at:
                edge = look.accent if look.high else None
                paint.box(painter, cell, fill=look.select, edge=edge, width=look.border, radius=theme.RADIUS)
            self._draw(painter, cell, chip)
        painter.end()

    def _draw(self, painter: QPainter, cell: QRectF, chip: Chip) -> None:
        inner = cell.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
        letter = paint.Run(chip.letter, theme.font("base", theme.SEMIBOLD), "accent")
        paint.draw_runs(painter, inner, (letter,))
        lead = theme.px(_LETTER)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner.adjust(0 if mirrored else lead, 0, -lead if mirrored else 0, 0)
        font = theme.font("base")
        title = QFontMetricsF(font).elidedText(chip.title, Qt.TextElideMode.ElideRight, inner.width())
        paint.draw_runs(painter, inner, (paint.Run(title, font, "text"),))

    def _cell(self, at: int) -> QRectF:
        column, row = divmod(at, self._rows)
        columns = -(-len(self._chips) // self._rows)
        edge = theme.px(_EDGE)
        broad = (self.width() - 2 * edge) / columns
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = columns - 1 - column if mirrored else column
        return QRectF(edge + place * broad, edge + row * theme.px(_ROW), broad, theme.px(_ROW))

    def _column(self) -> int:
        metrics = QFontMetricsF(theme.font("base"))
        widest = max((metrics.horizontalAdvance(chip.title) for chip in self._chips), default=0.0)
        own = theme.px(_LETTER + 2 * _SIDE + 2 * _EDGE) + round(widest) + 1
        return min(theme.px(_WIDEST), own)

    def _words(self, at: int) -> str:
        return f"{self._chips[at].letter} {self._chips[at].title}"

    def _request(self, wish: TagRequest) -> None:
        self.letter_requested.emit(wish)
