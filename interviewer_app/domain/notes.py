"""Notes as text lines with an identity and a time, and how editing keeps both. Everybody may import it.

A line may begin with one marker and hold category tags anywhere; all other text is plain. `edit` is told
which lines an editor replaced and decides which of them are still the same notes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

MAX_LINE = 5_000
"""Longest line, in characters: beyond it text editors freeze; longer ones are cut into several."""

MAX_SHEET = 1_000_000
"""Most characters the notes of one step may hold."""

_RETIRED = 200
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
        head = self.text[:1]
        if head and head in '"+!?>' and self.text[1:2] in {"", " "}:
            return Marker(head)
        return Marker.PLAIN

    @property
    def tags(self) -> tuple[str, ...]:
        """Category letters tagged, in order, each once, upper case."""
        return _tags(self.text)

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
def _tags(text: str) -> tuple[str, ...]:
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
class Sheet:
    """The notes of one step, one per editor line, and what undo may bring back.

    `retired` are lines lately removed, `emptied` lines as they were when they lost their last word.
    """

    step: str
    lines: tuple[Note, ...]
    retired: tuple[Note, ...] = ()
    emptied: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """The whole text as the editor shows it."""
        return "\n".join(note.text for note in self.lines)


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor did: `removed` lines from index `first` on gave way to `texts`.

    `stamped` are the places in `texts` of empty lines to be filled later: stamped now when `anew`, else some
    time before.
    """

    step: str
    first: int
    removed: int
    texts: tuple[str, ...]
    stamped: tuple[int, ...] = ()
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """The sheet afterwards, the notes to store and the ids to delete."""

    sheet: Sheet
    changed: tuple[Note, ...]
    gone: tuple[str, ...]


def edit(sheet: Sheet, change: Edit, t: float, now: datetime, new_id: Callable[[], str]) -> Edited:
    """Apply one editor change; edited lines keep identity and time, undone removals get theirs back.

    `t` is seconds since the start. A line without words takes its time when its first words arrive, unless
    it was stamped.
    Raises ValueError when the change does not fit the sheet.
    """
    first, removed = change.first, change.removed
    if first < 0 or removed < 0 or first + removed > len(sheet.lines):
        raise ValueError(f"edit of lines {first}+{removed} in a sheet of {len(sheet.lines)}")
    old = sheet.lines[first : first + removed]
    texts = tuple(clean(text).replace("\n", " ") for text in change.texts)
    pool = {note.text: note for note in sheet.retired if note.text and not _empty_stamp(note)}
    fresh = []
    for text, note in zip(texts, _match(old, texts, change.stamped), strict=True):
        known = note or pool.pop(text, None) or Note(new_id(), sheet.step, 0.0, text, t, now)
        fresh.append(_retext(known, text, t, now, sheet.emptied))
    if change.stamped:
        _stamp(fresh, sheet, change, t, now)
    here = {note.id: note for note in fresh}
    lost = tuple(note for note in old if note.id not in here)
    lines, renumbered = _rank(sheet.lines[:first], tuple(fresh), sheet.lines[first + removed :])
    before = {note.id: note for note in old}
    window = lines if renumbered else lines[first : first + len(fresh)]
    retired = tuple(note for note in (*sheet.retired, *lost) if note.id not in here)[-_RETIRED:]
    return Edited(
        sheet=Sheet(sheet.step, lines, retired, _emptied(sheet.emptied, old, here)),
        changed=tuple(note for note in window if before.get(note.id) != note),
        gone=tuple(note.id for note in lost),
    )


def _retext(note: Note, text: str, t: float, now: datetime, emptied: tuple[Note, ...]) -> Note:
    """The note with new words; one that had none is begun now, unless it was stamped or has them back."""
    if note.text == text:
        return note
    if note.text.strip() or note.stamped:
        return replace(note, text=text)
    before = next((was for was in reversed(emptied) if was.id == note.id and was.text == text), None)
    if before is not None:
        t, now = before.t, before.begun
    return replace(note, text=text, t=t, begun=now)


