"""The review screen: brings views to its parts and their wishes to the controller. For app.

screen = ReviewScreen(controller, banners)
screen.back_requested, screen.packet_requested (OpenRequest), screen.actions_by_id
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from interviewer_app.controllers.review.views import ReviewView, SinceEnd
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.scores import ScoreState
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.review.acts import Acts
from interviewer_app.ui.review.category.categories import CategoryList
from interviewer_app.ui.review.category.category_page import CategoryPage
from interviewer_app.ui.review.checks import ChecksPage
from interviewer_app.ui.review.detours import DetourRequest, DetoursPage
from interviewer_app.ui.review.feet import current, foot
from interviewer_app.ui.review.foot import ReviewFoot
from interviewer_app.ui.review.fresh import FreshBand, wanted
from interviewer_app.ui.review.gaps import GapsPage
from interviewer_app.ui.review.header import ReviewHeader
from interviewer_app.ui.review.pages import (
    KINDS,
    AdviceRequest,
    NoteRequest,
    PageRequest,
    PointsRequest,
    ReasonRequest,
    ReviewPage,
    TextRequest,
)
from interviewer_app.ui.review.points.points import PointsPage
from interviewer_app.ui.review.points.strongest import StrongestPage
from interviewer_app.ui.review.recommendation import RecommendationPage
from interviewer_app.ui.review.roving import step_focus
from interviewer_app.ui.review.strip import LockedStrip
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.anchor_row import ScoreRequest
from interviewer_app.ui.widgets.checks.line_heads import StateRequest
from interviewer_app.ui.widgets.checks.line_row import CellsRequest
from interviewer_app.ui.widgets.detour_answers import GapRequest
from interviewer_app.ui.widgets.hairline import Hairline

if TYPE_CHECKING:
    from interviewer_app.controllers.review.controller import ReviewController

_LOW, _LOWEST = 680, 480
"""Below these heights at 100 % the locked recommendation is one line, and gone."""

_WIDE, _SHARE = 240, 0.3
"""The list's width at 100 %, and its largest share of the screen."""


