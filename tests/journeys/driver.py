"""Drives the real program from outside: its own process, real keys, its database read beside it.

For the journeys. They wait for what can be seen (a window, a row, a file), never for a while.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

Answer = TypeVar("Answer")

PATIENCE = 15.0
"""Seconds until a wait gives up; a busy machine is slow now and then."""

SETTLE = ("alt+2", "alt+w", "1")
"""What a new opening asks for before its first call: what will be built, and why there is no scope."""

ROOT = Path(__file__).resolve().parent.parent.parent


def until(question: Callable[[], Answer], what: str, seconds: float = PATIENCE) -> Answer:
    """The first answer that is true; fails, saying what was waited for, when there is none in time."""
    deadline = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:.0f} s for {what}; last answer {answer!r}")
        if QCoreApplication.instance() is not None:
            QCoreApplication.processEvents()  # this process may own the clipboard
        time.sleep(0.01)


def xdotool(*words: str) -> str:
    """What xdotool answers; empty when it fails."""
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def keep_picture(name: str) -> None:
    """Keep a picture of the screen when INTERVIEWER_PICTURES names a folder: for people, not for tests."""
    folder = os.environ.get("INTERVIEWER_PICTURES")
    if folder and isinstance(QGuiApplication.instance(), QGuiApplication):
        QGuiApplication.primaryScreen().grabWindow(0).save(str(Path(folder) / f"{name}.png"))


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[None]:
    """Put a disk of its own under a folder, "1m,ro" for instance; skips the test where that is forbidden."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={options}", "tmpfs", str(folder)]
    made = subprocess.run(command, capture_output=True, check=False)
    if made.returncode:
        pytest.skip("needs the right to mount a small disk: run as root")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


class Keys:
    """Presses real keys and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: str) -> None:
        """Press keys one after the other, in xdotool's names: F8, ctrl+Return, c, 3."""
        self.count += len(keys)
        xdotool("key", "--delay", "4", *keys)

    def type(self, text: str) -> None:
        """Type a text; a line feed is Enter."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")
            self.count += len(line)
            xdotool("type", "--delay", "4", "--", line)

    @contextmanager
    def typing(self, text: str, delay: int = 8) -> Iterator[None]:
        """Type a text while the block runs; it is typed to its end, whoever listens."""
        hands = subprocess.Popen(["xdotool", "type", "--delay", str(delay), "--", text])
        try:
            yield
        finally:
            hands.wait()  # killed, it could leave a key down


class Book:
    """Reads the database of a running, dead or ended program, from another process as any tool may."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows; none while there is no such database or table yet."""
        try:
            with closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, timeout=5)) as conn:
                return conn.execute(sql, values).fetchall()
        except sqlite3.OperationalError:
            return []

    def one(self, sql: str, *values: object) -> Any:
        """The first column of the first row, or None."""
        found = self.rows(sql, *values)
        return found[0][0] if found else None

    def phase(self) -> str:
        """The phase of the newest interview, or nothing."""
        return self.one("SELECT phase FROM interview ORDER BY num DESC LIMIT 1") or ""

    def notes(self, step: str = "%") -> list[str]:
        """The lines of a step, or of all steps, as they stand on the disk."""
        sql = "SELECT text FROM note WHERE step LIKE ? ORDER BY step, rank"
        return [row[0] for row in self.rows(sql, step)]

    def shown(self) -> str:
        """The step shown last."""
        return self.one("SELECT step FROM mark WHERE kind = 'shown' ORDER BY seq DESC LIMIT 1") or ""

    def marks(self, kind: str) -> list[tuple[Any, ...]]:
        """Seq, t, ref, new, reason and span of the marks of a kind."""
        return self.rows("SELECT seq, t, ref, new, reason, span FROM mark WHERE kind = ? ORDER BY seq", kind)

    def settled(self) -> list[str]:
        """Letters in the order they were settled."""
        return [mark[2] for mark in self.marks("settled")]

    def scores(self) -> dict[str, int | None]:
        """Value by letter."""
        return dict(self.rows("SELECT letter, value FROM score ORDER BY letter"))


class Program:
    """The program on one data folder: started, killed, started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keys = Keys()
        self.book = Book(folder / "interviews.db")
        self.window = ""
        self._process: subprocess.Popen[bytes] | None = None
        self.words = folder.parent / f"{folder.name}.stderr"
        """Where its error output goes."""

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """The process started last."""
        assert self._process is not None
        return self._process

    @property
    def said(self) -> str:
        """All it wrote to its error output, over all starts."""
        return self.words.read_text(encoding="utf-8", errors="replace") if self.words.exists() else ""

    @property
    def log(self) -> str:
        """Its log file."""
        path = self.folder / "logs" / "interviewer.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def start(self) -> None:
        """Start it and wait until its window has the keyboard."""
        self.launch()
        self.window = until(self._own_window, "the window")
        self.focus()

    def launch(self) -> None:
        """Start it without waiting for anything."""
        with self.words.open("ab") as said:
            self._process = subprocess.Popen(self.command(), stdout=said, stderr=said, cwd=ROOT)

    def command(self) -> list[str]:
        """How a person starts it."""
        return [sys.executable, "-m", "interviewer_app", "--data-dir", str(self.folder)]

    def focus(self) -> None:
        """Wait until the window is the active one, asking the window manager for it."""
        xdotool("windowactivate", self.window)
        until(lambda: xdotool("getactivewindow") == self.window, "an active window")

    def kill(self) -> None:
        """SIGKILL: nothing of it runs any more."""
        self.process.kill()
        self.process.wait()

    def terminate(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; its exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def quit(self) -> int:
        """Ctrl+Q; its exit code."""
        self.keys.press("ctrl+q")
        return self.process.wait(PATIENCE)

    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def end(self) -> None:
        """End it whatever it does; for the fixture."""
        if self._process is not None and self.alive():
            self.kill()

    @property
    def title(self) -> str:
        """The title of the window, as a task bar shows it."""
        return xdotool("getwindowname", self.window)

    def _own_window(self) -> str:
        assert self.alive(), f"it ended with {self.process.returncode}: {self.said}"
        pid = str(self.process.pid)
        found = xdotool("search", "--all", "--onlyvisible", "--pid", pid, "--name", "Interviewer")
        return found.splitlines()[0] if found else ""


def cite_and_settle(program: Program, letters: str = "ABCDE") -> None:
    """In the review, cite the first note offered for each category and settle it, one after the other."""
    keys, book = program.keys, program.book

    def cited() -> int:
        return len(book.rows("SELECT note FROM cite"))

    # A category at a time: on a busy machine two equal chords in a row can arrive as one.
    for number, letter in enumerate(letters, 1):
        # Too few notes to settle, so the focus goes to them.
        keys.press("ctrl+Return", "space")
        until(lambda: cited() >= number, f"a note for {letter}")  # noqa: B023  # called before the next turn
        keys.press("ctrl+Return")
        until(lambda: letter in book.settled(), f"{letter} settled")  # noqa: B023
