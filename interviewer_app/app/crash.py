"""What happens to a bug: text is brought to safety first, then the place is logged, then the person is told.

Never logs what an exception says, only what it is and where it arose: messages of other libraries may hold
notes, names or scores. For app/main.
"""

import logging
import sys
import threading  # only to hear of a bug in the writer thread
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from interviewer_app.domain.errors import Problem
from interviewer_app.text import _

_log = logging.getLogger("interviewer.crash")

_QUIET_S = 30.0
"""Seconds in which a bug that comes again is counted, not logged or told again."""


@dataclass(frozen=True, slots=True)
class _Bug:
    error: BaseException | None
    place: str


class CrashHook(QObject):
    """Takes over every exception nobody caught; the program goes on. `flush` says whether all is saved.

    `flush` is asked each time. A storm of the same bug is logged and told at once and then now and then; but
    whenever text that was safe no longer is, or is again, that is told.
    """

    met = Signal(object)
    _elsewhere = Signal(object)

    def __init__(
        self, flush: Callable[[], object], log_path: str, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._flush = flush
        self._log_path = log_path
        self._now = now
        self._saved = True
        self._busy = False
        self._quiet_until: dict[str, float] = {}
        self._left_out = 0
        # Emitted in the writer thread, received in this one: the writer cannot wait for itself.
        self._elsewhere.connect(self._meet)

    def install(self) -> None:
        """Catch exceptions of slots, of events and of the writer thread."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Flush, log, tell; KeyboardInterrupt ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._meet(_Bug(error, f"{kind.__name__} at {where(trace)}"))

    def _catch_in_thread(self, met: threading.ExceptHookArgs) -> None:
        place = f"{met.exc_type.__name__} in the writer at {where(met.exc_traceback)}"
        self._elsewhere.emit(_Bug(met.exc_value, place))

    def _meet(self, bug: _Bug) -> None:
        if self._busy:
            # It arose while another one is told; to tell it too would go round in circles.
            _log.error("%s, while a bug was told", bug.place)
            return
        self._busy = True
        try:
            saved = self._is_saved()
            if saved != self._saved:
                self._saved = saved
                self._quiet_until.clear()
            if self._now() < self._quiet_until.get(bug.place, 0.0):
                self._left_out += 1
                return
            self._quiet_until[bug.place] = self._now() + _QUIET_S
            _log.error("%s (%d left out before)", bug.place, self._left_out)
            self._left_out = 0
            self.met.emit(self._sentence(bug.error))
        finally:
            self._busy = False

    def _is_saved(self) -> bool:
        try:
            return bool(self._flush())
        except Exception as error:  # noqa: BLE001 - then nobody knows, and that is what is told
            _log.error("%s at %s, in the flush", type(error).__name__, where(error.__traceback__))
            return False

    def _sentence(self, error: BaseException | None) -> Problem:
        if isinstance(error, Problem):
            return error
        advice = _("What happened is in {log}, without any of your text.").format(log=self._log_path)
        if not self._saved:
            return Problem(_("The program met a bug, and your last words are not saved yet."), advice)
        return Problem(_("The program met a bug. Your text is saved; you can go on."), advice)


def where(trace: TracebackType | None) -> str:
    """File, line and function of each frame, innermost last; no values and no messages."""
    frames = traceback.extract_tb(trace, limit=-12)
    return " > ".join(
        f"{frame.filename.rpartition('interviewer_app')[2]}:{frame.lineno} {frame.name}" for frame in frames
    )
