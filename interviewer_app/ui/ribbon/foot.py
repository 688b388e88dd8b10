"""The bottom line of the ribbon: categories with their scores, the sentence, saved or not. For the ribbon."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QWidget

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.live.scores.chip import CategoryChip, ChipRow, score_look
from interviewer_app.ui.live.strip.pause_row import PauseRow
from interviewer_app.ui.overriding import override
from interviewer_app.ui.ribbon.view import RibbonFootView
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.score_box import paint_score
from interviewer_app.ui.widgets.status_dot import StatusDot
from interviewer_app.ui.widgets.tips import set_tip

HEIGHT: Final = 34
_BOX, _CHIP = 22, 46


class RibbonChip(CategoryChip):
    """A letter and its score; the rest stands in the tooltip and in the accessible name."""

    def __init__(self, letter: str) -> None:
        super().__init__("ribbon.chip", letter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(_CHIP), theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        chip, look = self._chip, theme.current()
        if chip is None:
            return
        painter = QPainter(self)
        self.paint_ground(painter)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = float(theme.px(_BOX))
        left = self.width() - box - theme.px(2)
        place = QRectF(theme.px(2) if mirrored else left, (self.height() - box) / 2, box, box)
        name = QRectF(place.right() if mirrored else 0.0, 0, self.width() - box - theme.px(2), self.height())
        painter.setFont(theme.font("base", theme.SEMIBOLD))
        painter.setPen(look.text)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, chip.letter)
        bare = self._wanting and not chip.tagged and not chip.untagged and not chip.code
        if bare:
            paint.box(
                painter,
                place,
                fill=look.base,
                edge=look.caution,
                width=look.border,
                radius=theme.RADIUS,
                dashed=True,
            )
            sign = float(theme.px(12))
            middle = QRectF(0, 0, sign, sign)
            middle.moveCenter(place.center())
            icons.paint(painter, middle, "circle-dashed", "caution")
        else:
            paint_score(painter, place, score_look(chip.code))
        painter.end()


class RibbonSentence(QLabel):
    """The sentence at the trailing side; its first part stands out, its end elides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ribbon.sentence")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def say(self, words: str) -> None:
        """Show these words."""
        if words != self.text():
            self.setText(words)
            set_tip(self, words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        head, cut, tail = self.text().partition(";")
        if not cut:
            head, tail = "", self.text()
        strong, plain = theme.font("base", theme.MEDIUM), theme.font("base")
        lead = QFontMetricsF(strong).horizontalAdvance(head + cut) if head else 0.0
        rest = QFontMetricsF(plain).horizontalAdvance(tail)
        start = max(0.0, self.width() - lead - rest - 1)
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        look = theme.current()
        for font, words, left, width, ink in (
            (strong, head + cut if head else "", start, lead, look.text),
            (plain, tail, start + lead, rest, look.text2),
        ):
            room = min(width + 1, self.width() - left)
            if not words or room < theme.px(8):
                continue
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            place = QRectF(self.width() - left - room if mirrored else left, 0, room, self.height())
            painter.setFont(font)
            painter.setPen(ink)
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, int(flags), shown)
        painter.end()


class RibbonFoot(QWidget):
    """34 px. Why to pause is asked in its place. No total stands here, or anywhere."""

    chip_requested = Signal(object)
    score_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ribbon.foot")
        self._view: RibbonFootView | None = None
        self._with_fact = False
        self._chips = ChipRow(RibbonChip)
        self._chips.chip_requested.connect(self.chip_requested)
        self._usual = QWidget(self)
        self.score = button(actions.key("live.score"), "ribbon.score", kind="quiet", size="small")
        self.score.setAccessibleName(_("Score"))
        self.score.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.score.clicked.connect(self.score_requested)
        self._saying = RibbonSentence()
        self._dot = StatusDot("ribbon.saved", brief=True)
        row = QHBoxLayout(self._usual)
        row.setContentsMargins(theme.px(6), 0, theme.px(8), 0)
        row.setSpacing(0)
        row.addLayout(self._chips)
        row.addWidget(self.score)
        row.addSpacing(theme.px(8))
        row.addWidget(self._saying, 1)
        row.addSpacing(theme.px(12))
        row.addWidget(self._dot)
        self._pause_row = PauseRow()
        self._pause_row.setMinimumWidth(1)
        asking = QWidget(self)
        inset = QHBoxLayout(asking)
        inset.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        inset.addWidget(self._pause_row)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._usual)
        self._pages.addWidget(asking)
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: RibbonFootView, *, with_fact: bool) -> None:
        """Show this; `with_fact` when the header had no room for the first part of the sentence."""
        if (view, with_fact) == (self._view, self._with_fact):
            return
        self._view, self._with_fact = view, with_fact
        self._chips.present(view.chips)
        self._saying.say(f"{view.fact} {view.rest}".strip() if with_fact else view.rest)
        self._dot.present(view.save)

    @property
    def chips(self) -> tuple[CategoryChip, ...]:
        """From A on."""
        return self._chips.chips

    @property
    def pause_row(self) -> PauseRow:
        """The row that asks why to pause."""
        return self._pause_row

    @property
    def asking(self) -> bool:
        """True while the cause of a pause is asked for."""
        return self._pages.currentIndex() == 1

    def ask_pause(self, *, asking: bool) -> None:
        """Ask why to pause, or show the categories again."""
        self._pages.setCurrentIndex(int(asking))
        if asking:
            self._pause_row.setFocus()

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
