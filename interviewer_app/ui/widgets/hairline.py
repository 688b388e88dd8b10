"""A separating line, one pixel on every screen. For ui."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.style.colours import Role


class Hairline(QWidget):
    """A line across its layout; vertical between columns."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        role: Role = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: Role = role
        fixed, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
            self.setSizePolicy(grows, fixed)
        else:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, grows)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.current().colour(self._role)
        painter = QPainter(self)
        paint.hairline(painter, QRectF(self.rect()), colour)
        painter.end()
