"""A note that can be ticked: cited as evidence, made a point, or quoted. For ui/review only."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from interviewer_app import labels
from interviewer_app.domain.notes.note import Marker
from interviewer_app.ui.overriding import override
from interviewer_app.ui.review.pages import NoteRequest
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.style.wrapping import wrapped
from interviewer_app.ui.widgets.painted_row import LEAD, TRAIL, PaintedRow, ink

_PITCH = 18
_INKS: Final[dict[Marker, Role]] = {
    Marker.PLAIN: "text3",
    Marker.SAID: "text3",
    Marker.FOR: "accent",
    Marker.AGAINST: "alert",
    Marker.UNKNOWN: "caution",
    Marker.HELP: "text3",
}


@dataclass(frozen=True, slots=True)
class NoteLook:
    """What the row shows. `t` is in seconds; `remark` stands at the far end; `shut` lets nothing change."""

    note: str
    t: float
    marker: Marker
    body: str
    on: bool
    remark: str = ""
    shut: bool = False


class NoteRow(PaintedRow):
    """Box, time, marker and the words of a note; shows the old state until it is rendered again."""

    tick_requested = Signal(object)

    def __init__(
        self,
        name: str,
        shape: Literal["check", "radio"] = "check",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._shape = shape
        self._look = NoteLook("", 0.0, Marker.PLAIN, "", on=False)
        self.setCheckable(True)
        self.clicked.connect(self._pressed)
        self.toggled.connect(self._toggled)

    def present(self, look: NoteLook) -> None:
        """Show this note."""
        known, self._look = look == self._look, look
        self.setChecked(look.on)
        if known:
            return
        time = labels.clock(look.t)
        self.setText(look.body.replace("&", "&&"))
        self.setAccessibleName(" ".join(filter(None, (time, labels.marker(look.marker), look.body))))
        self.setAccessibleDescription(look.remark)
        self.updateGeometry()
        self.update()

    @property
    def look(self) -> NoteLook:
        """What is shown now."""
        return self._look

    @override
    def nextCheckState(self) -> None:
        """Leave the state to the owner, who renders the row again."""

    @override
    def heightForWidth(self, width: int) -> int:
        return theme.px(8) + len(self._lines(width)) * theme.px(_PITCH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = theme.current(), theme.px
        painter = self.begin()
        if (self.underMouse() or self.isDown()) and not self._look.shut:
            painter.fillRect(self.rect(), look.line if self.isDown() else look.sunk)
        self._paint_box(painter)
        ink(painter, theme.font("small", tabular=True), look.text3)
        time = self.place(px(44), px(4), self._time(), px(_PITCH))
        painter.drawText(time, LEAD, labels.clock(self._look.t))
        self._paint_words(painter)
        if self._look.remark:
            ink(painter, theme.font("small"), look.text3)
            end = self.place(self.width() - px(24) - px(200), px(4), px(200), px(_PITCH))
            painter.drawText(end, TRAIL, self._look.remark)
        self.ring(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        px = theme.px
        where = QRectF(self.place(px(16), px(5), px(16), px(16)))
        if self._shape == "check":
            paint.paint_check(painter, where, ticked=self._look.on, enabled=not self._look.shut)
        else:
            paint.paint_radio(painter, where, chosen=self._look.on, enabled=not self._look.shut)

    def _paint_words(self, painter: QPainter) -> None:
        look, px = theme.current(), theme.px
        left, top, pitch = self._left(), px(4), px(_PITCH)
        width = self.width() - left - px(16)
        lines = self._lines(self.width())
        marker = self._look.marker
        if marker is not Marker.PLAIN:
            bold = theme.font("base", theme.SEMIBOLD)
            ink(painter, bold, look.colour(_INKS[marker]))
            painter.drawText(self.place(left, top, width, pitch), LEAD, marker.value)
            gone = QFontMetrics(bold).horizontalAdvance(marker.value + " ")
            ink(painter, theme.font(), look.text)
            first = lines[0].removeprefix(marker.value).lstrip()
            painter.drawText(self.place(left + gone, top, width - gone, pitch), LEAD, first)
            lines[0] = ""
        ink(painter, theme.font(), look.text)
        for at, words in enumerate(lines):
            painter.drawText(self.place(left, top + at * pitch, width, pitch), LEAD, words)

    def _lines(self, width: int) -> list[str]:
        metrics = QFontMetrics(theme.font("small"))
        far = metrics.horizontalAdvance(self._look.remark) + theme.px(16) if self._look.remark else 0
        room = max(theme.px(80), width - self._left() - theme.px(24) - far - theme.px(4))
        return wrapped(f"{self._look.marker.value} {self._look.body}".strip(), theme.font(), room)

    def _left(self) -> int:
        return theme.px(44) + self._time() + theme.px(12)

    def _time(self) -> int:
        widest = "0:00:00" if self._look.t >= 3600 else "00:00"
        return QFontMetrics(theme.font("small", tabular=True)).horizontalAdvance(widest)

    def _toggled(self, on: bool) -> None:
        # A screen reader toggles without a click.
        if on != self._look.on:
            self.setChecked(self._look.on)
            self.click()

    def _pressed(self) -> None:
        if not self._look.shut:
            self._request(NoteRequest(self._look.note, not self._look.on))

    def _request(self, wish: NoteRequest) -> None:
        self.tick_requested.emit(wish)
