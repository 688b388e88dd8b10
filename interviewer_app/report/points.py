"""Strengths, concerns and unknowns: the three lists of page 1, and how much room its parts get. In report."""

from dataclasses import dataclass
from typing import Final

from interviewer_app.domain.packet.summary import PointLine
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import BODY, GREY, SMALL, SMALL_GREY
from interviewer_app.report.drawing.text import Line, Span, clip, lines, plain, width
from interviewer_app.report.drawing.words import NBSP
from interviewer_app.report.folio import PacketDraft
from interviewer_app.text import _

_COLUMN: Final = 157.0
_GUTTER: Final = 14.14
_INDENT: Final = 12.0
_MANY: Final = 999


@dataclass(frozen=True, slots=True)
class PointsRoom:
    """How much of each part page 1 shows; the widest first in CUTS."""

    row: float = 28.0
    items: int = _MANY
    item_lines: int = _MANY
    facts: bool = True
    why: int = _MANY
    quote: int = _MANY


def lists(folio: PacketDraft, into: Picture, y: float, room: PointsRoom) -> float:
    """Draw the three lists side by side from `y` down; returns where the longest ends."""
    s = folio.summary
    bottom = y
    columns = (
        ("strengths", _("+ Strengths"), s.strengths),
        ("concerns", _("! Concerns"), s.concerns),
        ("unknowns", _("? Unknowns for the next round"), s.unknowns),
    )
    for n, (key, title, points) in enumerate(columns):
        x = n * (_COLUMN + _GUTTER)
        into.rule((x, y), (x + _COLUMN, y))
        into.text(x, y + 5.5 + BODY.baseline, title, BODY.strong())
        at = y + 18
        if not points:
            into.text(x, at + 4.5 + BODY.baseline, _("None written."), BODY.tint(GREY))
            at += 17
        bottom = max(bottom, _points(folio, into, (x, at), (key, title), points, room))
    return bottom


def _points(
    folio: PacketDraft,
    into: Picture,
    at: tuple[float, float],
    name: tuple[str, str],
    points: tuple[PointLine, ...],
    room: PointsRoom,
) -> float:
    x, y = at
    whole = len(points) <= room.items
    for point in points[: room.items]:
        y += 4.5
        into.text(x, y + BODY.baseline, point.letter, BODY.strong())
        found = lines(_point_spans(folio, point), _COLUMN - _INDENT)
        shown = clip(found, room.item_lines, _COLUMN - _INDENT)
        whole = whole and len(shown) == len(found)
        into.lines(x + _INDENT, y, shown, BODY.leading)
        _lead_to_note(folio, into, (x + _INDENT, y), shown, point)
        y += BODY.leading * len(shown)
    return y if whole else _continued(folio, into, (x + _INDENT, y + 2), name, points)


def _continued(
    folio: PacketDraft,
    into: Picture,
    at: tuple[float, float],
    name: tuple[str, str],
    points: tuple[PointLine, ...],
) -> float:
    """Say where the whole list stands, and remember it for there."""
    (x, y), (key, title) = at, name
    whole = [plain(lines(_point_spans(folio, point), 9_999)) for point in points]
    rows = [f"{p.letter} · {text}" if p.letter else text for p, text in zip(points, whole, strict=True)]
    folio.cut(key, title, "\n".join(rows))
    words = _("continued on page {n}").format(n=folio.page("cut-" + key))
    into.text(x, y + SMALL.baseline, words, SMALL_GREY)
    into.link((x, y), (width(words, SMALL), 11), "cut-" + key)
    return y + 11


def _point_spans(folio: PacketDraft, point: PointLine) -> tuple[Span, ...]:
    text = " ".join(point.text.split())
    if point.t is None:
        return ((text, BODY),)
    return ((text, BODY), (" " + folio.times.at(point.t).replace(" ", NBSP), BODY.tint(GREY)))


def _lead_to_note(
    folio: PacketDraft, into: Picture, at: tuple[float, float], shown: list[Line], point: PointLine
) -> None:
    """Make the time at the end of an item lead to its evidence row."""
    if point.t is None or not shown or not shown[-1]:
        return
    dx, text, style = shown[-1][-1]
    target = folio.note_at(point.t)
    if target and style.colour == GREY:
        into.link((at[0] + dx, at[1] + BODY.leading * (len(shown) - 1)), (width(text, style), 12.5), target)
