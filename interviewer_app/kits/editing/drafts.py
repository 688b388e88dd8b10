"""Drafts that no published file stands for yet, as rows of the kit library. For controllers/kits."""

from interviewer_app.domain.kits.catalogue import (
    DetailBlock,
    DetailLine,
    DetailStyle,
    EntryKind,
    KitDetail,
    KitFile,
    KitOrigin,
    KitQuery,
    KitRow,
)
from interviewer_app.kits import library
from interviewer_app.kits.editing.store import KitFolder
from interviewer_app.text import _

KEY = "draft|"
"""How the key of such a row begins; the id of its file follows."""

STATUS = "draft"


def rows(store: KitFolder, query: KitQuery) -> tuple[KitRow, ...]:
    """The drafts that fit the words, for whoever asks for files of the user's."""
    if query.source is KitOrigin.SHIPPED or query.role or query.stage or query.letter:
        return ()
    words = query.words.casefold().split()
    made = [_row(store, file_id) for file_id in store.drafts() if not store.place(file_id).exists()]
    return tuple(row for row in made if all(word in f"{row.title} {row.id}".casefold() for word in words))


def detail(row: KitRow) -> KitDetail:
    """What a draft is, and what it waits for."""
    told = _("It is kept as you left it, and nobody can use it before it is published.")
    block = DetailBlock(_("A draft"), DetailStyle.TEXT, (DetailLine("", told),))
    file = KitFile(path=row.file, name=f"{row.id}.draft", shipped=False, id=row.id, title=row.title)
    facts = (DetailLine(_("Id"), row.id), DetailLine(_("Version"), row.version))
    return KitDetail(row.key, row.kind, row.title, facts, (block,), file)


def _row(store: KitFolder, file_id: str) -> KitRow:
    place = store.draft(file_id)
    tables = library.tables(place)  # the editor says what is wrong with it
    return KitRow(
        key=f"{KEY}{file_id}",
        kind=EntryKind.FILE,
        id=file_id,
        title=str(tables.get("title", "") or file_id),
        version=str(tables.get("content_version", "")),
        file=str(place),
        shipped=False,
        status=STATUS,
    )
