"""What the kit library lists and tells, as frozen values. Made by kits/editing, drawn by ui/kits."""

from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.domain.errors import Finding


class EntryKind(StrEnum):
    """What a row of the library is."""

    PROMPT = "prompt"
    KIT = "kit"
    SCORECARD = "scorecard"
    ROLE = "role"
    FILE = "file"


class KitOrigin(StrEnum):
    """Whose files are listed."""

    ALL = "all"
    SHIPPED = "shipped"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class KitFile:
    """A kit file and what is wrong with it. `path` is where it lies; a shipped one is read-only."""

    path: str
    name: str
    shipped: bool
    id: str = ""
    title: str = ""
    publisher: str = ""
    version: str = ""
    language: str = ""
    licence: str = ""
    derived_from: str = ""
    attribution: tuple[str, ...] = ()
    kits: int = 0
    prompts: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> int:
        """How many of the findings keep the file from being used."""
        return sum(finding.fatal for finding in self.findings)


@dataclass(frozen=True, slots=True)
class KitRow:
    """One line of the list. `key` finds it again; `letters` are categories, main one first.

    `used` is in how many calls it was shown, -1 while that is not counted; for a file, `errors` counts.
    """

    key: str
    kind: EntryKind
    id: str
    title: str
    version: str
    file: str
    shipped: bool
    minutes: int = 0
    letters: str = ""
    roles: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    status: str = ""
    errors: int = 0
    used: int = -1


@dataclass(frozen=True, slots=True)
class KitQuery:
    """Which rows are wanted; an empty choice means all. `words` must all occur in the texts of the entry."""

    kind: EntryKind = EntryKind.PROMPT
    words: str = ""
    role: str = ""
    stage: str = ""
    letter: str = ""
    source: KitOrigin = KitOrigin.ALL


@dataclass(frozen=True, slots=True)
class DetailLine:
    """A line of a block: what stands before it, if anything, and the words."""

    lead: str
    words: str


class DetailStyle(StrEnum):
    """How a block is drawn."""

    TEXT = "text"
    CANDIDATE = "candidate"
    LIST = "list"
    PAIRS = "pairs"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class DetailBlock:
    """A heading and its lines."""

    heading: str
    style: DetailStyle
    lines: tuple[DetailLine, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class KitDetail:
    """One entry in full. `used` says in words how often it was shown and for which openings."""

    key: str
    kind: EntryKind
    title: str
    facts: tuple[DetailLine, ...]
    blocks: tuple[DetailBlock, ...]
    file: KitFile
    used: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a file holds and what is wrong with it, before anything is stored.

    `obstacle` says why it cannot be imported, empty when it can; `verdict` says in words what Import does.
    """

    name: str
    file: KitFile
    holds: tuple[DetailLine, ...]
    changes: tuple[str, ...]
    verdict: str
    obstacle: str = ""