class ReviewScreen(QWidget):
    """Shows one interview after its call; `acts` holds what the keys and menus do."""

    back_requested = Signal()
    packet_requested = Signal(object)

    def __init__(self, controller: "ReviewController", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self.setWindowTitle(_("Review"))
        theme.dress(self, surface="window")
        self._controller = controller
        self._view: ReviewView | None = None
        self._page = ReviewPage.CATEGORY
        self._asking = False
        self._header = ReviewHeader()
        self._fresh = FreshBand()
        self._list = CategoryList()
        self._category = CategoryPage()
        self._points = PointsPage()
        self._strongest = StrongestPage()
        self._detours = DetoursPage()
        self._gaps = GapsPage()
        self._checks = ChecksPage()
        self._recommendation = RecommendationPage()
        self._foot = ReviewFoot()
        self._strip = LockedStrip()
        self._stack = QStackedWidget()
        self._lay_out()
        self.acts = Acts(self, controller, self)
        self._connect()
        self.actions_by_id = actions.bind(self, actions.REVIEW, self.acts)

    def present(self, view: ReviewView) -> None:
        """Show this interview; one just loaded begins where there is something to do."""
        if self._view is None or self._view.interview_id != view.interview_id:
            self._page = ReviewPage.CATEGORY if view.unsettled else ReviewPage.RECOMMENDATION
            self._asking = False
        confirmed = self._asking and view.phase is Phase.FINALISED
        if view.finalise_obstacle or view.phase is Phase.FINALISED:
            self._asking = False
        self._view = view
        self._refresh()
        if confirmed and self._page is ReviewPage.RECOMMENDATION:
            # The button that had the keyboard is gone with the question.
            self._foot.focus_button("export")

    @property
    def view(self) -> ReviewView | None:
        """What is shown now."""
        return self._view

    @property
    def page(self) -> ReviewPage:
        """The page in front."""
        return self._page

    @property
    def asking(self) -> bool:
        """True while "finalise for good?" waits for an answer."""
        return self._asking

    def ask_to_finalise(self, asking: bool) -> None:
        """Put the question into the foot, or take it back."""
        self._asking = asking
        self._refresh()
        if self._page is ReviewPage.RECOMMENDATION:
            self._foot.focus_button("confirm" if asking else "finalise")

    def show_page(self, wish: PageRequest) -> None:
        """Bring a page to the front; the focus stays where it is."""
        self._page = wish.page
        self._asking = False
        if wish.page is ReviewPage.CATEGORY and self._view is not None and wish.letter != self._view.current:
            self._controller.select(wish.letter)
        self._refresh()

    def keep_words(self) -> None:
        """Take what is being typed as it stands."""
        self._detours.keep_words()

    def focus_page(self) -> None:
        """Give the focus to what the page in front is for."""
        match self._page:
            case ReviewPage.CATEGORY:
                self._category.anchors.focus_anchors()
            case ReviewPage.STRENGTHS | ReviewPage.CONCERNS | ReviewPage.UNKNOWNS:
                self._points.focus_points()
            case ReviewPage.STRONGEST:
                self._strongest.focus_notes()
            case ReviewPage.DETOURS if self._detours.focus_detours():
                pass
            case ReviewPage.CHECKS:
                self._checks.focus_open()
            case ReviewPage.RECOMMENDATION if self._recommendation.focus_choice():
                pass
            case _:
                self._list.focus_list()

    def focus_obstacle(self, obstacle: str) -> None:
        """Give the focus to what stands in the way of settling or finalising."""
        match obstacle:
            case "detours":
                self.show_page(PageRequest(ReviewPage.DETOURS))
                self.focus_page()
            case "reason" if self._page is ReviewPage.RECOMMENDATION:
                self._recommendation.focus_reason()
            case "reason":
                self._category.anchors.focus_reason()
            case "notes":
                if not self._category.evidence.focus_notes():
                    self._foot.focus_button("unsupported")
            case _:
                self.focus_page()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and self._asking:
            self.ask_to_finalise(False)
        elif plain and self._page is ReviewPage.CATEGORY and event.text() in {"0", "1", "2", "3", "4", "5"}:
            self._score(int(event.text()))
        elif plain and self._page is ReviewPage.CATEGORY and event.text() == "-":
            self._score(None)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._view is not None:
            self.focus_page()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return step_focus(self, forward=forward)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list.setFixedWidth(min(theme.px(_WIDE), round(self.width() * _SHARE)))
        self._show_age()
        self._show_strip()

    # -- drawing

    def _refresh(self) -> None:
        view = self._view
        if view is None or not view.categories:
            return
        shut = view.phase is Phase.FINALISED
        self._header.present(view)
        self._show_age()
        self._list.present(view, self._page)
        self._render_page(view, shut=shut)
        self._stack.setCurrentWidget(self._pages[self._page])
        self._foot.present(foot(view, self._page, asking=self._asking))
        self._show_strip()
        for row in ("review.settle", "review.undo", "review.finalise", "review.call"):
            self.actions_by_id[row].setEnabled(not shut)

    def _render_page(self, view: ReviewView, *, shut: bool) -> None:
        match self._page:
            case ReviewPage.CATEGORY:
                self._category.present(current(view), view.aways, shut=shut)
            case ReviewPage.STRENGTHS | ReviewPage.CONCERNS | ReviewPage.UNKNOWNS:
                self._points.present(view, self._page)
            case ReviewPage.STRONGEST:
                self._strongest.present(view)
            case ReviewPage.DETOURS:
                self._detours.present(view.detours, shut=shut)
            case ReviewPage.GAPS:
                self._gaps.present(view.aways, view.unruled, shut=shut)
            case ReviewPage.CHECKS:
                self._checks.present(view.ticks)
            case ReviewPage.RECOMMENDATION:
                self._recommendation.present(view)

    def _grow_older(self, since: SinceEnd) -> None:
        if self._view is not None:
            self._view = replace(self._view, since_end=since.seconds)
            self._header.present(self._view)
            self._show_age()

    def _show_age(self) -> None:
        view = self._view
        shown = view is not None and wanted(view) and self.height() >= theme.px(_LOWEST)
        self._fresh.setVisible(shown)
        self._header.show_age(shown=not shown)
        if view is not None and shown:
            self._fresh.present(view)

    def _show_strip(self) -> None:
        view = self._view
        if view is None:
            return
        waits = bool(view.unsettled) and view.phase is not Phase.FINALISED
        room = self.height() >= theme.px(_LOWEST)
        self._strip.setVisible(waits and room and self._page is ReviewPage.CATEGORY)
        if waits:
            self._strip.present(view, short=self.height() < theme.px(_LOW))

    # -- wishes

    def _choose(self, request: ScoreRequest) -> None:
        self._score(request.value)

    def _score(self, value: int | None) -> None:
        """Match the category to an anchor; None means not observed."""
        view = self._view
        if view is None or view.phase is Phase.FINALISED:
            return
        category = current(view)
        if value is not None:
            self._controller.choose(category.letter, value)
            return
        if category.score.state is not ScoreState.NOT_OBSERVED:
            self._controller.not_observed(category.letter, None)
        self._category.anchors.focus_reason()

    def _give_reason(self, wish: ReasonRequest) -> None:
        if self._view is not None:
            self._controller.not_observed(current(self._view).letter, wish.reason)

    def _cite(self, wish: NoteRequest) -> None:
        if self._view is not None:
            self._controller.cite(current(self._view).letter, wish.note, wish.on)

    def _write_missing(self, wish: TextRequest) -> None:
        if self._view is not None:
            self._controller.write_missing(current(self._view).letter, wish.text)

    def _write_points(self, wish: PointsRequest) -> None:
        self._controller.conclusion.write_points(wish.points)

    def _choose_strongest(self, wish: NoteRequest) -> None:
        self._controller.conclusion.choose_strongest(wish.note if wish.on else "")

    def _explain(self, wish: DetourRequest) -> None:
        self._controller.order.explain(wish.step, wish.reason, wish.words)

    def _rule(self, wish: GapRequest) -> None:
        self._controller.order.rule_gap(wish.seq, wish.counted)

    def _set_state(self, wish: StateRequest) -> None:
        self._controller.ticks.set_state(wish.key, wish.state)

    def _set_cells(self, wish: CellsRequest) -> None:
        self._controller.ticks.set_cells(wish.key, wish.texts)

    def _recommend(self, wish: AdviceRequest) -> None:
        self._controller.conclusion.recommend(wish.choice)

    def _write_reason(self, wish: TextRequest) -> None:
        self._controller.conclusion.write_reason(wish.text)

    # -- parts

    def _connect(self) -> None:
        self._controller.changed.connect(self.present)
        self._controller.saved.connect(self._header.render_save)
        self._controller.aged.connect(self._grow_older)
        self._header.back_requested.connect(self.back_requested)
        self.acts.back_requested.connect(self.back_requested)
        self.acts.packet_requested.connect(self.packet_requested)
        self._list.page_requested.connect(self.show_page)
        self._recommendation.profile.page_requested.connect(self.show_page)
        self._category.previous_requested.connect(self.acts.previous_category)
        self._category.next_requested.connect(self.acts.next_category)
        self._category.anchors.score_requested.connect(self._choose)
        self._category.anchors.reason_requested.connect(self._give_reason)
        self._category.evidence.cite_requested.connect(self._cite)
        self._category.evidence.missing_edited.connect(self._write_missing)
        self._points.points_requested.connect(self._write_points)
        self._strongest.strongest_requested.connect(self._choose_strongest)
        self._detours.explained.connect(self._explain)
        self._gaps.ruled.connect(self._rule)
        self._checks.list.state_requested.connect(self._set_state)
        self._checks.list.cells_edited.connect(self._set_cells)
        self._checks.list.away_requested.connect(self._list.focus_list)
        self._recommendation.advice_requested.connect(self._recommend)
        self._recommendation.reason_edited.connect(self._write_reason)
        self._foot.act_requested.connect(self.acts.press)

    def _lay_out(self) -> None:
        self._pages: dict[ReviewPage, QWidget] = {
            ReviewPage.CATEGORY: self._category,
            **dict.fromkeys(KINDS, self._points),
            ReviewPage.STRONGEST: self._strongest,
            ReviewPage.DETOURS: self._detours,
            ReviewPage.GAPS: self._gaps,
            ReviewPage.CHECKS: self._checks,
            ReviewPage.RECOMMENDATION: self._recommendation,
        }
        for page in dict.fromkeys(self._pages.values()):
            theme.dress(page, surface="base")
            self._stack.addWidget(page)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self._stack, 1)
        side.addWidget(Hairline())
        side.addWidget(self._foot)
        side.addWidget(self._strip)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._list)
        body.addWidget(Hairline(Qt.Orientation.Vertical))
        body.addLayout(side, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header)
        rows.addWidget(Hairline())
        rows.addWidget(self._fresh)
        rows.addLayout(body, 1)
