"""What a connection was asked for is what it does: read back from SQLite, on the connections themselves."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from interviewer_app.storage import writer as writing_thread
from interviewer_app.storage.connect import reading, writing
from interviewer_app.storage.reader import Reader
from interviewer_app.storage.writer import Ready
from tests.builders import a_story
from tests.storage.files import WAIT, a_writer, save

FULL = 2


def setting(conn: sqlite3.Connection, name: str) -> object:
    return conn.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_connection_the_writer_really_uses_waits_for_the_disk(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []
    seen: dict[str, object] = {}

    def watched(at: Path) -> sqlite3.Connection:
        opened.append(writing(at))
        names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
        seen.update({name: setting(opened[-1], name) for name in names})
        return opened[-1]

    monkeypatch.setattr(writing_thread, "writing", watched)
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        writer.put(a_story().changes)
        assert writer.flush(WAIT)
    assert seen == {
        "journal_mode": "wal",
        "synchronous": FULL,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }


def test_reading_connections_cannot_write_and_trust_nothing(path: Path) -> None:
    save(path, *a_story().changes)
    with closing(reading(path)) as conn:
        assert setting(conn, "trusted_schema") == 0
        assert setting(conn, "cell_size_check") == 1
        assert setting(conn, "application_id") == 0x49565752
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            conn.execute("DELETE FROM note")


def test_a_reader_holds_no_transaction_between_questions(path: Path) -> None:
    save(path, *a_story().changes)
    reader = Reader(path)
    with closing(reader):
        reader.load("i1")
        reader.counts()
        reader.opening_has_adjusted_time("o1")
        with closing(writing(path)) as conn:
            busy, _log, _moved = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert busy == 0
