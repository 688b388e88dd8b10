"""The kit file format: what a file may hold, as msgspec Structs with their limits. Imported by kits only.

One table for everything: `shape` reads names, types, limits and the code of a broken rule from here.
Importing this module imports msgspec, so it is reached only when kits are read. Text is folded: a single
line break counts as a space, an empty line begins a new paragraph.
"""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from interviewer_app.domain.kits.checklist import Polarity
from interviewer_app.domain.kits.kit import Level, PromptType, Stage

FORMAT = "interview-kit"
FORMAT_VERSION = 1
VERBATIM = frozenset({"materials"})
"""Fields whose line breaks all count."""
MAY_LINK = frozenset({"attribution"})
"""Fields that may name addresses."""

_SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_SEMVER = r"^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}(-[0-9A-Za-z.-]+)?$"
_LANGUAGE = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$"
_LICENCE = r"^\(?[A-Za-z0-9.+-]+\)?( (AND|OR|WITH) \(?[A-Za-z0-9.+-]+\)?)*$"

Slug = Annotated[str, Meta(pattern=_SLUG, min_length=3, max_length=64, extra={"kind": "E06"})]
ShortId = Annotated[str, Meta(pattern=_SLUG, min_length=1, max_length=64, extra={"kind": "E06"})]
Letter = Annotated[str, Meta(pattern="^[A-H]$", min_length=1, extra={"kind": "E06 letter"})]
Semver = Annotated[str, Meta(pattern=_SEMVER, min_length=1, extra={"kind": "E21"})]
Language = Annotated[str, Meta(pattern=_LANGUAGE, min_length=1, extra={"kind": "E19 language"})]
Licence = Annotated[str, Meta(pattern=_LICENCE, min_length=1, max_length=120, extra={"kind": "E19 licence"})]
Facet = Literal["data", "evaluation", "failure", "cost"]
Text16 = Annotated[str, Meta(max_length=16)]
Text60 = Annotated[str, Meta(min_length=1, max_length=60)]
Text80 = Annotated[str, Meta(min_length=1, max_length=80)]
Text240 = Annotated[str, Meta(min_length=1, max_length=240)]
Text300 = Annotated[str, Meta(min_length=1, max_length=300)]
Source200 = Annotated[str, Meta(min_length=1, max_length=200, extra={"links": True})]
AnchorText = Annotated[str, Meta(min_length=40, max_length=420)]
CandidateText = Annotated[str, Meta(min_length=80, max_length=1200)]
Script = Annotated[str, Meta(min_length=100, max_length=1200)]
Material = Annotated[str, Meta(min_length=1, max_length=20_000, extra={"verbatim": True})]
Minutes = Annotated[int, Meta(ge=2, le=60, extra={"kind": "E12"})]
Mark = Annotated[int, Meta(ge=0, le=60)]
FrameMinutes = Annotated[int, Meta(ge=0, le=15)]
Letters = Annotated[tuple[Letter, ...], Meta(max_length=100)]
Ids = Annotated[tuple[Slug, ...], Meta(max_length=100)]
ShortIds = Annotated[tuple[ShortId, ...], Meta(max_length=100)]
Covers = Annotated[tuple[Text60, ...], Meta(max_length=100)]
Signals = Annotated[tuple[Text300, ...], Meta(max_length=10)]


class _Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the format."""


class Origin(_Entry, frozen=True):
    """The file another one was translated or derived from."""

    id: Slug
    version: Semver


class Scale(_Entry, frozen=True):
    """Always 0 to 5 in this version of the format."""

    min: int = 0
    max: int = 5


class AnchorVariant(_Entry, frozen=True):
    """Anchor texts for some scores that hold in one setting only."""

    when: Literal["no_genai", "regulated"]
    anchors: dict[str, AnchorText]


class Category(_Entry, frozen=True):
    """One row of a scorecard; `scenario_subject` as in a prompt."""

    id: Letter
    title: Text60
    definition: Text300
    anchors: dict[str, AnchorText]
    variants: Annotated[tuple[AnchorVariant, ...], Meta(max_length=2)] = ()
    scenario_subject: ShortIds = ()


class Scorecard(_Entry, frozen=True):
    """Categories in order."""

    id: Slug
    title: Text80
    categories: Annotated[tuple[Category, ...], Meta(min_length=1, max_length=8)]
    scale: Scale = Scale()
    covers: Covers = ()


class TimeSpan(_Entry, frozen=True):
    """A stretch of a prompt's minutes."""

    start: Mark = field(name="from")
    to: Mark
    label: Text80


class Fact(_Entry, frozen=True):
    """Something the interviewer may tell."""

    id: ShortId
    text: Text300
    reveal: Literal["on_request", "always"] = "on_request"


class Probe(_Entry, frozen=True):
    """A planned follow-up; `assist` counts as help."""

    id: ShortId
    text: Text240
    purpose: Annotated[str, Meta(max_length=120)] = ""
    assist: bool = False


