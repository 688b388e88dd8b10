"""Whether everything typed is on the disk: a dot, a ring or a triangle, with words. For ui."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, theme


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """The state of saving, with the time of day of the last (or last good) save as text."""

    state: Literal["saved", "writing", "unsaved"]
    time: str = ""

    def words(self) -> str:
        """What the state says to a person."""
        if self.state == "writing":
            return _("Writing")
        if self.state == "unsaved":
            return _("Not saved since {time}").format(time=self.time) if self.time else _("Not saved")
        return _("Saved {time}").format(time=self.time) if self.time else _("Saved")


class StatusDot(QLabel):
    """Shows a SaveStatus; keeps its width between saved and writing, so nothing beside it moves.

    `brief` says of what is saved only when.
    """

    def __init__(
        self, name: str = "save_status", *, brief: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._brief = brief
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._status = SaveStatus("saved")
        theme.dress(self, "small", tabular=True, colour="text2")
        self.setText(self._words(self._status))

    def present(self, status: SaveStatus) -> None:
        """Show this status."""
        if status == self._status:
            return
        alarm = status.state == "unsaved"
        if alarm != (self._status.state == "unsaved"):
            weight = theme.MEDIUM if alarm else theme.REGULAR
            theme.dress(self, "small", weight, tabular=True, colour="alert" if alarm else "text2")
        self._status = status
        # The text is the accessible name: a name set by hand would hide it.
        self.setText(self._words(status))
        if self._brief:
            self.setAccessibleDescription(status.words())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        usual = self._words(SaveStatus("saved", "00:00:00"))
        words = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(usual))
        return QSize(theme.px(20) + words, max(metrics.height(), theme.px(16)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sign, words = theme.px(12), theme.px(20)
        room = QRectF(self.rect())
        place = QRectF(room.right() - sign if mirrored else 0.0, 0, sign, room.height())
        self._paint_sign(painter, place)
        painter.setPen(self.palette().windowText().color())
        rest = room.adjusted(0, 0, -words, 0) if mirrored else room.adjusted(words, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rest, side | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _words(self, status: SaveStatus) -> str:
        """Brief, the time alone says that all is well."""
        return status.time if self._brief and status.state == "saved" and status.time else status.words()

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        look = theme.current()
        if self._status.state == "unsaved":
            icons.paint(painter, place, "triangle-alert", "alert")
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.px(8) / 2
        if self._status.state == "saved":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent)
        else:
            painter.setPen(QPen(look.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius -= 1
        painter.drawEllipse(place.center(), radius, radius)
