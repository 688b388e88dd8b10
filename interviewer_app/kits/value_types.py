"""What the values of a kit file may be, and how each kind is read, slip by slip. Imported by kits only.

Reading goes on after a slip: a wrong value is reported and replaced by a blank one, and rules that come later
step over blank values. Text is folded: a single line break counts as a space, an empty line begins a new
paragraph.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from interviewer_app.kits.findings import Report, shown
from interviewer_app.kits.locate import Path
from interviewer_app.text import _

_FOLD = re.compile(r"[ \t]*\n[ \t]*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTION}\ufffe\uffff]")
_MARKUP = re.compile(
    r"</?(?:a|b|i|u|p|br|em|strong|div|span|font|img|script|style|table|iframe|object|embed|svg|link|meta|h[1-6]|[uo]l"
    r"|li)\b[^>]*>",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?|ftp|file)://|javascript:|data:[a-z]+/", re.IGNORECASE)


def folded(text: str) -> str:
    """Paragraphs apart by one empty line, single line breaks as spaces, no blanks around."""
    text = text.strip()
    if "\n" not in text:
        return text
    return "\n\n".join(_FOLD.sub(" ", part.strip()) for part in _PARAGRAPH.split(text))


class ValueType(Protocol):
    """One kind of value."""

    @property
    def blank(self) -> Any:
        """What stands in the place of a wrong one."""

    def read(self, value: Any, path: Path, report: Report) -> Any:
        """The value as a kit wants it, or a blank one after a report."""


@dataclass(frozen=True)
class TextType:
    """Between `low` and `high` characters; `code` tells of one off the pattern, and that it is an id.

    In `verbatim` text every line break counts; only where `links` is set may addresses stand.
    """

    low: int = 0
    high: int | None = None
    pattern: re.Pattern[str] | None = None
    code: str = "E05"
    verbatim: bool = False
    links: bool = False
    blank = ""

    def normal(self, text: str) -> str:
        """The text as it is kept: in one normal form, without what only lays it out."""
        text = text if self.verbatim else folded(text)
        return text if text.isascii() else unicodedata.normalize("NFC", text)

    def read(self, value: Any, path: Path, report: Report) -> str:
        """See `ValueType`; a text that is only too long or short is kept."""
        if not isinstance(value, str):
            _wrong(_("text"), value, path, report)
            return ""
        self._refuse_characters(value, path, report)
        text = self.normal(value)
        if not text:
            if self.low:
                report.add("E04", path)
            return ""
        is_id = self.code.startswith("E06")
        if self.pattern is not None and not self.pattern.match(text):
            report.add(self.code, path, found=text, kind=_("version"))
            return text if is_id else ""  # an id goes on serving references
        high = len(text) if self.high is None else self.high
        if not self.low <= len(text) <= high:
            code = "E06 length" if is_id else "E05"
            report.add(code, path, found=text, count=len(text), low=self.low, high=f"{high:,}")
        return text

    def _refuse_characters(self, text: str, path: Path, report: Report) -> None:
        found = _CONTROL.search(text) or ("<" in text and _MARKUP.search(text))
        if not found and ":" in text and not self.links:
            found = _LINK.search(text)
        if found:
            report.add("E20", path, count=found.start() + 1)


@dataclass(frozen=True)
class NumberType:
    """A whole number from `low` to `high`, both included; any without `high`."""

    low: int = 0
    high: int | None = None
    code: str = "E25"
    blank = 0

    def read(self, value: Any, path: Path, report: Report) -> int:
        """See `ValueType`."""
        whole = isinstance(value, int) and not isinstance(value, bool)
        if whole and (self.high is None or self.low <= value <= self.high):
            return int(value)
        if self.code == "E25":
            limits = _("a whole number from {low} to {high}") if self.high else _("a whole number")
            _wrong(limits.format(low=self.low, high=self.high), value, path, report)
        else:
            report.add(self.code, path, found=value)
        return 0


class TruthType:
    """Yes or no."""

    blank = False

    def read(self, value: Any, path: Path, report: Report) -> bool:
        """See `ValueType`."""
        if not isinstance(value, bool):
            _wrong(_("true or false"), value, path, report)
        return value is True


class DateType:
    """A day, as a date of TOML or as text."""

    blank = dt.date.min

    def read(self, value: Any, path: Path, report: Report) -> dt.date:
        """See `ValueType`."""
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        try:
            return dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            report.add("E21", path, found=value, kind=_("date"))
            return dt.date.min


class ChoiceType:
    """One of a few words; the first stands in the place of a wrong one."""

    def __init__(self, of: type[StrEnum] | tuple[str, ...]) -> None:
        self.members: Mapping[str, str] = {str(member): member for member in of}
        self.blank = next(iter(self.members.values()))

    def read(self, value: Any, path: Path, report: Report) -> str:
        """See `ValueType`."""
        if isinstance(value, str) and value in self.members:
            return self.members[value]
        _wrong(_("one of {choices}").format(choices=", ".join(self.members)), value, path, report)
        return str(self.blank)


@dataclass(frozen=True)
class ListType:
    """So many values of one kind."""

    of: ValueType
    low: int = 0
    high: int = 100
    blank = ()

    def read(self, value: Any, path: Path, report: Report) -> tuple[Any, ...]:
        """See `ValueType`."""
        if not isinstance(value, list):
            _wrong(_("a list"), value, path, report)
            return ()
        if not self.low <= len(value) <= self.high:
            report.add("E05 entries", path, count=len(value), low=self.low, high=self.high)
        seen = value[: 2 * self.high]  # a few too many are still looked at, a flood is not
        return tuple(self.of.read(entry, (*path, number), report) for number, entry in enumerate(seen))


@dataclass(frozen=True)
class MapType:
    """Values of one kind under names of another."""

    names: ValueType
    of: ValueType
    blank: Mapping[str, Any] = field(default_factory=dict)

    def read(self, value: Any, path: Path, report: Report) -> dict[str, Any]:
        """See `ValueType`."""
        if not isinstance(value, dict):
            _wrong(_("a table"), value, path, report)
            return {}
        for name in value:
            self.names.read(name, (*path, name), report)
        return {name: self.of.read(entry, (*path, name), report) for name, entry in value.items()}


@dataclass(frozen=True)
class FieldType:
    """A field of a table. `into` is the field of the record it fills, none for what is only checked.

    `usual` is what a field that is left out means, as the file would say it; `turn` makes of what was read
    what the record holds.
    """

    kind: ValueType
    into: str | None = None
    usual: Any = None
    turn: Callable[[Any], Any] | None = None
    needed: bool = True


class TableType:
    """Fields by name, read into a record. A name with a question mark may be left out."""

    def __init__(
        self, name: str, makes: Callable[..., Any], fields: Mapping[str, ValueType | FieldType]
    ) -> None:
        """`name` is what the description of the format calls the table."""
        self.name = name
        self._makes = makes
        self.fields = {key.rstrip("?"): _field(key, given) for key, given in fields.items()}
        self._names = tuple(self.fields)
        self.blank = self._made({key: one.kind.blank for key, one in self.fields.items() if one.needed})

    def read(self, value: Any, path: Path, report: Report) -> Any:
        """See `ValueType`."""
        if not isinstance(value, dict):
            _wrong(_("a table"), value, path, report)
            return self.blank
        for name in value:
            if name not in self.fields:
                report.unknown((*path, name), self._names)
        found: dict[str, Any] = {}
        for name, one in self.fields.items():
            if name in value:
                found[name] = one.kind.read(value[name], (*path, name), report)
            elif one.needed:
                report.add("E04", (*path, name))
                found[name] = one.kind.blank
        return self._made(found)

    def _made(self, found: Mapping[str, Any]) -> Any:
        made: dict[str, Any] = {}
        for name, value in found.items():
            one = self.fields[name]
            if one.into:
                made[one.into] = value if one.turn is None else one.turn(value)
        return self._makes(**made)


def _field(key: str, given: ValueType | FieldType) -> FieldType:
    one = given if isinstance(given, FieldType) else FieldType(given)
    name = key.rstrip("?")
    into = name if one.into is None else one.into
    return FieldType(one.kind, into, one.usual, one.turn, needed=not key.endswith("?"))


def _wrong(wanted: str, value: object, path: Path, report: Report) -> None:
    """Report a value of the wrong kind or out of range."""
    quoted = f"'{shown(value)}'" if isinstance(value, str) else shown(value)
    report.add("E25", path, wanted=wanted, found=quoted)
