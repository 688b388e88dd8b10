"""Plain tables of a kit file changed by copying: the old ones stay as they were, so undo is free. Pure.

A path leads from the top of the tables to a value: names of fields and numbers of rows. For
controllers/kits/editor.py.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from interviewer_app.domain.kits.fields import Path

Tables = dict[str, Any]


def value_at(tables: Any, path: Path) -> Any:
    """The value at a path, None where there is none."""
    node = tables
    for step in path:
        if isinstance(step, int):
            node = node[step] if isinstance(node, Sequence) and 0 <= step < len(node) else None
        else:
            node = node.get(step) if isinstance(node, Mapping) else None
        if node is None:
            return None
    return node


def path_of(tables: Any, key: str) -> Path:
    """The path that is written with dots in a form: in a list a step is the number of a row."""
    path: Path = ()
    for step in key.split("."):
        path = (*path, int(step) if isinstance(value_at(tables, path), list) else step)
    return path


def put(tables: Any, path: Path, value: Any) -> Any:
    """The tables with another value at a path; None takes a field away, missing tables are made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        rows = list(tables or ())
        rows[step] = put(rows[step], rest, value)
        return rows
    made = dict(tables or {})
    if not rest and value is None:
        made.pop(step, None)
    else:
        made[step] = put(made.get(step), rest, value)
    return made


def added(tables: Any, path: Path, value: Any) -> Any:
    """The tables with one more row at the end of the list at a path."""
    return put(tables, path, [*(value_at(tables, path) or ()), value])


def removed(tables: Any, path: Path) -> Any:
    """The tables without the row at a path; a list that becomes empty goes too."""
    *above, last = path
    rows = list(value_at(tables, tuple(above)) or ())
    del rows[int(last)]
    return put(tables, tuple(above), rows or None)


def moved(tables: Any, path: Path, by: int) -> Any:
    """The tables with the row at a path so many places further down; as they are at either end."""
    *above, last = path
    rows = list(value_at(tables, tuple(above)) or ())
    here, there = int(last), int(last) + by
    if not 0 <= there < len(rows):
        return tables
    rows.insert(there, rows.pop(here))
    return put(tables, tuple(above), rows)


def row_after(path: Path, by: int) -> Path:
    """The path of the row so many places further down in the same list."""
    return (*path[:-1], int(path[-1]) + by)
