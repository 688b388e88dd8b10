"""Every entry of all kit files in a form that opens within a blink: rows, words to find, details on demand.

The files are read and judged only when one of them has changed; what came out is kept beside the user's kits
and may be deleted at any time. Imported by controllers/kits.
"""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import interviewer_app
from interviewer_app.domain.errors import Finding, KitProblem
from interviewer_app.domain.kits.catalogue import Kind, KitFile, KitQuery, KitRow, Source
from interviewer_app.domain.records import changed

_LAYOUT = 2
"""Raised when the kept form changes."""

_LISTS = {
    Kind.KIT: "kits",
    Kind.PROMPT: "prompts",
    Kind.SCORECARD: "scorecards",
    Kind.ROLE: "role_profiles",
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

Tables = dict[str, Any]
Stamp = list[list[Any]]
Span = tuple[int, int]
Read = Callable[[int, int], bytes]
"""Gives the bytes between two places."""


class KitIndex:
    """Rows in the order of the files, kits and prompts by their place in them."""

    def __init__(
        self, files: tuple[KitFile, ...], rows: Sequence[Sequence[Any]], words: Span, read: Read
    ) -> None:
        """`rows`: the values of a KitRow but `used`, then begin and end of the entry in what `read` gives.

        `words` is where the words to find lie there, of all rows in order.
        """
        self.files = files
        self._raw = rows
        self._place = words
        self._read = read
        self._by_key = {row[0]: at for at, row in enumerate(rows)}

    @cached_property
    def _words(self) -> list[str]:
        # Fetched with the first word typed: most of the index is these.
        found: list[str] = json.loads(self._read(*self._place))
        return found

    def find(self, query: KitQuery) -> dict[Kind, tuple[int, ...]]:
        """Numbers of the rows that fit, in order, for every kind: the kind asked for and all others."""
        made: dict[str, list[int]] = {kind.value: [] for kind in Kind}
        for at in self._fitting(query):
            made[self._raw[at][1]].append(at)
        return {Kind(kind): tuple(numbers) for kind, numbers in made.items()}

    def row(self, at: int) -> KitRow:
        """One row."""
        key, kind, name, title, version, minutes, letters, roles, stages, *rest = self._raw[at][:13]
        status, shipped, file, errors = rest
        return KitRow(
            key, Kind(kind), name, title, version, minutes, letters, tuple(roles), tuple(stages),
            status, shipped, file, errors,
        )  # fmt: skip

    def row_of(self, key: str) -> KitRow | None:
        """The row with this key."""
        at = self._by_key.get(key)
        return None if at is None else self.row(at)

    def place(self, key: str, numbers: Sequence[int]) -> int:
        """Where the row with this key stands among these rising numbers, or -1."""
        wanted = self._by_key.get(key, -1)
        at = bisect_left(numbers, wanted)
        return at if at < len(numbers) and numbers[at] == wanted else -1

    def table(self, key: str) -> Tables:
        """The entry as its file spells it, text folded; empty for a file or an unknown key."""
        at = self._by_key.get(key)
        if at is None:
            return {}
        begin, end = self._raw[at][13:15]
        found: Tables = json.loads(self._read(begin, end)) if end > begin else {}
        return found

    def near(self, kind: Kind, name: str, file: str) -> str:
        """The key of the entry with this id: in this file, else in any; empty when there is none."""
        home = _key(kind, name, file)
        if home in self._by_key:
            return home
        wanted = [row[0] for row in self._raw if row[1] == kind and row[2] == name]
        return str(wanted[0]) if wanted else ""

    def file(self, path: str) -> KitFile | None:
        """The file that lies there."""
        return next((file for file in self.files if file.path == path), None)

    def named(self, kind: Kind) -> tuple[tuple[str, str], ...]:
        """Ids and titles of one kind, each id once, in order."""
        return tuple({row[2]: row[3] for row in reversed(self._raw) if row[1] == kind}.items())[::-1]

    def letters(self) -> tuple[tuple[str, str], ...]:
        """Letters and titles of the categories of all scorecards, each letter once."""
        found: dict[str, str] = {}
        for row in self._raw:
            if row[1] == Kind.SCORECARD:
                for category in self.table(row[0]).get("categories", ()):
                    found.setdefault(category["id"], category["title"])
        return tuple(sorted(found.items()))

    def stages(self) -> tuple[str, ...]:
        """The stages of all kits, in their usual order."""
        there = {stage for row in self._raw for stage in row[8]}
        return tuple(stage for stage in _STAGES if stage in there)

    def head(self, wanted: Stamp) -> bytes:
        """All but what `read` gives, as `kept` reads it."""
        files = [asdict(file) for file in self.files]
        return _json({"stamp": wanted, "files": files, "rows": self._raw, "words": self._place})

    def _fitting(self, query: KitQuery) -> Iterable[int]:
        """Numbers of the rows of every kind that fit."""
        rows = self._raw
        found: Iterable[int] = range(len(rows))
        if query.source is not Source.ALL:
            shipped = query.source is Source.SHIPPED
            found = [at for at in found if rows[at][10] == shipped]
        for place, wanted in ((6, query.letter), (7, query.role), (8, query.stage)):
            if wanted:
                found = [at for at in found if wanted in rows[at][place]]
        for word in query.words.casefold().split():
            said = self._words
            found = [at for at in found if word in said[at]]
        return found


def stamp(shipped: Iterable[Path], own: Iterable[Path]) -> Stamp:
    """What tells that nothing has changed since the files were read: version, and size and time of each."""
    made: Stamp = [[_LAYOUT, interviewer_app.__version__]]
    for ours, paths in ((1, shipped), (0, own)):
        for path in paths:
            try:
                facts = path.stat()
            except OSError:
                made.append([ours, str(path), -1, 0])
                continue
            made.append([ours, str(path), facts.st_size, facts.st_mtime_ns])
    return made


def kept(place: Path, wanted: Stamp) -> KitIndex | None:
    """The index kept there if it is of exactly these files; anything odd about it means None."""
    try:
        head = json.loads(place.read_bytes())
        body = _body(place, wanted)
        if head["stamp"] != wanted or not body.exists():
            return None
        files = tuple(map(_file_of, head["files"]))
        return KitIndex(files, head["rows"], tuple(head["words"]), _reader(body))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(place: Path, index: KitIndex, wanted: Stamp, body: bytes) -> None:
    """Keep an index for `kept`; where it cannot be written it is made again next time."""
    fresh, beside = place.with_name(place.name + ".new"), _body(place, wanted)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(body)
        fresh.write_bytes(index.head(wanted))
        fresh.replace(place)
        for old in place.parent.glob(f"{place.name}-*"):
            if old != beside:
                old.unlink()
    except OSError:
        return


def _body(place: Path, wanted: Stamp) -> Path:
    """Where entries and words of an index lie: under a name of their own, as they are read bit by bit."""
    return place.with_name(f"{place.name}-{crc32(_json(wanted)):08x}")


def _reader(body: Path) -> Read:
    def read(begin: int, end: int) -> bytes:
        with body.open("rb") as file:
            file.seek(begin)
            return file.read(end - begin)

    return read


def built(shipped: Sequence[Path], own: Sequence[Path]) -> tuple[KitIndex, bytes]:
    """Read and judge all files: the index, and the bytes it reads from."""
    # Loaded here: reading kits costs what the first paint must not pay.
    from interviewer_app.kits import library

    findings = [*(library.shipped().findings if shipped else ()), *library.read_files(own).findings]
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    loaded: list[tuple[KitFile, Tables]] = []
    for ours, paths in ((False, own), (True, shipped)):
        for path in paths:
            try:
                tables = library.load_file(path)
            except KitProblem:
                tables = {}
            loaded.append((_file(path, tables, by_file.get(str(path), []), shipped=ours), tables))
    return _index(loaded)


def _index(loaded: Sequence[tuple[KitFile, Tables]]) -> tuple[KitIndex, bytes]:
    asked_in = _asked_in(tables for file, tables in loaded if not file.errors)
    rows: list[list[Any]] = []
    words: list[str] = []
    body = bytearray()
    for file, tables in loaded:
        rows.append([*_file_row(file), 0, 0])
        words.append(f"{file.title} {file.id} {file.name} {file.publisher}".casefold())
        if file.errors:
            continue  # nothing of it can be used
        for kind, name in _LISTS.items():
            for entry in tables.get(name, ()):
                begin = len(body)
                body += _json(entry)
                rows.append([*_entry_row(kind, entry, file, asked_in), begin, len(body)])
                words.append(_words(entry))
    place = len(body)
    body += _json(words)
    done = bytes(body)

    def read(begin: int, end: int) -> bytes:
        return done[begin:end]

    return KitIndex(tuple(file for file, _tables in loaded), rows, (place, len(done)), read), done


def _file(path: Path, tables: Tables, findings: list[Finding], *, shipped: bool) -> KitFile:
    origin = tables.get("derived_from")
    origin = origin if isinstance(origin, dict) else {}
    return KitFile(
        path=str(path),
        name=path.name,
        shipped=shipped,
        id=_text(tables, "id"),
        title=_text(tables, "title") or path.name,
        publisher=_text(tables, "publisher"),
        version=_text(tables, "content_version"),
        language=_text(tables, "language"),
        licence=_text(tables, "licence"),
        derived_from=" ".join(str(value) for value in origin.values()),
        attribution=_texts(tables, "attribution"),
        kits=_length(tables, "kits"),
        prompts=_length(tables, "prompts"),
        findings=tuple(findings),
    )


def _asked_in(all_tables: Iterable[Tables]) -> dict[str, tuple[set[str], set[str]]]:
    """Per prompt the roles and stages of the kits that ask it, in any form."""
    made: dict[str, tuple[set[str], set[str]]] = {}
    for tables in all_tables:
        for kit in tables.get("kits", ()):
            named = [item.get("prompt", "") for item in kit.get("items", ())]
            named += [s.get("use", "") for f in kit.get("forms", ()) for s in f.get("swaps", ())]
            for prompt in named:
                roles, stages = made.setdefault(prompt, (set(), set()))
                roles.add(kit.get("role", ""))
                stages.add(kit.get("stage", ""))
    return made


def _file_row(file: KitFile) -> list[Any]:
    key = _key(Kind.FILE, "", file.path)
    return [
        key, Kind.FILE, file.id, file.title, file.version, 0, "", (), (), "", file.shipped, file.path,
        file.errors,
    ]  # fmt: skip


def _entry_row(
    kind: Kind, entry: Tables, file: KitFile, asked_in: dict[str, tuple[set[str], set[str]]]
) -> list[Any]:
    name = _text(entry, "id")
    roles, stages = asked_in.get(name, (set(), set())) if kind is Kind.PROMPT else (set(), set())
    roles, stages = {*roles, *entry.get("roles", ())}, set(stages)
    letters: Iterable[str] = entry.get("categories", ()) if kind is Kind.PROMPT else entry.get("scored", ())
    minutes = entry.get("minutes", 0)
    if kind is Kind.KIT:
        roles, stages = {_text(entry, "role")}, {_text(entry, "stage")}
        minutes = entry["variants"][0].get("total_minutes", 0)
    elif kind is Kind.SCORECARD:
        letters = [category["id"] for category in entry.get("categories", ())]
    elif kind is Kind.ROLE:
        roles, letters = {name}, sorted(entry.get("floors", ()))
    version = _text(entry, "version") or file.version
    return [
        _key(kind, name, file.path), kind, name, _text(entry, "title"), version, minutes, "".join(letters),
        sorted(roles), sorted(stages), _text(entry, "status"), file.shipped, file.path, 0,
    ]  # fmt: skip


def _words(entry: Tables) -> str:
    """What a filter looks in: names, what is asked, probes."""
    said: list[str] = []
    for name in _FOUND_IN:
        value = entry.get(name, "")
        said += value if isinstance(value, list) else [value]
    said += [probe.get("text", "") for probe in entry.get("probes", ())]
    said += [
        category.get("title", "") for category in entry.get("categories", ()) if isinstance(category, dict)
    ]
    return "\n".join(map(str, said)).casefold()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "replace")


def _key(kind: Kind, name: str, path: str) -> str:
    return f"{kind}|{name}|{path}"


def _text(table: Tables, name: str) -> str:
    value = table.get(name, "")
    return value if isinstance(value, str) else ""


def _texts(table: Tables, name: str) -> tuple[str, ...]:
    value = table.get(name, ())
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _length(table: Tables, name: str) -> int:
    value = table.get(name, ())
    return len(value) if isinstance(value, list) else 0


def _file_of(stored: Tables) -> KitFile:
    return changed(
        KitFile(**{**stored, "findings": (), "attribution": tuple(stored["attribution"])}),
        findings=tuple(Finding(**{**given, "path": tuple(given["path"])}) for given in stored["findings"]),
    )
