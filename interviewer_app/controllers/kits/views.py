"""What the kit library shows, as frozen values. Made by controllers/kits, drawn by ui/kits."""

from dataclasses import dataclass

from interviewer_app.domain.kits.catalogue import EntryKind, KitDetail, KitFile, KitQuery, KitRow


@dataclass(frozen=True, slots=True)
class KitsView:
    """The list as asked for; `counts` are rows per kind under the same words and choices.

    `reading` while files are still being read.
    """

    query: KitQuery
    rows: tuple[KitRow, ...] = ()
    counts: tuple[tuple[EntryKind, int], ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    stages: tuple[str, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()
    files: tuple[KitFile, ...] = ()
    chosen: str = ""
    detail: KitDetail | None = None
    reading: bool = False


@dataclass(frozen=True, slots=True)
class EditRequest:
    """A file to edit, by the id under which it or its draft is found."""

    file_id: str
