"""What changed between two versions of a kit file, in words. Imported by kits, controllers and cli.

Both sides are plain tables, arranged (see `plain.arranged`); either may be half-edited.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from interviewer_app.kits.changed_words import FIELDS, ROWS
from interviewer_app.text import _

Tables = Mapping[str, Any]

_SHORT = 60
"""Characters up to which both values are quoted."""
_MOST_WORDS = 1_000
_FEW = 8
"""Words up to which a changed passage is quoted."""
_KEYS = ("id", "prompt", "instead_of", "when", "from")
"""What tells the rows of a list apart, whichever they have."""


def in_words(old: Tables, new: Tables) -> tuple[str, ...]:
    """One line per change: the file's own fields first, then its entries in order; empty when equal."""
    return tuple(_table(_("file"), old, new))


def _table(where: str, old: Tables, new: Tables) -> Iterator[str]:
    for field in (*new, *(name for name in old if name not in new)):
        before, after = old.get(field), new.get(field)
        if before != after or type(before) is not type(after):
            yield from _field(where, field, before, after)


def _field(where: str, field: str, before: Any, after: Any) -> Iterator[str]:
    sides = [side for side in (before, after) if side is not None]
    if field in ROWS and all(_has_rows(side) for side in sides):
        yield from _rows(where, field, before or [], after or [])
    elif all(isinstance(side, Mapping) for side in sides):
        for key in sorted({*(before or {}), *(after or {})}):
            one, other = (before or {}).get(key), (after or {}).get(key)
            if one != other:
                yield from _value(where, f"{_called(field)} {_cut(key)}", one, other)
    elif all(isinstance(side, list) for side in sides):
        yield from _list(where, field, before or [], after or [])
    else:
        yield from _value(where, _called(field), before, after)


def _value(where: str, called: str, before: Any, after: Any) -> Iterator[str]:
    """A single value; long text is told by the passage that changed."""
    if isinstance(before, str) and isinstance(after, str) and max(len(before), len(after)) > _SHORT:
        yield _reworded(where, called, before, after)
    elif before is None:
        yield _("{where}: {what} is now {new}").format(where=where, what=called, new=_shown(after))
    elif after is None:
        yield _("{where}: {what} removed").format(where=where, what=called)
    else:
        told = _("{where}: {what} {old} → {new}")
        yield told.format(where=where, what=called, old=_shown(before), new=_shown(after))


def _reworded(where: str, called: str, before: str, after: str) -> str:
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > _MOST_WORDS:  # comparing takes the square of that
        return _("{where}: {what} reworded").format(where=where, what=called)
    hunks = [op for op in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if op[0] != "equal"]
    if len(hunks) == 1:
        _kind, a, b, c, d = hunks[0]
        if max(b - a, d - c) <= _FEW:
            told = _("{where}: {what} reworded, “{old}” → “{new}”")
            was, now = (_cut(" ".join(words), 2 * _SHORT) for words in (old[a:b], new[c:d]))
            return told.format(where=where, what=called, old=was, new=now)
    return _("{where}: {what} reworded").format(where=where, what=called)


def _rows(where: str, field: str, before: list[Any], after: list[Any]) -> Iterator[str]:
    """Rows that have a key of their own: added, gone, changed, in another order."""
    old, new = _keyed(before), _keyed(after)
    for key, row in new.items():
        told = f"{ROWS[field]()} {key}"
        if key not in old:
            yield _("{where}: {what} added").format(where=where, what=told)
        elif old[key] != row:
            yield from _row(_place(where, field, key), told, where, old[key], row)
    for key in old:
        if key not in new:
            yield _("{where}: {what} removed").format(where=where, what=f"{ROWS[field]()} {key}")
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield _("{where}: {what} in another order").format(where=where, what=_called(field))


def _row(place: str, told: str, where: str, old: Tables, new: Tables) -> Iterator[str]:
    """A row with a text of its own is reworded; its other fields are named."""
    before, after = old.get("text"), new.get("text")
    both = isinstance(before, str) and isinstance(after, str)
    if both and before != after:
        yield _reworded(where, told, str(before), str(after))
    hidden = ("text",) if both else ()
    yield from _table(place, _without(old, hidden), _without(new, hidden))


def _list(where: str, field: str, before: list[Any], after: list[Any]) -> Iterator[str]:
    """Plain values: words for what came, went and was reworded in its place."""
    called = _called(field)
    gone = [value for value in before if value not in after]
    come = [value for value in after if value not in before]
    if not gone and not come:
        yield _("{where}: {what} in another order").format(where=where, what=called)
        return
    paired = list(zip(gone, come, strict=False))
    for old, new in paired:
        number = after.index(new) + 1
        yield from _value(where, f"{called} {number}", old, new)
    for value in come[len(paired) :]:
        yield _("{where}: {what} added, {new}").format(where=where, what=called, new=_shown(value))
    for value in gone[len(paired) :]:
        yield _("{where}: {what} removed, {old}").format(where=where, what=called, old=_shown(value))


def _place(where: str, field: str, key: str) -> str:
    """Entries stand for themselves; their rows are named after them."""
    if where == _("file"):
        return key
    return f"{where}, {ROWS[field]()} {key}"


def _keyed(rows: Iterable[Any]) -> dict[str, Tables]:
    keyed: dict[str, Tables] = {}
    for number, row in enumerate(rows, 1):
        key = next((_cut(str(row[name])) for name in _KEYS if name in row), str(number))
        keyed[key if key not in keyed else f"{key} ({number})"] = row
    return keyed


def _has_rows(side: Any) -> bool:
    return isinstance(side, list) and all(isinstance(row, Mapping) for row in side)


def _without(table: Tables, names: Iterable[str]) -> Tables:
    return {key: value for key, value in table.items() if key not in names}


def _called(field: str) -> str:
    return FIELDS[field]() if field in FIELDS else _cut(field.replace("_", " "))


def _shown(value: Any) -> str:
    """A value as it may stand in a line, not too long."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping):
        return _cut(", ".join(f"{key} {_shown(own)}" for key, own in value.items()), 2 * _SHORT)
    if isinstance(value, list):
        return _cut(", ".join(map(_shown, value)), 2 * _SHORT) or _("none")
    text = _cut(str(value))
    return f"“{text}”" if isinstance(value, str) else text


def _cut(text: str, most: int = _SHORT) -> str:
    """At most so many characters, on one line."""
    text = _plain(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _plain(words: Iterable[str]) -> str:
    """On one line; hidden characters are shown as such, but for those that join letters."""
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else "\ufffd" for c in " ".join(words))
