"""Drawing of line edits, framed text, combo and spin boxes, and headers. For style.py only."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionSpinBox,
    QWidget,
)

from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role

_S: Final = QStyle.StateFlag
_X: Final = QStyle.SubControl


def line_edit(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """A line edit's field; one without a frame (inside a spin box, a table cell) is left bare."""
    if isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
        _field(option, painter)


def line_edit_frame(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """The frame alone."""
    _field(option, painter, filled=False)


def frame(_s: QStyle, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """A styled panel: a field around editable text, a hairline around anything else."""
    if widget is not None and is_editor(widget):
        _field(option, painter)
        return
    paint.box(painter, QRectF(option.rect), edge=theme.current().line)


def is_editor(widget: QWidget) -> bool:
    """True for text over several lines; by name, because touching the two classes costs a start 2 ms."""
    return widget.inherits("QPlainTextEdit") or widget.inherits("QTextEdit")


def field_size(_s: QStyle, _option: QStyleOption, size: QSize, _w: QWidget | None) -> QSize:
    """The height every field of one line has."""
    return QSize(size.width(), theme.px(theme.CONTROL))


def combo_size(_s: QStyle, _option: QStyleOption, size: QSize, _w: QWidget | None) -> QSize:
    """A field with room for the chevron."""
    return QSize(size.width() + theme.px(20), theme.px(theme.CONTROL))


def combo_box(_s: QStyle, option: QStyleOptionComplex, painter: QPainter, _w: QWidget | None) -> None:
    """Field and chevron; the words come with the label."""
    if isinstance(option, QStyleOptionComboBox) and not option.frame:
        return
    _field(option, painter)
    side = theme.px(14)
    place = QRect(option.rect.right() - side - theme.px(8), 0, side, option.rect.height())
    if option.direction == Qt.LayoutDirection.RightToLeft:
        place.moveLeft(option.rect.left() + theme.px(8))
    role: Role = "text2" if option.state & _S.State_Enabled else "text3"
    icons.paint(painter, QRectF(place), "chevron-down", role)


def combo_label(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """The chosen words of a combo box, elided before the chevron."""
    if not isinstance(option, QStyleOptionComboBox) or option.editable:
        return
    look = theme.current()
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    near, far = theme.px(8), theme.px(28)
    where = option.rect.adjusted(far if mirrored else near, 0, -(near if mirrored else far), 0)
    words = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, where.width())
    painter.setPen(look.text if option.state & _S.State_Enabled else look.text3)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), words)


def spin_box(style: QStyle, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """Field with a small chevron up and down."""
    if not isinstance(option, QStyleOptionSpinBox):
        return
    _field(option, painter)
    control = QStyle.ComplexControl.CC_SpinBox
    role: Role = "text2" if option.state & _S.State_Enabled else "text3"
    for part, name in ((_X.SC_SpinBoxUp, "chevron-up"), (_X.SC_SpinBoxDown, "chevron-down")):
        place = QRectF(style.subControlRect(control, option, part, widget))
        if option.activeSubControls == part and option.state & _S.State_Sunken:
            paint.fill(painter, place.adjusted(1, 1, -2, -1), theme.current().line)
        icons.paint(painter, place.adjusted(1, 1, -1, -1), name, role)


def header_section(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """The background of a table header: chrome with a line under it."""
    look = theme.current()
    paint.fill(painter, option.rect, look.window)
    foot = QRectF(option.rect)
    foot.setTop(foot.bottom() - 1)
    paint.hairline(painter, foot, look.line)


def header_words(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """A whole section of a table header: ground, words, and the arrow of the sorted column."""
    if not isinstance(option, QStyleOptionHeader):
        return
    look = theme.current()
    header_section(_s, option, painter, _w)
    pad, side = theme.px(8), theme.px(12)
    where = option.rect.adjusted(pad, 0, -pad, 0)
    font = theme.font("small")
    metrics = QFontMetrics(font)
    words = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, where.width())
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(look.text2)
    painter.drawText(where, int(near | Qt.AlignmentFlag.AlignVCenter), words)
    if option.sortIndicator != QStyleOptionHeader.SortIndicator.None_:
        down = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortDown
        left = where.left() + metrics.horizontalAdvance(words) + theme.px(4)
        place = QStyle.visualRect(option.direction, where, QRect(left, where.top(), side, where.height()))
        icons.paint(painter, QRectF(place), "chevron-down" if down else "chevron-up", "text2")


def header_size(_s: QStyle, _option: QStyleOption, size: QSize, _w: QWidget | None) -> QSize:
    """Headers are as high as a control."""
    return QSize(size.width(), theme.px(theme.CONTROL))


def _field(option: QStyleOption, painter: QPainter, *, filled: bool = True) -> None:
    """The box of anything that takes text or a choice; accented while it has the focus."""
    look = theme.current()
    enabled = bool(option.state & _S.State_Enabled)
    focused = enabled and bool(option.state & _S.State_HasFocus)
    edge = look.accent if focused else look.edge if enabled else look.line
    width = look.ring if focused else look.border
    fill = (look.base if enabled else look.window) if filled else None
    paint.box(painter, QRectF(option.rect), fill=fill, edge=edge, width=width)
