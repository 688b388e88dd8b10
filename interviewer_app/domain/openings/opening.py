"""What is known of a position before anybody is interviewed: one sheet per opening. Everybody may import it.

Every part has a value that says "nobody answered yet". Pairs stand in place of mappings, so that a sheet can
be hashed; each list of pairs holds a key once. What follows from the answers is in `proposal` and `loop`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from interviewer_app.domain.kits.kit import Stage

OUTCOME_WORDS = 90
"""Most words of an outcome statement: it is read aloud."""

OLD_OPENING = "Made before scope sheets were kept"
"""Why an opening from before these sheets is waived; the only waiver that covers the role picker too."""


class Output(StrEnum):
    """What the person will build; it decides the role (S-11)."""

    SERVICES = "services"
    FEATURES = "features"
    RUNNING = "running"


class Product(StrEnum):
    """The kind of product it goes into (S-15)."""

    SAAS = "saas"
    CHATBOT = "chatbot"
    PREDICTION = "prediction"
    RECOMMENDER = "recommender"
    DATA = "data"
    AUTOMATION = "automation"


class Modelling(StrEnum):
    """Whether models are trained here or called from elsewhere (S-16)."""

    INTEGRATION = "integration"
    TRAINING = "training"


class Purpose(StrEnum):
    """What the AI is for (S-130)."""

    EFFICIENCY = "efficiency"
    CUSTOMERS = "customers"
    PREDICTION = "prediction"
    PRODUCT = "product"


class Answer(StrEnum):
    """A question about data; unknown is an answer, an empty one is not."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Need(StrEnum):
    """How much an opening needs a skill (S-17)."""

    REQUIRED = "required"
    NICE = "nice"
    NOT_NEEDED = "not_needed"


class RoleCover(StrEnum):
    """Whether somebody has a role around the opening (S-18)."""

    HERE = "here"
    HIRING = "hiring"
    MISSING = "missing"


class SubjectKind(StrEnum):
    """Who is rated (S-08)."""

    PERSON = "person"
    TEAM = "team"
    VENDOR = "vendor"


class Engagement(StrEnum):
    """How the work is bought (S-112)."""

    FULL_TIME = "full_time"
    CONTRACT = "contract"
    DEDICATED = "dedicated"
    OUTSOURCED = "outsourced"
    HYBRID = "hybrid"


class ProductPhase(StrEnum):
    """Where the product is (S-102)."""

    BASE = "base"
    GROWTH = "growth"
    CHANGE = "change"


class HiringStage(StrEnum):
    """The seven stages of hiring, in order (S-108)."""

    REQUIREMENTS = "requirements"
    SOURCING = "sourcing"
    SCREEN = "screen"
    TECH = "tech"
    PRACTICAL = "practical"
    FINAL = "final"
    OFFER = "offer"


INTERVIEW_STAGES = {
    HiringStage.SCREEN: (Stage.SCREEN,),
    HiringStage.TECH: (Stage.TECH, Stage.DESIGN),
    HiringStage.PRACTICAL: (Stage.PRACTICAL,),
    HiringStage.FINAL: (Stage.FINAL,),
}
"""The kit stages that belong to the hiring stages with an interview."""


@dataclass(frozen=True, slots=True)
class Picker:
    """The role picker; whether GenAI is in scope is a field of the opening itself."""

    output: Output | None = None
    product: Product | None = None
    modelling: Modelling | None = None
    regulated: bool | None = None


@dataclass(frozen=True, slots=True)
class DataLine:
    """One of the three data questions and who answers for it (S-126)."""

    answer: Answer | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Targets:
    """What success is, in four parts (S-127)."""

    effect: str = ""
    quality: str = ""
    adoption: str = ""
    cost: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """The scope sheet (S-125 to S-130)."""

    goal: str = ""
    purpose: Purpose | None = None
    sources: DataLine = DataLine()
    approved: DataLine = DataLine()
    privacy: DataLine = DataLine()
    targets: Targets = Targets()
    owner_after: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """From `at` on (UTC, ISO 8601) a stage may use another kit, form or length (P-02)."""

    stage: Stage
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpeningTick:
    """A line of a checklist ticked on the opening; `at` is UTC, ISO 8601."""

    list: str
    line: str
    state: str
    at: str


