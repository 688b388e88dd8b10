"""Prompts passed over or taken out of order, each with the reason a person gave (P-03). In report."""

from interviewer_app import labels
from interviewer_app.domain.live.detours import Detour, DetourKind
from interviewer_app.report.drawing.layout import PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import CONTENT, HAIR, RAIL, SMALL, SMALL_BOLD
from interviewer_app.report.drawing.text import Span, clip, wrap
from interviewer_app.report.folio import PacketDraft, heading, paragraph
from interviewer_app.text import _


def deviations(folio: PacketDraft) -> list[PageBlock]:
    """The section; nothing where every prompt was asked in its place."""
    found = folio.summary.detours
    if not found:
        return []
    intro = _(
        "Prompts that left the order of the kit, as the screen showed them; the reasons are a person’s."
    )
    blocks = [heading(_("Deviations"), "deviations", new_page=False, intro=intro)]
    for n, detour in enumerate(found):
        blocks.extend(_entry(folio, detour, first=n == 0))
    return blocks


def _entry(folio: PacketDraft, detour: Detour, *, first: bool) -> list[PageBlock]:
    """The prompt in the rail; what became of it, why, and the words said beside."""
    into, lead = Picture(), Picture()
    lead.rule((0, 6.0 if first else 0.0), (CONTENT, 6.0 if first else 0.0), 0.4, HAIR)
    number = wrap(f"{detour.number}\xa0\xa0{detour.step}", SMALL_BOLD, RAIL)
    title = wrap(folio.summary.step(detour.step).title, SMALL, RAIL)
    rail = into.lines(0, 0, clip(number, 2, RAIL), SMALL.leading)
    rail = into.lines(0, rail, clip(title, 2, RAIL), SMALL.leading)
    head = PageBlock(
        into, 0.0, before=10.0 if first else 4.2, lead=lead, keep=True, rail=rail + 4.0, clear=not first
    )
    return [head, *paragraph(_words(folio, detour)), PageBlock(Picture(), 4.0)]


def _words(folio: PacketDraft, detour: Detour) -> tuple[Span, ...]:
    at = folio.times.at(detour.t)
    what = {
        DetourKind.PASSED_OVER: _("Passed over, {time}."),
        DetourKind.REORDERED: _("Taken out of order, {time}."),
    }[detour.kind]
    reason = labels.detour_reason(detour.reason)
    spans: list[Span] = [
        (what.format(time=at), SMALL_BOLD),
        (" " + _("Reason: {why}.").format(why=reason), SMALL),
    ]
    if detour.words:
        spans.append((f" “{detour.words}”", SMALL))
    return tuple(spans)
