"""What is said to the candidate, large enough to read from. For prompt pane and candidate view."""

from unicodedata import bidirectional

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.theme import TextRole
from interviewer_app.ui.style.wrapping import wrapped


class Passage(QLabel):
    """Plain words at the line pitch of their text role."""

    def __init__(self, name: str = "live.passage", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.role: TextRole = "prompt"
        self._lines: list[str] = []
        self._for: tuple[str, TextRole, int, float] | None = None

    def set_role(self, role: TextRole) -> None:
        """Choose the size."""
        if role != self.role:
            self.role = role
            self.updateGeometry()
            self.update()

    def height_at(self, width: int) -> int:
        """The height the words need at a width."""
        return len(self.lines_at(width)) * theme.line_height(self.role)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(_direction(self.text(), self.layoutDirection()))
        painter.setFont(theme.font(self.role))
        painter.setPen(theme.current().text)
        pitch = theme.line_height(self.role)
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for at, words in enumerate(self.lines_at(self.width())):
            place = QRect(0, at * pitch, self.width(), pitch)
            if place.intersects(event.rect()):
                painter.drawText(place, lead, words)
        painter.end()

    def lines_at(self, width: int) -> list[str]:
        """The lines it is broken into at this width."""
        wanted = (self.text(), self.role, width, theme.scale())
        if wanted != self._for:
            self._for = wanted
            self._lines = wrapped(self.text(), theme.font(self.role), max(1, width))
        return self._lines


def _direction(words: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Which way the words run: their first letter says, whatever language the window speaks."""
    for letter in words:
        match bidirectional(letter):
            case "L":
                return Qt.LayoutDirection.LeftToRight
            case "R" | "AL":
                return Qt.LayoutDirection.RightToLeft
            case _:
                continue
    return otherwise


class PassagePane(QScrollArea):
    """Shows a passage whole while there is room, and scrolls it by itself when there is not."""

    def __init__(self, name: str = "live.passage", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._passage = Passage(name)
        self._passage.setBackgroundRole(QPalette.ColorRole.Base)
        self.setWidget(self._passage)

    def show_words(self, words: str) -> None:
        """Show a passage from its beginning."""
        if words != self._passage.text():
            self._passage.setText(words)
            self.verticalScrollBar().setValue(0)

    def fit(self, role: TextRole, width: int, room: int) -> None:
        """Take no more height than the words need, and no more than there is."""
        self._passage.set_role(role)
        needed = self._passage.height_at(width)
        over = needed > room
        bar = self.verticalScrollBar().sizeHint().width() if over else 0
        if over:
            needed = self._passage.height_at(width - bar)
            # Whole lines: half of one reads like a mistake.
            line = theme.line_height(role)
            room = max(room // line, 1) * line
        self._passage.resize(QSize(width - bar, needed))
        self.setFixedHeight(max(theme.line_height(role), min(needed, room)))
        # Only a passage that scrolls has to be reached by Tab.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if over else Qt.FocusPolicy.NoFocus)
