"""A line that can be ticked: a probe, a fact, a reminder. For ui."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.theme import TextRole
from interviewer_app.ui.style.wrapping import wrapped
from interviewer_app.ui.widgets.tips import set_tip


@dataclass(frozen=True, slots=True)
class CheckView:
    """The words, whether ticked, and a short remark at the far end (a time, "counts as help").

    `fades`: a ticked row turns grey and keeps a bare tick; else it keeps its full
    strength and a filled box. `elides`: a ticked row shrinks to one line.
    """

    key: str
    text: str
    ticked: bool = False
    remark: str = ""
    fades: bool = True
    elides: bool = False


@dataclass(frozen=True, slots=True)
class Ticked:
    """The wish to tick or untick the row with this key."""

    key: str
    on: bool


class CheckRow(QCheckBox):
    """Box and words; open words wrap, used ones may elide. Space or a click anywhere ticks."""

    tick_requested = Signal(object)

    def __init__(
        self,
        name: str,
        view: CheckView | None = None,
        text: TextRole = "base",
        line: Literal[18, 20] = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._role: TextRole = text
        self._line = line
        self._view = CheckView("", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Not clicked: a screen reader toggles without a click.
        self.toggled.connect(self._toggled)
        if view is not None:
            self.present(view)

    def present(self, view: CheckView) -> None:
        """Show this row."""
        if view == self._view:
            return
        self._view = view
        self.setText(view.text.replace("&", "&&"))
        self.setAccessibleName(view.text)
        self.setAccessibleDescription(view.remark)
        self.setChecked(view.ticked)
        set_tip(self, view.text if self._one_line() else "")
        self.updateGeometry()
        self.update()

    @property
    def view(self) -> CheckView:
        """What is shown now."""
        return self._view

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(self._role)).horizontalAdvance(self._view.text)
        width = min(words, theme.px(480)) + self._left() + self._right()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self._row_height(1))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._row_height(1 if self._one_line() else len(self._lines(width)))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        faded = self._view.ticked and self._view.fades
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_box(painter, faded=faded)
        ink = look.text3 if faded or not self.isEnabled() else look.text
        painter.setPen(ink)
        painter.setFont(theme.font(self._role))
        lead = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        for at, words in enumerate(self._shown()):
            painter.drawText(self._words_rect(at), int(lead), words)
        if self._view.remark:
            painter.setPen(look.text3)
            painter.setFont(theme.font("small", tabular=True))
            trail = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
            first = self._visual(QRect(0, self._pad(), self.width(), theme.px(self._line)))
            painter.drawText(first, int(trail), self._view.remark)
        painter.end()

    def _paint_box(self, painter: QPainter, *, faded: bool) -> None:
        side = theme.px(16)
        top = self._pad() + (theme.px(self._line) - side) // 2
        where = QRectF(self._visual(QRect(0, top, side, side)))
        if faded:
            icons.paint(painter, where.adjusted(1, 1, -1, -1), "check", "text3")
        else:
            paint.paint_check(painter, where, ticked=self._view.ticked, enabled=self.isEnabled())

    def _visual(self, logical: QRect) -> QRect:
        """A rectangle mirrored for right-to-left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)

    def _words_rect(self, line: int) -> QRect:
        pitch = theme.px(self._line)
        width = self.width() - self._left() - self._right()
        return self._visual(QRect(self._left(), self._pad() + line * pitch, width, pitch))

    def _shown(self) -> list[str]:
        width = self.width() - self._left() - self._right()
        if self._one_line():
            metrics = QFontMetrics(theme.font(self._role))
            return [metrics.elidedText(self._view.text, Qt.TextElideMode.ElideRight, width)]
        return self._lines(self.width())

    def _lines(self, width: int) -> list[str]:
        room = max(1, width - self._left() - self._right())
        return wrapped(self._view.text, theme.font(self._role), room)

    def _one_line(self) -> bool:
        return self._view.ticked and self._view.elides

    def _row_height(self, lines: int) -> int:
        return lines * theme.px(self._line) + 2 * self._pad()

    def _pad(self) -> int:
        return theme.px(4)

    def _left(self) -> int:
        return theme.px(28) if self._role == "base" else theme.px(24)

    def _right(self) -> int:
        if not self._view.remark:
            return 0
        metrics = QFontMetrics(theme.font("small", tabular=True))
        return metrics.horizontalAdvance(self._view.remark) + theme.px(16)

    def _toggled(self, on: bool) -> None:
        if on == self._view.ticked:
            return
        # The owner decides; until it renders again the row shows what is true.
        wish = Ticked(self._view.key, on)
        self.setChecked(self._view.ticked)
        self._request(wish)

    def _request(self, wish: Ticked) -> None:
        self.tick_requested.emit(wish)
