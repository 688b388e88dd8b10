"""Puts all that kits refer to into one file, to be edited or sent as a whole. Imported by kits, controllers.

Works on plain tables and steps over whatever in them is not as it should be: finding fault is the
validator's work.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from interviewer_app.kits import library
from interviewer_app.kits.schema import LISTS

Tables = dict[str, Any]

_SINGLE = (("scorecard", "scorecards"), ("role", "role_profiles"))
_SEVERAL = (("checklists", "checklists"), ("flags", "flags"))


def whole(tables: Tables, paths: Iterable[Path] = ()) -> Tables:
    """The tables with every entry their kits and prompts name: own ones first, then `paths`, then shipped."""
    done = dict(tables)
    shelf: list[Tables] | None = None
    wanted = list(_wanted(done))
    while wanted:
        kind, name = wanted.pop(0)
        if _entry([done], kind, name) is not None:
            continue
        shelf = _shelf(paths) if shelf is None else shelf
        found = _entry(shelf, kind, name)
        if found is not None:
            done[kind] = [*_rows(done, kind), deepcopy(found)]
            wanted.extend(_named(found, _SEVERAL))
    return done


def one_kit(kit_id: str, paths: Iterable[Path] = ()) -> Tables | None:
    """A file that holds this kit alone, with all it needs; None when no file of `paths` or ours has it."""
    for tables in _shelf(paths):
        kit = _entry([tables], "kits", kit_id)
        if kit is not None:
            header = {key: value for key, value in tables.items() if key not in LISTS}
            near = {key: [row] for key, row in _of_home(kit, tables)}
            return whole(deepcopy(header | near | {"kits": [kit]}), paths)
    return None


def _of_home(kit: Tables, tables: Tables) -> Iterator[tuple[str, Tables]]:
    """The scorecard and role of the file itself: it may hide one of the same id elsewhere."""
    for kind, name in _named(kit, _SINGLE, several=False):
        found = _entry([tables], kind, name)
        if found is not None:
            yield kind, found


def _shelf(paths: Iterable[Path]) -> list[Tables]:
    return [library.tables(path) for path in (*paths, *library.shipped_paths())]


def _rows(tables: Tables, kind: str) -> list[Tables]:
    rows = tables.get(kind)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _entry(shelf: Iterable[Tables], kind: str, name: str) -> Tables | None:
    return next((row for tables in shelf for row in _rows(tables, kind) if row.get("id") == name), None)


def _wanted(tables: Tables) -> Iterator[tuple[str, str]]:
    for kit in _rows(tables, "kits"):
        yield from _named(kit, _SINGLE, several=False)
        yield from _named(kit, _SEVERAL)
        used = [item.get("prompt") for item in _rows(kit, "items")]
        used += [swap.get("use") for form in _rows(kit, "forms") for swap in _rows(form, "swaps")]
        yield from (("prompts", name) for name in used if isinstance(name, str))
    for prompt in _rows(tables, "prompts"):
        yield from _named(prompt, _SEVERAL)


def _named(
    entry: Mapping[str, Any], fields: Iterable[tuple[str, str]], *, several: bool = True
) -> Iterator[tuple[str, str]]:
    for field, kind in fields:
        names = entry.get(field)
        for name in names if several and isinstance(names, list) else () if several else (names,):
            if isinstance(name, str):
                yield kind, name
