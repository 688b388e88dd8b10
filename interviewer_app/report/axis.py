"""The time axis of a packet: seconds to points, and the labels that stand above it. Imported by report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from interviewer_app import labels
from interviewer_app.domain.packet.summary import Summary
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import CONTENT, MAIN_X, TINY, TINY_GREY
from interviewer_app.report.drawing.text import width
from interviewer_app.report.drawing.words import Times
from interviewer_app.text import _

RIGHT: Final = 404.0
_TICKS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 360, 1440, 10_080)
"""Distances between grid lines, in minutes or in per cent."""


class Axis:
    """Wall time from the start to the planned end or the real one, whichever is later, in whole units.

    A unit is a minute, or one per cent of the plan where minutes are not shown. The plan moves with every
    stretch that is not counted.
    """

    def __init__(self, summary: Summary, times: Times) -> None:
        self.away = sorted((a for a in summary.aways if a.end > a.start), key=lambda a: a.start)
        self.plan_end = self.moved(summary.planned)
        self.unit = 60.0 if times.minutes else (summary.planned or 60.0) / 100
        self.end = ceil(max(self.plan_end, summary.wall, self.unit) / self.unit) * self.unit

    def x(self, seconds: float) -> float:
        """The place of a moment, never off the axis."""
        return MAIN_X + min(max(seconds, 0.0), self.end) / self.end * (RIGHT - MAIN_X)

    def moved(self, worked: float) -> float:
        """When a moment of the plan falls, after the pauses before it."""
        at = worked
        for away in self.away:
            if not away.counted and at > away.start:
                at += away.end - away.start
        return at

    def ticks(self) -> list[tuple[float, str]]:
        """Places of the grid lines; every second one is numbered where no band's edge runs through it."""
        span = self.end / self.unit
        step = next((tick for tick in _TICKS if span / tick <= 16), ceil(span / 16))
        places = [(self.x(n * step * self.unit), n * step) for n in range(int(span / step) + 1)]
        edges = [RIGHT - 2, *(self.x(at) for away in self.away for at in (away.start, away.end))]
        free = {n for x, n in places if n % (2 * step) == 0 and all(abs(x - edge) > 4 for edge in edges)}
        return [(x, str(n) if n in free else "") for x, n in places]


@dataclass(frozen=True, slots=True)
class Label:
    """What stands above a band: bold words, then grey ones under or beside them."""

    x: float
    head: str
    tail: str
    end: bool = False

    @property
    def one_line(self) -> float:
        """Its width when both stand side by side."""
        return width(self.head, TINY.strong()) + 3 + width(self.tail, TINY)

    def spans(self, level: int) -> list[tuple[int, float, float]]:
        """What it takes up on a level as (line, from, to); level 0 has two lines, -1 and 0."""
        if level:
            low = min(self.x, CONTENT - self.one_line)
            return [(level, low, low + self.one_line)]
        out = []
        for line, wide in ((-1, width(self.head, TINY.strong())), (0, width(self.tail, TINY))):
            low = self.x - wide if self.end else self.x
            out.append((line, low, low + wide))
        return out


def labels_of(axis: Axis, times: Times) -> list[Label]:
    """The planned end first, because it never moves; then pauses and gaps from left to right."""
    out = [Label(axis.x(axis.plan_end) - 3, _("planned end"), times.at(axis.plan_end), end=True)]
    for away in axis.away:
        head = _("pause") if away.pause else _("gap")
        if times.minutes:
            head += f" {times.span(away.end - away.start)}"
        out.append(Label(axis.x(away.start) + 1, head, labels.away_cause(away.cause)))
    return out


def levels(found: Sequence[Label]) -> Mapping[Label, int]:
    """A level for each label: 0 is the pair of lines on top, from 1 on single lines below it.

    A label that would touch others on every level has none; the words before the chart name it.
    """
    taken: dict[int, list[tuple[float, float]]] = {}
    out: dict[Label, int] = {}
    for label in found:
        for level in range(5):
            spans = label.spans(level)
            if all(high + 5 < a or low > b + 5 for n, low, high in spans for a, b in taken.get(n, ())):
                for n, low, high in spans:
                    taken.setdefault(n, []).append((low, high))
                out[label] = level
                break
    return out


def draw_label(into: Picture, label: Label, level: int) -> None:
    """Draw a label on its level."""
    if level == 0:
        into.text(label.x, 8, label.head, TINY.strong(), "end" if label.end else "start")
        into.text(label.x, 16.5, label.tail, TINY_GREY, "end" if label.end else "start")
        return
    y = 16.5 + 9.0 * level
    x = min(label.x, CONTENT - label.one_line)
    into.text(x, y, label.head, TINY.strong())
    into.text(x + width(label.head, TINY.strong()) + 3, y, label.tail, TINY_GREY)
