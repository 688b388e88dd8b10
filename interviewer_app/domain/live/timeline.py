"""Every clock of an interview, computed from its marks. Everybody may import it."""

from collections.abc import Mapping
from dataclasses import dataclass

from interviewer_app.domain.marks import COUNTED, Mark, MarkKind, since_start
from interviewer_app.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class Stretch:
    """A step on screen from `start` to `end`, seconds since the start, pauses cut out."""

    step: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Interruption:
    """A pause or a gap; `counted` says whether its seconds belong to the interview."""

    seq: int
    start: float
    end: float
    pause: bool
    cause: str
    counted: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Where an interview stands. All values are seconds; `counted` leaves pauses and excluded gaps out."""

    wall: float
    counted: float
    steps: Mapping[str, float]
    stretches: tuple[Stretch, ...]
    aways: tuple[Interruption, ...]
    step: str
    paused: bool
    ended: bool

    def spent(self, step: str) -> float:
        """Counted seconds of a step so far."""
        return self.steps.get(step, 0.0)

    def counted_at(self, t: float) -> float:
        """Counted seconds at `t` seconds since the start."""
        return sum(min(s.end, t) - s.start for s in self.stretches if s.start < t)


NOTHING = Timeline(0.0, 0.0, {}, (), (), "", paused=False, ended=False)


class _Fold:
    """Walks the marks once, keeping what is open."""

    def __init__(self, rulings: Mapping[str, str]) -> None:
        self.rulings = rulings
        self.stretches: list[Stretch] = []
        self.aways: list[Interruption] = []
        self.step = ""
        self.since: float | None = None
        self.away: tuple[int, float, str] | None = None
        self.ended = False

    def take(self, mark: Mark) -> None:
        match mark.kind:
            case MarkKind.STARTED:
                self.since = mark.t
            case MarkKind.SHOWN:
                self.close(mark.t)
                self.step = mark.step
                self._reopen(mark.t)
            case MarkKind.PAUSED | MarkKind.ENDED:
                self._leave(mark)
            case MarkKind.RESUMED | MarkKind.CONTINUED:
                self._return(mark)
            case MarkKind.GAP:
                self._gap(mark)
            case _:
                pass

    def close(self, t: float) -> None:
        if self.since is not None and self.step and t > self.since:
            self.stretches.append(Stretch(self.step, self.since, t))
        self.since = None

    def _reopen(self, t: float) -> None:
        if self.away is None and not self.ended:
            self.since = t

    def _leave(self, mark: Mark) -> None:
        self.close(mark.t)
        self.ended = mark.kind is MarkKind.ENDED
        if self.away is None:
            self.away = (mark.seq, mark.t, mark.reason)

    def _return(self, mark: Mark) -> None:
        if self.away is not None:
            seq, start, cause = self.away
            self.aways.append(Interruption(seq, start, mark.t, pause=True, cause=cause, counted=False))
        self.away = None
        self.ended = False
        self.since = mark.t

    def _gap(self, mark: Mark) -> None:
        counted = self.rulings.get(str(mark.seq), mark.new) == COUNTED
        start = mark.t - mark.span
        self.aways.append(
            Interruption(mark.seq, start, mark.t, pause=False, cause=mark.reason, counted=counted)
        )
        if counted:
            return
        if self.since is not None:
            self.close(mark.t)
            self.since = mark.t
        # A gap may be told late, when another step is on screen already.
        self.stretches = [part for whole in self.stretches for part in _without(whole, start, mark.t)]


def _without(whole: Stretch, start: float, end: float) -> tuple[Stretch, ...]:
    """What is left of a stretch when `start` to `end` is cut out."""
    if end <= whole.start or start >= whole.end:
        return (whole,)
    parts = Stretch(whole.step, whole.start, start), Stretch(whole.step, end, whole.end)
    return tuple(part for part in parts if part.end > part.start)


def timeline(marks: tuple[Mark, ...], now: Moment) -> Timeline:
    """Fold the marks up to `now`; an interview that has ended stands still at its end."""
    if not marks:
        return NOTHING
    fold = _Fold({m.ref: m.new for m in marks if m.kind is MarkKind.GAP_RULED})
    for mark in marks:
        fold.take(mark)
    wall = since_start(marks, now)
    if fold.ended and fold.away is not None:
        wall = fold.away[1]
    paused = fold.away is not None and not fold.ended
    if fold.away is not None and paused:
        seq, start, cause = fold.away
        fold.aways.append(Interruption(seq, start, wall, pause=True, cause=cause, counted=False))
    fold.close(wall)
    steps: dict[str, float] = {}
    for stretch in fold.stretches:
        steps[stretch.step] = steps.get(stretch.step, 0.0) + stretch.end - stretch.start
    return Timeline(
        wall=wall,
        counted=sum(steps.values()),
        steps=steps,
        stretches=tuple(fold.stretches),
        aways=tuple(fold.aways),
        step=fold.step,
        paused=paused,
        ended=fold.ended,
    )
