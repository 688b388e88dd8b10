"""The pages of the review screen and the wishes its parts send to it. For ui/review only."""

from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.domain.interview import Point, PointKind, Recommendation
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.text import _


class ReviewPage(StrEnum):
    """What fills the screen beside the list on its leading side."""

    CATEGORY = "category"
    STRENGTHS = "strengths"
    CONCERNS = "concerns"
    UNKNOWNS = "unknowns"
    STRONGEST = "strongest"
    DETOURS = "detours"
    GAPS = "gaps"
    CHECKS = "checks"
    RECOMMENDATION = "recommendation"


KINDS = {
    ReviewPage.STRENGTHS: PointKind.STRENGTH,
    ReviewPage.CONCERNS: PointKind.CONCERN,
    ReviewPage.UNKNOWNS: PointKind.UNKNOWN,
}
"""The pages that hold points, each with the kind of its points."""

MARKERS = {
    PointKind.STRENGTH: Marker.FOR,
    PointKind.CONCERN: Marker.AGAINST,
    PointKind.UNKNOWN: Marker.UNKNOWN,
}
"""The marker whose notes are offered for a kind of point."""


def words(page: ReviewPage) -> str:
    """The title of a page, as the list names it."""
    return {
        ReviewPage.CATEGORY: _("Categories"),
        ReviewPage.STRENGTHS: _("Strengths"),
        ReviewPage.CONCERNS: _("Concerns"),
        ReviewPage.UNKNOWNS: _("Unknowns"),
        ReviewPage.STRONGEST: _("Strongest evidence"),
        ReviewPage.DETOURS: _("Deviations"),
        ReviewPage.GAPS: _("Gaps and pauses"),
        ReviewPage.CHECKS: _("Checks and flags"),
        ReviewPage.RECOMMENDATION: _("Recommendation"),
    }[page]


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Bring a page to the front; `letter` says which category."""

    page: ReviewPage
    letter: str = ""


@dataclass(frozen=True, slots=True)
class ReasonRequest:
    """Why the category was not observed."""

    reason: NotObservedReason


@dataclass(frozen=True, slots=True)
class NoteRequest:
    """Tick or untick a note: cite it, make it a point, quote it."""

    note: str
    on: bool


@dataclass(frozen=True, slots=True)
class TextRequest:
    """New words of the field that sends this."""

    text: str


@dataclass(frozen=True, slots=True)
class PointsRequest:
    """All points of all kinds, as they should be from now on."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class AdviceRequest:
    """Recommend this."""

    choice: Recommendation
