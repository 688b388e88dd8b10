"""The kit editor's form and outline, built from tables and findings. Pure. For controllers, ui/kits."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from typing import Any

from interviewer_app import labels
from interviewer_app.controllers.forms import FieldKind, FormField, FormRow, LabelPlace, Remark, RemarkTone
from interviewer_app.controllers.kits.views import OutlineRow
from interviewer_app.domain.kits.fields import Path
from interviewer_app.kits.editing.catalogue import Names
from interviewer_app.kits.editing.fields import LISTS, FieldShape, FieldSpec, fields_of, parsed, written
from interviewer_app.kits.editing.tables import Tables, value_at
from interviewer_app.text import _

_TALL = (FieldShape.TEXTS, FieldShape.GROUP, FieldShape.ROWS, FieldShape.SCORES)
_LINE, _MOST = 2_000, 30_000
"""Characters that a line and a text take; nothing in a kit file may be longer."""


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


def _outlined(tables: Tables, problems: Problems) -> Iterator[OutlineRow]:
    errors: Counter[Path] = Counter()
    for at, lines in problems.items():
        errors[at[:2] if at and at[0] in LISTS else ()] += _errors(lines)
    yield OutlineRow((), _("About the file"), problems=errors[()])
    for name in LISTS:
        yield OutlineRow((name,), labels.kit_list(name), head=True)
        for number, entry in enumerate(tables.get(name) or ()):
            path = (name, number)
            words = str(entry.get("title") or entry.get("text") or entry.get("id") or _("without a title"))
            yield OutlineRow(path, words, problems=errors[path])


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

    Keys are paths written with dots. A row of which nothing has changed is the same object as before, so that
    at a key press only the field typed into is made and shown anew.
    """

    def __init__(self) -> None:
        self._names: Mapping[str, Names] = {}
        self._typed: tuple[Path, str] = ((), "")
        self._problems: Problems = {}
        self._near: set[Path] = set()
        self._known: dict[str, tuple[tuple[object, ...], FormRow]] = {}

    def rows(
        self,
        tables: Tables,
        path: Path,
        problems: Problems,
        names: Mapping[str, Names],
        typed: tuple[Path, str] = ((), ""),
    ) -> tuple[FormRow, ...]:
        """The fields of the entry at a path; of the file for the empty path.

        `names` are the ids that may be named, by field. `typed` is the path and the words of what is being
        typed, which stay while they mean the value.
        """
        self._typed, self._names, self._problems = typed, names, problems
        self._near = {at[:end] for at in problems for end in range(len(at) + 1)}
        return self._rows(_fields_at(path), path, value_at(tables, path) or {})

    def _rows(
        self, fields: tuple[FieldSpec, ...], above: Path, table: Mapping[str, Any]
    ) -> tuple[FormRow, ...]:
        return tuple(self._row(field, (*above, field.name), table.get(field.name)) for field in fields)

    def _row(self, field: FieldSpec, path: Path, value: Any) -> FormRow:
        key = _key(path)
        typed = self._typed[1] if self._typed[0][: len(path)] == path else None
        if field.shape in _TALL:
            facts: tuple[object, ...] = (value, typed, self._problems, self._names)
            return self._kept(key, facts, lambda: self._tall(field, path, value))
        names, remarks = self._names.get(field.name, ()), self._remarks(path, set())
        facts = (value, typed, remarks, names)
        return self._kept(key, facts, lambda: _single(field, key, value, typed, names, remarks))

    def _tall(self, field: FieldSpec, path: Path, value: Any) -> FormRow:
        """A field of several values; a list of them has a button that adds one."""
        inner, shown = self._inner(field, path, value)
        grows = field.shape in (FieldShape.TEXTS, FieldShape.ROWS)
        return FormRow(
            _key(path),
            field.words,
            remarks=self._remarks(path, shown),
            place=LabelPlace.TITLE,
            rows=inner,
            adds=_("Add: {field}").format(field=field.words) if grows else "",
        )

    def _kept(self, key: str, facts: tuple[object, ...], make: Callable[[], FormRow]) -> FormRow:
        """The row made of the same facts before, else a new one."""
        known = self._known.get(key)
        if known is None or known[0] != facts:
            self._known[key] = known = (facts, make())
        return known[1]

    def _inner(self, field: FieldSpec, path: Path, value: Any) -> tuple[tuple[FormRow, ...], set[Path]]:
        """The rows in a row, and the paths of the fields in them that say themselves what is wrong."""
        rows = value if isinstance(value, list) else []
        table = value if isinstance(value, dict) else {}
        shown: set[Path] = set()
        match field.shape:
            case FieldShape.GROUP:
                shown = {(*path, one.name) for one in field.fields}
                return (
                    self._framed(f"{_key(path)}.group", "", self._rows(field.fields, path, table)),
                ), shown
            case FieldShape.ROWS:
                given = [(at, row) for at, row in enumerate(rows) if isinstance(row, dict)]
                shown = {(*path, at, one.name) for at, _row in given for one in field.fields}
                return tuple(
                    self._framed(_key((*path, at)), f"{at + 1}", self._rows(field.fields, (*path, at), row))
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

    def _framed(self, key: str, number: str, rows: tuple[FormRow, ...]) -> FormRow:
        """Rows in a frame; one of a list has a number and can be moved."""
        made = partial(FormRow, key, number, rows=rows, place=LabelPlace.FRAME, movable=bool(number))
        return self._kept(key, (number, rows), made)

    def _text(self, field: FieldSpec, path: Path, number: str, value: Any) -> FormRow:
        """One text of a field that holds several; in a list it can be moved."""
        key = _key(path)
        return self._kept(key, (value,), lambda: _numbered(field, key, number, value))

    def _remarks(self, path: Path, shown: AbstractSet[Path]) -> tuple[Remark, ...]:
        said = _said_at(path, self._problems, shown) if path in self._near else ()
        tone = RemarkTone.ALERT if _errors(said) else RemarkTone.CAUTION
        return (Remark("\n".join(said), tone),) if said else ()


def _single(
    field: FieldSpec, key: str, value: Any, typed: str | None, names: Names, remarks: tuple[Remark, ...]
) -> FormRow:
    """A field of one value; what is typed stays as it is while it means the value."""
    words = typed if typed is not None and parsed(field, typed) == value else written(field, value)
    made = FormField(key, FieldKind.LINE, field.words, words, limit=_LINE)
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
    label = "" if made.kind is FieldKind.TICK else _label(field)
    return FormRow(key, label, (made,), remarks=remarks, place=LabelPlace.CAPTION)


def _numbered(field: FieldSpec, key: str, number: str, value: Any) -> FormRow:
    made = FormField(key, FieldKind.TEXT, f"{field.words} {number}", str(value or ""), limit=_MOST)
    movable = field.shape is FieldShape.TEXTS
    return FormRow(key, number, (made,), place=LabelPlace.NUMBER, movable=movable)


def _label(field: FieldSpec) -> str:
    if field.high and field.shape in (FieldShape.LINE, FieldShape.TEXT):
        return _("{field}, up to {n} characters").format(field=field.words, n=f"{field.high:,}")
    return field.words


def _with(value: str, options: list[tuple[str, str]]) -> Names:
    """The options, and before them a value that is none of them."""
    return tuple(options) if value in dict(options) else ((value, value), *options)


def _key(path: Path) -> str:
    return ".".join(map(str, path))
