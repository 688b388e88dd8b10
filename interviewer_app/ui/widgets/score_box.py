"""The box that shows a category's score in each of its five states, drawn by whoever holds it. For ui."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from interviewer_app.text import _
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role, Theme


@dataclass(frozen=True, slots=True)
class ScoreLook:
    """How a score stands: empty, set in the call, settled, settled without a note, or not observed.

    `value` is 0 to 5 in the three states that have a number.
    """

    state: Literal["none", "provisional", "settled", "unsupported", "not_observed"] = "none"
    value: int | None = None

    def words(self) -> str:
        """The same for a screen reader."""
        if self.state == "none":
            return _("not scored")
        if self.state == "not_observed":
            return _("not observed")
        if self.state == "unsupported":
            return _("{score}, no note cited").format(score=self.value)
        if self.state == "provisional":
            return _("{score}, open").format(score=self.value)
        return str(self.value)


def paint_score(painter: QPainter, where: QRectF, score: ScoreLook) -> None:
    """Draw a score box into a square."""
    look = theme.current()
    if score.state == "none":
        paint.box(painter, where, fill=look.base, edge=look.edge, width=look.border, dashed=True)
    elif score.state == "not_observed":
        paint.box(painter, where, fill=look.base, edge=look.edge, width=look.border)
        icons.paint(painter, _middle(where, theme.px(16)), "circle-slash", "text2")
    else:
        _paint_number(painter, where, score, look)


def _paint_number(painter: QPainter, where: QRectF, score: ScoreLook, look: Theme) -> None:
    unsupported = score.state == "unsupported"
    edge: Role = "caution" if unsupported else "accent"
    ink: Role = edge
    fill = None
    if unsupported:
        fill = look.caution_soft
    elif score.state == "settled":
        fill = look.accent if look.high else look.accent_soft
        ink = "on_accent" if look.high else "accent"
    paint.box(painter, where, fill=fill, edge=look.colour(edge), width=look.border)
    if unsupported:
        _paint_corner(painter, where, look)
    font = theme.font("base", theme.SEMIBOLD, tabular=True)
    font.setPixelSize(theme.px(15))
    painter.setFont(font)
    painter.setPen(look.colour(ink))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(score.value))


def _paint_corner(painter: QPainter, where: QRectF, look: Theme) -> None:
    size = float(theme.px(10))
    corner = QPolygonF(
        [
            QPointF(where.right() - size, where.top()),
            QPointF(where.right(), where.top()),
            QPointF(where.right(), where.top() + size),
        ]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.caution)
    painter.drawPolygon(corner)
    painter.restore()


def _middle(where: QRectF, side: float) -> QRectF:
    inner = QRectF(0, 0, side, side)
    inner.moveCenter(where.center())
    return inner
