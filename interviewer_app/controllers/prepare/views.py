"""What Prepare shows, as frozen values. Drawn by ui/prepare."""

from dataclasses import dataclass
from datetime import datetime

from interviewer_app.controllers.keeper import SaveView
from interviewer_app.controllers.openings.views import FREE, SETTLED, LockView, ScopeView
from interviewer_app.domain.interview import Opening


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