@dataclass(frozen=True, slots=True)
class AfterHire:
    """The note that stays when somebody was hired; days count from `starts`, an ISO date (S-131 to S-136)."""

    starts: str = ""
    mentor: str = ""
    day30: str = ""
    day60: str = ""
    day90: str = ""
    growth: str = ""


@dataclass(frozen=True, slots=True)
class OpeningSheet:
    """All of it. `stages` are the days, as ISO dates, on which stages began; `kits` the kit ids per stage.

    `sources` counts candidates per channel; it is never shown while somebody scores (S-110). `costs` are
    whole units of money a year per line of the worksheet; no packet holds them (P-28).
    """

    picker: Picker = Picker()
    scope: Scope = Scope()
    waived: str = ""
    subject: SubjectKind = SubjectKind.PERSON
    skills: tuple[tuple[str, Need], ...] = ()
    team: tuple[tuple[str, RoleCover], ...] = ()
    engagement: Engagement | None = None
    phase: ProductPhase | None = None
    stages: tuple[tuple[HiringStage, str], ...] = ()
    kits: tuple[tuple[Stage, str], ...] = ()
    releases: tuple[Release, ...] = ()
    ticks: tuple[OpeningTick, ...] = ()
    sources: tuple[tuple[str, int], ...] = ()
    costs: tuple[tuple[str, int], ...] = ()
    notes: str = ""
    after: AfterHire = field(default_factory=AfterHire)

    @property
    def old(self) -> bool:
        """True for an opening from before these sheets."""
        return self.waived == OLD_OPENING and self.picker.output is None


OLD_SHEET = OpeningSheet(waived=OLD_OPENING)
"""The sheet of every opening from before these sheets."""


class Missing(StrEnum):
    """What a sheet still lacks, in the order it is asked for."""

    OUTPUT = "output"
    PRODUCT = "product"
    MODELLING = "modelling"
    REGULATED = "regulated"
    GOAL = "goal"
    GOAL_NUMBER = "goal_number"
    PURPOSE = "purpose"
    SOURCES = "sources"
    APPROVED = "approved"
    PRIVACY = "privacy"
    EFFECT = "effect"
    QUALITY = "quality"
    ADOPTION = "adoption"
    COST = "cost"
    OWNER_AFTER = "owner_after"
    OUTCOME = "outcome"
    OUTCOME_LONG = "outcome_long"


PICKER_PARTS = frozenset({Missing.OUTPUT, Missing.PRODUCT, Missing.MODELLING, Missing.REGULATED})


class Obstacle(StrEnum):
    """Why no interview of an opening may start (P-01)."""

    ROLE = "role"
    SCOPE = "scope"


_NUMBER = re.compile(r"\d")


def holds_number(goal: str) -> bool:
    """Whether a goal can be measured: it holds a figure (S-84, S-125)."""
    return bool(_NUMBER.search(goal))


def complete(sheet: OpeningSheet) -> tuple[Missing, ...]:
    """Everything the picker and the scope sheet lack; empty for a complete sheet."""
    picker, scope = sheet.picker, sheet.scope
    targets = scope.targets
    there = {
        Missing.OUTPUT: picker.output is not None,
        Missing.PRODUCT: picker.product is not None,
        Missing.MODELLING: picker.modelling is not None,
        Missing.REGULATED: picker.regulated is not None,
        Missing.GOAL: bool(scope.goal.strip()),
        Missing.GOAL_NUMBER: not scope.goal.strip() or holds_number(scope.goal),
        Missing.PURPOSE: scope.purpose is not None,
        Missing.SOURCES: _answered(scope.sources),
        Missing.APPROVED: _answered(scope.approved),
        Missing.PRIVACY: _answered(scope.privacy),
        Missing.EFFECT: bool(targets.effect.strip()),
        Missing.QUALITY: bool(targets.quality.strip()),
        Missing.ADOPTION: bool(targets.adoption.strip()),
        Missing.COST: bool(targets.cost.strip()),
        Missing.OWNER_AFTER: bool(scope.owner_after.strip()),
        Missing.OUTCOME: bool(scope.outcome.strip()),
        Missing.OUTCOME_LONG: words_in(scope.outcome) <= OUTCOME_WORDS,
    }
    return tuple(part for part, is_there in there.items() if not is_there)


