"""What the keys, the menus and the foot do on the review screen. For ui/review only."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.controllers.review.views import ReviewView
from interviewer_app.domain.interview import Phase
from interviewer_app.ui.review.feet import current, following
from interviewer_app.ui.review.foot import FootRequest
from interviewer_app.ui.review.pages import PageRequest, ReviewPage

if TYPE_CHECKING:
    from interviewer_app.controllers.review.controller import ReviewController


class ReviewStage(Protocol):
    """What the acts need of the screen."""

    @property
    def view(self) -> ReviewView | None:
        """What is shown now."""

    @property
    def page(self) -> ReviewPage:
        """The page in front."""

    @property
    def asking(self) -> bool:
        """True while "finalise for good?" waits for an answer."""

    def ask_to_finalise(self, asking: bool) -> None:
        """Put the question, or take it back."""

    def show_page(self, wish: PageRequest) -> None:
        """Bring a page to the front."""

    def keep_words(self) -> None:
        """Take what is being typed as it stands."""

    def focus_page(self) -> None:
        """Give the focus to what the page is for."""

    def focus_obstacle(self, obstacle: str) -> None:
        """Give the focus to what stands in the way."""


class Acts(QObject):
    """One method per row of the table of actions with the scope "review"."""

    back_requested = Signal()
    packet_requested = Signal(object)

    def __init__(self, screen: ReviewStage, controller: "ReviewController", parent: QObject) -> None:
        super().__init__(parent)
        self._screen = screen
        self._controller = controller

    def settle(self) -> None:
        """Settle the category and go on to the next; where that is not allowed yet, go to what is missing."""
        view = self._screen.view
        if view is None:
            return
        category = current(view)
        if self._screen.page is not ReviewPage.CATEGORY or category.score.settled:
            self._go_on()
        elif category.obstacle:
            self._screen.focus_obstacle(category.obstacle)
        else:
            self._settle(category.letter, unsupported=False)

    def previous_category(self) -> None:
        """The category above."""
        self._step(-1)

    def next_category(self) -> None:
        """The category below."""
        self._step(1)

    def undo(self) -> None:
        """Take back the last choice."""
        self._controller.undo()

    def finalise(self) -> None:
        """Ask, and when asked already, finalise; where that is not allowed yet, go to what is missing."""
        view = self._screen.view
        if view is None:
            return
        if self._screen.page is not ReviewPage.RECOMMENDATION:
            self._screen.show_page(PageRequest(ReviewPage.RECOMMENDATION))
            self._screen.focus_page()
        elif view.finalise_obstacle:
            self._screen.focus_obstacle(view.finalise_obstacle)
        elif self._screen.asking:
            self._controller.conclusion.finalise()
        else:
            self._screen.ask_to_finalise(True)

    def show_packet(self) -> None:
        """The packet as it would be printed now."""
        self._screen.keep_words()
        view = self._screen.view
        if view is not None:
            self._request(OpenRequest(view.interview_id, view.phase))

    def continue_call(self) -> None:
        """Take back the end of the call."""
        self._screen.keep_words()
        self._controller.continue_call()

    def go_back(self) -> None:
        """To the library."""
        self.back_requested.emit()

    def press(self, wish: FootRequest) -> None:
        """A button of the foot."""
        match wish.act:
            case "settle":
                self.settle()
            case "unsupported":
                self._settle_anyway()
            case "reopen":
                self._reopen()
            case "go_on":
                self._go_on()
            case "finalise" | "confirm":
                self.finalise()
            case "keep_open" | "note_flags":
                self._not_yet(notes=wish.act == "note_flags")
            case "export":
                self.show_packet()

    def _not_yet(self, *, notes: bool) -> None:
        """Keep it open; with `notes`, go where the flags are that have none."""
        self._screen.ask_to_finalise(False)
        if notes:
            self._screen.show_page(PageRequest(ReviewPage.CHECKS))
            self._screen.focus_page()

    def _settle_anyway(self) -> None:
        view = self._screen.view
        if view is not None:
            self._settle(current(view).letter, unsupported=True)

    def _settle(self, letter: str, *, unsupported: bool) -> None:
        self._controller.settle(letter, unsupported)
        after = self._screen.view
        if after is not None and letter not in after.unsettled:
            self._go_on()

    def _reopen(self) -> None:
        view = self._screen.view
        if view is not None:
            self._controller.reopen(current(view).letter)
            self._screen.focus_page()

    def _go_on(self) -> None:
        """To the next open category, and after the last to the recommendation."""
        view = self._screen.view
        if view is None or view.phase is Phase.FINALISED:
            return
        letter = following(view)
        page = PageRequest(ReviewPage.CATEGORY, letter) if letter else PageRequest(ReviewPage.RECOMMENDATION)
        self._screen.show_page(page)
        self._screen.focus_page()

    def _step(self, by: int) -> None:
        view = self._screen.view
        if view is None:
            return
        letters = [category.letter for category in view.categories]
        goal = letters.index(current(view).letter)
        if self._screen.page is ReviewPage.CATEGORY:
            goal = min(max(goal + by, 0), len(letters) - 1)
        self._screen.show_page(PageRequest(ReviewPage.CATEGORY, letters[goal]))
        self._screen.focus_page()

    def _request(self, wish: OpenRequest) -> None:
        self.packet_requested.emit(wish)
