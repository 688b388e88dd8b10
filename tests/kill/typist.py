"""Kills writers in the middle of typing and looks at what is left; run as a program by test_kill.py.

    python typist.py FOLDER KILLS SEED

One warm process forks a child for every kill, so that two hundred take seconds. A child opens the database as
the program does, types through the domain and the writer, and notes each key and each acknowledgement in
memory it shares with its parent, which outlives it. The parent kills it at a random instant, opens the
database and compares. The last line of output is the tally as JSON.
"""

import json
import mmap
import os
import random
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.live import call
from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.storage.checks import check
from interviewer_app.storage.reader import Reader
from interviewer_app.storage.writer import Saved, Writer, WriterEvent
from tests.builders import a_moment, a_story

CHAIN = 5
"""Kills one database suffers, each child taking up where the last was killed."""

AT_RISK_MS = 50.0
"""How much of the typing a kill may cost."""

KEYS = 4_000
"""More keys than any child lives to type."""

STEP = "p1"
LETTERS = "etaoin shrdlu ÄŁΩжд\n"


class Log:
    """Memory that outlives a killed child: times of keys, the number of each one's change, the last saved."""

    def __init__(self) -> None:
        self._room = mmap.mmap(-1, 16 + 16 * KEYS)
        view = memoryview(self._room)
        self.head = view[:16].cast("q")  # keys typed, last number acknowledged
        self.times = view[16 : 16 + 8 * KEYS].cast("d")
        self.numbers = view[16 + 8 * KEYS :].cast("q")

    def clear(self) -> None:
        self.head[0] = self.head[1] = 0

    def acknowledged(self) -> int:
        """How many keys were told to be saved."""
        return sum(self.numbers[key] <= self.head[1] for key in range(self.head[0]))


def texts(base: str, seed: int) -> Iterator[str]:
    """The notes after each key, without end: mostly letters, some line breaks, some keys taken back."""
    rng = random.Random(seed)
    text = base
    while True:
        text = text[:-1] if text and rng.random() < 0.05 else text + rng.choice(LETTERS)
        yield text


def type_until_killed(path: Path, log: Log, seed: int) -> None:
    """The child: resume the interview and type, a key every 3 to 15 ms."""

    def told(event: WriterEvent) -> None:
        if isinstance(event, Saved):
            log.head[1] = event.seq

    writer = Writer(path, told, now=lambda: datetime.now(UTC))
    writer.start()
    rng = random.Random(seed)
    pace = Event()
    interview = Reader(path).load("i1")
    ids = (f"{seed}-{number}" for number in range(KEYS))
    sheet = call.sheet_of(interview, STEP, a_moment(), lambda: next(ids))
    for key, text in enumerate(texts(sheet.text, seed)):
        lines = text.split("\n")
        old = [note.text for note in sheet.lines]
        first = next((n for n, pair in enumerate(zip(old, lines, strict=False)) if pair[0] != pair[1]), None)
        first = min(len(old), len(lines)) - 1 if first is None else first
        change = NoteEdit(STEP, first, len(old) - first, tuple(lines[first:]))
        log.times[key] = time.monotonic()
        update = call.type_notes(interview, sheet, change, a_moment(key / 100), lambda: next(ids))
        log.numbers[key] = writer.put(update.changes)
        log.head[0] = key + 1
        interview = update.interview
        sheet = interview.sheets[STEP]
        pace.wait(rng.uniform(0.003, 0.015))


def kill_one(path: Path, log: Log, seed: int, tally: Counter[str]) -> None:
    """Fork, let it type, kill, compare."""
    base = _text(path)
    log.clear()
    child = os.fork()
    if child == 0:
        try:
            type_until_killed(path, log, seed)
        finally:
            os._exit(9)
    Event().wait(random.Random(seed).uniform(0.01, 0.3))
    killed_at = time.monotonic()
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    tally["kills"] += os.WTERMSIG(status) == signal.SIGKILL if os.WIFSIGNALED(status) else 0
    _compare(path, log, base, seed, killed_at, tally)


def _compare(path: Path, log: Log, base: str, seed: int, killed_at: float, tally: Counter[str]) -> None:
    typed, safe = log.head[0], log.acknowledged()
    stages = [base, *(text for _, text in zip(range(typed + 1), texts(base, seed), strict=False))]
    left = _text(path)
    # A key may be on the disk before its child could write it down, so one more than `typed` may be there.
    kept = max((n for n, text in enumerate(stages) if text == left), default=None)
    tally["keys"] += typed
    tally["acknowledged"] += safe
    tally["damaged"] += bool(check(path)) or not _integral(path)
    if kept is None:
        tally["strange"] += 1
        print(f"strange, seed {seed}: {left!r} is none of {stages!r}")
        return
    tally["acknowledged_lost"] += max(0, safe - kept)
    tally["unsaved"] += max(0, typed - kept)
    if kept < typed:
        age = 1_000_000 * (killed_at - log.times[kept])
        tally["oldest_unsaved_us"] = max(tally["oldest_unsaved_us"], round(age))
        tally["late"] += age > 1_000 * AT_RISK_MS


def _text(path: Path) -> str:
    with closing(Reader(path)) as reader:
        sheet = reader.load("i1").sheets.get(STEP)
    return sheet.text if sheet else ""


def _integral(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as conn:
        return bool(conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def _prepared(path: Path) -> None:
    writer = Writer(path, lambda _event: None, now=lambda: datetime.now(UTC))
    writer.start()
    writer.put(a_story(Phase.LIVE, lines=()).changes)
    if not writer.close(30):
        sys.exit("the database could not be made")


def main(folder: Path, kills: int, seed: int) -> None:
    tally: Counter[str] = Counter()
    log = Log()
    for number in range(kills):
        path = folder / f"{seed}-{number // CHAIN}" / "interviews.db"
        if number % CHAIN == 0:
            _prepared(path)
        kill_one(path, log, seed + number, tally)
    print(json.dumps(tally))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
