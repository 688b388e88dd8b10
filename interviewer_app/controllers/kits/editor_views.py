"""The kit editor's form and outline, built from tables and findings. Pure. For controllers, ui/kits."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from interviewer_app.controllers.forms import FieldKind, FormField, FormRow, LabelPlace, Remark, RemarkTone
from interviewer_app.domain.kits.fields import Path
from interviewer_app.domain.records import record
from interviewer_app.kits.editing.fields import LISTS, FieldShape, FieldSpec, fields_of, parsed, written
from interviewer_app.kits.editing.tables import Tables, value_at
from interviewer_app.text import _

Names = tuple[tuple[str, str], ...]
"""Ids that may be named, with their titles."""

_TALL = (FieldShape.TEXTS, FieldShape.GROUP, FieldShape.ROWS, FieldShape.SCORES)
_LINE, _MOST = 2_000, 30_000
"""Characters that a line and a text take; nothing in a kit file may be longer."""


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
    form: tuple[FormRow, ...]
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


def others(path: Path, problems: Problems) -> tuple[str, ...]:
    """What is wrong with whole lists, and with the entry at a path as far as no field of its form says so."""
    lists = {at: lines for at, lines in problems.items() if len(at) == 1 and at[0] in LISTS}
    near = {at: lines for at, lines in problems.items() if path or not at or at[0] not in LISTS}
    shown = {(*path, field.name) for field in _fields_at(path)}
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


def _fields_at(path: Path) -> tuple[FieldSpec, ...]:
    """The fields of an entry, of the file for the empty path; none for the name of a list."""
    return () if len(path) == 1 else fields_of(str(path[0]) if path else "")


def _said_at(path: Path, problems: Problems, shown: AbstractSet[Path]) -> tuple[str, ...]:
    """What is wrong with the value at a path or in it, but for what one of the fields shown will say."""
    here = {at: lines for at, lines in problems.items() if at[: len(path)] == path}
    left = (lines for at, lines in here.items() if not any(at[:n] in shown for n in range(len(at) + 1)))
    return tuple(line for lines in left for line in lines)


class EntryForm:
    """The form of an entry: captions over fields, titles over groups, frames around what belongs together.

    Keys are paths written with dots. `names` gives the ids that a field may name. `typed` is the path and the
    words of what is being typed, which stay as they are while they mean the value.
    """

    def __init__(
        self, problems: Problems, names: Callable[[str], Names], typed: tuple[Path, str] = ((), "")
    ) -> None:
        self._problems = problems
        self._names = names
        self._typed = typed

    def rows(self, tables: Tables, path: Path) -> tuple[FormRow, ...]:
        """The fields of the entry at a path; of the file for the empty path."""
        return self._rows(_fields_at(path), path, value_at(tables, path) or {})

    def _rows(
        self, fields: tuple[FieldSpec, ...], above: Path, table: Mapping[str, Any]
    ) -> tuple[FormRow, ...]:
        return tuple(self._row(field, (*above, field.name), table.get(field.name)) for field in fields)

    def _row(self, field: FieldSpec, path: Path, value: Any) -> FormRow:
        inner, shown = self._inner(field, path, value)
        key, remarks = _key(path), self._remarks(path, shown)
        if field.shape not in _TALL:
            made = self._field(field, path, value)
            label = "" if made.kind is FieldKind.TICK else _label(field)
            return FormRow(key, label, (made,), remarks=remarks, place=LabelPlace.CAPTION)
        adds = _("Add: {field}").format(field=field.words)
        grows = field.shape in (FieldShape.TEXTS, FieldShape.ROWS)
        return FormRow(
            key,
            field.words,
            remarks=remarks,
            place=LabelPlace.TITLE,
            rows=inner,
            adds=adds if grows else "",
        )

    def _inner(self, field: FieldSpec, path: Path, value: Any) -> tuple[tuple[FormRow, ...], set[Path]]:
        """The rows in a row, and the paths of the fields in them that say themselves what is wrong."""
        frame, rows = LabelPlace.FRAME, value if isinstance(value, list) else []
        table = value if isinstance(value, dict) else {}
        shown: set[Path] = set()
        match field.shape:
            case FieldShape.GROUP:
                shown = {(*path, one.name) for one in field.fields}
                inner = self._rows(field.fields, path, table)
                return (FormRow(f"{_key(path)}.group", rows=inner, place=frame),), shown
            case FieldShape.ROWS:
                given = [(at, row) for at, row in enumerate(rows) if isinstance(row, dict)]
                shown = {(*path, at, one.name) for at, _row in given for one in field.fields}
                return tuple(
                    FormRow(
                        _key((*path, at)),
                        f"{at + 1}",
                        place=frame,
                        rows=self._rows(field.fields, (*path, at), row),
                        movable=True,
                    )
                    for at, row in given
                ), shown
            case FieldShape.TEXTS:
                texts = [self._text(field, (*path, at), f"{at + 1}", text) for at, text in enumerate(rows)]
                return tuple(texts), shown
            case FieldShape.SCORES:
                scores = (str(score) for score in range(6))
                return tuple(self._text(field, (*path, at), at, table.get(at)) for at in scores), shown
            case _:
                return (), shown

    def _text(self, field: FieldSpec, path: Path, number: str, value: Any) -> FormRow:
        """One text of a field that holds several; in a list it can be moved."""
        words, movable = f"{field.words} {number}", field.shape is FieldShape.TEXTS
        made = FormField(_key(path), FieldKind.TEXT, words, str(value or ""), limit=_MOST)
        return FormRow(_key(path), number, (made,), place=LabelPlace.NUMBER, movable=movable)

    def _field(self, field: FieldSpec, path: Path, value: Any) -> FormField:
        typed_at, words = self._typed
        if typed_at != path or parsed(field, words) != value:
            words = written(field, value)
        made = FormField(_key(path), FieldKind.LINE, field.words, words, limit=_LINE)
        names = self._names(field.name)
        match field.shape:
            case FieldShape.TEXT:
                made = replace(made, kind=FieldKind.TEXT, limit=_MOST)
            case FieldShape.NUMBER:
                made = replace(made, kind=FieldKind.COUNT, limit=999)
            case FieldShape.TICK:
                made = replace(made, kind=FieldKind.TICK, narrow=True)
            case FieldShape.CHOICE:
                options = [(key, key.replace("_", " ")) for key in field.choices]
                made = replace(made, kind=FieldKind.LIST, options=_with(words, options), narrow=True)
            case _ if names:
                options = [(key, f"{key}  {title}".strip()) for key, title in names]
                made = replace(made, kind=FieldKind.LIST, options=_with(words, options))
            case _:
                pass
        return made

    def _remarks(self, path: Path, shown: AbstractSet[Path]) -> tuple[Remark, ...]:
        said = _said_at(path, self._problems, shown)
        tone = RemarkTone.ALERT if _errors(said) else RemarkTone.CAUTION
        return (Remark("\n".join(said), tone),) if said else ()


def _label(field: FieldSpec) -> str:
    if field.high and field.shape in (FieldShape.LINE, FieldShape.TEXT):
        return _("{field}, up to {n} characters").format(field=field.words, n=f"{field.high:,}")
    return field.words


def _with(value: str, options: list[tuple[str, str]]) -> Names:
    """The options, and before them a value that is none of them."""
    return tuple(options) if value in dict(options) else ((value, value), *options)


def _key(path: Path) -> str:
    return ".".join(map(str, path))
