"""Rows of frozen records as a table: model, columns as data, view, header and paint. For the screens of ui.

A list is a `RowsModel` that says its words, a `RowPainter` that draws a cell, and a `RowsTable` with both.
"""

from collections.abc import Set as AbstractSet
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from interviewer_app.domain.records import record
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.style.colours import Role

Index = QModelIndex | QPersistentModelIndex
MARGIN: Final = 16
"""Before the words of a column that leads, logical pixels at 100 %."""

_GAP: Final = 8
_HEADER: Final = 28
_TOP: Final = QModelIndex()
_SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_LEAD: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TRAIL: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Row = TypeVar("_Row")


@record
class Columns:
    """What columns there are, and how wide: logical pixels at 100 %, in the order of the columns.

    Too narrow a table takes room from those that `give`, down to their `least`, then leaves out those that
    `go`, and gives back to those that `get` what that left over; `spare` takes the rest. `leads` begin with
    the margin, `trails` end at their far side.
    """

    wanted: tuple[int, ...] = (0,)
    least: tuple[int, ...] = ()
    give: tuple[int, ...] = ()
    go: tuple[int, ...] = ()
    get: tuple[int, ...] = ()
    spare: int = 0
    leads: tuple[int, ...] = (0,)
    trails: tuple[int, ...] = ()


def widths(columns: Columns, room: int, scale: float = 1.0) -> dict[int, int]:
    """Pixels per column that fill `room` together, where there is room for the least; 0 hides a column."""
    wanted = [round(width * scale) for width in columns.wanted]
    made = list(wanted)
    short = sum(made) - room
    for column in columns.give:
        if short <= 0:
            break
        given = min(short, made[column] - round(columns.least[column] * scale))
        made[column] -= given
        short -= given
    gone = False
    for column in columns.go:
        if short > 0:
            short -= made[column]
            made[column] = 0
            gone = True
    spare = max(0, -short)
    for column in columns.get if gone else ():
        back = min(spare, wanted[column] - made[column]) if made[column] else 0
        made[column] += back
        spare -= back
    made[columns.spare] += spare
    return dict(enumerate(made))


