"""Draws a row of the library: words, phase sign, line between phases, the row's action. For ui/library."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from interviewer_app.domain.listing import InterviewRow
from interviewer_app.domain.phase import Phase
from interviewer_app.domain.records import record
from interviewer_app.text import _
from interviewer_app.ui.library.columns import MARGIN
from interviewer_app.ui.library.table_model import Column, TableModel
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 36
_GAP: Final = 16
_LEAD: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_SELECTED: Final = QStyle.StateFlag.State_Selected
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


class RowDelegate(QStyledItemDelegate):
    """Paints without asking the style: the library is what the first paint is made of."""

    open_requested = Signal(object)

    def __init__(self, model: TableModel, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self.hovered = -1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), Column(index.column())
        facts = self._model.row_at(row)
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option, row, column)
        where = self._words_rect(option, column)
        words = self._model.words(row, column)
        match column:
            case Column.CANDIDATE:
                self._paint_candidate(painter, where, words, facts)
            case Column.PHASE:
                self._paint_phase(painter, where, words, facts.phase)
            case Column.MISSING:
                self._paint_missing(painter, option, row, words)
            case Column.OPENING | Column.KIT | Column.WHEN:
                font = theme.font("base", tabular=column == Column.WHEN)
                _write(painter, where, words, font, "text2")
        painter.restore()

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if event.button() != Qt.MouseButton.LeftButton or index.column() != Column.MISSING:
            return False
        if not self.action_rect(option, index.row()).contains(event.position().toPoint()):
            return False
        self._request(RowRequest(self._model.row_at(index.row()).id))
        return True

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        words = self._model.words(index.row(), Column(index.column()))
        room = self._words_rect(option, Column(index.column())).width()
        if QFontMetrics(theme.font("base", theme.MEDIUM)).horizontalAdvance(words) <= room:
            return False
        safe = words.replace("&", "&amp;").replace("<", "&lt;")
        QToolTip.showText(event.globalPos(), f"<qt>{safe}</qt>", view)
        return True

    def action_words(self, row: int) -> str:
        """What opening this row does, in a word; only the row in hand and interrupted calls show it."""
        if self._model.interrupted(row):
            return _("Resume")
        if row != self._table.currentIndex().row():
            return ""
        return {
            Phase.PREPARED: _("Prepare"),
            Phase.LIVE: _("Go on"),
            Phase.TO_REVIEW: _("Review"),
            Phase.FINALISED: _("Read"),
        }[self._model.row_at(row).phase]

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
        top = cell.top() + (theme.px(ROW_HEIGHT) - 1 - height) // 2
        logical = QRect(cell.right() + 1 - theme.px(MARGIN) - width, top, width, height)
        return QStyle.visualRect(option.direction, cell, logical)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: Column
    ) -> None:
        look = theme.current()
        selected = bool(option.state & _SELECTED)
        cell = QRectF(option.rect)
        if selected:
            paint.fill(painter, cell, look.accent_soft)
        elif row == self.hovered:
            paint.fill(painter, cell, look.window)
        foot = QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1)
        paint.hairline(painter, foot, look.edge if self._model.ends_group(row) else look.line)
        if not selected:
            return
        if look.high:
            paint.fill(painter, QRectF(cell.left(), cell.top(), cell.width(), 2), look.accent)
            paint.fill(painter, QRectF(cell.left(), cell.bottom() - 2, cell.width(), 2), look.accent)
        if column == Column.CANDIDATE:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            left = cell.right() - 3 if mirrored else cell.left()
            paint.fill(painter, QRectF(left, cell.top(), 3, cell.height()), look.accent)

    def _paint_candidate(self, painter: QPainter, where: QRect, words: str, facts: InterviewRow) -> None:
        weight = theme.REGULAR if facts.phase == Phase.FINALISED else theme.MEDIUM
        font = theme.font("base", weight)
        if not facts.sample:
            _write(painter, where, words, font, "text")
            return
        mark = theme.font("label")
        tag = QFontMetrics(mark).horizontalAdvance(_("Sample")) + 2 * theme.px(6)
        room = max(0, where.width() - tag - theme.px(8))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        _write(painter, where, shown, font, "text")
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
        _write(painter, rest, words, theme.font("base", weight), role)

    def _paint_missing(self, painter: QPainter, option: QStyleOptionViewItem, row: int, words: str) -> None:
        where = self._words_rect(option, Column.MISSING)
        spot = self.action_rect(option, row)
        if not spot.isEmpty():
            if option.direction == Qt.LayoutDirection.RightToLeft:
                where.setLeft(spot.right() + theme.px(12))
            else:
                where.setRight(spot.left() - theme.px(12))
        waits = self._model.row_at(row).phase in (Phase.LIVE, Phase.TO_REVIEW)
        _write(painter, where, words, theme.font("base"), "text" if waits else "text2")
        if spot.isEmpty():
            return
        look = theme.current()
        boxed = self._model.interrupted(row)
        if boxed:
            paint.box(painter, QRectF(spot), fill=look.base, edge=look.edge, width=look.border)
        painter.setFont(theme.font("base", theme.MEDIUM))
        painter.setPen(look.text if boxed else look.accent)
        painter.drawText(spot, int(_CENTRE), self.action_words(row))

    def _words_rect(self, option: QStyleOptionViewItem, column: Column) -> QRect:
        lead = theme.px(MARGIN) if column == Column.CANDIDATE else 0
        cell = option.rect
        logical = cell.adjusted(lead, 0, -theme.px(_GAP), -1)
        return QStyle.visualRect(option.direction, cell, logical)

    def _request(self, wish: RowRequest) -> None:
        self.open_requested.emit(wish)


def _write(painter: QPainter, where: QRect, words: str, font: QFont, role: Role) -> None:
    """One line of words, elided to its room."""
    if not words or where.width() <= 0:
        return
    painter.setFont(font)
    painter.setPen(theme.current().colour(role))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(_LEAD), shown)
