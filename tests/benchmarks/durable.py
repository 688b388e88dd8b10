"""How long a key press stays at risk, against a bare synchronous commit; and what a stalling disk does."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt

from interviewer_app.storage.writer import Saved, WriterEvent
from tests.benchmarks.call import Call, Press, Typist, application, run_for
from tests.benchmarks.harness import ROOT, Bench, Row, child_env, most, p50, p99, taken, times

FAST = 0.09
"""Eleven keys a second: a fast typist."""

BURST = 0.012
STALL = "250"
"""Milliseconds the disk is made to stall, every half second."""


def measure(bench: Bench) -> Iterator[Row]:
    """A fast typist, a burst, a disk that stalls."""
    application()
    with closing(Call(bench.scratch / "call")) as call:
        yield from _measure(bench, call)


def _measure(bench: Bench, call: Call) -> Iterator[Row]:
    log = Acknowledged(call)
    typist = Typist()
    typist.type(call.editor, 20, BURST)
    with closing(bare_database(bench.scratch / "bare.db")) as conn:
        steady, commits = [], []
        for _turn in range(bench.n(10, 1)):
            steady += log.durable(typist, 20, FAST)
            commits += commit_times(conn, 20)
    note = "from the key event to the acknowledged commit; floor: one upsert, WAL, synchronous FULL"
    yield Row("a key is on the disk, 11 keys/s, p50", "ms", p50(steady), p50(commits), (), note)
    yield Row("a key is on the disk, 11 keys/s, p99", "ms", p99(steady), p99(commits), (times(3.0),))
    burst = log.durable(typist, bench.n(400, 60), BURST)
    note = "commits are 45 ms apart, so that typing costs at most about 20 of them a second"
    yield Row("a key is on the disk, 83 keys/s, p50", "ms", p50(burst), p50(commits), (), note)
    yield Row("a key is on the disk, 83 keys/s, p99", "ms", p99(burst), p99(commits), (most(50.0),))
    yield from _stalled(bench, call, typist)


def _stalled(bench: Bench, call: Call, typist: Typist) -> Iterator[Row]:
    calm: list[Press] = []
    stalled: list[Press] = []
    for _turn in range(bench.n(6, 1)):
        calm += typist.type(call.editor, 80, BURST)
        with stalling(call.keeper.path):
            stalled += typist.type(call.editor, 80, BURST)
    call.keeper.flush()
    note = "another process holds the write lock for 250 ms, twice a second; floor: the same without it"
    for what, field in (("handler", "handler"), ("due to painted", "painted")):
        with_stall, without = ([getattr(press, field) for press in side] for side in (stalled, calm))
        yield Row(f"disk stalls 250 ms: {what} p50", "ms", p50(with_stall), p50(without), (), note)
        yield Row(f"disk stalls 250 ms: {what} p99", "ms", p99(with_stall), p99(without), (times(1.5),))
        note = ""


class Acknowledged:
    """When each commit was acknowledged, noted in the writer's thread."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._times: list[tuple[int, float]] = []
        self._numbers: list[int] = []
        call.keeper._told.connect(self._hear, Qt.ConnectionType.DirectConnection)

    def durable(self, typist: Typist, keys: int, pace: float) -> list[float]:
        """Milliseconds from each key to the first acknowledgement that covers it."""
        call = self._call
        call.keeper.flush()
        self._times.clear()
        self._numbers.clear()
        call.window.parts.notes.editor.edit_requested.connect(self._number)
        typist.type(call.editor, keys, pace)
        call.window.parts.notes.editor.edit_requested.disconnect(self._number)
        call.keeper.flush()
        # The last word of it comes a moment after the flush.
        while not self._times or self._times[-1][0] < self._numbers[-1]:
            run_for(0.01)
        sent = zip(typist.sent_at, self._numbers, strict=True)
        return [
            (next(at for seq, at in self._times if seq >= number) - begun) * 1000 for begun, number in sent
        ]

    def _number(self, _lines: object) -> None:
        self._numbers.append(self._call.keeper._sent)

    def _hear(self, event: WriterEvent) -> None:
        if isinstance(event, Saved):
            self._times.append((event.seq, perf_counter()))


def bare_database(path: Path) -> sqlite3.Connection:
    """One table, as safe as ours."""
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("PRAGMA journal_mode = WAL").fetchone()
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL)")
    return conn


_NUMBERS = count()


def commit_times(conn: sqlite3.Connection, rounds: int) -> list[float]:
    """Milliseconds of single commits, each of another text."""
    upsert = "INSERT INTO note VALUES ('n1', ?) ON CONFLICT DO UPDATE SET text = excluded.text"
    texts = [f"the queue backs up, line {next(_NUMBERS)}" for _n in range(rounds)]
    return [taken(lambda text=text: conn.execute(upsert, (text,))) for text in texts]  # type: ignore[misc]


@contextmanager
def stalling(path: Path) -> Iterator[None]:
    """A disk that takes its time: another process holds the write lock again and again."""
    command = [sys.executable, "-m", "tests.benchmarks.children.stall", str(path), STALL]
    child = subprocess.Popen(
        command, cwd=ROOT, env=child_env(), stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    try:
        if child.stdout is not None:
            child.stdout.readline()
        yield
    finally:
        child.terminate()
        child.communicate()
