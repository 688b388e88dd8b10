"""The list of the kit library, with a sign on entries that are wrong or shipped. For ui/kits."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from interviewer_app.text import _
from interviewer_app.ui.kits.table_model import KitColumn, KitModel
from interviewer_app.ui.lists.table import RowPainter, RowsHeader, RowsTable, write
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, theme
from interviewer_app.ui.style.colours import Role


class KitTable(RowsTable):
    """One entry is in hand."""

    def __init__(self, model: KitModel) -> None:
        self.head = RowsHeader("kits.header", model)
        super().__init__("kits.table", _("Entries"), model, KitPainter(model), self.head)
        self.measure()


class KitPainter(RowPainter):
    """Title, figures and words."""

    def __init__(self, model: KitModel) -> None:
        super().__init__(model)
        self._model = model

    @override
    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        facts = self._model.rows[row]
        where = self.room(option, column)
        words = self._model.words(row, column)
        wrong = bool(facts.errors) and column in (KitColumn.TITLE, KitColumn.USED)
        colour: Role = "text" if column == KitColumn.TITLE else "text2"
        if wrong:
            colour = "alert" if column == KitColumn.USED else "text"
        if column == KitColumn.TITLE and (wrong or facts.shipped):
            where = self._paint_sign(painter, where, "octagon-alert" if wrong else "lock", wrong=wrong)
        # Figures of one width would set the hyphens of words apart.
        figures = words[:1].isdecimal()
        weight = theme.MEDIUM if column == KitColumn.TITLE else theme.REGULAR
        font = theme.font("base", weight, tabular=figures)
        write(painter, where, words, font, colour, trails=column == KitColumn.MINUTES)

    def _paint_sign(self, painter: QPainter, where: QRect, sign: str, *, wrong: bool) -> QRect:
        """The icon at the far end of the title; what is left for the words."""
        side = theme.px(14)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        logical = QRect(where.right() - side + 1, where.center().y() - side // 2, side, side)
        spot = QStyle.visualRect(painter.layoutDirection(), where, logical)
        icons.paint(painter, QRectF(spot), sign, "alert" if wrong else "text3")
        taken = side + theme.px(self.gap)
        return where.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)
