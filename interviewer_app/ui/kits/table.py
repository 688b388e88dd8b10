"""The list of the kit library: whole rows, our strokes, columns that give way in order. For ui/kits."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPalette, QResizeEvent
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

from interviewer_app.domain.kits.catalogue import EntryKind
from interviewer_app.text import _
from interviewer_app.ui.kits.table_model import Column, KitModel
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 36
_HEADER: Final = 28
_MARGIN: Final = 16
_GAP: Final = 8
_LEAD: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TRAIL: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# Width of every column but the title, logical pixels at 100 %; the title takes the rest.
_WIDTHS: Final = {
    Column.ID: 104,
    Column.LETTERS: 80,
    Column.STAGE: 104,
    Column.MINUTES: 40,
    Column.USED: 72,
}
_LEAST_TITLE: Final = 176
# Which columns go first when the title would get too narrow.
_GOES: Final = (Column.STAGE, Column.ID, Column.USED)


class KitTable(QTableView):
    """One row is in hand; arrows move it."""

    def __init__(self, model: KitModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kits.table")
        self.setAccessibleName(_("Entries"))
        self.setProperty("ring", False)
        lay_pane(self)
        self.setModel(model)
        self.rows = KitDelegate(model, self)
        self.setItemDelegate(self.rows)
        self.head = KitHeader(model, self)
        self.setHorizontalHeader(self.head)
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
        self.measure()

    def measure(self) -> None:
        """Take heights and widths from the text scale in force."""
        lines = self.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(theme.px(ROW_HEIGHT))
        lines.setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self.head.setFixedHeight(theme.px(_HEADER))
        self.spread()

    def hold(self, row: int) -> None:
        """Take one row in hand."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def page(self) -> int:
        """How many rows a page key moves."""
        return max(1, self.viewport().height() // theme.px(ROW_HEIGHT) - 1)

    def spread(self) -> None:
        """Give every column its width; the title takes what is left."""
        room = self.viewport().width()
        kind = self.rows.model.kind
        made = {column: theme.px(width) for column, width in _WIDTHS.items()}
        if kind is EntryKind.FILE:
            made[Column.LETTERS] = made[Column.MINUTES] = 0
            made[Column.ID] = theme.px(144)
            made[Column.USED] = theme.px(104)
        for column in _GOES:
            if room - sum(made.values()) < theme.px(_LEAST_TITLE + _MARGIN):
                made[column] = 0
        made[Column.TITLE] = max(theme.px(_LEAST_TITLE), room - sum(made.values()))
        for column, width in made.items():
            self.setColumnHidden(column, width == 0)
            if width and self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

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
        if row != self.rows.hovered:
            self.rows.hovered = row
            self.viewport().update()


def lay_pane(area: QAbstractScrollArea) -> None:
    """A viewport like Qt's own; to find out what that is, Python would load every class of widget."""
    pane = QWidget()
    pane.setObjectName("qt_scrollarea_viewport")
    pane.setBackgroundRole(QPalette.ColorRole.Base)
    pane.setAutoFillBackground(True)
    area.setViewport(pane)


class KitDelegate(QStyledItemDelegate):
    """Paints without asking the style."""

    def __init__(self, model: KitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.hovered = -1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(80), theme.px(ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = Column(index.column())
        facts = self.model.row_at(index.row())
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option, index.row(), column)
        where = _inner(option.rect, column, option.direction)
        words = self.model.words(index.row(), column)
        wrong = bool(facts.errors) and column in (Column.TITLE, Column.USED)
        colour: Role = "text" if column == Column.TITLE else "text2"
        if wrong:
            colour = "alert" if column == Column.USED else "text"
        if column == Column.TITLE and (wrong or facts.shipped):
            where = self._paint_sign(painter, where, "octagon-alert" if wrong else "lock", wrong=wrong)
        # Figures of one width would set the hyphens of words apart.
        figures = words[:1].isdecimal()
        weight = theme.MEDIUM if column == Column.TITLE else theme.REGULAR
        font = theme.font("base", weight, tabular=figures)
        painter.setFont(font)
        painter.setPen(theme.current().colour(colour))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
        flags = _TRAIL if column == Column.MINUTES else _LEAD
        painter.drawText(where, int(flags), shown)
        painter.restore()

    def _paint_sign(self, painter: QPainter, where: QRect, sign: str, *, wrong: bool) -> QRect:
        """The icon at the far end of the title; what is left for the words."""
        side = theme.px(14)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        logical = QRect(where.right() - side + 1, where.center().y() - side // 2, side, side)
        spot = QStyle.visualRect(painter.layoutDirection(), where, logical)
        icons.paint(painter, QRectF(spot), sign, "alert" if wrong else "text3")
        taken = side + theme.px(_GAP)
        return where.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: Column
    ) -> None:
        look = theme.current()
        cell = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            paint.fill(painter, cell, look.accent_soft)
        elif row == self.hovered:
            paint.fill(painter, cell, look.window)
        paint.hairline(painter, QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), look.line)
        if selected and look.high:
            paint.fill(painter, QRectF(cell.left(), cell.top(), cell.width(), 2), look.accent)
            paint.fill(painter, QRectF(cell.left(), cell.bottom() - 2, cell.width(), 2), look.accent)
        if selected and column == Column.TITLE:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            left = cell.right() - 3 if mirrored else cell.left()
            paint.fill(painter, QRectF(left, cell.top(), 3, cell.height()), look.accent)


class KitHeader(QHeaderView):
    """Small words over the columns."""

    def __init__(self, model: KitModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("kits.header")
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self._model = model

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
        paint.hairline(painter, QRectF(rect.left(), rect.bottom(), rect.width(), 1), look.line)
        painter.setFont(theme.font("small"))
        painter.setPen(look.text2)
        flags = _TRAIL if column == Column.MINUTES else _LEAD
        painter.drawText(
            _inner(rect, column, self.layoutDirection()), int(flags), self._model.heading(column)
        )
        painter.restore()


def _inner(cell: QRect, column: Column, direction: Qt.LayoutDirection) -> QRect:
    """Where the words of a cell stand."""
    lead = theme.px(_MARGIN) if column in (Column.TITLE, Column.USED) else 0
    return QStyle.visualRect(direction, cell, cell.adjusted(lead, 0, -theme.px(_GAP), -1))
