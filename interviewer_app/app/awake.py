"""Asks the system not to sleep while an interview runs, where it can be asked. For app/wiring.py.

Windows: SetThreadExecutionState (untested). Linux: org.freedesktop.ScreenSaver over the session bus. macOS:
the system's own `caffeinate`, which ends with us (untested on a Mac). A system that does not answer is no
matter.
"""

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer

_BUS: Final = "interviewer-awake"
_SAVER: Final = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2


class Awake(QObject):
    """`hold` as often as wanted, `release` once; the end of the process releases too."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held = False
        self._helper: QProcess | None = None

    def hold(self, _why: object = None) -> None:
        """An interview runs."""
        if not self._held:
            self._held = True
            # The bus may be slow to answer, and the first picture of the call comes first.
            QTimer.singleShot(0, self, self._ask)

    def release(self, _why: object = None) -> None:
        """No interview runs any more."""
        if self._held:
            self._held = False
            if self._helper is not None:
                self._helper.kill()
                self._helper.waitForFinished(1000)
                self._helper = None
            _let_sleep()

    def _ask(self) -> None:
        if not self._held:
            return
        if sys.platform == "darwin":
            self._helper = QProcess(self)
            self._helper.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])
        else:
            _keep_awake()


def _keep_awake() -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM | _DISPLAY)
    elif _has_bus():
        # Loaded for the first call, not for the library.
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS)
        if bus.isConnected():
            message = QDBusMessage.createMethodCall(*_SAVER, "Inhibit")
            message.setArguments(["Interviewer", "An interview is running"])
            bus.send(message)


def _let_sleep() -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)
    elif _has_bus():
        from PySide6.QtDBus import QDBusConnection

        # A connection of its own: when it goes, so does what was asked over it.
        QDBusConnection.disconnectFromBus(_BUS)


def _has_bus() -> bool:
    """Whether there is a session bus; without one Qt would try to start one."""
    if not sys.platform.startswith("linux"):
        return False
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (
        bool(folder) and (Path(folder) / "bus").exists()
    )
