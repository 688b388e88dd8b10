"""What an interview comes to: points, strongest evidence, recommendation, the end. For controllers/review."""

from collections.abc import Callable

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.review.order import Take
from interviewer_app.domain import review
from interviewer_app.domain.interview import Point, Recommendation


class ConclusionController:
    """`done` is called once the interview is shut."""

    def __init__(self, take: Take, clock: Clock, done: Callable[[], None]) -> None:
        self._take = take
        self._clock = clock
        self._done = done

    def write_points(self, points: tuple[Point, ...]) -> None:
        """Set the strengths, concerns and unknowns."""
        self._take(lambda i: review.write_points(i, points))

    def choose_strongest(self, note_id: str) -> None:
        """Name the note that page 1 quotes, or none."""
        self._take(lambda i: review.choose_strongest(i, note_id))

    def recommend(self, choice: Recommendation | None) -> None:
        """Set the recommendation."""
        self._take(lambda i: review.recommend(i, choice, i.reason, self._clock.now()))

    def write_reason(self, text: str) -> None:
        """Set the reason; saved with every change."""
        self._take(lambda i: review.recommend(i, i.recommendation, text, self._clock.now()))

    def finalise(self) -> None:
        """Shut the interview for good."""
        if self._take(lambda i: review.finalise(i, self._clock.now())):
            self._done()
