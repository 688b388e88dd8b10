"""What the interviewer is quietly asked in a call: why a prompt left its place, what a gap counts as.

At most one question at a time; none waits for an answer, and what is not answered here is asked in review.
For controllers/live, which hands it to the screen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from interviewer_app.controllers.live.live_call import LiveCall
from interviewer_app.controllers.live.views import ClockView, LiveView
from interviewer_app.controllers.session import InterviewSession
from interviewer_app.domain.interview import Interview, LivePlace
from interviewer_app.domain.live import call
from interviewer_app.domain.live.asking import calm, unruled
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.live.detours import Detour, DetourKind, detours, explain
from interviewer_app.domain.marks import COUNTED, DetourReason, Mark
from interviewer_app.domain.moments import Moment, seconds_between
from interviewer_app.domain.notes.note import StepNotes

PUT_OFF_S = 180.0
"""A question that was put off comes again in the first calm moment after so many seconds."""


@dataclass(frozen=True, slots=True)
class DetourAsk:
    """Prompts that left their place together. `open` while a reason is asked for, else it has been given."""

    steps: tuple[str, ...]
    numbers: tuple[int, ...]
    kind: DetourKind
    reason: DetourReason | None
    words: str
    open: bool


@dataclass(frozen=True, slots=True)
class GapAsk:
    """A stretch nobody watched, seconds since the start; `more` others wait behind it."""

    seq: int
    start: float
    end: float
    cause: str
    counted: bool
    more: int


Ask = DetourAsk | GapAsk


@dataclass(frozen=True, slots=True)
class _Draft:
    """Words being typed beside a reason; `still` when a tick has passed since the last letter."""

    steps: tuple[str, ...]
    reason: DetourReason
    words: str
    still: bool = False


_Key = tuple[str, int]


class AskingController(QObject):
    """`changed` carries the question to show, an Ask, or None; `ask` is the one on screen."""

    changed = Signal(object)

    def __init__(self, live: LiveCall, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.ask: Ask | None = None
        self._clock: ClockView | None = None
        self._interview_id = ""
        self._step = ""
        self._typed: Moment | None = None
        self._put_off: dict[_Key, Moment] = {}
        self._again: tuple[str, ...] = ()
        self._done: tuple[str, ...] = ()
        self._draft: _Draft | None = None
        self._known: tuple[tuple[Mark, ...], Mapping[str, StepNotes], tuple[Detour, ...]] | None = None

    # -- what happens in the call

    def follow(self, view: LiveView) -> None:
        """The call has changed: something may have left its place, or have come back to it."""
        session = self._live.session
        if session is None:
            return
        if view.interview_id != self._interview_id:
            self._interview_id = view.interview_id
            self._put_off.clear()
            self._draft = None
            self._again = self._done = ()
            self._show(None)
            # Who has just come back looks around first.
            self._typed = session.now()
        if view.step.step != self._step:
            self.keep_words()
            self._step = view.step.step
            self._again = self._done = ()
        self.tick(view.clock)

    def tick(self, clock: ClockView) -> None:
        """A second has passed: the moment may be calm now, and words at rest are kept."""
        self._clock = clock
        if self._draft is not None:
            if self._draft.still:
                self.keep_words()
            else:
                self._draft = replace(self._draft, still=True)
        session = self._live.session
        if session is not None:
            self._show(self._wanted(session))

    def typed(self, place: LivePlace | None) -> None:
        """Somebody is writing; looked at with the next tick, for a key press waits for nothing.

        The place was written with the words: no reading of clocks for this at a key press.
        """
        if place is not None:
            self._typed = place.at

    # -- answers

    def explain(self, reason: DetourReason) -> None:
        """Say why the prompts asked about left their place; saying it anew replaces it."""
        ask = self.ask
        if not isinstance(ask, DetourAsk):
            return
        words = ask.words if ask.reason is not None else ""
        self._draft = None
        self._explain(ask.steps, reason, words)
        self._again, self._done = (), ask.steps
        self._live.refresh()

    def add_words(self, words: str) -> None:
        """Say more about a reason just given."""
        ask = self.ask
        if isinstance(ask, DetourAsk) and ask.reason is not None:
            self._draft = None
            self._explain(ask.steps, ask.reason, words)
            self.leave()

    def type_words(self, words: str) -> None:
        """More is being said about a reason just given; kept whatever happens to the question."""
        ask = self.ask
        if isinstance(ask, DetourAsk) and ask.reason is not None:
            self._draft = _Draft(ask.steps, ask.reason, words)

    def keep_words(self) -> None:
        """Store what is being typed, for the call or the question goes from the screen."""
        draft, self._draft = self._draft, None
        session = self._live.session
        if draft is not None and session is not None:
            here = {detour.step for detour in self._detours(session.interview)}
            self._explain(tuple(step for step in draft.steps if step in here), draft.reason, draft.words)

    def rule_gap(self, counted: bool) -> None:  # one answer to one question
        """Count the gap asked about, or leave it out."""
        ask = self.ask
        if isinstance(ask, GapAsk):
            self._live.take(lambda i, now: call.rule_gap(i, ask.seq, counted=counted, now=now))
            self._live.refresh()

    def leave(self) -> None:
        """Later: the question goes, and comes again when it is calm; what was answered stays answered."""
        session = self._live.session
        if session is None:
            return
        self.keep_words()
        if isinstance(self.ask, DetourAsk | GapAsk) and not self._answered(self.ask):
            for key in _keys(self.ask):
                self._put_off[key] = session.now()
        self._again = self._done = ()
        self._live.refresh()

    def reopen(self) -> None:
        """Ask about the latest detour again, answered or put off, so that it can be answered otherwise."""
        session = self._live.session
        if session is None or (self.ask is not None and not self._answered(self.ask)):
            return
        self.keep_words()
        found = self._detours(session.interview)
        if found:
            latest = max(found, key=lambda detour: detour.since)
            self._again = tuple(d.step for d in found if _together(d, latest))
            self._live.refresh()

    # -- inside

    @staticmethod
    def _answered(ask: Ask) -> bool:
        return isinstance(ask, DetourAsk) and ask.reason is not None

    def _explain(self, steps: tuple[str, ...], reason: DetourReason, words: str) -> None:
        for step in steps:
            self._live.take(partial(_explained, step, reason, words))

    def _wanted(self, session: InterviewSession) -> Ask | None:
        """The first that holds: asked for, new, just answered, and in a calm moment what waits."""
        found = self._detours(session.interview)
        asked = tuple(d for d in found if d.step in self._again)
        if asked:
            return _about(asked, open_=True)
        fresh = [d for d in found if d.reason is None and ("detour", d.number) not in self._put_off]
        if fresh:
            return _about(_first_group(fresh), open_=True)
        done = tuple(d for d in found if d.step in self._done and d.reason is not None)
        if done:
            return _about(done, open_=False)
        return self._waiting(session, found)

    def _detours(self, interview: Interview) -> tuple[Detour, ...]:
        """Read anew only when something has happened, for it is asked at every tick."""
        known = self._known
        if known is None or known[0] is not interview.marks or known[1] is not interview.sheets:
            known = self._known = interview.marks, interview.sheets, detours(interview)
        return known[2]

    def _waiting(self, session: InterviewSession, found: tuple[Detour, ...]) -> Ask | None:
        """What may be asked now of gaps and of what was put off; the question that is there stays there."""
        gaps = unruled(session.interview.marks)
        still = isinstance(self.ask, GapAsk) and any(g.seq == self.ask.seq for g in gaps)
        if not still and not self._calm(session, gaps):
            return None
        free = [gap for gap in gaps if self._due(("gap", gap.seq), session)]
        if free:
            return _gap(free[0], len(free) - 1)
        late = [d for d in found if d.reason is None and self._due(("detour", d.number), session)]
        for detour in late:
            del self._put_off["detour", detour.number]
        return _about(_first_group(late), open_=True) if late else None

    def _due(self, key: _Key, session: InterviewSession) -> bool:
        since = self._put_off.get(key)
        return since is None or seconds_between(since, session.now()) >= PUT_OFF_S

    def _calm(self, session: InterviewSession, gaps: tuple[Mark, ...]) -> bool:
        clock = self._clock
        if clock is None:
            return False
        now = session.now()
        signs = [self._typed] if self._typed is not None else []
        # After a gap too, somebody has to find the way back into the talk first.
        signs += [gap.at for gap in gaps[-1:]]
        idle = min((seconds_between(sign, now) for sign in signs), default=0.0)
        paused = clock.paused is not None
        return calm(self._live.step, paused=paused, idle=idle, state=clock.pace.step_state)

    def _show(self, ask: Ask | None) -> None:
        if ask != self.ask:
            self.ask = ask
            self.changed.emit(ask)


def _explained(step: str, reason: DetourReason, words: str, interview: Interview, now: Moment) -> Update:
    return explain(interview, step, reason, words, now)


def _keys(ask: Ask) -> tuple[_Key, ...]:
    if isinstance(ask, GapAsk):
        return (("gap", ask.seq),)
    return tuple(("detour", number) for number in ask.numbers)


def _together(one: Detour, other: Detour) -> bool:
    return (one.since, one.kind) == (other.since, other.kind)


def _first_group(found: list[Detour]) -> tuple[Detour, ...]:
    return tuple(detour for detour in found if _together(detour, found[0]))


def _about(found: tuple[Detour, ...], *, open_: bool) -> DetourAsk:
    """A question about prompts that left their place together."""
    first = found[0]
    return DetourAsk(
        steps=tuple(detour.step for detour in found),
        numbers=tuple(detour.number for detour in found),
        kind=first.kind,
        reason=first.reason,
        words=first.words,
        open=open_,
    )


def _gap(mark: Mark, more: int) -> GapAsk:
    return GapAsk(mark.seq, mark.t - mark.span, mark.t, mark.reason, mark.new == COUNTED, more)
