"""Keeps a window on the screens there are: after one is unplugged, it comes back whole. For ui."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from interviewer_app.ui import geometry


class OnScreenWatch(QObject):
    """Watches over a window for as long as it lives; `least` is the smallest size it may have now."""

    def __init__(self, window: QWidget, least: Callable[[], QSize]) -> None:
        super().__init__(window)
        self._window = window
        self._least = least
        # The window system moves windows too; ours is the last word.
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._come_back)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._settle.start)
            app.primaryScreenChanged.connect(self._settle.start)

    def _come_back(self) -> None:
        window = self._window
        if not window.isVisible() or window.isMaximized() or window.isFullScreen():
            return
        place = geometry.clamped(window.geometry(), geometry.free_areas(), self._least())
        if place != window.geometry():
            window.setGeometry(place)
