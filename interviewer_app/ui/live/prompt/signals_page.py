"""What strong and weak answers to the prompt sound like, and hints for asking it. For the prompt pane."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.wrapping import wrapped


@dataclass(frozen=True, slots=True)
class SignalsView:
    """Strong signals, weak signals and hints for the interviewer."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]
    hints: str


class _Words(QLabel):
    """A paragraph at 13/18 with a sign before its first line."""

    def __init__(self, sign: str, words: str) -> None:
        super().__init__()
        self._sign = sign
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), self.heightForWidth(theme.px(300)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(24))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * theme.px(18) + theme.px(6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        indent = self._indent()
        painter.setFont(theme.font("base", theme.SEMIBOLD))
        painter.setPen(look.accent if self._sign == "+" else look.caution)
        first = QRect(0, theme.px(3), self.width(), theme.px(18))
        painter.drawText(first, lead, self._sign)
        painter.setFont(theme.font("base"))
        painter.setPen(look.text)
        for at, words in enumerate(self._lines(self.width())):
            place = QRect(
                0 if mirrored else indent,
                theme.px(3) + at * theme.px(18),
                self.width() - indent,
                theme.px(18),
            )
            painter.drawText(place, lead, words)
        painter.end()

    def _indent(self) -> int:
        return theme.px(16) if self._sign else 0

    def _lines(self, width: int) -> list[str]:
        return wrapped(self.text(), theme.font("base"), max(1, width - self._indent()))


class SignalsPage(QScrollArea):
    """Strong, weak, hints; reached with F4 and never shown before it is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.signals")
        self.setAccessibleName(_("Signals"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._margin = 24
        self._view: SignalsView | None = None

    def present(self, view: SignalsView) -> None:
        """Show these."""
        if view == self._view:
            return
        self._view = view
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(self._margin), theme.px(8), theme.px(self._margin), theme.px(8))
        column.setSpacing(0)
        hints = (view.hints,) if view.hints else ()
        for title, sign, lines in (
            (_("Strong"), "+", view.strong),
            (_("Weak"), "!", view.weak),
            (_("For you"), "", hints),
        ):
            if lines:
                column.addWidget(_heading(title))
                for words in lines:
                    column.addWidget(_Words(sign, words))
                column.addSpacing(theme.px(8))
        column.addStretch(1)
        self.setWidget(inner)
        # A pane that scrolls has no words of its own for a screen reader.
        self.setAccessibleDescription(
            "\n".join(label.text() for label in inner.findChildren(QLabel) if label.text())
        )

    def set_margin(self, side: int) -> None:
        """Change the space at both sides, in pixels at 100 %."""
        self._margin = side
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if layout is not None:
            layout.setContentsMargins(theme.px(side), theme.px(8), theme.px(side), theme.px(8))


def _heading(words: str) -> QLabel:
    made = QLabel(words)
    theme.dress(made, "small", theme.MEDIUM, colour="text2")
    return made
