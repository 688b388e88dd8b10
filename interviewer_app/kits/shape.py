"""Plain tables in, typed entries out, every slip against the schema reported. Imported by kits only.

msgspec's own conversion stops at the first error, so this walk reads the same type descriptions and goes on:
a wrong value is reported and replaced by an empty one, and rules that come later step over empty values.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from interviewer_app.kits.findings import Report, shown
from interviewer_app.kits.fold import folded
from interviewer_app.kits.locate import Path
from interviewer_app.kits.schema import KitFile
from interviewer_app.text import _

_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTION}\ufffe\uffff]")
_MARKUP = re.compile(
    r"</?(?:a|b|i|u|p|br|em|strong|div|span|font|img|script|style|table|iframe|object|embed|svg|link|meta|h[1-6]|[uo]l"
    r"|li)\b[^>]*>",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?|ftp|file)://|javascript:|data:[a-z]+/", re.IGNORECASE)
_LINK_SIGNS = ("://", "javascript:", "data:")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is, and what the schema adds to the type there."""

    path: Path
    report: Report
    extra: Mapping[str, Any]

    def inner(self, step: str | int) -> "_Place":
        """The place one step down."""
        return _Place((*self.path, step), self.report, {})

    def wrong(self, wanted: str, value: object) -> None:
        """Report a value of the wrong kind or out of range."""
        kind = self.extra.get("kind", "E25")
        if kind == "E12":
            self.report.add(kind, self.path, found=value)
            return
        quoted = f"'{shown(value)}'" if isinstance(value, str) else shown(value)
        self.report.add("E25", self.path, wanted=wanted, found=quoted)


def allowed(text: str, *, links: bool = False) -> bool:
    """True for text without control characters, markup and, unless they may be named, links."""
    # A plain search first: it is a hundred times quicker, and most texts hold none of these.
    if _CONTROL.search(text) or ("<" in text and _MARKUP.search(text)):
        return False
    lower = text.lower()
    return links or not any(sign in lower for sign in _LINK_SIGNS) or not _LINK.search(text)


def build(tables: dict[str, Any], report: Report) -> KitFile:
    """The file as Structs; what was wrong is in the report and empty in the result."""
    built: KitFile = _read(_described(), tables, _Place((), report, {}))
    return built


@cache
def _described() -> inspect.Type:
    return inspect.type_info(KitFile)


def _read(kind: inspect.Type, value: Any, at: _Place) -> Any:
    """The value as its type wants it, or an empty one of that type after a report."""
    match kind:
        case inspect.Metadata():
            return _read(kind.type, value, _Place(at.path, at.report, kind.extra or {}))
        case inspect.UnionType():
            return _read(kind.types[0], value, at)
        case inspect.StructType():
            return _struct(kind, value, at)
        case inspect.VarTupleType():
            return _list(kind, value, at)
        case inspect.DictType():
            return _dict(kind, value, at)
        case _:
            return _scalar(kind, value, at)


def _scalar(kind: inspect.Type, value: Any, at: _Place) -> Any:
    match kind:
        case inspect.StrType():
            return _text(kind, value, at)
        case inspect.IntType():
            return _number(kind, value, at)
        case inspect.DateType():
            return _date(value, at)
        case inspect.EnumType() | inspect.LiteralType():
            return _choice(kind, value, at)
        case _:
            if not isinstance(value, bool):
                at.wrong(_("true or false"), value)
            return value is True


def _struct(kind: inspect.StructType, value: Any, at: _Place) -> msgspec.Struct:
    if not isinstance(value, dict):
        at.wrong(_("a table"), value)
        return _empty(kind)
    names = tuple(field.encode_name for field in kind.fields)
    for key in value:
        if key not in names:
            at.report.unknown((*at.path, key), names)
    values: dict[str, Any] = {}
    for field in kind.fields:
        if field.encode_name in value:
            values[field.name] = _read(field.type, value[field.encode_name], at.inner(field.encode_name))
        elif field.required:
            at.report.add("E04", (*at.path, field.encode_name))
            values[field.name] = _blank(field.type)
    return kind.cls(**values)


