"""Two panes side by side while there is room, one above the other when there is not. For ui/review only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from interviewer_app.ui import theme
from interviewer_app.ui.overriding import override
from interviewer_app.ui.widgets.hairline import Hairline

_WIDEST = 16_777_215  # what Qt takes for no limit
_LEADING, _SHARE = 552, 0.56


class Panes(QWidget):
    """The leading pane takes 552 px at most; `narrow` is the width at 100 % below which they are stacked."""

    def __init__(
        self, leading: QWidget, trailing: QWidget, narrow: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._leading = leading
        self._narrow = narrow
        self._line, self._across = Hairline(Qt.Orientation.Vertical), Hairline()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(leading, 1)
        self._box.addWidget(self._line)
        self._box.addWidget(self._across)
        self._box.addWidget(trailing, 1)
        theme.watch().changed.connect(self._arrange)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < theme.px(self._narrow)
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._line.setVisible(not stacked)
        self._across.setVisible(stacked)
        width = _WIDEST if stacked else min(theme.px(_LEADING), round(self.width() * _SHARE))
        self._leading.setMinimumWidth(0 if stacked else width)
        self._leading.setMaximumWidth(width)
