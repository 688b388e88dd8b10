"""What the banner of the call says: saving fails, a copy was kept, another problem. For the screen."""

from pathlib import Path

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.domain.errors import DiskFull, Problem
from interviewer_app.text import _
from interviewer_app.ui.live.copying import Copy
from interviewer_app.ui.widgets.banner import BannerAction, BannerView

RETRY, KEEP, COPY = "retry", "keep", "copy"


def banner(save: SaveView, problem: Problem | None, copy: Copy | None) -> BannerView | None:
    """The gravest of what there is to say; `copy` is what became of the last copy of this call."""
    if save.state is SaveState.FAILED:
        return _saving(save, copy)
    if problem is not None:
        return BannerView("caution", problem.sentence, problem.next_step, dismissable=True)
    return None


def _saving(save: SaveView, copy: Copy | None) -> BannerView:
    failed = save.problem
    fact = failed.sentence if failed is not None else _("Saving has failed.")
    step = failed.next_step if failed is not None and failed.next_step else ""
    # A full disk says so itself.
    kept = "" if isinstance(failed, DiskFull) else _("Your text is kept in this window.")
    actions = (
        BannerAction(RETRY, _("Retry")),
        BannerAction(KEEP, _("Save a copy")),
        BannerAction(COPY, _("Copy text")),
    )
    words = f"{step} {kept}".strip()
    # What was just tried comes first: it is what the person looks for.
    if copy is not None and copy.problem is not None:
        return BannerView("alert", copy.problem.line(), f"{fact} {words}", actions)
    if copy is not None:
        name = _("A copy is in {name}.").format(name=Path(copy.path).name)
        return BannerView("alert", f"{fact} {name}", words, actions)
    return BannerView("alert", fact, words, actions)
