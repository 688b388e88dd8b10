"""The kit editor's form and outline, built from tables and findings. Pure. For controllers, ui/kits."""

from collections.abc import Callable, Iterator, Mapping
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

    `others` are findings about no field of the entry on screen. `saved` is in words.
    """

    file_id: str
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
    found = problems.get(path, ())
    if not inner and not rows:
        deeper = (lines for at, lines in problems.items() if len(at) > len(path) and at[: len(path)] == path)
        found = (*found, *(line for lines in deeper for line in lines))
    else:
        # What is wrong with a row as a whole is said with the list.
        found = (*found, *(line for at, lines in problems.items() if at[:-1] == path for line in lines))
    return FormField(path, field, value, found, inner, rows, names(field.name))
