"""The clock of the step on screen: what is left in words, then spent of planned. For the prompt pane."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app import labels
from interviewer_app.domain.live.pacing import Pace, TimeState
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role

_SIGNS: Final[dict[TimeState, tuple[str, Role]]] = {
    TimeState.EASY: ("", "text"),
    TimeState.NEAR: ("clock", "caution"),
    TimeState.FULL: ("triangle-alert", "caution"),
    TimeState.OVER: ("octagon-alert", "on_alert"),
}


class StepClock(QLabel):
    """Speaks by words, shape and colour at 75, 100 and 110 % of the plan; never moves its neighbours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.step_clock")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._left = ""
        self._spent = ""
        self._state = TimeState.EASY
        theme.watch().changed.connect(self._restyle)
        self._restyle()

    def present(self, pace: Pace) -> None:
        """Show the step's time."""
        left = labels.left(pace.step_spent, pace.step_planned)
        spent = _("{spent} of {planned}").format(
            spent=labels.duration(int(pace.step_spent)), planned=labels.duration(pace.step_planned)
        )
        if (left, spent, pace.step_state) == (self._left, self._spent, self._state):
            return
        self._left, self._spent, self._state = left, spent, pace.step_state
        self.setText(f"{left}, {spent}")
        self.update()

    @property
    def state(self) -> TimeState:
        """Which state is shown, for tests."""
        return self._state

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.font("clock", theme.SEMIBOLD, tabular=True))
        both = (labels.left(0.0, 1200.0), labels.left(1200.0, 0.0))
        words = max(metrics.horizontalAdvance(one) for one in both)
        return QSize(round(words) + theme.px(18 + 8 + 16), theme.px(44))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        sign, role = _SIGNS[self._state]
        calm = self._state is TimeState.EASY
        font = theme.font("clock", theme.MEDIUM if calm else theme.SEMIBOLD, tabular=True)
        painter = QPainter(self)
        width = QFontMetricsF(font).horizontalAdvance(self._left) + 1
        # The tag of the gravest state keeps clear of the line below.
        high, pad = theme.px(26), theme.px(8) if self._state is TimeState.OVER else 0
        side, gap = theme.px(18), theme.px(8)
        whole = width + 2 * pad + (side + gap if sign else 0)
        tag = self._trailing(0, 0, whole, high)
        if self._state is TimeState.OVER:
            paint.box(painter, tag, fill=look.alert, radius=theme.RADIUS)
        painter.setFont(font)
        painter.setPen(look.colour(role))
        painter.drawText(self._trailing(pad, 0, width, high), Qt.AlignmentFlag.AlignCenter, self._left)
        if sign:
            place = self._trailing(pad + width + gap, (high - side) / 2, side, side)
            icons.paint(painter, place, sign, role)
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(look.text2)
        below = QRectF(0, theme.px(28), self.width(), theme.px(16))
        trail = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(below, int(trail), self._spent)
        painter.end()

    def _restyle(self) -> None:
        # Fixed both ways: new words then ask for no new layout, every second.
        self.setFixedSize(self.sizeHint())

    def _trailing(self, offset: float, top: float, width: float, height: float) -> QRectF:
        """A place so far from the trailing edge."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(offset if mirrored else self.width() - offset - width, top, width, height)
