"""What happens to a bug: text is brought to safety first, then the place is logged, then the person is told.

Never logs what an exception says, only what it is and where it arose: messages of other libraries may hold
notes, names or scores. For app/main.
"""

import logging
import sys
import threading  # only to hear of a bug in the writer thread
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from interviewer_app.domain.errors import Problem
from interviewer_app.text import _

_log = logging.getLogger("interviewer.crash")
_MOST = 20


class CrashHook(QObject):
    """Takes over every exception nobody caught; the program goes on. `flush` says whether all is saved."""

    met = Signal(object)

    def __init__(self, flush: Callable[[], object], log_path: str) -> None:
        super().__init__()
        self._flush = flush
        self._log_path = log_path
        self._count = 0

    def install(self) -> None:
        """Catch exceptions of slots, of events and of the writer thread."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Flush, log, tell; KeyboardInterrupt ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._count += 1
        if self._count > _MOST:
            return
        saved = bool(self._flush())
        _log.error("%s at %s", kind.__name__, where(trace))
        self.met.emit(self._sentence(error, saved=saved))

    def _catch_in_thread(self, met: threading.ExceptHookArgs) -> None:
        self._count += 1
        if self._count <= _MOST:
            _log.error("%s in the writer at %s", met.exc_type.__name__, where(met.exc_traceback))
            self.met.emit(Problem(_("Saving has stopped because of a bug."), self._advice()))

    def _sentence(self, error: BaseException, *, saved: bool) -> Problem:
        if isinstance(error, Problem):
            return error
        if not saved:
            return Problem(_("The program met a bug, and your last words are not saved yet."), self._advice())
        return Problem(_("The program met a bug. Your text is saved; you can go on."), self._advice())

    def _advice(self) -> str:
        return _("What happened is in {log}, without any of your text.").format(log=self._log_path)


def where(trace: TracebackType | None) -> str:
    """File, line and function of each frame, innermost last; no values and no messages."""
    frames = traceback.extract_tb(trace, limit=-12)
    return " > ".join(
        f"{frame.filename.rpartition('interviewer_app')[2]}:{frame.lineno} {frame.name}" for frame in frames
    )
