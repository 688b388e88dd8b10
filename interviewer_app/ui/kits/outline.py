"""The entries of a kit file as a list at the side of the editor. For ui/kits/editor.py."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from interviewer_app.controllers.kits.views import OutlineRow
from interviewer_app.domain.kits.fields import Path
from interviewer_app.text import _, ngettext
from interviewer_app.ui.lists.table import RowPainter, RowsModel, RowsTable, write
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, theme
from interviewer_app.ui.style.colours import Role


class OutlineModel(RowsModel[OutlineRow]):
    """One column: names of lists, and the entries under each."""

    @override
    def key(self, row: OutlineRow) -> object:
        return row.path

    @override
    def words(self, row: int, column: int) -> str:
        return self.rows[row].words

    @override
    def spoken(self, row: int, column: int) -> str:
        facts = self.rows[row]
        if not facts.problems:
            return facts.words
        count = ngettext("{n} problem", "{n} problems", facts.problems).format(n=facts.problems)
        return f"{facts.words}, {count}"


class Outline(RowsTable):
    """Arrows and clicks choose an entry."""

    def __init__(self) -> None:
        self.entries = OutlineModel()
        rows = _Entries(self.entries)
        super().__init__("kit_editor.outline", _("Entries of the file"), self.entries, rows)
        self.measure()

    def show_rows(self, rows: tuple[OutlineRow, ...], current: Path) -> None:
        """Show these rows, one of them in hand; nobody is told."""
        chooser = self.selectionModel()
        chooser.blockSignals(True)
        self.entries.take(rows)
        at = next((n for n, row in enumerate(rows) if row.path == current), 0)
        if at != self.currentIndex().row():
            self.hold(at)
        chooser.blockSignals(False)
        self.viewport().update()


class _Entries(RowPainter):
    height = 28
    lined = False
    hover = None

    def __init__(self, model: OutlineModel) -> None:
        super().__init__(model)
        self._model = model

    @override
    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        facts = self._model.rows[row]
        cell: QRect = option.rect
        lead = theme.px(16 if facts.head or not facts.path else 28)
        side = theme.px(14)
        trail = theme.px(12) + (side + theme.px(8) if facts.problems else 0)
        where = QStyle.visualRect(option.direction, cell, cell.adjusted(lead, 0, -trail, 0))
        if facts.problems:
            logical = QRect(cell.right() - theme.px(12) - side, cell.center().y() - side // 2, side, side)
            spot = QStyle.visualRect(option.direction, cell, logical)
            icons.paint(painter, QRectF(spot), "octagon-alert", "alert")
        colour: Role = "text2" if facts.head else "text"
        font = theme.font("small" if facts.head else "base", theme.MEDIUM if facts.head else theme.REGULAR)
        write(painter, where, facts.words, font, colour)