def _list(kind: inspect.VarTupleType, value: Any, at: _Place) -> tuple[Any, ...]:
    if not isinstance(value, list):
        at.wrong(_("a list"), value)
        return ()
    low, high = kind.min_length or 0, kind.max_length or len(value)
    if not low <= len(value) <= high:
        at.report.add("E05 entries", at.path, count=len(value), low=low, high=high)
    seen = value[: 2 * high]  # a few too many are still looked at, a flood is not
    return tuple(_read(kind.item_type, entry, at.inner(number)) for number, entry in enumerate(seen))


def _dict(kind: inspect.DictType, value: Any, at: _Place) -> dict[str, Any]:
    if not isinstance(value, dict):
        at.wrong(_("a table"), value)
        return {}
    for key in value:
        _read(kind.key_type, key, at.inner(key))
    return {key: _read(kind.value_type, entry, at.inner(key)) for key, entry in value.items()}


def _text(kind: inspect.StrType, value: Any, at: _Place) -> str:
    if not isinstance(value, str):
        at.wrong(_("text"), value)
        return ""
    _refuse_characters(value, at)
    text = unicodedata.normalize("NFC", value if at.extra.get("verbatim") else folded(value))
    if not text:
        if kind.min_length:
            at.report.add("E04", at.path)
        return ""
    low, high = kind.min_length or 0, kind.max_length or len(text)
    if kind.pattern and not re.match(kind.pattern, text):
        at.report.add(at.extra["kind"], at.path, found=text, kind=_("version"))
        return text if at.extra["kind"] == "E06" else ""  # an id goes on serving references
    if not low <= len(text) <= high:
        code = "E06 length" if at.extra.get("kind") == "E06" else "E05"
        at.report.add(code, at.path, found=text, count=len(text), low=low, high=f"{high:,}")
    return text


def _refuse_characters(text: str, at: _Place) -> None:
    found = _CONTROL.search(text) or _MARKUP.search(text)
    if found is None and not at.extra.get("links"):
        found = _LINK.search(text)
    if found is not None:
        at.report.add("E20", at.path, count=found.start() + 1)


def _number(kind: inspect.IntType, value: Any, at: _Place) -> int:
    low = kind.ge if kind.ge is not None else value
    high = kind.le if kind.le is not None else value
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return value
    wanted = _("a whole number from {low} to {high}") if kind.le is not None else _("a whole number")
    at.wrong(wanted.format(low=kind.ge, high=kind.le), value)
    return 0


def _date(value: Any, at: _Place) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        at.report.add("E21", at.path, found=value, kind=_("date"))
        return dt.date.min


def _choice(kind: inspect.EnumType | inspect.LiteralType, value: Any, at: _Place) -> Any:
    members = _members(kind)
    if isinstance(value, str) and value in members:
        return members[value]
    at.wrong(_("one of {choices}").format(choices=", ".join(members)), value)
    return next(iter(members.values()))


def _members(kind: inspect.EnumType | inspect.LiteralType) -> dict[str, Any]:
    return {str(m): m for m in (kind.cls if isinstance(kind, inspect.EnumType) else kind.values)}


def _empty(kind: inspect.StructType) -> msgspec.Struct:
    built: msgspec.Struct = kind.cls(**{f.name: _blank(f.type) for f in kind.fields if f.required})
    return built


def _blank(kind: inspect.Type) -> Any:
    """An empty value of a type; for a choice, its first."""
    match kind:
        case inspect.Metadata():
            return _blank(kind.type)
        case inspect.StructType():
            return _empty(kind)
        case inspect.EnumType() | inspect.LiteralType():
            return next(iter(_members(kind).values()))
        case _:
            return _BLANKS[type(kind)]


_BLANKS: dict[type[inspect.Type], Any] = {
    inspect.StrType: "",
    inspect.IntType: 0,
    inspect.DateType: dt.date.min,
    inspect.VarTupleType: (),
    inspect.DictType: {},
}
