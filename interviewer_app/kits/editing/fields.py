"""The fields of a kit file as a form needs them, read off the format. For controllers/kits/editor.py."""

from functools import cache
from typing import Any

from interviewer_app.domain.kits.fields import Field, Shape
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


@cache
def fields_of(name: str) -> tuple[Field, ...]:
    """The fields of an entry of one of the LISTS; of the file itself for an empty name."""
    if name:
        return _typed("", FILE.fields[name].kind).fields
    return tuple(field for field in _fields(FILE) if field.name not in (*LISTS, "id"))


def blank(fields: tuple[Field, ...]) -> dict[str, Any]:
    """A new table with what is required, as empty as can be."""
    return {field.name: _empty(field) for field in fields if field.required}


def _empty(field: Field) -> Any:
    if field.shape is Shape.NUMBER:
        return field.low
    if field.shape is Shape.CHOICE:
        return field.choices[0]
    if field.shape is Shape.GROUP:
        return blank(field.fields)
    if field.shape in (Shape.WORDS, Shape.TEXTS, Shape.ROWS):
        return []
    return {} if field.shape in (Shape.SCORES, Shape.NUMBERS) else ""


def _fields(table: TableType) -> tuple[Field, ...]:
    return tuple(_field(name, field) for name, field in table.fields.items() if name not in _HIDDEN)


def _field(name: str, given: FieldType) -> Field:
    words = FIELDS[name]() if name in FIELDS else name.replace("_", " ")
    usual = given.usual if isinstance(given.usual, str) else ""
    return changed(
        _typed(name, given.kind), words=words[:1].upper() + words[1:], required=given.needed, usual=usual
    )


def _typed(name: str, kind: ValueType) -> Field:
    """What the type alone says of a field."""
    match kind:
        case TextType():
            high = kind.high or 0
            shape = Shape.TEXT if high > LONG else Shape.LINE
            made = Field(name, "", shape, kind.low, high, verbatim=kind.verbatim)
        case NumberType():
            made = Field(name, "", Shape.NUMBER, kind.low, 9999 if kind.high is None else kind.high)
        case TruthType():
            made = Field(name, "", Shape.TICK)
        case ChoiceType():
            made = Field(name, "", Shape.CHOICE, choices=tuple(kind.members))
        case TableType():
            made = Field(name, "", Shape.GROUP, fields=_fields(kind))
        case ListType():
            inner = _typed(name, kind.of)
            shapes = {Shape.GROUP: Shape.ROWS, Shape.TEXT: Shape.TEXTS}
            made = changed(inner, shape=shapes.get(inner.shape, Shape.WORDS), low=kind.low, high=kind.high)
        case MapType():
            inner = _typed(name, kind.of)
            made = changed(inner, shape=Shape.NUMBERS if inner.shape is Shape.NUMBER else Shape.SCORES)
        case _:
            made = Field(name, "", Shape.LINE)  # dates are typed as text
    return made
