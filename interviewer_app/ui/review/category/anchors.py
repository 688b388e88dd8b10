"""The six anchors of a category and "not observed" with its reason. For ui/review only."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.review.views import ReviewCategory
from interviewer_app.domain.scores import NotObservedReason, ScoreState
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.review.category.categories import scroller
from interviewer_app.ui.review.pages import ReasonRequest, ScoreRequest
from interviewer_app.ui.review.roving import RovingFocus, reveal
from interviewer_app.ui.review.row import CENTRE, LEAD, ReviewRow, ink, label
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.wrapping import wrapped
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

_PITCH = 18


@dataclass(frozen=True, slots=True)
class _Look:
    """What an anchor's row shows; `value` None is "not observed"."""

    value: int | None
    words: str
    aside: str
    chosen: bool


class AnchorRow(ReviewRow):
    """A number and the words it stands for; the chosen one has a soft ground, a bar and a tick."""

    def __init__(self, value: int | None) -> None:
        super().__init__(f"review.anchor.{'not_observed' if value is None else value}")
        self.value = value
        self._look = _Look(value, "", "", chosen=False)
        self.setCheckable(True)
        self.toggled.connect(self._toggled)

    def present(self, words: str, *, chosen: bool, aside: str = "") -> None:
        """Show these words; `aside` is a remark after them."""
        look = _Look(self.value, words, aside, chosen)
        known, self._look = look == self._look, look
        # What is true comes from the view alone.
        self.setChecked(chosen)
        if known:
            return
        lead = "" if self.value is None else f"{self.value}: "
        self.setText((lead + words).replace("&", "&&"))
        self.setAccessibleName(lead + words)
        self.setAccessibleDescription(aside)
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return theme.px(16) + len(self._lines(width)) * theme.px(_PITCH)

    @override
    def nextCheckState(self) -> None:
        """Leave the choice to the owner, who renders the row again."""

    def _toggled(self, on: bool) -> None:
        # A screen reader toggles without a click.
        if on != self._look.chosen:
            self.setChecked(self._look.chosen)
            self.click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = theme.current(), theme.px
        painter = self.begin()
        self._paint_ground(painter)
        tint = look.accent if self._look.chosen else look.text2
        number = self.place(px(24), px(8), px(20), px(_PITCH))
        if self.value is None:
            icons.paint(painter, QRectF(number), "circle-slash", "accent" if self._look.chosen else "text2")
        else:
            font = theme.font("base", theme.SEMIBOLD, tabular=True)
            font.setPixelSize(px(15))
            ink(painter, font, tint)
            painter.drawText(number, CENTRE, str(self.value))
        self._paint_words(painter)
        if self._look.chosen:
            tick = self.place(self.width() - px(32), px(9), px(16), px(16))
            icons.paint(painter, QRectF(tick), "check", "accent")
        self.ring(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look = theme.current()
        whole = QRect(0, 0, self.width(), self.height())
        if self._look.chosen:
            painter.fillRect(whole, look.accent_soft)
            painter.fillRect(self.place(0, 0, theme.px(3), self.height()), look.accent)
            if look.high:
                paint.box(painter, QRectF(whole), edge=look.accent, width=look.border, radius=0)
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.fillRect(whole, look.line if self.isDown() else look.sunk)

    def _paint_words(self, painter: QPainter) -> None:
        look, px = theme.current(), theme.px
        weight = theme.MEDIUM if self.value is None else theme.REGULAR
        font = theme.font("base", weight)
        width = self._room(self.width())
        for at, words in enumerate(self._lines(self.width())):
            ink(painter, font, look.text)
            painter.drawText(self.place(px(56), px(8) + at * px(_PITCH), width, px(_PITCH)), LEAD, words)
        if self._look.aside:
            gone = round(paint.runs_width((paint.Run(self._look.words, font, "text"),))) + px(4)
            ink(painter, theme.font(), look.text2)
            place = self.place(px(56) + gone, px(8), max(0, width - gone), px(_PITCH))
            painter.drawText(place, LEAD, self._look.aside)

    def _room(self, width: int) -> int:
        return max(theme.px(80), width - theme.px(56) - theme.px(40))

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._look.words, theme.font(), self._room(width))


