"""What kit library and kit editor show, as frozen values. Made by controllers/kits, drawn by ui/kits."""

from dataclasses import dataclass

from interviewer_app.controllers.forms import FormRow
from interviewer_app.domain.kits.catalogue import EntryKind, KitDetail, KitFile, KitQuery, KitRow
from interviewer_app.domain.kits.fields import Path


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


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A line of the outline: the file, the name of a list (`head`), or an entry; `problems` counts errors."""

    path: Path
    words: str
    head: bool = False
    problems: int = 0


@dataclass(frozen=True, slots=True)
class EditorView:
    """A file being edited. `obstacle` says why it cannot be published, empty when it can.

    `others` are findings about the entry on screen or a whole list that stand at no field.
    """

    title: str
    version: str
    outline: tuple[OutlineRow, ...]
    current: Path
    form: tuple[FormRow, ...]
    others: tuple[str, ...]
    errors: int
    can_undo: bool
    can_redo: bool
    obstacle: str
    saved: str


@dataclass(frozen=True, slots=True)
class PublishView:
    """What publishing would do: the version now and then, and every change in words."""

    old: str
    new: str
    changes: tuple[str, ...]
