"""Kit files as text: what `load` reads, `text` writes, and copies to edit. Imported by controllers and cli.

Written files read back equal and give kits with the same hash on every platform. Comments are not kept.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from interviewer_app.kits import bundle, library, plain, toml_text
from interviewer_app.kits.toml_text import WIDTH

_FIRST_VERSION = "1.0.0"
_SUB_TABLES = ("categories", "anchors", "variants")
"""Inside a scorecard these are tables of their own: their texts are long."""


def text(tables: Mapping[str, Any]) -> str:
    """Any plain tables as TOML: keys in the order of the format, long text wrapped, a final line break."""
    return "".join(_file(plain.arranged(dict(tables))))


def copy_of(path: Path, new_id: str, new_title: str, today: dt.date | None = None) -> str:
    """A kit file under a new id and title, as text, `derived_from` telling whence.

    Its entries keep their ids and versions, so kits elsewhere find them as before. Raises KitProblem.
    """
    return text(_derived(library.load_file(path), new_id, new_title, today))


def copy_of_kit(
    kit_id: str, new_id: str, new_title: str, paths: Iterable[Path] = (), today: dt.date | None = None
) -> str:
    """One kit with all it needs as a file of its own, ready to edit; KeyError for an unknown kit.

    File and kit get the new id and title; the entries it uses keep theirs. `paths` are the user's files.
    """
    tables = bundle.one_kit(kit_id, paths)
    if tables is None:
        raise KeyError(kit_id)
    [kit] = tables["kits"]
    renamed = kit | {"id": new_id, "title": new_title, "version": _FIRST_VERSION}
    return text(_derived(tables, new_id, new_title, today) | {"kits": [renamed]})


def _derived(tables: dict[str, Any], new_id: str, new_title: str, today: dt.date | None) -> dict[str, Any]:
    origin = {"id": tables.get("id", ""), "version": tables.get("content_version", _FIRST_VERSION)}
    dates = {"created": today, "updated": today} if today is not None else {}
    header = {"id": new_id, "title": new_title, "content_version": _FIRST_VERSION, "derived_from": origin}
    kept = {key: value for key, value in tables.items() if key != "translation_of"}
    return kept | header | dates


def _file(tables: Mapping[str, Any]) -> Iterator[str]:
    """Single fields first: what follows a table header would belong to that table."""
    entries = {name: given for name, given in tables.items() if _is_list_of_tables(given)}
    for name, given in tables.items():
        if name not in entries:
            yield _pair(name, given)
    for name, rows in entries.items():
        for row in rows:
            yield from _section((name,), row)


def _section(path: tuple[str, ...], table: Mapping[str, Any]) -> Iterator[str]:
    """`[[prompts]]` and what is in it."""
    yield f"\n[[{_dotted(path)}]]\n"
    yield from _body(path, table)


def _body(path: tuple[str, ...], table: Mapping[str, Any]) -> Iterator[str]:
    inner = {name: given for name, given in table.items() if _is_section(path, name, given)}
    for name, given in table.items():
        if name not in inner:
            yield _pair(name, given, verbatim=name == "materials")
    for name, given in inner.items():
        if isinstance(given, Mapping):
            yield f"[{_dotted((*path, name))}]\n"
            yield from _body((*path, name), given)
        else:
            for row in given:
                yield from _section((*path, name), row)


def _is_section(path: tuple[str, ...], name: str, given: Any) -> bool:
    if path[0] != "scorecards" or name not in _SUB_TABLES:
        return False
    return isinstance(given, Mapping) if name == "anchors" else _is_list_of_tables(given)


def _is_list_of_tables(given: Any) -> bool:
    return isinstance(given, list) and bool(given) and all(isinstance(row, Mapping) for row in given)


def _dotted(path: Iterable[str]) -> str:
    return ".".join(map(toml_text.key, path))


def _pair(name: str, given: Any, *, verbatim: bool = False) -> str:
    start = f"{toml_text.key(name)} = "
    if verbatim and isinstance(given, list) and all(isinstance(entry, str) for entry in given):
        rows = "".join(f"  {toml_text.verbatim(entry)},\n" for entry in given)
        return f"{start}[\n{rows}]\n" if rows else f"{start}[]\n"
    if isinstance(given, str) and not verbatim and ("\n" in given or len(start) + len(given) > WIDTH):
        return start + toml_text.paragraphs(given) + "\n"
    return start + toml_text.value(given, "", len(start)) + "\n"