class Prompt(_Entry, frozen=True):
    """One question; `categories` are letters, the main one first.

    `scenario_subject` names protected topics that the question is about without asking after them.
    """

    id: Slug
    title: Text80
    version: Semver
    type: PromptType
    minutes: Minutes
    candidate_text: CandidateText
    status: Literal["draft", "pilot", "active", "retired"] = "active"
    short: Text16 = ""
    interviewer_notes: Annotated[str, Meta(max_length=1500)] = ""
    time_plan: Annotated[tuple[TimeSpan, ...], Meta(max_length=60)] = ()
    facts: Annotated[tuple[Fact, ...], Meta(max_length=12)] = ()
    probes: Annotated[tuple[Probe, ...], Meta(max_length=8)] = ()
    strong: Signals = ()
    weak: Signals = ()
    categories: Letters = ()
    facets: Annotated[tuple[Facet, ...], Meta(max_length=4)] = ()
    topics: ShortIds = ()
    levels: Annotated[tuple[Level, ...], Meta(max_length=3)] = ()
    roles: ShortIds = ()
    genai_only: bool = False
    checklists: Ids = ()
    flags: Ids = ()
    materials: Annotated[tuple[Material, ...], Meta(max_length=100)] = ()
    supersedes: ShortId | None = None
    form_b_of: ShortId | None = None
    covers: Covers = ()
    scenario_subject: ShortIds = ()


class RoleProfile(_Entry, frozen=True):
    """What a role asks for, by category letter."""

    id: ShortId
    title: Text80
    mapping: Annotated[str, Meta(max_length=300)] = ""
    duties: Annotated[tuple[Text240, ...], Meta(max_length=12)] = ()
    floors: dict[Letter, Annotated[int, Meta(ge=0, le=5)]] = {}
    weights: dict[Letter, Annotated[int, Meta(ge=1, le=3)]] = {}
    weight_rationale: Annotated[str, Meta(max_length=500)] = ""
    covers: Covers = ()


class Frame(_Entry, frozen=True):
    """Minutes around the prompts."""

    opening: FrameMinutes
    candidate_questions: FrameMinutes
    close: FrameMinutes


class Variant(_Entry, frozen=True):
    """One length of a kit; `core_only` leaves out the items marked `core = false`."""

    id: ShortId
    frame: Frame
    total_minutes: Annotated[int, Meta(ge=15, le=120)]
    core_only: bool = False


class Item(_Entry, frozen=True):
    """A prompt in a kit; without `order` its place in the list counts."""

    prompt: ShortId
    core: bool = True
    order: Annotated[int, Meta(ge=1, le=12)] | None = None


class Swap(_Entry, frozen=True):
    """`use` in the place of `instead_of`."""

    instead_of: ShortId
    use: ShortId


class Form(_Entry, frozen=True):
    """A parallel form."""

    id: ShortId
    swaps: Annotated[tuple[Swap, ...], Meta(max_length=12)] = ()


class KitEntry(_Entry, frozen=True):
    """A kit by reference; scripts left out are those of the file.

    `checklists` and `flags` belong to the interview as a whole, beside those its prompts name.
    """

    id: Slug
    title: Text80
    version: Semver
    role: ShortId
    stage: Stage
    scorecard: Slug
    scored: Annotated[tuple[Letter, ...], Meta(min_length=1, max_length=8)]
    variants: Annotated[tuple[Variant, ...], Meta(min_length=1, max_length=2)]
    items: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=12)]
    forms: Annotated[tuple[Form, ...], Meta(max_length=6)] = ()
    checklists: Annotated[tuple[Slug, ...], Meta(max_length=12)] = ()
    flags: Annotated[tuple[Slug, ...], Meta(max_length=100)] = ()
    covers: Covers = ()
    opening_script: Script | None = None
    closing_script: Script | None = None


class ChecklistLine(_Entry, frozen=True):
    """One line; without states it is a plain tick."""

    id: ShortId
    text: Text240
    states: Annotated[tuple[Text60, ...], Meta(max_length=6)] = ()


class Checklist(_Entry, frozen=True):
    """Lines to tick; `columns` head free texts beside each line."""

    id: Slug
    title: Text80
    lines: Annotated[tuple[ChecklistLine, ...], Meta(min_length=2, max_length=12)]
    columns: Annotated[tuple[Text60, ...], Meta(max_length=4)] = ()
    covers: Covers = ()


class Flag(_Entry, frozen=True):
    """A pattern worth a note, for or against."""

    id: Slug
    polarity: Polarity
    text: Text240
    covers: Covers = ()


class Guidance(_Entry, frozen=True):
    """A page to read."""

    id: Slug
    title: Text80
    text: Annotated[str, Meta(min_length=1, max_length=20_000)]
    covers: Covers = ()


class KitFile(_Entry, frozen=True):
    """A whole file: header first, then lists, each of which may be left out."""

    format: Annotated[str, Meta(min_length=1)]
    format_version: int
    id: Slug
    title: Text80
    publisher: Text80
    content_version: Semver
    language: Language
    licence: Licence
    created: dt.date
    updated: dt.date
    translation_of: Origin | None = None
    derived_from: Origin | None = None
    min_app_version: Semver | None = None
    attribution: Annotated[tuple[Source200, ...], Meta(max_length=20)] = ()
    opening_script: Script | None = None
    closing_script: Script | None = None
    scorecards: Annotated[tuple[Scorecard, ...], Meta(max_length=10)] = ()
    prompts: Annotated[tuple[Prompt, ...], Meta(max_length=500)] = ()
    role_profiles: Annotated[tuple[RoleProfile, ...], Meta(max_length=30)] = ()
    kits: Annotated[tuple[KitEntry, ...], Meta(max_length=100)] = ()
    checklists: Annotated[tuple[Checklist, ...], Meta(max_length=60)] = ()
    flags: Annotated[tuple[Flag, ...], Meta(max_length=100)] = ()
    guidance: Annotated[tuple[Guidance, ...], Meta(max_length=60)] = ()
