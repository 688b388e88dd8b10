"""One line of the score panel: an anchor, "not observed", or a category to choose. For the score panel."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.wrapping import wrapped

_SIDE, _NUMBER, _SIGN = 24, 32, 28
_PAD, _PITCH = 8, 18


@dataclass(frozen=True, slots=True)
class AnchorView:
    """The key that chooses it, its words, a quiet remark after them, whether chosen or being read."""

    key: str
    words: str
    remark: str = ""
    chosen: bool = False
    read: bool = False


class AnchorRow(QAbstractButton):
    """Wraps its words; a click chooses. Keys are the panel's business, so it takes no focus."""

    def __init__(self, name: str, view: AnchorView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._view = AnchorView("", "")
        self.present(view)

    def present(self, view: AnchorView) -> None:
        """Show this."""
        if view == self._view:
            return
        self._view = view
        words = f"{view.key} {view.words} {view.remark}".strip()
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setChecked(view.chosen)
        self.updateGeometry()
        self.update()

    @property
    def view(self) -> AnchorView:
        """What is shown now."""
        return self._view

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * theme.px(_PITCH) + 2 * theme.px(_PAD)

    @override
    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > theme.px(100) else theme.px(500)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        view, look = self._view, theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        whole = QRect(0, 0, self.width(), self.height())
        if view.chosen:
            painter.fillRect(whole, look.accent_soft)
            painter.fillRect(self._visual(QRect(0, 0, theme.px(3), self.height())), look.accent)
        elif self.underMouse() or view.read:
            painter.fillRect(whole, look.sunk)
        if view.chosen and look.high:
            paint.box(painter, whole.toRectF(), edge=look.accent, width=look.border, radius=0)
        self._paint_key(painter)
        painter.setFont(theme.font("base"))
        painter.setPen(look.text)
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        indent = theme.px(_SIDE + _NUMBER)
        lines = self._lines(self.width())
        for at, words in enumerate(lines):
            room = QRect(indent, self._top(at), self.width() - indent - theme.px(_SIDE), theme.px(_PITCH))
            painter.drawText(self._visual(room), lead, words)
        if view.remark:
            used = painter.fontMetrics().horizontalAdvance(lines[-1]) + theme.px(8)
            left = self.width() - indent - used - theme.px(_SIDE)
            room = QRect(indent + used, self._top(len(lines) - 1), left, theme.px(_PITCH))
            painter.setPen(look.text2)
            remark = painter.fontMetrics().elidedText(view.remark, Qt.TextElideMode.ElideRight, max(0, left))
            painter.drawText(self._visual(room), lead, remark)
        if view.chosen:
            side = theme.px(16)
            place = QRect(self.width() - theme.px(_SIDE) - side, self._top(0) + theme.px(1), side, side)
            icons.paint(painter, self._visual(place).toRectF(), "check", "accent")
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        view, look = self._view, theme.current()
        place = self._visual(QRect(theme.px(_SIDE), self._top(0), theme.px(20), theme.px(_PITCH)))
        if view.key == "-":
            side = theme.px(16)
            where = QRect(0, 0, side, side)
            where.moveCenter(place.center())
            icons.paint(painter, where.toRectF(), "circle-slash", "accent" if view.chosen else "text2")
            return
        font = theme.font("base", theme.SEMIBOLD, tabular=True)
        font.setPixelSize(theme.px(15))
        painter.setFont(font)
        painter.setPen(look.accent if view.chosen else look.text2)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, view.key)

    def _top(self, line: int) -> int:
        return theme.px(_PAD) + line * theme.px(_PITCH)

    def _lines(self, width: int) -> list[str]:
        room = width - theme.px(_SIDE + _NUMBER + _SIGN + _SIDE)
        return wrapped(self._view.words, theme.font("base"), max(1, room))

    def _visual(self, logical: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            logical.moveRight(self.width() - 1 - logical.left())
        return logical
