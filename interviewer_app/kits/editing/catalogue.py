"""Every entry of all kit files in memory: listed, found by words and choices, each with its text.

For controllers/kits.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from interviewer_app.domain.errors import Finding
from interviewer_app.domain.kits.catalogue import EntryKind, KitFile, KitOrigin, KitQuery, KitRow
from interviewer_app.domain.openings.exposure import Exposure
from interviewer_app.domain.records import changed
from interviewer_app.kits import library
from interviewer_app.kits.editing.store import KitFolder

_LISTS = {
    EntryKind.KIT: "kits",
    EntryKind.PROMPT: "prompts",
    EntryKind.SCORECARD: "scorecards",
    EntryKind.ROLE: "role_profiles",
}
_FOUND_IN = (
    "title",
    "id",
    "candidate_text",
    "interviewer_notes",
    "topics",
    "facets",
    "mapping",
    "definition",
)
_STAGES = ("screen", "tech", "design", "practical", "final")

Tables = Mapping[str, Any]
Names = tuple[tuple[str, str], ...]
"""Ids with their titles."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with the table it stands for, empty for a file, and what words are looked for in."""

    row: KitRow
    table: Tables
    words: str


class Catalogue:
    """Entries in the order of the files; never changed."""

    def __init__(self, files: Iterable[KitFile], entries: Iterable[Entry]) -> None:
        self.files = {file.path: file for file in files}
        self._entries = tuple(entries)
        self._by_key = {entry.row.key: entry for entry in self._entries}
        self._named: dict[EntryKind, Names] = {}

    def find(self, query: KitQuery) -> dict[EntryKind, tuple[KitRow, ...]]:
        """The rows that fit, in order, for every kind: the kind asked for and all others."""
        found: Iterable[Entry] = self._entries
        if query.source is not KitOrigin.ALL:
            shipped = query.source is KitOrigin.SHIPPED
            found = [entry for entry in found if entry.row.shipped == shipped]
        if query.letter:
            found = [entry for entry in found if query.letter in entry.row.letters]
        if query.role:
            found = [entry for entry in found if query.role in entry.row.roles]
        if query.stage:
            found = [entry for entry in found if query.stage in entry.row.stages]
        for word in query.words.casefold().split():
            found = [entry for entry in found if word in entry.words]
        made: dict[EntryKind, list[KitRow]] = {kind: [] for kind in EntryKind}
        for entry in found:
            made[entry.row.kind].append(entry.row)
        return {kind: tuple(rows) for kind, rows in made.items()}

    def entry(self, key: str) -> Entry | None:
        """The entry with this key."""
        return self._by_key.get(key)

    def near(self, kind: EntryKind, name: str, file: str) -> Entry | None:
        """The entry with this id: in this file, else the first in any."""
        return self._by_key.get(key_of(kind, name, file)) or self._first.get((kind, name))

    def named(self, kind: EntryKind) -> Names:
        """Ids and titles of one kind, each id once, in order; the same object each time."""
        if kind not in self._named:
            first = self._first.items()
            self._named[kind] = tuple((name, entry.row.title) for (of, name), entry in first if of is kind)
        return self._named[kind]

    def counted(self, uses: Mapping[str, Exposure]) -> "Catalogue":
        """The same with how often each prompt was used; one that `uses` does not name was not."""

        def known(entry: Entry) -> Entry:
            if entry.row.kind is not EntryKind.PROMPT:
                return entry
            use = uses.get(entry.row.id)
            return changed(entry, row=changed(entry.row, used=0 if use is None else use.times))

        return Catalogue(self.files.values(), map(known, self._entries))

    @cached_property
    def letters(self) -> Names:
        """Letters and titles of the categories of all scorecards, each letter once."""
        found: dict[str, str] = {}
        for entry in self._entries:
            if entry.row.kind is EntryKind.SCORECARD:
                for category in entry.table.get("categories", ()):
                    found.setdefault(category["id"], category["title"])
        return tuple(sorted(found.items()))

    @cached_property
    def stages(self) -> tuple[str, ...]:
        """The stages of all kits, in their usual order."""
        there = {stage for entry in self._entries for stage in entry.row.stages}
        return tuple(stage for stage in _STAGES if stage in there)

    @cached_property
    def _first(self) -> dict[tuple[EntryKind, str], Entry]:
        found: dict[tuple[EntryKind, str], Entry] = {}
        for entry in self._entries:
            found.setdefault((entry.row.kind, entry.row.id), entry)
        return found


