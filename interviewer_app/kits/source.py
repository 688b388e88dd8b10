"""Bytes of a kit file in, plain tables and text out, or the one reason why not. Imported by kits only."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interviewer_app.domain.errors import Finding
from interviewer_app.kits.locate import Lines, unclosed
from interviewer_app.text import _

MAX_BYTES = 2 * 1024 * 1024

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\s*$")
_LONG_NUMBER = re.compile(r"(?:0[xob])?[0-9A-Fa-f_]{3000,}")
_MOST_BITS = 12_000
"""Python writes no number of over 4,300 digits, but reads one of any length in hexadecimal."""
_MANY_DOTS = 64
_LONG_KEY = re.compile(rf"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{_MANY_DOTS}}}")
_DEEPEST = 60
"""Levels of tables and lists; the format needs nine."""
_CURLY = "\u2018\u2019\u201c\u201d\u201e"


@dataclass(frozen=True, slots=True)
class TomlText:
    """A file that is TOML: its text and what tomllib made of it."""

    text: str
    tables: dict[str, Any]


class UnreadableError(Exception):
    """Not TOML at all; `reason` is a clause without full stop, `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def refusal(name: str, problem: UnreadableError) -> Finding:
    """E01 in words, for a file that has nothing else to be said about."""
    words = _("This is not an interview kit file: {reason} at line {line}.")
    return Finding(name, problem.line, "E01", words.format(reason=problem.reason, line=problem.line))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, at most one more than allowed; raises UnreadableError."""
    try:
        # A pipe would be waited for without end.
        if path.exists() and not path.is_file() and not path.is_dir():
            raise UnreadableError(1, _("it is not a file"))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableError(1, _("it cannot be opened, {reason}").format(reason=reason.lower())) from error


def load(data: bytes) -> TomlText:
    """The tables in the bytes of a file; raises UnreadableError for whatever is wrong with them."""
    text = _decoded(data)
    _refuse_long_keys(text)
    try:
        found = TomlText(text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _explained(str(error), text) from error
    except RecursionError as error:
        raise UnreadableError(_deepest_line(text), _("tables or lists are nested too deep")) from error
    except ValueError as error:
        raise _too_long(text) from error
    for deep, values in enumerate(_levels(found.tables), 1):
        if deep > _DEEPEST:
            raise UnreadableError(_deepest_line(text), _("tables or lists are nested too deep"))
        if any(isinstance(value, int) and value.bit_length() > _MOST_BITS for value in values):
            raise _too_long(text)
    return found


def _levels(tables: dict[str, Any]) -> Iterator[list[Any]]:
    """The values of tables and lists, all of one depth at a time, found without recursion."""
    level: list[Any] = [tables]
    while level:
        inner: list[Any] = []
        for holder in level:
            inner += holder.values() if isinstance(holder, dict) else holder
        yield inner
        level = [value for value in inner if isinstance(value, dict | list)]


def _too_long(text: str) -> UnreadableError:
    number = _LONG_NUMBER.search(text)
    line = Lines(text).of(number.start()) if number else 1
    return UnreadableError(line, _("a number is far too long"))


def _refuse_long_keys(text: str) -> None:
    """The parser needs quadratic time for these."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") >= _MANY_DOTS and _LONG_KEY.search(line):
            raise UnreadableError(number, _("tables or lists are nested too deep"))


def _decoded(data: bytes) -> str:
    """UTF-8 text without byte order mark and with plain line ends."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(1, _("it is larger than 2 MiB"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(1, _("it is UTF-16; save it as UTF-8"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(line, _("it is not UTF-8 text; save it as UTF-8")) from error
    text = text.replace("\r\n", "\n")
    if "\0" in text:
        raise UnreadableError(text.count("\n", 0, text.index("\0")) + 1, _("it is not a text file"))
    if not text.strip():
        raise UnreadableError(1, _("the file is empty"))
    return text


def _explained(message: str, text: str) -> UnreadableError:
    """What tomllib said, with a line even where it gave none, and a hint for the usual slips."""
    found = _PLACE.search(message)
    words = message[: found.start()] if found else message
    words = words[:1].lower() + words[1:]
    if found and found.group(1):
        line, column = int(found.group(1)), int(found.group(2))
        return UnreadableError(line, _hinted(words, text.split("\n")[line - 1], column - 1))
    opened = unclosed(text)
    if opened is not None:
        return UnreadableError(Lines(text).of(opened), _("a quote opened here is never closed"))
    return UnreadableError(text.rstrip().count("\n") + 1, _("the file ends too early"))


def _hinted(words: str, line: str, at: int) -> str:
    if at < len(line) and line[at] in _CURLY:
        return _("curly quotes cannot enclose text; use straight ones")
    if words.startswith(("cannot overwrite", "cannot declare", "cannot mutate", "duplicate")):
        return _("the same name is given twice here")
    if words.startswith("illegal character '\\n'"):
        return _("a quote opened here is never closed")
    return words


def _deepest_line(text: str) -> int:
    counts = [line.count("[") + line.count("{") + line.count(".") for line in text.split("\n")]
    return counts.index(max(counts)) + 1
