"""Drawing of buttons, check boxes, arrows and panels. For style.py only."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionToolButton,
    QStyleOptionViewItem,
    QWidget,
)

from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role

_S: Final = QStyle.StateFlag
_HEIGHTS: Final = {"small": theme.CONTROL_SMALL, "normal": theme.CONTROL, "tall": theme.CONTROL_TALL}
_INKS: Final[dict[str, Role]] = {"primary": "on_accent", "quiet": "text2", "icon": "text2", "link": "accent"}
_FRAMELESS: Final = ("quiet", "icon", "link")


def nothing(_s: QStyle, _o: QStyleOption, _p: QPainter, _w: QWidget | None) -> None:
    """Fusion draws something here and we do not."""


def push_button(_s: QStyle, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """A push button of any kind, with icon, words and key hint."""
    if not isinstance(option, QStyleOptionButton):
        return
    kind = _kind(widget, "plain")
    _panel(option, painter, kind)
    side = theme.px(16)
    runs = _runs(option.text, kind, _hint(widget))
    glyph = _glyph(widget)
    width = paint.runs_width(runs)
    lead = (side + (theme.px(8) if runs else 0)) if glyph or not option.icon.isNull() else 0
    whole = QRectF(option.rect)
    start = whole.left() + (whole.width() - width - lead) / 2
    off = not option.state & _S.State_Enabled
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    icon_left = start + width + lead - side if mirrored else start
    place = QRectF(icon_left, whole.center().y() - side / 2, side, side)
    if glyph:
        icons.paint(painter, place, glyph, "text3" if off else _INKS.get(kind, "text"))
    elif not option.icon.isNull():
        option.icon.paint(painter, place.toRect())
    words = QRectF(start + (0 if mirrored else lead), whole.top(), width, whole.height())
    painter.save()
    painter.setLayoutDirection(option.direction)
    paint.draw_runs(painter, words, runs, off=off)
    painter.restore()


def push_button_size(_s: QStyle, option: QStyleOption, _size: QSize, widget: QWidget | None) -> QSize:
    """Room for icon, words and hint at the height of its row."""
    if not isinstance(option, QStyleOptionButton):
        return _size
    kind = _kind(widget, "plain")
    height = theme.px(_HEIGHTS.get(str(widget.property("tall")) if widget else "normal", theme.CONTROL))
    if kind == "icon":
        return QSize(height, height)
    width = paint.runs_width(_runs(option.text, kind, _hint(widget)))
    if _glyph(widget) or not option.icon.isNull():
        width += theme.px(24)
    pad = {"quiet": 8, "link": 0}.get(kind, 12)
    return QSize(round(width + 0.5) + 2 * theme.px(pad), theme.px(20) if kind == "link" else height)


def tool_button(_s: QStyle, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """A tool button: quiet, icon before words."""
    if not isinstance(option, QStyleOptionToolButton):
        return
    kind = _kind(widget, "quiet")
    _panel(option, painter, kind)
    runs = _runs(_words(option), kind, _hint(widget))
    side = theme.px(16)
    has_icon = not option.icon.isNull()
    lead = (side + (theme.px(8) if runs else 0)) if has_icon else 0
    whole = QRectF(option.rect)
    start = whole.left() + (whole.width() - paint.runs_width(runs) - lead) / 2
    enabled = bool(option.state & _S.State_Enabled)
    if has_icon:
        place = QRectF(start, whole.center().y() - side / 2, side, side).toRect()
        mode = option.icon.Mode.Normal if enabled else option.icon.Mode.Disabled
        option.icon.paint(painter, place, mode=mode)
    words = QRectF(start + lead, whole.top(), whole.width(), whole.height())
    paint.draw_runs(painter, words, runs, off=not enabled)


def tool_button_size(_s: QStyle, option: QStyleOption, size: QSize, widget: QWidget | None) -> QSize:
    """A square for an icon alone, else room for the words."""
    if not isinstance(option, QStyleOptionToolButton):
        return size
    height = theme.px(theme.CONTROL)
    words = _words(option)
    if not words:
        return QSize(height, height)
    width = paint.runs_width(_runs(words, "quiet", _hint(widget))) + 2 * theme.px(8)
    return QSize(round(width + 0.5) + (0 if option.icon.isNull() else theme.px(24)), height)


def panel(_s: QStyle, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """The bare background of a button that draws its own content."""
    _panel(option, painter, _kind(widget, "plain"))


def check_box(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """A check box."""
    ticked = bool(option.state & (_S.State_On | _S.State_NoChange))
    where = _square(option)
    paint.paint_check(painter, where, ticked=ticked, enabled=bool(option.state & _S.State_Enabled))


def item_panel(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """The background of one cell of a plain list: selected, or under the mouse."""
    look = theme.current()
    where = QRectF(option.rect)
    if isinstance(option, QStyleOptionViewItem) and option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(where, option.backgroundBrush)
    if option.state & _S.State_Selected:
        paint.fill(painter, where, look.accent_soft)
    elif option.state & _S.State_MouseOver:
        paint.fill(painter, where, look.sunk)


def splitter(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """The hairline between two panes; accented while it is held."""
    look = theme.current()
    held = option.state & (_S.State_Sunken | _S.State_MouseOver)
    paint.fill(painter, option.rect, look.accent if held else look.line)


def arrow_down(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """A chevron pointing down."""
    _arrow(option, painter, "chevron-down")


def arrow_up(_s: QStyle, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """A chevron pointing up."""
    _arrow(option, painter, "chevron-up")


def _arrow(option: QStyleOption, painter: QPainter, name: str) -> None:
    side = min(option.rect.width(), option.rect.height(), theme.px(14))
    where = QRectF(0, 0, side, side)
    where.moveCenter(QRectF(option.rect).center())
    icons.paint(painter, where, name, "text2" if option.state & _S.State_Enabled else "text3")


def _panel(option: QStyleOption, painter: QPainter, kind: str) -> None:
    """Fill and border of a button in its present state."""
    look = theme.current()
    state = option.state
    where = QRectF(option.rect)
    if kind == "link":
        _underline(option, painter)
        return
    if not state & _S.State_Enabled:
        if kind not in _FRAMELESS:
            paint.box(painter, where, edge=look.line, width=look.border)
        return
    pressed = bool(state & (_S.State_Sunken | _S.State_On))
    hovered = bool(state & _S.State_MouseOver)
    if kind == "primary":
        full = _mixed(look.accent, look.text, 0.2 if pressed else 0.1 if hovered else 0.0)
        paint.box(painter, where, fill=full, edge=full, width=look.border)
        return
    held = look.accent_soft if look.high else look.line  # white on a grey line is hard to read
    fill = held if pressed else look.sunk if hovered else None
    if kind in _FRAMELESS:
        if fill is not None:
            paint.box(painter, where, fill=fill)
        return
    paint.box(painter, where, fill=fill or look.base, edge=look.edge, width=look.border)


def _underline(option: QStyleOption, painter: QPainter) -> None:
    if option.state & _S.State_MouseOver and option.state & _S.State_Enabled:
        foot = QRectF(option.rect)
        foot.setTop(foot.bottom() - 2)
        paint.hairline(painter, foot, theme.current().accent)


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    """A colour `part` of the way from one to the other."""
    red, green, blue = (
        round(a + (b - a) * part)
        for a, b in (
            (one.red(), other.red()),
            (one.green(), other.green()),
            (one.blue(), other.blue()),
        )
    )
    return QColor(red, green, blue)


def _runs(words: str, kind: str, hint: str) -> tuple[paint.Run, ...]:
    """Words and key hint of a button as runs; an ampersand marks no letter here."""
    shown = words.replace("&&", "\0").replace("&", "").replace("\0", "&")
    if not shown:
        # An icon may keep its key when its words have given way.
        return (paint.Run(hint, theme.font("small"), "text3"),) if hint and kind == "quiet" else ()
    weight = theme.REGULAR if kind == "quiet" else theme.MEDIUM
    first = paint.Run(shown, theme.font("base", weight), _INKS.get(kind, "text"))
    if not hint:
        return (first,)
    quiet: Role = "on_accent" if kind == "primary" else "text3"
    return (first, paint.Run(hint, theme.font("small"), quiet, gap=8))


def _words(option: QStyleOptionToolButton) -> str:
    beside = option.toolButtonStyle != Qt.ToolButtonStyle.ToolButtonIconOnly
    return option.text if beside or option.icon.isNull() else ""


def _kind(widget: QWidget | None, usual: str) -> str:
    return usual if widget is None else str(widget.property("kind") or usual)


def _hint(widget: QWidget | None) -> str:
    return "" if widget is None else str(widget.property("hint") or "")


def _glyph(widget: QWidget | None) -> str:
    return "" if widget is None else str(widget.property("glyph") or "")


def _square(option: QStyleOption) -> QRectF:
    side = min(option.rect.width(), option.rect.height(), theme.px(16))
    where = QRectF(0, 0, side, side)
    where.moveCenter(QRectF(option.rect).center())
    where.moveTopLeft(where.topLeft().toPoint().toPointF())
    return where
