"""The slices of a LiveView that the ribbon shows. For the ribbon."""

from dataclasses import dataclass
from typing import Final

from interviewer_app import labels
from interviewer_app.controllers.keeper import SaveView
from interviewer_app.controllers.live.views import ClockView, LiveView
from interviewer_app.domain.live.pacing import Pace, TimeState
from interviewer_app.text import _
from interviewer_app.ui.live.scores.chip import ChipsView
from interviewer_app.ui.live.strip.cost_line import brief
from interviewer_app.ui.live.strip.head import sentence_view
from interviewer_app.ui.live.strip.sentence import Tone
from interviewer_app.ui.ribbon.tag import RibbonBadgeView
from interviewer_app.ui.style.colours import Role

_SIGNS: Final[dict[TimeState, tuple[str, Role]]] = {
    TimeState.EASY: ("", "text"),
    TimeState.NEAR: ("clock", "caution"),
    TimeState.FULL: ("triangle-alert", "caution"),
    TimeState.OVER: ("octagon-alert", "on_alert"),
}
_TONES: Final[dict[Tone, tuple[str, Role]]] = {
    "calm": ("", "text2"),
    "caution": ("clock", "caution"),
    "alert": ("octagon-alert", "alert"),
    "paused": ("pause", "text"),
}


@dataclass(frozen=True, slots=True)
class RibbonHeaderView:
    """Where the call is: the prompt and its time, the interview and its time, what is behind."""

    place: str
    title: str
    left: RibbonBadgeView
    clock: str
    of: str
    fact: RibbonBadgeView
    paused: bool
    last: bool


@dataclass(frozen=True, slots=True)
class RibbonFootView:
    """The categories, the sentence in two parts (the fact first), whether all is saved."""

    chips: ChipsView
    fact: str
    rest: str
    save: SaveView


def header(view: LiveView) -> RibbonHeaderView:
    """The line over the notes."""
    step, pace = view.step, view.clock.pace
    return RibbonHeaderView(
        place=_("{n} of {m}").format(n=step.number, m=step.of) if step.number else "",
        title=view.labels.get(step.step, step.title),
        left=_left(pace),
        clock=labels.clock(pace.counted),
        of=_("of {time}").format(time=labels.minutes(pace.planned)),
        fact=_fact(view.clock),
        paused=view.clock.paused is not None,
        last=not step.following,
    )


def foot(view: LiveView, unfolded: str) -> RibbonFootView:
    """The line under the notes; `unfolded` is the category whose anchors are shown."""
    said = sentence_view(view.clock)
    # What moving on costs is told before it does, here too, where no strip shows it.
    rest = f"{brief(view.clock.pace)} {said.rest}".strip()
    return RibbonFootView(ChipsView(view.chips, view.wanting, unfolded), said.fact, rest, view.save)


def progress(view: LiveView) -> float:
    """How much of the interview's time is gone, 0 to 1."""
    pace = view.clock.pace
    return min(1.0, pace.counted / pace.planned) if pace.planned else 0.0


def _left(pace: Pace) -> RibbonBadgeView:
    sign, role = _SIGNS[pace.step_state]
    words = labels.left(pace.step_spent, pace.step_planned)
    return RibbonBadgeView(words, sign, role, filled=pace.step_state is TimeState.OVER)


def _fact(clock: ClockView) -> RibbonBadgeView:
    said = sentence_view(clock)
    sign, role = _TONES[said.tone]
    return RibbonBadgeView(said.fact.rstrip("."), sign, role) if said.fact else RibbonBadgeView("")
