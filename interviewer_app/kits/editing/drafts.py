"""Drafts that no published file stands for yet, as rows of the kit library. For controllers/kits."""

from contextlib import suppress
from typing import Any

from interviewer_app.domain.errors import KitProblem
from interviewer_app.domain.kits.catalogue import (
    Block,
    Kind,
    KitDetail,
    KitFile,
    KitQuery,
    KitRow,
    Pair,
    Source,
    Style,
)
from interviewer_app.kits.editing.store import KitFolder
from interviewer_app.text import _

KEY = "draft|"
"""How the key of such a row begins; the id of its file follows."""

STATUS = "draft"


def rows(store: KitFolder, query: KitQuery) -> tuple[KitRow, ...]:
    """The drafts that fit the words, for whoever asks for files of the user's."""
    if query.source is Source.SHIPPED or query.role or query.stage or query.letter:
        return ()
    words = query.words.casefold().split()
    made = [_row(store, file_id) for file_id in store.drafts() if not store.place(file_id).exists()]
    return tuple(row for row in made if all(word in f"{row.title} {row.id}".casefold() for word in words))


def detail(store: KitFolder, file_id: str) -> KitDetail:
    """What a draft is, and what it waits for."""
    row = _row(store, file_id)
    told = _("It is kept as you left it, and nobody can use it before it is published.")
    block = Block(_("A draft"), Style.TEXT, (Pair("", told),))
    file = KitFile(path=row.file, name=f"{file_id}.draft", shipped=False, id=file_id, title=row.title)
    facts = (Pair(_("Id"), file_id), Pair(_("Version"), row.version))
    return KitDetail(row.key, Kind.FILE, row.title, facts, (block,), file, draft=True)


def _row(store: KitFolder, file_id: str) -> KitRow:
    from interviewer_app.kits import library  # reading kits is dear, and most of the time there are no drafts

    place = store.draft(file_id)
    tables: dict[str, Any] = {}
    with suppress(KitProblem):  # the editor says what is wrong with it
        tables = library.load_file(place)
    title = str(tables.get("title", "") or file_id)
    version = str(tables.get("content_version", ""))
    key = f"{KEY}{file_id}"
    return KitRow(key, Kind.FILE, file_id, title, version, 0, "", (), (), STATUS, False, str(place))
