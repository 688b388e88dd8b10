"""A checker for the few words of JSON Schema that our schemas use. For tests of exchange and kits."""

import json
import re
from typing import Any

from interviewer_app import assets

_KNOWN = {
    "$schema", "$id", "$defs", "title", "description", "type", "required", "properties", "items", "enum",
    "const", "$ref", "minimum", "maximum", "minLength", "pattern", "additionalProperties",
    "maxLength", "minItems", "maxItems", "anyOf", "default", "format", "propertyNames",
}  # fmt: skip
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}


def schema() -> dict[str, Any]:
    """The schema as shipped."""
    loaded: dict[str, Any] = json.loads(assets.read_text("schema", "interview-1.json"))
    return loaded


def errors(value: Any, whole: dict[str, Any] | None = None) -> list[str]:
    """Where a record breaks the schema, ours or another, or says something it does not document."""
    whole = whole or schema()
    return _check(value, whole, whole["$defs"], "$")


def _check(value: Any, rule: dict[str, Any], defs: dict[str, Any], at: str) -> list[str]:
    assert set(rule) <= _KNOWN, f"{at}: the checker does not know {set(rule) - _KNOWN}"
    found = _elsewhere(value, rule, defs, at)
    if "type" in rule and not _is(value, rule["type"]):
        return [*found, f"{at}: {value!r} is not {rule['type']}"]
    if "enum" in rule and value not in rule["enum"]:
        found.append(f"{at}: {value!r} is none of {rule['enum']}")
    if "const" in rule and value != rule["const"]:
        found.append(f"{at}: {value!r} is not {rule['const']!r}")
    found += _measure(value, rule, at)
    if isinstance(value, list) and "items" in rule:
        for number, item in enumerate(value):
            found += _check(item, rule["items"], defs, f"{at}[{number}]")
    if isinstance(value, dict):
        found += _object(value, rule, defs, at)
    return found


def _elsewhere(value: Any, rule: dict[str, Any], defs: dict[str, Any], at: str) -> list[str]:
    """What other rules say that this one names."""
    found: list[str] = []
    if "$ref" in rule:
        found += _check(value, defs[rule["$ref"].removeprefix("#/$defs/")], defs, at)
    if "anyOf" in rule and all(_check(value, one, defs, at) for one in rule["anyOf"]):
        found.append(f"{at}: {value!r} fits none of {rule['anyOf']}")
    return found


def _measure(value: Any, rule: dict[str, Any], at: str) -> list[str]:
    found = []
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        found.append(f"{at}: {value!r} does not look like {rule['pattern']}")
    if isinstance(value, str) and len(value) < rule.get("minLength", 0):
        found.append(f"{at}: {value!r} is too short")
    if isinstance(value, str) and len(value) > rule.get("maxLength", len(value)):
        found.append(f"{at}: {value!r} is too long")
    if isinstance(value, list) and not (
        rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value))
    ):
        found.append(f"{at}: {len(value)} entries")
    if isinstance(value, (int, float)) and not rule.get("minimum", value) <= value <= rule.get(
        "maximum", value
    ):
        found.append(f"{at}: {value!r} is out of range")
    return found


def _object(value: dict[str, Any], rule: dict[str, Any], defs: dict[str, Any], at: str) -> list[str]:
    if "properties" not in rule and "additionalProperties" not in rule:
        return []  # another rule describes what is inside
    found = [f"{at}: {name} is missing" for name in rule.get("required", ()) if name not in value]
    for name, part in value.items():
        inner = rule.get("properties", {}).get(name, rule.get("additionalProperties"))
        if not inner:
            found.append(f"{at}: {name} is not documented")
        else:
            found += _check(part, inner, defs, f"{at}.{name}")
    return found


def _is(value: Any, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)
