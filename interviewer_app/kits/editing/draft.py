"""The draft of one kit file: tables with their history, kept on disk, judged as they would be published.

For controllers/kits/editor.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.fields import Path
from interviewer_app.domain.records import changed
from interviewer_app.kits import compare, library, plain, versions, write
from interviewer_app.kits.editing.fields import LISTS
from interviewer_app.kits.editing.store import KitFolder, remove, write_whole
from interviewer_app.kits.editing.tables import Tables
from interviewer_app.text import _

_MOST_STEPS = 1_000
"""Changes that can be undone; each keeps only what differs from the one before."""


@dataclass(frozen=True, slots=True)
class _Step:
    """The tables after a change, the entry in hand before and after it, and the field when it was typed."""

    tables: Tables
    before: Path = ()
    after: Path = ()
    typed: Path | None = None


class Draft:
    """Begins with the draft on disk, else with the published file; raises Problem without either.

    Changes are in memory until `save`: whoever lets go of a draft saves it first.
    """

    def __init__(self, store: KitFolder, file_id: str) -> None:
        self.file_id = file_id
        self._store = store
        self._place = store.draft(file_id)
        published = store.place(file_id)
        origin = published if published.exists() else store.origin(file_id)
        self._base: Tables = library.load_file(origin) if origin.exists() else {}
        self._new = not published.exists()
        source = self._place if self._place.exists() else published
        if not source.exists():
            raise Problem(
                _("There is no kit file “{id}”.").format(id=file_id), _("Choose one in the kit library.")
            )
        tables = library.load_file(source)
        _require_lists(tables, source.name)
        self._steps = [_Step(_in_order(tables))]
        self._at = 0
        self._on_disk = self.tables
        self.kept = self._place.exists()
        """Whether there is a draft on disk, apart from the published file."""
        self.problems: dict[Path, tuple[str, ...]] = {}
        self.errors = 0
        self.unchanged = False

    @property
    def tables(self) -> Tables:
        """The file as it is now."""
        return self._steps[self._at].tables

    @property
    def saved(self) -> bool:
        """Whether all of it is on disk."""
        return self._on_disk is self.tables

    @property
    def base_version(self) -> str:
        """The version published, empty when none is yet."""
        return "" if self._new else str(self._base.get("content_version", ""))

    def take(self, tables: Tables, before: Path, after: Path, typed: Path | None = None) -> None:
        """A change, with the entry in hand before and after it; letters typed into one field are one."""
        last = self._steps[self._at]
        del self._steps[self._at + 1 :]
        if typed is not None and last.typed == typed:
            self._steps[self._at] = changed(last, tables=tables)
        else:
            self._steps.append(_Step(tables, before, after, typed))
            del self._steps[: -_MOST_STEPS - 1]
            self._at = len(self._steps) - 1

    def can_step(self, by: int) -> bool:
        """Whether there is a change to undo (-1) or to do again (1)."""
        return 0 <= self._at + by < len(self._steps)

    def step(self, by: int) -> Path | None:
        """Undo (-1) or redo (1); the entry in hand then, None when there is nothing to do."""
        if not self.can_step(by):
            return None
        place = self._steps[self._at].before if by < 0 else self._steps[self._at + by].after
        self._at += by
        # What is typed next is a change of its own.
        self._steps[self._at] = changed(self._steps[self._at], typed=None)
        return place

    def save(self) -> None:
        """Put it on disk if it is not there; raises Problem."""
        if not self.saved:
            write_whole(self._place, write.text(self.tables).encode())
            self._on_disk, self.kept = self.tables, True

    def judging(self) -> Iterator[None]:
        """Find out, a little at a time, what is wrong with the file as it would be published."""
        tables = self._raised()
        # A copy may be published as it is.
        unchanged = not self._new and tables == self._base
        for found in library.judged(tables, f"{self.file_id}.toml", self._store.others(self.file_id)):
            yield
            if found is not None:
                self.problems = {}
                for finding in found:
                    said = f"{finding.code} {finding.message}"
                    self.problems[finding.path] = (*self.problems.get(finding.path, ()), said)
                self.errors = sum(finding.fatal for finding in found)
                self.unchanged = unchanged

    def judge(self) -> None:
        """All of `judging` now."""
        for _piece in self.judging():
            pass

    def changes(self) -> tuple[str, ...]:
        """Every change against the published file, or against what was copied, in words."""
        return compare.in_words(self._base, self._raised())

    def raised_version(self) -> str:
        """The version the file will have."""
        return str(self._raised().get("content_version", ""))

    def publish(self, today: date) -> None:
        """Put the file in place, then forget the draft. Raises Problem, for what nobody could use too."""
        tables = {**self._raised(), "updated": max(today, _date(self.tables.get("created"), today))}
        data = write.text(tables).encode()
        wrong = library.parse(data, f"{self.file_id}.toml", self._store.others(self.file_id)).errors
        if wrong:
            raise Problem(wrong[0].message, _("Mend this first; until then nobody can use this file."))
        self._store.store(self.file_id, data)
        self.forget()

    def forget(self) -> None:
        """Away with the draft on disk, and with what it was copied from. Raises Problem."""
        remove(self._place)
        remove(self._store.origin(self.file_id))

    @property
    def idle(self) -> bool:
        """Whether this is a copy in which nothing was changed: nobody misses it."""
        return self._new and plain.arranged(self.tables) == self._base

    def _raised(self) -> Tables:
        """The tables as their file would be read again, versions raised by what has changed."""
        tables = plain.arranged(self.tables)
        return dict(versions.raised(self._base, tables)) if self._base else tables


def _require_lists(tables: Tables, name: str) -> None:
    """Raise Problem for a file that has something else where the entries should be."""
    for kind in LISTS:
        rows = tables.get(kind, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise Problem(
                _("In {name}, “{kind}” is no list of entries, so it cannot be shown as a form.").format(
                    name=name, kind=kind
                ),
                _("Mend the file in a text editor."),
            )


def _in_order(tables: Tables) -> Tables:
    """The tables with the prompts of kits in the order they are asked in; their place is their order."""
    made = dict(tables)
    for kit in made.get("kits") or ():
        items = kit.get("items")
        if isinstance(items, list) and all(isinstance(item, dict) for item in items):
            placed = sorted(enumerate(items, 1), key=lambda pair: (pair[1].get("order") or pair[0], pair[0]))
            kit["items"] = [{k: v for k, v in item.items() if k != "order"} for _at, item in placed]
    return made


def _date(value: Any, usual: date) -> date:
    return value if type(value) is date else usual
