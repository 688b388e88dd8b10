"""Geometry and drawing of slim scroll bars without arrow buttons. For style.py only."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

from interviewer_app.ui.style import paint, theme

_S: Final = QStyle.StateFlag
_X: Final = QStyle.SubControl


def part(option: QStyleOption, sub: QStyle.SubControl, shortest: int) -> QRect:
    """Where a part of the scroll bar lies: the groove is the whole bar, there are no arrows."""
    whole = option.rect
    if not isinstance(option, QStyleOptionSlider) or sub == _X.SC_ScrollBarGroove:
        return whole
    lying = option.orientation == Qt.Orientation.Horizontal
    length = whole.width() if lying else whole.height()
    start, size = _slider(option, length, shortest)
    spans = {
        _X.SC_ScrollBarSlider: (start, size),
        _X.SC_ScrollBarSubPage: (0, start),
        _X.SC_ScrollBarAddPage: (start + size, length - start - size),
    }
    at, extent = spans.get(sub, (0, 0))
    if not extent:
        return QRect()
    if not lying:
        return QRect(whole.left(), whole.top() + at, whole.width(), extent)
    bar = QRect(whole.left() + at, whole.top(), extent, whole.height())
    return QStyle.visualRect(option.direction, whole, bar)


def size(option: QStyleOption, extent: int, shortest: int) -> QSize:
    """The least room for a scroll bar, as Fusion has it."""
    length = 2 * extent + shortest
    if isinstance(option, QStyleOptionSlider) and option.orientation == Qt.Orientation.Horizontal:
        return QSize(length, extent)
    return QSize(extent, length)


def scroll_bar(style: QStyle, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """A rounded thumb on the background of its pane, stronger under the mouse."""
    look = theme.current()
    control = QStyle.ComplexControl.CC_ScrollBar
    thumb = QRectF(style.subControlRect(control, option, _X.SC_ScrollBarSlider, widget))
    if not isinstance(option, QStyleOptionSlider) or option.minimum == option.maximum:
        return
    paint.fill(painter, option.rect, _ground(widget, look.window))
    inside = thumb.adjusted(3, 2, -3, -2)
    if option.orientation == Qt.Orientation.Horizontal:
        inside = thumb.adjusted(2, 3, -2, -3)
    held = option.state & (_S.State_Sunken | _S.State_MouseOver)
    radius = min(inside.width(), inside.height()) / 2
    paint.box(painter, inside, fill=look.text3 if held else look.past, radius=radius)


def _ground(widget: QWidget | None, usual: QColor) -> QColor:
    """The background of the pane that scrolls, so that the bar is no stripe beside it."""
    step = None if widget is None else widget.parentWidget()
    while step is not None and not isinstance(step, QAbstractScrollArea):
        step = step.parentWidget()
    if step is None:
        return usual
    view = step.viewport()
    return view.palette().color(view.backgroundRole())


def _slider(option: QStyleOptionSlider, length: int, shortest: int) -> tuple[int, int]:
    """Start and length of the thumb along the bar."""
    span = option.maximum - option.minimum
    if span <= 0:
        return 0, length
    size = length * option.pageStep // (span + option.pageStep)
    size = min(length, max(size, shortest))
    position = option.sliderPosition
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, position, length - size, option.upsideDown
    )
    return start, size