class AnchorList(QWidget):
    """Six anchors and "not observed"; arrows read, Space, Enter or a click choose."""

    score_requested = Signal(object)
    reason_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.anchors")
        self.setAccessibleName(_("Anchors"))
        self._rows = [AnchorRow(value) for value in (0, 1, 2, 3, 4, 5, None)]
        self._letter = ""
        self._hint = label("", "small", colour="text3")
        self._reasons = SegmentedChoice("review.not_observed_reason", _("Why it was not observed"))
        self._reasons.chosen_requested.connect(self._reason_chosen)
        self._roving = RovingFocus(self)
        self._roving.take(self._rows)
        for row in self._rows:
            row.clicked.connect(self._clicked)
        self._lay_out()

    def present(self, category: ReviewCategory, *, shut: bool) -> None:
        """Show the anchors of a category; `shut` when nothing may change any more."""
        score = category.score
        unseen = score.state is ScoreState.NOT_OBSERVED
        self._hint.setText("" if shut else _("0–5 chooses, – not observed"))
        for value, (row, words) in enumerate(zip(self._rows[:6], category.anchors, strict=True)):
            row.present(words, chosen=score.value == value)
        self._rows[6].present(_("Not observed"), chosen=unseen, aside=_aside(category))
        left_behind = not unseen and any(part.hasFocus() for part in self._reasons.findChildren(QWidget))
        self._reasons.setVisible(unseen)
        reasons = tuple(Option(reason, labels.not_observed(reason)) for reason in NotObservedReason)
        self._reasons.present(ChoiceView(reasons, score.reason, enabled=not shut))
        chosen = next((row for row in self._rows if row.isChecked()), None)
        if category.letter != self._letter:
            self._letter = category.letter
            self._roving.take(self._rows, chosen or self._rows[0])
            self._area.verticalScrollBar().setValue(0)
        elif left_behind and chosen is not None:
            # Hidden with the reasons, the keyboard would turn up at the other end of the window.
            self._roving.take(self._rows, chosen)
            self.focus_anchors()

    def focus_anchors(self) -> None:
        """Give the focus to the chosen anchor, or to the first."""
        row = self._roving.entry()
        if row is self._rows[-1] and not self._reasons.isHidden():
            reveal(self._reasons)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(row)

    def focus_reason(self) -> None:
        """Give the focus to the reason why nothing was observed."""
        self._reasons.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self._reasons)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(4), theme.px(16), 0)
        title = label(_("Anchors"), weight=theme.SEMIBOLD)
        title.setMinimumHeight(theme.px(28))
        head.addWidget(title, 1)
        head.addWidget(self._hint)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, theme.px(8))
        rows.setSpacing(0)
        for row in self._rows:
            rows.addWidget(row)
        reasons = QHBoxLayout()
        reasons.setContentsMargins(theme.px(56), theme.px(4), theme.px(16), theme.px(8))
        reasons.addWidget(self._reasons)
        reasons.addStretch(1)
        rows.addLayout(reasons)
        rows.addStretch(1)
        self._area = scroller(body, "base")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addSpacing(theme.px(4))
        outer.addWidget(self._area, 1)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, AnchorRow):
            self._request(ScoreRequest(row.value))

    def _request(self, wish: ScoreRequest) -> None:
        self.score_requested.emit(wish)

    def _reason_chosen(self, choice: Chosen) -> None:
        self._ask(ReasonRequest(NotObservedReason(choice.key)))

    def _ask(self, wish: ReasonRequest) -> None:
        self.reason_requested.emit(wish)


def _aside(category: ReviewCategory) -> str:
    score = category.score
    if score.state is ScoreState.NOT_OBSERVED and score.reason is not None:
        return labels.not_observed(score.reason)
    return _("needs a reason")
