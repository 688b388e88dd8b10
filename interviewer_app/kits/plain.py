"""Tables of a kit file as editors hold them: keys in order, text folded. Imported by kits only.

Plain tables may hold anything TOML can: a half-edited file is still a file. What the format does not know
stays, after what it knows.
"""

import unicodedata
from functools import cache
from typing import Any

from msgspec import inspect

from interviewer_app.kits.fold import folded
from interviewer_app.kits.schema import KitFile


def arranged(tables: dict[str, Any]) -> dict[str, Any]:
    """The same content, its keys in order and its texts folded; a copy all the way down."""
    done: dict[str, Any] = _arranged(described(), tables, keep=False)
    return done


@cache
def described() -> inspect.Type:
    """What msgspec knows about a kit file."""
    return inspect.type_info(KitFile)


def _arranged(kind: inspect.Type | None, value: Any, *, keep: bool) -> Any:
    """`keep` is for text whose line breaks count; a kind of None is an unknown field."""
    match kind:
        case inspect.Metadata():
            return _arranged(kind.type, value, keep=keep or bool((kind.extra or {}).get("verbatim")))
        case inspect.UnionType():
            return _arranged(kind.types[0], value, keep=keep)
        case _:
            pass
    if isinstance(value, dict):
        return _arranged_table(kind, value, keep=keep)
    if isinstance(value, list | tuple):
        inner = kind.item_type if isinstance(kind, inspect.VarTupleType) else None
        return [_arranged(inner, entry, keep=keep) for entry in value]
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value if keep else folded(value))
    return value


def _arranged_table(kind: inspect.Type | None, value: dict[str, Any], *, keep: bool) -> dict[str, Any]:
    kinds: dict[str, inspect.Type] = {}
    if isinstance(kind, inspect.StructType):
        kinds = {field.encode_name: field.type for field in kind.fields}
    elif isinstance(kind, inspect.DictType):
        kinds = dict.fromkeys(sorted(value), kind.value_type)
    names = [name for name in kinds if name in value] + [name for name in value if name not in kinds]
    return {
        name: _arranged(kinds.get(name), value[name], keep=keep) for name in names if value[name] is not None
    }
