"""A Summary as a PDF packet: the same summary gives the same bytes. Imported by controllers, app and cli."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from interviewer_app import labels
from interviewer_app.domain.kits.kit import Level
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.packet.summary import CaveatKind, Summary
from interviewer_app.report.care import subject
from interviewer_app.report.drawing.layout import Layout, PrintedPage
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.sheet import PageCanvas
from interviewer_app.report.drawing.style import (
    CONTENT,
    GRID,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    TINY,
    TINY_GREY,
    TOP,
    TextStyle,
)
from interviewer_app.report.drawing.style import PAPERS as _PAPERS
from interviewer_app.report.drawing.text import TextCleaner, fit, width
from interviewer_app.report.drawing.words import day, fours, stamp, year_after
from interviewer_app.report.folio import PacketDraft
from interviewer_app.report.front import front, stage_word
from interviewer_app.report.sections import CLOSING, EVIDENCE
from interviewer_app.text import _

PAPERS: Final = tuple(_PAPERS)
_FIRST_Y: Final = TOP + 25.0


@dataclass(frozen=True, slots=True)
class Packet:
    """A finished file; `missing` are characters that no embedded font could draw."""

    data: bytes
    pages: int
    missing: tuple[str, ...]


def packet(summary: Summary, *, app_version: str, paper: str = "a4") -> Packet:
    """Lay out, then paint; `paper` is one of PAPERS."""
    gate = TextCleaner()
    folio = PacketDraft(gate.record(summary), _PAPERS[paper], app_version, gate.missing)
    first, layout = _lay_out(folio)
    page = PrintedPage([(0.0, first)], [(("front", _("Decision page"), 0), 0.0)])
    return Packet(_paint(folio, [page, *layout.pages]), folio.count, gate.missing)


def file_name(summary: Summary) -> str:
    """A name such as 2026-11-20_Backend_J-Doe.pdf, allowed on every system, never over 120 characters."""
    moment = summary.started or summary.finalised
    parts = [moment.local.strftime("%Y-%m-%d") if moment is not None else _("undated")]
    parts += [part for part in (_slug(summary.opening, 40), _slug(summary.candidate, 50)) if part]
    if len(parts) == 1:
        parts.append(_slug(summary.interview_id, 40) or "packet")
    return "_".join(parts) + ("_draft.pdf" if summary.draft else ".pdf")


def _slug(text: str, most: int) -> str:
    """Letters and digits of any script, single hyphens between; at most `most` characters and 90 bytes."""
    kept = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", text)).strip("-")[:most]
    while len(kept.encode("utf-8", "ignore")) > 90:
        kept = kept[:-1]
    return kept.encode("utf-8", "ignore").decode("utf-8").strip("-")


def _lay_out(folio: PacketDraft) -> tuple[Picture, Layout]:
    """Page 1, which names the pages of the evidence, and the pages after it, which hold what page 1 cut."""
    layout = Layout(folio.paper, _FIRST_Y)
    for section in EVIDENCE:
        layout.flow(section(folio))
    folio.pages = layout.where(2)
    first = front(folio)
    for section in CLOSING:
        layout.flow(section(folio))
    folio.pages = layout.where(2)
    folio.count = len(layout.pages) + 1
    return (front(folio) if folio.guessed else first), layout


def _paint(folio: PacketDraft, pages: list[PrintedPage]) -> bytes:
    """All pages in one pass; only places that something leads to are bound."""
    sheet = PageCanvas(folio.paper, lang="en-GB")
    _describe(sheet, folio)
    wanted = {link.target for page in pages for _y, picture in page.items for link in picture.links}
    places = {name for page in pages for _y, picture in page.items for name, _at in picture.places}
    bound: set[str] = set()
    x = folio.paper.side
    for number, page in enumerate(pages, 1):
        if mark := _across(folio):
            sheet.across(mark, TextStyle(34, 34, bold=True, colour=GRID))
        if number > 1:
            sheet.paint(_running_head(folio), x, TOP)
        for y, picture in page.items:
            sheet.paint(picture, x, y)
            for name, at in picture.places:
                if name in wanted and name not in bound:
                    bound.add(name)
                    sheet.bind(name, y + at - 8)
            picture.links = [link for link in picture.links if link.target in places]
            sheet.lead(picture, x, y)
        for (name, title, level), y in page.entries:
            sheet.entry(name, title, level, y - 8)
        sheet.paint(_foot(folio, number), x, folio.paper.height - 47.25)
        sheet.end_page()
    return sheet.data()


def _describe(sheet: PageCanvas, folio: PacketDraft) -> None:
    """Metadata; the dates are the record's, never the clock's."""
    s = folio.summary
    maker = f"Interviewer {folio.app_version}"
    sheet.setTitle(f"{_kind(folio)} {s.candidate}".strip())
    sheet.setAuthor(s.interviewer)
    sheet.setSubject(" · ".join(part for part in (s.opening, s.role) if part))
    sheet.setCreator(maker)
    sheet.setProducer(maker)
    sheet.setViewerPreference("DisplayDocTitle", "true")
    stamped = s.finalised or s.ended or s.started
    sheet.setDateFormatter(lambda *_now: _pdf_date(stamped))


def _pdf_date(moment: Moment | None) -> str:
    if moment is None:
        return "D:20000101000000Z"
    sign = "+" if moment.offset >= 0 else "-"
    zone = f"{sign}{abs(moment.offset) // 60:02d}'{abs(moment.offset) % 60:02d}'"
    return f"D:{moment.local:%Y%m%d%H%M%S}{zone}"


def _kind(folio: PacketDraft) -> str:
    kind = _("Draft, not finalised") if folio.summary.draft else _("Committee packet")
    rated = next((subject(c.about) for c in folio.summary.care if c.kind is CaveatKind.SUBJECT), "")
    return f"{kind}. {rated}:" if rated else kind


def _across(folio: PacketDraft) -> str:
    """The outlined words across each page."""
    s = folio.summary
    words = [_("Draft, not finalised")] if s.draft else []
    if s.sample:
        words.append(_("Sample, made up"))
    return " · ".join(words)


def _running_head(folio: PacketDraft) -> Picture:
    s = folio.summary
    into = Picture()
    name = fit(s.candidate, SMALL_BOLD, 180)
    into.text(0, SMALL.baseline, name, SMALL_BOLD)
    rest = s.role or s.opening
    if s.role and s.level in set(Level):
        rest += f", {labels.level(Level(s.level))}"
    x = width(name, SMALL_BOLD) + 2 if name else 0.0
    into.text(x, SMALL.baseline, fit(f"· {rest}" if name else rest, SMALL, 300 - x), SMALL_GREY)
    right = [_("{stage} interview").format(stage=stage_word(s.stage))] if s.stage else []
    right += [day(s.started.local)] if s.started is not None else []
    into.text(CONTENT, SMALL.baseline, fit(" · ".join(right), SMALL, 190), SMALL_GREY, "end")
    into.rule((0, 16.25), (CONTENT, 16.25))
    return into


def _foot(folio: PacketDraft, number: int) -> Picture:
    """What it is, what it was made from, and which page this is."""
    s = folio.summary
    into = Picture()
    into.rule((0, 0), (CONTENT, 0))
    first = [_("Confidential. Structured interview record; contains personal data.")]
    if s.finalised is not None:
        first.append(_("Delete by {day}.").format(day=day(year_after(s.finalised.local))))
    kit = _("kit {kit} {version}, {hash}").format(kit=s.kit_id, version=s.kit_version, hash=fours(s.kit_hash))
    state = (
        _("not finalised")
        if s.finalised is None
        else _("as finalised {time}").format(time=stamp(s.finalised))
    )
    second = (
        _("Record {hash}").format(hash=fours(s.record_hash)),
        kit,
        f"Interviewer {folio.app_version}",
        state,
    )
    base = 4.25 + 4.75 + 0.388 * TINY.size
    into.text(0, base, fit(" ".join(first), TINY, 400), TINY_GREY)
    into.text(0, base + 9.5, fit(" · ".join(second), TINY, 435), TINY_GREY)
    into.text(CONTENT, base, fit(s.candidate, TINY.strong(), 90), TINY.strong(), "end")
    words = _("page {n} of {m}").format(n=number, m=folio.count)
    into.text(CONTENT, base + 9.5, words, TINY, "end")
    return into
