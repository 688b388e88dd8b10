"""What the screens show, as frozen values. Made by controllers, drawn by ui; the words are made by labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from interviewer_app.controllers.front import LibraryView as LibraryView
from interviewer_app.controllers.front import OpenWish as OpenWish
from interviewer_app.controllers.front import SaveState as SaveState
from interviewer_app.controllers.front import SaveView as SaveView
from interviewer_app.controllers.opening_form import FREE, SETTLED, LockView, ScopeView
from interviewer_app.controllers.tick_views import NOTHING as NOTHING_TO_TICK
from interviewer_app.controllers.tick_views import TicksView
from interviewer_app.domain.detours import DetourKind
from interviewer_app.domain.interview import Opening, Phase, Point, Recommendation
from interviewer_app.domain.kit import PromptType, TimeSpan
from interviewer_app.domain.marks import DetourReason, PauseCause
from interviewer_app.domain.notes import Marker, Note
from interviewer_app.domain.pacing import Pace
from interviewer_app.domain.scores import Score, Support, Total
from interviewer_app.domain.timeline import Away


@dataclass(frozen=True, slots=True)
class KitChoice:
    """A kit in one variant and form, as offered in Prepare; `note` tells two alike apart (file, version)."""

    kit_id: str
    version: str
    variant: str
    form: str
    title: str
    minutes: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A step of the plan, minutes after the factor, `begins` if Start were pressed now. 0 = frame step."""

    step: str
    number: int
    title: str
    letters: tuple[str, ...]
    minutes: float
    begins: datetime


@dataclass(frozen=True, slots=True)
class PrepareView:
    """The form and the plan. `obstacle` is the sentence why Start is off, or empty.

    `kits` are those of the `stage` shown; `stages` the ones there are, as key and words.
    """

    interview_id: str
    candidate: str
    openings: tuple[Opening, ...]
    opening: Opening
    kits: tuple[KitChoice, ...]
    kit: KitChoice | None
    kit_locked: bool
    interviewer: str
    factor: int
    plan: tuple[PlanRow, ...]
    minutes: float
    ends: datetime | None
    asked_in: tuple[tuple[str, int], ...]
    script: str
    reminders: tuple[str, ...]
    ticks: frozenset[int]
    obstacle: str
    save: SaveView
    findings: tuple[str, ...] = ()
    about_to_begin: bool = False
    scope: ScopeView = SETTLED
    lock: LockView = FREE
    stage: str = ""
    stages: tuple[tuple[str, str], ...] = ()
    nudge: str = ""


@dataclass(frozen=True, slots=True)
class TickItem:
    """A probe or fact; `t` is when it was ticked, seconds since the start, None while it is open."""

    id: str
    text: str
    t: float | None
    assist: bool = False


@dataclass(frozen=True, slots=True)
class StepView:
    """The step on screen. `text` is what to say aloud; `number` 0 = frame; `type` None for the frame.

    `materials` are what a task hands to the candidate; they and the text may be shown to the candidate.
    """

    step: str
    number: int
    of: int
    title: str
    text: str
    type: PromptType | None
    time_plan: tuple[TimeSpan, ...]
    probes: tuple[TickItem, ...]
    facts: tuple[TickItem, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    hints: str
    letters: tuple[str, ...]
    previous: str
    following: str
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A category of the score bar: notes tagged and untagged, the prompts, from this one on, that ask for it.

    `code` is empty, "-" or a digit; `wanting` says that it has no evidence though its prompts have begun.
    """

    letter: str
    title: str
    tagged: int
    untagged: int
    asked_in: tuple[int, ...]
    code: str
    wanting: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StripMark:
    """A note on the strip: `at` in counted seconds, `letter` empty for an untagged one."""

    at: float
    letter: str


@dataclass(frozen=True, slots=True)
class ClockView:
    """One tick. `pace` holds interview and step clocks; `wall` is seconds from the start, with pauses."""

    pace: Pace
    wall: float
    paused: PauseCause | None


@dataclass(frozen=True, slots=True)
class CountsView:
    """What follows the typing a moment later: chips, notes on the strip, the sentence of the clock."""

    chips: tuple[Chip, ...]
    strip: tuple[StripMark, ...]
    clock: ClockView


@dataclass(frozen=True, slots=True)
class LinesView:
    """The notes of a step, one per editor line, for the gutter."""

    step: str
    lines: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class LiveView:
    """The call. `lines` and `cursor` are for loading the editor when the step changes."""

    interview_id: str
    candidate: str
    opening: str
    step: StepView
    chips: tuple[Chip, ...]
    strip: tuple[StripMark, ...]
    labels: Mapping[str, str]
    clock: ClockView
    save: SaveView
    lines: LinesView
    cursor: int
    factor: int


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A note offered as evidence; `tagged` says that it names the category itself."""

    id: str
    t: float
    marker: Marker
    body: str
    cited: bool
    tagged: bool


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
    kit: str
    phase: Phase
    since_end: float
    categories: tuple[ReviewCategory, ...]
    current: str
    points: tuple[Point, ...]
    sources: tuple[PointSource, ...]
    strongest: str
    aways: tuple[Away, ...]
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


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page of the packet as pixels: 8-bit BGRx rows of `stride` bytes."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class PacketView:
    """The packet to look at. `missing` are characters no font could draw; `name` is the suggested file."""

    interview_id: str
    pages: int
    name: str
    folder: str
    missing: tuple[str, ...]
    draft: bool
    written_to: str = ""
