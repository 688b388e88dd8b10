"""The user's kit files on disk: imported after a report, exported as they are, never half written.

Imported by controllers/kits and controllers/kits/editor.py.
"""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from interviewer_app.domain.errors import ExportProblem, KitProblem, Problem, ReadOnlyStore
from interviewer_app.domain.kits.catalogue import DetailLine, ImportReport, KitFile
from interviewer_app.text import _, ngettext

SUFFIX = ".toml"
DRAFT = ".draft"
OLDER = "older"
"""Folder for the versions that newer ones have replaced."""

_HEAD = 4_096
_ID = re.compile(rb"(?:[^\n\[\]\"']*(?:\"[^\n\"]*\")?[ \t]*\n)*?id = \"([a-z0-9-]{1,64})\"[ \t]*\r?\n")
"""The id among plain lines, before the first list or table; anything else is left to the reader of TOML."""

_MOST = 2 * 1024 * 1024 + 1
_KINDS = ("kits", "prompts", "scorecards", "role_profiles", "checklists", "flags", "guidance")


class KitFolder:
    """The folder of the user's kit files and drafts; made when something is first put into it."""

    def __init__(self, folder: Path, shipped: Iterable[Path]) -> None:
        self.path = folder
        self.shipped = tuple(shipped)

    def own(self) -> tuple[Path, ...]:
        """The user's kit files, by name."""
        return tuple(sorted(self.path.glob(f"*{SUFFIX}"))) if self.path.is_dir() else ()

    def drafts(self) -> tuple[str, ...]:
        """Ids of the files that are being edited."""
        return tuple(sorted(p.stem for p in self.path.glob(f"*{DRAFT}"))) if self.path.is_dir() else ()

    def stamp(self) -> tuple[object, ...]:
        """What differs once a kit file has changed, come or gone."""
        return tuple(map(_stamp, (*self.own(), *self.shipped)))

    def place(self, file_id: str) -> Path:
        """Where the file with this id lies, or would: ids are slugs, so they are good names."""
        for path in self.own():
            if _id_of(path) == file_id:
                return path
        # A file of that name may hold another id.
        names = (f"{file_id}{'' if number == 1 else f'-{number}'}{SUFFIX}" for number in count(1))
        return next(path for path in map(self.path.joinpath, names) if not path.exists())

    def others(self, file_id: str) -> list[Path]:
        """The user's kit files but the one with this id."""
        place = self.place(file_id)
        return [path for path in self.own() if path != place]

    def draft(self, file_id: str) -> Path:
        """Where the draft of this file lies, or would."""
        return self.path / f"{file_id}{DRAFT}"

    def origin(self, file_id: str) -> Path:
        """Where the untouched copy lies that a draft began as."""
        return self.path / OLDER / f"{file_id}-origin{SUFFIX}"

    def store(self, file_id: str, data: bytes) -> Path:
        """Put a file in place of the one with this id, which is kept among the older ones."""
        place = self.place(file_id)
        if place.exists():
            before = _tables(place)
            # A file put here by hand may say anything.
            version = re.sub(r"[^0-9A-Za-z.-]", "_", str(before.get("content_version", "0")))[:40]
            kept = self.path / OLDER / f"{place.stem}-{version}{SUFFIX}"
            write_whole(kept, read_bytes(place))
        write_whole(place, data)
        return place


def write_whole(place: Path, data: bytes) -> None:
    """Put bytes into a file all at once: it is the old or the new one, never a part. Raises ReadOnlyStore."""
    fresh = place.with_name(f".{place.name}.new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(place)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise ReadOnlyStore(
            _("The file {name} could not be written: {why}.").format(
                name=place.name, why=(error.strerror or _("unknown reason")).lower()
            ),
            _("Make room, or ask for the right to write there, and try again."),
        ) from error


