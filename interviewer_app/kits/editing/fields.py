"""The fields of a kit file as a form needs them, read off the format. For controllers/kits/editor.py."""

from functools import cache
from typing import Any

from msgspec import inspect

from interviewer_app.domain.kits.fields import Field, Shape
from interviewer_app.kits.changed_words import FIELDS
from interviewer_app.kits.schema import KitFile

LONG = 120
"""Texts that may be longer than this get a box of several lines."""

LISTS = ("kits", "prompts", "scorecards", "role_profiles", "checklists", "flags", "guidance")
_HIDDEN = frozenset(
    ("format", "format_version", "translation_of", "derived_from", "scale", "covers", "order")
)
"""What nobody edits here: the order of rows is their order in the form."""


@cache
def fields_of(name: str) -> tuple[Field, ...]:
    """The fields of an entry of one of the LISTS; of the file itself for an empty name."""
    file = inspect.type_info(KitFile)
    if not name:
        return tuple(field for field in _fields(file) if field.name not in (*LISTS, "id"))
    return next(_inner(field.type).fields for field in _struct(file).fields if field.encode_name == name)


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


def _fields(kind: inspect.Type) -> tuple[Field, ...]:
    return tuple(_field(field) for field in _struct(kind).fields if field.encode_name not in _HIDDEN)


def _struct(kind: inspect.Type) -> inspect.StructType:
    assert isinstance(kind, inspect.StructType)  # noqa: S101  the format is made of them
    return kind


def _field(field: inspect.Field) -> Field:
    made = _inner(field.type)
    name = field.encode_name
    words = FIELDS[name]() if name in FIELDS else name.replace("_", " ")
    return Field(
        name,
        words[:1].upper() + words[1:],
        made.shape,
        made.low,
        made.high,
        made.choices,
        made.fields,
        required=field.required,
        verbatim=made.verbatim,
        usual=field.default if isinstance(field.default, str) else "",
    )


def _inner(kind: inspect.Type) -> Field:
    """The type as a field without a name."""
    match kind:
        case inspect.Metadata():
            made = _inner(kind.type)
            keep = bool((kind.extra or {}).get("verbatim")) or made.verbatim
            return Field("", "", made.shape, made.low, made.high, made.choices, made.fields, verbatim=keep)
        case inspect.UnionType():
            return _inner(kind.types[0])
        case inspect.StructType():
            return Field("", "", Shape.GROUP, fields=_fields(kind))
        case inspect.VarTupleType():
            return _list(kind)
        case inspect.DictType():
            scores = isinstance(_bare(kind.value_type), inspect.StrType)
            inner = _inner(kind.value_type)
            return Field("", "", Shape.SCORES if scores else Shape.NUMBERS, inner.low, inner.high)
        case _:
            return _single(kind)


def _single(kind: inspect.Type) -> Field:
    match kind:
        case inspect.StrType():
            high = kind.max_length or 0
            return Field("", "", Shape.TEXT if high > LONG else Shape.LINE, kind.min_length or 0, high)
        case inspect.IntType():
            return Field("", "", Shape.NUMBER, kind.ge or 0, kind.le if kind.le is not None else 9999)
        case inspect.BoolType():
            return Field("", "", Shape.TICK)
        case inspect.EnumType():
            return Field("", "", Shape.CHOICE, choices=tuple(str(member) for member in kind.cls))
        case inspect.LiteralType():
            return Field("", "", Shape.CHOICE, choices=tuple(map(str, kind.values)))
        case _:
            return Field("", "", Shape.LINE)  # dates are typed as text


def _list(kind: inspect.VarTupleType) -> Field:
    low, high = kind.min_length or 0, kind.max_length or 0
    inner = _inner(kind.item_type)
    if inner.shape is Shape.GROUP:
        return Field("", "", Shape.ROWS, low, high, fields=inner.fields)
    if inner.shape is Shape.TEXT:
        return Field("", "", Shape.TEXTS, low, high, verbatim=inner.verbatim)
    return Field("", "", Shape.WORDS, low, high, choices=inner.choices)


def _bare(kind: inspect.Type) -> inspect.Type:
    return _bare(kind.type) if isinstance(kind, inspect.Metadata) else kind
