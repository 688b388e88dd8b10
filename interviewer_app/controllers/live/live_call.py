"""The call on screen, as the small controllers know it that act on it. For controllers/live."""

from typing import Protocol

from interviewer_app.controllers.live.views import LinesView
from interviewer_app.controllers.session import Act, InterviewSession


class LiveCall(Protocol):
    """What scores, clock, notes and others need of it."""

    @property
    def session(self) -> InterviewSession | None:
        """The interview while it is live; None before, after, and when none is on screen."""

    @property
    def step(self) -> str:
        """The step on screen."""

    def take(self, act: Act) -> bool:
        """Let something happen, and save it; False when nothing changed, there is no call, or it may not."""

    def refresh(self) -> None:
        """Show everything anew; for what no tick shows."""

    def show_lines(self, lines: LinesView) -> None:
        """Show the lines of a step after an edit, and nothing else anew."""
