"""Finds the line of any key or entry in TOML text. Imported by kits only.

`tomllib` tells what a file holds but not where. This scanner reads text that `tomllib` has accepted and
remembers where every key, table and array entry began.
"""

import re
import tomllib
from bisect import bisect_right
from contextlib import suppress
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and entry numbers (from 0) that lead from the top of a file to a value."""

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_STRINGS = (
    ('"""', re.compile(r'\\.|"{3,5}', re.DOTALL)),
    ("'''", re.compile(r"'{3,5}")),
    ('"', re.compile(r'\\.|["\n]')),
    ("'", re.compile(r"['\n]")),
)


class UnclosedError(Exception):
    """A string that never ends; `offset` is where it began."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class Lines:
    """Line numbers (from 1) of a TOML text, found on first use."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._offsets: dict[Path, int] | None = None

    def at(self, path: Path) -> int:
        """The line where the value at `path` begins, or that of its nearest ancestor that is there."""
        if self._offsets is None:
            self._offsets = _scanned(self._text)
        while path and path not in self._offsets:
            path = path[:-1]
        return self.of(self._offsets[path]) if path else 1

    def of(self, offset: int) -> int:
        """The line of a character."""
        return bisect_right(self._breaks, offset - 1) + 1


def unclosed(text: str) -> int | None:
    """Where the string begins that is still open at the end of the text; None when there is none."""
    try:
        _Scanner(text).run()
    except UnclosedError as problem:
        return problem.offset
    except (IndexError, ValueError, RecursionError):
        return None
    return None


def _scanned(text: str) -> dict[Path, int]:
    scanner = _Scanner(text)
    with suppress(RecursionError):  # what was found by then still serves
        scanner.run()
    return scanner.offsets


class _Scanner:
    """One pass over the text; trusts its grammar, so anything odd ends in IndexError or ValueError."""

    def __init__(self, text: str) -> None:
        self.offsets: dict[Path, int] = {}
        self._text = text
        self._at = 0
        self._entries: dict[Path, int] = {}

    def run(self) -> None:
        """Read to the end of the text."""
        table: Path = ()
        self._skip_blank()
        while self._at < len(self._text):
            table = self._header() if self._text[self._at] == "[" else self._pair(table)
            self._skip_blank()

    def _skip_blank(self) -> None:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _take(self, wanted: str) -> bool:
        """Step over `wanted` if it is next."""
        here = self._text.startswith(wanted, self._at)
        self._at += len(wanted) if here else 0
        return here

    def _header(self) -> Path:
        """`[a.b]` or `[[a.b]]`: the path that the pairs below it belong to."""
        start = self._at
        brackets = 2 if self._text.startswith("[[", start) else 1
        self._at += brackets
        keys = self._keys()
        self._skip_blank()
        self._at += brackets
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._entries:
                path = (*path, self._entries[path] - 1)
        path = (*path, keys[-1])
        self.offsets.setdefault(path, start)
        if brackets == 2:
            number = self._entries.get(path, 0)
            self._entries[path] = number + 1
            path = (*path, number)
            self.offsets[path] = start
        return path

    def _pair(self, table: Path) -> Path:
        """`a.b = value` inside a table; hands the table back."""
        start, path = self._at, table
        for key in self._keys():
            path = (*path, key)
            self.offsets.setdefault(path, start)
        self._skip_blank()
        if not self._take("="):
            raise ValueError(self._at)
        self._skip_blank()
        self._value(path)
        return table

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._skip_blank()
            keys.append(self._key())
            self._skip_blank()
            if not self._take("."):
                return keys

    def _key(self) -> str:
        start = self._at
        if self._text[start] in "\"'":
            self._string()
            return str(tomllib.loads("k=" + self._text[start : self._at])["k"])
        found = _BARE.match(self._text, start)
        if found is None:
            raise ValueError(start)
        self._at = found.end()
        return found.group()

    def _value(self, path: Path) -> None:
        first = self._text[self._at]
        if first in "\"'":
            self._string()
        elif first == "[":
            self._array(path)
        elif first == "{":
            self._inline(path)
        else:
            found = _SCALAR.match(self._text, self._at)
            self._at = found.end() if found else len(self._text)

    def _array(self, path: Path) -> None:
        self._at += 1
        number = 0
        self._skip_blank()
        while not self._take("]"):
            entry = (*path, number)
            self.offsets[entry] = self._at
            self._value(entry)
            number += 1
            self._skip_blank()
            self._take(",")
            self._skip_blank()

    def _inline(self, path: Path) -> None:
        self._at += 1
        self._skip_blank()
        while not self._take("}"):
            self._pair(path)
            self._skip_blank()
            self._take(",")
            self._skip_blank()

    def _string(self) -> None:
        start = self._at
        quote, end = next((q, e) for q, e in _STRINGS if self._text.startswith(q, start))
        self._at += len(quote)
        while True:
            found = end.search(self._text, self._at)
            if found is None or found.group() == "\n":
                raise UnclosedError(start)
            self._at = found.end()
            if not found.group().startswith("\\"):
                return
