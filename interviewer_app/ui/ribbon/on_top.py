"""Keeping a window above the others, where the window system lets a program. For ui/ribbon/mode.py."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from interviewer_app.text import _
from interviewer_app.ui.widgets.banner import BannerView


def can_ask(platform: str) -> bool:
    """False on Wayland: there only the person can pin a window. `platform` is Qt's name for the system."""
    return not platform.startswith("wayland")


def keep(window: QWidget, *, on: bool) -> None:
    """Ask for the window to stay above the others, or no more."""
    handle = window.windowHandle()
    if handle is not None:
        # On the window that is there: a flag set on the widget would build a new one and lose the focus.
        handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on)


def how_to_pin() -> BannerView:
    """What a person can do where a program cannot."""
    return BannerView(
        "info",
        _("Here only you can keep a window on top."),
        _("Right-click its title bar and choose Always on Top."),
        dismissable=True,
    )
