"""The states after the call: fresh, settling, points, recommendation, packet. For packaging/shots/walk.py."""

from collections.abc import Iterator

from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.interview import Interview, Phase, Point, PointKind, Recommendation
from interviewer_app.domain.live.coverage import evidence
from interviewer_app.domain.marks import DetourReason
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.ui.review.pages import PageRequest, ReviewPage
from shots.stage import Stage, settle

REASON = (
    "Limits the harm before hunting the cause and backs each step with figures. Communication was out of "
    "time and security rests on little: both come first in round 3."
)
KINDS = {
    Marker.FOR: PointKind.STRENGTH,
    Marker.AGAINST: PointKind.CONCERN,
    Marker.UNKNOWN: PointKind.UNKNOWN,
}


def review(stage: Stage) -> Iterator[str]:
    """From the end of the sample's call to its packet."""
    prompts = stage.controller.session.interview.kit.prompts
    stage.controller.show(prompts[2].id)
    for letter, value in zip("ABCD", (4, 3, 3, 2), strict=True):
        stage.controller.scores.set(letter, value)
    stage.controller.end_call()
    settle(100)
    yield "review-fresh"
    for page in (ReviewPage.DETOURS, ReviewPage.GAPS, ReviewPage.CHECKS):
        stage.screen.show_page(PageRequest(page))
        yield f"review-{page}"
    stage.clock.seconds += 720.0
    _explain(stage)
    _settle(stage)
    stage.screen.show_page(PageRequest(ReviewPage.CATEGORY, "C"))
    yield "review"
    stage.controller.settle("C")
    _points(stage)
    for page in (ReviewPage.STRENGTHS, ReviewPage.STRONGEST, ReviewPage.RECOMMENDATION):
        stage.screen.show_page(PageRequest(page))
        yield f"review-{page}"
    stage.controller.conclusion.recommend(Recommendation.YES)
    stage.controller.conclusion.write_reason(REASON)
    yield "review-decided"
    stage.controller.conclusion.finalise()
    yield "review-finalised"
    stage.window.open_packet(OpenRequest(_interview(stage).id, Phase.FINALISED))
    settle(300)
    yield "packet"
    stage.window.show_library()


def _settle(stage: Stage) -> None:
    """A, B and D settled, E not observed, C open with what it cites."""
    desk = stage.controller
    for letter in "ABCD":
        found = evidence(_interview(stage))[letter]
        for note in (*found.tagged, *found.untagged)[:2]:
            desk.cite(letter, note.id, True)
    for letter in "ABD":
        desk.settle(letter, unsupported=True)
    desk.not_observed("E", NotObservedReason.OUT_OF_TIME)
    desk.settle("E")
    desk.select("C")


def _explain(stage: Stage) -> None:
    """Why prompts were passed over, and what gaps count as."""
    for detour in stage.screen.view.detours:
        stage.controller.order.explain(detour.step, DetourReason.OUT_OF_TIME, "")


def _points(stage: Stage) -> None:
    notes = _interview(stage).notes
    stage.controller.conclusion.write_points(
        tuple(
            Point(n.id, KINDS[n.marker], (n.tags or ("C",))[0], n.body, n.id)
            for n in notes
            if n.marker in KINDS
        )
    )
    # Only what is cited can be chosen: B cites what was said.
    cited = evidence(_interview(stage))["B"].tagged
    stage.controller.conclusion.choose_strongest(next(n.id for n in cited if n.marker is Marker.SAID))


def _interview(stage: Stage) -> Interview:
    session = stage.controller._session  # noqa: SLF001
    assert session is not None
    interview: Interview = session.interview
    return interview
