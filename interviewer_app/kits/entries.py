"""What a kit file says otherwise than an interview uses it: references in the place of what they name.

Every other table of a file is read straight into a record of `domain`. Imported by kits only.
"""

import datetime as dt
from dataclasses import dataclass

from interviewer_app.domain.kits.checklist import Checklist, Flag
from interviewer_app.domain.kits.kit import Form, Prompt, RoleProfile, Scorecard, Stage, Variant
from interviewer_app.domain.openings.rules import OpeningRules


@dataclass(frozen=True, slots=True)
class Origin:
    """The file another one was translated from."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Item:
    """A prompt in a kit; without `order` its place in the list counts."""

    prompt: str
    core: bool = True
    order: int | None = None


@dataclass(frozen=True, slots=True)
class KitEntry:
    """A kit by reference; scripts left out are those of the file.

    `checklists` and `flags` belong to the interview as a whole, beside those its prompts name.
    """

    id: str
    title: str
    version: str
    role: str
    stage: Stage
    scorecard: str
    scored: tuple[str, ...]
    variants: tuple[Variant, ...]
    items: tuple[Item, ...]
    forms: tuple[Form, ...] = ()
    checklists: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    opening_script: str = ""
    closing_script: str = ""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page to read; its title and text are for the screen, which reads them from the file itself."""

    id: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole file: what its header says that matters for its kits, and its lists."""

    id: str
    publisher: str
    content_version: str
    language: str
    licence: str
    created: dt.date
    updated: dt.date
    translation_of: Origin | None = None
    opening_script: str = ""
    closing_script: str = ""
    scorecards: tuple[Scorecard, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    role_profiles: tuple[RoleProfile, ...] = ()
    kits: tuple[KitEntry, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    flags: tuple[Flag, ...] = ()
    guidance: tuple[PageEntry, ...] = ()
    opening_rules: tuple[OpeningRules, ...] = ()
