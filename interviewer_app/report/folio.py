"""What the sections of one packet share: cleaned summary, times, page numbers, cuts. Imported by report."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interviewer_app.domain.packet.summary import PrintedNote, Summary
from interviewer_app.report.drawing.layout import PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import (
    CONTENT,
    HEAD,
    MAIN,
    MAIN_X,
    RAIL,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    Paper,
    TextStyle,
)
from interviewer_app.report.drawing.text import Span, clip, lines, wrap
from interviewer_app.report.drawing.words import Times

WHOLE = 12
"""A text of up to so many lines is never split over pages."""


class ShortenedText(NamedTuple):
    """A text page 1 could not hold in full: its label and all its words."""

    label: str
    text: str


class PacketDraft:
    """One packet in the making. `guessed` says that page 1 asked for a page that was not laid out yet."""

    def __init__(self, summary: Summary, paper: Paper, app_version: str, missing: Sequence[str]) -> None:
        self.summary = summary
        self.paper = paper
        self.app_version = app_version
        self.missing = tuple(missing)
        self.times = Times(summary)
        self.cuts: dict[str, ShortenedText] = {}
        self.pages: Mapping[str, int] = {}
        self.count = 1
        self.guessed = False
        self._by_time = {line.t: line.id for step in summary.steps for line in step.notes}

    def page(self, name: str) -> str:
        """The page number of a named place; a stand-in of likely width while none is known."""
        self.guessed = self.guessed or name not in self.pages
        return str(self.pages.get(name, 9))

    def note_at(self, t: float) -> str:
        """The place of the evidence row of the note begun then; empty when there is none."""
        note = self._by_time.get(t, "")
        return place_of(note) if note else ""

    def cut(self, key: str, label: str, text: str) -> None:
        """Remember that page 1 left out part of a text."""
        self.cuts[key] = ShortenedText(label, text)


def place_of(note_id: str) -> str:
    """The name of a note's first row in the packet."""
    return "note-" + note_id


def every_note(summary: Summary) -> tuple[PrintedNote, ...]:
    """All notes in the order of the steps."""
    return tuple(line for step in summary.steps for line in step.notes)


def heading(title: str, name: str, *, new_page: bool, intro: str = "") -> PageBlock:
    """A page heading with its bookmark and a few grey lines under it."""
    into = Picture()
    into.text(0, 8 + 10 + 0.388 * HEAD.size, title, HEAD)
    y = into.lines(0, 30.0, wrap(intro, SMALL_GREY, 400), SMALL.leading)
    into.place(name)
    return PageBlock(into, y, before=20.0, keep=True, clear=True, entry=(name, title, 0), new_page=new_page)


def rail_label(
    into: Picture, y: float, title: str, sub: str = "", sub_style: TextStyle = SMALL_GREY
) -> float:
    """A label in the rail with grey words under it; returns where it ends."""
    y = into.lines(0, y, clip(wrap(title, SMALL_BOLD, RAIL), 3, RAIL), SMALL.leading)
    return into.lines(0, y, clip(wrap(sub, sub_style, RAIL), 4, RAIL), SMALL.leading)


def paragraph(
    spans: Sequence[Span], *, x: float = MAIN_X, room: float = MAIN, before: float = 0.0, keep: bool = False
) -> list[PageBlock]:
    """A text as blocks: whole up to WHOLE lines, then breakable with two lines on each side at least."""
    found = lines(spans, room)
    if not found:
        return []
    leading = spans[0][1].leading
    parts = [found] if len(found) <= WHOLE else [found[:2], *([line] for line in found[2:-2]), found[-2:]]
    blocks: list[PageBlock] = []
    for n, part in enumerate(parts):
        into = Picture()
        into.lines(x, 0, part, leading)
        kept = keep and len(parts) == 1
        blocks.append(PageBlock(into, leading * len(part), before=before if n == 0 else 0.0, keep=kept))
    return blocks


def rule_above(width: float, space: float) -> Picture:
    """A rule across the page, drawn in the space above a block."""
    into = Picture()
    into.rule((0, space), (CONTENT, space), width)
    return into
