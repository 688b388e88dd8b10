"""What the candidate may see of the call, and nothing else of it. For ui/candidate and ui/shell.

The window is given this and never the call itself: what is not in here cannot show up there (P-05).
"""

from dataclasses import dataclass, replace
from math import ceil

from interviewer_app.controllers.live.views import ClockView, LiveView
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS
from interviewer_app.text import _


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A question, `number` of `of`, or with number 0 the words that stand in for one.

    `minutes` are whole minutes left, rounded up; 0 says nothing of time, so it is never "over". `material` is
    what a task hands out.
    """

    number: int
    of: int
    text: str
    minutes: int = 0
    material: str = ""


def candidate_view(view: LiveView) -> CandidateView:
    """The step on screen as the candidate may see it."""
    step = view.step
    if step.number > 0:
        material = "\n\n".join(part.strip("\n") for part in step.materials)
        shown = CandidateView(step.number, step.of, step.text, material=material)
    else:
        shown = CandidateView(0, step.of, _stand_in(step.step))
    if step.number > 0 or step.step == QUESTIONS:
        return with_clock(shown, view.clock)
    return shown


def with_clock(view: CandidateView, clock: ClockView) -> CandidateView:
    """The same with the minutes left of the step."""
    left = clock.pace.step_planned - clock.pace.step_spent
    return replace(view, minutes=max(0, ceil(left / 60)))


def _stand_in(step: str) -> str:
    """Words for a step without a question of ours."""
    words = {OPENING: _("Welcome"), QUESTIONS: _("Your questions"), CLOSE: _("Thank you")}
    return words.get(step, _("Between questions"))
