"""Leaves our windows out of pictures of the screen, where the system offers that: Windows alone. For app.

Never offered on Linux, where it cannot be done, nor on macOS, where present systems ignore the call. Off
until somebody wants it: docks and remote desktops that draw from captures then show no window at all. The
call itself is untested here. What is shared on purpose, the candidate view, always stays in the picture.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from interviewer_app.ui.overriding import override

if TYPE_CHECKING:
    from interviewer_app.controllers.preferences import PreferencesController

Exclude = Callable[[int, bool], bool]
"""Leave the window with this number out, or take it in again; says whether the system agreed."""

_KEY, _ON = "capture", "left out"
_SHARED: Final = "candidate"


class Capture(QObject):
    """Holds the wish and tells the system of every window: the wish is lost whenever a window is hidden."""

    def __init__(self, window: QWidget, preferences: "PreferencesController", exclude: Exclude) -> None:
        super().__init__(window)
        self.setObjectName("capture")
        self._preferences = preferences
        self._exclude = exclude
        self.on = False
        if preferences.recall(_KEY) == _ON:
            self.leave_out(on=True)

    def leave_out(self, *, on: bool) -> bool:
        """Leave all windows out from now on, or take them in; False when the system refuses."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return False
        private = [w for w in app.topLevelWidgets() if w.isVisible() and w.objectName() != _SHARED]
        answers = [self._exclude(int(w.winId()), on) for w in private]
        agreed = all(answers)
        if not agreed and on:
            # Half of it would be worse than nothing.
            for widget in private:
                self._exclude(int(widget.winId()), False)
            return False
        self.on = on
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)
        self._preferences.remember(_KEY, _ON if on else "")
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched.objectName() != _SHARED
        ):
            self._exclude(int(watched.winId()), True)
        return False


def from_system() -> Exclude | None:
    """The system's own way, or None where there is none worth the name."""
    if sys.platform == "win32":
        import ctypes

        # WDA_EXCLUDEFROMCAPTURE; before Windows 10 2004 the window turns black instead.
        left_out, taken_in = 0x11, 0x0

        def exclude(number: int, on: bool) -> bool:
            wish = left_out if on else taken_in
            return bool(ctypes.windll.user32.SetWindowDisplayAffinity(number, wish))

        return exclude
    return None
