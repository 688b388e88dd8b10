"""The last pages: what page 1 could not hold, the committee's decision, the record. In report."""

from typing import Final

from interviewer_app.report.care import SHOWN, care_items
from interviewer_app.report.drawing.fonts import name_of
from interviewer_app.report.drawing.layout import PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import (
    BODY,
    CONTENT,
    GREY,
    INK,
    MAIN_X,
    SMALL,
    SMALL_GREY,
    TINY_GREY,
    TITLE,
)
from interviewer_app.report.drawing.text import width, wrap
from interviewer_app.report.drawing.words import eights, stamp
from interviewer_app.report.folio import PacketDraft, every_note, heading, paragraph, rail_label
from interviewer_app.text import _, ngettext

_PAD: Final = 11.0
_MAX_MISSING: Final = 40


def leftovers(folio: PacketDraft) -> list[PageBlock]:
    """In full what page 1 shortened, every warning, and the characters that could not be printed."""
    blocks: list[PageBlock] = []
    for key, cut in folio.cuts.items():
        blocks.extend(_entry("cut-" + key, cut.label, cut.text))
    items = care_items(folio)
    if len(items) > SHOWN:
        text = "\n".join(f"{words}{_refs(folio, places)}" for words, places in items)
        blocks.extend(_entry("care", _("Read with care, all"), text))
    if folio.missing:
        blocks.extend(_entry("missing", _("Characters that could not be printed"), _missing(folio)))
    if not blocks:
        return []
    return [heading(_("Continued from page 1"), "continued", new_page=False), *blocks]


def _refs(folio: PacketDraft, places: tuple[str, ...]) -> str:
    return "".join(f", p.\xa0{folio.page(name)}" for name in places if name != "missing")


def _missing(folio: PacketDraft) -> str:
    """The characters by code point and name; each stands in the packet as one replacement sign."""
    shown = [name_of(char) for char in folio.missing[:_MAX_MISSING]]
    if len(folio.missing) > _MAX_MISSING:
        shown.append(_("and {n} more").format(n=len(folio.missing) - _MAX_MISSING))
    intro = _(
        "The fonts have no form for these; each shows as \ufffd here. The record keeps the text itself."
    )
    return intro + "\n" + "; ".join(shown) + "."


def _entry(name: str, label: str, text: str) -> list[PageBlock]:
    into = Picture()
    into.place(name)
    rail = rail_label(into, 0, label)
    head = PageBlock(into, 0.0, before=10.0, keep=True, rail=rail, clear=True)
    return [head, *paragraph(((text, SMALL),))]


def decision(folio: PacketDraft) -> list[PageBlock]:
    """The block the committee fills in and the record; they stay together on the last page."""
    if folio.summary.draft:
        return [_record(folio)]
    title = heading(_("Decision and record"), "decision", new_page=False)
    into = Picture()
    high = _form(into)
    return [title, PageBlock(into, high, before=8.0, keep=True), _record(folio)]


def _form(into: Picture) -> float:
    """Boxes to tick and lines to write on."""
    inner = CONTENT - 2 * _PAD
    y = 9.0
    into.text(_PAD, y + TITLE.baseline, _("Decision of the committee"), TITLE)
    choices = (_("Hire"), _("No hire"), _("Hold for more information"))
    x = CONTENT - _PAD - sum(width(words, BODY) for words in choices) - 44 * 2
    for words in choices:
        into.box((x - 14, y + TITLE.baseline - 8), (9, 9), "", INK, 0.8)
        into.text(x, y + TITLE.baseline, words, BODY)
        x += width(words, BODY) + 44
    y = _field(into, (_PAD, 31.0), inner, _("Reason, in terms of the categories"), 2)
    half = (inner - 18) / 2
    _field(into, (_PAD, y + 7), half, _("Members and signatures"), 2)
    y = _field(into, (_PAD + half + 18, y + 7), half, _("Feedback to the interviewer on this packet"), 2)
    _field(into, (_PAD, y + 7), half, _("Level"), 1)
    y = _field(into, (_PAD + half + 18, y + 7), half, _("Date"), 1)
    into.box((0, 0), (CONTENT, y + 12), "", INK, 1.2)
    return y + 12


def _field(into: Picture, at: tuple[float, float], wide: float, label: str, count: int) -> float:
    x, y = at
    into.text(x, y + TINY_GREY.baseline, label, TINY_GREY)
    y += 9
    rules = [(x, y + 17 * n, x + wide, y + 17 * n) for n in range(1, count + 1)]
    into.rules(rules, 0.5, GREY)
    return y + 17 * count


def _record(folio: PacketDraft) -> PageBlock:
    """What this file was made from, so that it can be checked later."""
    s = folio.summary
    into = Picture()
    rail_label(into, 0, _("Record"))
    notes = every_note(s)
    cited = sum(bool(line.cited_for) for line in notes)
    count = ngettext("{n} note, {m} cited.", "{n} notes, {m} of them cited.", len(notes)).format(
        n=len(notes), m=cited
    )
    when = (
        _("Not finalised.") if s.finalised is None else _("Finalised {time}.").format(time=stamp(s.finalised))
    )
    parts = [f"{when} {count}"]
    parts.append(_("Record SHA-256 {hash}").format(hash=eights(s.record_hash)))
    parts.append(_("Kit SHA-256 {hash}").format(hash=eights(s.kit_hash)))
    y = into.lines(MAIN_X, 0, wrap("\n".join(parts), SMALL_GREY, CONTENT - MAIN_X), SMALL.leading)
    into.place("record")
    return PageBlock(into, y, before=11.0, clear=True)
