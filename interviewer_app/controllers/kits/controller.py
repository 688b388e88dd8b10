"""The kit library: what there is, found by role, stage, category and words; files in and out. For ui and app.

Shipped files are never written. What the user brings lies in the data folder, one file each.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app import assets
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.kits.exposure import Ledger, exposure_words, form_words
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.catalogue import (
    ImportReport,
    Kind,
    KitDetail,
    KitQuery,
    KitRow,
    KitsView,
    NoRows,
    Source,
)
from interviewer_app.domain.openings.exposure import Exposure, FormUse
from interviewer_app.domain.records import changed, record
from interviewer_app.kits.editing import drafts as kit_drafts
from interviewer_app.kits.editing import index as kit_index
from interviewer_app.kits.editing import store as kit_store
from interviewer_app.kits.editing.detail import Shelf, detail
from interviewer_app.kits.editing.index import KitIndex
from interviewer_app.kits.editing.store import KitFolder

INDEX = ".index"
"""Name of the file that keeps the index, beside the user's kits."""


_BEHIND_MS = 20
"""A timer of no length would fire before the window system asks for the first picture."""


@record
class EditWish:
    """A file to edit, by the id under which it or its draft is found."""

    file_id: str


class ListedRows:
    """The rows of a list, each made when somebody looks at it: few of two thousand are ever seen."""

    def __init__(
        self,
        index: KitIndex,
        numbers: tuple[int, ...],
        uses: Mapping[str, Exposure] | None,
        drafts: tuple[KitRow, ...] = (),
    ) -> None:
        """`drafts` come first."""
        self._index = index
        self._numbers = numbers
        self._uses = uses
        self._drafts = drafts
        self._made: dict[int, KitRow] = {}

    def row_at(self, at: int) -> KitRow:
        """One row."""
        if at not in self._made:
            self._made[at] = self._drafts[at] if at < len(self._drafts) else self._counted(at)
        return self._made[at]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._drafts) + len(self._numbers)

    def _counted(self, at: int) -> KitRow:
        """A row of the index with its uses."""
        row = self._index.row(self._numbers[at - len(self._drafts)])
        if self._uses is None or row.kind is not Kind.PROMPT:
            return row
        use = self._uses.get(row.id)
        return changed(row, used=0 if use is None else use.times)

    def place(self, key: str) -> int:
        """Where the row with this key stands, -1 when it is not among them."""
        drafts = [row.key for row in self._drafts]
        if key in drafts:
            return drafts.index(key)
        found = self._index.place(key, self._numbers)
        return found + len(drafts) if found >= 0 else -1


