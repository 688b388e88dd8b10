"""Plain values in, TOML out, laid out for people: tomllib can read but not write. Imported by kits only.

Whatever tomllib may return can be written, and is read back equal but for the line breaks of folded text.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

WIDTH = 110
"""Columns after which text and lists are broken."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HARD = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LONE = re.compile(r"[\ud800-\udfff]")
_LOOSE_BLANK = re.compile(r"[ \t](?=\n|$)")
_SHORT = {"\n": "\\n", "\r": "\\r"}


def key(name: str) -> str:
    """A key, quoted only where it must be."""
    return name if _BARE.fullmatch(name) else quoted(name)


def quoted(text: str) -> str:
    """Text on one line."""
    return f'"{_escaped(text)}"'


def paragraphs(text: str) -> str:
    """Folded text over several lines: wrapped, an empty line between paragraphs; reading folds it back."""
    return '"""\n' + "\n\n".join("\n".join(_wrapped(part)) for part in text.split("\n\n")) + '"""'


def verbatim(text: str) -> str:
    """Text whose every line break counts, over as many lines as it has."""
    lines = "\n".join(_in_block(line) for line in text.split("\n"))
    return '"""\n' + _LOOSE_BLANK.sub(lambda found: f"\\u{ord(found.group()):04x}", lines) + '"""'


def value(given: Any, indent: str = "", used: int = 0) -> str:
    """Any value; a list is broken, one entry a line, when it would not end before the margin.

    `used` counts the columns that stand on the line already.
    """
    flat = _flat(given)
    if not isinstance(given, list | Mapping) or (used + len(flat) <= WIDTH and not _holds_tables(given)):
        return flat
    if isinstance(given, Mapping):
        return _table(given, indent)
    deeper = indent + "  "
    rows = [f"{deeper}{value(entry, deeper, len(deeper))},\n" for entry in given]
    return "[\n" + "".join(rows) + indent + "]" if rows else "[]"


def _table(given: Mapping[str, Any], indent: str) -> str:
    """A table on one line but for the lists inside it."""
    pairs = []
    for name, entry in given.items():
        long_list = isinstance(entry, list) and len(_flat(entry)) > WIDTH // 2
        written = value(entry, indent, WIDTH) if long_list else _flat(entry)
        pairs.append(f"{key(name)} = {written}")
    return "{ " + ", ".join(pairs) + " }" if pairs else "{}"


def _holds_tables(given: Any) -> bool:
    return isinstance(given, list) and any(isinstance(entry, Mapping) for entry in given)


def _flat(given: Any) -> str:
    match given:  # a bool is an int and a datetime a date: the order matters
        case bool():
            return "true" if given else "false"
        case str():
            return quoted(given)
        case int() | float():
            return repr(given)
        case dt.date() | dt.time():
            return given.isoformat()
        case list() | tuple():
            return "[" + ", ".join(map(_flat, given)) + "]"
        case Mapping():
            pairs = ", ".join(f"{key(name)} = {_flat(entry)}" for name, entry in given.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case _:
            raise TypeError(type(given).__name__)


def _escaped(text: str) -> str:
    text = _LONE.sub("\ufffd", text).replace("\\", "\\\\").replace('"', '\\"')
    return _HARD.sub(lambda found: _SHORT.get(found.group(), f"\\u{ord(found.group()):04x}"), text)


def _in_block(text: str) -> str:
    """Text between triple quotes: single quotation marks may stand as they are."""
    return _escaped(text).replace('\\"', '"').replace('"""', '""\\"')


def _wrapped(paragraph: str) -> Iterator[str]:
    """Lines broken at single spaces only, so that reading puts exactly one space back."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", paragraph):
        shown = _in_block(word)
        if line and len(line) + 1 + len(shown) > WIDTH:
            yield line
            line = shown
        else:
            line = f"{line} {shown}" if line else shown
    yield line
