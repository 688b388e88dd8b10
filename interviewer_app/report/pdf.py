"""A Summary as a PDF packet: the same summary gives the same bytes. Imported by controllers, app and cli."""

import errno
import os
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from interviewer_app import labels
from interviewer_app.domain.errors import ExportProblem
from interviewer_app.domain.kits.kit import Level
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.packet.summary import CareKind, Summary
from interviewer_app.report.care import subject
from interviewer_app.report.folio import Folio
from interviewer_app.report.front import front, stage_word
from interviewer_app.report.layout import Layout, Page
from interviewer_app.report.picture import Picture
from interviewer_app.report.sections import CLOSING, EVIDENCE
from interviewer_app.report.sheet import Sheet
from interviewer_app.report.style import (
    CONTENT,
    GRID,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    TINY,
    TINY_GREY,
    TOP,
    Style,
)
from interviewer_app.report.style import PAPERS as _PAPERS
from interviewer_app.report.text import Gate, fit, width
from interviewer_app.report.words import day, fours, stamp, year_after
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
    gate = Gate()
    folio = Folio(gate.record(summary), _PAPERS[paper], app_version, gate.missing)
    first, layout = _lay_out(folio)
    page = Page([(0.0, first)], [(("front", _("Decision page"), 0), 0.0)])
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


def write(made: Packet, path: Path) -> None:
    """Put the packet at `path`, whole or not at all: a temporary file beside it, then renamed.

    Raises ExportProblem when the folder is missing, closed or full; nothing half-written stays behind.
    """
    # Not the tempfile module, which takes 15 ms to import; one process writes one packet at a time.
    beside = path.with_name(f".packet-{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(made.data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        _forget(beside)
        raise problem_of(error, path) from error
    _sync_folder(path.parent)


def _forget(beside: Path) -> None:
    """Leave nothing half-written behind; where even that fails, the first failure is the one to tell."""
    with suppress(OSError):
        beside.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where folders can be synced (not on Windows)."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        # Some network folders refuse; the file itself is down already.
        return
    finally:
        os.close(handle)


def problem_of(error: OSError, path: Path) -> ExportProblem:
    """What went wrong, for the person who exports."""
    folder = path.parent
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return ExportProblem(
                _("The folder {folder} is not there.").format(folder=folder), _("Choose another folder.")
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return ExportProblem(
                _("The packet cannot be written in {folder}: it is read-only for you.").format(folder=folder),
                _("Choose another folder."),
            )
        case errno.ENOSPC | errno.EDQUOT:
            return ExportProblem(
                _("There is no room left in {folder}.").format(folder=folder),
                _("Free some space or choose another folder, then export again."),
            )
        case errno.EISDIR | errno.EEXIST:
            return ExportProblem(_("{name} is a folder.").format(name=path.name), _("Choose another name."))
        case _:
            return ExportProblem(
                _("The packet could not be written: {why}.").format(why=error.strerror or str(error.errno)),
                _("Choose another folder."),
            )


def _lay_out(folio: Folio) -> tuple[Picture, Layout]:
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


def _paint(folio: Folio, pages: list[Page]) -> bytes:
    """All pages in one pass; only places that something leads to are bound."""
    sheet = Sheet(folio.paper, lang="en-GB")
    _describe(sheet, folio)
    wanted = {link.target for page in pages for _y, picture in page.items for link in picture.links}
    places = {name for page in pages for _y, picture in page.items for name, _at in picture.places}
    bound: set[str] = set()
    x = folio.paper.side
    for number, page in enumerate(pages, 1):
        if mark := _across(folio):
            sheet.across(mark, Style(34, 34, bold=True, colour=GRID))
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


def _describe(sheet: Sheet, folio: Folio) -> None:
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


def _kind(folio: Folio) -> str:
    kind = _("Draft, not finalised") if folio.summary.draft else _("Committee packet")
    rated = next((subject(c.about) for c in folio.summary.care if c.kind is CareKind.SUBJECT), "")
    return f"{kind}. {rated}:" if rated else kind


def _across(folio: Folio) -> str:
    """The outlined words across each page."""
    s = folio.summary
    words = [_("Draft, not finalised")] if s.draft else []
    if s.sample:
        words.append(_("Sample, made up"))
    return " · ".join(words)


def _running_head(folio: Folio) -> Picture:
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


def _foot(folio: Folio, number: int) -> Picture:
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
