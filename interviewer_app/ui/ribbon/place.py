"""Where the ribbon stands, on which screen, and how it grows for what unfolds. For ui/ribbon/mode.py."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from interviewer_app.ui import geometry
from interviewer_app.ui.style import theme

if TYPE_CHECKING:
    from interviewer_app.controllers.preferences import PreferencesController

USUAL: Final = QSize(720, 150)
LEAST: Final = QSize(560, 120)
_DRAWER: Final = 400
_SCREEN: Final = "ribbon.screen"


def least() -> QSize:
    """The smallest ribbon at the text size in force."""
    return _scaled(LEAST)


def wanted(window: QWidget, preferences: "PreferencesController") -> QRect:
    """Where the ribbon was on the screen it was on last, else at the top of the screen of the window."""
    named = {screen.name(): screen for screen in QGuiApplication.screens()}
    screen = named.get(preferences.recall(_SCREEN)) or window.screen()
    last = geometry.read(preferences.recall(_key(screen)))
    areas = geometry.free_areas()
    if last is not None:
        return geometry.clamped(last[0], areas, least())
    area = screen.availableGeometry()
    # Near the camera: looking at the notes then looks least like looking away.
    place = geometry.centred(_scaled(USUAL).boundedTo(area.size()), area)
    place.moveTop(area.top() + max(0, window.geometry().top() - window.frameGeometry().top()))
    return geometry.clamped(place, areas, least())


def remember(place: QRect, screen: QScreen, preferences: "PreferencesController") -> None:
    """Keep the place for this screen, and that it was this one."""
    preferences.remember(_key(screen), geometry.written(place, maximised=False))
    preferences.remember(_SCREEN, screen.name())


def grown(place: QRect, area: QRect) -> tuple[QRect, int, bool]:
    """The ribbon with its drawer open: where, how high the drawer is, and whether it opens above."""
    below, over = area.bottom() - place.bottom(), place.top() - area.top()
    height = theme.px(_DRAWER)
    above = below < height and over > below
    height = max(min(height, over if above else below), theme.px(LEAST.height()))
    top = place.top() - height if above else place.top()
    return QRect(place.left(), top, place.width(), place.height() + height), height, above


def _key(screen: QScreen) -> str:
    return f"ribbon.at.{screen.name()}"


def _scaled(size: QSize) -> QSize:
    return QSize(theme.px(size.width()), theme.px(size.height()))