class RowsModel(QAbstractTableModel, Generic[_Row]):
    """One record per row; knows no order but the one it is given."""

    columns = Columns()
    ends: AbstractSet[int] = frozenset()
    """The rows after which a group ends: the line under them is darker."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[_Row, ...] = ()

    def key(self, row: _Row) -> object:
        """What stays the same while only the words of a row change."""
        raise NotImplementedError

    def words(self, row: int, column: int) -> str:
        """What a cell says."""
        raise NotImplementedError

    def spoken(self, row: int, column: int) -> str:
        """What a screen reader says of a cell."""
        return self.words(row, column)

    def heading(self, column: int) -> str:
        """The words over a column; a list of one has none."""
        raise NotImplementedError

    def take(self, rows: tuple[_Row, ...]) -> None:
        """Take these rows: appended ones are inserted, the same ones stay where they are."""
        old = len(self.rows)
        same = all(self.key(a) == self.key(b) for a, b in zip(self.rows, rows, strict=False))
        if not same or not rows or len(rows) < old:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        if len(rows) > old:
            self.beginInsertRows(_TOP, old, len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
        self.rows = rows
        if old:
            self.dataChanged.emit(self.index(0, 0), self.index(old - 1, self.columnCount() - 1))

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns.wanted)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in _SAID:
            return None
        say = self.words if role == Qt.ItemDataRole.DisplayRole else self.spoken
        return say(index.row(), index.column())

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self.heading(section) if wanted and self.columnCount() > 1 else None


class RowPainter(QStyledItemDelegate):
    """Paints without asking the style: the ground of a row, and with `paint_cell` what is in it."""

    height = 36
    gap = _GAP
    lined = True
    hover: Role | None = "window"

    def __init__(self, model: RowsModel[Any]) -> None:
        super().__init__()
        self.hovered = -1
        self._columns = model

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        """Draw the words of a cell; the painter is put back afterwards."""
        raise NotImplementedError

    def room(self, option: QStyleOptionViewItem, column: int) -> QRect:
        """Where the words of a cell stand."""
        return _room(self._columns, option.rect, column, option.direction, self.gap)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(self.height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option, index.row(), index.column())
        self.paint_cell(painter, option, index.row(), index.column())
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        look = theme.current()
        cell = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            paint.fill(painter, cell, look.accent_soft)
        elif self.hover is not None and row == self.hovered:
            paint.fill(painter, cell, look.colour(self.hover))
        if self.lined:
            foot = look.edge if row in self._columns.ends else look.line
            paint.hairline(painter, QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), foot)
        if selected and self.lined and look.high:
            paint.fill(painter, QRectF(cell.left(), cell.top(), cell.width(), 2), look.accent)
            paint.fill(painter, QRectF(cell.left(), cell.bottom() - 2, cell.width(), 2), look.accent)
        if selected and column == 0:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            left = cell.right() - 3 if mirrored else cell.left()
            paint.fill(painter, QRectF(left, cell.top(), 3, cell.height()), look.accent)


class RowsHeader(QHeaderView):
    """Small words over the columns."""

    def __init__(self, name: str, model: RowsModel[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self._columns = model

    def paint_words(self, painter: QPainter, where: QRect, column: int) -> None:
        """Draw the heading of a column."""
        trails = column in self._columns.columns.trails
        write(painter, where, self._columns.heading(column), theme.font("small"), "text2", trails=trails)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(_HEADER))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = theme.current()
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        paint.fill(painter, rect, look.window)
        paint.hairline(painter, QRectF(rect.left(), rect.bottom(), rect.width(), 1), look.line)
        where = _room(self._columns, rect, logicalIndex, self.layoutDirection(), _GAP)
        self.paint_words(painter, where, logicalIndex)
        painter.restore()


class RowsTable(QTableView):
    """Rows are chosen whole, one in hand; arrows move it, and the mouse leaves a trace on the row below."""

    def __init__(
        self,
        name: str,
        words: str,
        model: RowsModel[Any],
        rows: RowPainter,
        head: RowsHeader | None = None,
    ) -> None:
        """`words` is the accessible name. Without a head there is none."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setProperty("ring", False)
        lay_pane(self)
        self._columns = model
        self._head = head
        self._painter = rows
        rows.setParent(self)
        self.setModel(model)
        self.setItemDelegate(rows)
        if head is not None:
            self.setHorizontalHeader(head)
        self.horizontalHeader().setVisible(head is not None)
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def measure(self) -> None:
        """Take heights and widths from the text scale in force; to be called once before the first show."""
        lines = self.verticalHeader()
        height = theme.px(self._painter.height)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(height)
        lines.setDefaultSectionSize(height)
        if self._head is not None:
            self._head.setFixedHeight(theme.px(_HEADER))
        self.spread()

    def hold(self, row: int) -> None:
        """Take one row in hand. Qt's own selectRow finds no column to begin at from right to left."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def page(self) -> int:
        """How many rows a page key moves."""
        return max(1, self.viewport().height() // theme.px(self._painter.height) - 1)

    def spread(self) -> None:
        """Give every column its width."""
        columns = self._columns.columns
        for column, width in widths(columns, self.viewport().width(), theme.scale()).items():
            self.setColumnHidden(column, width == 0)
            if width and self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # Qt's own goes to the first or last column: of rows that are chosen whole nobody wants one.
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.model().rowCount() - 1,
        }
        if cursorAction in ends:
            return self.model().index(ends[cursorAction], 0)
        return super().moveCursor(cursorAction, modifiers)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spread()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        old, self._painter.hovered = self._painter.hovered, row
        if old == row:
            return
        for one in (old, row):
            if one >= 0:
                top = self.rowViewportPosition(one)
                self.viewport().update(0, top, self.viewport().width(), theme.px(self._painter.height))


def lay_pane(area: QAbstractScrollArea) -> None:
    """A viewport like Qt's own; to find out what that is, Python would load every class of widget."""
    pane = QWidget()
    pane.setObjectName("qt_scrollarea_viewport")
    pane.setBackgroundRole(QPalette.ColorRole.Base)
    pane.setAutoFillBackground(True)
    area.setViewport(pane)


def write(
    painter: QPainter, where: QRect, words: str, font: QFont, role: Role, *, trails: bool = False
) -> None:
    """One line of words, elided to its room."""
    if not words or where.width() <= 0:
        return
    painter.setFont(font)
    painter.setPen(theme.current().colour(role))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(_TRAIL if trails else _LEAD), shown)


def _room(model: RowsModel[Any], cell: QRect, column: int, way: Qt.LayoutDirection, gap: int) -> QRect:
    lead = theme.px(MARGIN) if column in model.columns.leads else 0
    return QStyle.visualRect(way, cell, cell.adjusted(lead, 0, -theme.px(gap), -1))
