"""Checklists and flags, in the call and after it: each tick and letter saved as it comes. For ui and app."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from interviewer_app.controllers.checks.views import NOTHING, TicksView, step_view, whole_view
from interviewer_app.controllers.session import Act, InterviewSession
from interviewer_app.domain.kits.checklist import TickKey
from interviewer_app.domain.live import ticking
from interviewer_app.domain.live.checks import nudge
from interviewer_app.domain.live.pacing import Pace


class TicksController(QObject):
    """Acts on the interview of another controller, which holds its session.

    With `step` it shows the step on screen, without it the whole interview.
    """

    changed = Signal(object)

    def __init__(
        self,
        session: Callable[[], InterviewSession | None],
        take: Callable[[Act], bool],
        step: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._take = take
        self._step = step
        self._pace = 0.0, 1.0
        self._view = NOTHING

    @property
    def view(self) -> TicksView:
        """What is shown now."""
        return self._view

    def refresh(self) -> None:
        """Look again; tells only of what has changed."""
        session = self._session()
        view = NOTHING if session is None else self._look(session)
        if view != self._view:
            self._view = view
            self.changed.emit(view)

    def follow(self, pace: Pace) -> None:
        """A second has passed: a list may want its probe now."""
        was_half = self._half
        self._pace = pace.step_spent, pace.step_planned
        if was_half != self._half:
            self.refresh()

    def show(self, pace: Pace) -> None:
        """The call is shown anew."""
        self._pace = pace.step_spent, pace.step_planned
        self.refresh()

    def set_state(self, key: TickKey, state: str) -> None:
        """Bring a line to a state; an empty one opens it again."""
        self._take(lambda interview, now: ticking.set_state(interview, key, state, now))
        self.refresh()

    def set_cells(self, key: TickKey, cells: Sequence[str]) -> None:
        """Write the texts beside a line; on their way to the disk when this returns."""
        self._take(lambda interview, now: ticking.set_cells(interview, key, cells, now))
        self.refresh()

    def _look(self, session: InterviewSession) -> TicksView:
        if self._step is None:
            return whole_view(session.interview)
        step = self._step()
        return step_view(session.interview, step, nudge(session.interview, step, *self._pace))

    @property
    def _half(self) -> bool:
        spent, planned = self._pace
        return spent >= planned / 2
