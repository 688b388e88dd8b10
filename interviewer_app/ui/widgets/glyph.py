"""An icon standing by itself in a layout. For ui."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, theme
from interviewer_app.ui.style.colours import Role


class Glyph(QWidget):
    """Shows one icon; decoration, so words beside it must say the same."""

    def __init__(
        self, name: str, role: Role = "text2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role: Role = role
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def render_icon(self, name: str, role: Role) -> None:
        """Show another icon or colour."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self.update()

    @override
    def sizeHint(self) -> QSize:
        side = theme.px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = theme.px(self._size)
        where = QRectF(0, 0, side, side)
        where.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        icons.paint(painter, where, self._name, self._role)
        painter.end()
