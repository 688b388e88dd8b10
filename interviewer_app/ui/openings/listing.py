"""The openings in a list: title, where each stands, what is wrong with it. For ui/openings."""

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from interviewer_app.controllers.openings.views import OpeningChosen, OpeningItem
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme

_HEIGHT: Final = 52
_Index = QModelIndex | QPersistentModelIndex


class OpeningModel(QAbstractListModel):
    """The items, two lines each; the accessible text says all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[OpeningItem, ...] = ()

    def put(self, items: tuple[OpeningItem, ...]) -> None:
        """Show these items."""
        if [item.id for item in items] == [item.id for item in self.items]:
            self.items = items
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.UserRole:
            return item
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            spoken = ", ".join(part for part in (item.title, item.state, item.caution) if part)
            # A tool tip is read as markup when it looks like it; a plain prefix keeps it text.
            return spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
        return None


class OpeningList(QListView):
    """Arrows choose, and the opening follows at once."""

    opening_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opening.list")
        self.setAccessibleName(_("Openings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._model = OpeningModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self._told = ""
        self.selectionModel().currentChanged.connect(self._moved)

    def show_openings(self, items: tuple[OpeningItem, ...], chosen: str) -> None:
        """Show these openings, and which of them is in front."""
        self._told = chosen
        self._model.put(items)
        at = next((n for n, item in enumerate(items) if item.id == chosen), -1)
        if at >= 0 and self.currentIndex().row() != at:
            self.setCurrentIndex(self._model.index(at))

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        item = now.data(Qt.ItemDataRole.UserRole)
        if isinstance(item, OpeningItem) and item.id != self._told:
            self._told = item.id
            self._request(OpeningChosen(item.id))

    def _request(self, wish: OpeningChosen) -> None:
        self.opening_requested.emit(wish)


class _Delegate(QStyledItemDelegate):
    """Two lines: the title, and where it stands."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme.px(120), theme.px(_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(item, OpeningItem):
            return
        look = theme.current()
        where: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, look.accent_soft)
            painter.fillRect(QRect(where.left(), where.top(), 3, where.height()), look.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(where, look.sunk)
        inner = where.adjusted(theme.px(16), theme.px(6), -theme.px(12), -theme.px(6))
        first = QRect(inner.left(), inner.top(), inner.width(), theme.line_height())
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), theme.line_height("small"))
        painter.setLayoutDirection(option.direction)
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        bold = theme.font("base", theme.MEDIUM)
        painter.setFont(bold)
        painter.setPen(look.text)
        painter.drawText(first, lead, _cut(item.title, QFontMetrics(bold), first.width()))
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(look.caution if item.caution else look.text2)
        words = item.caution or item.state
        painter.drawText(second, lead, _cut(words, QFontMetrics(small), second.width()))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.accent)
            painter.drawRect(where.adjusted(1, 1, -2, -2))
        painter.restore()


def _cut(words: str, metrics: QFontMetrics, room: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
