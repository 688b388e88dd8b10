"""The list of interviews: asked for, paged, opened, removed. Light: it starts first. For ui and app."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.library.views import LibraryView, OpenRequest
from interviewer_app.domain.errors import Problem, RuleProblem
from interviewer_app.domain.listing import Counts, InterviewPage, InterviewRow, Query
from interviewer_app.domain.phase import Phase
from interviewer_app.domain.records import changed
from interviewer_app.text import _

if TYPE_CHECKING:
    from interviewer_app.controllers.library.removal import Removal


class LibraryController(QObject):
    """Reads pages of the library and says which interview to bring to the screen."""

    changed = Signal(object)
    problem = Signal(object)
    open_requested = Signal(object)
    packet_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._query = Query()
        self._rows: tuple[InterviewRow, ...] = ()
        self._more = False
        self._counts = Counts()
        self._removed: Removal | None = None
        self._interrupted: tuple[str, ...] | None = None
        keeper.ready.connect(self.refresh)
        keeper.caught_up.connect(self.refresh)

    def refresh(self) -> None:
        """Read the rows shown so far once more."""
        self._keeper.catch_up()
        wanted = max(len(self._rows), self._query.limit)
        self._read(changed(self._query, offset=0, limit=wanted), keep=())

    def ask(self, query: Query) -> None:
        """Show the first page of another query."""
        self._query = changed(query, offset=0)
        self._read(self._query, keep=())

    def more(self) -> None:
        """Add the next page."""
        if self._more:
            self._read(changed(self._query, offset=len(self._rows)), keep=self._rows)

    def open(self, interview_id: str) -> None:
        """Bring an interview to the screen that fits its phase."""
        row = self._row(interview_id)
        if row is not None:
            self._settle(row.id)
            self.open_requested.emit(OpenRequest(row.id, row.phase))

    def try_sample(self) -> None:
        """Make the sample interview, marked and removable, and open it."""
        # Loaded on first use: a made-up call needs the kits and the phrases, the first paint does not.
        from interviewer_app.controllers.library.sample import make_sample

        try:
            wish = make_sample(self._keeper)
        except Problem as problem:
            self.problem.emit(problem)
            return
        self.refresh()
        self.open_requested.emit(wish)

    def remove(self, interview_id: str) -> None:
        """Remove a sample or an interview that never started; `undo` brings it back."""
        row = self._row(interview_id)
        if row is None:
            return
        if not row.sample and row.phase is not Phase.PREPARED:
            self.problem.emit(
                RuleProblem(
                    _("Only samples and prepared interviews can be removed."),
                    _("This one holds what a candidate said."),
                )
            )
            return
        # Loaded on first use: taking an interview apart needs all of the domain, the first paint does not.
        from interviewer_app.controllers.library.removal import Removal

        try:
            self._removed = Removal(self._keeper, interview_id)
        except Problem as problem:
            self.problem.emit(problem)
            return
        self.refresh()

    def undo(self) -> None:
        """Bring the interview removed last back, whole."""
        if self._removed is not None:
            self._removed.take_back()
            self._removed = None
            self.refresh()

    def export(self, interview_ids: tuple[str, ...]) -> None:
        """One interview: show its packet. Several: write them all to the export folder."""
        if len(interview_ids) == 1:
            row = self._row(interview_ids[0])
            if row is not None:
                self.packet_requested.emit(OpenRequest(row.id, row.phase))
        elif interview_ids:
            self.export_requested.emit(interview_ids)

    def _row(self, interview_id: str) -> InterviewRow | None:
        return next((row for row in self._rows if row.id == interview_id), None)

    def _read(self, query: Query, keep: tuple[InterviewRow, ...]) -> None:
        try:
            page: InterviewPage = self._keeper.reader.page(query)
            self._counts = self._keeper.reader.counts(query.words)
            if self._interrupted is None:
                # Only what was live when the program started was interrupted; later ones are simply live.
                self._interrupted = self._keeper.reader.interrupted()
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._rows = (*keep, *page.rows)
        self._more = page.more
        self._show()

    def _settle(self, interview_id: str) -> None:
        """An interview that is opened is no longer offered as interrupted."""
        if self._interrupted and interview_id in self._interrupted:
            self._interrupted = tuple(i for i in self._interrupted if i != interview_id)
            self._show()

    def _show(self) -> None:
        now = self._keeper.clock.now().local
        view = LibraryView(self._rows, self._more, self._counts, self._query, now, self._interrupted or ())
        self.changed.emit(view)
