"""Strokes shared by the style and the painted widgets: boxes, hairlines, runs of text. For ui only."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from interviewer_app.ui.style import icons, theme
from interviewer_app.ui.style.colours import Role


class Run:
    """A few words in one font and colour; runs stand side by side in one line.

    `gap` is the space before the words, in logical pixels at 100 %.
    """

    __slots__ = ("colour", "font", "gap", "words")

    def __init__(self, words: str, font: QFont, colour: Role, gap: int = 0) -> None:
        self.words = words
        self.font = font
        self.colour: Role = colour
        self.gap = gap


def box(  # noqa: PLR0913  a box has that many sides to it; all but the place have a usual value
    painter: QPainter,
    where: QRectF,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    radius: float = theme.RADIUS,
    dashed: bool = False,
) -> None:
    """A rounded box whose border lies inside `where`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    half = 0.0
    if edge is not None:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([2.5 / width, 2.5 / width])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        half = width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawRoundedRect(where.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def fill(painter: QPainter, where: QRect | QRectF, colour: QColor) -> None:
    """Fill a rectangle, as fillRect does, which would load all gradients of Qt: 4 ms at every start."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(where)
    painter.restore()


def hairline(painter: QPainter, where: QRectF, colour: QColor) -> None:
    """A line along the longer side of `where`, one logical pixel thick and on whole device pixels."""
    ratio = painter.device().devicePixelRatio()
    thick = max(1, int(ratio)) / ratio
    if where.width() >= where.height():
        top = round(where.top() * ratio) / ratio
        fill(painter, QRectF(where.left(), top, where.width(), thick), colour)
    else:
        left = round(where.left() * ratio) / ratio
        fill(painter, QRectF(left, where.top(), thick, where.height()), colour)


def runs_width(runs: tuple[Run, ...]) -> float:
    """Width of a line of runs."""
    words = sum(QFontMetricsF(run.font).horizontalAdvance(run.words) for run in runs)
    return words + sum(theme.px(run.gap) for run in runs)


def draw_runs(painter: QPainter, where: QRectF, runs: tuple[Run, ...], *, off: bool = False) -> None:
    """Draw a line of runs on one baseline, from the leading side, centred in height."""
    if not runs:
        return
    metrics = QFontMetricsF(runs[0].font)
    base = where.center().y() + (metrics.ascent() - metrics.descent()) / 2
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = where.right() if mirrored else where.left()
    for run in runs:
        width = QFontMetricsF(run.font).horizontalAdvance(run.words)
        gap = theme.px(run.gap)
        x += -(gap + width) if mirrored else gap
        painter.setFont(run.font)
        painter.setPen(theme.current().colour("text3" if off else run.colour))
        painter.drawText(QPointF(x, round(base)), run.words)
        x += 0.0 if mirrored else width


def paint_check(painter: QPainter, where: QRectF, *, ticked: bool, enabled: bool = True) -> None:
    """Draw a check box into a square."""
    look = theme.current()
    edge = look.edge if enabled else look.line
    if not ticked:
        fill = look.base if enabled else None
        box(painter, where, fill=fill, edge=edge, width=look.border, radius=theme.RADIUS_SMALL)
        return
    full = look.accent if enabled else look.text3
    box(painter, where, fill=full, edge=full, radius=theme.RADIUS_SMALL)
    icons.paint(painter, where.adjusted(2, 2, -2, -2), "check", "on_accent" if enabled else "base")


def paint_radio(painter: QPainter, where: QRectF, *, chosen: bool, enabled: bool = True) -> None:
    """Draw a radio button into a square."""
    look = theme.current()
    edge = (look.accent if chosen else look.edge) if enabled else look.line
    box(painter, where, fill=look.base, edge=edge, width=look.border, radius=where.width() / 2)
    if chosen:
        dot = where.adjusted(4, 4, -4, -4)
        box(painter, dot, fill=edge if enabled else look.text3, radius=dot.width() / 2)
