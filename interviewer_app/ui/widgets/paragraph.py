"""Words that wrap at the line pitch of their text role. For ui."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.style.theme import TextRole
from interviewer_app.ui.style.wrapping import wrapped


class Paragraph(QLabel):
    """Plain words over as many lines as the width asks for; QLabel alone would set them too tight.

    `line` overrides the line pitch of the role, in logical pixels at 100 %.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = "base",
        colour: Role = "text",
        line: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: TextRole = role
        self._line = line
        self._broken: tuple[int, list[str]] = (-1, [])
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.dress(self, role, colour=colour)
        self.present(text)

    def present(self, text: str) -> None:
        """Show these words."""
        if text != self.text():
            self._broken = (-1, [])
            self.setText(text)

    def set_role(self, role: TextRole, colour: Role = "text") -> None:
        """Change size and colour, for instance when the window is low."""
        self._role = role
        theme.dress(self, role, colour=colour)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        return len(self._lines(room)) * self._pitch() + margins.top() + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.px(240))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self._pitch())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._broken = (-1, [])
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setLayoutDirection(self.layoutDirection())
        metrics = QFontMetricsF(self.font())
        pitch = self._pitch()
        base = room.top() + round((pitch + metrics.ascent() - metrics.descent()) / 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for at, words in enumerate(self._lines(room.width())):
            spare = room.width() - metrics.horizontalAdvance(words) if mirrored else 0.0
            painter.drawText(QPointF(room.left() + spare, base + at * pitch), words)
        painter.end()

    def _pitch(self) -> int:
        return theme.px(self._line) if self._line else theme.line_height(self._role)

    def _lines(self, width: int) -> list[str]:
        """The broken lines, kept until width, words or font change."""
        if self._broken[0] != width:
            lines = [
                line for part in self.text().split("\n") for line in wrapped(part, self.font(), max(1, width))
            ]
            self._broken = (width, lines)
        return self._broken[1]
