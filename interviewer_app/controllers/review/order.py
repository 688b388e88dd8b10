"""What the call left to be said: why prompts left their place, what gaps count as. For controllers/review."""

from collections.abc import Callable

from interviewer_app.controllers.clock import Clock
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.live import call
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.live.detours import explain
from interviewer_app.domain.marks import DetourReason

Take = Callable[[Callable[[Interview], Update]], bool]


class OrderController:
    """Each answer is a mark; another answer replaces it, so there is nothing to undo."""

    def __init__(self, take: Take, clock: Clock) -> None:
        self._take = take
        self._clock = clock

    def explain(self, step: str, reason: DetourReason, words: str) -> None:
        """Say why a prompt was passed over or taken out of order, or that there is no reason."""
        self._take(lambda i: explain(i, step, reason, words, self._clock.now()))

    def rule_gap(self, seq: int, counted: bool) -> None:  # one answer to one question
        """Count a gap, or leave it out."""
        self._take(lambda i: call.rule_gap(i, seq, counted=counted, now=self._clock.now()))
