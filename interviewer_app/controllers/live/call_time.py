"""The time of the call on screen: pauses, gaps, extra time and the second hand. For controllers/live."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.live.live_call import LiveCall
from interviewer_app.controllers.session import InterviewSession
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.live import call
from interviewer_app.domain.live.timeline import Timeline, timeline
from interviewer_app.domain.marks import GapCause, PauseCause
from interviewer_app.domain.moments import Moment, disagreement, seconds_between

HEARTBEAT_S = 5
"""How often the program writes that it is alive, so that a crash shows as a gap of about the right length."""


@dataclass(frozen=True, slots=True)
class MissedStretch:
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
            self.missed.emit(MissedStretch(last, now))

    def _fire(self) -> None:
        self.look()
        self._due = 1.0
        self._timer.start(1000)
        self.ticked.emit()


_NEW_GAP_S = HEARTBEAT_S + Ticker.LATE


class TimeController(QObject):
    """`ticked` comes at each whole second."""

    ticked = Signal()

    def __init__(self, live: LiveCall, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._clock = clock
        self._ticker = Ticker(clock, self)
        self._ticker.ticked.connect(self.ticked)
        self._ticker.missed.connect(self._on_missed)

    # -- for the call

    def begin(self, session: InterviewSession) -> None:
        """An interview comes to the screen; a stretch nobody watched becomes a gap."""
        interview = session.interview
        alive = _last_alive(interview)
        now = self._clock.now()
        if alive is None or call.is_paused(interview) or seconds_between(alive, now) <= _NEW_GAP_S:
            return
        self._add_gap(alive, GapCause.STOPPED, now)

    def line(self, session: InterviewSession) -> Timeline:
        """Every clock as it stands now."""
        return timeline(session.interview.marks, session.now())

    def arm(self) -> None:
        """Aim the next tick at the next whole second."""
        session = self._live.session
        if session is not None:
            line = self.line(session)
            # Counted time stands still in a pause: ticks aimed at its next second would come again at once.
            self._ticker.arm(line.wall if line.paused else line.counted)

    def look(self) -> None:
        """Note a stretch that went by unwatched, before something else is noted."""
        self._ticker.look()

    def stop(self) -> None:
        """No more ticks until armed again."""
        self._ticker.stop()

    # -- for the screen

    def pause(self, cause: PauseCause) -> None:
        """Stop the clock."""
        if self._live.session is None:
            return
        self.look()
        if self._live.take(lambda i, now: call.pause(i, cause, now)):
            self._live.refresh()

    def resume(self) -> None:
        """Let the clock go on."""
        if self._live.take(call.resume):
            self._live.refresh()
            self.arm()

    def set_factor(self, factor: int) -> None:
        """Change the extra-time factor, in per cent."""
        if self._live.take(lambda i, now: call.set_factor(i, factor, now)):
            self._live.refresh()

    # -- inside

    def _add_gap(self, since: Moment, cause: GapCause, now: Moment) -> None:
        self._live.take(lambda interview, _now: call.add_gap(interview, since, cause, now))

    def _on_missed(self, missed: MissedStretch) -> None:
        session = self._live.session
        if session is None or call.is_paused(session.interview):
            return
        late = seconds_between(missed.since, missed.now) > 1.0 + Ticker.LATE
        self._add_gap(missed.since, GapCause.ASLEEP if late else GapCause.CLOCK, missed.now)
        self._live.refresh()


def _last_alive(interview: Interview) -> Moment | None:
    """The last moment the program is known to have watched this interview."""
    marked = interview.marks[-1].at if interview.marks else None
    place = interview.place.at if interview.place is not None else None
    if marked is None or place is None:
        return marked or place
    # Not by the wall clock alone: somebody may have set it back in between.
    return marked if seconds_between(place, marked) > 0.0 else place
