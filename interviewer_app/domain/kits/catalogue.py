"""What the kit library shows, as frozen values. Made by controllers/kits, drawn by ui/kits."""

from enum import StrEnum
from typing import Protocol

from interviewer_app.domain.errors import Finding
from interviewer_app.domain.records import record


class Kind(StrEnum):
    """What a row of the library is."""

    PROMPT = "prompt"
    KIT = "kit"
    SCORECARD = "scorecard"
    ROLE = "role"
    FILE = "file"


class Source(StrEnum):
    """Whose files are listed."""

    ALL = "all"
    SHIPPED = "shipped"
    OWN = "own"


@record
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


@record
class KitRow:
    """One line of the list. `key` finds it again; `letters` are categories, main one first.

    `used` is in how many calls it was shown, -1 while that is not counted; for a file, `errors` counts.
    """

    key: str
    kind: Kind
    id: str
    title: str
    version: str
    minutes: int
    letters: str
    roles: tuple[str, ...]
    stages: tuple[str, ...]
    status: str
    shipped: bool
    file: str
    errors: int = 0
    used: int = -1


@record
class KitQuery:
    """Which rows are wanted; an empty choice means all. `words` must all occur in the texts of the entry."""

    kind: Kind = Kind.PROMPT
    words: str = ""
    role: str = ""
    stage: str = ""
    letter: str = ""
    source: Source = Source.ALL


@record
class Pair:
    """A line of a block: what stands before it, if anything, and the words."""

    lead: str
    words: str


class Style(StrEnum):
    """How a block is drawn."""

    TEXT = "text"
    CANDIDATE = "candidate"
    LIST = "list"
    PAIRS = "pairs"
    FINDINGS = "findings"


@record
class Block:
    """A heading and its lines."""

    heading: str
    style: Style
    lines: tuple[Pair, ...]
    remark: str = ""


@record
class KitDetail:
    """One entry in full. `used` says in words how often it was shown and for which openings.

    `draft` says that there is a half-edited copy of its file.
    """

    key: str
    kind: Kind
    title: str
    facts: tuple[Pair, ...]
    blocks: tuple[Block, ...]
    file: KitFile
    used: str = ""
    draft: bool = False


class Rows(Protocol):
    """Rows in order, as a tuple of them would be, and where one stands."""

    def __len__(self) -> int:
        """How many there are."""

    def row_at(self, at: int) -> KitRow:
        """One row."""

    def place(self, key: str) -> int:
        """Where the row with this key stands, -1 when it is not among them."""


class NoRows:
    """A list without rows."""

    def __len__(self) -> int:
        """None."""
        return 0

    def row_at(self, at: int) -> KitRow:
        """There is none to give."""
        raise IndexError(at)

    def place(self, _key: str) -> int:
        """Nowhere."""
        return -1


@record
class KitsView:
    """The list as asked for; `counts` are rows per kind under the same words and choices.

    `reading` while files are still being read.
    """

    query: KitQuery
    rows: Rows
    counts: tuple[tuple[Kind, int], ...]
    roles: tuple[tuple[str, str], ...]
    stages: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    files: tuple[KitFile, ...]
    chosen: str
    detail: KitDetail | None
    reading: bool = False
    drafts: tuple[str, ...] = ()


@record
class ImportReport:
    """What a file holds and what is wrong with it, before anything is stored.

    `obstacle` says why it cannot be imported, empty when it can; `verdict` says in words what Import does.
    """

    name: str
    file: KitFile
    holds: tuple[Pair, ...]
    changes: tuple[str, ...]
    verdict: str
    obstacle: str = ""
