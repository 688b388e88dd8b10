"""Two panes side by side while there is room, one above the other when there is not. For ui/review only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.hairline import Hairline

_WIDEST = 16_777_215  # what Qt takes for no limit
LEADING = 552
"""The usual width of the leading pane at most."""

_TRAILING, _SHARE = 360, 0.56


class Panes(QWidget):
    """The leading pane takes `most` at most; `narrow` is the width below which they are stacked; at 100 %."""

    def __init__(self, leading: QWidget, trailing: QWidget, narrow: int, most: int = LEADING) -> None:
        super().__init__()
        self._most = most
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
        share = max(round(self.width() * _SHARE), self.width() - theme.px(_TRAILING))
        width = _WIDEST if stacked else min(theme.px(self._most), share)
        self._leading.setMinimumWidth(0 if stacked else width)
        self._leading.setMaximumWidth(width)
