"""A kit file being edited: kept as a draft while one types, undone at will, published when sound.

A draft is no kit file: nobody can hold an interview with it before it is published. For ui and app.
"""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.forms import FieldEdited, FormAct
from interviewer_app.controllers.kits.entry_form import EntryForm, others, outline
from interviewer_app.controllers.kits.views import EditorView, PublishView
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.fields import Path
from interviewer_app.kits.editing import tables as kit_tables
from interviewer_app.kits.editing.catalogue import Names
from interviewer_app.kits.editing.draft import Draft
from interviewer_app.kits.editing.fields import LISTS, blank, field_at, fields_of, parsed
from interviewer_app.kits.editing.store import KitFolder
from interviewer_app.text import _, ngettext

_PAUSE_MS = 150
"""So long after the last key the draft is saved, then judged: findings that come with each letter disturb."""

_MOST_MS = 500
"""What is typed without a pause is saved after so long; no more is ever lost."""

_NAMED = {
    "prompt": "prompts",
    "use": "prompts",
    "instead_of": "prompts",
    "scorecard": "scorecards",
    "role": "role_profiles",
}
"""Fields that name an entry, and of which list."""


class KitEditorController(QObject):
    """One file at a time. No key waits for the disk or the judgement; whoever ends the program flushes."""

    changed = Signal(object)
    problem = Signal(object)
    closed = Signal()

    def __init__(self, store: KitFolder, clock: Clock, names: Callable[[str], Names]) -> None:
        """`names` gives ids and titles of all entries of one of the LISTS."""
        super().__init__()
        self._store = store
        self._clock = clock
        self._names = names
        self._named: dict[str, tuple[object, Names, Names]] = {}
        self._draft: Draft | None = None
        self._current: Path = ()
        self._typed: tuple[Path, str] = ((), "")
        self._form = EntryForm()
        self._refused = False
        self._work: Iterator[None] = iter(())
        self._pause = _timer(self, self._go_on)
        self._latest = _timer(self, self._save)

    def load(self, file_id: str) -> None:
        """Go on with the draft of a file, or begin one; raises Problem, also when the last is not saved."""
        if self._draft is not None:
            if self._draft.file_id == file_id and not self._draft.saved:
                self._show()
                return
            self._draft.save()
        draft = Draft(self._store, file_id)
        draft.judge()
        self._draft = draft
        self._form = EntryForm()
        self._current = ("kits", 0) if draft.tables.get("kits") else ()
        self._show()

    def flush(self) -> bool:
        """Save what is not on disk yet; False, and said, when that fails."""
        self._latest.stop()
        if self._draft is None:
            return True
        try:
            self._draft.save()
        except Problem as problem:
            # Nothing is lost while the window is open; the next change tries again.
            self._refused = True
            self.problem.emit(problem)
            return False
        self._refused = False
        return True

    def select(self, path: Path) -> None:
        """Bring an entry into the form."""
        self._current = path
        self._show()

    def edit(self, wish: FieldEdited) -> None:
        """What the form wishes for; its keys are paths written with dots."""
        draft = self._draft
        if draft is None:
            return
        path = kit_tables.path_of(draft.tables, wish.key)
        match wish.act:
            case FormAct.PUT:
                self._type(draft, path, wish.value)
            case FormAct.ADD:
                tables = kit_tables.added(draft.tables, path, self._fresh(draft, path))
                entry = (*path, len(kit_tables.value_at(tables, path)) - 1)
                # A new entry comes into the form.
                self._take(draft, tables, entry if len(path) == 1 else self._current)
            case FormAct.REMOVE:
                gone = path[:2] == self._current[:2] and len(path) <= 2
                self._take(draft, kit_tables.removed(draft.tables, path), () if gone else self._current)
            case FormAct.UP:
                self._move(draft, path, -1)
            case FormAct.DOWN:
                self._move(draft, path, 1)

    def put(self, path: Path, value: Any) -> None:
        """Another value for a field; None for none."""
        draft = self._draft
        if draft is not None and kit_tables.value_at(draft.tables, path) != value:
            self._take(draft, kit_tables.put(draft.tables, path, value), self._current, typed=path)

    def step(self, by: int) -> None:
        """Undo (-1) or do again (1) a change."""
        place = None if self._draft is None else self._draft.step(by)
        if place is not None:
            self._changed(place)

    def preview(self) -> PublishView | None:
        """What publishing would do; None while it cannot be done."""
        draft = self._judged()
        if draft is None:
            return None
        return PublishView(draft.base_version, draft.raised_version(), draft.changes())

    def publish(self) -> None:
        """Make the draft the file, under a raised version, and leave."""
        draft = self._judged()
        if draft is None:
            return
        try:
            draft.publish(self._clock.now().local.date())
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._close()

    def leave(self, *, keep: bool = True) -> None:
        """Back to the library; the draft stays, to be gone on with, unless it is idle or not to be kept.

        One that cannot be saved is not left.
        """
        draft = self._draft
        if draft is not None and keep and not draft.idle:
            if not self.flush():
                return
        elif draft is not None:
            try:
                draft.forget()
            except Problem as problem:
                self.problem.emit(problem)
        self._close()

    # -- inside

    def _type(self, draft: Draft, path: Path, words: str) -> None:
        """Words typed into a field; they stay as they are while the field is typed in."""
        field = field_at(path)
        if field is None:
            return
        self._typed = (path, words)
        # A text of a list keeps its place when it is empty.
        value = words if isinstance(path[-1], int) else parsed(field, words)
        if kit_tables.value_at(draft.tables, path) == value:
            self._show()
        else:
            self.put(path, value)

    def _move(self, draft: Draft, path: Path, by: int) -> None:
        tables = kit_tables.moved(draft.tables, path, by)
        if tables != draft.tables:
            follows = path == self._current
            self._take(draft, tables, kit_tables.row_after(path, by) if follows else self._current)

    def _take(self, draft: Draft, tables: Any, after: Path, typed: Path | None = None) -> None:
        draft.take(tables, self._current, after, typed)
        self._changed(after)

    def _changed(self, current: Path) -> None:
        """Show another state of the draft; save and judge it when the hands rest."""
        self._current = current
        self._work = self._settling()
        self._pause.start(_PAUSE_MS)
        if not self._latest.isActive():
            self._latest.start(_MOST_MS)
        self._show()

    def _settling(self) -> Iterator[None]:
        self._save()
        yield
        if self._draft is not None:
            yield from self._draft.judging()
            self._show()

    def _go_on(self) -> None:
        """One piece of the work of a pause; the next key puts an end to it."""
        for _piece in self._work:
            self._pause.start(0)
            return

    def _save(self) -> None:
        self.flush()
        self._show()

    def _judged(self) -> Draft | None:
        """The draft, saved and judged, if it can be published."""
        self._pause.stop()
        if self._draft is None or not self.flush():
            return None
        self._draft.judge()
        self._show()
        return None if self._obstacle(self._draft) else self._draft

    def _close(self) -> None:
        self._pause.stop()
        self._latest.stop()
        self._draft = None
        self.closed.emit()

    def _fresh(self, draft: Draft, path: Path) -> Any:
        """What a new row of the list at a path begins as."""
        found = field_at(path)
        fields = fields_of(str(path[0])) if found is None else found.fields
        made = blank(fields) if fields else ""
        if isinstance(made, dict):
            rows = kit_tables.value_at(draft.tables, path) or ()
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

    def _names_of(self, draft: Draft, kind: str) -> Names:
        """The entries of one of the lists that a field may name: those of the file first."""
        rows, others = draft.tables.get(kind) or (), self._names(kind)
        known = self._named.get(kind)
        # Asked for at every key, and the same but when an entry has changed.
        if known is None or known[0] is not rows or known[1] is not others:
            own = {str(row.get("id", "")): str(row.get("title", "")) for row in rows}
            named = tuple({**own, **{k: v for k, v in others if k not in own}}.items())
            self._named[kind] = known = (rows, others, named)
        return known[2]

    def _show(self) -> None:
        draft = self._draft
        if draft is None:
            return
        tables, problems = draft.tables, draft.problems
        # Only kits name other entries.
        named = _NAMED.items() if self._current[:1] == ("kits",) else ()
        names = {field: self._names_of(draft, kind) for field, kind in named}
        form = self._form.rows(tables, self._current, problems, names, self._typed)
        self.changed.emit(
            EditorView(
                title=str(tables.get("title", "")),
                version=str(tables.get("content_version", "")),
                outline=outline(tables, problems),
                current=self._current,
                form=form,
                others=others(self._current, problems),
                errors=draft.errors,
                can_undo=draft.can_step(-1),
                can_redo=draft.can_step(1),
                obstacle=self._obstacle(draft),
                saved=self._saved_words(draft),
            )
        )

    def _saved_words(self, draft: Draft) -> str:
        if draft.saved:
            return _("Draft saved") if draft.kept else ""
        return _("Draft not saved") if self._refused else _("Saving the draft")


def _timer(parent: QObject, act: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.timeout.connect(act)
    return made


def _free_id(kind: str, taken: list[Any]) -> str:
    """An id for a new row: p4 after p3, or new-prompt."""
    stem = {"prompts": "new-prompt", "kits": "new-kit"}.get(kind, kind[:1] if kind not in LISTS else "new")
    number = len(taken) + 1
    while f"{stem}-{number}" in taken or f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}" if len(stem) == 1 else f"{stem}-{number}"
