"""The table of the library: what a row looks like, its action, and sorting by a header. For ui/library."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip

from interviewer_app.domain.listing import InterviewRow, Order, Query
from interviewer_app.domain.phase import Phase
from interviewer_app.domain.records import changed, record
from interviewer_app.text import _
from interviewer_app.ui.library.table_model import ORDERS, LibraryColumn, LibraryModel
from interviewer_app.ui.lists.table import MARGIN, Index, RowPainter, RowsHeader, RowsTable, write
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role

_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_SIGNS: Final[dict[Phase, tuple[str, Role, int]]] = {
    Phase.LIVE: ("circle-dot", "accent", theme.SEMIBOLD),
    Phase.TO_REVIEW: ("pencil-line", "text", theme.MEDIUM),
    Phase.PREPARED: ("circle", "text", theme.REGULAR),
    Phase.FINALISED: ("lock", "text2", theme.REGULAR),
}


@record
class RowRequest:
    """The action drawn in the row of this interview was clicked."""

    interview_id: str


class InterviewTable(RowsTable):
    """Several rows may be chosen; too narrow for all columns, it scrolls."""

    def __init__(self, model: LibraryModel) -> None:
        self.rows = InterviewPainter(model)
        self.head = LibraryHeader(model)
        super().__init__("library.table", _("Interviews"), model, self.rows, self.head)
        self.rows.table = self
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)


class InterviewPainter(RowPainter):
    """Words, the sign of a phase, a darker line between phases, and the action of the row in hand."""

    open_requested = Signal(object)
    gap = 16

    def __init__(self, model: LibraryModel) -> None:
        super().__init__(model)
        self.table: QAbstractItemView | None = None
        self._model = model

    @override
    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        facts = self._model.rows[row]
        where = self.room(option, column)
        words = self._model.words(row, column)
        match LibraryColumn(column):
            case LibraryColumn.CANDIDATE:
                self._paint_candidate(painter, where, words, facts)
            case LibraryColumn.PHASE:
                self._paint_phase(painter, where, words, facts.phase)
            case LibraryColumn.MISSING:
                self._paint_missing(painter, option, row, words)
            case LibraryColumn.OPENING | LibraryColumn.KIT | LibraryColumn.WHEN:
                font = theme.font("base", tabular=column == LibraryColumn.WHEN)
                write(painter, where, words, font, "text2")

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if event.button() != Qt.MouseButton.LeftButton or index.column() != LibraryColumn.MISSING:
            return False
        if not self.action_rect(option, index.row()).contains(event.position().toPoint()):
            return False
        self._request(RowRequest(self._model.rows[index.row()].id))
        return True

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        words = self._model.words(index.row(), index.column())
        room = self.room(option, index.column()).width()
        if QFontMetrics(theme.font("base", theme.MEDIUM)).horizontalAdvance(words) <= room:
            return False
        safe = words.replace("&", "&amp;").replace("<", "&lt;")
        QToolTip.showText(event.globalPos(), f"<qt>{safe}</qt>", view)
        return True

    def action_words(self, row: int) -> str:
        """What opening this row does, in a word; only the row in hand and interrupted calls show it."""
        if self._model.interrupted(row):
            return _("Resume")
        if self.table is None or row != self.table.currentIndex().row():
            return ""
        return {
            Phase.PREPARED: _("Prepare"),
            Phase.LIVE: _("Go on"),
            Phase.TO_REVIEW: _("Review"),
            Phase.FINALISED: _("Read"),
        }[self._model.rows[row].phase]

    def action_rect(self, option: QStyleOptionViewItem, row: int) -> QRect:
        """Where the action of a row is drawn within its Missing cell; empty when it has none."""
        words = self.action_words(row)
        if not words:
            return QRect()
        width = QFontMetrics(theme.font("base", theme.MEDIUM)).horizontalAdvance(words) + 1
        if self._model.interrupted(row):
            width += 2 * theme.px(12)
        cell = option.rect
        height = theme.px(theme.CONTROL_SMALL)
        top = cell.top() + (theme.px(self.height) - 1 - height) // 2
        logical = QRect(cell.right() + 1 - theme.px(MARGIN) - width, top, width, height)
        return QStyle.visualRect(option.direction, cell, logical)

    def _paint_candidate(self, painter: QPainter, where: QRect, words: str, facts: InterviewRow) -> None:
        weight = theme.REGULAR if facts.phase == Phase.FINALISED else theme.MEDIUM
        font = theme.font("base", weight)
        if not facts.sample:
            write(painter, where, words, font, "text")
            return
        mark = theme.font("label")
        tag = QFontMetrics(mark).horizontalAdvance(_("Sample")) + 2 * theme.px(6)
        room = max(0, where.width() - tag - theme.px(8))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        write(painter, where, shown, font, "text")
        lead = QFontMetrics(font).horizontalAdvance(shown) + theme.px(8)
        height = theme.px(18)
        logical = QRect(where.left() + lead, where.center().y() - height // 2 + 1, tag, height)
        spot = QStyle.visualRect(painter.layoutDirection(), where, logical)
        paint.box(painter, QRectF(spot), edge=theme.current().edge, radius=theme.RADIUS_SMALL)
        painter.setFont(mark)
        painter.setPen(theme.current().text2)
        painter.drawText(spot, int(_CENTRE), _("Sample"))

    def _paint_phase(self, painter: QPainter, where: QRect, words: str, phase: Phase) -> None:
        sign, role, weight = _SIGNS[phase]
        side = theme.px(14)
        logical = QRect(where.left(), where.center().y() - side // 2, side, side)
        spot = QStyle.visualRect(painter.layoutDirection(), where, logical)
        icons.paint(painter, QRectF(spot), sign, role)
        lead = side + theme.px(8)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = where.adjusted(0, 0, -lead, 0) if mirrored else where.adjusted(lead, 0, 0, 0)
        write(painter, rest, words, theme.font("base", weight), role)

    def _paint_missing(self, painter: QPainter, option: QStyleOptionViewItem, row: int, words: str) -> None:
        where = self.room(option, LibraryColumn.MISSING)
        spot = self.action_rect(option, row)
        if not spot.isEmpty():
            if option.direction == Qt.LayoutDirection.RightToLeft:
                where.setLeft(spot.right() + theme.px(12))
            else:
                where.setRight(spot.left() - theme.px(12))
        waits = self._model.rows[row].phase in (Phase.LIVE, Phase.TO_REVIEW)
        write(painter, where, words, theme.font("base"), "text" if waits else "text2")
        if spot.isEmpty():
            return
        look = theme.current()
        boxed = self._model.interrupted(row)
        if boxed:
            paint.box(painter, QRectF(spot), fill=look.base, edge=look.edge, width=look.border)
        painter.setFont(theme.font("base", theme.MEDIUM))
        painter.setPen(look.text if boxed else look.accent)
        painter.drawText(spot, int(_CENTRE), self.action_words(row))

    def _request(self, wish: RowRequest) -> None:
        self.open_requested.emit(wish)


class LibraryHeader(RowsHeader):
    """A click on a column is the wish to sort by it."""

    order_requested = Signal(object)

    def __init__(self, model: LibraryModel) -> None:
        super().__init__("library.header", model)
        self.setAccessibleName(_("Sort by"))
        self.setSectionsClickable(True)
        self._model = model
        self._query = Query()
        self.sectionClicked.connect(self._clicked)

    def present(self, query: Query) -> None:
        """Show what the rows are sorted by."""
        if query != self._query:
            self._query = query
            self.viewport().update()

    @override
    def paint_words(self, painter: QPainter, where: QRect, column: int) -> None:
        words = self._model.heading(column)
        if ORDERS.get(LibraryColumn(column)) != self._query.order:
            write(painter, where, words, theme.font("small"), "text2")
            return
        font = theme.font("small", theme.MEDIUM)
        write(painter, where, words, font, "text")
        side = theme.px(12)
        along = where.left() + QFontMetrics(font).horizontalAdvance(words) + theme.px(4)
        logical = QRect(along, where.center().y() - side // 2 + 1, side, side)
        spot = QStyle.visualRect(self.layoutDirection(), where, logical)
        up = self._query.order != Order.NEEDS_ME and not self._query.descending
        icons.paint(painter, QRectF(spot), "chevron-up" if up else "chevron-down", "text2")

    def _clicked(self, section: int) -> None:
        order = ORDERS.get(LibraryColumn(section))
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
