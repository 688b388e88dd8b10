"""The pages of the review screen and the wishes its parts send to it. For ui/review only."""

from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.domain.interview import Point, PointKind, Recommendation
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.text import _


class Page(StrEnum):
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
    Page.STRENGTHS: PointKind.STRENGTH,
    Page.CONCERNS: PointKind.CONCERN,
    Page.UNKNOWNS: PointKind.UNKNOWN,
}
"""The pages that hold points, each with the kind of its points."""

MARKERS = {
    PointKind.STRENGTH: Marker.FOR,
    PointKind.CONCERN: Marker.AGAINST,
    PointKind.UNKNOWN: Marker.UNKNOWN,
}
"""The marker whose notes are offered for a kind of point."""


def words(page: Page) -> str:
    """The title of a page, as the list names it."""
    return {
        Page.CATEGORY: _("Categories"),
        Page.STRENGTHS: _("Strengths"),
        Page.CONCERNS: _("Concerns"),
        Page.UNKNOWNS: _("Unknowns"),
        Page.STRONGEST: _("Strongest evidence"),
        Page.DETOURS: _("Deviations"),
        Page.GAPS: _("Gaps and pauses"),
        Page.CHECKS: _("Checks and flags"),
        Page.RECOMMENDATION: _("Recommendation"),
    }[page]


@dataclass(frozen=True, slots=True)
class PageWish:
    """Bring a page to the front; `letter` says which category."""

    page: Page
    letter: str = ""


@dataclass(frozen=True, slots=True)
class ScoreWish:
    """Match the category to an anchor; None means not observed."""

    value: int | None


@dataclass(frozen=True, slots=True)
class ReasonWish:
    """Why the category was not observed."""

    reason: NotObservedReason


@dataclass(frozen=True, slots=True)
class NoteWish:
    """Tick or untick a note: cite it, make it a point, quote it."""

    note: str
    on: bool


@dataclass(frozen=True, slots=True)
class TextWish:
    """New words of the field that sends this."""

    text: str


@dataclass(frozen=True, slots=True)
class PointsWish:
    """All points of all kinds, as they should be from now on."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class AdviceWish:
    """Recommend this."""

    choice: Recommendation
