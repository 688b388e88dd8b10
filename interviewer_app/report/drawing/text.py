"""The one gate between what people typed and the page: clean, measure, break. Imported by report.

Nothing here or after it reads markup: a text is drawn as the characters it holds.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Final, TypeVar

from interviewer_app.domain.notes.note import clean as without_controls
from interviewer_app.report.drawing import bidi
from interviewer_app.report.drawing.fonts import SUBSTITUTE, Face, face
from interviewer_app.report.drawing.style import TextStyle

Span = tuple[str, TextStyle]
Piece = tuple[float, str, TextStyle]
Line = tuple[Piece, ...]

ELLIPSIS: Final = "…"
MAX_MARKS: Final = 8
"""Most combining marks kept on one letter; towers of them would cover other lines."""

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")
_SPACES: Final = re.compile("[\t\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_]{2})[-/](?=[^\W\d_]{2})")
_Record = TypeVar("_Record")


class TextCleaner:
    """Cleans texts and remembers the characters that no face can draw."""

    def __init__(self) -> None:
        self._good: set[str] = {"\n", " "}
        self._bad: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters that could not be printed, in the order met."""
        return tuple(self._bad)

    def text(self, raw: str) -> str:
        """The text as it can be printed: no controls, composed, every character drawable."""
        if raw.isascii() and raw.isprintable():
            return raw
        plain = _SPACES.sub(" ", without_controls(raw))
        plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", plain))
        plain = bidi.join(plain)
        strange = set(plain) - self._good
        for char in sorted(strange):
            if face(bold=False).draws(char):
                self._good.add(char)
        bad = strange - self._good
        if bad:
            self._bad.update(dict.fromkeys(char for char in plain if char in bad))
            plain = plain.translate(dict.fromkeys(map(ord, bad), SUBSTITUTE))
        return _few_marks(plain)

    def record(self, record: _Record) -> _Record:
        """The record with every text in it cleaned, however deep it lies; other values are left alone."""
        return self._value(record)

    def _value(self, value: _Record) -> _Record:
        kind = type(value)
        if kind is str:
            return self.text(value)  # type: ignore[return-value,arg-type]
        if kind is tuple:
            return tuple([self._value(v) for v in value])  # type: ignore[return-value,attr-defined]
        if is_dataclass(value) and not isinstance(value, type):
            changed = {}
            for field in fields(value):
                old = getattr(value, field.name)
                new = self._value(old)
                if new != old:
                    changed[field.name] = new
            return replace(value, **changed) if changed else value
        return value


def _few_marks(text: str) -> str:
    """At most MAX_MARKS combining marks in a row."""
    if not any(map(unicodedata.combining, text)):
        return text
    out: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= MAX_MARKS:
            out.append(char)
    return "".join(out)


def width(text: str, style: TextStyle) -> float:
    """Width of a text in points."""
    return face(bold=style.bold).width(text) * style.size / 1000


def fit(text: str, style: TextStyle, room: float) -> str:
    """The text on one line, cut with an ellipsis where it is wider than `room`."""
    text = " ".join(text.split())
    own, limit = face(bold=style.bold), room * 1000 / style.size
    if len(text) < 400 and own.width(text) <= limit:
        return text
    x = own.word(ELLIPSIS)
    for at, char in enumerate(text):
        x += own[char]
        if x > limit:
            return text[:at].rstrip() + ELLIPSIS
    return text


class _Breaker:
    """Greedy line breaking over spans of different styles; every width in points."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.lines: list[Line] = []
        self.pieces: list[Piece] = []
        self.words: list[str] = []
        self.start = self.x = 0.0

    def span(self, text: str, style: TextStyle) -> None:
        """Set one span; a line feed begins a new line."""
        for n, part in enumerate(text.split("\n")):
            if n:
                self._flush(style)
                self.new_line()
            self._words(part, style)
        self._flush(style)

    def _words(self, text: str, style: TextStyle) -> None:
        own, unit = face(bold=style.bold), style.size / 1000
        space = own[" "] * unit
        room = self.room
        pending = bool(self.pieces) and text[:1] == " "
        for word in text.split(" "):
            if not word:
                continue
            wide = own.word(word) * unit
            if self.words:
                gap = space
            else:
                gap = space if pending and self.x else 0.0
                self.start = self.x + gap
            pending = False
            if self.x + gap + wide <= room + 0.01:
                self.words.append(word)
                self.x += gap + wide
                continue
            self._tight(word, gap, style, own)

    def _tight(self, word: str, gap: float, style: TextStyle, own: Face) -> None:
        """A word that does not fit: break at a hyphen, then go to the next line, then cut at the edge."""
        unit = style.size / 1000
        for cut in reversed([m.end() for m in _HYPHEN.finditer(word)] if len(word) < 200 else []):
            part = own.width(word[:cut]) * unit
            if self.x + gap + part <= self.room:
                self.words.append(word[:cut])
                self.x += gap + part
                word = word[cut:]
                break
        if self.x:
            self._flush(style)
            self.new_line()
        rest = own.word(word) * unit
        if rest > self.room:
            word = self._cut(word, style, own)
            rest = own.word(word) * unit
        self.start = 0.0
        self.words.append(word)
        self.x = rest

    def _cut(self, word: str, style: TextStyle, own: Face) -> str:
        """Set full lines of one long word and hand back what is left for the last line."""
        limit = self.room * 1000 / style.size
        begin, x = 0, 0.0
        for at, char in enumerate(word):
            x += own[char]
            if x > limit and at > begin and not unicodedata.combining(char):
                self.lines.append(((0.0, word[begin:at], style),))
                begin, x = at, own[char]
        return word[begin:]

    def _flush(self, style: TextStyle) -> None:
        if self.words:
            self.pieces.append((self.start, " ".join(self.words), style))
            self.words = []

    def new_line(self) -> None:
        """End the line; an empty one stays as an empty line."""
        self.lines.append(tuple(self.pieces))
        self.pieces = []
        self.start = self.x = 0.0


def lines(spans: Iterable[Span], room: float) -> list[Line]:
    """The spans set one after the other in lines of at most `room` points; no line for no words."""
    breaker = _Breaker(room)
    for text, style in spans:
        breaker.span(text, style)
    if breaker.pieces:
        breaker.new_line()
    return breaker.lines


def wrap(text: str, style: TextStyle, room: float) -> list[Line]:
    """One text in one style as lines."""
    return lines(((text, style),), room)


def clip(found: list[Line], most: int, room: float) -> list[Line]:
    """At most so many lines; the last one ends with an ellipsis when some were left out."""
    if len(found) <= most:
        return found
    kept = found[:most]
    last = kept[-1]
    if not last:
        return kept
    x, text, style = last[-1]
    cut = fit(text.rstrip(" .,;:") + ELLIPSIS, style, room - x)
    space = cut.rfind(" ")
    if len(cut) <= len(text) and space > len(cut) / 2:
        cut = cut[:space].rstrip(" .,;:") + ELLIPSIS
    kept[-1] = (*last[:-1], (x, cut, style))
    return kept


def plain(found: Iterable[Line]) -> str:
    """The words of lines, joined."""
    return " ".join(piece[1] for line in found for piece in line)
