"""The openings in a list: title, where each stands, what is wrong with it. For ui/openings."""

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from interviewer_app.controllers.openings.views import OpeningChosen, OpeningItem
from interviewer_app.text import _
from interviewer_app.ui.lists.table import RowPainter, RowsModel, RowsTable, write
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role


class OpeningModel(RowsModel[OpeningItem]):
    """Two lines each; a screen reader says all of them."""

    @override
    def key(self, row: OpeningItem) -> object:
        return row.id

    @override
    def words(self, row: int, column: int) -> str:
        return self.rows[row].title

    @override
    def spoken(self, row: int, column: int) -> str:
        item = self.rows[row]
        return ", ".join(part for part in (item.title, item.state, item.caution) if part)


class OpeningList(RowsTable):
    """Arrows choose, and the opening follows at once."""

    opening_requested = Signal(object)

    def __init__(self) -> None:
        self._model = OpeningModel()
        super().__init__("opening.list", _("Openings"), self._model, _Openings(self._model))
        self.setProperty("ring", True)
        self._told = ""
        self.measure()
        self.selectionModel().currentChanged.connect(self._moved)

    def show_openings(self, items: tuple[OpeningItem, ...], chosen: str) -> None:
        """Show these openings, and which of them is in front."""
        self._told = chosen
        self._model.take(items)
        at = next((n for n, item in enumerate(items) if item.id == chosen), -1)
        if at >= 0 and self.currentIndex().row() != at:
            self.hold(at)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self._model.rows[now.row()].id != self._told:
            self._told = self._model.rows[now.row()].id
            self._request(OpeningChosen(self._told))

    def _request(self, wish: OpeningChosen) -> None:
        self.opening_requested.emit(wish)


class _Openings(RowPainter):
    """Two lines: the title, and where it stands."""

    height = 52
    lined = False
    hover = "sunk"

    def __init__(self, model: OpeningModel) -> None:
        super().__init__(model)
        self._model = model

    @override
    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        item = self._model.rows[row]
        where: QRect = option.rect
        inner = where.adjusted(theme.px(16), theme.px(6), -theme.px(12), -theme.px(6))
        first = QRect(inner.left(), inner.top(), inner.width(), theme.line_height())
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), theme.line_height("small"))
        write(painter, first, item.title, theme.font("base", theme.MEDIUM), "text")
        colour: Role = "caution" if item.caution else "text2"
        write(painter, second, item.caution or item.state, theme.font("small"), colour)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.current().accent)
            painter.drawRect(where.adjusted(1, 1, -2, -2))
