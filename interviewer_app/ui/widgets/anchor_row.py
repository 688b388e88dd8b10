"""An anchor, "not observed" or a category to choose: a key and the words it stands for. For ui."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.wrapping import wrapped
from interviewer_app.ui.widgets.painted_row import CENTRE, LEAD, PaintedRow, ink

NOT_OBSERVED = "-"
_KEY, _INDENT, _SIGN = 24, 56, 16
_PAD, _PITCH = 8, 18


@dataclass(frozen=True, slots=True)
class AnchorView:
    """The key that chooses it, its words, a quiet remark after them, whether chosen or being read.

    `name` and `description` are what a screen reader is told.
    """

    key: str
    words: str
    remark: str = ""
    chosen: bool = False
    read: bool = False
    name: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """Score a category 0 to 5, as not observed, or as open again (no value)."""

    letter: str
    value: int | None
    observed: bool = True


@dataclass(frozen=True, slots=True)
class AnchorSpace:
    """Pixels at 100 %: at the trailing edge, between words and tick, before a remark; the sign's side."""

    trail: int
    tick: int
    remark: int
    sign: int = 16


class AnchorRow(PaintedRow):
    """Wraps its words; the chosen one has a soft ground, a bar and a tick. A click asks, the view decides."""

    def __init__(self, name: str, space: AnchorSpace, *, strong: int = theme.REGULAR) -> None:
        super().__init__(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)
        self._space = space
        self._weight = strong
        self._view = AnchorView("", "")
        self.toggled.connect(self._toggled)

    def present(self, view: AnchorView) -> None:
        """Show this."""
        known, self._view = view == self._view, view
        # What is true comes from the view alone.
        self.setChecked(view.chosen)
        if known:
            return
        self.setText(view.name.replace("&", "&&"))
        self.setAccessibleName(view.name)
        self.setAccessibleDescription(view.description)
        self.updateGeometry()
        self.update()

    @property
    def view(self) -> AnchorView:
        """What is shown now."""
        return self._view

    @override
    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * theme.px(_PITCH) + 2 * theme.px(_PAD)

    @override
    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > theme.px(100) else theme.px(500)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def nextCheckState(self) -> None:
        """Leave the choice to the owner, who presents the row again."""

    def _toggled(self, on: bool) -> None:
        # A screen reader toggles without a click.
        if on != self._view.chosen:
            self.setChecked(self._view.chosen)
            self.click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme.px
        painter = self.begin()
        self._paint_ground(painter)
        self._paint_key(painter)
        self._paint_words(painter)
        if self._view.chosen:
            left = self.width() - px(self._space.trail) - px(_SIGN)
            icons.paint(
                painter, QRectF(self.place(left, px(_PAD + 1), px(_SIGN), px(_SIGN))), "check", "accent"
            )
        self.ring(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look, whole = theme.current(), self.rect()
        if self._view.chosen:
            painter.fillRect(whole, look.accent_soft)
            painter.fillRect(self.place(0, 0, theme.px(3), self.height()), look.accent)
            if look.high:
                paint.box(painter, QRectF(whole), edge=look.accent, width=look.border, radius=0)
        elif self.isEnabled() and (self._view.read or self.underMouse() or self.isDown()):
            painter.fillRect(whole, look.line if self.isDown() else look.sunk)

    def _paint_key(self, painter: QPainter) -> None:
        look, px, chosen = theme.current(), theme.px, self._view.chosen
        place = self.place(px(_KEY), px(_PAD), px(20), px(_PITCH))
        if self._view.key == NOT_OBSERVED:
            sign = QRectF(0, 0, px(self._space.sign), px(self._space.sign))
            sign.moveCenter(QRectF(place).center())
            icons.paint(painter, sign, "circle-slash", "accent" if chosen else "text2")
            return
        font = theme.font("base", theme.SEMIBOLD, tabular=True)
        font.setPixelSize(px(15))
        ink(painter, font, look.accent if chosen else look.text2)
        painter.drawText(place, CENTRE, self._view.key)

    def _paint_words(self, painter: QPainter) -> None:
        look, px = theme.current(), theme.px
        lines, room = self._lines(self.width()), self._room(self.width())
        ink(painter, self._font(), look.text)
        for at, words in enumerate(lines):
            painter.drawText(self.place(px(_INDENT), self._top(at), room, px(_PITCH)), LEAD, words)
        if self._view.remark:
            used = painter.fontMetrics().horizontalAdvance(lines[-1]) + px(self._space.remark)
            left = max(0, self.width() - px(_INDENT) - used - px(self._space.trail))
            ink(painter, theme.font(), look.text2)
            remark = painter.fontMetrics().elidedText(self._view.remark, Qt.TextElideMode.ElideRight, left)
            painter.drawText(
                self.place(px(_INDENT) + used, self._top(len(lines) - 1), left, px(_PITCH)), LEAD, remark
            )

    def _top(self, line: int) -> int:
        return theme.px(_PAD) + line * theme.px(_PITCH)

    def _font(self) -> QFont:
        return theme.font("base", self._weight)

    def _room(self, width: int) -> int:
        rest = _INDENT + self._space.tick + _SIGN + self._space.trail
        return max(theme.px(80), width - theme.px(rest))

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._view.words, self._font(), self._room(width))