def obstacle(sheet: OpeningSheet) -> Obstacle | None:
    """Why an interview may not start yet, or None (P-01).

    What the person will build is always asked: the role hangs on it. A reason waives everything else.
    """
    if sheet.old:
        return None
    if sheet.picker.output is None:
        return Obstacle.ROLE
    if not sheet.waived.strip() and complete(sheet):
        return Obstacle.SCOPE
    return None


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def _answered(line: DataLine) -> bool:
    """An answer with somebody who stands for it; "unknown" needs an owner most of all."""
    return line.answer is not None and bool(line.owner.strip())


# -- pairs


_Key = TypeVar("_Key", bound=str)
_Value = TypeVar("_Value")


def with_pair(
    pairs: tuple[tuple[_Key, _Value], ...], key: _Key, value: _Value | None
) -> tuple[tuple[_Key, _Value], ...]:
    """The pairs with another value for a key, or without the key for None; sorted by key."""
    kept = {k: v for k, v in pairs if k != key}
    if value is not None:
        kept[key] = value
    return tuple(sorted(kept.items(), key=lambda pair: pair[0]))


def with_tick(sheet: OpeningSheet, list_id: str, line: str, state: str, at: str) -> OpeningSheet:
    """The sheet with a line of a checklist in this state; an empty state takes the tick away."""
    kept = [t for t in sheet.ticks if (t.list, t.line) != (list_id, line)]
    if state:
        kept.append(OpeningTick(list_id, line, state, at))
    return replace(sheet, ticks=tuple(sorted(kept, key=lambda t: (t.list, t.line))))


# -- stages and age


@dataclass(frozen=True, slots=True)
class StageDays:
    """A stage that has begun and the days spent in it so far; `now` is the one the opening stands in."""

    stage: HiringStage
    days: int
    now: bool


def stage_days(sheet: OpeningSheet, today: date) -> tuple[StageDays, ...]:
    """The stages that have begun, in the order of the seven; a stage lasts until a later one begins."""
    order = list(HiringStage)
    begun = sorted(((order.index(s), date.fromisoformat(d)) for s, d in sheet.stages), key=lambda p: p[0])
    out: list[StageDays] = []
    for at, (number, since) in enumerate(begun):
        last = at == len(begun) - 1
        until = today if last else begun[at + 1][1]
        out.append(StageDays(order[number], max(0, (until - since).days), last))
    return tuple(out)


MOST_DAYS = 56
"""An opening older than this is said to be slow (S-109)."""

UNSCORED_DAYS = 3
"""A call that waits longer than this for its scores is said to wait (S-109)."""


def open_days(sheet: OpeningSheet, today: date) -> int | None:
    """Days since the first stage began; None before that."""
    begun = [date.fromisoformat(d) for _stage, d in sheet.stages]
    return max(0, (today - min(begun)).days) if begun else None


def waiting_days(ended: Iterable[date], today: date) -> int:
    """Days the oldest of these calls waits for its scores when that is too long, else 0."""
    longest = max(((today - day).days for day in ended), default=0)
    return longest if longest > UNSCORED_DAYS else 0


def milestone(after: AfterHire, days: int) -> date | None:
    """The day so many days after the start; None while the start is not known, or at the end of all days."""
    start = date.fromisoformat(after.starts) if after.starts else None
    return start + timedelta(days=days) if start is not None and (date.max - start).days >= days else None
