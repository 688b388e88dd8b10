"""Small reads, small writes and bulk insert, each against the same rows on bare sqlite3."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import chain, count
from pathlib import Path

from interviewer_app.domain.changes import NotePut
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.listing import Query
from interviewer_app.exchange.demo import made_up
from interviewer_app.storage import bulk
from interviewer_app.storage import rows as mapping
from interviewer_app.storage.apply import apply
from interviewer_app.storage.connect import transaction, writing
from interviewer_app.storage.reader import Reader
from tests.benchmarks.databases import empty, library_of, shipped_kit
from tests.benchmarks.harness import Bench, Row, in_turn, p50, p99, taken, times
from tests.benchmarks.replay import Replay
from tests.builders import a_note, an_interview

CLOSE_TO_RAW = (times(1.15),)
_UPSERT = """
INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text
"""


def measure(bench: Bench) -> Iterator[Row]:
    """Reads, writes, bulk."""
    yield from _reads(bench)
    yield from _writes(bench)
    yield from _bulk(bench)


def _reads(bench: Bench) -> Iterator[Row]:
    path = library_of(bench, bench.n(10_000, 500))
    reader, replay = Reader(path), Replay(path)
    one = next(reader.ids())
    note = "floor: the same SQL, fetched as tuples; ours makes the records of them too"
    for what, question in (
        ("a page of 100 rows", lambda reader: reader.page(Query())),
        ("a page of 1 row", lambda reader: reader.page(Query(limit=1))),
        ("one whole interview", lambda reader: reader.load(one)),
        ("shelf counts", lambda reader: reader.counts()),
    ):
        ours, floor = in_turn(bench.n(500, 20), partial(question, reader), replay.of(question))
        yield Row(f"read {what}, p50", "ms", p50(ours), p50(floor), CLOSE_TO_RAW, note)
        note = ""
    reader.close()
    replay.close()


def _writes(bench: Bench) -> Iterator[Row]:
    interview = an_interview()
    paths = [empty(bench.scratch / side) for side in ("ours", "floor")]
    for path in paths:
        bulk.insert_many(path, [interview])
    with closing(writing(paths[0])) as conn, closing(sqlite3.connect(paths[1], isolation_level=None)) as bare:
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("PRAGMA foreign_keys = ON")
        numbers, bare_numbers = count(), count()

        def put() -> None:
            note = a_note("n1", f"the queue backs up, line {next(numbers)}")
            with transaction(conn):
                apply(conn, (NotePut(interview.id, note),))

        def upsert() -> None:
            note = a_note("n1", f"the queue backs up, line {next(bare_numbers)}")
            values = (1, note.id, note.step, note.rank, note.text, note.t, note.begun.isoformat(), 0)
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(_UPSERT, values)
            bare.execute("COMMIT")

        ours, floor = in_turn(bench.n(1_000, 50), put, upsert)
    yield Row("write one line of notes, WAL FULL, p50", "ms", p50(ours), p50(floor), CLOSE_TO_RAW)
    yield Row("write one line of notes, WAL FULL, p99", "ms", p99(ours), p99(floor))


def _bulk(bench: Bench) -> Iterator[Row]:
    interviews = list(made_up(bench.n(2_000, 200), 2, shipped_kit()))
    whole = mapped(interviews)
    ours: list[float] = []
    bare: list[float] = []
    for turn in range(bench.n(5, 1)):
        ours.append(taken(partial(bulk.insert_many, empty(bench.scratch / f"bulk-{turn}"), interviews)))
        bare.append(taken(partial(insert_bare, empty(bench.scratch / f"bare-{turn}"), whole)))
    a_thousand = 1_000 / len(interviews)
    note = "floor: executemany of the finished rows into the same tables, indexes and rules"
    what = "bulk insert, per 1,000 interviews"
    yield Row(what, "ms", p50(ours) * a_thousand, p50(bare) * a_thousand, (times(1.2),), note)


Mapped = list[tuple[str, list[mapping.Values]]]


def mapped(interviews: list[Interview]) -> Mapped:
    """Every row of the interviews, by the statement that inserts it, in an order the rules accept."""
    numbered = list(enumerate(interviews, 1))
    openings = {interview.opening.id: interview.opening for interview in interviews}
    kits = {interview.kit_hash: interview.kit for interview in interviews}
    nums = {kit_hash: num for num, kit_hash in enumerate(kits, 1)}
    own = [mapping.interview_values(one, num, nums[one.kit_hash]) for num, one in numbered]
    out: Mapped = [
        (
            "INSERT INTO opening (id, title, role, level, genai, sheet) VALUES (?, ?, ?, ?, ?, ?)",
            [mapping.opening_values(o) for o in openings.values()],
        ),
        (
            "INSERT INTO kit (hash, id, version, title, scored, body) VALUES (?, ?, ?, ?, ?, ?)",
            [mapping.kit_values(kit, kit_hash) for kit_hash, kit in kits.items()],
        ),
    ]
    for table, (width, parts) in bulk._PARTS.items():
        rows = chain.from_iterable(parts(num, one) for num, one in numbered)
        out.append((f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", list(rows)))
    out.append((mapping.NEW_INTERVIEW, own))
    out.append((mapping.INDEX_WORDS, [mapping.indexed(values) for values in own]))
    return out


def insert_bare(path: Path, whole: Mapped) -> None:
    """The same rows with nothing around them; the pragmas are those of the bulk insert."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for pragma in (
            "synchronous = NORMAL",
            "foreign_keys = ON",
            "cache_size = -64000",
            "wal_autocheckpoint = 16000",
        ):
            conn.execute(f"PRAGMA {pragma}")
        conn.execute("BEGIN IMMEDIATE")
        for statement, values in whole:
            conn.executemany(statement, values)
        conn.execute("COMMIT")
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
