"""Scores of the call on screen, with their undo. For controllers/live, which hands it to the screen."""

from interviewer_app.controllers.session import LiveCall
from interviewer_app.domain.live import call
from interviewer_app.domain.scores import Score, ScoreState


class ScoreController:
    """Sets scores one by one and takes them back one by one; each way leaves its mark."""

    def __init__(self, live: LiveCall) -> None:
        self._live = live
        self._undo: list[Score] = []

    def set(self, letter: str, value: int | None, observed: bool = True) -> None:
        """Set a category to 0-5, to open (None) or to not observed."""
        session = self._live.session
        if session is None:
            return
        before = session.interview.score(letter)
        if self._live.take(lambda i, now: call.score(i, letter, value, now, observed=observed)):
            self._undo.append(before)
            self._live.refresh()

    def undo(self) -> None:
        """Take back the last score set in this session."""
        if self._live.session is None or not self._undo:
            return
        old = self._undo.pop()
        seen = old.state is not ScoreState.NOT_OBSERVED
        self._live.take(
            lambda i, now: call.score(i, old.letter, old.value, now, observed=seen, reason=old.reason)
        )
        self._live.refresh()

    def forget(self) -> None:
        """Another interview is on screen: nothing of this one can be undone."""
        self._undo.clear()
