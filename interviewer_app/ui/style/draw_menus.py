"""Drawing of the menu bar, menus and tooltips. For style.py only."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionMenuItem, QWidget

from interviewer_app.ui.style import icons, paint, theme

_S: Final = QStyle.StateFlag
_KIND: Final = QStyleOptionMenuItem.MenuItemType
_CHECK: Final = QStyleOptionMenuItem.CheckType
_LEAD: Final = 32  # room for a tick or an icon before the words


def panel(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """The sheet under a menu or a tooltip."""
    look = theme.current()
    paint.fill(painter, option.rect, look.base)
    paint.box(painter, QRectF(option.rect), edge=look.edge, width=1, radius=0)


def bar_rest(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """The menu bar where no item is, with the line under it."""
    _bar(option, painter)


def bar_item(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """One word of the menu bar."""
    if not isinstance(option, QStyleOptionMenuItem):
        return
    look = theme.current()
    _bar(option, painter)
    open_now = option.state & _S.State_Selected
    if open_now:
        paint.fill(painter, QRectF(option.rect).adjusted(0, 0, 0, -1), look.sunk)
    painter.setPen(look.text if open_now else look.text2)
    if not option.state & _S.State_Enabled:
        painter.setPen(look.text3)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
    painter.drawText(option.rect, int(flags), option.text)


def bar_item_size(_s: QStyle, option: QStyleOption, size: QSize, _w: QWidget | None) -> QSize:
    """A word of the menu bar with 8 px on both sides."""
    if not isinstance(option, QStyleOptionMenuItem):
        return size
    words = option.fontMetrics.horizontalAdvance(option.text.replace("&", ""))
    return QSize(words + 2 * theme.px(8), theme.px(28))


def item(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """One line of a menu: tick or icon, words, keys, arrow."""
    if not isinstance(option, QStyleOptionMenuItem):
        return
    look = theme.current()
    where = option.rect
    if option.menuItemType == _KIND.Separator:
        paint.fill(painter, where, look.base)
        middle = QRectF(where.left(), where.center().y(), where.width(), 1)
        paint.hairline(painter, middle, look.line)
        return
    enabled = bool(option.state & _S.State_Enabled)
    chosen = enabled and option.state & _S.State_Selected
    # The list of a combo box has the window's colour under it.
    paint.fill(painter, where, look.accent_soft if chosen else look.base)
    _draw_lead(option, painter, enabled=enabled)
    words, _tab, keys = option.text.partition("\t")
    painter.setPen(look.text if enabled else look.text3)
    inner = _visual(option, where.adjusted(theme.px(_LEAD), 0, -theme.px(16), 0))
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    far = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
    middle_flag = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(inner, int(near | middle_flag | Qt.TextFlag.TextHideMnemonic), words)
    if keys:
        painter.setPen(look.text3)
        painter.drawText(inner, int(far | middle_flag), keys)
    if option.menuItemType == _KIND.SubMenu:
        side = theme.px(14)
        end = QRect(where.right() - side - theme.px(6), where.top(), side, where.height())
        name = "chevron-left" if mirrored else "chevron-right"
        icons.paint(painter, QRectF(_visual(option, end)), name, "text2")


def item_size(_s: QStyle, option: QStyleOption, size: QSize, _w: QWidget | None) -> QSize:
    """Room for everything `item` draws."""
    if not isinstance(option, QStyleOptionMenuItem):
        return size
    if option.menuItemType == _KIND.Separator:
        return QSize(1, theme.px(9))
    words, _tab, keys = option.text.partition("\t")
    metrics = option.fontMetrics
    width = metrics.horizontalAdvance(words.replace("&", "")) + theme.px(_LEAD + 24)
    if keys:
        width += metrics.horizontalAdvance(keys) + theme.px(24)
    return QSize(width, theme.px(28))


def _draw_lead(option: QStyleOptionMenuItem, painter: QPainter, *, enabled: bool) -> None:
    """The tick of a checked line, or the icon of any other."""
    side = theme.px(16)
    where = option.rect
    place = _visual(option, QRect(where.left() + theme.px(8), where.top(), side, where.height()))
    if option.checkType != _CHECK.NotCheckable:
        if option.checked:
            icons.paint(painter, QRectF(place), "check", "accent" if enabled else "text3")
    elif not option.icon.isNull():
        mode = option.icon.Mode.Normal if enabled else option.icon.Mode.Disabled
        option.icon.paint(painter, place, mode=mode)


def _visual(option: QStyleOption, logical: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, logical)


def _bar(option: QStyleOption, painter: QPainter) -> None:
    look = theme.current()
    paint.fill(painter, option.rect, look.window)
    foot = QRectF(option.rect)
    foot.setTop(foot.bottom() - 1)
    paint.hairline(painter, foot, look.line)
