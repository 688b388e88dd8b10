"""A mistake at any line of the way to the disk: what is called saved is there, and the rest waits."""

import shutil
import sqlite3
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from linecache import getline
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import interviewer_app.storage
from interviewer_app.domain.changes import Change, MarkAdded, NotePut, ScorePut
from interviewer_app.domain.interview import Phase
from interviewer_app.storage import connect
from interviewer_app.storage import writer as writing
from interviewer_app.storage.writer import Ready, Saved, Writer
from tests.builders import a_mark, a_note, a_score, a_story
from tests.storage.files import Told, by_hand, now, save

STORAGE = str(Path(interviewer_app.storage.__file__).parent)

Place = tuple[str, str, int]
"""Thread, file and line."""


class Torn(BaseException):
    """Something that nobody expects to be raised, as when the program is interrupted."""


class DiskError(sqlite3.OperationalError):
    """As SQLite raises it for a disk that fails now and then."""

    sqlite_errorcode = sqlite3.SQLITE_IOERR
    sqlite_errorname = "SQLITE_IOERR"


class Fault:
    """Raises an error once, where a line of storage runs: the `nth` time that the place is reached."""

    def __init__(self, error: BaseException | None = None, at: Place | None = None, nth: int = 1) -> None:
        self.seen: Counter[Place] = Counter()
        self.armed = self.fired = False
        self._error, self._at, self._nth = error, at, nth

    def trace(self, frame: FrameType, event: str, _arg: object) -> Any:
        """As sys.settrace calls it."""
        if not frame.f_code.co_filename.startswith(STORAGE):
            return None
        if event == "line" and self.armed:
            thread = "writer" if threading.current_thread().name == "writer" else "window"
            place = (thread, frame.f_code.co_filename, frame.f_lineno)
            self.seen[place] += 1
            if place == self._at and self.seen[place] == self._nth and self._error is not None:
                self.fired = True
                raise self._error
        return self.trace

    @contextmanager
    def watching(self) -> Iterator[None]:
        """See the lines of this thread and of those that start now."""
        before = sys.gettrace()
        threading.settrace(self.trace)
        sys.settrace(self.trace)
        try:
            yield
        finally:
            sys.settrace(before)
            threading.settrace(before)


