"""The entries of a kit file as a list at the side of the editor. For ui/kits/editor.py."""

from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from interviewer_app.controllers.kits.views import OutlineRow
from interviewer_app.domain.kits.fields import Path
from interviewer_app.text import _, ngettext
from interviewer_app.ui.kits.table import lay_pane
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role

Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_ROW: Final = 28


class OutlineModel(QAbstractTableModel):
    """One column: names of lists, and the entries under each."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[OutlineRow, ...] = ()

    def present(self, rows: tuple[OutlineRow, ...]) -> None:
        """Take these rows; when only words differ, the rows stay where they are."""
        if [row.path for row in rows] == [row.path for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and row.problems:
            count = ngettext("{n} problem", "{n} problems", row.problems).format(n=row.problems)
            return f"{row.words}, {count}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        return None


class Outline(QTableView):
    """Arrows and clicks choose an entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kit_editor.outline")
        self.setAccessibleName(_("Entries of the file"))
        self.setProperty("ring", False)
        lay_pane(self)
        self.entries = OutlineModel()
        self.setModel(self.entries)
        self.setItemDelegate(_Delegate(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.measure()

    def measure(self) -> None:
        """Take heights from the text scale in force."""
        lines = self.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(theme.px(_ROW))
        lines.setDefaultSectionSize(theme.px(_ROW))

    def show_rows(self, rows: tuple[OutlineRow, ...], current: Path) -> None:
        """Show these rows, one of them in hand; nobody is told."""
        chooser = self.selectionModel()
        chooser.blockSignals(True)
        self.entries.present(rows)
        at = next((n for n, row in enumerate(rows) if row.path == current), 0)
        flags = QItemSelectionModel.SelectionFlag
        index = self.entries.index(at, 0)
        if index != self.currentIndex():
            chooser.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        chooser.blockSignals(False)
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: Outline) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.entries.rows[index.row()]
        look = theme.current()
        cell: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.fill(painter, cell, look.accent_soft)
            left = cell.right() - 2 if mirrored else cell.left()
            paint.fill(painter, QRectF(left, cell.top(), 3, cell.height()), look.accent)
        lead = theme.px(16 if row.head or not row.path else 28)
        side = theme.px(14)
        trail = theme.px(12) + (side + theme.px(8) if row.problems else 0)
        where = QStyle.visualRect(option.direction, cell, cell.adjusted(lead, 0, -trail, 0))
        if row.problems:
            logical = QRect(cell.right() - theme.px(12) - side, cell.center().y() - side // 2, side, side)
            spot = QStyle.visualRect(option.direction, cell, logical)
            icons.paint(painter, QRectF(spot), "octagon-alert", "alert")
        colour: Role = "text2" if row.head else "text"
        font = theme.font("small" if row.head else "base", theme.MEDIUM if row.head else theme.REGULAR)
        painter.setFont(font)
        painter.setPen(look.colour(colour))
        words = QFontMetrics(font).elidedText(row.words, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()
