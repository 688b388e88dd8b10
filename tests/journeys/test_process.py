"""What the program does as a process: second start, orderly end, and folders it cannot work in."""

import os
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.journeys.driver import PATIENCE, SETTLE, Program, keep_picture, small_disk, until, xdotool

pytestmark = [pytest.mark.x11, pytest.mark.usefixtures("qapp")]


def begin(program: Program, name: str = "Dora") -> None:
    """From a new window to the notes of the opening."""
    program.keys.press("ctrl+n")
    until(lambda: program.title.startswith("Prepare"), "the form")
    program.keys.type(name)
    until(lambda: program.book.one("SELECT candidate FROM interview") == name, "the name")
    program.keys.press(*SETTLE, "ctrl+Return")
    until(lambda: program.book.phase() == "live", "the call")


def until_ready(program: Program) -> None:
    """The database is open for writing, which comes last in a first start."""
    until(lambda: program.book.path.with_name("interviews.db-wal").exists(), "the end of the start")


def test_a_second_start_raises_the_first_window_and_ends(program: Program) -> None:
    program.start()
    until_ready(program)
    xdotool("windowminimize", program.window)
    until(lambda: xdotool("getactivewindow") != program.window, "a minimised window")
    second = subprocess.run(program.command(), capture_output=True, timeout=PATIENCE, check=False)
    assert (second.returncode, second.stderr) == (0, b"")
    until(lambda: xdotool("getactivewindow") == program.window, "the first window in front")
    assert program.alive()
    assert program.quit() == 0
    assert program.said == ""


def test_sigterm_in_mid_word_saves_every_letter(program: Program) -> None:
    program.start()
    begin(program)
    words = "the last words before the session ends"
    program.keys.type(words)
    # The letters are in the window's queue or beyond; the signal comes after them, as a log-out does.
    until(lambda: any(len(note) > 20 for note in program.book.notes()), "most of them")
    assert program.terminate() == 0
    kept = program.book.notes()
    assert len(kept) == 1
    assert words.startswith(kept[0])
    assert program.said == ""
    program.start()
    program.keys.press("Return")
    program.keys.type("!")
    until(lambda: program.book.notes() == [kept[0] + "!"], "typing goes on at the same place")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_the_other_ways_to_be_told_to_end(program: Program, number: signal.Signals) -> None:
    program.start()
    until_ready(program)
    assert program.terminate(number) == 0
    assert program.said == ""


@contextmanager
def frozen(program: Program) -> Iterator[None]:
    """Stop the process as a debugger does, while the block runs, and let it go on."""
    program.process.send_signal(signal.SIGSTOP)
    until(lambda: stopped(program), "a stopped process")
    yield
    program.process.send_signal(signal.SIGCONT)


def stopped(program: Program) -> bool:
    """Whether the system says that the process stands still."""
    status = Path(f"/proc/{program.process.pid}/status").read_text(encoding="ascii")
    return "State:\tT" in status


def test_a_process_that_was_stopped_has_a_gap_and_every_letter(program: Program) -> None:
    program.start()
    begin(program)
    program.keys.press("F8")
    until(lambda: program.book.shown() not in ("", "opening"), "the first prompt")
    program.keys.type("before ")
    until(lambda: program.book.notes() == ["before "], "the first words")
    # Some five seconds of typing: more than two without a tick are a gap.
    with frozen(program), program.keys.typing("typed while nobody listened ", delay=300):
        pass
    until(lambda: len(program.book.marks("gap")) == 1, "the gap")
    program.keys.type("after")
    words = "before typed while nobody listened after"
    until(lambda: program.book.notes() == [words], "every letter on the disk")
    _seq, _t, _ref, ruling, _reason, span = program.book.marks("gap")[0]
    assert ruling == "counted"
    assert span > 2.0
    assert program.book.marks("gap_ruled") == []
    assert program.quit() == 0
    assert program.said == ""
    assert "ERROR" not in program.log


# -- data it must not touch ------------------------------------------------------------------------


def newer(path: Path) -> None:
    """A database of ours with more migrations than we know."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version = 999")


def somebody_elses(path: Path) -> None:
    """A sound SQLite file of another program."""
    path.unlink()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
        conn.commit()


def no_database(path: Path) -> None:
    """No SQLite file at all."""
    path.write_bytes(b"Dear diary, " * 500)


def damaged(path: Path) -> None:
    """Our file with its first tables overwritten."""
    whole = bytearray(path.read_bytes())
    whole[100:8000] = b"\x5a" * 7900
    path.write_bytes(whole)


OWN = {"logs", "settings.json", "interviews.db-shm", "interviews.db-wal"}
"""What may appear beside the database: our log and settings, and what SQLite needs to read at all."""


@pytest.mark.parametrize("harm", [newer, somebody_elses, no_database, damaged])
def test_a_file_it_cannot_use_is_left_as_it_is(program: Program, harm: Callable[[Path], None]) -> None:
    program.start()
    until_ready(program)
    assert program.quit() == 0
    harm(program.book.path)
    before = program.book.path.read_bytes()
    names = {path.name for path in program.folder.iterdir()}
    program.start()
    program.keys.press("ctrl+n")  # leads nowhere here
    keep_picture(f"dead-end-{harm.__name__}")
    assert program.quit() == 0
    assert program.book.path.read_bytes() == before
    assert {path.name for path in program.folder.iterdir()} <= names | OWN
    assert program.said == ""
    assert "ERROR" not in program.log


@pytest.fixture
def shut_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that may be looked into and not written; for root, whom no right stops, a whole disk."""
    folder = tmp_path / "shut"
    folder.mkdir()
    if os.geteuid() != 0:
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        return
    with small_disk(folder, "1m,ro"):
        yield folder


def test_a_folder_it_cannot_write(shut_folder: Path) -> None:
    program = Program(shut_folder)
    try:
        program.start()
        program.keys.press("ctrl+n")
        keep_picture("dead-end-read-only")
        assert program.quit() == 0
        assert program.said == ""
        assert list(shut_folder.iterdir()) == []
    finally:
        program.end()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    program = Program(tmp_path / "file" / "data")
    program.words = tmp_path / "said"
    try:
        program.start()
        keep_picture("dead-end-no-folder")
        assert program.quit() == 0
        assert program.said == ""
    finally:
        program.end()
