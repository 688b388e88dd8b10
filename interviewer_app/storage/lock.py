"""One writing program per data folder, by a lock the kernel frees when its holder dies. For app and cli."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from interviewer_app.domain.errors import ReadOnlyStore, StoreBusy
from interviewer_app.storage.places import private_folder
from interviewer_app.text import _

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = ".lock"
"""The file that carries the lock. It is never the database: SQLite's own locks must not be disturbed."""


class FolderLock:
    """The right to write in a data folder; also a context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock at once; StoreBusy when another process has it, ReadOnlyStore for want of rights."""
        if self._handle is not None:
            return
        private_folder(self._folder)
        try:
            handle = os.open(self._folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise ReadOnlyStore(
                _("The folder {folder} cannot be written.").format(folder=self._folder),
                _("Check its rights, or choose another data folder."),
            ) from error
        try:
            _take(handle)
        except OSError as error:
            os.close(handle)
            raise StoreBusy(
                _("Interviewer is already working in {folder}.").format(folder=self._folder),
                _("Use the window that is open, or close it first."),
            ) from error
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; giving it back twice does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _take(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