class Truth:
    """What was put, what was said about it, and what a fresh connection finds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.told = Told()
        self.lies: list[str] = []
        self.seq = 0
        self._put: list[tuple[int, Change]] = []

    def hear(self, event: writing.WriterEvent) -> None:
        """As a listener of the writer, in its thread."""
        if isinstance(event, Saved):
            self.check(f"Saved({event.seq})", event.seq)
        self.told(event)

    def promise(self, changes: tuple[Change, ...]) -> None:
        """These changes are about to be taken over."""
        for change in changes:
            self.seq += 1
            self._put.append((self.seq, change))

    def withdraw(self, changes: tuple[Change, ...]) -> None:
        """That broke off: some of them may have been taken over, with whatever number."""
        del self._put[-len(changes) :]
        self._put += [(sys.maxsize, change) for change in changes]
        self.seq -= len(changes)

    def check(self, said: str, seq: int, waiting: tuple[Change, ...] = ()) -> None:
        """Whether everything up to `seq` is on the disk, with its own value or a later one, or waits."""
        with by_hand(self._path) as conn:
            notes = dict(conn.execute("SELECT id, text FROM note").fetchall())
            marks = {row[0] for row in conn.execute("SELECT seq FROM mark")}
            scores = dict(conn.execute("SELECT letter, value FROM score").fetchall())
        for at, (number, change) in enumerate(self._put):
            fit = [later for _number, later in self._put[at:] if later.key == change.key]
            if number <= seq and not any(_there(one, notes, marks, scores) or one in waiting for one in fit):
                self.lies.append(f"{said}, but {change.key} is not there")


def _there(change: Change, notes: dict[str, str], marks: set[int], scores: dict[str, int]) -> bool:
    match change:
        case NotePut():
            return notes.get(change.note.id) == change.note.text
        case MarkAdded():
            return change.mark.seq in marks
        case ScorePut():
            return scores.get(change.score.letter) == change.score.value
        case _:
            raise AssertionError(change)


FIRST: tuple[Change, ...] = (
    NotePut("i1", a_note("n-one", "first")),
    NotePut("i1", a_note("n-two", "kept")),
    MarkAdded("i1", a_mark(seq=90)),
)
SECOND: tuple[Change, ...] = (NotePut("i1", a_note("n-one", "second")), ScorePut("i1", a_score("A", 3)))


@pytest.fixture(scope="module")
def ready_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a live interview, to be copied."""
    path = tmp_path_factory.mktemp("made") / "interviews.db"
    save(path, *a_story(Phase.LIVE).changes)
    return path


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for long, and bugs in the thread are not printed."""
    monkeypatch.setattr(writing, "RETRY", 0.001)
    monkeypatch.setattr(writing, "SPACING", 0.0)
    monkeypatch.setattr(connect, "BUSY_MS", 1)
    monkeypatch.setattr(threading, "excepthook", lambda _hook: None)


def lies(path: Path, fault: Fault) -> list[str]:
    """Put, replace, flush and close beside a disk that is busy at first; what was said and is not so."""
    truth = Truth(path)
    with fault.watching():
        writer = Writer(path, truth.hear, now=now)
        writer.start()
        truth.told.wait_for(Ready)
        with by_hand(path) as other:
            other.execute("BEGIN IMMEDIATE")
            fault.armed = True
            _put(writer, truth, FIRST)
            _flush(writer, truth, 0.005)
            other.execute("ROLLBACK")
        _put(writer, truth, SECOND)
        _flush(writer, truth, 1.0)
        with suppress(Torn, Exception):
            if writer.close(1.0):
                truth.check("closed", truth.seq)
        fault.armed = False
    if writer.close(1.0):
        truth.check("closed", truth.seq)
    truth.check("kept", truth.seq, writer.waiting())
    return truth.lies


def _put(writer: Writer, truth: Truth, changes: tuple[Change, ...]) -> None:
    with suppress(Torn, Exception):
        truth.seq = writer.put(())
    truth.promise(changes)
    try:
        writer.put(changes)
    except (Torn, Exception):  # noqa: BLE001 - whatever it is
        truth.withdraw(changes)


def _flush(writer: Writer, truth: Truth, timeout: float) -> None:
    with suppress(Torn, Exception):
        if writer.flush(timeout):
            truth.check("flushed", truth.seq)


@pytest.fixture(scope="module")
def places(ready_made: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Place]:
    """Every line that runs while changes are put, saved, flushed and closed."""
    path = tmp_path_factory.mktemp("places") / "interviews.db"
    shutil.copy(ready_made, path)
    fault = Fault()
    assert lies(path, fault) == []
    # Between a block and the release of its lock, nothing of Python's can be raised.
    return sorted(place for place in fault.seen if "with self._turn" not in getline(*place[1:]))


def test_the_whole_way_is_watched(places: list[Place]) -> None:
    on_the_way = {(thread, Path(file).name) for thread, file, _line in places}
    assert {("window", "writer.py"), ("window", "backlog.py")} <= on_the_way
    assert {
        ("writer", f"{name}.py") for name in ("writer", "backlog", "apply", "connect", "rows")
    } <= on_the_way
    assert len(places) > 100


@pytest.mark.usefixtures("databases_may_stay_open")
@pytest.mark.parametrize(
    ("kinds", "nth"),
    [
        ((AttributeError, MemoryError, OSError), 1),
        ((DiskError,), 1),
        ((Torn,), 1),
        ((AttributeError, DiskError, Torn), 2),
    ],
)
def test_nothing_is_called_saved_that_is_not_and_nothing_is_lost(
    ready_made: Path,
    places: list[Place],
    tmp_path: Path,
    kinds: tuple[type[BaseException], ...],
    nth: int,
) -> None:
    wrong: dict[Place, list[str]] = {}
    fired = 0
    for number, place in enumerate(places):
        path = tmp_path / f"{number}.db"
        shutil.copy(ready_made, path)
        fault = Fault(kinds[number % len(kinds)]("a mistake"), place, nth)
        if found := lies(path, fault):
            wrong[place] = found
        fired += fault.fired
    assert wrong == {}
    # Lines that run once have no second time.
    assert fired > len(places) * (0.8 if nth == 1 else 0.2)
