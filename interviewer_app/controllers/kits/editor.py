"""A kit file being edited: every change kept as a draft at once, undone at will, published when sound.

A draft is no kit file: nobody can hold an interview with it before it is published. For ui and app.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.forms import FieldEdited, FormAct
from interviewer_app.controllers.kits import editor_views as views
from interviewer_app.controllers.kits.editor_views import EditorView, EntryForm, Names, PublishView
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.fields import Path
from interviewer_app.kits.editing import tables as kit_tables
from interviewer_app.kits.editing.draft import Draft
from interviewer_app.kits.editing.fields import LISTS, blank, field_at, fields_of, parsed
from interviewer_app.kits.editing.store import KitFolder
from interviewer_app.text import _, ngettext

_JUDGE_MS = 200
"""So long after the last key the file is judged: findings that come and go with each letter disturb."""

_NAMED = {
    "prompt": "prompts",
    "use": "prompts",
    "instead_of": "prompts",
    "scorecard": "scorecards",
    "role": "role_profiles",
}
"""Fields that name an entry, and of which list."""


class KitEditorController(QObject):
    """One file at a time."""

    changed = Signal(object)
    problem = Signal(object)
    closed = Signal()

    def __init__(self, store: KitFolder, clock: Clock, names: Callable[[str], Names]) -> None:
        """`names` gives ids and titles of all entries of one of the LISTS."""
        super().__init__()
        self._store = store
        self._clock = clock
        self._names = names
        self._draft: Draft | None = None
        self._current: Path = ()
        self._typed: tuple[Path, str] = ((), "")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_JUDGE_MS)
        self._later.timeout.connect(self._judge)

    def load(self, file_id: str) -> None:
        """Go on with the draft of a file, or begin one; raises Problem."""
        self._draft = Draft(self._store, file_id)
        kits = self._draft.tables.get("kits")
        self._current = ("kits", 0) if kits else ()
        self._judge()

    def select(self, path: Path) -> None:
        """Bring an entry into the form."""
        self._current = path
        self._show()

    def edit(self, wish: FieldEdited) -> None:
        """What the form wishes for; its keys are paths written with dots."""
        if self._draft is None:
            return
        path = kit_tables.path_of(self._draft.tables, wish.key)
        match wish.act:
            case FormAct.PUT:
                self._type(path, wish.value)
            case FormAct.ADD:
                self._add(path)
            case FormAct.REMOVE:
                self._remove(path)
            case FormAct.UP:
                self._move(path, -1)
            case FormAct.DOWN:
                self._move(path, 1)

    def put(self, path: Path, value: Any) -> None:
        """Another value for a field; None for none."""
        draft = self._draft
        if draft is not None and kit_tables.value_at(draft.tables, path) != value:
            self._take(kit_tables.put(draft.tables, path, value), typed=path)

    def step(self, by: int) -> None:
        """Undo (-1) or do again (1) a change."""
        draft = self._draft
        if draft is None:
            return
        try:
            place = draft.step(by)
        except Problem as problem:
            self.problem.emit(problem)
            return
        if place is not None:
            self._current = place
        # The entry may be gone with the change.
        if self._current and kit_tables.value_at(draft.tables, self._current) is None:
            self._current = ()
        self._judge()

    def preview(self) -> PublishView | None:
        """What publishing would do; None while it cannot be done."""
        draft = self._draft
        self._judge(quick=False)
        if draft is None or self._obstacle(draft):
            return None
        return PublishView(draft.base_version, draft.raised_version(), draft.changes())

    def publish(self) -> None:
        """Make the draft the file, under a raised version, and leave."""
        draft = self._draft
        if draft is None:
            return
        self._judge(quick=False)
        if self._obstacle(draft):
            return
        try:
            draft.publish(self._clock.now().local.date())
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._draft = None
        self.closed.emit()

    def leave(self, *, keep: bool = True) -> None:
        """Back to the library; the draft stays, to be gone on with, unless it is idle or not to be kept."""
        self._later.stop()
        if self._draft is not None and (not keep or self._draft.idle):
            try:
                self._draft.forget()
            except Problem as problem:
                self.problem.emit(problem)
        self._draft = None
        self.closed.emit()

    # -- inside

    def _add(self, path: Path) -> None:
        """A new row at the end of the list at a path."""
        draft = self._draft
        if draft is None:
            return
        self._take(kit_tables.added(draft.tables, path, self._fresh(path)))
        if len(path) == 1:
            count = len(kit_tables.value_at(draft.tables, path))
            self.select((*path, count - 1))

    def _remove(self, path: Path) -> None:
        """Away with the row at a path."""
        draft = self._draft
        if draft is not None and path:
            if path[:2] == self._current[:2] and len(path) <= 2:
                self._current = ()
            self._take(kit_tables.removed(draft.tables, path))

    def _move(self, path: Path, by: int) -> None:
        """The row at a path so many places further down."""
        draft = self._draft
        if draft is None:
            return
        after = kit_tables.moved(draft.tables, path, by)
        if after != draft.tables:
            if path == self._current:
                self._current = kit_tables.row_after(path, by)
            self._take(after)

    def _type(self, path: Path, words: str) -> None:
        """Words typed into a field; they stay as they are while the field is typed in."""
        draft, field = self._draft, field_at(path)
        if draft is None or field is None:
            return
        self._typed = (path, words)
        # A text of a list keeps its place when it is empty.
        value = words if isinstance(path[-1], int) else parsed(field, words)
        if kit_tables.value_at(draft.tables, path) == value:
            self._show()
        else:
            self.put(path, value)

    def _take(self, tables: Any, typed: Path | None = None) -> None:
        draft = self._draft
        if draft is None:
            return
        try:
            draft.take(tables, typed, self._current)
        except Problem as problem:
            # Nothing is lost while the window is open; the next change tries again.
            self.problem.emit(problem)
        self._later.start()
        self._show()

    def _judge(self, *, quick: bool = True) -> None:
        self._later.stop()
        if self._draft is not None:
            self._draft.judge(quick=quick)
            self._show()

    def _fresh(self, path: Path) -> Any:
        """What a new row of the list at a path begins as."""
        found = field_at(path)
        fields = fields_of(str(path[0])) if found is None else found.fields
        made = blank(fields) if fields else ""
        if isinstance(made, dict):
            rows = kit_tables.value_at(self._draft.tables if self._draft else {}, path) or ()
            made |= {name: "1.0.0" for name in ("version",) if name in made}
            if "id" in made:
                made["id"] = _free_id(str(path[-1]), [row.get("id") for row in rows])
        return made

    def _obstacle(self, draft: Draft) -> str:
        if draft.errors:
            count = ngettext("one error", "{n} errors", draft.errors).format(n=draft.errors)
            return _("Mend {count} first; until then nobody can use this file.").format(count=count)
        if draft.unchanged:
            return _("Nothing has changed yet.")
        return ""

    def _named(self, field: str) -> Names:
        """The entries a field may name: those of the file first."""
        kind = _NAMED.get(field, "")
        if not kind or self._draft is None:
            return ()
        rows = self._draft.tables.get(kind) or ()
        own = {str(row.get("id", "")): str(row.get("title", "")) for row in rows}
        return tuple({**own, **{k: v for k, v in self._names(kind) if k not in own}}.items())

    def _show(self) -> None:
        draft = self._draft
        if draft is None:
            return
        tables, problems = draft.tables, draft.problems
        form = EntryForm(problems, self._named, self._typed).rows(tables, self._current)
        self.changed.emit(
            EditorView(
                file_id=draft.file_id,
                title=str(tables.get("title", "")),
                version=str(tables.get("content_version", "")),
                outline=views.outline(tables, problems),
                current=self._current,
                form=form,
                others=views.others(self._current, problems),
                errors=draft.errors,
                can_undo=draft.can_step(-1),
                can_redo=draft.can_step(1),
                obstacle=self._obstacle(draft),
                saved=_saved_words(draft),
            )
        )


def _saved_words(draft: Draft) -> str:
    if not draft.saved:
        return _("Draft not saved")
    return _("Draft saved") if draft.kept else ""


def _free_id(kind: str, taken: list[Any]) -> str:
    """An id for a new row: p4 after p3, or new-prompt."""
    stem = {"prompts": "new-prompt", "kits": "new-kit"}.get(kind, kind[:1] if kind not in LISTS else "new")
    number = len(taken) + 1
    while f"{stem}-{number}" in taken or f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}" if len(stem) == 1 else f"{stem}-{number}"
