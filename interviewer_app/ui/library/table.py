"""The table of the library: row selection, our header, columns that give way in order. For ui/library."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QTableView, QWidget

from interviewer_app.domain.listing import Order, Query
from interviewer_app.domain.records import changed
from interviewer_app.text import _
from interviewer_app.ui.library.columns import MARGIN, widths
from interviewer_app.ui.library.delegate import ROW_HEIGHT, RowDelegate
from interviewer_app.ui.library.table_model import ORDERS, Column, TableModel, header_words
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme

_HEADER: Final = 28


class InterviewTable(QTableView):
    """Rows are chosen whole; the mouse leaves a trace on the row below it."""

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library.table")
        self.setAccessibleName(_("Interviews"))
        self.setProperty("ring", False)
        self._lay_pane()
        self.setModel(model)
        self.rows = RowDelegate(model, self)
        self.setItemDelegate(self.rows)
        self.head = Header(self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def measure(self) -> None:
        """Take heights and widths from the text scale in force; to be called once before the first show."""
        lines = self.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(theme.px(ROW_HEIGHT))
        lines.setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self.head.setFixedHeight(theme.px(_HEADER))
        self._spread()

    def hold(self, row: int) -> None:
        """Take one row in hand. Qt's own selectRow finds no column to begin at from right to left."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def page(self) -> int:
        """How many rows a page key moves."""
        return max(1, self.viewport().height() // theme.px(ROW_HEIGHT) - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _lay_pane(self) -> None:
        """A viewport like Qt's own; to find out what that is, Python would load every class of widget."""
        pane = QWidget()
        pane.setObjectName("qt_scrollarea_viewport")
        pane.setBackgroundRole(QPalette.ColorRole.Base)
        pane.setAutoFillBackground(True)
        self.setViewport(pane)

    def _hover(self, row: int) -> None:
        old, self.rows.hovered = self.rows.hovered, row
        if old == row:
            return
        for one in (old, row):
            if one >= 0:
                top = self.rowViewportPosition(one)
                self.viewport().update(0, top, self.viewport().width(), theme.px(ROW_HEIGHT))

    def _spread(self) -> None:
        for column, width in widths(self.viewport().width(), theme.scale()).items():
            self.setColumnHidden(column, width == 0)
            if width and self.columnWidth(column) != width:
                self.setColumnWidth(column, width)


class Header(QHeaderView):
    """Small words over the columns; a click on one is the wish to sort by it."""

    order_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("library.header")
        self.setAccessibleName(_("Sort by"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self._query = Query()
        self.sectionClicked.connect(self._clicked)

    def present(self, query: Query) -> None:
        """Show what the rows are sorted by."""
        if query != self._query:
            self._query = query
            self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(_HEADER))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = theme.current()
        column = Column(logicalIndex)
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        paint.fill(painter, rect, look.window)
        foot = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        paint.hairline(painter, foot, look.line)
        lead = theme.px(MARGIN) if column == Column.CANDIDATE else 0
        where = QStyle.visualRect(self.layoutDirection(), rect, rect.adjusted(lead, 0, -theme.px(8), -1))
        sorted_by = ORDERS.get(column) == self._query.order
        words = header_words(column)
        font = theme.font("small", theme.MEDIUM if sorted_by else theme.REGULAR)
        painter.setFont(font)
        painter.setPen(look.text if sorted_by else look.text2)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        if sorted_by:
            side = theme.px(12)
            along = where.left() + QFontMetrics(font).horizontalAdvance(words) + theme.px(4)
            logical = QRect(along, where.center().y() - side // 2 + 1, side, side)
            spot = QStyle.visualRect(self.layoutDirection(), where, logical)
            up = self._query.order != Order.NEEDS_ME and not self._query.descending
            icons.paint(painter, QRectF(spot), "chevron-up" if up else "chevron-down", "text2")
        painter.restore()

    def _clicked(self, section: int) -> None:
        order = ORDERS.get(Column(section))
        if order is not None:
            self._request(turned(self._query, order))

    def _request(self, wish: Query) -> None:
        self.order_requested.emit(wish)


def turned(query: Query, order: Order) -> Query:
    """The query sorted by `order`, dates newest first; the other way round if it is sorted by it already."""
    if order == Order.NEEDS_ME:
        descending = False
    elif query.order == order:
        descending = not query.descending
    else:
        descending = order == Order.WHEN
    return changed(query, order=order, descending=descending, offset=0)
