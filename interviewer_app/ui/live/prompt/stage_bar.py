"""The prompt's own time plan as a bar: where in it the call is now. For the prompt pane."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from interviewer_app import labels
from interviewer_app.domain.kits.kit import TimeSpan
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme

_THICK, _THIN = 4, 2
_LEAST_WORDS = 32


@dataclass(frozen=True, slots=True)
class StageView:
    """The plan, in minutes at factor 100, how many of them have gone, and whether words are shown."""

    plan: tuple[TimeSpan, ...]
    minutes: float
    words: bool = True

    @property
    def current(self) -> int:
        """The stretch that is on now; the last one when the time is up."""
        for index, span in enumerate(self.plan):
            if self.minutes < span.end:
                return index
        return len(self.plan) - 1


class StageBar(QLabel):
    """A stretch per stage, the present one thick and in full ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.stages")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view = StageView((), 0.0)
        self._now = -1

    def present(self, view: StageView) -> None:
        """Show the plan; repaints only when another stage begins."""
        before, self._view = self._view, view
        if (before.plan, before.words, self._now) == (view.plan, view.words, view.current):
            return
        self._now = view.current
        self.setVisible(bool(view.plan))
        self.setText(view.plan[self._now].label if view.plan else "")
        self.updateGeometry()
        self.update()

    def show_words(self, *, shown: bool) -> None:
        """Show the names of the stages below the bar, or the bar alone."""
        self.present(replace(self._view, words=shown))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(24 if self._view.words else 6))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        for index, place in enumerate(self._places()):
            self._paint_stage(painter, index, place)
        painter.end()

    def _places(self) -> list[QRect]:
        plan = self._view.plan
        first, last = plan[0].start if plan else 0, plan[-1].end if plan else 1
        scale = (self.width() + theme.px(2)) / max(1, last - first)
        out = []
        for span in plan:
            left, right = round((span.start - first) * scale), round((span.end - first) * scale) - theme.px(2)
            place = QRect(left, 0, right - left, self.height())
            out.append(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        return out

    def _paint_stage(self, painter: QPainter, index: int, place: QRect) -> None:
        look, now = theme.current(), self._now
        thick = theme.px(_THICK if index == now else _THIN)
        bar = QRect(place.left(), (theme.px(_THICK) - thick) // 2, place.width(), thick)
        ink = look.text2 if index == now else look.past if index < now else look.future
        paint.box(painter, bar.toRectF(), fill=ink, radius=theme.px(2))
        if not self._view.words:
            return
        font = theme.font("label", theme.MEDIUM if index == now else theme.REGULAR)
        span = self._view.plan[index]
        words = span.label
        metrics = QFontMetrics(font)
        if index == len(self._view.plan) - 1 and span.start > 0:
            timed = _("{stage}, from {time}").format(stage=span.label, time=labels.duration(span.start * 60))
            if metrics.horizontalAdvance(timed) <= place.width():
                words = timed
        painter.setFont(font)
        painter.setPen(look.text if index == now else look.text3)
        below = QRect(place.left(), theme.px(8), place.width(), theme.px(16))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 1)
        if shown != words and place.width() < theme.px(_LEAST_WORDS):
            return  # a letter and three dots say nothing
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
