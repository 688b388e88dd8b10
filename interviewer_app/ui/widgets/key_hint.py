"""The cap of one key, drawn small. For ui."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme


class KeyHint(QLabel):
    """A key cap such as F5; `active` marks the key that was pressed last."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._active = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.dress(self, "small", colour="text2")

    def render_key(self, text: str, *, active: bool = False) -> None:
        """Show this key."""
        self._active = active
        theme.dress(self, "small", colour="accent" if active else "text2")
        self.setText(text)
        self.setVisible(bool(text))

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * theme.px(6)
        return QSize(max(words, theme.px(20)), theme.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        paint.box(
            painter,
            QRectF(self.rect()),
            edge=look.accent if self._active else look.edge,
            width=look.border,
            radius=theme.RADIUS_SMALL,
        )
        painter.end()
        super().paintEvent(event)
