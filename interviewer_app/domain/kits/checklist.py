"""Lists to tick, flags to look for and pages to read, and what was ticked. Everybody may import it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

FLAGS = "flags"
"""In place of a checklist's id: the tick is about a flag, and its line is the flag's id."""

SEEN = "seen"
"""The state of a plain tick and of a flag."""

MAX_CELL = 500
"""Longest text beside a line, in characters; more is cut off."""


class Polarity(StrEnum):
    """Whether a flag speaks for or against."""

    GREEN = "green"
    RED = "red"


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One line; without states it is a plain tick."""

    id: str
    text: str
    states: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The states it can be in, besides not being ticked."""
        return self.states or (SEEN,)


@dataclass(frozen=True, slots=True)
class Checklist:
    """Lines to tick; `columns` head the free texts beside each line."""

    id: str
    title: str
    lines: tuple[ChecklistLine, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A pattern worth a note, for or against; it informs a score and never sets one."""

    id: str
    polarity: Polarity
    text: str


@dataclass(frozen=True, slots=True)
class TickKey:
    """What was ticked: a line of a list, in a step or, with an empty step, in the interview as a whole."""

    step: str
    list: str
    line: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line as it stands. `state` empty = open; `cells` are the texts beside it, in order of the columns.

    A flag has one cell, its note. `t` is seconds since the start at the last change, pauses included.
    """

    key: TickKey
    state: str
    cells: tuple[str, ...]
    t: float
    set_at: datetime

    @property
    def blank(self) -> bool:
        """True when nothing is ticked and nothing written."""
        return not self.state and not any(self.cells)


def ticks_in(ticks: Mapping[TickKey, Tick], step: str, list_id: str) -> Mapping[str, Tick]:
    """The ticks of one list in one step, by line."""
    return {k.line: t for k, t in ticks.items() if k.step == step and k.list == list_id and not t.blank}
