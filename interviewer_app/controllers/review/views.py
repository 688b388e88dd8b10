"""What the review shows, as frozen values. Drawn by ui/review."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from interviewer_app.controllers.checks.views import NOTHING as NOTHING_TO_TICK
from interviewer_app.controllers.checks.views import TicksView
from interviewer_app.controllers.keeper import SaveView
from interviewer_app.domain.interview import Phase, Point, Recommendation
from interviewer_app.domain.live.detours import DetourKind
from interviewer_app.domain.live.timeline import Interruption
from interviewer_app.domain.marks import DetourReason
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.scores import Score, Support, Total


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A note offered as evidence."""

    id: str
    t: float
    marker: Marker
    body: str
    cited: bool


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """The evidence of one step."""

    title: str
    items: tuple[EvidenceItem, ...]


@dataclass(frozen=True, slots=True)
class ReviewCategory:
    """A category to settle. `obstacle` is "open", "reason", "notes" or empty (domain.review.obstacle)."""

    letter: str
    title: str
    definition: str
    anchors: tuple[str, ...]
    score: Score
    support: Support
    needed: int
    obstacle: str
    evidence: tuple[EvidenceGroup, ...]
    help: int
    floor: int


@dataclass(frozen=True, slots=True)
class PointSource:
    """A marked note that may become a strength, concern or unknown; `letters` are its categories."""

    id: str
    t: float
    marker: Marker
    body: str
    letters: tuple[str, ...]
    cited: bool


@dataclass(frozen=True, slots=True)
class ReviewDetour:
    """A prompt that left the order of the kit, `t` seconds after the start; `reason` None until given."""

    step: str
    number: int
    title: str
    kind: DetourKind
    t: float
    reason: DetourReason | None
    words: str


@dataclass(frozen=True, slots=True)
class SinceEnd:
    """Seconds since the end of the call, told from time to time."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The interview after the call. `total` is None until all categories are settled (P-07).

    `finalise_obstacle` is "unsettled", "detours", "recommendation", "reason" or empty; `since_end` and
    `call_length` (wall time of the call) are in seconds; `finalised` is local time; `unruled` are the gaps
    nobody has ruled on.
    """

    interview_id: str
    candidate: str
    opening: str
    phase: Phase
    since_end: float
    categories: tuple[ReviewCategory, ...]
    current: str
    points: tuple[Point, ...]
    sources: tuple[PointSource, ...]
    strongest: str
    aways: tuple[Interruption, ...]
    unsettled: tuple[str, ...]
    total: Total | None
    recommendation: Recommendation | None
    reason: str
    reason_needed: int
    below_floor: Mapping[str, int]
    finalise_obstacle: str
    sample: bool
    save: SaveView
    exported_to: str = ""
    finalised: datetime | None = None
    call_length: float = 0.0
    detours: tuple[ReviewDetour, ...] = ()
    unruled: frozenset[int] = frozenset()
    ticks: TicksView = NOTHING_TO_TICK
