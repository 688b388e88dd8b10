"""Our line icons in the colours of the theme, sharp on every screen. For ui and app."""

from typing import TYPE_CHECKING

from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.style.icon_pictures import paint, pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

__all__ = ["icon", "paint", "pixmap"]


def icon(name: str, role: Role = "text2", size: int = 16) -> "QIcon":
    """An icon that follows theme and device ratio by itself, for buttons and menu entries."""
    # QIcon costs 2 ms when it is first touched, and the first screen can paint its icons without it.
    from PySide6.QtGui import QIcon

    from interviewer_app.ui.style.icon_engine import IconEngine

    return QIcon(IconEngine(name, role, size))
