"""The rows of the kit library as a Qt model; what a column says depends on the kind of rows. For ui/kits."""

from enum import IntEnum
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from interviewer_app import labels
from interviewer_app.domain.kits.catalogue import EntryKind, KitRow
from interviewer_app.text import _, ngettext
from interviewer_app.ui.overriding import override

if TYPE_CHECKING:
    from interviewer_app.controllers.kits.views import KitsView
    from interviewer_app.domain.kits.kit import Stage

Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()


class Column(IntEnum):
    """Columns from the leading side."""

    TITLE = 0
    ID = 1
    LETTERS = 2
    STAGE = 3
    MINUTES = 4
    USED = 5


class KitModel(QAbstractTableModel):
    """Entries of one kind, one per row."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[KitRow, ...] = ()
        self._kind = EntryKind.PROMPT

    def present(self, view: "KitsView") -> None:
        """Take these rows."""
        self.beginResetModel()
        self._rows, self._kind = view.rows, view.query.kind
        self.endResetModel()

    @property
    def kind(self) -> EntryKind:
        """What the rows are."""
        return self._kind

    def row_at(self, row: int) -> KitRow:
        """The facts of one row."""
        return self._rows[row]

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        return self.words(index.row(), Column(index.column()))

    def words(self, row: int, column: Column) -> str:
        """What a cell says."""
        facts = self._rows[row]
        match column:
            case Column.TITLE:
                return facts.title
            case Column.ID:
                return facts.id
            case Column.LETTERS:
                return " ".join(facts.letters)
            case Column.STAGE:
                return _stages(facts)
            case Column.MINUTES:
                return str(facts.minutes) if facts.minutes else ""
            case Column.USED:
                return _last(facts)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.heading(Column(section))

    def heading(self, column: Column) -> str:
        """The words over a column."""
        if column is Column.USED and self._kind is EntryKind.PROMPT:
            return _("Used")
        file = self._kind is EntryKind.FILE
        return {
            Column.TITLE: _("Title"),
            Column.ID: _("Id"),
            Column.LETTERS: "" if file else _("Categories"),
            Column.STAGE: _("Version") if file else _("Stage"),
            Column.MINUTES: "" if file else _("Min"),
            Column.USED: _("State") if file else _("Version"),
        }[column]


def _stages(facts: KitRow) -> str:
    if facts.kind is EntryKind.FILE:
        return facts.version
    return ", ".join(labels.stage(cast("Stage", stage)) for stage in facts.stages if stage)


def _last(facts: KitRow) -> str:
    """What the last column says: the state of a file, the uses of a prompt, else the version."""
    if facts.kind is EntryKind.FILE:
        if facts.errors:
            return ngettext("{n} error", "{n} errors", facts.errors).format(n=facts.errors)
        if facts.status:
            return _("draft")
        return _("read-only") if facts.shipped else _("yours")
    if facts.kind is EntryKind.PROMPT:
        return "" if facts.used < 0 else str(facts.used)
    return facts.version
