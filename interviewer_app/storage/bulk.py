"""Many interviews at once, as fast as SQLite takes rows. For cli.

Rows go in table by table, an interview's own row last: the rules that shut a finalised interview look at that
row, so that interviews of any phase can be brought in whole.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path

from interviewer_app.domain.interview import Interview
from interviewer_app.domain.notes.note import StepNotes
from interviewer_app.storage import rows
from interviewer_app.storage.apply import add_kit, add_opening, next_num
from interviewer_app.storage.connect import in_words, transaction, writing

BATCH = 1_000
"""Interviews per transaction: few enough for memory, many enough for speed."""


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
        values = chain.from_iterable(parts(num, interview) for num, interview in numbered)
        conn.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - our own names
    conn.executemany(rows.NEW_INTERVIEW, own)
    conn.executemany(rows.INDEX_WORDS, map(rows.indexed, own))


def _notes(num: int, sheets: Iterable[StepNotes]) -> Iterator[rows.Values]:
    return (rows.note_values(num, note) for sheet in sheets for note in sheet.lines)


_PARTS: dict[str, tuple[int, Callable[[int, Interview], Iterable[rows.Values]]]] = {
    "mark": (11, lambda num, i: (rows.mark_values(num, mark) for mark in i.marks)),
    "note": (8, lambda num, i: _notes(num, i.sheets.values())),
    "score": (9, lambda num, i: (rows.score_values(num, score) for score in i.scores.values())),
    "cite": (4, lambda num, i: chain.from_iterable(rows.cite_values(num, s) for s in i.scores.values())),
    "tick": (8, lambda num, i: (rows.tick_values(num, tick) for tick in i.ticks.values())),
    "point": (7, lambda num, i: rows.point_values(num, i.points)),
    "place": (4, lambda num, i: (rows.place_values(num, i.place),) if i.place else ()),
}
"""Tables of an interview's parts: how many columns, and the rows."""
