"""Ends the program in good order when the system asks it to. For app/main."""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier


class Signals(QObject):
    """Turns SIGTERM and SIGINT into an orderly quit: without this, Python dies before Qt says goodbye."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            return
        self._read, write = os.pipe()
        os.set_blocking(write, False)
        os.set_blocking(self._read, False)
        # Python runs its handlers between bytecodes; the pipe wakes Qt's loop so that there are some.
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, _quit)

    def _drain(self) -> None:
        os.read(self._read, 64)


def _quit(_number: int, _frame: FrameType | None) -> None:
    app = QCoreApplication.instance()
    if app is not None:
        app.quit()
        # The window may refuse to close while something is not saved; the system does not ask.
        app.exit()
