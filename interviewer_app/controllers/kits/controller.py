"""The kit library: what there is, found by role, stage, category and words; files in and out. For ui and app.

Shipped files are never written. What the user brings lies in the data folder, one file each.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.kits.exposure import ExposureLedger, exposure_words, form_words
from interviewer_app.controllers.kits.views import EditRequest, KitsView
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.catalogue import (
    EntryKind,
    ImportReport,
    KitDetail,
    KitOrigin,
    KitQuery,
    KitRow,
)
from interviewer_app.domain.openings.exposure import Exposure, FormUse
from interviewer_app.kits import library
from interviewer_app.kits.editing import catalogue as kit_catalogue
from interviewer_app.kits.editing import drafts as kit_drafts
from interviewer_app.kits.editing.catalogue import Catalogue, Entry, Names, key_of
from interviewer_app.kits.editing.detail import detail
from interviewer_app.kits.editing.store import KitFolder, read_bytes

_BEHIND_MS = 20
"""A timer of no length would fire before the window system asks for the first picture."""

_LISTED = {
    "prompts": EntryKind.PROMPT,
    "scorecards": EntryKind.SCORECARD,
    "role_profiles": EntryKind.ROLE,
}
"""Lists of a file whose entries others name."""

Found = Mapping[EntryKind, tuple[KitRow, ...]]


class KitsController(QObject):
    """Holds the catalogue, the question asked and the row in hand."""

    changed = Signal(object)
    reported = Signal(object)
    problem = Signal(object)
    edit_requested = Signal(object)

    def __init__(self, keeper: Keeper, folder: Path, shipped: tuple[Path, ...] | None = None) -> None:
        """`folder` holds the user's files; `shipped` are ours."""
        super().__init__()
        self._clock = keeper.clock
        self._ledger = ExposureLedger(keeper)
        self.store = KitFolder(folder, library.shipped_paths() if shipped is None else shipped)
        self._catalogue: Catalogue | None = None
        self._stamp: object = None
        self._query = KitQuery()
        self._found: Found = {}
        self.view = KitsView(self._query, reading=True)
        self._chosen = ""
        self._uses: Mapping[str, Exposure] | None = None
        self._forms: tuple[FormUse, ...] = ()
        self._pending: tuple[ImportReport, bytes] | None = None
        self._work: Iterator[None] = iter(())
        self._behind = QTimer(self)
        self._behind.setSingleShot(True)
        self._behind.timeout.connect(self._go_on)

    # -- looking

    def load(self, _wanted: str = "") -> None:
        """Show the library as the files are now; when some have changed, first that they are being read."""
        stamp = self.store.stamp()
        if stamp != self._stamp:
            self._catalogue = None
            self._stamp = stamp
        self._look()
        # Behind the first picture: reading changed files and counting uses take their time.
        self._work = self._catching_up()
        self._behind.start(_BEHIND_MS)

    def ask(self, query: KitQuery) -> None:
        """Show the rows that fit another question."""
        self._query = query
        self._look()

    def choose(self, key: str) -> None:
        """Show one row in full."""
        self._chosen = key
        self._show()

    def names(self, kind: str) -> Names:
        """Ids and titles of all entries of one of a file's lists."""
        listed = _LISTED.get(kind)
        return () if self._catalogue is None or listed is None else self._catalogue.named(listed)

    # -- files in and out

    def preview(self, path: str) -> None:
        """Report on a file that might be imported; nothing is stored."""
        # Reading and writing kit files load what the first picture does without.
        from interviewer_app.kits.editing.transfer import report

        try:
            data = read_bytes(Path(path))
            made = report(data, Path(path).name, self.store)
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
        self._query = KitQuery(kind=EntryKind.FILE, source=KitOrigin.OWN)
        self._chosen = key_of(EntryKind.FILE, "", str(place))
        self.load()

    def export(self, path: str, place: str) -> bool:
        """Write a kit file elsewhere, so that another copy reads the same; true when it is there."""
        from interviewer_app.kits.editing.transfer import exported  # as above

        try:
            exported(Path(path), Path(place), self.store)
        except Problem as problem:
            self.problem.emit(problem)
            return False
        return True

    def edit(self, key: str) -> None:
        """Edit the user's own file this row belongs to; of a shipped kit or file a copy is made first."""
        if key.startswith(kit_drafts.KEY):
            self.edit_requested.emit(EditRequest(key.removeprefix(kit_drafts.KEY)))
            return
        entry = None if self._catalogue is None else self._catalogue.entry(key)
        if entry is None:
            return
        from interviewer_app.kits.editing.copies import editable  # as above

        try:
            file_id = editable(entry.row, self.store, self._clock.now().local.date())
        except Problem as problem:
            self.problem.emit(problem)
            return
        self.edit_requested.emit(EditRequest(file_id))

    # -- inside

    def _go_on(self) -> None:
        """A little of the work behind the picture at a time, so that the window is never held up."""
        try:
            next(self._work)
        except StopIteration:
            return
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._behind.start(0)

    def _catching_up(self) -> Iterator[None]:
        """Read what has changed, then count how often everything was used."""
        for made in kit_catalogue.read(self.store) if self._catalogue is None else ():
            if made is not None:
                self._catalogue = made if self._uses is None else made.counted(self._uses)
                self._look()
            yield
        for uses in self._ledger.prompts():
            if uses is None:
                yield
            elif self._catalogue is not None:
                self._uses, self._forms = uses, self._ledger.forms()
                self._catalogue = self._catalogue.counted(uses)
        self._look()

    def _look(self) -> None:
        """Find what is asked for and show it; drafts come before files."""
        if self._catalogue is not None:
            found = self._catalogue.find(self._query)
            drafts = kit_drafts.rows(self.store, self._query)
            self._found = {**found, EntryKind.FILE: (*drafts, *found[EntryKind.FILE])}
        self._show()

    def _show(self) -> None:
        self.view = self._made()
        self.changed.emit(self.view)

    def _made(self) -> KitsView:
        catalogue, query = self._catalogue, self._query
        if catalogue is None:
            return KitsView(query, reading=True)
        rows = self._found[query.kind]
        held = next((row for row in rows if row.key == self._chosen), rows[0] if rows else None)
        return KitsView(
            query=query,
            rows=rows,
            counts=tuple((kind, len(found)) for kind, found in self._found.items()),
            roles=catalogue.named(EntryKind.ROLE),
            stages=catalogue.stages,
            letters=catalogue.letters,
            files=tuple(catalogue.files.values()),
            chosen="" if held is None else held.key,
            detail=None if held is None else self._detail(catalogue, held),
        )

    def _detail(self, catalogue: Catalogue, row: KitRow) -> KitDetail:
        entry = catalogue.entry(row.key)
        if entry is None:
            return kit_drafts.detail(row)
        return detail(entry, catalogue, self._used(entry))

    def _used(self, entry: Entry) -> str:
        """How often a prompt, or each form of a kit, was used; nothing before that is counted."""
        if self._uses is None:
            return ""
        row = entry.row
        if row.kind is EntryKind.PROMPT:
            return exposure_words(self._uses.get(row.id), self._clock.now().local)
        if row.kind is EntryKind.KIT:
            return form_words(row.id, [form["id"] for form in entry.table.get("forms", ())], self._forms)
        return ""
