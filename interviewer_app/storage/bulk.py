"""Many interviews at once, as fast as SQLite takes rows. For cli.

Rows go in table by table, an interview's own row last: the rules that shut a finalised interview look at that
row, so that interviews of any phase can be brought in whole.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from interviewer_app.domain.interview import Interview
from interviewer_app.storage import rows
from interviewer_app.storage.apply import add_kit, add_opening, next_num
from interviewer_app.storage.connect import in_words, transaction, writing

BATCH = 1_000
"""Interviews per transaction: few enough for memory, many enough for speed."""

Numbered = list[tuple[int, Interview]]


def insert_many(path: Path, interviews: Iterable[Interview]) -> int:
    """Add interviews that are not there yet, of any phase; returns how many.

    The database is there and up to date, the caller holds the folder's lock. Raises StorageProblem and its
    kinds; interviews of finished batches stay.
    """
    stream = iter(interviews)
    total = 0
    with in_words(path), closing(writing(path)) as conn:
        # One wait for the disk at the end is enough for what can be made again.
        conn.execute("PRAGMA synchronous = NORMAL")
        # Room for the batch's pages and a longer log: the same page is not written again and again.
        conn.execute("PRAGMA cache_size = -64000")
        conn.execute("PRAGMA wal_autocheckpoint = 16000")
        while batch := list(islice(stream, BATCH)):
            with transaction(conn):
                _insert(conn, batch)
            total += len(batch)
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return total


def _insert(conn: sqlite3.Connection, batch: list[Interview]) -> None:
    first = next_num(conn)
    kits: dict[str, int] = {}
    own = []
    for num, interview in enumerate(batch, first):
        if interview.kit_hash not in kits:
            kits[interview.kit_hash] = add_kit(conn, interview)
        own.append(rows.interview_values(interview, num, kits[interview.kit_hash]))
    for opening in dict.fromkeys(interview.opening for interview in batch):
        add_opening(conn, opening, renew=False)
    numbered = list(enumerate(batch, first))
    for table, (width, parts) in _PARTS.items():
        marks = ", ".join("?" * width)
        conn.executemany(f"INSERT INTO {table} VALUES ({marks})", parts(numbered))  # noqa: S608
    conn.executemany(rows.NEW_INTERVIEW, own)
    conn.executemany(rows.INDEX_WORDS, map(rows.indexed, own))


def _marks(numbered: Numbered) -> Iterator[rows.Values]:
    return (rows.mark_values(num, mark) for num, interview in numbered for mark in interview.marks)


def _notes(numbered: Numbered) -> Iterator[rows.Values]:
    for num, interview in numbered:
        for sheet in interview.sheets.values():
            for note in sheet.lines:
                yield rows.note_values(num, note)


def _scores(numbered: Numbered) -> Iterator[rows.Values]:
    return (
        rows.score_values(num, score) for num, interview in numbered for score in interview.scores.values()
    )


def _cites(numbered: Numbered) -> Iterator[rows.Values]:
    for num, interview in numbered:
        for score in interview.scores.values():
            yield from rows.cite_values(num, score)


def _ticks(numbered: Numbered) -> Iterator[rows.Values]:
    return (rows.tick_values(num, tick) for num, interview in numbered for tick in interview.ticks.values())


def _points(numbered: Numbered) -> Iterator[rows.Values]:
    for num, interview in numbered:
        yield from rows.point_values(num, interview.points)


def _places(numbered: Numbered) -> Iterator[rows.Values]:
    return (rows.place_values(num, interview.place) for num, interview in numbered if interview.place)


_PARTS: dict[str, tuple[int, Callable[[Numbered], Iterator[rows.Values]]]] = {
    "mark": (11, _marks),
    "note": (8, _notes),
    "score": (9, _scores),
    "cite": (4, _cites),
    "tick": (8, _ticks),
    "point": (7, _points),
    "place": (4, _places),
}
"""Tables of an interview's parts: how many columns, and the rows."""
