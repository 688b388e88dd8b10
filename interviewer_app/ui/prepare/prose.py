"""A paragraph to be read aloud, at the line pitch of notes. For ui/prepare."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme, wrapping
from interviewer_app.ui.style.theme import TextRole


class Prose(QLabel):
    """Wraps like a label, but keeps the line height of its text role; the text is the accessible name."""

    def __init__(self, role: TextRole = "note", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: TextRole = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.dress(self, role, colour="text2")

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * theme.line_height(self._role)

    @override
    def sizeHint(self) -> QSize:
        width = self.width() or theme.px(400)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.line_height(self._role))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        pitch = theme.line_height(self._role)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, words in enumerate(self._lines(self.width())):
            painter.drawText(0, at * pitch, self.width(), pitch, flags, words)
        painter.end()

    def _lines(self, width: int) -> list[str]:
        # One pixel to spare: metrics are rounded, and the last letter must not be cut.
        room = max(width - 1, QFontMetrics(self.font()).averageCharWidth())
        return wrapping.wrapped(self.text(), self.font(), room)
