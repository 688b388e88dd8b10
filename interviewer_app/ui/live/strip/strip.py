"""The pace strip: past, now and plan as one line, with the evidence so far under it. For the live screen.

Everything that stands still is painted once into a picture; a tick repaints the now column.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from interviewer_app.text import _
from interviewer_app.ui.live.strip.plan import (
    Piece,
    StripLayout,
    StripView,
    asks_at,
    held,
    now_at,
    outline,
    plan,
)
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.widgets.tips import set_tip

_HEIGHT = 56
OVERHANG = 6
"""How far the strip reaches beyond the lines above it, at both ends."""

_TOP = 8
_LABELS = 22
_LETTERS = 39
_TEXT = 16
_LEAST_WORDS = 8
_ROLES = {"past": "past", "now": "future", "next": "future", "yours": "yours", "edge": "future"}


@dataclass(frozen=True, slots=True)
class StepRequest:
    """The step to bring to the screen."""

    step: str


class PaceStrip(QWidget):
    """One object for a screen reader: its description is the sentence above it. A click shows a step."""

    step_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.strip")
        self.setAccessibleName(_("Pace"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._view: StripView | None = None
        self._plan: StripLayout | None = None
        self._outline: object = None
        self._still: QPixmap | None = None
        self._now = 0
        theme.watch().changed.connect(self._restyle)

    def present(self, view: StripView) -> None:
        """Show this; only the now column is painted when nothing else has moved by a pixel."""
        self._view = replace(view, pace=held(view.pace))
        self._lay_out()

    @property
    def plan(self) -> StripLayout | None:
        """What is painted, for tests."""
        return self._plan

    @property
    def now(self) -> int:
        """Where the now line stands, in pixels from the leading edge."""
        return self._now

    def place_of(self, step: str) -> QRect:
        """Where a step stands, in pixels of the widget."""
        pieces = self._plan.pieces if self._plan is not None else ()
        for piece in pieces:
            if piece.step == step:
                return self._visual(QRect(piece.left, 0, piece.right - piece.left, self.height()))
        return QRect()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        piece = self._piece_at(event.position().toPoint().x())
        if event.button() == Qt.MouseButton.LeftButton and piece is not None:
            self._request(StepRequest(piece.step))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            piece = self._piece_at(event.pos().x())
            set_tip(self, piece.tip if piece is not None else "")
            if piece is None:
                QToolTip.hideText()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._plan is None:
            return
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = self._paint_still(self._plan, ratio)
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._still)
        self._paint_now(painter, self._plan)
        painter.end()

    def _request(self, wish: StepRequest) -> None:
        self.step_requested.emit(wish)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._plan = None
        self._lay_out()

    def _lay_out(self) -> None:
        if self._view is None or self.width() <= 0:
            return
        width = self.width() - 2 * theme.px(OVERHANG)
        now, told = now_at(self._view.pace, width), outline(self._view, width, theme.px)
        if self._plan is None or told != self._outline:
            self._outline = told
            metrics = QFontMetricsF(theme.font("label", theme.MEDIUM))
            found = plan(self._view, width, metrics.horizontalAdvance, theme.px)
            if found != self._plan:
                self._plan, self._now, self._still = found, now, None
                self.update()
                return
        if now == self._now:
            return
        before, self._now = self._now, now
        self.update(self._column(min(before, now), max(before, now)))

    def _column(self, left: int, right: int) -> QRect:
        side = theme.px(6)
        return self._visual(QRect(left - side, 0, right - left + 2 * side, self.height()))

    def _visual(self, logical: QRect) -> QRect:
        """From the plan's pixels to the widget's: the cap of the now line has room at both ends."""
        logical.translate(theme.px(OVERHANG), 0)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)

    def _piece_at(self, x: int) -> Piece | None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - 1 - x
        x -= theme.px(OVERHANG)
        pieces = self._plan.pieces if self._plan is not None else ()
        # What was left at once has no breadth; the step after it is meant.
        return next((p for p in reversed(pieces) if p.left <= x <= p.right), None)

    # -- painting --------------------------------------------------------------------------------

    def _paint_still(self, whole: StripLayout, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setLayoutDirection(self.layoutDirection())
        for piece in whole.pieces:
            self._paint_bar(painter, piece)
            self._paint_words(painter, piece)
            self._paint_asks(painter, piece, whole)
        self._paint_evidence(painter, whole)
        painter.end()
        return picture

    def _bar(self, piece: Piece, left: int, right: int) -> QRectF:
        thick, top = (8, 2) if piece.kind == "now" else (4, 4)
        room = QRect(left, theme.px(_TOP + top), max(0, right - left), theme.px(thick))
        return self._visual(room).toRectF()

    def _paint_bar(self, painter: QPainter, piece: Piece) -> None:
        colour = getattr(theme.current(), _ROLES[piece.kind])
        # Beyond its time a step shows no bar for what is not gone yet: there is none left.
        paint.box(painter, self._bar(piece, piece.left, piece.bar), fill=colour, radius=theme.px(2))

    def _paint_words(self, painter: QPainter, piece: Piece) -> None:
        if piece.right - piece.lead < theme.px(_LEAST_WORDS):
            # What was left at once has no breadth: its number would stand on its neighbour's.
            return
        look = theme.current()
        now = piece.kind == "now"
        font = theme.font("label", theme.MEDIUM if now else theme.REGULAR, tabular=True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        left, room = piece.lead, piece.right - piece.lead - theme.px(2)
        tail = metrics.horizontalAdvance(piece.minutes) + theme.px(5) if piece.minutes else 0.0
        words = metrics.elidedText(piece.words, Qt.TextElideMode.ElideRight, max(room - tail, 0) + 1)
        painter.setPen(look.text if now else look.text3 if piece.kind == "past" else look.text2)
        self._write(painter, QRect(left, theme.px(_LABELS), room + theme.px(4), theme.px(_TEXT)), words)
        if piece.minutes:
            minutes = piece.minutes
            if piece.shrinks and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                # An arrow is not mirrored: set apart, the figures keep the order that it points in.
                minutes = f"\u2066{minutes}\u2069"
            after = left + round(metrics.horizontalAdvance(words)) + theme.px(5)
            painter.setPen(look.text2 if piece.shrinks else look.text3)
            self._write(painter, QRect(after, theme.px(_LABELS), theme.px(60), theme.px(_TEXT)), minutes)

    def _paint_asks(self, painter: QPainter, piece: Piece, whole: StripLayout) -> None:
        fits = max(0, (piece.right - piece.lead) // theme.px(16))
        # What is wanted is never the letter left out.
        letters = (
            sorted(piece.asks, key=lambda c: c not in whole.wanting)[:fits]
            if len(piece.asks) > fits
            else piece.asks
        )
        for at, letter in zip(asks_at(letters, whole.wanting, theme.px), letters, strict=True):
            side = theme.px(16)
            place = QRect(piece.lead + at, theme.px(_LETTERS), side, side)
            self._paint_letter(painter, place, letter, wanted=letter in whole.wanting)

    def _paint_letter(self, painter: QPainter, place: QRect, letter: str, *, wanted: bool) -> None:
        look = theme.current()
        painter.setFont(theme.font("label", theme.SEMIBOLD if wanted else theme.REGULAR))
        painter.setPen(look.caution if wanted else look.text3)
        if wanted:
            where = self._visual(QRect(place)).toRectF()
            paint.box(painter, where, edge=look.caution, radius=theme.RADIUS_SMALL, dashed=True)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, letter)
        else:
            self._write(painter, place, letter)

    def _paint_evidence(self, painter: QPainter, whole: StripLayout) -> None:
        look = theme.current()
        painter.setFont(theme.font("label", theme.SEMIBOLD))
        for mark in whole.evidence:
            if mark.letter:
                painter.setPen(look.text)
                place = QRect(mark.at - theme.px(8), theme.px(_LETTERS), theme.px(16), theme.px(16))
                painter.drawText(self._visual(place), Qt.AlignmentFlag.AlignCenter, mark.letter)
            else:
                dot = QRect(mark.at - theme.px(1), theme.px(_LETTERS + 7), theme.px(3), theme.px(3))
                paint.box(painter, self._visual(dot).toRectF(), fill=look.text3, radius=theme.px(2))

    def _paint_now(self, painter: QPainter, whole: StripLayout) -> None:
        look = theme.current()
        piece = next((p for p in whole.pieces if p.kind == "now"), None)
        if piece is not None:
            end = min(max(self._now, piece.left), piece.right)
            paint.box(painter, self._bar(piece, piece.left, end), fill=look.text2, radius=theme.px(2))
            if end > piece.over:
                ink = look.alert if whole.hot else look.caution_fill
                self._hatch(painter, self._bar(piece, piece.over, end), ink)
        line = self._visual(QRect(self._now - 1, theme.px(2), 2, self.height() - theme.px(2)))
        painter.fillRect(line.adjusted(0, 0, 0, theme.px(_LABELS) - line.bottom()), look.text)
        if piece is None or not self._crosses(piece):
            painter.fillRect(line.adjusted(0, theme.px(_LABELS) - line.top(), 0, 0), look.text)
        else:
            painter.fillRect(line.adjusted(0, theme.px(_LETTERS) - line.top(), 0, 0), look.text)
        tip = QPointF(line.left() + 1.0, theme.px(6))
        half = theme.px(5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.text)
        top = QPointF(0, tip.y())
        painter.drawPolygon(QPolygonF([tip - top - QPointF(half, 0), tip - top + QPointF(half, 0), tip]))

    def _crosses(self, piece: Piece) -> bool:
        """True when the now line would strike through the words of the step on screen."""
        metrics = QFontMetricsF(theme.font("label", theme.MEDIUM, tabular=True))
        room = piece.right - piece.lead - theme.px(2)
        end = piece.lead + min(metrics.horizontalAdvance(piece.words), room)
        return piece.lead - theme.px(2) <= self._now <= end + theme.px(2)

    def _hatch(self, painter: QPainter, where: QRectF, ink: QColor) -> None:
        look = theme.current()
        painter.save()
        painter.setClipRect(where, Qt.ClipOperation.IntersectClip)
        painter.fillRect(where, look.base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(ink)
        pen.setWidthF(theme.px(2) + 0.5)
        painter.setPen(pen)
        step, high = theme.px(6), where.height()
        x = where.left() - high
        while x < where.right() + high:
            painter.drawLine(QPointF(x, where.bottom()), QPointF(x + high, where.top()))
            x += step
        painter.restore()

    def _write(self, painter: QPainter, place: QRect, words: str) -> None:
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._visual(place), int(lead), words)
