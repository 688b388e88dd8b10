"""The call: steps, clocks, notes, ticks and scores, each saved as it happens. Imported by ui and app."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app import labels
from interviewer_app.controllers import live_views
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.controllers.sitting import Sitting, as_left, new_id
from interviewer_app.controllers.ticker import Missed, Ticker
from interviewer_app.controllers.views import ClockView, LinesView, LiveView, OpenWish
from interviewer_app.domain import call
from interviewer_app.domain.call import Update
from interviewer_app.domain.changes import InterviewGone, NotePut
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kit import OPENING
from interviewer_app.domain.marks import GapCause, MarkKind, PauseCause
from interviewer_app.domain.moments import Moment, seconds_between
from interviewer_app.domain.notes import Edit, Sheet
from interviewer_app.domain.pacing import TimeState
from interviewer_app.domain.scores import Score, ScoreState
from interviewer_app.domain.timeline import Timeline, timeline

_COUNT_AFTER_MS = 150
"""Chips and strip follow the typing after this long, so that counting never rides on a key press."""

_HEARTBEAT_S = 5
"""How often the program writes that it is alive, so that a crash shows as a gap of about the right length."""

_NEW_GAP_S = _HEARTBEAT_S + Ticker.LATE


Act = Callable[[Moment], Update]


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words for screen readers, said politely."""

    words: str


