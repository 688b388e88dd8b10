"""The kit format described from its types: JSON Schema for editors, tables for people. Imported by tests.

Meanings of fields are data (resources/schema/kit-fields.toml). The result is committed beside them, and tests
keep it in step.
"""

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import inspect

from interviewer_app import assets
from interviewer_app.kits.plain import described
from interviewer_app.kits.schema import KitFile

Definition = dict[str, Any]

_NAMES = {
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
}
"""Where a writer meets each table."""


def meanings() -> dict[str, dict[str, str]]:
    """What every field means, by table and field."""
    return tomllib.loads(assets.read_text("schema", "kit-fields.toml"))


def json_schema() -> str:
    """The format as JSON Schema, as text with a final line break."""
    found = msgspec.json.schema(KitFile)
    definitions: dict[str, Definition] = found["$defs"]
    for table, fields in meanings().items():
        for name, meaning in fields.items():
            definitions[table]["properties"][name]["description"] = meaning
    for definition in definitions.values():
        definition["description"] = " ".join(definition.get("description", "").split())
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "kit-1.json",
        "title": "interview-kit, version 1",
        "description": (
            "A kit file of Interviewer, written in TOML. Lengths count characters once single line breaks are"
            " read as spaces. The program checks more than a schema can say: interviewer-app kit check FILE."
        ),
    }
    whole = head | {"$ref": found["$ref"], "$defs": dict(sorted(definitions.items()))}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def field_tables() -> str:
    """Every table of the format with its fields, in the plain form of a guidance page."""
    told = meanings()
    parts: list[str] = []
    for struct in _structs():
        name = struct.cls.__name__
        parts.append(f"# {_NAMES[name]}")
        parts.append("Field | Holds | Meaning")
        for field in struct.fields:
            needed = "" if field.required else ", optional"
            parts.append(
                f"{field.encode_name} | {_kind(field.type)}{needed} | {told[name][field.encode_name]}"
            )
    return "\n\n".join(parts)


def _structs() -> list[inspect.StructType]:
    """Every table of the format in the order of the names above."""
    found: dict[str, inspect.StructType] = {}
    waiting: list[inspect.Type] = [described()]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, inspect.StructType):
            found[kind.cls.__name__] = kind
            waiting.extend(field.type for field in kind.fields)
        else:
            waiting.extend(_inside(kind))
    return [found[name] for name in _NAMES]


def _inside(kind: inspect.Type) -> Iterator[inspect.Type]:
    match kind:
        case inspect.Metadata():
            yield kind.type
        case inspect.UnionType():
            yield from kind.types
        case inspect.VarTupleType():
            yield kind.item_type
        case inspect.DictType():
            yield kind.value_type
        case _:
            return


def _kind(kind: inspect.Type) -> str:
    """What a field holds, with its limits, in few words."""
    while isinstance(kind, inspect.Metadata | inspect.UnionType):
        kind = kind.type if isinstance(kind, inspect.Metadata) else kind.types[0]
    match kind:
        case inspect.StrType():
            return _text(kind)
        case inspect.IntType() if kind.le is not None:
            return f"whole number, {kind.ge or 0} to {kind.le}"
        case inspect.VarTupleType():
            return f"list, {_span(kind.min_length, kind.max_length)}, of {_kind(kind.item_type)}"
        case inspect.DictType():
            return f"table of {_kind(kind.value_type)}"
        case _:
            return _plain(kind)


def _plain(kind: inspect.Type) -> str:
    match kind:
        case inspect.EnumType():
            return "one of " + ", ".join(str(member) for member in kind.cls)
        case inspect.LiteralType():
            return "one of " + ", ".join(map(str, kind.values))
        case inspect.StructType():
            return "table"
        case inspect.DateType():
            return "date"
        case inspect.BoolType():
            return "true or false"
        case _:
            return "whole number"


def _text(kind: inspect.StrType) -> str:
    if kind.pattern == "^[A-H]$":
        return "letter"
    if kind.pattern and kind.max_length == 64:
        return f"id, {_span(kind.min_length, kind.max_length)} characters"
    if kind.pattern and kind.max_length is None:
        return "language" if "[a-z]{2,3}" in kind.pattern else "version"
    return f"text, {_span(kind.min_length, kind.max_length)} characters" if kind.max_length else "text"


def _span(least: int | None, most: int | None) -> str:
    return f"{least or 0} to {most:,}" if most is not None else f"{least or 0} or more"
