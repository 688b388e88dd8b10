"""The six anchors of a category and "not observed" with its reason. For ui/review only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.review.views import ReviewCategory
from interviewer_app.domain.scores import TOP, NotObservedReason, ScoreState
from interviewer_app.text import _
from interviewer_app.ui.review.category.categories import scroller
from interviewer_app.ui.review.pages import ReasonRequest
from interviewer_app.ui.review.roving import RovingFocus, reveal
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.anchor_row import (
    NOT_OBSERVED,
    AnchorRow,
    AnchorSpace,
    AnchorView,
    ScoreRequest,
)
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

_SPACE = AnchorSpace(trail=16, tick=8, remark=4, sign=18)


class AnchorList(QWidget):
    """Six anchors and "not observed"; arrows read, Space, Enter or a click choose."""

    score_requested = Signal(object)
    reason_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.anchors")
        self.setAccessibleName(_("Anchors"))
        self._rows = [AnchorRow(f"review.anchor.{value}", _SPACE) for value in range(TOP + 1)]
        self._rows.append(AnchorRow("review.anchor.not_observed", _SPACE, strong=theme.MEDIUM))
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
            row.present(AnchorView(str(value), words, chosen=score.value == value, name=f"{value}: {words}"))
        self._rows[6].present(_unseen(category))
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
            value = None if row.view.key == NOT_OBSERVED else int(row.view.key)
            self._request(ScoreRequest(self._letter, value, observed=value is not None))

    def _request(self, wish: ScoreRequest) -> None:
        self.score_requested.emit(wish)

    def _reason_chosen(self, choice: Chosen) -> None:
        self._ask(ReasonRequest(NotObservedReason(choice.key)))

    def _ask(self, wish: ReasonRequest) -> None:
        self.reason_requested.emit(wish)


def _unseen(category: ReviewCategory) -> AnchorView:
    score, words = category.score, _("Not observed")
    unseen = score.state is ScoreState.NOT_OBSERVED
    known = unseen and score.reason is not None
    aside = labels.not_observed(score.reason) if known else _("needs a reason")
    return AnchorView(NOT_OBSERVED, words, aside, chosen=unseen, name=words, description=aside)
