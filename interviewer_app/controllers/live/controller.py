"""The call: how it comes, goes on and ends, and its steps. Imported by ui and app.

Notes, time, scores and others have controllers of their own on the same interview (see live_call).
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from interviewer_app import labels
from interviewer_app.controllers.checks.controller import TicksController
from interviewer_app.controllers.keeper import Keeper, SaveView
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.controllers.live import build
from interviewer_app.controllers.live.call_time import HEARTBEAT_S, TimeController
from interviewer_app.controllers.live.choices import PromptController, ScoreController
from interviewer_app.controllers.live.detours import AskingController
from interviewer_app.controllers.live.note_taking import NotesController
from interviewer_app.controllers.live.rescue import Rescue
from interviewer_app.controllers.live.views import ClockView, LinesView, LiveView
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.controllers.session import Act, InterviewSession
from interviewer_app.domain.changes import InterviewGone
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import OPENING
from interviewer_app.domain.live import call, replan
from interviewer_app.domain.live.pacing import TimeState
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.records import changed
from interviewer_app.text import _


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words for screen readers, said politely."""

    words: str


class LiveController(QObject):
    """One live interview. It goes on ticking while another screen is shown.

    `changed` carries the whole `view` as it is now, after each key press and second too; the parts that are
    not new are the same objects as before. `step` is the step on screen. `notes`, `time`, `scores`, `prompt`
    and others act on the call too.
    """

    changed = Signal(object)
    problem = Signal(object)
    ended = Signal(object)
    announced = Signal(object)

    def __init__(self, keeper: Keeper, preferences: PreferencesController) -> None:
        super().__init__()
        self._keeper = keeper
        self._preferences = preferences
        self.view: LiveView | None = None
        self._session: InterviewSession | None = None
        self.step = OPENING
        self._beats = 0
        self._state = TimeState.EASY
        self.time = TimeController(self, keeper.clock, self)
        self.time.ticked.connect(self._on_tick)
        self.notes = NotesController(self, self)
        self.notes.settled.connect(self._count)
        self.scores = ScoreController(self)
        self.ticks = TicksController(lambda: self.session, self.take, lambda: self.step)
        self.prompt = PromptController(self)
        self.rescue = Rescue(self, keeper)
        self.asking = AskingController(self, self)
        keeper.saved.connect(self._show_saved)
        keeper.removed.connect(self._forget)

    # -- what the small controllers act on

    @property
    def session(self) -> InterviewSession | None:
        """The interview while it is live."""
        session = self._session
        return session if session is not None and session.interview.phase is Phase.LIVE else None

    def take(self, act: Act) -> bool:
        """Let something happen, and save it; what the rules forbid is told as a problem."""
        session = self.session
        if session is None:
            return False
        try:
            return session.take(act(session.interview, session.now()))
        except Problem as problem:
            self.problem.emit(problem)
            return False

    def refresh(self) -> None:
        """Show everything anew."""
        session = self._session
        if session is not None:
            view = self._whole(session)
            self.ticks.show(view.clock.pace)
            self.asking.follow(view)
            self._tell(view)

    def show_lines(self, lines: LinesView) -> None:
        """A key was pressed: these lines are new and nothing else is."""
        view, session = self.view, self._session
        if view is not None and session is not None:
            self.asking.typed(session.interview.place)
            if lines.step == view.step.step:
                self._tell(changed(view, lines=lines))

    # -- coming and going

    def load(self, interview_id: str) -> None:
        """Bring a live interview to the screen; a stretch nobody watched becomes a gap."""
        if self._session is not None and self._session.interview.id == interview_id:
            self.refresh()
            return
        self.leave()
        self.time.stop()
        interview = self._keeper.load(interview_id)
        self._session, self.view = InterviewSession(interview, self._keeper), None
        self.scores.forget()
        self.notes.begin(interview)
        shown = next((m.step for m in reversed(interview.marks) if m.kind is MarkKind.SHOWN), OPENING)
        self.step = shown
        self.time.begin(self._session)
        self._state = self._clock(self._session).pace.step_state
        self.refresh()
        self.time.arm()

    def leave(self) -> None:
        """Note the place; the interview stays live and the clock goes on."""
        if self._session is not None:
            self.asking.keep_words()
            self._beat()

    def end_call(self) -> None:
        """The call is over: on to review."""
        session = self.session
        if session is None:
            return
        self.time.look()
        self.asking.keep_words()
        self._beat()
        if self.take(call.end):
            self._put_down()
            self.ended.emit(OpenRequest(session.interview.id, Phase.TO_REVIEW))

    # -- steps

    def show(self, step: str) -> None:
        """Bring a step to the screen; late, the next one costs the prompts after it what was proposed."""
        if self.session is None or step == self.step:
            return
        if self.take(lambda interview, now: replan.move_on(interview, step, now)):
            self.step = step
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

    # -- inside

    def _move(self, by: int) -> None:
        session = self.session
        if session is not None:
            steps = session.interview.kit.steps
            at = steps.index(self.step) + by
            if 0 <= at < len(steps):
                self.show(steps[at])

    def _count(self) -> None:
        """Only what the typing may have changed: the notes themselves are on screen already."""
        session = self._session
        if session is not None and self.view is not None:
            found, line = session.evidence(), self.time.line(session)
            chips = build.chips(session.interview, line, found)
            self._tell(
                changed(
                    self.view,
                    chips=self.view.chips if chips == self.view.chips else chips,
                    strip=build.strip_marks(session.interview, line),
                    clock=build.clock_view(session.interview, line, found),
                )
            )

    def _show_saved(self, save: SaveView) -> None:
        if self.view is not None:
            self._tell(changed(self.view, save=save))

    def _tell(self, view: LiveView) -> None:
        self.view = view
        self.changed.emit(view)

    def _put_down(self) -> None:
        self.time.stop()
        self.notes.stop()
        self._session = self.view = None

    def _forget(self, gone: InterviewGone) -> None:
        """A sample was taken out of the library: there is nothing left to watch."""
        if self._session is not None and self._session.interview.id == gone.interview_id:
            self._put_down()

    def _on_tick(self) -> None:
        session = self.session
        if session is None:
            self.time.stop()
            return
        self._beats = (self._beats + 1) % HEARTBEAT_S
        if self._beats == 0:
            self._beat()
        clock = self._clock(session)
        self.ticks.follow(clock.pace)
        self.asking.tick(clock)
        if self.view is not None:
            self._tell(changed(self.view, clock=clock))
        self.time.arm()
        if clock.pace.step_state != self._state:
            self._state = clock.pace.step_state
            self._announce()

    def _tell_cost(self) -> None:
        session = self.session
        words = labels.shortened(replan.taken(session.interview)) if session is not None else ""
        if words:
            self.announced.emit(Announcement(_("{what}. The minutes can be given back.").format(what=words)))

    def _announce(self) -> None:
        words = labels.time_state(self._state)
        if words:
            self.announced.emit(Announcement(words))

    def _beat(self) -> None:
        cursor = self.notes.cursor(self.step)
        self.take(lambda interview, now: call.move_to(interview, self.step, cursor, now))

    def _clock(self, session: InterviewSession) -> ClockView:
        return build.clock_view(session.interview, self.time.line(session), session.evidence())

    def _whole(self, session: InterviewSession) -> LiveView:
        sheet = session.sheet(self.step)
        interview = session.interview
        line = self.time.line(session)
        view = LiveView(
            interview_id=interview.id,
            candidate=interview.candidate,
            opening=interview.opening.title,
            step=build.step_view(interview, self.step, self._preferences.settings.team),
            chips=build.chips(interview, line, session.evidence()),
            strip=build.strip_marks(interview, line),
            labels=build.short_titles(interview),
            clock=build.clock_view(interview, line, session.evidence()),
            save=self._keeper.view,
            lines=LinesView(self.step, sheet.lines),
            cursor=self.notes.cursor(self.step),
            factor=interview.factor,
        )
        return view if self.view is None else build.shared(self.view, view)
