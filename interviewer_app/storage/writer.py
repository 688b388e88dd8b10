"""The one thread of the program: it owns the writing connection and spares the window the wait for the disk.

For app and controllers (by way of app). Changes queue up, the newest per row; whatever is queued is committed
as soon as the last commit is down, at most twenty-five times a second. Each commit is told with its number.
"""

import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from interviewer_app.domain.changes import Change
from interviewer_app.domain.errors import (
    DamagedFile,
    DiskFull,
    NewerFile,
    NotOurFile,
    Problem,
    StorageProblem,
    StoreBusy,
)
from interviewer_app.storage import migrations
from interviewer_app.storage.apply import apply
from interviewer_app.storage.backlog import Backlog
from interviewer_app.storage.connect import in_words, problem_of, transaction, writing
from interviewer_app.text import _

SPACING = 0.04
"""Seconds from the start of one commit to that of the next: what a kill may cost, and the disk's rest."""

RETRY = 2.0
"""Seconds between attempts while the disk refuses."""

_HOPELESS = (NotOurFile, NewerFile, DamagedFile)
"""What no waiting mends: tried again only when somebody asks."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The database is there and up to date."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Every change with a number up to `seq` is on the disk; `at` is in UTC."""

    seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Failed:
    """The disk refused; `waiting` changes are kept and tried again.

    With `refused` changes it is the database's rules that refused: those are gone, the others are saved.
    """

    problem: Problem
    waiting: int
    refused: tuple[Change, ...] = ()


WriterEvent = Ready | Saved | Failed


class _Elsewhere(StorageProblem):
    """The database file was deleted, moved or exchanged while it was open."""


