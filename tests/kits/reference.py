"""The kit format described from its types: JSON Schema for editors, tables for people. For tests of the two.

Meanings of fields are data (resources/schema/kit-fields.toml). The result is committed beside them, and tests
keep it in step.
"""

import json
import tomllib
from typing import Any

from interviewer_app import assets
from interviewer_app.kits.schema import FILE
from interviewer_app.kits.value_types import (
    ChoiceType,
    DateType,
    FieldType,
    ListType,
    MapType,
    NumberType,
    TableType,
    TextType,
    TruthType,
    ValueType,
)

Definition = dict[str, Any]

NAMES = {
    "KitFile": "The file",
    "Origin": "translation_of, derived_from",
    "Scorecard": "scorecards",
    "Scale": "scale of a scorecard",
    "Category": "categories of a scorecard",
    "AnchorVariant": "variants of a category",
    "Prompt": "prompts",
    "TimeSpan": "time_plan of a prompt",
    "Fact": "facts of a prompt",
    "Probe": "probes of a prompt",
    "RoleProfile": "role_profiles",
    "KitEntry": "kits",
    "Variant": "variants of a kit",
    "Frame": "frame of a variant",
    "Item": "items of a kit",
    "Form": "forms of a kit",
    "Swap": "swaps of a form",
    "Checklist": "checklists",
    "ChecklistLine": "lines of a checklist",
    "Flag": "flags",
    "Guidance": "guidance",
    "OpeningRules": "opening_rules",
    "RoleRule": "roles of opening_rules",
    "FloorRule": "floors of opening_rules",
}
"""Where a writer meets each table."""


def meanings() -> dict[str, dict[str, str]]:
    """What every table and field means; the table itself under the empty name."""
    return tomllib.loads(assets.read_text("schema", "kit-fields.toml"))


def tables() -> list[TableType]:
    """Every table of the format in the order of the names above."""
    found: dict[str, TableType] = {}
    waiting: list[ValueType] = [FILE]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, TableType):
            found[kind.name] = kind
            waiting.extend(field.kind for field in kind.fields.values())
        elif isinstance(kind, ListType | MapType):
            waiting.append(kind.of)
    return [found[name] for name in NAMES]


def json_schema() -> str:
    """The format as JSON Schema, as text with a final line break."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "kit-1.json",
        "title": "interview-kit, version 1",
        "description": (
            "A kit file of Interviewer, written in TOML. Lengths count characters once single line breaks are"
            " read as spaces. The program checks more than a schema can say: interviewer-app kit check FILE."
        ),
        "$ref": f"#/$defs/{FILE.name}",
        "$defs": {table.name: _definition(table) for table in sorted(tables(), key=lambda one: one.name)},
    }
    return json.dumps(head, indent=2, ensure_ascii=False) + "\n"


def _definition(table: TableType) -> Definition:
    told = meanings()[table.name]
    return {
        "title": table.name,
        "description": told[""],
        "type": "object",
        "properties": {
            name: _schema(field.kind) | _default(field) | {"description": told[name]}
            for name, field in table.fields.items()
        },
        "required": [name for name, field in table.fields.items() if field.needed],
        "additionalProperties": False,
    }


def _default(field: FieldType) -> Definition:
    usual = field.kind.blank if isinstance(field.kind, TruthType) and field.usual is None else field.usual
    return {} if field.needed or usual is None else {"default": usual}


def _schema(kind: ValueType) -> Definition:
    """A type in the words of JSON Schema."""
    found: Definition
    match kind:
        case TextType():
            pattern = kind.pattern.pattern if kind.pattern else None
            found = {"type": "string", "minLength": kind.low, "maxLength": kind.high, "pattern": pattern}
        case NumberType():
            low = None if kind.high is None else kind.low
            found = {"type": "integer", "minimum": low, "maximum": kind.high}
        case ChoiceType():
            found = {"enum": list(kind.members)}
        case ListType():
            found = {"type": "array", "items": _schema(kind.of), "minItems": kind.low, "maxItems": kind.high}
        case MapType():
            found = {"type": "object", "propertyNames": _schema(kind.names)}
            found["additionalProperties"] = _schema(kind.of)
        case TableType():
            found = {"$ref": f"#/$defs/{kind.name}"}
        case DateType():
            found = {"type": "string", "format": "date"}
        case _:
            found = {"type": "boolean"}
    return {word: said for word, said in found.items() if said is not None}


def field_tables() -> str:
    """Every table of the format with its fields, in the plain form of a guidance page."""
    told = meanings()
    parts: list[str] = []
    for table in tables():
        parts += [f"# {NAMES[table.name]}", "Field | Holds | Meaning"]
        for name, field in table.fields.items():
            needed = "" if field.needed else ", optional"
            parts.append(f"{name} | {_holds(field.kind)}{needed} | {told[table.name][name]}")
    return "\n\n".join(parts)


def _holds(kind: ValueType) -> str:
    """What a field holds, with its limits, in few words."""
    match kind:
        case TextType():
            found = _text(kind)
        case NumberType():
            found = "whole number" if kind.high is None else f"whole number, {kind.low} to {kind.high}"
        case ChoiceType():
            found = "one of " + ", ".join(kind.members)
        case ListType():
            found = f"list, {kind.low} to {kind.high}, of {_holds(kind.of)}"
        case MapType():
            found = f"table of {_holds(kind.of)}"
        case TableType():
            found = "table"
        case DateType():
            found = "date"
        case _:
            found = "true or false"
    return found


def _text(kind: TextType) -> str:
    named = {"E06 letter": "letter", "E19 language": "language", "E21": "version"}
    if kind.code in named:
        return named[kind.code]
    what = "id" if kind.code == "E06" else "text"
    return what if kind.high is None else f"{what}, {kind.low} to {kind.high:,} characters"
