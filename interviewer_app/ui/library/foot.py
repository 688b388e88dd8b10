"""The quiet line under the library: three keys, how many interviews, where they are kept. For ui/library."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.lists.table import MARGIN
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme


class LibraryFoot(QWidget):
    """Key hints are painted; what changes is a label, so that it can be read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library.foot")
        self._full = True
        self._count = _label("library.count")
        self._stored = _label("library.stored")
        self._stored.setText(_("Stored on this computer only"))
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self._count)
        self._row.addWidget(self._stored)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.dress(self, "small", surface="window")
        self.measure()

    def measure(self) -> None:
        """Take heights and gaps from the text scale in force."""
        self.setFixedHeight(theme.px(35))
        self._row.setContentsMargins(theme.px(MARGIN), 1, theme.px(MARGIN), 0)
        self._row.setSpacing(theme.px(16))

    def render_count(self, words: str, *, full: bool) -> None:
        """Say how many there are; without rows (`full` false) the keys that move among them are left out."""
        self._count.setText(words)
        self._count.setVisible(bool(words))
        if full != self._full:
            self._full = full
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(35))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint.hairline(painter, QRectF(0, 0, self.width(), 1), theme.current().line)
        room = QRectF(self.rect()).adjusted(theme.px(MARGIN), 1, -theme.px(MARGIN), 0)
        rest = next((label for label in (self._count, self._stored) if not label.isHidden()), self._stored)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        end = self.width() - rest.geometry().right() if mirrored else rest.x()
        paint.draw_runs(painter, room, self._runs(end - theme.px(2 * MARGIN)))
        painter.end()

    def _runs(self, room: int) -> tuple[paint.Run, ...]:
        """The hints that fit into the room, the first ones first."""
        key, word = theme.font("small", theme.MEDIUM), theme.font("small")
        hints = [(actions.key("app.help"), _("help and keys"))]
        if self._full:
            hints = [("Enter", _("open")), ("↑↓", _("move")), *hints]
        runs: list[paint.Run] = []
        used = 0
        for at, (cap, meaning) in enumerate(hints):
            used += QFontMetrics(key).horizontalAdvance(cap) + QFontMetrics(word).horizontalAdvance(meaning)
            used += theme.px(20)
            if used > room:
                break
            runs += [
                paint.Run(cap, key, "text2", gap=16 if at else 0),
                paint.Run(meaning, word, "text3", gap=4),
            ]
        return tuple(runs)


def _label(name: str) -> QLabel:
    made = QLabel()
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    theme.dress(made, "small", tabular=True, colour="text3")
    return made
