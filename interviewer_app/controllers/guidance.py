"""Guidance pages out of all kit files, found by words, some kept from some screens. For ui and app.

A page is plain text. An empty line begins a paragraph; `# ` begins a heading and `- ` an entry of a list;
paragraphs of equally many cells, parted by ` | `, are rows of a table, the first its heads. In the glossary
each paragraph is `term: meaning`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from interviewer_app.domain.errors import KitProblem
from interviewer_app.kits import library

GLOSSARY = "glossary"
PRIVATE = "compensation"
"""Ids that begin so are pages about pay: they open from an opening and nowhere else (P-28)."""

OPENINGS = "opening"
"""The one scope that shows private pages."""

WRITING = "writing-kits"
"""Ids that begin so are pages for people who write kits: nobody looks for them in a call."""

KIT_SCREENS = ("kits", "kit_editor")
"""The scopes that show them."""

_BAR = " | "


class BlockKind(StrEnum):
    """What a block of a page is."""

    HEADING = "heading"
    TEXT = "text"
    ENTRY = "entry"
    TERM = "term"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class GuidanceBlock:
    """One block: a single cell, a term and its meaning, or the rows of a table, heads first."""

    shape: BlockKind
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GuidancePage:
    """One page."""

    id: str
    title: str
    blocks: tuple[GuidanceBlock, ...]


class Guidance:
    """Reads the pages when they are first wanted, and anew when a file has changed."""

    def __init__(self, folder: Path, shipped: tuple[Path, ...] | None = None) -> None:
        """`folder` holds the user's kit files."""
        self._folder = folder
        self._shipped = library.shipped_paths() if shipped is None else shipped
        self._stamp: tuple[tuple[str, int, int], ...] | None = None
        self._pages: tuple[tuple[str, str, str], ...] = ()

    def pages(self, scope: str, words: str = "") -> tuple[GuidancePage, ...]:
        """The pages a screen may show; with words, those that hold all of them, in their titles first."""
        wanted = words.casefold().split()
        made = []
        for page_id, title, text in self._read():
            if page_id.startswith(PRIVATE) and scope != OPENINGS:
                continue
            if page_id.startswith(WRITING) and scope not in KIT_SCREENS:
                continue
            said = f"{title}\n{text}".casefold()
            if all(word in said for word in wanted):
                made.append(GuidancePage(page_id, title, blocks(page_id, text)))
        made.sort(key=lambda page: not all(word in page.title.casefold() for word in wanted))
        return tuple(made)

    def _read(self) -> tuple[tuple[str, str, str], ...]:
        """Id, title and text of every page, the user's own after ours; the first of an id holds."""
        own = sorted(self._folder.glob("*.toml")) if self._folder.is_dir() else ()
        paths = (*self._shipped, *own)
        stamp = tuple(_stamp(path) for path in paths)
        if stamp != self._stamp:
            found: dict[str, tuple[str, str, str]] = {}
            for page in (page for path in paths for page in _of(path)):
                found.setdefault(page[0], page)
            self._stamp, self._pages = stamp, tuple(found.values())
        return self._pages


def blocks(page_id: str, text: str) -> tuple[GuidanceBlock, ...]:
    """The blocks of a page's text."""
    return tuple(_joined(_block(part, page_id) for part in _parts(text)))


def _parts(text: str) -> Iterator[str]:
    for part in text.split("\n\n"):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        if len(lines) > 1 and all(_BAR in line for line in lines):
            yield from lines  # a table whose rows are lines
        elif lines:
            yield " ".join(lines)


def _block(part: str, page_id: str) -> GuidanceBlock:
    if part.startswith("# "):
        return GuidanceBlock(BlockKind.HEADING, ((part[2:],),))
    if part.startswith("- "):
        return GuidanceBlock(BlockKind.ENTRY, ((part[2:],),))
    if _BAR in part:
        return GuidanceBlock(BlockKind.TABLE, (tuple(cell.strip() for cell in part.split(_BAR)),))
    term, colon, meaning = part.partition(": ")
    if page_id == GLOSSARY and colon and len(term) <= 60:
        return GuidanceBlock(BlockKind.TERM, ((term, meaning),))
    return GuidanceBlock(BlockKind.TEXT, ((part,),))


def _joined(parts: Iterable[GuidanceBlock]) -> Iterator[GuidanceBlock]:
    """Rows of a table that follow each other with as many cells are one table."""
    rows: tuple[tuple[str, ...], ...] = ()
    for part in parts:
        fits = part.shape is BlockKind.TABLE and (not rows or len(rows[0]) == len(part.rows[0]))
        if rows and not fits:
            yield GuidanceBlock(BlockKind.TABLE, rows)
            rows = ()
        if part.shape is BlockKind.TABLE:
            rows = (*rows, *part.rows)
        else:
            yield part
    if rows:
        yield GuidanceBlock(BlockKind.TABLE, rows)


def _of(path: Path) -> Iterator[tuple[str, str, str]]:
    """The pages of one file; a file that cannot be read has none, the kit library says why."""
    try:
        # Most files hold none, and parsing them all would take too long for a key press.
        if b"guidance" not in path.read_bytes():
            return
        tables = library.load_file(path)
    except (OSError, KitProblem):
        return
    pages = tables.get("guidance")
    # The file may be anybody's: the kit library says what is wrong with it.
    for page in pages if isinstance(pages, list | tuple) else ():
        if isinstance(page, dict):
            found = tuple(str(page.get(name, "")) for name in ("id", "title", "text"))
            if all(found):
                yield found[0], found[1], found[2]


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        facts = path.stat()
    except OSError:
        return str(path), -1, 0
    return str(path), facts.st_size, facts.st_mtime_ns
