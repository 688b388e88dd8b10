"""Kit files in and out: a report before anything is stored, and copies that another program reads alike.

Imported by controllers/kits.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from interviewer_app import labels
from interviewer_app.domain.errors import ExportProblem, KitProblem, ReadOnlyStore
from interviewer_app.domain.kits.catalogue import DetailLine, ImportReport
from interviewer_app.kits import bundle, compare, library, write
from interviewer_app.kits.editing.catalogue import file_of
from interviewer_app.kits.editing.fields import LISTS
from interviewer_app.kits.editing.store import KitFolder, read_bytes, write_whole
from interviewer_app.text import _, ngettext

_NAMED = 12
"""Ids of a list that are named before the rest is counted."""


def report(data: bytes, name: str, folder: KitFolder) -> ImportReport:
    """What these bytes hold, everything wrong with them, and what Import would do; nothing is stored."""
    try:
        tables = library.load(data, name)
    except KitProblem:
        tables = {}
    findings = library.parse(data, name, folder.others(str(tables.get("id", "")))).findings
    file = file_of(name, name, tables, findings)
    holds = tuple(_held(tables))
    if file.errors:
        count = ngettext("one error", "{n} errors", file.errors).format(n=file.errors)
        obstacle = _("The file has {count}. Mend the lines named and import it again.").format(count=count)
        return ImportReport(name, file, holds, (), "", obstacle)
    verdict, obstacle, changes = _verdict(data, tables, folder)
    return ImportReport(name, file, holds, changes, verdict, obstacle)


def exported(source: Path, place: Path, folder: KitFolder) -> None:
    """Write a kit file so that another copy of the program reads the same kits; raises ExportProblem.

    Byte for byte, unless it uses entries of the user's other files: then with these in it.
    """
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


def _verdict(data: bytes, tables: dict[str, Any], folder: KitFolder) -> tuple[str, str, tuple[str, ...]]:
    """What Import would do, why it cannot, and what would change."""
    file_id, version = tables["id"], tables["content_version"]
    for path in folder.shipped:
        if library.tables(path).get("id") == file_id:
            return "", _("“{id}” ships with the program; give the file another id.").format(id=file_id), ()
    place = folder.place(file_id)
    if not place.exists():
        return _("Adds “{id}” {version} to your kits.").format(id=file_id, version=version), "", ()
    before = library.tables(place)
    if read_bytes(place) == data:
        return "", _("This very file is among your kits already."), ()
    changes = tuple(compare.in_words(before, tables))
    old = before.get("content_version")
    if old == version:
        words = _("“{id}” {version} differs from the copy already here. Raise the version.")
        return "", words.format(id=file_id, version=version), changes
    words = _("Replaces “{id}” {old} by {new}; interviews keep the kit they were held with.")
    return words.format(id=file_id, old=old, new=version), "", changes


def _held(tables: dict[str, Any]) -> Iterator[DetailLine]:
    for kind in LISTS:
        rows = tables.get(kind)
        ids = (
            [str(row.get("id", "")) for row in rows if isinstance(row, dict)]
            if isinstance(rows, list)
            else []
        )
        if ids:
            rest = len(ids) - _NAMED
            more = _(" and {n} more").format(n=rest) if rest > 0 else ""
            yield DetailLine(f"{labels.kit_list(kind)} {len(ids)}", ", ".join(ids[:_NAMED]) + more)
