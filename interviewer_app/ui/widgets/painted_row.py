"""Rows that are painted whole and pressed like buttons, and strokes they share. For ui."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QStyle, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.style.colours import Role

LEAD = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
TRAIL = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)


class PaintedRow(QAbstractButton):
    """A row as wide as its pane and as high as its words; Space, Enter or a click press it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # A ring around a row as wide as its pane would be cut off by the pane: it is drawn inside.
        self.setProperty("ring", False)
        self._ringed = False
        theme.watch().changed.connect(self.updateGeometry)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def sizeHint(self) -> QSize:
        width = theme.px(320)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(24))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ringed = False
        super().mousePressEvent(event)

    def ring(self, painter: QPainter) -> None:
        """The focus ring, last of all, when the focus came by keyboard."""
        if self._ringed and self.hasFocus():
            look = theme.current()
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint.box(painter, inner, edge=look.accent, width=look.ring, radius=theme.RADIUS)

    def place(self, x: int, y: int, width: int, height: int) -> QRect:
        """A rectangle counted from the leading side."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, y, width, height))

    def begin(self) -> QPainter:
        """A painter on this row, in its reading direction."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        return painter


def ink(painter: QPainter, font: QFont, colour: QColor) -> None:
    """Set font and pen together."""
    painter.setFont(font)
    painter.setPen(colour)


def label(
    words: str = "",
    text: theme.TextRole = "base",
    weight: int = theme.REGULAR,
    colour: Role = "text",
    *,
    wraps: bool = False,
) -> QLabel:
    """A label of plain text."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    theme.dress(made, text, weight, tabular=True, colour=colour)
    return made
