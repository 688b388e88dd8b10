"""Is there time left for what still has no evidence? Everybody may import it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.kit import CLOSE, QUESTIONS
from interviewer_app.domain.live import replan
from interviewer_app.domain.live.replan import MinuteCut
from interviewer_app.domain.live.timeline import Timeline


class TimeState(StrEnum):
    """How full a budget is: under 75, from 75, from 100 and from 110 per cent."""

    EASY = "easy"
    NEAR = "near"
    FULL = "full"
    OVER = "over"


def time_state(spent: float, planned: float) -> TimeState:
    """The state of a budget; a budget of nothing is easy."""
    share = spent / planned if planned > 0 else 0.0
    if share >= 1.10:
        return TimeState.OVER
    if share >= 1.0:
        return TimeState.FULL
    return TimeState.NEAR if share >= 0.75 else TimeState.EASY


class SentenceKind(StrEnum):
    """What matters next, gravest first."""

    CANDIDATE_TIME = "candidate_time"
    LAST_CHANCE = "last_chance"
    BEHIND_GAP = "behind_gap"
    BEHIND = "behind"
    ON_PLAN = "on_plan"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Sentence:
    """The strip's sentence, as facts: minutes behind, the categories meant and their prompt numbers."""

    kind: SentenceKind
    minutes: int = 0
    letters: tuple[str, ...] = ()
    prompts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A step on the strip. Seconds from the start of the strip; `number` is 0 for a step of the frame.

    `planned` is the budget as shortened so far, `proposed` what moving on now would leave of it.
    """

    step: str
    number: int
    start: float
    end: float
    planned: float
    spent: float
    current: bool
    done: bool
    over_from: float
    letters: tuple[str, ...]
    proposed: float | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """Where the call stands now, in seconds.

    `step_at` are minutes of the prompt's own time plan, which shrinks and stretches with its budget. Moving
    on now would take `proposal`; the move to this step took `taken`, which can still be given back.
    """

    counted: float
    planned: float
    step_spent: float
    step_planned: float
    step_state: TimeState
    segments: tuple[Segment, ...]
    sentence: Sentence
    step_at: float = 0.0
    proposal: tuple[MinuteCut, ...] = ()
    taken: tuple[MinuteCut, ...] = ()


def pace(interview: Interview, line: Timeline, found: Mapping[str, int]) -> Pace:
    """Where the call stands against the plan; `found` counts the evidence per category."""
    steps = interview.kit.steps
    at = steps.index(line.step) if line.step in steps else 0
    budgets = replan.budgets(interview)
    own, spent = budgets[steps[at]], line.spent(steps[at])
    late = replan.late(interview, line, budgets)
    proposal = replan.propose(interview, line) if late >= 60.0 else ()
    return Pace(
        counted=line.counted,
        planned=replan.whole(interview),
        step_spent=spent,
        step_planned=own,
        step_state=time_state(spent, own),
        segments=_segments(interview, line, at, budgets, late, proposal),
        sentence=_sentence(interview, line, at, late, budgets, found),
        step_at=spent / own * interview.kit.step_minutes(steps[at]) if own else 0.0,
        proposal=proposal,
        taken=replan.taken(interview),
    )


def _segments(
    interview: Interview,
    line: Timeline,
    at: int,
    budgets: Mapping[str, float],
    late: float,
    proposal: tuple[MinuteCut, ...],
) -> tuple[Segment, ...]:
    out: list[Segment] = []
    each = 60.0 * interview.factor / 100.0
    proposed = {cut.step: cut.new * each for cut in proposal}
    cursor = 0.0
    number = 0
    prompts = {prompt.id: prompt for prompt in interview.kit.prompts}
    for index, step in enumerate(interview.kit.steps):
        prompt = prompts.get(step)
        number += prompt is not None
        planned, spent = budgets[step], line.spent(step)
        width = spent if index < at else max(planned, spent) if index == at else planned
        end = cursor + width
        # The step on screen is over from where the rest of the plan no longer fits.
        over_from = cursor + spent - late if index == at else end
        out.append(
            Segment(
                step=step,
                number=number if prompt is not None else 0,
                start=cursor,
                end=end,
                planned=planned,
                spent=spent,
                current=index == at,
                done=index < at,
                over_from=min(max(over_from, cursor), end),
                letters=tuple(prompt.categories) if prompt is not None else (),
                proposed=proposed.get(step),
            )
        )
        cursor = end
    return tuple(out)


def _sentence(
    interview: Interview,
    line: Timeline,
    at: int,
    late: float,
    budgets: Mapping[str, float],
    found: Mapping[str, int],
) -> Sentence:
    """The first that holds of what MOCKS lists, gravest first."""
    kit, step = interview.kit, interview.kit.steps[at]
    rest = max(budgets[step] - line.spent(step), 0.0)
    minutes = int(max(late + rest, 0.0) // 60)
    if line.paused:
        return Sentence(SentenceKind.PAUSED)
    left = replan.whole(interview) - line.counted
    yours = budgets[QUESTIONS] + budgets[CLOSE]
    if minutes and step not in {QUESTIONS, CLOSE} and left < yours:
        return Sentence(SentenceKind.CANDIDATE_TIME, minutes)
    chances = _chances(interview, at, found)
    current = next((n for n, prompt in enumerate(kit.prompts, 1) if prompt.id == step), 0)
    # Said while there is still time to ask, and not while the prompt has hardly begun.
    late = time_state(line.spent(step), budgets[step]) is not TimeState.EASY
    last = tuple(letter for letter, numbers in chances.items() if late and numbers == (current,))
    if last:
        return Sentence(SentenceKind.LAST_CHANCE, minutes, last, (current,))
    if minutes and chances:
        letter, numbers = next(iter(chances.items()))
        return Sentence(SentenceKind.BEHIND_GAP, minutes, (letter,), numbers[:1])
    if minutes:
        return Sentence(SentenceKind.BEHIND, minutes)
    coming = {letter: numbers[0] for letter, numbers in chances.items() if numbers[0] > current}
    return Sentence(SentenceKind.ON_PLAN, 0, tuple(coming), tuple(coming.values()))


def _chances(interview: Interview, at: int, found: Mapping[str, int]) -> Mapping[str, tuple[int, ...]]:
    """For each category without evidence the numbers of the prompts, from this step on, that ask for it."""
    kit, steps = interview.kit, interview.kit.steps
    ahead = [(n, p) for n, p in enumerate(kit.prompts, 1) if steps.index(p.id) >= at]
    missing = (c.letter for c in kit.categories if not found.get(c.letter, 0))
    asked = ((letter, tuple(n for n, p in ahead if letter in p.categories)) for letter in missing)
    return {letter: numbers for letter, numbers in asked if numbers}
