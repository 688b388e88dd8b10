"""Log file, doorbell, signals and garbage collector, each by itself."""

import gc
import logging
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, qInstallMessageHandler, qWarning
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from interviewer_app.app import logs
from interviewer_app.app.garbage import Collector, forget_items
from interviewer_app.app.instance import SecondStart, raise_first
from tests.app.outside import ROOT

# -- log -------------------------------------------------------------------------------------------


@pytest.fixture
def own_log() -> Iterator[None]:
    """Give the root logger and Qt's messages back afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in root.handlers[:]:
        if handler not in handlers:
            root.removeHandler(handler)
            handler.close()
    root.setLevel(level)
    qInstallMessageHandler(None)


@pytest.mark.usefixtures("own_log")
@pytest.mark.no_qt_log
def test_what_qt_complains_about_goes_to_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = logs.start(tmp_path / "logs")
    qWarning("a wheel squeaks")
    assert "WARNING qt: a wheel squeaks" in path.read_text(encoding="utf-8")
    caplog.clear()


@pytest.mark.usefixtures("own_log")
def test_a_long_log_begins_anew_and_one_older_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "interviewer.log"
    path.write_bytes(b"x" * 1_000_001)
    assert logs.start(tmp_path) == path
    assert path.stat().st_size == 0
    assert path.with_suffix(".log.1").stat().st_size == 1_000_001


@pytest.mark.usefixtures("own_log")
def test_a_folder_that_cannot_be_made_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert logs.start(tmp_path / "file" / "logs") == tmp_path / "file" / "logs" / "interviewer.log"


# -- doorbell --------------------------------------------------------------------------------------


def test_the_doorbell_rings_for_its_own_folder_only(tmp_path: Path, qtbot: QtBot) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert not raise_first(here)
    bell = SecondStart(here)
    try:
        assert not raise_first(there)
        with qtbot.waitSignal(bell.rung):
            assert raise_first(here)
    finally:
        bell.close()
    assert not raise_first(here)


def test_a_doorbell_left_by_a_killed_program_is_taken_down(tmp_path: Path, qtbot: QtBot) -> None:
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from interviewer_app.app.instance import SecondStart\n"
        "app = QCoreApplication([]); bell = SecondStart(Path(sys.argv[1]))\n"
        "print(bell._server.fullServerName()); sys.stdout.flush(); os.kill(os.getpid(), 9)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    dead = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert dead.returncode == -signal.SIGKILL
    assert Path(dead.stdout.strip()).exists()
    bell = SecondStart(tmp_path)
    with qtbot.waitSignal(bell.rung):
        assert raise_first(tmp_path)
    bell.close()
    QLocalServer.removeServer(dead.stdout.strip())


# -- signals ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_program_in_good_order(number: signal.Signals) -> None:
    code = (
        "import os, sys; from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from interviewer_app.app.signals import Signals\n"
        "app = QCoreApplication([]); ears = Signals(app)\n"
        "QTimer.singleShot(0, lambda: os.kill(os.getpid(), int(sys.argv[1])))\n"
        "code = app.exec(); print('said goodbye'); sys.exit(code)"
    )
    command = [sys.executable, "-c", code, str(int(number))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "said goodbye\n", "")


# -- garbage ---------------------------------------------------------------------------------------


class Knot(list["Knot"]):
    """Keeps itself alive."""

    def __init__(self) -> None:
        super().__init__()
        self.append(self)


@pytest.mark.usefixtures("qapp")
def test_rubbish_is_collected_here_and_only_now_and_then() -> None:
    parent = QObject()
    collector = Collector(parent)
    try:
        assert not gc.isenabled()
        gone = weakref.ref(Knot())
        clock = collector.findChild(QTimer)
        assert clock is not None
        assert clock.isActive()
        assert clock.interval() >= 1000
        litter = [Knot() for _ in range(gc.get_threshold()[0] + 1)]
        assert gone() is not None
        clock.timeout.emit()
        assert gone() is None
        assert len(litter) > 1
    finally:
        gc.unfreeze()


@pytest.mark.usefixtures("qapp")
def test_nothing_is_collected_while_there_is_little() -> None:
    parent = QObject()
    collector = Collector(parent)
    try:
        gc.collect()
        gone = weakref.ref(Knot())
        clock = collector.findChild(QTimer)
        assert clock is not None
        clock.timeout.emit()
        assert gone() is not None
    finally:
        gc.unfreeze()


def test_items_of_layouts_are_forgotten_before_qt_deletes_them(qtbot: QtBot) -> None:
    """A widget made at the address of a dead item would be taken for it."""
    window, row, button = QWidget(), QHBoxLayout(), QPushButton()
    qtbot.addWidget(window)
    row.addWidget(button)
    column = QVBoxLayout(window)
    column.addLayout(row)  # the binding makes an item of its own for each widget in there
    column.addStretch(1)
    forget_items()
    kept = [one for one in Shiboken.getAllValidWrappers() if type(one) is QWidgetItem]
    assert kept == []
    item = row.itemAt(0)
    assert item is not None
    assert item.widget() is button
    forget_items()
    row.removeWidget(button)
    assert row.count() == 0


def test_the_data_folder_is_named_by_its_true_path(tmp_path: Path, qtbot: QtBot) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "link").symlink_to(real)
    bell = SecondStart(real)
    with qtbot.waitSignal(bell.rung):
        assert raise_first(tmp_path / "link")
    bell.close()
    assert os.path.lexists(tmp_path / "link")
