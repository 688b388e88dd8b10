"""The call: how it comes, goes on and ends, and its steps. Imported by ui and app.

Notes, time, scores and others have controllers of their own on the same interview (see sitting.LiveCall).
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from interviewer_app import labels
from interviewer_app.controllers.checks.controller import TicksController
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.library.views import OpenWish
from interviewer_app.controllers.live import build
from interviewer_app.controllers.live.call_time import HEARTBEAT_S, TimeController
from interviewer_app.controllers.live.detours import AskingController
from interviewer_app.controllers.live.note_taking import NotesController
from interviewer_app.controllers.live.replanning import PlanController
from interviewer_app.controllers.live.rescue import Rescue
from interviewer_app.controllers.live.scoring import ScoreController
from interviewer_app.controllers.live.views import ClockView, CountsView, LinesView, LiveView
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.controllers.sitting import Act, Sitting
from interviewer_app.domain.changes import Change, InterviewGone, NotePut, TickPut
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import OPENING
from interviewer_app.domain.live import call, replan
from interviewer_app.domain.live.pacing import TimeState
from interviewer_app.domain.marks import MarkKind
from interviewer_app.text import _


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words for screen readers, said politely."""

    words: str


class LiveController(QObject):
    """One live interview. It goes on ticking while another screen is shown.

    `notes`, `time`, `scores`, `plan` and others act on it too; `take` and `refresh` are all they need.
    """

    changed = Signal(object)
    ticked = Signal(object)
    counted = Signal(object)
    saved = Signal(object)
    problem = Signal(object)
    ended = Signal(object)
    announced = Signal(object)

    def __init__(self, keeper: Keeper, preferences: PreferencesController) -> None:
        super().__init__()
        self._keeper = keeper
        self._preferences = preferences
        self._sitting: Sitting | None = None
        self._step = OPENING
        self._beats = 0
        self._state = TimeState.EASY
        self.time = TimeController(self, keeper.clock, self)
        self.time.ticked.connect(self._on_tick)
        self.notes = NotesController(self, self)
        # The same signal, not one that passes it on: it is sent at every key press.
        self.lines_changed = self.notes.changed
        self.notes.settled.connect(self._count)
        self.scores = ScoreController(self)
        self.ticks = TicksController(lambda: self.sitting, self.take, lambda: self._step)
        self.changed.connect(lambda view: self.ticks.show(view.clock.pace))
        self.ticked.connect(lambda clock: self.ticks.follow(clock.pace))
        self.plan = PlanController(self)
        self.rescue = Rescue(self)
        self.asking = AskingController(self, self)
        self.changed.connect(self.asking.follow)
        self.ticked.connect(self.asking.tick)
        self.lines_changed.connect(self.asking.typed)
        keeper.saved.connect(self.saved)
        keeper.removed.connect(self._forget)

    # -- what the small controllers act on

    @property
    def sitting(self) -> Sitting | None:
        """The interview while it is live."""
        sitting = self._sitting
        return sitting if sitting is not None and sitting.interview.phase is Phase.LIVE else None

    @property
    def step(self) -> str:
        """The step on screen."""
        return self._step

    def take(self, act: Act) -> bool:
        """Let something happen, and save it; what the rules forbid is told as a problem."""
        sitting = self.sitting
        if sitting is None:
            return False
        try:
            return sitting.take(act(sitting.interview, sitting.now()))
        except Problem as problem:
            self.problem.emit(problem)
            return False

    def refresh(self) -> None:
        """Show everything anew."""
        sitting = self._sitting
        if sitting is not None:
            self.changed.emit(self._view(sitting))

    # -- coming and going

    def load(self, interview_id: str) -> None:
        """Bring a live interview to the screen; a stretch nobody watched becomes a gap."""
        if self._sitting is not None and self._sitting.interview.id == interview_id:
            self.refresh()
            return
        self.leave()
        self.time.stop()
        interview = self._keeper.load(interview_id)
        self._sitting = Sitting(interview, self._keeper)
        self.scores.forget()
        self.notes.begin(interview)
        shown = next((m.step for m in reversed(interview.marks) if m.kind is MarkKind.SHOWN), OPENING)
        self._step = shown
        self.time.begin(self._sitting)
        self._state = self._clock(self._sitting).pace.step_state
        self.refresh()
        self.time.arm()

    def leave(self) -> None:
        """Note the place; the interview stays live and the clock goes on."""
        if self._sitting is not None:
            self.asking.keep_words()
            self._beat()

    def end_call(self) -> None:
        """The call is over: on to review."""
        sitting = self.sitting
        if sitting is None:
            return
        self.time.look()
        self.asking.keep_words()
        self._beat()
        if self.take(call.end):
            self._put_down()
            self.ended.emit(OpenWish(sitting.interview.id, Phase.TO_REVIEW))

    # -- steps

    def show(self, step: str) -> None:
        """Bring a step to the screen; late, the next one costs the prompts after it what was proposed."""
        if self.sitting is None or step == self._step:
            return
        if self.take(lambda interview, now: replan.move_on(interview, step, now)):
            self._step = step
            self._state = TimeState.EASY
            self._beat()
            self.refresh()
            self.time.arm()
            self._tell_cost()

    def next(self) -> None:
        """The step after this one, if there is one."""
        self._move(1)

    def previous(self) -> None:
        """The step before this one, if there is one."""
        self._move(-1)

    # -- ticks

    def tick_probe(self, probe_id: str, on: bool) -> None:  # the state of a check box
        """A probe was asked, or not after all."""
        self._tick(MarkKind.PROBE, probe_id, on=on)

    def tick_fact(self, fact_id: str, on: bool) -> None:  # the state of a check box
        """A fact was told, or not after all."""
        self._tick(MarkKind.FACT, fact_id, on=on)

    # -- saving

    def retry_save(self) -> None:
        """Try a failed write again now."""
        self._keeper.retry()

    def waiting_text(self) -> str:
        """All that was written and is not on disk yet, one line each, for the clipboard."""
        return "\n".join(filter(None, map(_written, self._keeper.waiting())))

    # -- inside

    def _move(self, by: int) -> None:
        sitting = self.sitting
        if sitting is not None:
            steps = sitting.interview.kit.steps
            at = steps.index(self._step) + by
            if 0 <= at < len(steps):
                self.show(steps[at])

    def _tick(self, kind: MarkKind, ref: str, *, on: bool) -> None:
        if self.sitting is not None:
            self.take(lambda interview, now: call.tick(interview, kind, self._step, ref, on=on, now=now))
            self.refresh()

    def _count(self) -> None:
        """Only what the typing may have changed: the notes themselves are on screen already."""
        sitting = self._sitting
        if sitting is not None:
            found, line = sitting.evidence(), self.time.line(sitting)
            self.counted.emit(
                CountsView(
                    build.chips(sitting.interview, line, found),
                    build.strip_marks(sitting.interview, line),
                    build.clock_view(sitting.interview, line, found),
                )
            )

    def _put_down(self) -> None:
        self.time.stop()
        self.notes.stop()
        self._sitting = None

    def _forget(self, gone: InterviewGone) -> None:
        """A sample was taken out of the library: there is nothing left to watch."""
        if self._sitting is not None and self._sitting.interview.id == gone.interview_id:
            self._put_down()

    def _on_tick(self) -> None:
        sitting = self.sitting
        if sitting is None:
            self.time.stop()
            return
        self._beats = (self._beats + 1) % HEARTBEAT_S
        if self._beats == 0:
            self._beat()
        view = self._clock(sitting)
        self.ticked.emit(view)
        self.time.arm()
        if view.pace.step_state != self._state:
            self._state = view.pace.step_state
            self._announce()

    def _tell_cost(self) -> None:
        sitting = self.sitting
        words = labels.shortened(replan.taken(sitting.interview)) if sitting is not None else ""
        if words:
            self.announced.emit(Announcement(_("{what}. The minutes can be given back.").format(what=words)))

    def _announce(self) -> None:
        words = labels.time_state(self._state)
        if words:
            self.announced.emit(Announcement(words))

    def _beat(self) -> None:
        cursor = self.notes.cursor(self._step)
        self.take(lambda interview, now: call.move_to(interview, self._step, cursor, now))

    def _clock(self, sitting: Sitting) -> ClockView:
        return build.clock_view(sitting.interview, self.time.line(sitting), sitting.evidence())

    def _view(self, sitting: Sitting) -> LiveView:
        sheet = sitting.sheet(self._step)
        interview = sitting.interview
        line = self.time.line(sitting)
        return LiveView(
            interview_id=interview.id,
            candidate=interview.candidate,
            opening=interview.opening.title,
            step=build.step_view(interview, self._step, self._preferences.settings.team),
            chips=build.chips(interview, line, sitting.evidence()),
            strip=build.strip_marks(interview, line),
            labels=build.short_titles(interview),
            clock=build.clock_view(interview, line, sitting.evidence()),
            save=self._keeper.view,
            lines=LinesView(self._step, sheet.lines),
            cursor=self.notes.cursor(self._step),
            factor=interview.factor,
        )


def _written(change: Change) -> str:
    """The words in a change, with their time; empty when it holds none."""
    match change:
        case NotePut(note=note):
            return f"{labels.clock(note.t)} {note.text}"
        case TickPut(tick=tick) if any(tick.cells):
            return f"{labels.clock(tick.t)} {' | '.join(filter(None, tick.cells))}"
    return ""
