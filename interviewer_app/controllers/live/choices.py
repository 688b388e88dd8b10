"""What is chosen in the call: scores, what was asked and told, minutes given back. For controllers/live."""

from interviewer_app.controllers.live.live_call import LiveCall
from interviewer_app.domain.live import call, replan
from interviewer_app.domain.marks import MarkKind
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


class PromptController:
    """The prompt on screen: its probes and facts, and the minutes that the move to it took."""

    def __init__(self, live: LiveCall) -> None:
        self._live = live

    def tick_probe(self, probe_id: str, on: bool) -> None:  # the state of a check box
        """A probe was asked, or not after all."""
        self._tick(MarkKind.PROBE, probe_id, on=on)

    def tick_fact(self, fact_id: str, on: bool) -> None:  # the state of a check box
        """A fact was told, or not after all."""
        self._tick(MarkKind.FACT, fact_id, on=on)

    def give_back(self) -> None:
        """Undo what the move to this step took; what is proposed at the next move is another matter."""
        if self._live.take(replan.give_back):
            self._live.refresh()

    def _tick(self, kind: MarkKind, ref: str, *, on: bool) -> None:
        step = self._live.step
        if self._live.session is not None:
            self._live.take(lambda interview, now: call.tick(interview, kind, step, ref, on=on, now=now))
            self._live.refresh()
