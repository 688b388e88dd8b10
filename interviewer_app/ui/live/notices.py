"""What the banner of the call says: saving fails, another problem, a gap to rule on. For the screen."""

from interviewer_app import labels
from interviewer_app.controllers.views import GapView, SaveState, SaveView
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.marks import GapCause
from interviewer_app.text import _
from interviewer_app.ui.widgets.banner import BannerAction, BannerView

RETRY, COPY, COUNT, LEAVE_OUT = "retry", "copy", "count", "leave_out"


def banner(save: SaveView, problem: Problem | None, gap: GapView | None) -> BannerView | None:
    """The gravest of what there is to say."""
    if save.state is SaveState.FAILED:
        return _saving(save)
    if problem is not None:
        return BannerView("caution", problem.sentence, problem.next_step, dismissable=True)
    return _gap(gap) if gap is not None else None


def _saving(save: SaveView) -> BannerView:
    problem = save.problem
    fact = problem.sentence if problem is not None else _("Saving has failed.")
    step = problem.next_step if problem is not None and problem.next_step else ""
    kept = _("Your text is kept in this window.")
    actions = (BannerAction(RETRY, _("Retry")), BannerAction(COPY, _("Copy text")))
    return BannerView("alert", fact, f"{step} {kept}".strip(), actions)


def _gap(gap: GapView) -> BannerView:
    span = {"start": labels.clock(gap.start), "end": labels.clock(gap.end)}
    known = {
        GapCause.STOPPED.value: _("The program was not running from {start} to {end}."),
        GapCause.ASLEEP.value: _("The computer was asleep from {start} to {end}."),
        GapCause.CLOCK.value: _("The clock was set between {start} and {end}."),
    }
    fact = known.get(gap.cause, _("Nobody watched from {start} to {end}.")).format(**span)
    ruling = _("This time is counted.") if gap.counted else _("This time is left out.")
    actions = (BannerAction(COUNT, _("Count it")), BannerAction(LEAVE_OUT, _("Leave it out")))
    return BannerView("info", fact, ruling, actions, dismissable=True)
