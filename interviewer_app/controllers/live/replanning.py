"""Giving back what moving on took from the prompts to come. For controllers/live."""

from interviewer_app.controllers.session import LiveCall
from interviewer_app.domain.live import replan


class PlanController:
    """The plan of the call on screen. It shrinks with each move (see domain.replan) and never by itself."""

    def __init__(self, live: LiveCall) -> None:
        self._live = live

    def give_back(self) -> None:
        """Undo what the move to this step took; what is proposed at the next move is another matter."""
        if self._live.take(replan.give_back):
            self._live.refresh()
