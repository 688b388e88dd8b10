"""The notes of the call on screen, on their way to the disk as they are typed. For controllers/live."""

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app.controllers.live.live_call import LiveCall
from interviewer_app.controllers.live.views import LinesView
from interviewer_app.controllers.session import new_id
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.live import call
from interviewer_app.domain.notes.note import NoteEdit

_COUNT_AFTER_MS = 150
"""Chips and strip follow the typing after this long, so that counting never rides on a key press."""


class NotesController(QObject):
    """`settled` tells that nobody has typed for a moment."""

    settled = Signal()

    def __init__(self, live: LiveCall, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._cursors: dict[str, int] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_COUNT_AFTER_MS)
        self._pause.timeout.connect(self.settled)

    def edit(self, change: NoteEdit) -> None:
        """Take over what was typed; on its way to the disk when this returns."""
        session = self._live.session
        if session is None:
            return
        sheet, cursor = session.sheet(change.step), self._cursors.get(change.step, 0)
        # The cursor is saved with the text: after a crash it must not stand where it was seconds ago.
        if self._live.take(lambda i, now: call.type_notes(i, sheet, change, now, new_id, cursor=cursor)):
            self._live.show_lines(LinesView(change.step, session.interview.sheets[change.step].lines))
            # Anew at each key: whoever goes on typing does not wait for the counting.
            self._pause.start()

    def all_lines(self) -> tuple[LinesView, ...]:
        """The notes of every step, in the order of the kit."""
        session = self._live.session
        if session is None:
            return ()
        sheets = session.interview.sheets
        return tuple(
            LinesView(step, sheets[step].lines) for step in session.interview.kit.steps if step in sheets
        )

    def move_cursor(self, step: str, position: int) -> None:
        """Remember the cursor of a step; written with the next beat."""
        self._cursors[step] = position

    def cursor(self, step: str) -> int:
        """Where the cursor of a step was last."""
        return self._cursors.get(step, 0)

    def begin(self, interview: Interview) -> None:
        """Another interview is on screen."""
        place = interview.place
        self._cursors = {place.step: place.cursor} if place is not None else {}

    def stop(self) -> None:
        """Nothing is counted any more."""
        self._pause.stop()