class KitsController(QObject):
    """Holds the index, the question asked and the row in hand."""

    changed = Signal(object)
    reported = Signal(object)
    problem = Signal(object)
    edit_requested = Signal(object)

    def __init__(self, keeper: Keeper, folder: Path, shipped: tuple[Path, ...] | None = None) -> None:
        """`folder` holds the user's files; `shipped` are ours."""
        super().__init__()
        self._clock = keeper.clock
        self._ledger = Ledger(keeper)
        self.store = KitFolder(folder, _shipped() if shipped is None else shipped)
        self._index: KitIndex | None = None
        self._stamp: kit_index.Stamp = []
        self._query = KitQuery()
        self._chosen = ""
        self._uses: Mapping[str, Exposure] | None = None
        self._forms: tuple[FormUse, ...] = ()
        self._counting: Iterator[Mapping[str, Exposure] | None] = iter(())
        self._seen = False
        self._pending: tuple[ImportReport, bytes] | None = None

    # -- looking

    def load(self, _wanted: str = "") -> None:
        """Show the library as the files are now; when some have changed, first that they are being read."""
        wanted = self._stamped()
        if self._index is None or wanted != self._stamp:
            self._index = kit_index.kept(self.store.path / INDEX, wanted)
            self._stamp = wanted
        # The first time the entry in full comes a blink after the list, and the list the sooner.
        self.changed.emit(self._view() if self._seen else changed(self._view(), detail=None))
        self._seen = True
        # Behind the first picture: reading a changed library and counting uses takes its time.
        QTimer.singleShot(_BEHIND_MS, self, self._catch_up)

    def ask(self, query: KitQuery) -> None:
        """Show the rows that fit another question."""
        self._query = query
        self._show()

    def choose(self, key: str) -> None:
        """Show one row in full."""
        self._chosen = key
        self._show()

    def names(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Ids and titles of all entries of one of a file's lists."""
        listed = {"prompts": Kind.PROMPT, "scorecards": Kind.SCORECARD, "role_profiles": Kind.ROLE}
        return self._index.named(listed[kind]) if self._index is not None and kind in listed else ()

    # -- files in and out

    def preview(self, path: str) -> None:
        """Report on a file that might be imported; nothing is stored."""
        try:
            data = kit_store.read_bytes(Path(path))
            made = kit_store.report(data, Path(path).name, self.store)
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._pending = (made, data)
        self.reported.emit(made)

    def take_in(self) -> None:
        """Store the file last reported on."""
        if self._pending is None or self._pending[0].obstacle:
            return
        made, data = self._pending
        self._pending = None
        try:
            place = self.store.store(made.file.id, data)
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._query = KitQuery(kind=Kind.FILE, source=Source.OWN)
        self._chosen = f"{Kind.FILE}||{place}"
        self.load()

    def export(self, path: str, place: str) -> bool:
        """Write a kit file elsewhere, so that another copy reads the same; true when it is there."""
        try:
            kit_store.exported(Path(path), Path(place), self.store)
        except Problem as problem:
            self.problem.emit(problem)
            return False
        return True

    def edit(self, key: str) -> None:
        """Edit the user's own file this row belongs to; of a shipped kit or file a copy is made first."""
        if key.startswith(kit_drafts.KEY):
            self.edit_requested.emit(EditWish(key.removeprefix(kit_drafts.KEY)))
            return
        row = None if self._index is None else self._index.row_of(key)
        if row is None:
            return
        # Copies load the writer of kit files.
        from interviewer_app.kits.editing.copies import editable

        try:
            file_id = editable(row, self.store, self._clock.now().local.date())
        except Problem as problem:
            self.problem.emit(problem)
            return
        self.edit_requested.emit(EditWish(file_id))

    # -- inside

    def _stamped(self) -> kit_index.Stamp:
        return kit_index.stamp(self.store.shipped, self.store.own())

    def _catch_up(self) -> None:
        if self._index is None:
            self._stamp = self._stamped()
            self._index, body = kit_index.built(self.store.shipped, self.store.own())
            kit_index.keep(self.store.path / INDEX, self._index, self._stamp, body)
        self._show()
        self._counting = self._ledger.prompts()
        self._count()

    def _count(self) -> None:
        """A little of the counting at a time; then the list shows it."""
        try:
            found = next(self._counting, {})
            forms = self._ledger.forms() if found is not None else ()
        except Problem as problem:
            self.problem.emit(problem)
            return
        if found is None:
            QTimer.singleShot(0, self, self._count)
            return
        self._uses, self._forms = found, forms
        self._show()

    def _show(self) -> None:
        self.changed.emit(self._view())

    def _view(self) -> KitsView:
        index, query = self._index, self._query
        if index is None:
            return KitsView(query, NoRows(), (), (), (), (), (), "", None, reading=True)
        found = index.find(query)
        drafts = kit_drafts.rows(self.store, query)
        listed = drafts if query.kind is Kind.FILE else ()
        rows = ListedRows(index, found[query.kind], self._uses, listed)
        held = self._chosen
        if rows.place(held) < 0:
            held = rows.row_at(0).key if len(rows) else ""
        more = {Kind.FILE: len(drafts)}
        counts = tuple((kind, len(numbers) + more.get(kind, 0)) for kind, numbers in found.items())
        return KitsView(
            query=query,
            rows=rows,
            counts=counts,
            roles=index.named(Kind.ROLE),
            stages=index.stages(),
            letters=index.letters(),
            files=index.files,
            chosen=held,
            detail=self._detail(index, held),
            drafts=self.store.drafts(),
        )

    def _used(self, row: KitRow, entry: Mapping[str, Any]) -> str:
        """How often a prompt, or each form of a kit, was used; nothing before that is counted."""
        if self._uses is None:
            return ""
        if row.kind is Kind.PROMPT:
            return exposure_words(self._uses.get(row.id), self._clock.now().local)
        if row.kind is Kind.KIT:
            return form_words(row.id, [form["id"] for form in entry.get("forms", ())], self._forms)
        return ""

    def _detail(self, index: KitIndex, key: str) -> KitDetail | None:
        if key.startswith(kit_drafts.KEY):
            return kit_drafts.detail(self.store, key.removeprefix(kit_drafts.KEY))
        row = index.row_of(key)
        file = None if row is None else index.file(row.file)
        if row is None or file is None:
            return None

        def near(kind: Kind, name: str) -> KitRow | None:
            return index.row_of(index.near(kind, name, row.file))

        def table(kind: Kind, name: str) -> Mapping[str, object]:
            return index.table(index.near(kind, name, row.file))

        entry = index.table(key)
        made = detail(row, entry, file, Shelf(near, table), self._used(row, entry))
        return changed(made, draft=file.id in self.store.drafts())


def _shipped() -> tuple[Path, ...]:
    # What `kits.library` says too, without the shapes of kits: the index does without them.
    return tuple(sorted(assets.path("kits").glob("*.toml")))
