"""The rows of the library as a Qt model that fetches pages as they come into sight. For ui/library."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from interviewer_app import labels
from interviewer_app.domain.listing import InterviewRow, Order
from interviewer_app.domain.phase import Phase
from interviewer_app.text import _
from interviewer_app.ui.overriding import override

if TYPE_CHECKING:
    from interviewer_app.controllers.library.views import LibraryView

Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()


class Column(IntEnum):
    """Columns from the leading side."""

    CANDIDATE = 0
    OPENING = 1
    KIT = 2
    WHEN = 3
    PHASE = 4
    MISSING = 5


ORDERS: Final = {
    Column.CANDIDATE: Order.CANDIDATE,
    Column.OPENING: Order.OPENING,
    Column.KIT: Order.KIT,
    Column.WHEN: Order.WHEN,
    Column.PHASE: Order.NEEDS_ME,
}
"""What a click on a header sorts by; Missing is words, not an order."""

NO_NAME: Final = "–"


class TableModel(QAbstractTableModel):
    """Interviews, one per row; knows no order but the one it is given."""

    def __init__(self, more: Callable[[], None]) -> None:
        super().__init__()
        self._more = more
        self._view: LibraryView | None = None
        self._rows: tuple[InterviewRow, ...] = ()
        self._now = datetime.min.replace(tzinfo=UTC)

    def present(self, view: "LibraryView") -> None:
        """Take these rows: appended ones are inserted, the same interviews stay where they are."""
        old, new = self._rows, view.rows
        self._now = view.now
        if [row.id for row in new[: len(old)]] != [row.id for row in old]:
            self.beginResetModel()
            self._view, self._rows = view, new
            self.endResetModel()
            return
        if len(new) > len(old):
            self.beginInsertRows(_TOP, len(old), len(new) - 1)
            self._view, self._rows = view, new
            self.endInsertRows()
        self._view, self._rows = view, new
        if old:
            self.dataChanged.emit(self.index(0, 0), self.index(len(old) - 1, len(Column) - 1))

    def row_at(self, row: int) -> InterviewRow:
        """The facts of one row."""
        return self._rows[row]

    def row_of(self, interview_id: str) -> int:
        """Where an interview stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.id == interview_id), -1)

    def interrupted(self, row: int) -> bool:
        """Whether the call of this row was cut off and waits to be resumed."""
        return self._view is not None and self._rows[row].id in self._view.interrupted

    def ends_group(self, row: int) -> bool:
        """Whether the next row is of another phase, in the order that groups by phase."""
        if self._view is None or self._view.query.order != Order.NEEDS_ME or row + 1 >= len(self._rows):
            return False
        return self._rows[row].phase != self._rows[row + 1].phase

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or self._view is None:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.words(index.row(), Column(index.column()))

    def words(self, row: int, column: Column) -> str:
        """What a cell says."""
        facts = self._rows[row]
        match column:
            case Column.CANDIDATE:
                return _one_line(facts.candidate) or NO_NAME
            case Column.OPENING:
                return _one_line(facts.opening)
            case Column.KIT:
                return facts.kit
            case Column.WHEN:
                return labels.when(facts.when.astimezone(self._now.tzinfo), self._now)
            case Column.PHASE:
                return labels.phase(facts.phase)
            case Column.MISSING:
                return self._missing(row)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return header_words(Column(section))

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._view is not None and self._view.more

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._more()

    def _missing(self, row: int) -> str:
        facts = self._rows[row]
        if facts.phase == Phase.LIVE and not self.interrupted(row):
            return _("The call is going on")
        return labels.row_missing(facts, self._now)


def header_words(column: Column) -> str:
    """The heading of a column."""
    return {
        Column.CANDIDATE: _("Candidate"),
        Column.OPENING: _("Opening"),
        Column.KIT: _("Kit"),
        Column.WHEN: _("When"),
        Column.PHASE: _("Phase"),
        Column.MISSING: _("Missing"),
    }[column]


def _one_line(words: str) -> str:
    """Typed words without what would break a row: line ends, tabs, other control characters."""
    # Nobody reads a cell beyond this, and a long line costs time to shape.
    kept = words[:400]
    if not kept.isprintable():
        kept = "".join(c if c.isprintable() else " " for c in kept)
    return " ".join(kept.split())