def _emptied(before: tuple[Note, ...], old: tuple[Note, ...], here: dict[str, Note]) -> tuple[Note, ...]:
    """What was known of emptied lines, and the lines that an edit has just emptied."""
    now = tuple(
        note for note in old if note.text.strip() and note.id in here and not here[note.id].text.strip()
    )
    return (*before, *now)[-_RETIRED:] if now else before


def _stamp(fresh: list[Note], sheet: Sheet, change: Edit, t: float, now: datetime) -> None:
    """Stamp the empty lines the editor calls stamped; one that was removed comes back as it was."""
    standing = {note.id for note in sheet.lines}
    lost = [note for note in sheet.retired if _empty_stamp(note)]
    for at in sorted(change.stamped, reverse=True):
        note = fresh[at] if at < len(fresh) else None
        if note is None or note.text.strip() or note.stamped:
            continue
        if change.anew:
            fresh[at] = replace(note, t=t, begun=now, stamped=True)
        elif note.id not in standing and lost:
            fresh[at] = replace(lost.pop(), text=note.text)


def _empty_stamp(note: Note) -> bool:
    return note.stamped and not note.text.strip()


def _match(old: tuple[Note, ...], texts: tuple[str, ...], stamped: tuple[int, ...]) -> list[Note | None]:
    """For each new text the old note it still is, or None; no note is used twice.

    Equal lines at both ends first, then equal words that moved, then what is left in order. An empty line
    and a stamped empty line are not equal.
    """
    count = min(len(old), len(texts))
    was = [(note.text, _empty_stamp(note)) for note in old]
    new = [(text, at in stamped and not text.strip()) for at, text in enumerate(texts)]
    head = 0
    while head < count and was[head] == new[head]:
        head += 1
    tail = 0
    while tail < count - head and was[-1 - tail] == new[-1 - tail]:
        tail += 1
    end = len(texts) - tail
    out: list[Note | None] = [*old[:head], *([None] * (end - head)), *old[len(old) - tail :]]
    left = list(old[head : len(old) - tail])
    out[head:end] = _moved(left, new[head:end])
    return out


def _moved(left: list[Note], new: list[tuple[str, bool]]) -> list[Note | None]:
    """For each new line a note that has its text, spaces alone included; then the others in order."""
    same: dict[tuple[str, bool], list[Note]] = {}
    for note in reversed(left):
        if note.text or note.stamped:
            same.setdefault((note.text, _empty_stamp(note)), []).append(note)
    out = [same[key].pop() if same.get(key) else None for key in new]
    used = {note.id for note in out if note is not None}
    spare = (note for note in left if note.id not in used)
    return [note if note is not None else next(spare, None) for note in out]


def _rank(
    above: tuple[Note, ...], inside: tuple[Note, ...], below: tuple[Note, ...]
) -> tuple[tuple[Note, ...], bool]:
    """All lines in order with rising ranks, and whether every line had to be numbered anew."""
    low = above[-1].rank if above else 0.0
    high = below[0].rank if below else low + len(inside) + 1.0
    bounds = (low, *(note.rank for note in inside), high)
    if all(a < b for a, b in pairwise(bounds)):
        return (*above, *inside, *below), False
    step = (high - low) / (len(inside) + 1)
    if step < 1e-6:
        every = (*above, *inside, *below)
        return tuple(replace(note, rank=float(at)) for at, note in enumerate(every, 1)), True
    placed = tuple(replace(note, rank=low + step * at) for at, note in enumerate(inside, 1))
    return (*above, *placed, *below), False


def blank_sheet(step: str, t: float, now: datetime, new_id: Callable[[], str]) -> Sheet:
    """A sheet with the one empty line every editor begins with."""
    return Sheet(step, (Note(new_id(), step, 1.0, "", t, now),))
