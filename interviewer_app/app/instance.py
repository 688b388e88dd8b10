"""One window per data folder: a second start raises the first one and ends. For app/main."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1500


def _name(folder: Path) -> str:
    return "interviewer-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def raise_first(folder: Path) -> bool:
    """Ask the program that owns the folder to show its window; True when it answered."""
    bell = QLocalSocket()
    bell.connectToServer(_name(folder))
    if not bell.waitForConnected(_WAIT_MS):
        return False
    bell.write(b"raise\n")
    done = bell.waitForBytesWritten(_WAIT_MS)
    bell.disconnectFromServer()
    return done


class SecondStart(QObject):
    """Listens for second starts."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # We own the kernel lock, so a socket left behind belongs to nobody.
        QLocalServer.removeServer(_name(folder))
        self._server.listen(_name(folder))

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        caller = self._server.nextPendingConnection()
        if caller is not None:
            caller.disconnected.connect(caller.deleteLater)
        self.rung.emit()
