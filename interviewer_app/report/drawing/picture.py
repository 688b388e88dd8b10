"""A drawing as a list of marks, y downwards from its own top left corner. Imported by report.

Layout makes pictures, the sheet paints them; a picture knows nothing of pages.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

from interviewer_app.report.drawing.style import ATTENTION, INK, WHITE, TextStyle
from interviewer_app.report.drawing.text import Line, width

Point = tuple[float, float]
Align = Literal["start", "middle", "end"]
_ROUND: Final = 0.5523
"""Handle length of a quarter circle drawn as one Bezier curve."""


class TextRun(NamedTuple):
    """A text in one style; `y` is its baseline."""

    x: float
    y: float
    text: str
    style: TextStyle


class Shape(NamedTuple):
    """A path of (operator, coordinates) steps with its paint; an empty colour paints nothing."""

    steps: tuple[tuple[str, tuple[float, ...]], ...]
    fill: str
    stroke: str
    width: float
    dash: str


class Link(NamedTuple):
    """A rectangle that leads to a named place."""

    x: float
    y: float
    width: float
    height: float
    target: str


class Picture:
    """Words, shapes, links and named places, in painting order."""

    __slots__ = ("links", "marks", "places")

    def __init__(self) -> None:
        self.marks: list[TextRun | Shape] = []
        self.links: list[Link] = []
        self.places: list[tuple[str, float]] = []

    def put(self, other: "Picture", dx: float = 0.0, dy: float = 0.0) -> None:
        """Add another picture with its corner at (dx, dy)."""
        for mark in other.marks:
            if isinstance(mark, TextRun):
                self.marks.append(TextRun(mark.x + dx, mark.y + dy, mark.text, mark.style))
            else:
                shifted = tuple([(op, _shift(at, dx, dy)) for op, at in mark.steps])
                self.marks.append(mark._replace(steps=shifted))
        self.links.extend(link._replace(x=link.x + dx, y=link.y + dy) for link in other.links)
        self.places.extend((name, y + dy) for name, y in other.places)

    def text(self, x: float, y: float, text: str, style: TextStyle, align: Align = "start") -> None:
        """One line of text at a baseline."""
        if not text:
            return
        if align != "start":
            wide = width(text, style)
            x -= wide if align == "end" else wide / 2
        self.marks.append(TextRun(x, y, text, style))

    def lines(self, x: float, y: float, lines: Iterable[Line], leading: float) -> float:
        """Lines of text from `y` down; returns where they end."""
        for line in lines:
            for dx, text, style in line:
                self.marks.append(TextRun(x + dx, y + leading / 2 + 0.388 * style.size, text, style))
            y += leading
        return y

    def rules(
        self, ends: Iterable[tuple[float, float, float, float]], width: float, colour: str = INK
    ) -> None:
        """Straight lines of one kind, drawn as one path."""
        steps: list[tuple[str, tuple[float, ...]]] = []
        for x1, y1, x2, y2 in ends:
            steps.append(("m", (x1, y1)))
            steps.append(("l", (x2, y2)))
        if steps:
            self.marks.append(Shape(tuple(steps), "", colour, width, ""))

    def rule(self, start: Point, end: Point, width: float = 0.5, colour: str = INK, dash: str = "") -> None:
        """A straight line; `dash` as in PDF, for instance "2 2"."""
        self.marks.append(Shape((("m", start), ("l", end)), "", colour, width, dash))

    def box(
        self, corner: Point, size: Point, fill: str = "", stroke: str = "", width: float = 0.6, dash: str = ""
    ) -> None:
        """A rectangle."""
        (x, y), (w, h) = corner, size
        self.marks.append(Shape((("re", (x, y, w, h)),), fill, stroke, width, dash))

    def polygon(self, points: Sequence[Point], fill: str = INK) -> None:
        """A filled polygon."""
        first, *rest = points
        steps = (("m", first), *(("l", p) for p in rest), ("h", ()))
        self.marks.append(Shape(steps, fill, "", 0.0, ""))

    def disc(self, centre: Point, r: float, fill: str = INK, stroke: str = "", width: float = 1.0) -> None:
        """A circle."""
        (x, y), k = centre, r * _ROUND
        steps = (
            ("m", (x + r, y)),
            ("c", (x + r, y + k, x + k, y + r, x, y + r)),
            ("c", (x - k, y + r, x - r, y + k, x - r, y)),
            ("c", (x - r, y - k, x - k, y - r, x, y - r)),
            ("c", (x + k, y - r, x + r, y - k, x + r, y)),
            ("h", ()),
        )
        self.marks.append(Shape(steps, fill, stroke, width, ""))

    def link(self, corner: Point, size: Point, target: str) -> None:
        """Make a rectangle lead to a named place."""
        self.links.append(Link(*corner, *size, target))

    def place(self, name: str, y: float = 0.0) -> None:
        """Give a height of the picture a name that links can lead to."""
        self.places.append((name, y))


def hatch(into: Picture, corner: Point, size: Point, step: float, colour: str, width: float = 0.6) -> None:
    """Lines at 45 degrees, each cut to the rectangle by arithmetic: no clipping, no pattern."""
    (x, y), (w, h) = corner, size
    ends = []
    at = step
    while at < w + h:
        x1, y1 = (x, y + at) if at <= h else (x + at - h, y + h)
        x2, y2 = (x + at, y) if at <= w else (x + w, y + at - w)
        ends.append((x1, y1, x2, y2))
        at += step
    into.rules(ends, width, colour)


def crossed(into: Picture, corner: Point, size: Point) -> None:
    """A point short of the floor: one crossed cell, so that points can be counted."""
    x, y, w, h = corner[0] + 0.6, corner[1] + 0.4, size[0] - 1.2, size[1] - 0.8
    into.box((x, y), (w, h), WHITE, ATTENTION, 0.8)
    into.rules(((x, y, x + w, y + h), (x, y + h, x + w, y)), 0.8, ATTENTION)


def _shift(at: tuple[float, ...], dx: float, dy: float) -> tuple[float, ...]:
    """Coordinates moved; the last two of a rectangle are its size."""
    if len(at) == 4:
        return (at[0] + dx, at[1] + dy, at[2], at[3])
    return tuple([v + (dy if n % 2 else dx) for n, v in enumerate(at)])
