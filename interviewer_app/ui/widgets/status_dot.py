"""Whether everything typed is on the disk: a dot, a ring or a triangle, with words. For ui."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, theme

_USUAL: Final = SaveView(SaveState.SAVED, datetime(2000, 1, 1))  # noqa: DTZ001  any time is as wide


class StatusDot(QLabel):
    """Shows a SaveView, with the time of the last good save.

    It keeps its width between saved and writing, so nothing beside it moves. `brief` says of
    what is saved only when.
    """

    def __init__(
        self, name: str = "save_status", *, brief: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._brief = brief
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._save = SaveView(SaveState.SAVED)
        theme.dress(self, "small", tabular=True, colour="text2")
        self.setText(self._words(self._save))

    def present(self, save: SaveView) -> None:
        """Show where the text is."""
        if save == self._save:
            return
        alarm = save.state is SaveState.FAILED
        if alarm != (self._save.state is SaveState.FAILED):
            weight = theme.MEDIUM if alarm else theme.REGULAR
            theme.dress(self, "small", weight, tabular=True, colour="alert" if alarm else "text2")
        self._save = save
        # The text is the accessible name: a name set by hand would hide it.
        self.setText(self._words(save))
        if self._brief:
            self.setAccessibleDescription(_words(save))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        usual = self._words(_USUAL)
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

    def _words(self, save: SaveView) -> str:
        """Brief, the time alone says that all is well."""
        brief = self._brief and save.state is SaveState.SAVED
        return (_time(save) if brief else "") or _words(save)

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        look = theme.current()
        if self._save.state is SaveState.FAILED:
            icons.paint(painter, place, "triangle-alert", "alert")
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.px(8) / 2
        if self._save.state is SaveState.SAVED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent)
        else:
            painter.setPen(QPen(look.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius -= 1
        painter.drawEllipse(place.center(), radius, radius)


def _time(save: SaveView) -> str:
    return f"{save.at:%H:%M:%S}" if save.at is not None else ""


def _words(save: SaveView) -> str:
    """What the state says to a person."""
    time = _time(save)
    match save.state:
        case SaveState.WRITING:
            return _("Writing")
        case SaveState.FAILED:
            return _("Not saved since {time}").format(time=time) if time else _("Not saved")
        case SaveState.SAVED:
            return _("Saved {time}").format(time=time) if time else _("Saved")
