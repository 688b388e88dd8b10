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
from interviewer_app.storage.reader import Reader

if TYPE_CHECKING:
    from interviewer_app.domain.changes import Change
    from interviewer_app.domain.interview import Interview
    from interviewer_app.storage.writer import Writer, WriterEvent

_PATIENCE_MS = 250
"""A commit that takes longer than this shows as "writing"; shorter ones would only make the dot flicker."""

FLUSH_S = 3.0


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
    _told = Signal(object)

    def __init__(self, path: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.clock = clock
        self.reader = Reader(path)
        self.view = SaveView(SaveState.SAVED)
        self.held: dict[str, Interview] = {}
        """Interviews as they were left while not all is down: what to go on with if the disk refuses."""
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

    def save(self, changes: "tuple[Change, ...]") -> None:
        """Put changes on their way to the disk; never waits."""
        if not changes:
            return
        self._sent = self._writer.put(changes)
        if not self._patience.isActive():
            self._patience.start()

    def flush(self) -> bool:
        """Wait until everything put so far is down, FLUSH_S seconds at most."""
        # Somebody may be quicker than the start of the program.
        self.start()
        return self._writer.flush(FLUSH_S)

    def catch_up(self) -> None:
        """Let the next read see what was put just now; waits for nothing while the disk refuses."""
        if self._down < self._sent and self.view.state is not SaveState.FAILED:
            self.flush()

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
        return self._writer.close()

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
            self.held.clear()
            self._patience.stop()
        state = self.view.state if behind and self.view.state is not SaveState.FAILED else SaveState.SAVED
        self._show(SaveView(state, local.replace(microsecond=0)))

    def _still_writing(self) -> None:
        if self._down < self._sent and self.view.state is SaveState.SAVED:
            self._show(SaveView(SaveState.WRITING, self.view.at))

    def _show(self, view: SaveView) -> None:
        if view != self.view:
            self.view = view
            self.saved.emit(view)