class LiveController(QObject):
    """One live interview. It goes on ticking while another screen is shown."""

    changed = Signal(object)
    ticked = Signal(object)
    lines_changed = Signal(object)
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
        self._cursors: dict[str, int] = {}
        self._undo: list[Score] = []
        self._gap = 0
        self._beats = 0
        self._state = TimeState.EASY
        self._ticker = Ticker(keeper.clock, self)
        self._ticker.ticked.connect(self._on_tick)
        self._ticker.missed.connect(self._on_missed)
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_COUNT_AFTER_MS)
        self._recount.timeout.connect(self._show)
        keeper.saved.connect(self.saved)
        keeper.removed.connect(self._forget)

    # -- coming and going

    def load(self, interview_id: str) -> None:
        """Bring a live interview to the screen; a stretch nobody watched becomes a gap."""
        if self._sitting is not None and self._sitting.interview.id == interview_id:
            self._show()
            return
        self.leave()
        self._ticker.stop()
        interview = as_left(self._keeper, interview_id, down=self._keeper.flush())
        self._sitting = Sitting(interview, self._keeper)
        self._undo.clear()
        self._gap = 0
        place = interview.place
        shown = next((m.step for m in reversed(interview.marks) if m.kind is MarkKind.SHOWN), OPENING)
        self._step = shown
        self._cursors = {place.step: place.cursor} if place is not None else {}
        self._recover(interview)
        self._state = self._clock().pace.step_state
        self._show()
        self._arm()

    def leave(self) -> None:
        """Note the place; the interview stays live and the clock goes on."""
        if self._sitting is not None:
            self._beat()

    def end_call(self) -> None:
        """The call is over: on to review."""
        sitting = self._live()
        if sitting is None:
            return
        self._ticker.look()
        self._beat()
        if self._take(lambda now: call.end(sitting.interview, now)):
            self._ticker.stop()
            self._recount.stop()
            self._sitting = None
            self.ended.emit(OpenWish(sitting.interview.id, Phase.TO_REVIEW))

    # -- steps and clocks

    def show(self, step: str) -> None:
        """Bring a step to the screen."""
        sitting = self._live()
        if sitting is None or step == self._step:
            return
        if self._take(lambda now: call.show(sitting.interview, step, now)):
            self._step = step
            self._state = TimeState.EASY
            self._beat()
            self._show()
            self._arm()

    def next(self) -> None:
        """The step after this one, if there is one."""
        self._move(1)

    def previous(self) -> None:
        """The step before this one, if there is one."""
        self._move(-1)

    def pause(self, cause: PauseCause) -> None:
        """Stop the clock."""
        sitting = self._live()
        if sitting is None:
            return
        self._ticker.look()
        if self._take(lambda now: call.pause(sitting.interview, cause, now)):
            self._show()

    def resume(self) -> None:
        """Let the clock go on."""
        sitting = self._live()
        if sitting is not None and self._take(lambda now: call.resume(sitting.interview, now)):
            self._show()
            self._arm()

    def rule_gap(self, seq: int, counted: bool) -> None:  # one answer to one question
        """Count a gap or leave it out."""
        sitting = self._live()
        if sitting is not None:
            self._take(lambda now: call.rule_gap(sitting.interview, seq, counted=counted, now=now))
            self._show()
            self._arm()

    def dismiss_gap(self) -> None:
        """The gap has been seen; it stays in the record."""
        self._gap = 0
        self._show()

    def set_factor(self, factor: int) -> None:
        """Change the extra-time factor, in per cent."""
        sitting = self._live()
        if sitting is not None and self._take(lambda now: call.set_factor(sitting.interview, factor, now)):
            self._show()

    # -- notes

    def edit_notes(self, change: Edit) -> None:
        """Take over what was typed; on its way to the disk when this returns."""
        sitting = self._live()
        if sitting is None:
            return
        sheet = sitting.sheet(change.step)
        if self._take(lambda now: self._typed(sitting.interview, sheet, change, now)):
            self.lines_changed.emit(LinesView(change.step, sitting.interview.sheets[change.step].lines))
            if not self._recount.isActive():
                self._recount.start()

    def all_lines(self) -> tuple[LinesView, ...]:
        """The notes of every step, in the order of the kit."""
        sitting = self._sitting
        if sitting is None:
            return ()
        sheets = sitting.interview.sheets
        return tuple(
            LinesView(step, sheets[step].lines) for step in sitting.interview.kit.steps if step in sheets
        )

    def move_cursor(self, step: str, position: int) -> None:
        """Remember the cursor of a step; written with the next beat."""
        self._cursors[step] = position

    # -- ticks and scores

    def tick_probe(self, probe_id: str, on: bool) -> None:  # the state of a check box
        """A probe was asked, or not after all."""
        self._tick(MarkKind.PROBE, probe_id, on=on)

    def tick_fact(self, fact_id: str, on: bool) -> None:  # the state of a check box
        """A fact was told, or not after all."""
        self._tick(MarkKind.FACT, fact_id, on=on)

    def score(self, letter: str, value: int | None, observed: bool = True) -> None:
        """Set a category to 0-5, to open (None) or to not observed."""
        sitting = self._live()
        if sitting is None:
            return
        before = sitting.interview.score(letter)
        if self._take(lambda now: call.score(sitting.interview, letter, value, now, observed=observed)):
            self._undo.append(before)
            self._show()

    def undo_score(self) -> None:
        """Take back the last score set in this sitting."""
        sitting = self._live()
        if sitting is None or not self._undo:
            return
        old = self._undo.pop()
        seen = old.state is not ScoreState.NOT_OBSERVED
        self._take(
            lambda now: call.score(
                sitting.interview, old.letter, old.value, now, observed=seen, reason=old.reason
            )
        )
        self._show()

    # -- saving

    def retry_save(self) -> None:
        """Try a failed write again now."""
        self._keeper.retry()

    def waiting_text(self) -> str:
        """All notes not on disk yet, one per line, for the clipboard."""
        puts = (change.note for change in self._keeper.waiting() if isinstance(change, NotePut))
        return "\n".join(f"{labels.clock(note.t)} {note.text}" for note in puts)

    # -- inside

    def _live(self) -> Sitting | None:
        sitting = self._sitting
        return sitting if sitting is not None and sitting.interview.phase is Phase.LIVE else None

    def _take(self, act: Act) -> bool:
        sitting = self._sitting
        if sitting is None:
            return False
        try:
            return sitting.take(act(sitting.now()))
        except Problem as problem:
            self.problem.emit(problem)
            return False

    def _move(self, by: int) -> None:
        sitting = self._live()
        if sitting is not None:
            steps = sitting.interview.kit.steps
            at = steps.index(self._step) + by
            if 0 <= at < len(steps):
                self.show(steps[at])

    def _typed(self, interview: Interview, sheet: Sheet, change: Edit, now: Moment) -> Update:
        # The cursor is saved with the text: after a crash it must not stand where it was seconds ago.
        typed = call.type_notes(interview, sheet, change, now, new_id)
        moved = call.move_to(typed.interview, change.step, self._cursors.get(change.step, 0), now)
        return Update(moved.interview, (*typed.changes, *moved.changes) if typed.changes else ())

    def _tick(self, kind: MarkKind, ref: str, *, on: bool) -> None:
        sitting = self._live()
        if sitting is not None:
            self._take(lambda now: call.tick(sitting.interview, kind, self._step, ref, on=on, now=now))
            self._show()

    def _recover(self, interview: Interview) -> None:
        alive = _last_alive(interview)
        now = self._keeper.clock.now()
        if alive is None or call.is_paused(interview) or seconds_between(alive, now) <= _NEW_GAP_S:
            return
        self._add_gap(alive, GapCause.STOPPED, now)

    def _forget(self, gone: InterviewGone) -> None:
        """A sample was taken out of the library: there is nothing left to watch."""
        if self._sitting is not None and self._sitting.interview.id == gone.interview_id:
            self._ticker.stop()
            self._recount.stop()
            self._sitting = None

    def _add_gap(self, since: Moment, cause: GapCause, now: Moment) -> None:
        sitting = self._live()
        if sitting is not None and sitting.take(call.add_gap(sitting.interview, since, cause, now)):
            self._gap = sitting.interview.marks[-1].seq

    def _on_missed(self, missed: Missed) -> None:
        sitting = self._live()
        if sitting is None or call.is_paused(sitting.interview):
            return
        late = seconds_between(missed.since, missed.now) > 1.0 + Ticker.LATE
        self._add_gap(missed.since, GapCause.ASLEEP if late else GapCause.CLOCK, missed.now)
        self._show()

    def _on_tick(self) -> None:
        if self._live() is None:
            self._ticker.stop()
            return
        self._beats = (self._beats + 1) % _HEARTBEAT_S
        if self._beats == 0:
            self._beat()
        view = self._clock()
        self.ticked.emit(view)
        self._arm()
        if view.pace.step_state != self._state:
            self._state = view.pace.step_state
            self._announce()

    def _announce(self) -> None:
        words = labels.time_state(self._state)
        if words:
            self.announced.emit(Announcement(words))

    def _beat(self) -> None:
        sitting = self._live()
        if sitting is not None:
            cursor = self._cursors.get(self._step, 0)
            sitting.take(call.move_to(sitting.interview, self._step, cursor, sitting.now()))

    def _timeline(self) -> Timeline:
        sitting = self._sitting
        if sitting is None:
            raise RuntimeError("no interview is loaded")
        return timeline(sitting.interview.marks, sitting.now())

    def _clock(self) -> ClockView:
        sitting = self._sitting
        if sitting is None:
            raise RuntimeError("no interview is loaded")
        return live_views.clock_view(sitting.interview, self._timeline(), sitting.evidence())

    def _arm(self) -> None:
        line = self._timeline()
        # Counted time stands still in a pause: ticks aimed at its next second would come again at once.
        self._ticker.arm(line.wall if line.paused else line.counted)

    def _show(self) -> None:
        sitting = self._sitting
        if sitting is not None:
            self.changed.emit(self._view(sitting))

    def _view(self, sitting: Sitting) -> LiveView:
        sheet: Sheet = sitting.sheet(self._step)
        interview = sitting.interview
        line = self._timeline()
        return LiveView(
            interview_id=interview.id,
            candidate=interview.candidate,
            opening=interview.opening.title,
            step=live_views.step_view(interview, self._step, self._preferences.settings.team),
            chips=live_views.chips(interview, line, sitting.evidence()),
            strip=live_views.strip_marks(interview, line),
            labels=live_views.short_titles(interview),
            clock=live_views.clock_view(interview, line, sitting.evidence()),
            save=self._keeper.view,
            lines=LinesView(self._step, sheet.lines),
            cursor=self._cursors.get(self._step, 0),
            gap=live_views.gap_view(line, self._gap),
            factor=interview.factor,
        )


def _last_alive(interview: Interview) -> Moment | None:
    """The last moment the program is known to have watched this interview."""
    marked = interview.marks[-1].at if interview.marks else None
    place = interview.place.at if interview.place is not None else None
    if marked is None or place is None:
        return marked or place
    # Not by the wall clock alone: somebody may have set it back in between.
    return marked if seconds_between(place, marked) > 0.0 else place
