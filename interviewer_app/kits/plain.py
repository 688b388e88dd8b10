"""Tables of a kit file as editors hold them: keys in order, text folded. Imported by kits only.

Plain tables may hold anything TOML can: a half-edited file is still a file. What the format does not know
stays, after what it knows.
"""

from typing import Any

from interviewer_app.kits.schema import FILE
from interviewer_app.kits.value_types import ListType, MapType, TableType, TextType, ValueType

_ANY = TextType()


def arranged(tables: dict[str, Any]) -> dict[str, Any]:
    """The same content, its keys in order and its texts folded; a copy all the way down."""
    done: dict[str, Any] = _arranged(FILE, tables)
    return done


def _arranged(kind: ValueType, value: Any) -> Any:
    """Whatever is not of its type is arranged as an unknown field is."""
    if isinstance(value, dict):
        return _table(kind, value)
    if isinstance(value, list | tuple):
        inner = kind.of if isinstance(kind, ListType) else kind
        return [_arranged(inner, entry) for entry in value]
    if isinstance(value, str):
        return (kind if isinstance(kind, TextType) else _ANY).normal(value)
    return value


def _table(kind: ValueType, value: dict[str, Any]) -> dict[str, Any]:
    kinds: dict[str, ValueType] = {}
    if isinstance(kind, TableType):
        kinds = {name: field.kind for name, field in kind.fields.items()}
    elif isinstance(kind, MapType):
        kinds = dict.fromkeys(sorted(value), kind.of)
    names = [name for name in kinds if name in value] + [name for name in value if name not in kinds]
    return {name: _arranged(kinds.get(name, _ANY), value[name]) for name in names if value[name] is not None}
