"""Copies of shipped kits and files to edit, begun as drafts: unusable until they are published.

Imported by controllers/kits.
"""

import re
from datetime import date
from pathlib import Path

from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.catalogue import EntryKind, KitRow
from interviewer_app.kits import library, write
from interviewer_app.kits.editing.store import KitFolder, write_whole
from interviewer_app.text import _

_MOST_ID, _MOST_TITLE = 64, 80
_ID = re.compile(r"[a-z0-9-]{1,64}")


def editable(row: KitRow, store: KitFolder, today: date) -> str:
    """The id of the file to edit: the user's own, or that of a copy made now. Raises Problem."""
    if not row.shipped:
        return _own_id(Path(row.file), store)
    if row.kind not in (EntryKind.KIT, EntryKind.FILE):
        raise Problem(_("Only kits and whole files are copied."), _("Choose a kit that asks this prompt."))
    new_id = _free(row.id, store)
    title = _("{title}, copy").format(title=row.title)[:_MOST_TITLE]
    if row.kind is EntryKind.KIT:
        text = write.copy_of_kit(row.id, new_id, title, store.own(), today)
    else:
        text = write.copy_of(Path(row.file), new_id, title, today)
    # What it was copied from is kept: the changes are told against it.
    write_whole(store.origin(new_id), text.encode())
    write_whole(store.draft(new_id), text.encode())
    return new_id


def _own_id(place: Path, store: KitFolder) -> str:
    """The id of a file of the user's; one put there by hand may have none that could name its draft."""
    file_id = library.load_file(place).get("id")
    if isinstance(file_id, str) and _ID.fullmatch(file_id) and store.place(file_id) == place:
        return file_id
    raise Problem(
        _("The id of {name} is none, or another file has it too.").format(name=place.name),
        _("Give the file an id of its own, in a text editor."),
    )


def _free(name: str, store: KitFolder) -> str:
    """An id that no file, kit or draft of the user has; ids of shipped files never begin so."""
    taken = {path.stem for path in store.own()} | set(store.drafts())
    stem = f"own-{name}"[: _MOST_ID - 4].rstrip("-")
    number = 1
    while (wanted := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return wanted
