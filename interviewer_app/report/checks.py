"""Checklists that were used and flags that were seen, with the facts behind them. In report."""

from collections.abc import Sequence
from typing import Final

from interviewer_app.domain.kits.checklist import Polarity
from interviewer_app.domain.live.checks import CheckLine, CheckResult, FlagResult
from interviewer_app.report.drawing.layout import PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import (
    CONTENT,
    FRAME,
    HAIR,
    INK,
    MAIN,
    MAIN_X,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    TINY_GREY,
)
from interviewer_app.report.drawing.text import Span, lines, wrap
from interviewer_app.report.folio import PacketDraft, heading, paragraph, rail_label
from interviewer_app.text import _

_STATE: Final = MAIN_X + 212.0
_WORDS: Final = 206.0
_TIME: Final = 40.0
_PIP: Final = 8.0
_BOX: Final = 6.4


def checks(folio: PacketDraft) -> list[PageBlock]:
    """The section; nothing where nothing was ticked or written."""
    s = folio.summary
    if not s.checks and not s.flags:
        return []
    blocks = [heading(_("Checks"), "checks", new_page=False)]
    if s.flags:
        blocks.extend(_flags(folio, s.flags))
    for n, one in enumerate(s.checks):
        blocks.extend(_list(folio, one, first=not n and not s.flags))
    return blocks


def _flags(folio: PacketDraft, flags: Sequence[FlagResult]) -> list[PageBlock]:
    """A line per flag: sign, id, what it says, and the note that shows it."""
    into = Picture()
    into.place("flags")
    rail = rail_label(into, 0, _("Flags"), _("with their facts; a flag sets no score"))
    blocks = [PageBlock(into, 0.0, before=8.0, keep=True, rail=rail)]
    for flag in flags:
        sign = "+" if flag.polarity is Polarity.GREEN else "!"
        spans: tuple[Span, ...] = (
            (f"{sign} {flag.id.upper()} {_stop(flag.text)}", SMALL_BOLD),
            (f" {_stop(flag.note)}", SMALL),
            (f" ({folio.times.at(flag.t)})", SMALL_GREY),
        )
        blocks.extend(paragraph(spans))
        blocks.append(PageBlock(Picture(), 3.0))
    return blocks


def _list(folio: PacketDraft, one: CheckResult, *, first: bool) -> list[PageBlock]:
    """A list with all its lines, also the open ones: what was not ticked says something too."""
    into = Picture()
    into.place(f"check-{one.step}-{one.list}")
    used = _("used in {step}").format(step=one.step) if one.step else _("the whole interview")
    rail = rail_label(into, 0, one.title, used)
    top = PageBlock(into, 0.0, before=8.0 if first else 12.0, keep=True, rail=rail, clear=not first)
    heads = Picture()
    _heads(heads)
    blocks = [top, PageBlock(heads, 11.5, keep=True)]
    for n, line in enumerate(one.lines):
        row, high = _row(folio, line, one.columns)
        # The head never stands alone at the foot of a page.
        blocks.append(PageBlock(row, high, keep=n == 0 and len(one.lines) > 1, head=_again(one)))
    return blocks


def _again(one: CheckResult) -> PageBlock:
    """What stands above lines that go on on a new page."""
    into = Picture()
    words = _("{title}, continued").format(title=one.title)
    y = into.lines(0, 0, wrap(words, SMALL_BOLD, MAIN_X - 12.0), SMALL.leading)
    _heads(into)
    return PageBlock(into, max(y, 11.5))


def _heads(into: Picture) -> None:
    for x, words in ((MAIN_X, _("Line")), (_STATE, _("State"))):
        into.text(x, TINY_GREY.baseline, words, TINY_GREY)
    into.text(CONTENT, TINY_GREY.baseline, _("Set at"), TINY_GREY, "end")
    into.rule((MAIN_X, 11.25), (CONTENT, 11.25))


def _row(folio: PacketDraft, line: CheckLine, columns: Sequence[str]) -> tuple[Picture, float]:
    """Words, state by shape and word, time; under them what was written, each after its column's head."""
    into = Picture()
    y = 2.1
    _shape(into, y, line)
    pips = _PIP * len(line.choices) if line.choices else _BOX + 1.6
    room = CONTENT - _TIME - _STATE - pips - 4.0
    style = SMALL if line.state else SMALL_GREY
    left = into.lines(MAIN_X, y, wrap(line.text, SMALL, _WORDS), SMALL.leading)
    right = into.lines(_STATE + pips + 4.0, y, wrap(_state(line), style, room), SMALL.leading)
    if line.t is not None:
        into.text(CONTENT, y + SMALL.baseline, folio.times.at(line.t), SMALL_GREY, "end")
    y = max(left, right)
    written = [(head, cell) for head, cell in zip(columns, line.cells, strict=True) if cell]
    spans: list[Span] = []
    for head, cell in written:
        spans.append(((" " if spans else "") + f"{head}:", SMALL_GREY))
        spans.append((f" {_stop(cell)}", SMALL))
    y = into.lines(MAIN_X + 10.0, y, lines(spans, MAIN - 10.0), SMALL.leading) + 2.4
    into.rule((MAIN_X, y - 0.2), (CONTENT, y - 0.2), 0.4, HAIR)
    return into, y


def _state(line: CheckLine) -> str:
    if not line.state:
        return _("not ticked")
    return line.state if line.choices else _("ticked")


def _shape(into: Picture, y: float, line: CheckLine) -> None:
    """A box to tick, or a cell for each state with the one that was chosen filled."""
    top = y + SMALL.leading / 2 - _BOX / 2
    if not line.choices:
        into.box((_STATE, top), (_BOX, _BOX), "", INK if line.state else FRAME, 0.7)
        if line.state:
            x = _STATE
            ends = ((x + 1.3, top + 3.4, x + 2.7, top + 4.9), (x + 2.7, top + 4.9, x + 5.3, top + 1.5))
            into.rules(ends, 0.9)
        return
    for n, state in enumerate(line.choices):
        chosen = state == line.state
        into.box(
            (_STATE + n * _PIP, top), (_PIP - 1.6, _BOX), INK if chosen else "", INK if chosen else FRAME, 0.6
        )


def _stop(text: str) -> str:
    """A text as a sentence among others."""
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "…", "”")) else text + "."
