"""What is left of the plan when a call runs late: shorter prompts, one way only. Everybody may import it.

Only prompts nobody has seen yet give minutes; the frame never does, so the candidate's own stay whole.
Minutes are written down as the kit counts them, before the extra-time factor: changing it stretches them too.
The packet knows nothing of this and holds the call against the kit's own plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS
from interviewer_app.domain.live import call
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.live.timeline import Timeline, timeline
from interviewer_app.domain.marks import Mark, MarkKind
from interviewer_app.domain.moments import Moment

FLOOR = 0.6
"""The share of its planned minutes that a prompt always keeps."""

LEAST = 2.0
"""Minutes that a prompt always keeps, if it was planned so long."""

_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class MinuteCut:
    """Minutes of a prompt, before the extra-time factor; `lost` are whole minutes after it."""

    step: str
    number: int
    old: float
    new: float
    lost: int


def minutes(interview: Interview) -> Mapping[str, float]:
    """Minutes of every step as shortened so far, before the extra-time factor."""
    out = _of_kit(interview)
    for mark in interview.marks:
        if mark.kind is MarkKind.REPLANNED and mark.step in out:
            out[mark.step] = float(mark.new)
    return out


def budgets(interview: Interview) -> Mapping[str, float]:
    """Seconds of every step as shortened so far, stretched by the extra-time factor."""
    each = 60.0 * interview.factor / 100.0
    return {step: planned * each for step, planned in minutes(interview).items()}


def whole(interview: Interview) -> float:
    """Seconds planned in all; moving on never changes them."""
    return sum(_of_kit(interview).values()) * 60.0 * interview.factor / 100.0


def to_come(interview: Interview, line: Timeline, planned: Mapping[str, float]) -> float:
    """Seconds the steps after the one on screen still ask for."""
    return sum(max(planned[step] - line.spent(step), 0.0) for step in _after(interview, line.step))


def late(interview: Interview, line: Timeline, planned: Mapping[str, float]) -> float:
    """Seconds too many if the call moved on now; negative while there is time."""
    return line.counted + to_come(interview, line, planned) - whole(interview)


def propose(interview: Interview, line: Timeline) -> tuple[MinuteCut, ...]:
    """What moving on to the next step now would take, and from which prompts; nothing under a minute.

    Shared out by the minutes the kit plans, so that a second more never takes less from anybody.
    """
    after = _after(interview, line.step)
    seen = {mark.step for mark in interview.marks if mark.kind is MarkKind.SHOWN}
    if not after or after[0] in seen:
        return ()
    minutes_late = int(late(interview, line, budgets(interview)) / 60.0 + _HAIR)
    if minutes_late < 1:
        return ()
    planned, each = minutes(interview), 100.0 / interview.factor
    room: dict[str, int] = {}
    for step in after:
        if interview.kit.prompt(step) is not None and step not in seen:
            # Never below zero: the factor may be another than when it was cut.
            room[step] = max(0, int((planned[step] - _floor(interview, step)) / each + _HAIR))
    shares = _shared_out(interview, planned, room, minutes_late)
    numbers = {prompt.id: n for n, prompt in enumerate(interview.kit.prompts, 1)}
    return tuple(
        MinuteCut(step, numbers[step], planned[step], planned[step] - lost * each, lost)
        for step, lost in shares.items()
        if lost
    )


def move_on(interview: Interview, step: str, now: Moment) -> Update:
    """Bring a step to the screen; on to the next new one, what was proposed comes true with it."""
    line = timeline(interview.marks, now)
    after = _after(interview, line.step)
    cuts = propose(interview, line) if interview.phase is Phase.LIVE and step in after[:1] else ()
    moved = call.show(interview, step, now)
    return _written(moved, cuts, str(moved.interview.marks[-1].seq), now) if moved.changes else moved


def taken(interview: Interview) -> tuple[MinuteCut, ...]:
    """What the move to the step on screen took and nobody has given back."""
    shown = next((m.seq for m in reversed(interview.marks) if m.kind is MarkKind.SHOWN), 0)
    last: dict[str, Mark] = {}
    for mark in reversed(interview.marks):
        if mark.seq <= shown:
            break
        if mark.kind is MarkKind.REPLANNED and mark.ref == str(shown):
            last.setdefault(mark.step, mark)
    cuts: list[MinuteCut] = []
    for number, prompt in enumerate(interview.kit.prompts, 1):
        if prompt.id in last:
            old, new = float(last[prompt.id].old), float(last[prompt.id].new)
            if new < old:
                lost = round((old - new) * interview.factor / 100.0)
                cuts.append(MinuteCut(prompt.id, number, old, new, max(1, lost)))
    return tuple(cuts)


def give_back(interview: Interview, now: Moment) -> Update:
    """Undo what the move to this step took, to the second; nothing to undo changes nothing."""
    call.require(interview, Phase.LIVE)
    back = tuple(MinuteCut(cut.step, cut.number, cut.new, cut.old, cut.lost) for cut in taken(interview))
    shown = next((m.seq for m in reversed(interview.marks) if m.kind is MarkKind.SHOWN), 0)
    return _written(Update(interview), back, str(shown), now)


def _of_kit(interview: Interview) -> dict[str, float]:
    """The minutes the kit plans, in the order of its steps; asked for every second, so without detours."""
    kit = interview.kit
    frame = kit.variant.frame
    prompts = {prompt.id: float(prompt.minutes) for prompt in kit.prompts}
    return {
        OPENING: float(frame.opening),
        **prompts,
        QUESTIONS: float(frame.questions),
        CLOSE: float(frame.close),
    }


def _after(interview: Interview, step: str) -> tuple[str, ...]:
    steps = interview.kit.steps
    return steps[steps.index(step) + 1 if step in steps else 1 :]


def _floor(interview: Interview, step: str) -> float:
    planned = float(interview.kit.step_minutes(step))
    return max(planned * FLOOR, min(LEAST, planned))


def _shared_out(
    interview: Interview, planned: Mapping[str, float], room: Mapping[str, int], whole: int
) -> Mapping[str, int]:
    """Minute by minute from whoever has lost least for its length; of two alike the later one."""
    out = dict.fromkeys(room, 0)
    for _minute in range(min(whole, sum(room.values()))):

        def fullness(step: str) -> float:
            long = interview.kit.step_minutes(step)
            lost = long - planned[step] + out[step] * 100.0 / interview.factor
            return long / (lost * interview.factor / 100.0 + 1.0)

        open_still = [step for step in reversed(out) if out[step] < room[step]]
        out[max(open_still, key=fullness)] += 1
    return out


def _written(update: Update, cuts: tuple[MinuteCut, ...], ref: str, now: Moment) -> Update:
    interview, changes = update.interview, update.changes
    for cut in cuts:
        marked = call.with_mark(
            interview,
            MarkKind.REPLANNED,
            now,
            step=cut.step,
            ref=ref,
            old=_words(cut.old),
            new=_words(cut.new),
        )
        interview, changes = marked.interview, (*changes, *marked.changes)
    return Update(interview, changes)


def _words(value: float) -> str:
    """Read back, it is the same number to the last bit."""
    return repr(value).removesuffix(".0")
