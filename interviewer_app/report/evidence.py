"""Scores and their evidence: one category after the other, with the notes that carry it. In report."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interviewer_app import labels
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.packet.summary import CategoryResult, PrintedNote
from interviewer_app.domain.scores import ScoreState, Support
from interviewer_app.report import charts
from interviewer_app.report.drawing.layout import PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import (
    ACCENT,
    BODY,
    CONTENT,
    FRAME,
    GREY,
    HAIR,
    HUGE,
    MAIN,
    MAIN_X,
    RAIL,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    TINY_GREY,
    TITLE,
)
from interviewer_app.report.drawing.text import Line as Set_
from interviewer_app.report.drawing.text import Span, fit, lines, width, wrap
from interviewer_app.report.drawing.words import DASH, day, hour, sign
from interviewer_app.report.folio import PacketDraft, heading, paragraph, place_of, rule_above
from interviewer_app.text import _, ngettext

_TIME, _PROMPT, _MARKER, _NOTE = MAIN_X, MAIN_X + 30, MAIN_X + 65, MAIN_X + 114
_ROOM: Final = CONTENT - _NOTE
_UNSPLIT: Final = 4


def evidence(folio: PacketDraft) -> list[PageBlock]:
    """The section: heading, then every category."""
    intro = _(
        "Each score stands beside the anchor it was matched to, the next anchor up, and the notes it cites. "
        "Times are {kind} from the start of the interview, pauses included. A filled dot marks a "
        "note the score cites, an open dot a note it does not cite, a triangle help or a follow-up."
    ).format(kind=_("minutes and seconds") if folio.times.minutes else _("shares of the plan,"))
    blocks = [heading(_("Scores and their evidence"), "evidence", new_page=True, intro=intro)]
    printed: set[str] = set()
    for category in folio.summary.categories:
        blocks.extend(_category(folio, category, printed))
    return blocks


def _category(folio: PacketDraft, row: CategoryResult, printed: set[str]) -> list[PageBlock]:
    """Rail, heading, anchors and two evidence rows stay together; then it breaks between rows."""
    blocks = [_opening(folio, row)]
    for spans in _statements(row):
        blocks.extend(paragraph(spans, before=6.0, keep=True))
    table = _table(folio, row, printed)
    if not table:
        blocks[-1] = replace(blocks[-1], keep=False)
        return blocks
    head = _continued_head(row)
    rows = [replace(block, head=head) for block in table]
    kept = 0
    for n, block in enumerate(rows[:-1]):
        if kept < 3:
            rows[n] = replace(block, keep=True)
            kept += 1
    return [*blocks, *rows]


def _opening(folio: PacketDraft, row: CategoryResult) -> PageBlock:
    """Score, small chart and status in the rail; name, definition and anchors beside them."""
    into = Picture()
    rail = _rail(folio, into, row)
    title = wrap(f"{row.letter}  {row.title}".replace("  ", "\xa0\xa0"), TITLE, MAIN)
    y = into.lines(MAIN_X, 0, title, TITLE.leading)
    y = into.lines(MAIN_X, y + 1, wrap(row.definition, SMALL_GREY, MAIN), SMALL.leading)
    if row.score.value is not None:
        y = _anchors(into, y + 7, row)
    name = "cat-" + row.letter
    into.place(name)
    entry = (name, f"{row.letter} {row.title}", 1)
    lead = rule_above(1.5, 12.75)
    return PageBlock(into, y, before=20.5, lead=lead, keep=True, rail=rail, clear=True, entry=entry)


def _rail(folio: PacketDraft, into: Picture, row: CategoryResult) -> float:
    value = row.score.value
    big = DASH if row.score.state is ScoreState.NOT_OBSERVED else str(value) if value is not None else "?"
    small = {
        ScoreState.SCORED: _("of 5"),
        ScoreState.NOT_OBSERVED: _("not observed"),
        ScoreState.OPEN: _("not yet scored"),
    }[row.score.state]
    into.text(-1, HUGE.baseline, big, HUGE)
    # The space is for readers of plain text, who would see "3of 5".
    into.text(width(big, HUGE) + 1, HUGE.baseline, f" {small}", BODY.tint(GREY))
    chart, high = charts.mini(row)
    into.put(chart, 0, 39)
    y = 39 + high + 2
    for spans in _rail_facts(folio, row):
        y = into.lines(0, y + 4, lines(spans, RAIL), SMALL.leading)
    return y


def _rail_facts(folio: PacketDraft, row: CategoryResult) -> list[Sequence[Span]]:
    """Status against the floor, what carries it, when it was set."""
    words, style = charts.against_floor(row)
    facts: list[Sequence[Span]] = [((words[:1].upper() + words[1:], style),)]
    if row.support is Support.UNSUPPORTED:
        facts.append(((_("Unsupported:"), SMALL_BOLD), (_(" no note cited"), SMALL)))
    elif row.score.value is not None:
        count = len(row.cited)
        words = ngettext("{n} note cited", "{n} notes cited", count).format(n=count)
        facts.append(((words, SMALL if row.support is Support.SUPPORTED else SMALL_BOLD),))
    if row.help:
        facts.append(((_("Help given: {n}").format(n=row.help), SMALL),))
    if row.score.set_at is not None:
        facts.append(((_when_set(folio, row), SMALL_GREY),))
    return facts


def _when_set(folio: PacketDraft, row: CategoryResult) -> str:
    """When the score was set last, by the clock beside the interviewer."""
    s, at = folio.summary, row.score.set_at
    if at is None:
        return ""
    if s.ended is None or at <= s.ended.utc:
        if row.score.t is None:
            return _("Set during the call.")
        return _("Set during the call, {time}.").format(time=folio.times.at(row.score.t))
    local = Moment(at, 0.0, "", s.ended.offset).local
    return _("Set on {day}, {time}.").format(day=day(local), time=hour(local))


def _anchors(into: Picture, y: float, row: CategoryResult) -> float:
    """The chosen anchor under a bar, the next one up under a thin rule."""
    value = row.score.value or 0
    half = (MAIN - 14) / 2
    bottom = y
    chosen = ((_("{n} · chosen.").format(n=value), SMALL_BOLD), (" " + row.anchor, SMALL))
    into.rule((MAIN_X, y + 1), (MAIN_X + half, y + 1), 2.0, ACCENT)
    bottom = into.lines(MAIN_X, y + 5.5, lines(chosen, half), SMALL.leading)
    if row.next_anchor:
        x = MAIN_X + half + 14
        following = (
            (_("{n} · next.").format(n=value + 1), SMALL_BOLD.tint(GREY)),
            (" " + row.next_anchor, SMALL_GREY),
        )
        into.rule((x, y + 0.25), (CONTENT, y + 0.25), 0.5, FRAME)
        bottom = max(bottom, into.lines(x, y + 5.5, lines(following, half), SMALL.leading))
    return bottom


def _statements(row: CategoryResult) -> list[Sequence[Span]]:
    """What was missing for the next anchor, and what limits the score."""
    out: list[Sequence[Span]] = []
    missing = row.score.missing.strip()
    if row.score.state is ScoreState.NOT_OBSERVED:
        reason = _("Not observed: {reason}.").format(reason=labels.not_observed(row.score.reason))
        rest = f" {missing}" if missing else ""
        out.append(((reason, SMALL_BOLD), (rest + _(" Not observed is not a 0."), SMALL)))
    elif row.score.value is not None and row.score.value < 5:
        label = _("What {n} would have needed.").format(n=row.score.value + 1)
        words = missing or _("Not written by the interviewer.")
        out.append(((label, SMALL_BOLD), (" " + words, SMALL)))
    elif missing:
        out.append(((missing, SMALL),))
    if row.support is Support.UNSUPPORTED:
        out.append(((_("Unsupported: no note is cited for this score."), SMALL_BOLD),))
    return out


def _table(folio: PacketDraft, row: CategoryResult, printed: set[str]) -> list[PageBlock]:
    """Cited notes with help in between, then notes that are not cited; each note in full only once."""
    cited = sorted((*row.cited, *row.helps), key=lambda line: line.t)
    fresh = [x for x in row.not_cited if x.id not in printed and not x.cited_for]
    elsewhere = [x for x in row.not_cited if x.id in printed or x.cited_for]
    out: list[PageBlock] = []
    if cited or fresh:
        out.append(_columns())
    for line in cited:
        kind = "help" if line.marker is Marker.HELP else "cited"
        out.extend(note_row(folio, line, kind, place=line.id not in printed))
        printed.add(line.id)
    if fresh:
        out.append(_sub_row(_("Noted for {letter}, not cited").format(letter=row.letter)))
    for line in fresh:
        out.extend(note_row(folio, line, "open", place=True))
        printed.add(line.id)
    if elsewhere:
        out.extend(_elsewhere(folio, row, elsewhere))
    if row.helps or row.help:
        words = _("Help is counted and shown; it lowers nothing by itself.")
        if out:
            out[-1] = replace(out[-1], keep=True)
        out.extend(paragraph(((words, SMALL_GREY),), before=6.0))
    return out


def _elsewhere(folio: PacketDraft, row: CategoryResult, notes: Sequence[PrintedNote]) -> list[PageBlock]:
    """Notes that could carry this category too and stand in full beside another one."""
    label = _("Also noted for {letter}, shown with another category:").format(letter=row.letter)
    times = ", ".join(
        folio.times.at(x.t) + ("\xa0" + "".join(x.cited_for) if x.cited_for else "") for x in notes
    )
    return paragraph(((label, SMALL_GREY), (f" {times}.", SMALL_GREY)), before=6.0)


def _columns() -> PageBlock:
    """The heads of the evidence columns."""
    into = Picture()
    _column_heads(into, 0)
    return PageBlock(into, 11.5, before=7.0, keep=True)


def _column_heads(into: Picture, y: float) -> None:
    heads = (
        (_TIME, _("Time")),
        (_PROMPT, _("Prompt")),
        (_MARKER, _("Marker")),
        (_NOTE, _("Note, as written during the call")),
    )
    for x, words in heads:
        into.text(x, y + TINY_GREY.baseline, words, TINY_GREY)
    into.rule((MAIN_X, y + 11.25), (CONTENT, y + 11.25))


def _continued_head(row: CategoryResult) -> PageBlock:
    """What stands above rows that continue a category on a new page."""
    into = Picture()
    words = _("{letter}  {title}, continued").format(letter=row.letter, title=fit(row.title, TITLE, 240))
    into.text(MAIN_X, TITLE.baseline, words, TITLE)
    _column_heads(into, 22)
    return PageBlock(into, 33.5)


def _sub_row(words: str) -> PageBlock:
    into = Picture()
    into.text(MAIN_X, 5 + TINY_GREY.baseline, words, TINY_GREY)
    into.rule((MAIN_X, 16.2), (CONTENT, 16.2), 0.4, HAIR)
    return PageBlock(into, 16.4, keep=True)


def note_row(folio: PacketDraft, line: PrintedNote, kind: str, *, place: bool) -> list[PageBlock]:
    """A note: dot, time, prompt, marker and words; split only when it is long, two lines on each side."""
    found: list[Set_] = wrap(line.body, SMALL, _ROOM) or [()]
    parts = [found]
    if len(found) > _UNSPLIT:
        parts = [found[:2], *([x] for x in found[2:-2]), found[-2:]]
    blocks: list[PageBlock] = []
    for n, part in enumerate(parts):
        into = Picture()
        y = 2.1 if n == 0 else 0.0
        if n == 0:
            _note_head(folio, into, line, kind)
            if place:
                into.place(place_of(line.id))
        high = into.lines(_NOTE, y, part, SMALL.leading)
        if n == len(parts) - 1:
            high += 2.4
            into.rule((MAIN_X, high - 0.2), (CONTENT, high - 0.2), 0.4, HAIR)
        blocks.append(PageBlock(into, high))
    return blocks


def _note_head(folio: PacketDraft, into: Picture, line: PrintedNote, kind: str) -> None:
    base = 2.1 + SMALL.baseline
    if kind == "help":
        x, y = MAIN_X - 6.5, base - 5.2
        into.polygon(((x - 2.5, y + 4.4), (x + 2.5, y + 4.4), (x, y)))
    else:
        charts.dot(into, (MAIN_X - 6.0, base - 2.9), cited=kind == "cited")
    into.text(_TIME, base, folio.times.at(line.t), SMALL)
    into.text(_PROMPT, base, fit(line.step, SMALL, 33), SMALL_GREY)
    style = SMALL if line.marker is Marker.PLAIN else SMALL_BOLD
    into.text(_MARKER, base, sign(line.marker), style.tint(GREY) if line.marker is Marker.PLAIN else style)
