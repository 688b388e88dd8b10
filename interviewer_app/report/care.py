"""Read with care: the warnings page 1 gives about itself, with page numbers. Imported by report."""

from typing import Final

from interviewer_app import labels
from interviewer_app.domain.packet.summary import Caveat, CaveatKind
from interviewer_app.domain.scores import notes_needed
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import BAND, CONTENT, MAIN_X, SMALL, SMALL_BOLD, SMALL_GREY
from interviewer_app.report.drawing.text import fit, width
from interviewer_app.report.drawing.words import NBSP
from interviewer_app.report.folio import PacketDraft
from interviewer_app.text import _, ngettext

SHOWN: Final = 4
"""So many warnings stand on page 1; the rest are counted there and listed on a later page."""

_Item = tuple[str, tuple[str, ...]]


def care_items(folio: PacketDraft) -> tuple[_Item, ...]:
    """Every warning as a sentence and the places it leads to, gravest first."""
    own: list[_Item] = []
    if folio.summary.draft:
        own.append((_("Draft: not finalised, may still change"), ()))
    if folio.missing:
        count = len(folio.missing)
        words = ngettext("{n} character could not be printed", "{n} characters could not be printed", count)
        own.append((words.format(n=count), ("missing",)))
    return (*own, *(_item(folio, care) for care in folio.summary.care))


def _item(folio: PacketDraft, care: Caveat) -> _Item:
    """One warning of the summary in words, and what it is about."""
    words = {
        CaveatKind.SAMPLE: _("Sample interview, made up"),
        CaveatKind.WAIVED: _("No scope sheet: {about}"),
        CaveatKind.SUBJECT: subject(care.about),
        CaveatKind.NOT_OBSERVED: _("{about} not observed: {reason}"),
        CaveatKind.UNSUPPORTED: _("{about} is unsupported: no note cited"),
        CaveatKind.THIN: _("{about} is {value} on {n}; it asks for {m}"),
        CaveatKind.OVER_PLAN: _("{about} ran {time} over its plan"),
        CaveatKind.SKIPPED: _("{about} was not asked"),
        CaveatKind.GAP: _("Gap of {time}: {cause}"),
    }[care.kind]
    found = next((c for c in folio.summary.categories if c.letter == care.about), None)
    value = (found.score.value or 0) if found is not None else 0
    text = words.format(
        about=care.about,
        time=folio.times.span(care.seconds),
        cause=labels.away_cause(care.about),
        reason=labels.not_observed(found.score.reason if found is not None else None),
        value=value,
        n=_("1 note") if found is not None and len(found.cited) == 1 else _("too few notes"),
        m=notes_needed(value),
    )
    return text, _places(care)


def subject(kind: str) -> str:
    """What is said where no person is rated; empty for a person."""
    return {
        "team": _("A team is rated, not a person"),
        "vendor": _("A vendor is rated, not a person"),
    }.get(kind, "")


def _places(care: Caveat) -> tuple[str, ...]:
    """Where a warning leads to."""
    match care.kind:
        case CaveatKind.SAMPLE | CaveatKind.WAIVED | CaveatKind.SUBJECT:
            return ()
        case CaveatKind.NOT_OBSERVED | CaveatKind.UNSUPPORTED | CaveatKind.THIN:
            return ("cat-" + care.about,)
        case CaveatKind.OVER_PLAN | CaveatKind.SKIPPED:
            return ("step-" + care.about,)
        case CaveatKind.GAP:
            return ("timeline",)


def care_band(folio: PacketDraft) -> tuple[Picture, float]:
    """The band above the footer and its height; it never yields to anything else on page 1."""
    items = care_items(folio)
    into = Picture()
    rows = (min(len(items), SHOWN) + 1) // 2 or 1
    more = len(items) > SHOWN
    high = 13.0 * (rows + more) + 11
    into.box((0, 0), (CONTENT, high), BAND)
    into.text(9, 6 + SMALL.baseline, _("Read with care"), SMALL_BOLD)
    column = (CONTENT - 9 - MAIN_X) / 2
    for n, item in enumerate(items[:SHOWN]):
        _draw(folio, into, (MAIN_X + n % 2 * column, 6 + n // 2 * 13.0), column - 8, item)
    if not items:
        into.text(MAIN_X, 6 + SMALL.baseline, _("Nothing to report."), SMALL)
    if more:
        item = (_("and {n} more").format(n=len(items) - SHOWN), ("care",))
        _draw(folio, into, (MAIN_X, 6 + rows * 13.0), column - 8, item)
    return into, high


def _draw(folio: PacketDraft, into: Picture, at: tuple[float, float], room: float, item: _Item) -> None:
    """One warning and, in grey, the page that shows it."""
    (x, y), (words, places) = at, item
    numbers = ", ".join(dict.fromkeys(folio.page(name) for name in places))
    ref = f" p.{NBSP}{numbers}" if places else ""
    words = fit(words, SMALL, room - width(ref, SMALL))
    into.text(x, y + SMALL.baseline, words, SMALL)
    x += width(words, SMALL)
    into.text(x, y + SMALL.baseline, ref, SMALL_GREY)
    if places:
        into.link((x, y), (width(ref, SMALL), 11), places[0])
