"""Between the screens and the disk: what is put here is on its way, and the status says when it is down.

Imported by controllers and app.
"""

from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app.controllers.clock import Clock
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.records import record
from interviewer_app.storage.reader import Reader, no_interview

if TYPE_CHECKING:
    from interviewer_app.domain.changes import Change
    from interviewer_app.domain.interview import Interview
    from interviewer_app.storage.writer import Writer, WriterEvent

_PATIENCE_MS = 250
"""A commit that takes longer than this shows as "writing"; shorter ones would only make the dot flicker."""

FLUSH_S = 3.0
"""How long the end of a session waits for the disk."""

BLINK_S = 0.1
"""How long a list waits for what was put just now; a commit takes a hundredth of it."""


class SaveState(StrEnum):
    """What the status dot says."""

    SAVED = "saved"
    WRITING = "writing"
    FAILED = "failed"


@record
class SaveView:
    """Where the text is: `at` is the local time of the last acknowledged commit."""

    state: SaveState
    at: datetime | None = None
    problem: Problem | None = None


class Keeper(QObject):
    """Owns the writer and the reader of one database and tells, truthfully, what is saved."""

    saved = Signal(object)
    ready = Signal()
    refused = Signal(object)
    removed = Signal(object)
    caught_up = Signal()
    _told = Signal(object)

    def __init__(self, path: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.clock = clock
        self.reader = Reader(path)
        self.view = SaveView(SaveState.SAVED)
        # Interviews as they were left while not all is down; None for one that was removed.
        self._left: dict[str, Interview | None] = {}
        self._late = False
        # Emitted in the writer thread, received in this one: Qt queues it.
        self._told.connect(self._on_event)
        self._started = False
        self._sent = 0
        self._down = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._still_writing)

    @cached_property
    def _writer(self) -> "Writer":
        # Loaded with the first write or start: the first paint reads only.
        from interviewer_app.storage.writer import Writer

        return Writer(self.path, self._told.emit, now=lambda: self.clock.now().utc)

    def start(self) -> None:
        """Start the writer, once: it opens, creates or migrates the database, and holds up nobody."""
        if not self._started:
            self._started = True
            self._writer.start()

    def save(self, changes: "tuple[Change, ...]", left: "Interview | None" = None) -> None:
        """Put changes on their way to the disk, with the interview as they leave it; never waits."""
        if not changes:
            return
        if left is not None:
            self._left[left.id] = left
        self._sent = self._writer.put(changes)
        if not self._patience.isActive():
            self._patience.start()

    def remove(self, interview_id: str) -> None:
        """Delete an interview; never waits."""
        from interviewer_app.domain.changes import InterviewGone  # needs all of the domain

        gone = InterviewGone(interview_id)
        self.removed.emit(gone)
        self.save((gone,))
        self._left[interview_id] = None

    def load(self, interview_id: str) -> "Interview":
        """The interview as it was left, from memory while that is not down; never waits for the disk.

        Raises StorageProblem and its kinds.
        """
        if interview_id not in self._left:
            return self.reader.load(interview_id)
        left = self._left[interview_id]
        if left is None:
            raise no_interview(interview_id)
        return left

    def flush(self) -> bool:
        """Wait until everything put so far is down, FLUSH_S seconds at most; whether it is."""
        return self._flush(FLUSH_S)

    def catch_up(self) -> bool:
        """Let the next list show what was put just now; True when it will.

        Waits a blink, and not at all while the disk is known to be slow or to refuse: then `caught_up` is
        emitted once everything is down.
        """
        if self._down >= self._sent:
            return True
        if not self._late and self.view.state is SaveState.SAVED and self._flush(BLINK_S):
            return True
        self._late = True
        return False

    def retry(self) -> None:
        """Try a failed write again now."""
        self._writer.retry()

    def waiting(self) -> "tuple[Change, ...]":
        """What is not on disk yet, oldest first."""
        return self._writer.waiting()

    def close(self) -> bool:
        """Write what is left and let go of the database; False when something could not be written."""
        # The writer last, and alone: it leaves one file that holds everything.
        self.reader.close()
        clean = self._writer.close()
        # Events that are still queued would reach screens that are gone.
        self.blockSignals(True)
        return clean

    def _flush(self, seconds: float) -> bool:
        # Somebody may be quicker than the start of the program.
        self.start()
        return self._writer.flush(seconds)

    def _on_event(self, event: "WriterEvent") -> None:
        from interviewer_app.storage.writer import Failed, Ready, Saved  # there by now

        match event:
            case Ready():
                self.ready.emit()
            case Saved(seq=seq, at=at):
                self._down = seq
                self._acknowledge(at)
            case Failed(problem=problem, refused=refused):
                if refused:
                    self.refused.emit(problem)
                else:
                    self._show(SaveView(SaveState.FAILED, self.view.at, problem))

    def _acknowledge(self, at: datetime) -> None:
        local = at.astimezone()
        behind = self._down < self._sent
        if not behind:
            self._left.clear()
            self._patience.stop()
        state = self.view.state if behind and self.view.state is not SaveState.FAILED else SaveState.SAVED
        self._show(SaveView(state, local.replace(microsecond=0)))
        if self._late and not behind:
            self._late = False
            self.caught_up.emit()

    def _still_writing(self) -> None:
        if self._down < self._sent and self.view.state is SaveState.SAVED:
            self._show(SaveView(SaveState.WRITING, self.view.at))

    def _show(self, view: SaveView) -> None:
        if view != self.view:
            self.view = view
            self.saved.emit(view)
