"""The fields of a kit file as a form needs them, read off the format. For controllers/kits/editor.py."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from interviewer_app.domain.kits.fields import Path
from interviewer_app.domain.records import changed
from interviewer_app.kits.changed_words import FIELDS
from interviewer_app.kits.schema import FILE
from interviewer_app.kits.value_types import (
    ChoiceType,
    FieldType,
    ListType,
    MapType,
    NumberType,
    TableType,
    TextType,
    TruthType,
    ValueType,
)

LONG = 120
"""Texts that may be longer than this get a box of several lines."""

LISTS = ("kits", "prompts", "scorecards", "role_profiles", "checklists", "flags", "guidance")
_HIDDEN = frozenset(
    (
        "format",
        "format_version",
        "translation_of",
        "derived_from",
        "scale",
        "covers",
        "order",
        "opening_rules",
    )
)
"""What nobody edits here: the order of rows is their order in the form."""


class FieldShape(StrEnum):
    """What a value is made of."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    TICK = "tick"
    CHOICE = "choice"
    WORDS = "words"  # short words, parted by commas
    TEXTS = "texts"  # a list of texts
    GROUP = "group"  # a table in the table
    ROWS = "rows"  # a list of tables
    SCORES = "scores"  # texts for 0 to 5
    NUMBERS = "numbers"  # a number per letter


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: name in the file, words for people, limits, choices, and what is inside it."""

    name: str
    words: str
    shape: FieldShape
    low: int = 0
    high: int = 0
    choices: tuple[str, ...] = ()
    fields: tuple["FieldSpec", ...] = ()
    required: bool = False
    usual: str = ""


@cache
def fields_of(name: str) -> tuple[FieldSpec, ...]:
    """The fields of an entry of one of the LISTS; of the file itself for an empty name."""
    if name:
        return _typed("", FILE.fields[name].kind).fields
    return tuple(field for field in _fields(FILE) if field.name not in (*LISTS, "id"))


def field_at(path: Path) -> FieldSpec | None:
    """The field at a path, or the one whose text or row stands there; None for an entry or an unknown one."""
    entry = bool(path) and path[0] in LISTS
    fields, found = fields_of(str(path[0]) if entry else ""), None
    for step in (step for step in path[int(entry) :] if isinstance(step, str)):
        if found is not None and found.shape is FieldShape.SCORES:
            break  # scores are written as text
        found = next((field for field in fields if field.name == step), None)
        fields = () if found is None else found.fields
    return found


def parsed(field: FieldSpec, words: str) -> Any:
    """What words in a form mean as the value of a field; None for nothing."""
    parts = [part.strip() for part in words.split(",") if part.strip()]
    match field.shape:
        case FieldShape.WORDS:
            return parts or None
        case FieldShape.NUMBERS:
            pairs = [part.partition("=") for part in parts]
            numbers = {letter.strip(): number.strip() for letter, _sign, number in pairs}
            return {k: int(n) if n.isdecimal() else n for k, n in numbers.items()} or None
        case FieldShape.NUMBER:
            return int(words)
        case FieldShape.TICK:
            return None if bool(words) == _usual(field) else bool(words)
        case _:
            return words or None


def written(field: FieldSpec, value: Any) -> str:
    """A value as words in a form; a tick is "1" or empty."""
    match field.shape:
        case FieldShape.WORDS if isinstance(value, list):
            return ", ".join(map(str, value))
        case FieldShape.NUMBERS if isinstance(value, dict):
            return ", ".join(f"{letter} = {number}" for letter, number in value.items())
        case FieldShape.NUMBER:
            return str(value if isinstance(value, int) else 0)
        case FieldShape.TICK:
            return "1" if (_usual(field) if value is None else value is True) else ""
        case FieldShape.CHOICE:
            return str(value or field.usual)
        case _:
            return "" if value is None else str(value)


def _usual(field: FieldSpec) -> bool:
    # Items are core unless they say otherwise; every other tick is off.
    return field.name == "core"


def blank(fields: tuple[FieldSpec, ...]) -> dict[str, Any]:
    """A new table with what is required, as empty as can be."""
    return {field.name: _empty(field) for field in fields if field.required}


def _empty(field: FieldSpec) -> Any:
    if field.shape is FieldShape.NUMBER:
        return field.low
    if field.shape is FieldShape.CHOICE:
        return field.choices[0]
    if field.shape is FieldShape.GROUP:
        return blank(field.fields)
    if field.shape in (FieldShape.WORDS, FieldShape.TEXTS, FieldShape.ROWS):
        return []
    return {} if field.shape in (FieldShape.SCORES, FieldShape.NUMBERS) else ""


def _fields(table: TableType) -> tuple[FieldSpec, ...]:
    return tuple(_field(name, field) for name, field in table.fields.items() if name not in _HIDDEN)


def _field(name: str, given: FieldType) -> FieldSpec:
    words = FIELDS[name]() if name in FIELDS else name.replace("_", " ")
    usual = given.usual if isinstance(given.usual, str) else ""
    return changed(
        _typed(name, given.kind), words=words[:1].upper() + words[1:], required=given.needed, usual=usual
    )


def _typed(name: str, kind: ValueType) -> FieldSpec:
    """What the type alone says of a field."""
    match kind:
        case TextType():
            high = kind.high or 0
            shape = FieldShape.TEXT if high > LONG else FieldShape.LINE
            made = FieldSpec(name, "", shape, kind.low, high)
        case NumberType():
            made = FieldSpec(name, "", FieldShape.NUMBER, kind.low, 9999 if kind.high is None else kind.high)
        case TruthType():
            made = FieldSpec(name, "", FieldShape.TICK)
        case ChoiceType():
            made = FieldSpec(name, "", FieldShape.CHOICE, choices=tuple(kind.members))
        case TableType():
            made = FieldSpec(name, "", FieldShape.GROUP, fields=_fields(kind))
        case ListType():
            inner = _typed(name, kind.of)
            shapes = {FieldShape.GROUP: FieldShape.ROWS, FieldShape.TEXT: FieldShape.TEXTS}
            made = changed(
                inner, shape=shapes.get(inner.shape, FieldShape.WORDS), low=kind.low, high=kind.high
            )
        case MapType():
            inner = _typed(name, kind.of)
            made = changed(
                inner, shape=FieldShape.NUMBERS if inner.shape is FieldShape.NUMBER else FieldShape.SCORES
            )
        case _:
            made = FieldSpec(name, "", FieldShape.LINE)  # dates are typed as text
    return made
