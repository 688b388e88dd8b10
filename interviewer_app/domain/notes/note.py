"""Notes as text lines with an identity and a time, and how editing keeps both. Everybody may import it.

A line may begin with one marker and hold category tags anywhere; all other text is plain. reconcile.py is
told which lines an editor replaced and decides which of them are still the same notes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

MAX_LINE = 5_000
"""Longest line, in characters: beyond it text editors freeze; longer ones are cut into several."""

MAX_SHEET = 1_000_000
"""Most characters the notes of one step may hold."""

MAX_LINES = 5_000
"""Most lines the notes of one step may hold: many times an interview's, few enough for quick counts."""

_TAG = re.compile(r"(?<![\w#&])#([A-Ha-h])(?![\w])")
_BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


class Marker(StrEnum):
    """The one-character sign a line may begin with, followed by a space."""

    PLAIN = ""
    SAID = '"'
    FOR = "+"
    AGAINST = "!"
    UNKNOWN = "?"
    HELP = ">"


_MARKERS = {marker.value: marker for marker in Marker if marker.value}


@dataclass(frozen=True, slots=True)
class Note:
    """One line. `t` is seconds since the start when it was begun; `rank` orders the lines of a step.

    `stamped` says that it was put there empty, to be filled later, and keeps the time it was put there.
    """

    id: str
    step: str
    rank: float
    text: str
    t: float
    begun: datetime
    stamped: bool = False

    @property
    def marker(self) -> Marker:
        """The marker the line begins with."""
        return marker_of(self.text)

    @property
    def tags(self) -> tuple[str, ...]:
        """Category letters tagged, in order, each once, upper case."""
        return tags_of(self.text)

    @property
    def body(self) -> str:
        """The words alone: no marker, no tags, no space around."""
        return _body(self.text)

    @property
    def blank(self) -> bool:
        """True when there are no words."""
        return not self.body


def marker_of(text: str) -> Marker:
    """The marker a line of text begins with."""
    return _MARKERS.get(text[:1], Marker.PLAIN) if text[1:2] in {"", " "} else Marker.PLAIN


# Asked for every note whenever the coverage is counted, while almost no line has changed since.
@lru_cache(maxsize=4096)
def tags_of(text: str) -> tuple[str, ...]:
    """The category letters tagged in a line of text, in order, each once, upper case."""
    return tuple(dict.fromkeys(letter.upper() for letter in _TAG.findall(text)))


@lru_cache(maxsize=4096)
def _body(text: str) -> str:
    words = text[1:] if marker_of(text) is not Marker.PLAIN else text
    return " ".join(_TAG.sub("", words).split())


def tag_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each category tag in a line, for highlighting."""
    return tuple(match.span() for match in _TAG.finditer(text))


def clean(text: str) -> str:
    """Text that can be shown, stored and printed: no control, surrogate or direction-override characters.

    Tabs and line feeds stay; every other line separator becomes a line feed.
    """
    if text.isprintable():
        # Nearly every text, at every key press: nothing that is looked for below can be printed.
        return text
    unified = re.sub("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    return _BAD.sub("\ufffd", unified)


def one_line(text: str) -> str:
    """Clean text for a field of one line: line ends and tabs become spaces."""
    return clean(text).replace("\n", " ").replace("\t", " ")


def wrap_long(text: str) -> str:
    """Cut lines of over MAX_LINE characters, at a space where there is one near."""
    if len(text) <= MAX_LINE:
        return text
    out: list[str] = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > MAX_LINE:
            space = rest.rfind(" ", MAX_LINE - 200, MAX_LINE)
            at = space + 1 if space > 0 else MAX_LINE
            out.append(rest[:at])
            rest = rest[at:]
        out.append(rest)
    return "\n".join(out)


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What a step of undo takes back: from line `first` on, lines `old` gave way to `new`.

    `steps` is how many steps of undo the editor had afterwards; those it makes of many keys grow.
    """

    steps: int
    first: int
    old: tuple[Note, ...]
    new: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class StepNotes:
    """The notes of one step, one per editor line, and what may come back.

    `undo` and `redo` are what the editor may take back and do again, the next one last; `cut` are lines
    lately removed or emptied, as they were, for words that are pasted.
    """

    step: str
    lines: tuple[Note, ...]
    cut: tuple[Note, ...] = ()
    undo: tuple[UndoStep, ...] = ()
    redo: tuple[UndoStep, ...] = ()

    @property
    def text(self) -> str:
        """The whole text as the editor shows it."""
        return "\n".join(note.text for note in self.lines)


@dataclass(frozen=True, slots=True)
class NoteEdit:
    """What an editor did: `removed` lines from index `first` on gave way to `texts`.

    `origin` says of each text which of the lines removed it is, counted from `first`, -1 for a new one; empty
    when the editor does not know. `stamp` says that new lines are there to be filled later. `before` and
    `after` count the steps of undo the editor had; `again` marks an undo or a redo.
    """

    step: str
    first: int
    removed: int
    texts: tuple[str, ...]
    origin: tuple[int, ...] = ()
    stamp: bool = False
    before: int = 0
    after: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """The sheet afterwards, the notes to store and the ids to delete."""

    sheet: StepNotes
    changed: tuple[Note, ...]
    gone: tuple[str, ...]


def blank_sheet(step: str, t: float, now: datetime, new_id: Callable[[], str]) -> StepNotes:
    """A sheet with the one empty line every editor begins with."""
    return StepNotes(step, (Note(new_id(), step, 1.0, "", t, now),))
