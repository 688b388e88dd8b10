"""Filter, phases, Export and New in one row, or in two where the window is narrow. For ui/library."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interviewer_app.ui.lists.table import MARGIN
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme

_HEAD: Final = 52
_ONE_ROW: Final = 960


class HeadRow(QWidget):
    """Phases and Export go to a row of their own below 960 px at 100 %."""

    def __init__(self, field: QWidget, phases: QWidget, export: QWidget, new: QWidget) -> None:
        super().__init__()
        self._phases, self._export = phases, export
        self._narrow = False
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(field, 100)
        self._first.addWidget(phases)
        self._first.addStretch(1)
        self._first.addWidget(export)
        self._first.addWidget(new)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._first)
        self._rows.addLayout(self._second)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def measure(self) -> None:
        """Take margins and gaps from the text scale in force."""
        edge, gap = theme.px(MARGIN), theme.px(12)
        space = theme.px((_HEAD - theme.CONTROL) // 2)
        self._rows.setContentsMargins(edge, space, edge, space - 1)
        for row in (self._first, self._second):
            row.setSpacing(gap)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme.px(_ONE_ROW)
        self._rows.setSpacing(theme.px(12) if narrow else 0)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._second.addWidget(self._phases)
            self._second.addStretch(1)
            self._second.addWidget(self._export)
            return
        self._second.takeAt(1)
        self._first.insertWidget(1, self._phases)
        self._first.insertWidget(3, self._export)
