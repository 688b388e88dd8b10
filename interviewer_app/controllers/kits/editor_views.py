"""The kit editor's form and outline, built from tables and findings. Pure. For controllers, ui/kits."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from interviewer_app.domain.kits.fields import Field, Path, Shape
from interviewer_app.domain.records import record
from interviewer_app.kits.editing.fields import LISTS, fields_of
from interviewer_app.kits.editing.tables import Tables, value_at
from interviewer_app.text import _

Names = tuple[tuple[str, str], ...]
"""Ids that may be named, with their titles."""


@record
class FormField:
    """A field of the form with its value and what is wrong with it; groups and rows hold further ones.

    `names` are ids to choose from, where the field names another entry.
    """

    path: Path
    field: Field
    value: Any
    problems: tuple[str, ...] = ()
    inner: tuple["FormField", ...] = ()
    rows: tuple[tuple["FormField", ...], ...] = ()
    names: Names = ()


@record
class OutlineRow:
    """A line of the outline: the file, the name of a list (`head`), or an entry; `problems` counts errors."""

    path: Path
    words: str
    head: bool = False
    problems: int = 0


@record
class EditorView:
    """A file being edited. `obstacle` says why it cannot be published, empty when it can.

    `others` are findings about the entry on screen or a whole list that stand at no field.
    """

    title: str
    version: str
    outline: tuple[OutlineRow, ...]
    current: Path
    form: tuple[FormField, ...]
    others: tuple[str, ...]
    errors: int
    can_undo: bool
    can_redo: bool
    obstacle: str
    saved: str


@record
class PublishView:
    """What publishing would do: the version now and then, and every change in words."""

    old: str
    new: str
    changes: tuple[str, ...]


Problems = Mapping[Path, tuple[str, ...]]


def outline(tables: Tables, problems: Problems) -> tuple[OutlineRow, ...]:
    """The file, then every list with its entries."""
    return tuple(_outlined(tables, problems))


def form(
    tables: Tables, path: Path, problems: Problems, names: Callable[[str], Names]
) -> tuple[FormField, ...]:
    """The fields of the entry at a path; of the file for the empty path."""
    if len(path) == 1:
        return ()  # the name of a list
    fields = fields_of(str(path[0]) if path else "")
    return tuple(_formed(field, path, value_at(tables, path) or {}, problems, names) for field in fields)


def others(path: Path, problems: Problems, shown: tuple[FormField, ...]) -> tuple[str, ...]:
    """What is wrong with whole lists, and with the entry at a path as far as no field of its form says so."""
    lists = {at: lines for at, lines in problems.items() if len(at) == 1 and at[0] in LISTS}
    near = {at: lines for at, lines in problems.items() if path or not at or at[0] not in LISTS}
    own = _said_at(path, near, shown) if len(path) != 1 else ()
    return (*(line for lines in lists.values() for line in lines), *own)


def list_words(name: str) -> str:
    """The name of one of the lists."""
    return {
        "kits": _("Kits"),
        "prompts": _("Prompts"),
        "scorecards": _("Scorecards"),
        "role_profiles": _("Roles"),
        "checklists": _("Checklists"),
        "flags": _("Flags"),
        "guidance": _("Guidance pages"),
    }[name]


def _outlined(tables: Tables, problems: Problems) -> Iterator[OutlineRow]:
    own = sum(_errors(found) for path, found in problems.items() if not path or path[0] not in LISTS)
    yield OutlineRow((), _("About the file"), problems=own)
    for name in LISTS:
        yield OutlineRow((name,), list_words(name), head=True)
        for number, entry in enumerate(tables.get(name) or ()):
            path = (name, number)
            found = sum(_errors(lines) for at, lines in problems.items() if at[:2] == path)
            words = str(entry.get("title") or entry.get("text") or entry.get("id") or _("without a title"))
            yield OutlineRow(path, words, problems=found)


def _errors(lines: tuple[str, ...]) -> int:
    return sum(line.startswith("E") for line in lines)


def _formed(
    field: Field, above: Path, table: Mapping[str, Any], problems: Problems, names: Callable[[str], Names]
) -> FormField:
    path = (*above, field.name)
    value = table.get(field.name)
    inner: tuple[FormField, ...] = ()
    rows: tuple[tuple[FormField, ...], ...] = ()
    if field.shape is Shape.GROUP:
        group = value if isinstance(value, dict) else {}
        inner = tuple(_formed(one, path, group, problems, names) for one in field.fields)
    elif field.shape is Shape.ROWS:
        given = value if isinstance(value, list) else []
        rows = tuple(
            tuple(_formed(one, (*path, at), row, problems, names) for one in field.fields)
            for at, row in enumerate(given)
            if isinstance(row, dict)
        )
    found = _said_at(path, problems, (*inner, *chain.from_iterable(rows)))
    return FormField(path, field, value, found, inner, rows, names(field.name))


def _said_at(path: Path, problems: Problems, shown: Iterable[FormField]) -> tuple[str, ...]:
    """What is wrong with the value at a path or in it, but for what one of the fields shown will say."""
    here = {at: lines for at, lines in problems.items() if at[: len(path)] == path}
    told = {one.path for one in shown} if here else set()
    left = (lines for at, lines in here.items() if not any(at[:n] in told for n in range(len(at) + 1)))
    return tuple(line for lines in left for line in lines)
