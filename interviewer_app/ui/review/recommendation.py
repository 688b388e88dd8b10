"""Recommendation and reason, last and only when every category is settled. For ui/review only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.review.views import ReviewView
from interviewer_app.domain.interview import Phase, Recommendation
from interviewer_app.text import _
from interviewer_app.ui.review import sentences
from interviewer_app.ui.review.category.categories import scroller
from interviewer_app.ui.review.category.reason_edit import ReasonEdit
from interviewer_app.ui.review.page_head import PageHead
from interviewer_app.ui.review.pages import AdviceRequest, ReviewPage, TextRequest, words
from interviewer_app.ui.review.profile import Profile
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.glyph import Glyph
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice


def choice_view(view: ReviewView, *, reason: str = "") -> ChoiceView:
    """The five choices; `reason` says why they are off."""
    options = tuple(Option(value, labels.recommendation(value)) for value in Recommendation)
    shut = bool(view.unsettled) or view.phase is Phase.FINALISED
    return ChoiceView(options, view.recommendation, enabled=not shut, reason=reason)


class RecommendationPage(QWidget):
    """Locked: why. Open: profile and total, the choice, the reason."""

    advice_requested = Signal(object)
    reason_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.recommendation_page")
        self._interview = ""
        self._head = PageHead()
        self.profile = Profile()
        self._total = label("", weight=theme.SEMIBOLD)
        self._total.setObjectName("review.total")
        self._weights = label("", "small", colour="text2", wraps=True)
        self._choice = SegmentedChoice("review.recommendation", words(ReviewPage.RECOMMENDATION))
        self._choice.chosen_requested.connect(self._chosen)
        self._decided = label("", "title", theme.SEMIBOLD, "accent")
        self._decided.setObjectName("review.decided")
        self._sign = Glyph("triangle-alert", "caution")
        self._against = label("", wraps=True)
        self._against.setObjectName("review.contradiction")
        self._reason_label = label(_("Why"), weight=theme.SEMIBOLD)
        self._reason = ReasonEdit()
        self._reason.textChanged.connect(self._edited)
        self._reason_label.setBuddy(self._reason)
        self._open = QWidget()
        self._lay_out()

    def present(self, view: ReviewView) -> None:
        """Show this interview."""
        shut = view.phase is Phase.FINALISED
        self._head.render_words(words(ReviewPage.RECOMMENDATION), _lead(view))
        self._open.setVisible(view.total is not None)
        if view.total is None:
            return
        self.profile.present(view)
        total, weights = sentences.total(view.total)
        self._total.setText(_("Total {total}").format(total=total))
        self._weights.setText(weights)
        self._choice.present(choice_view(view))
        self._choice.setVisible(not shut)
        self._decided.setVisible(shut)
        if view.recommendation is not None:
            self._decided.setText(labels.recommendation(view.recommendation))
        against = sentences.contradiction(view)
        enough = len(view.reason.strip()) >= view.reason_needed
        self._against.setText(against)
        self._against.setVisible(bool(against))
        self._sign.setVisible(bool(against))
        self._sign.render_icon("info" if enough else "triangle-alert", "text2" if enough else "caution")
        theme.dress(self._against, colour="text2" if enough else "caution")
        self._show_reason(view, shut=shut)

    def focus_choice(self) -> bool:
        """Give the focus to the choice, after finalising to the reason; False while the page is locked."""
        target = self._reason if self._choice.isHidden() else self._choice
        if not target.isVisible():
            return False
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_reason(self) -> None:
        """Give the focus to the reason."""
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reason(self, view: ReviewView, *, shut: bool) -> None:
        self._reason.setReadOnly(shut)
        # What is being typed is newer than any view of the same interview.
        typing = self._reason.hasFocus() and view.interview_id == self._interview
        self._interview = view.interview_id
        if not typing:
            self._reason.show_words(view.reason)

    def _lay_out(self) -> None:
        totals = QHBoxLayout()
        totals.setContentsMargins(theme.px(24), theme.px(12), theme.px(16), theme.px(16))
        totals.setSpacing(theme.px(8))
        totals.addWidget(self._total)
        totals.addWidget(self._weights, 1)
        inner = QVBoxLayout(self._open)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.profile)
        inner.addLayout(totals)
        inner.addLayout(self._questions())
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._open)
        column.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(scroller(body, "base"), 1)

    def _questions(self) -> QVBoxLayout:
        """The choice, what speaks against it, and the reason."""
        choice = QHBoxLayout()
        choice.addWidget(self._choice)
        choice.addWidget(self._decided)
        choice.addStretch(1)
        against = QHBoxLayout()
        against.setSpacing(theme.px(8))
        against.addWidget(self._sign)
        against.addWidget(self._against, 1)
        self._reason.setMinimumHeight(theme.px(96))
        self._reason.setMaximumHeight(theme.px(152))
        column = QVBoxLayout()
        column.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addWidget(label(words(ReviewPage.RECOMMENDATION), weight=theme.SEMIBOLD))
        column.addLayout(choice)
        column.addLayout(against)
        column.addSpacing(theme.px(4))
        column.addWidget(self._reason_label)
        column.addWidget(self._reason, 1)
        return column

    def _chosen(self, choice: Chosen) -> None:
        self._request(AdviceRequest(Recommendation(choice.key)))

    def _edited(self) -> None:
        self._say(TextRequest(self._reason.words()))

    def _request(self, wish: AdviceRequest) -> None:
        self.advice_requested.emit(wish)

    def _say(self, wish: TextRequest) -> None:
        self.reason_edited.emit(wish)


def _lead(view: ReviewView) -> str:
    if view.total is None:
        words = sentences.locked(view)
        return words[:1].upper() + words[1:]
    return _("The scores are arithmetic. What follows from them is for you to say.")
