"""Type, colours and the grid of the packet, in points. Imported by the rooms of report."""

from dataclasses import dataclass, replace
from typing import Final

INK: Final = "#16191d"
GREY: Final = "#4b535b"
ACCENT: Final = "#0d4f5c"
ATTENTION: Final = "#8c2f05"
HAIR: Final = "#c9cfd4"
GRID: Final = "#d3d8dc"
FRAME: Final = "#b3bac1"
TRACK: Final = "#e4e8eb"
BAND: Final = "#eef1f3"
JOINT: Final = "#c2c9cf"
HATCH: Final = "#a9b1b8"
WHITE: Final = "#ffffff"

CONTENT: Final = 499.28
RAIL: Final = 115.8
MAIN_X: Final = 127.8
MAIN: Final = CONTENT - MAIN_X


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words look: a face of the family, size and leading in points, a colour."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK

    def strong(self) -> "TextStyle":
        """The same in bold."""
        return replace(self, bold=True)

    def tint(self, colour: str) -> "TextStyle":
        """The same in another colour."""
        return replace(self, colour=colour)

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline; half the spare leading above, as Noto Sans is drawn."""
        return self.leading / 2 + 0.388 * self.size


HUGE: Final = TextStyle(34, 34, bold=True)
CODE: Final = TextStyle(20, 24, bold=True)
HEAD: Final = TextStyle(16, 20, bold=True)
LEAD: Final = TextStyle(11, 15.5)
TITLE: Final = TextStyle(11, 15, bold=True)
BODY: Final = TextStyle(9, 12.5)
SMALL: Final = TextStyle(8, 11)
TINY: Final = TextStyle(7, 9)
SMALL_GREY: Final = SMALL.tint(GREY)
TINY_GREY: Final = TINY.tint(GREY)
SMALL_BOLD: Final = SMALL.strong()


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: width, height and side margin; the grid between the margins is the same on all."""

    width: float
    height: float
    side: float

    @property
    def bottom(self) -> float:
        """Where text ends, from the top edge."""
        return self.height - 60.0


TOP: Final = 36.0
PAPERS: Final = {"a4": Paper(595.28, 841.89, 48.0), "letter": Paper(612.0, 792.0, 56.36)}
