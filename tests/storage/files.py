"""Real files for the storage tests: saving, damaging and asking them by hand."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Condition

from interviewer_app.domain.changes import Change
from interviewer_app.storage.reader import Reader
from interviewer_app.storage.writer import Failed, Ready, Saved, Writer, WriterEvent

WAIT = 20.0
"""Seconds after which a test gives up; no test waits that long when all is well."""


def now() -> datetime:
    return datetime.now(UTC)


OPEN: list[Reader] = []
"""Readers to be closed at the end of the test, by conftest.py."""


def a_reader(path: Path) -> Reader:
    """A reader of the file, for one test."""
    OPEN.append(Reader(path))
    return OPEN[-1]


class Told:
    """Everything a writer told, and a way to wait for it."""

    def __init__(self) -> None:
        self.events: list[WriterEvent] = []
        self._turn = Condition()

    def __call__(self, event: WriterEvent) -> None:
        with self._turn:
            self.events.append(event)
            self._turn.notify_all()

    def wait_for(self, kind: type[WriterEvent], count: int = 1) -> WriterEvent:
        """The last event of a kind, once there are `count` of them."""
        with self._turn:
            assert self._turn.wait_for(lambda: len(self.of(kind)) >= count, WAIT), self.events
            return self.of(kind)[-1]

    def of(self, kind: type[WriterEvent]) -> list[WriterEvent]:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def failures(self) -> list[Failed]:
        return [event for event in self.events if isinstance(event, Failed)]

    @property
    def saved(self) -> list[Saved]:
        return [event for event in self.events if isinstance(event, Saved)]


@contextmanager
def a_writer(path: Path) -> Iterator[tuple[Writer, Told]]:
    """A writer at work on the file; what waits at the end may stay unwritten."""
    told = Told()
    writer = Writer(path, told, now=now)
    writer.start()
    try:
        yield writer, told
    finally:
        writer.close(WAIT)


def save(path: Path, *changes: Change) -> None:
    """Bring the file up to date and the changes to the disk; no failure is accepted."""
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        writer.put(changes)
        assert writer.flush(WAIT)
    assert told.failures == []


@contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection as any SQLite tool has it: no rules of ours but those in the file."""
    conn = sqlite3.connect(path, isolation_level=None)
    try:
        yield conn
    finally:
        conn.close()


def dump(path: Path) -> list[str]:
    """The whole content as SQL."""
    with by_hand(path) as conn:
        return list(conn.iterdump())
