"""What holds for every test: offline, nobody's home folder, and nothing left behind.

Anything a test does not expect makes it fail: a warning, a Qt message, a log line of level WARNING or
above, a window, a thread or an open database that outlives it. A test that provokes a log line reads it
from `caplog` and then calls `caplog.clear()`.

A property is tried on 100 examples; on 20,000 with
`pytest FILE --hypothesis-profile=thorough --timeout=0`.
"""

import gc
import importlib
import logging
import os
import shutil
import socket
import sqlite3
import sys
import tempfile
import threading
import warnings
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis.database import DirectoryBasedExampleDatabase

# Before anything imports Qt: no screen unless packaging/suites.py brought one, and no taste of the machine.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_FONT_DPI", "LANGUAGE", "INTERVIEWER_DATA_DIR"):
    os.environ.pop(name, None)
os.environ["LC_ALL"] = "C.UTF-8"

# A busy machine is slow now and then; that is not what these tests are about. What was found to fail is kept
# in the tree and tried first, here and in CI, until it is mended and has become an @example.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=False,
    database=DirectoryBasedExampleDatabase(Path(__file__).parent / "data" / "examples"),
)
settings.register_profile("thorough", settings.get_profile("house"), max_examples=20_000)
# For packaging/mutate.py: that a test fails is enough, the shortest example why is not asked for.
no_shrinking = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("mutants", settings.get_profile("house"), phases=no_shrinking, database=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists wait for a slow disk, as no person would: what they show does not hang on the machine's mood."""
    keeper = sys.modules.get("interviewer_app.controllers.keeper")
    if keeper is not None:
        monkeypatch.setattr(keeper, "BLINK_S", 20.0)


# -- offline ---------------------------------------------------------------------------------------


def refuse_network(event: str, args: tuple[object, ...]) -> None:
    """Raise when Python is about to speak to anything but a local socket file."""
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        end = args[0]
        local = isinstance(end, socket.socket) and end.family == getattr(socket, "AF_UNIX", None)
        if not local:
            raise RuntimeError(f"the tests are offline: {event} {args[1:]}")
    if event == "socket.getaddrinfo":
        raise RuntimeError(f"the tests are offline: looking up {args[0]!r}")


sys.addaudithook(refuse_network)

HERE = Path(__file__).parent
MEASURED = ("domain/", "kits/", "storage/", "controllers/kits/")
"""Where the tests lie that have to run the lines of domain, kits and storage."""

OPENED: list[sqlite3.Connection] = []
"""Every database opened since the last test that looked."""


def note_databases(event: str, args: tuple[object, ...]) -> None:
    """Remember what is opened, so that nobody leaves closing it to the collector of rubbish."""
    if event == "sqlite3.connect/handle" and isinstance(args[0], sqlite3.Connection):
        OPENED.append(args[0])


sys.addaudithook(note_databases)


# -- which tests, in which order -------------------------------------------------------------------


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the soundness of the binding first, and keep real-window tests off a screen that is none."""
    items.sort(key=lambda item: item.path.name != "test_binding.py")
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":
        reason = "needs a real window: python3 packaging/bootstrap.py test -k ..."
        for item in items:
            if item.get_closest_marker("x11"):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Where lines are counted, import the core now: which test does it first is for the dice to say."""
    if session.config.pluginmanager.hasplugin("_cov"):
        for package in ("domain", "kits", "storage"):
            for path in (HERE.parent / "interviewer_app" / package).rglob("*.py"):
                importlib.import_module(".".join(path.relative_to(HERE.parent).with_suffix("").parts))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Where lines are counted, look on at the tests beside the core alone.

    The others would take half as long again, and what they happen to pass through is no proof.
    """
    coverage = sys.modules.get("coverage")
    beside = item.path.relative_to(HERE).as_posix().startswith(MEASURED)
    counting = None if coverage is None or beside else coverage.Coverage.current()
    if counting is not None:
        counting.stop()
    try:
        return (yield)
    finally:
        if counting is not None:
            counting.start()


# -- nothing from this machine, nothing left on it -------------------------------------------------


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home folder, short enough a path for local sockets, for the test and all it starts."""
    path = Path(tempfile.mkdtemp(prefix="iv-"))
    monkeypatch.setenv("HOME", str(path))
    for variable, folder in (
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_RUNTIME_DIR", "run"),
    ):
        monkeypatch.setenv(variable, str(path / folder))
    (path / "run").mkdir(mode=0o700)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is busy with other things for some seconds decides no test."""
    keeper = sys.modules.get("interviewer_app.controllers.keeper")
    if keeper is not None:
        monkeypatch.setattr(keeper, "FLUSH_S", 60.0)


@pytest.fixture(autouse=True)
def nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test that logs a warning it did not expect."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [f"{r.levelname} {r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    if loud:
        pytest.fail("logged and not expected:\n" + "\n".join(loud), pytrace=False)


@pytest.fixture(autouse=True)
def rubbish_stays_in_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect cycles between tests only: a Qt object must not be destroyed by the writer's thread.

    The program does the same, see app/garbage.py.
    """
    gc.disable()
    yield
    gc.collect(2 if "qtbot" in request.fixturenames else 1)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail the test that leaves a visible window, a running thread or an open database."""
    threads = set(threading.enumerate())
    yield
    windows = close_windows()
    running = [thread.name for thread in threading.enumerate() if thread not in threads]
    databases = close_databases()
    if windows or running or databases:
        pytest.fail(
            f"left behind: windows {windows}, threads {running}, databases {databases}", pytrace=False
        )


@pytest.fixture
def databases_may_stay_open(nothing_left_behind: None) -> Iterator[None]:  # noqa: ARG001 -- ends before it
    """For a test that breaks the closing itself."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        close_databases()
        gc.collect()  # the errors that it met hold on to some


def close_databases() -> list[str]:
    """Let go of every database opened since the last call; say which were still open, and close them."""
    left = []
    while OPENED:
        conn = OPENED.pop()
        try:
            conn.total_changes  # noqa: B018 -- a closed one refuses to answer, in any thread
        except sqlite3.ProgrammingError:
            continue
        try:
            left.append(conn.execute("PRAGMA database_list").fetchone()[2])
            conn.close()
        except sqlite3.ProgrammingError:
            left.append("opened in a thread that has ended")
    return left


def close_windows() -> list[str]:
    """Hide every top-level window still visible, so that one test's is not the next's; say which."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.hide()
    return [f"{type(window).__name__} {window.objectName()!r}" for window in left]
