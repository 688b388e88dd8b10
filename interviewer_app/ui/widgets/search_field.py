"""A field to filter by words, with its sign and its key drawn inside. For ui."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, theme

_LEAST, _MOST = 200, 360


class SearchField(QLineEdit):
    """Says what it is for while nothing is typed, and which `key` leads to it."""

    def __init__(self, name: str, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.setPlaceholderText(words)
        self.setMaxLength(200)
        self.measure()

    def measure(self) -> None:
        """Take widths from the text scale in force."""
        self.setMinimumWidth(theme.px(_LEAST))
        self.setMaximumWidth(theme.px(_MOST))
        lead, trail = theme.px(22), self._hint_width() if self.isEnabled() else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(trail if mirrored else lead, 0, lead if mirrored else trail, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, edge = theme.px(14), theme.px(9)
        left = self.width() - edge - side if mirrored else edge
        where = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, where, "search", "text2" if self.isEnabled() else "text3")
        if self.isEnabled() and not self.text():
            painter.setFont(theme.font("small"))
            painter.setPen(theme.current().text3)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(edge, 0, -edge, 0), int(flags), self._key)
        painter.end()

    def _hint_width(self) -> int:
        return QFontMetrics(theme.font("small")).horizontalAdvance(self._key) + theme.px(4)