def remove(place: Path) -> None:
    """Take a file away if it is there. Raises ReadOnlyStore."""
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise ReadOnlyStore(
            _("The file {name} could not be removed: {why}.").format(
                name=place.name, why=(error.strerror or _("unknown reason")).lower()
            ),
            _("Ask for the right to write there, and try again."),
        ) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file to import, at most one more than a kit file may have; raises Problem."""
    try:
        if not path.is_file():
            raise Problem(_("{name} is not a file.").format(name=path.name), _("Choose a kit file."))
        with path.open("rb") as file:
            return file.read(_MOST)
    except OSError as error:
        why = (error.strerror or _("unknown reason")).lower()
        raise Problem(
            _("{name} cannot be read: {why}.").format(name=path.name, why=why), _("Choose another file.")
        ) from error


def report(data: bytes, name: str, folder: KitFolder) -> ImportReport:
    """What these bytes hold, everything wrong with them, and what Import would do; nothing is stored."""
    from interviewer_app.kits import library  # reading kits is dear

    try:
        tables = library.load(data, name)
    except KitProblem:
        tables = {}
    findings = library.parse(data, name, folder.others(_text(tables, "id"))).findings
    file = KitFile(
        path=name,
        name=name,
        shipped=False,
        id=_text(tables, "id"),
        title=_text(tables, "title") or name,
        publisher=_text(tables, "publisher"),
        version=_text(tables, "content_version"),
        language=_text(tables, "language"),
        licence=_text(tables, "licence"),
        kits=len(_rows(tables, "kits")),
        prompts=len(_rows(tables, "prompts")),
        findings=findings,
    )
    holds = tuple(_held(tables))
    if file.errors:
        count = ngettext("one error", "{n} errors", file.errors).format(n=file.errors)
        obstacle = _("The file has {count}. Mend the lines named and import it again.").format(count=count)
        return ImportReport(name, file, holds, (), "", obstacle)
    verdict, obstacle, changes = _verdict(data, tables, folder)
    return ImportReport(name, file, holds, changes, verdict, obstacle)


def _verdict(data: bytes, tables: dict[str, Any], folder: KitFolder) -> tuple[str, str, tuple[str, ...]]:
    """What Import would do, why it cannot, and what would change."""
    from interviewer_app.kits import compare

    file_id, version = _text(tables, "id"), _text(tables, "content_version")
    for path in folder.shipped:
        if _tables(path).get("id") == file_id:
            return "", _("“{id}” ships with the program; give the file another id.").format(id=file_id), ()
    place = folder.place(file_id)
    if not place.exists():
        return _("Adds “{id}” {version} to your kits.").format(id=file_id, version=version), "", ()
    before = _tables(place)
    if read_bytes(place) == data:
        return "", _("This very file is among your kits already."), ()
    changes = tuple(compare.in_words(before, tables))
    old = _text(before, "content_version")
    if old == version:
        words = _("“{id}” {version} differs from the copy already here. Raise the version.")
        return "", words.format(id=file_id, version=version), changes
    words = _("Replaces “{id}” {old} by {new}; interviews keep the kit they were held with.")
    return words.format(id=file_id, old=old, new=version), "", changes


def exported(source: Path, place: Path, folder: KitFolder) -> None:
    """Write a kit file so that another copy of the program reads the same kits; raises ExportProblem.

    Byte for byte, unless it uses entries of the user's other files: then with these in it.
    """
    from interviewer_app.kits import bundle, library, write  # as above

    try:
        data = source.read_bytes()
        if source not in folder.shipped and library.parse(data, source.name).errors:
            others = [path for path in folder.own() if path != source]
            data = write.text(bundle.whole(library.load(data, source.name), others)).encode()
        write_whole(place, data)
    except (OSError, ReadOnlyStore, KitProblem) as error:
        raise ExportProblem(
            _("The kit file could not be written to {place}.").format(place=place),
            _("Choose another folder."),
        ) from error


def _held(tables: dict[str, Any]) -> Iterable[DetailLine]:
    words = {
        "kits": _("Kits"),
        "prompts": _("Prompts"),
        "scorecards": _("Scorecards"),
        "role_profiles": _("Roles"),
        "checklists": _("Checklists"),
        "flags": _("Flags"),
        "guidance": _("Guidance pages"),
    }
    for kind in _KINDS:
        ids = [str(row.get("id", "")) for row in _rows(tables, kind)]
        if ids:
            more = _(" and {n} more").format(n=len(ids) - 12) if len(ids) > 12 else ""
            yield DetailLine(f"{words[kind]} {len(ids)}", ", ".join(ids[:12]) + more)


def _stamp(path: Path) -> tuple[object, ...]:
    try:
        now = path.stat()
    except OSError:
        return (path,)
    return (path, now.st_mtime_ns, now.st_size, now.st_ino)


def _id_of(path: Path) -> str:
    """The id of a file, from its first lines if it stands there, as it does in most."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return ""
    found = _ID.match(head)
    return found.group(1).decode() if found else _text(_tables(path), "id")


def _tables(path: Path) -> dict[str, Any]:
    from interviewer_app.kits import library  # as above

    return library.tables(path)


def _rows(tables: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    rows = tables.get(kind)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(tables: dict[str, Any], name: str) -> str:
    value = tables.get(name, "")
    return value if isinstance(value, str) else ""
