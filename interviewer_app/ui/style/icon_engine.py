"""The engine behind an icon that follows the theme. For icons.py only."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icon_pictures, theme
from interviewer_app.ui.style.colours import Role


class IconEngine(QIconEngine):
    """Paints one named icon in the colour its role has at that moment."""

    def __init__(self, name: str, role: Role, size: int) -> None:
        super().__init__()
        self._name = name
        self._role: Role = role
        self._size = size

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        icon_pictures.paint(painter, QRectF(rect), self._name, self._colour(mode))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks in device pixels here.
        side = min(size.width(), size.height())
        picture = icon_pictures.pixmap(self._name, self._colour(mode), side, 1.0)
        picture = QPixmap(picture)
        picture.setDevicePixelRatio(scale)
        return picture

    @override
    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        side = min(size.width(), size.height(), theme.px(self._size))
        return QSize(side, side)

    @override
    def clone(self) -> QIconEngine:
        return IconEngine(self._name, self._role, self._size)

    def _colour(self, mode: QIcon.Mode) -> Role:
        return "text3" if mode == QIcon.Mode.Disabled else self._role
