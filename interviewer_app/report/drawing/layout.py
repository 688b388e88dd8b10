"""Puts blocks on pages, in one pass, without painting. Imported by report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import Paper


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A strip of the page that is never split.

    `before` is space above and `lead` what is drawn in it, both dropped at the top of a page. `keep` binds it
    to the next block. `rail` is how far the rail beside it hangs down; `clear` waits until that is passed.
    `head` stands above it where it begins a page in the middle of a section. `entry` is its bookmark.
    """

    picture: Picture
    height: float
    before: float = 0.0
    lead: Picture | None = None
    keep: bool = False
    rail: float = 0.0
    clear: bool = False
    head: "PageBlock | None" = None
    entry: tuple[str, str, int] | None = None
    new_page: bool = False


@dataclass(slots=True)
class PrintedPage:
    """Pictures with their heights on the page, and the bookmarks that begin on it."""

    items: list[tuple[float, Picture]] = field(default_factory=list)
    entries: list[tuple[tuple[str, str, int], float]] = field(default_factory=list)


class Layout:
    """Fills pages from the first block to the last; a chain of kept blocks moves on whole when it can."""

    def __init__(self, paper: Paper, top: float) -> None:
        self.top = top
        self.bottom = paper.bottom
        self.pages: list[PrintedPage] = [PrintedPage()]
        self.y = top
        self.hang = top

    def flow(self, blocks: Sequence[PageBlock]) -> None:
        """Place the blocks after what is there."""
        at = 0
        while at < len(blocks):
            end = at
            while blocks[end].keep and end + 1 < len(blocks):
                end += 1
            chain = blocks[at : end + 1]
            if chain[0].new_page and not self._fresh:
                self._turn()
            if not self._fresh and self._end_of(chain) > self.bottom + 0.01:
                self._turn()
            for block in chain:
                if not self._fresh and self._end_of((block,)) > self.bottom + 0.01:
                    self._turn()
                self._place(block)
            at = end + 1

    @property
    def _fresh(self) -> bool:
        return self.y == self.top

    def _turn(self) -> None:
        self.pages.append(PrintedPage())
        self.y = self.hang = self.top

    def _start_of(self, block: PageBlock, y: float, hang: float) -> float:
        return (max(y, hang) if block.clear else y) + (block.before if y > self.top else 0.0)

    def _end_of(self, chain: Sequence[PageBlock]) -> float:
        """How far down the page these blocks and their rails would reach."""
        y, hang = self.y, self.hang
        for block in chain:
            y = self._start_of(block, y, hang)
            hang = max(hang, y + block.rail)
            y += block.height
        return max(y, hang if any(b.rail for b in chain) else y)

    def _place(self, block: PageBlock) -> None:
        page = self.pages[-1]
        if self._fresh and block.head is not None:
            page.items.append((self.y, block.head.picture))
            self.y += block.head.height
        start = self._start_of(block, self.y, self.hang)
        if block.lead is not None and self.y > self.top:
            page.items.append((start - block.before, block.lead))
        page.items.append((start, block.picture))
        if block.entry is not None:
            page.entries.append((block.entry, start))
        self.hang = max(self.hang, start + block.rail)
        self.y = start + block.height

    def where(self, first: int) -> Mapping[str, int]:
        """The page number of every named place, counting from `first`."""
        found: dict[str, int] = {}
        for number, page in enumerate(self.pages, first):
            for _y, picture in page.items:
                for name, _at in picture.places:
                    found.setdefault(name, number)
            for entry, _y in page.entries:
                found.setdefault(entry[0], number)
        return found
