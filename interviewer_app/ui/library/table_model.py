"""The rows of the library as a Qt model that fetches pages as they come into sight. For ui/library."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from interviewer_app import labels
from interviewer_app.domain.listing import InterviewRow, Order
from interviewer_app.domain.phase import Phase
from interviewer_app.text import _
from interviewer_app.ui.lists.table import MARGIN, Columns, Index, RowsModel
from interviewer_app.ui.overriding import override

if TYPE_CHECKING:
    from interviewer_app.controllers.library.views import LibraryView


class LibraryColumn(IntEnum):
    """Columns from the leading side."""

    CANDIDATE = 0
    OPENING = 1
    KIT = 2
    WHEN = 3
    PHASE = 4
    MISSING = 5


ORDERS: Final = {
    LibraryColumn.CANDIDATE: Order.CANDIDATE,
    LibraryColumn.OPENING: Order.OPENING,
    LibraryColumn.KIT: Order.KIT,
    LibraryColumn.WHEN: Order.WHEN,
    LibraryColumn.PHASE: Order.NEEDS_ME,
}
"""What a click on a header sorts by; Missing is words, not an order."""

NO_NAME: Final = "–"


_COLUMNS: Final = Columns(
    wanted=(208 + MARGIN, 248, 184, 136, 128, 336),
    least=(128 + MARGIN, 160, 112, 136, 112, 232),
    give=(
        LibraryColumn.MISSING,
        LibraryColumn.KIT,
        LibraryColumn.OPENING,
        LibraryColumn.CANDIDATE,
        LibraryColumn.PHASE,
    ),
    # The row's screen says these too.
    go=(LibraryColumn.KIT, LibraryColumn.OPENING),
    # Names are read first.
    get=(LibraryColumn.CANDIDATE, LibraryColumn.OPENING),
    spare=LibraryColumn.MISSING,
)


class LibraryModel(RowsModel[InterviewRow]):
    """Interviews, one per row, fetched by the page."""

    columns = _COLUMNS

    def __init__(self, more: Callable[[], None]) -> None:
        super().__init__()
        self._more = more
        self._view: LibraryView | None = None
        self._now = datetime.min.replace(tzinfo=UTC)

    def present(self, view: "LibraryView") -> None:
        """Take these rows."""
        self._view, self._now = view, view.now
        phases = [row.phase for row in view.rows] if view.query.order == Order.NEEDS_ME else []
        self.ends = {at for at, (one, other) in enumerate(pairwise(phases)) if one != other}
        self.take(view.rows)

    @override
    def key(self, row: InterviewRow) -> str:
        return row.id

    def row_of(self, interview_id: str) -> int:
        """Where an interview stands, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.id == interview_id), -1)

    def interrupted(self, row: int) -> bool:
        """Whether the call of this row was cut off and waits to be resumed."""
        return self._view is not None and self.rows[row].id in self._view.interrupted

    @override
    def words(self, row: int, column: int) -> str:
        facts = self.rows[row]
        match LibraryColumn(column):
            case LibraryColumn.CANDIDATE:
                return _one_line(facts.candidate) or NO_NAME
            case LibraryColumn.OPENING:
                return _one_line(facts.opening)
            case LibraryColumn.KIT:
                return facts.kit
            case LibraryColumn.WHEN:
                return labels.when(facts.when.astimezone(self._now.tzinfo), self._now)
            case LibraryColumn.PHASE:
                return labels.phase(facts.phase)
            case LibraryColumn.MISSING:
                return self._missing(row)

    @override
    def heading(self, column: int) -> str:
        return {
            LibraryColumn.CANDIDATE: _("Candidate"),
            LibraryColumn.OPENING: _("Opening"),
            LibraryColumn.KIT: _("Kit"),
            LibraryColumn.WHEN: _("When"),
            LibraryColumn.PHASE: _("Phase"),
            LibraryColumn.MISSING: _("Missing"),
        }[LibraryColumn(column)]

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._view is not None and self._view.more

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._more()

    def _missing(self, row: int) -> str:
        facts = self.rows[row]
        if facts.phase == Phase.LIVE and not self.interrupted(row):
            return _("The call is going on")
        return labels.row_missing(facts, self._now)


def _one_line(words: str) -> str:
    """Typed words without what would break a row: line ends, tabs, other control characters."""
    # Nobody reads a cell beyond this, and a long line costs time to shape.
    kept = words[:400]
    if not kept.isprintable():
        kept = "".join(c if c.isprintable() else " " for c in kept)
    return " ".join(kept.split())
