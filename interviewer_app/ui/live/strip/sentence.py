"""The one sentence of the call: what is behind, then what matters next. For the live screen."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.tips import set_tip

Tone = Literal["calm", "caution", "alert", "paused"]


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A fact that stands out (or nothing), the rest, and how grave it is."""

    tone: Tone
    fact: str
    rest: str

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.fact} {self.rest}".strip()


class SentenceLine(QLabel):
    """Paints one sentence with its sign; the rest elides, the fact does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.sentence")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._view = SentenceView("calm", "", "")

    def present(self, view: SentenceView) -> None:
        """Show this sentence."""
        if view != self._view:
            self._view = view
            self.setText(view.words)
            set_tip(self, view.words)
            self.update()

    @property
    def whole_width(self) -> float:
        """The room that all the words need."""
        view, plain = self._view, theme.font("note")
        width = self.fact_width
        head, cut, tail = view.rest.partition(";")
        if view.tone == "calm" or not cut:
            return width + QFontMetricsF(plain).horizontalAdvance(view.rest) + 2
        width += QFontMetricsF(theme.font("note", theme.MEDIUM)).horizontalAdvance(head + cut)
        return width + QFontMetricsF(plain).horizontalAdvance(tail) + 3

    @property
    def head_width(self) -> float:
        """The room of the fact and of what comes before the semicolon: what matters next."""
        head, cut, _tail = self._view.rest.partition(";")
        if not cut:
            return self.fact_width
        strong = QFontMetricsF(theme.font("note", theme.MEDIUM))
        return self.fact_width + strong.horizontalAdvance(head + cut) + 2

    @property
    def fact_width(self) -> float:
        """The room of what never elides, with its sign."""
        if not self._view.fact:
            return 0.0
        pad = theme.px(8) if self._view.tone == "alert" else 0
        metrics = QFontMetricsF(theme.font("note", theme.SEMIBOLD))
        return 2 * pad + theme.px(14 + 4 + 8) + metrics.horizontalAdvance(self._view.fact)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(theme.CONTROL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        used = self._paint_fact(painter) if self._view.fact else 0.0
        self._paint_rest(painter, used)
        painter.end()

    def _place(self, left: float, width: float) -> QRectF:
        """A stretch of the line, mirrored for right-to-left."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(self.width() - left - width if mirrored else left, 0, width, self.height())

    def _paint_fact(self, painter: QPainter) -> float:
        """Sign and fact, in a filled tag when grave; returns the width used."""
        view, look = self._view, theme.current()
        font = theme.font("note", theme.SEMIBOLD)
        width = QFontMetricsF(font).horizontalAdvance(view.fact)
        side = theme.px(14)
        pad = theme.px(8) if view.tone == "alert" else 0
        signs: dict[Tone, tuple[str, Role]] = {
            "alert": ("octagon-alert", "on_alert"),
            "caution": ("clock", "caution"),
            "paused": ("pause", "text"),
            "calm": ("info", "text2"),
        }
        sign, role = signs[view.tone]
        whole = 2 * pad + side + theme.px(4) + width
        if view.tone == "alert":
            tag = self._place(0, whole)
            high = theme.px(24)
            tag.setTop((self.height() - high) / 2)
            tag.setHeight(high)
            paint.box(painter, tag, fill=look.alert, radius=theme.RADIUS)
        icons.paint(painter, self._centre(self._place(pad, side), side), sign, role)
        self._write(painter, pad + side + theme.px(4), width + 2, view.fact, font, role)
        return whole + theme.px(8)

    @staticmethod
    def _centre(room: QRectF, side: float) -> QRectF:
        return QRectF(room.left(), room.center().y() - side / 2, side, side)

    def _paint_rest(self, painter: QPainter, used: float) -> None:
        calm = self._view.tone == "calm"
        plain = theme.font("note")
        head, cut, tail = self._view.rest.partition(";")
        if calm or not cut:
            ink: Role = "text2" if calm or self._view.tone == "paused" else "text"
            self._write(painter, used, self.width() - used, self._view.rest, plain, ink)
            return
        strong = theme.font("note", theme.MEDIUM)
        width = QFontMetricsF(strong).horizontalAdvance(head + cut) + 1
        self._write(painter, used, min(width, self.width() - used), head + cut, strong, "text")
        left = used + width
        self._write(painter, left, self.width() - left, tail, plain, "text")

    def _write(
        self, painter: QPainter, left: float, width: float, words: str, font: QFont, role: Role
    ) -> None:
        if width <= theme.px(8):
            return
        painter.setFont(font)
        painter.setPen(theme.current().colour(role))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width + 1)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._place(left, width + 1), int(flags), shown)
