"""The second hand: ticks that never drift, and word of the stretches they missed. For controllers/live."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from interviewer_app.controllers.clock import Clock
from interviewer_app.domain.moments import Moment, disagreement, seconds_between


@dataclass(frozen=True, slots=True)
class Missed:
    """A stretch without ticks, `since` to `now`, or one over which the clocks disagree."""

    since: Moment
    now: Moment


class Ticker(QObject):
    """Ticks at each whole second of an interview and notices when a stretch of time went by unwatched.

    Re-armed to the next whole second instead of counting, so that a late tick makes no later one late.
    """

    ticked = Signal()
    missed = Signal(object)

    LATE = 2.0
    """Seconds a tick may come late, or the clocks disagree, before the stretch is reported."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)
        self._last: Moment | None = None
        self._due = 1.0

    def arm(self, seconds: float) -> None:
        """Aim the next tick at the next whole second of a clock that shows `seconds` now."""
        self.look()
        self._due = 1.0 - seconds % 1.0
        self._timer.start(max(1, round(self._due * 1000) + 1))

    def stop(self) -> None:
        """No more ticks until armed again."""
        self._timer.stop()
        self._last = None

    def look(self) -> None:
        """Report a stretch that went by unwatched now, before something else is noted."""
        now = self._clock.now()
        last, self._last = self._last, now
        if last is None:
            return
        late = seconds_between(last, now) - self._due
        jump = disagreement(last, now)
        if late > self.LATE or abs(jump) > self.LATE:
            self.missed.emit(Missed(last, now))

    def _fire(self) -> None:
        self.look()
        self._due = 1.0
        self._timer.start(1000)
        self.ticked.emit()