class Writer:
    """Saves changes in the background. Events are told in the writer's thread, one at a time."""

    def __init__(
        self, path: Path, notify: Callable[[WriterEvent], None], *, now: Callable[[], datetime]
    ) -> None:
        self._path = path
        self._notify = notify
        self._now = now
        self._turn = threading.Condition()
        self._backlog = Backlog()
        self._saved = 0
        self._tried = 0
        self._stumbled = False
        self._pressed = False
        self._closing = False
        self._conn: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._ready = False
        self._over = False
        self._thread = threading.Thread(target=self._run, name="writer")

    def start(self) -> None:
        """Open, create or migrate the database and begin to save."""
        self._thread.start()

    def put(self, changes: tuple[Change, ...]) -> int:
        """Queue changes; returns the number of the last change queued so far. Never waits for the disk."""
        with self._turn:
            awaited = not self._backlog or self._stumbled
            seq = self._backlog.add(changes)
            if awaited:
                # With work already waiting the thread knows; woken at each key it would hold up the next one.
                self._turn.notify_all()
        return seq

    def flush(self, timeout: float) -> bool:
        """Wait until all that was put is on the disk, at most `timeout` seconds; whether it is."""
        with self._turn:
            seq = self._backlog.seq
            if self._saved < seq:
                self._press()
            self._turn.wait_for(lambda: self._saved >= seq or self._over, timeout)
            return self._saved >= seq

    def retry(self) -> None:
        """Try again now."""
        with self._turn:
            self._press()

    def waiting(self) -> tuple[Change, ...]:
        """What is not on the disk yet, oldest first."""
        with self._turn:
            return self._backlog.waiting()

    def close(self, timeout: float = 5.0) -> bool:
        """Save what waits, end the thread, close the database; whether nothing was left."""
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self.waiting()

    def _press(self) -> None:
        self._pressed = True
        self._turn.notify_all()

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._end()

    def _end(self) -> None:
        """Let go whoever waits, and the database."""
        with self._turn:
            self._over = True
            self._turn.notify_all()
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def _work(self) -> None:
        next_at = 0.0
        while self._wait_for_work(next_at):
            begun, last = time.monotonic(), self._closing
            failure = self._attempt()
            if failure is None or self._stumbled:
                next_at = begun + SPACING
            if failure is None:
                continue
            if last:
                break
            self._wait_out(failure)

    def _wait_for_work(self, next_at: float) -> bool:
        """Wait for a change and for its time to come; False when the program ends and nothing is left."""
        with self._turn:
            self._turn.wait_for(lambda: not self._ready or self._backlog or self._closing)
            if self._closing and not self._backlog:
                return False
            rest = next_at - time.monotonic()
            if rest > 0:
                self._turn.wait_for(lambda: self._pressed or self._closing, rest)
            self._pressed = self._stumbled = False
            self._tried = self._backlog.seq
            return True

    def _wait_out(self, failure: StorageProblem) -> None:
        """Let a failure pass, until somebody asks or the program ends.

        A mistake of ours may concern what was there alone: what comes after it is not to wait.
        """
        patience = None if isinstance(failure, _HOPELESS) else RETRY
        with self._turn:
            self._turn.wait_for(
                lambda: (
                    self._pressed or self._closing or (self._stumbled and self._backlog.seq > self._tried)
                ),
                patience,
            )
            self._pressed = False

    def _attempt(self) -> StorageProblem | None:
        """Open if need be and save what is queued; what hindered it, after telling."""
        try:
            if self._conn is None:
                self._conn = self._open()
            if not self._ready:
                self._ready = True
                self._tell(Ready())
            return self._save(self._conn) if self._backlog else None
        except StorageProblem as problem:
            return self._fail(problem)
        except sqlite3.Error as error:
            return self._fail(problem_of(error, self._path))
        except Exception as error:  # noqa: BLE001 - whatever it was, the words are still queued, and wait for a better turn
            return self._stumble(error)

    def _open(self) -> sqlite3.Connection:
        migrations.ensure(self._path, self._now())
        with in_words(self._path):
            conn = writing(self._path)
        self._file = _identity(self._path)
        return conn

    def _save(self, conn: sqlite3.Connection) -> StorageProblem | None:
        if _identity(self._path) != self._file:
            # A commit would succeed, and be lost. The connection stays: this very file has to come back.
            raise _Elsewhere(
                _("The database is no longer where it was: {path}.").format(path=self._path),
                _("Put the file back; until then nothing is saved."),
            )
        with self._turn:
            batch, seq = self._backlog.waiting(), self._backlog.seq
        with transaction(conn):
            refused, stuck = apply(conn, batch)
        late = {id(change) for change, _error in stuck}
        with self._turn:
            self._turn.notify_all()
            # The number first: a change that stays by mistake is only written again.
            if not stuck:
                self._saved = seq
            self._backlog.settle(change for change in batch if id(change) not in late)
        if refused:
            sentence = _("The database refused a change ({reason}).").format(reason=refused[0][1])
            problem = StorageProblem(sentence, _("Everything else is saved. Please report this."))
            self._tell(Failed(problem, len(self.waiting()), tuple(change for change, _reason in refused)))
        if stuck:
            return self._stumble(stuck[0][1])
        self._tell(Saved(seq, self._now()))
        return None

    def _stumble(self, error: Exception) -> StorageProblem:
        """A mistake of ours: its place is told as any other; what it kept from the disk is tried again."""
        _report(error)
        self._stumbled = True
        return self._fail(
            StorageProblem(
                _("A bug keeps your last change from being saved."),
                _("It is kept here and tried again. Copy the text to be safe, and please report this."),
            )
        )

    def _fail(self, problem: StorageProblem) -> StorageProblem:
        """Everything stays queued; tell why."""
        if not isinstance(problem, DiskFull | StoreBusy | _Elsewhere) and self._conn is not None:
            # After any other error the next attempt starts afresh, with the file as it is then.
            self._conn.close()
            self._conn = None
        self._tell(Failed(problem, len(self.waiting())))
        return problem

    def _tell(self, event: WriterEvent) -> None:
        try:
            self._notify(event)
        except Exception as error:  # noqa: BLE001 - a listener's mistake must not cost the words that are still to come
            _report(error)


def _report(error: Exception) -> None:
    """Let the crash hook know of a bug in this thread, which goes on."""
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
    )


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path, whatever is in it; None for none. Never opens it."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