def read(folder: KitFolder) -> Iterator[Catalogue | None]:
    """Read and judge all files: None as often as there is more to do, file by file, then the catalogue.

    Only files that have changed since they were last read cost time.
    """
    own = folder.own()
    for path in (*folder.shipped, *own):
        library.tables(path)
        yield None
    findings: dict[str, list[Finding]] = {}
    ours = library.shipped().findings if folder.shipped else ()
    for finding in (*ours, *library.read_files(own).findings):
        findings.setdefault(finding.file, []).append(finding)
    yield None
    files: list[tuple[KitFile, Tables]] = []
    for path in (*own, *folder.shipped):
        tables, shipped = library.tables(path), path in folder.shipped
        found = tuple(findings.get(str(path), ()))
        files.append((file_of(str(path), path.name, tables, found, shipped=shipped), tables))
    asked_in = _asked_in(held for file, held in files if not file.errors)
    entries: list[Entry] = []
    for file, held in files:
        entries += _entries(file, held, asked_in)
        yield None
    yield Catalogue((file for file, _held in files), entries)


def key_of(kind: EntryKind, name: str, path: str) -> str:
    """What finds an entry again; of a file, its path alone."""
    return f"{kind}|{name}|{path}"


def file_of(
    path: str, name: str, tables: Tables, findings: tuple[Finding, ...], *, shipped: bool = False
) -> KitFile:
    """What its tables, whatever they are, say about a file."""
    origin = tables.get("derived_from")
    origin = origin if isinstance(origin, dict) else {}
    attribution = tables.get("attribution", ())
    return KitFile(
        path=path,
        name=name,
        shipped=shipped,
        id=_text(tables, "id"),
        title=_text(tables, "title") or name,
        publisher=_text(tables, "publisher"),
        version=_text(tables, "content_version"),
        language=_text(tables, "language"),
        licence=_text(tables, "licence"),
        derived_from=" ".join(str(value) for value in origin.values()),
        attribution=tuple(map(str, attribution)) if isinstance(attribution, list) else (),
        kits=_length(tables, "kits"),
        prompts=_length(tables, "prompts"),
        findings=findings,
    )


Asked = dict[str, tuple[set[str], set[str]]]


def _asked_in(all_tables: Iterable[Tables]) -> Asked:
    """Per prompt the roles and stages of the kits that ask it, in any form."""
    made: Asked = {}
    for tables in all_tables:
        for kit in tables.get("kits", ()):
            named = [item.get("prompt", "") for item in kit.get("items", ())]
            named += [s.get("use", "") for f in kit.get("forms", ()) for s in f.get("swaps", ())]
            for prompt in named:
                roles, stages = made.setdefault(prompt, (set(), set()))
                roles.add(kit.get("role", ""))
                stages.add(kit.get("stage", ""))
    return made


def _entries(file: KitFile, tables: Tables, asked_in: Asked) -> Iterator[Entry]:
    """The file itself, then what is in it."""
    row = KitRow(
        key=key_of(EntryKind.FILE, "", file.path),
        kind=EntryKind.FILE,
        id=file.id,
        title=file.title,
        version=file.version,
        shipped=file.shipped,
        file=file.path,
        errors=file.errors,
    )
    yield Entry(row, {}, f"{file.title} {file.id} {file.name} {file.publisher}".casefold())
    if file.errors:
        return  # nothing of it can be used
    for kind, name in _LISTS.items():
        for table in tables.get(name, ()):
            yield Entry(_row(kind, table, file, asked_in), table, _words(table))


def _row(kind: EntryKind, table: Tables, file: KitFile, asked_in: Asked) -> KitRow:
    name = _text(table, "id")
    roles, stages = asked_in.get(name, (set(), set())) if kind is EntryKind.PROMPT else (set(), set())
    roles = {*roles, *table.get("roles", ())}
    letters: Iterable[str] = table.get("categories" if kind is EntryKind.PROMPT else "scored", ())
    minutes = table.get("minutes", 0)
    if kind is EntryKind.KIT:
        roles, stages = {_text(table, "role")}, {_text(table, "stage")}
        minutes = table["variants"][0].get("total_minutes", 0)
    elif kind is EntryKind.SCORECARD:
        letters = [category["id"] for category in table.get("categories", ())]
    elif kind is EntryKind.ROLE:
        roles, letters = {name}, sorted(table.get("floors", ()))
    return KitRow(
        key=key_of(kind, name, file.path),
        kind=kind,
        id=name,
        title=_text(table, "title"),
        version=_text(table, "version") or file.version,
        minutes=minutes,
        letters="".join(letters),
        roles=tuple(sorted(roles)),
        stages=tuple(sorted(stages)),
        status=_text(table, "status"),
        shipped=file.shipped,
        file=file.path,
    )


def _words(table: Tables) -> str:
    """What a filter looks in: names, what is asked, probes."""
    said: list[Any] = []
    for name in _FOUND_IN:
        value = table.get(name, "")
        said += value if isinstance(value, list) else [value]
    said += [probe.get("text", "") for probe in table.get("probes", ())]
    said += [
        category.get("title", "") for category in table.get("categories", ()) if isinstance(category, dict)
    ]
    return "\n".join(map(str, said)).casefold()


def _text(table: Tables, name: str) -> str:
    value = table.get(name, "")
    return value if isinstance(value, str) else ""


def _length(table: Tables, name: str) -> int:
    value = table.get(name, ())
    return len(value) if isinstance(value, list) else 0
