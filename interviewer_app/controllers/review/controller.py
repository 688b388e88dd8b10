"""After the call: evidence, settling, recommendation, finalising. Imported by ui and app."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from interviewer_app.controllers.checks.controller import TicksController
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.controllers.review.build import review_view
from interviewer_app.controllers.review.conclusion import ConclusionController
from interviewer_app.controllers.review.order import OrderController
from interviewer_app.controllers.review.views import SinceEnd
from interviewer_app.controllers.session import Act, InterviewSession
from interviewer_app.domain import review
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.live import call
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.moments import Moment, seconds_between
from interviewer_app.domain.scores import NotObservedReason, ScoreState

_UNDO = 100

_AGE_MS = 15_000
"""How often the time since the end of the call is told."""


class ReviewController(QObject):
    """One interview in review, or finalised and read only.

    `conclusion` takes what it comes to, `order` what the call left to be said, `ticks` what is ticked and
    noted; `aged` tells from time to time how long ago it ended.
    """

    changed = Signal(object)
    saved = Signal(object)
    problem = Signal(object)
    finalised = Signal(object)
    back_to_call = Signal(object)
    aged = Signal(object)

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._session: InterviewSession | None = None
        self._letter = ""
        self._past: list[Interview] = []
        self.order = OrderController(self._take, keeper.clock)
        self.conclusion = ConclusionController(self._take, keeper.clock, self._finalised)
        self.ticks = TicksController(lambda: self._session, self._take_now)
        self._age = QTimer(self)
        self._age.setInterval(_AGE_MS)
        self._age.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._age.timeout.connect(self._grow_older)
        keeper.saved.connect(self.saved)

    def load(self, interview_id: str) -> None:
        """Bring an interview to the screen, at its first open category."""
        interview = self._keeper.load(interview_id)
        self._session = InterviewSession(interview, self._keeper)
        self._past.clear()
        letters = tuple(c.letter for c in interview.kit.categories)
        open_letters = review.unsettled(interview)
        self._letter = (open_letters or letters or ("",))[0]
        self._age.start()
        self._show()

    def select(self, letter: str) -> None:
        """Look at a category."""
        self._letter = letter
        self._show()

    # -- one category

    def choose(self, letter: str, value: int | None) -> None:
        """Set 0-5, or None for open."""
        self._take(lambda i: call.score(i, letter, value, self._now(i)))

    def not_observed(self, letter: str, reason: NotObservedReason | None) -> None:
        """Mark as not observed, or give the reason."""

        def act(interview: Interview) -> Update:
            if interview.score(letter).state is ScoreState.NOT_OBSERVED and reason is not None:
                return review.give_reason(interview, letter, reason)
            return call.score(interview, letter, None, self._now(interview), observed=False, reason=reason)

        self._take(act)

    def cite(self, letter: str, note_id: str, on: bool) -> None:
        """Cite a note for a category, or no longer."""
        self._take(lambda i: review.cite(i, letter, note_id, self._now(i), on=on))

    def write_missing(self, letter: str, text: str) -> None:
        """Say what the next anchor would have needed."""
        self._take(lambda i: review.write_missing(i, letter, text))

    def settle(self, letter: str, unsupported: bool = False) -> None:
        """Close a category."""
        self._take(lambda i: review.settle(i, letter, self._now(i), unsupported=unsupported))

    def reopen(self, letter: str) -> None:
        """Open a settled category again."""
        self._take(lambda i: review.reopen(i, letter, self._now(i)))

    # -- the end

    def continue_call(self) -> None:
        """The call was not over: back to the live screen."""
        if self._take(lambda i: call.continue_call(i, self._now(i))):
            # From here on it is the call's: a second hand in it would write marks of the same number.
            session, self._session = self._session, None
            if session is not None:
                self.back_to_call.emit(OpenRequest(session.interview.id, Phase.LIVE))

    def undo(self) -> None:
        """Take back the last choice; the log of marks tells both."""
        session = self._session
        if session is None or not self._past or session.interview.phase is not Phase.TO_REVIEW:
            return
        session.take(review.restore(session.interview, self._past.pop(), session.now()))
        self._show()

    # -- inside

    def _finalised(self) -> None:
        self._past.clear()
        if self._session is not None:
            self.finalised.emit(OpenRequest(self._session.interview.id, Phase.FINALISED))

    def _grow_older(self) -> None:
        session = self._session
        if session is None or session.interview.phase is not Phase.TO_REVIEW:
            self._age.stop()
        elif session.interview.ended is not None:
            self._tell(SinceEnd(seconds_between(session.interview.ended, session.now())))

    def _tell(self, since: SinceEnd) -> None:
        self.aged.emit(since)

    def _take_now(self, act: Act) -> bool:
        return self._take(lambda i: act(i, self._now(i)))

    def _now(self, _interview: Interview) -> Moment:
        return self._keeper.clock.now()

    def _take(self, act: Callable[[Interview], Update]) -> bool:
        session = self._session
        if session is None:
            return False
        before = session.interview
        try:
            changed = session.take(act(before))
        except Problem as problem:
            self.problem.emit(problem)
            return False
        if _choices(session.interview) != _choices(before):
            self._past = [*self._past, before][-_UNDO:]
        self._show()
        return changed

    def _show(self) -> None:
        session = self._session
        if session is not None:
            now = self._keeper.clock.now()
            self.changed.emit(review_view(session.interview, self._letter, now, self._keeper.view))


def _choices(interview: Interview) -> tuple[object, ...]:
    """What undo takes back: all that was chosen, without words, for a text field undoes its own."""
    scores = {letter: replace(score, missing="") for letter, score in interview.scores.items()}
    points = tuple(replace(point, text="") for point in interview.points)
    return scores, points, interview.strongest, interview.recommendation
