"""The slice of a LiveView that each part of the screen is given. For the live screen."""

from interviewer_app import labels
from interviewer_app.controllers.live.views import LiveView
from interviewer_app.domain.live.pacing import TimeState
from interviewer_app.ui.live.curtain import CurtainView
from interviewer_app.ui.live.header import HeaderView
from interviewer_app.ui.live.scores.score_bar import ScoreBarView
from interviewer_app.ui.live.strip.head import HeadView
from interviewer_app.ui.live.strip.plan import StripView, wanting


def header(view: LiveView) -> HeaderView:
    """Who, what for, saved, paused."""
    return HeaderView(view.candidate, view.opening, view.save, view.clock.paused is not None)


def head(view: LiveView) -> HeadView:
    """The clock and where the buttons lead."""
    segments = view.clock.pace.segments
    following = next((s for s in segments if s.step == view.step.following), None)
    prompt_next = following is not None and following.number > 0
    return HeadView(view.clock, not view.step.previous, not view.step.following, prompt_next)


def strip(view: LiveView) -> StripView:
    """The pace."""
    pace = view.clock.pace
    return StripView(pace, view.strip, view.labels, wanted(view), pace.step_state is TimeState.OVER)


def bar(view: LiveView, unfolded: str) -> ScoreBarView:
    """The chips; `unfolded` is the category whose anchors are shown."""
    return ScoreBarView(view.chips, wanted(view), unfolded)


def curtain(view: LiveView) -> CurtainView:
    """The time alone."""
    return CurtainView(labels.clock(view.clock.pace.counted), view.save)


def wanted(view: LiveView) -> frozenset[str]:
    """The categories that should have evidence by now and have none."""
    bare = {chip.letter: chip.wanting for chip in view.chips if not chip.tagged and not chip.untagged}
    return wanting(view.clock.pace, bare)
