"""The system is asked not to sleep for as long as a call lasts: on a real session bus of the test's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from interviewer_app.app.awake import Awake

pytestmark = pytest.mark.skipif(
    not (shutil.which("dbus-daemon") and shutil.which("dbus-monitor")), reason="no bus to ask here"
)


class Bus:
    """A session bus, and somebody who writes down what is said on it."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus.socket'}"
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", f"--address={self.address}", "--print-address"],
            stdout=subprocess.PIPE,
        )
        assert self._daemon.stdout is not None
        self._daemon.stdout.readline()
        self._log = folder / "bus.log"
        with self._log.open("w") as log:
            self._ear = subprocess.Popen(["dbus-monitor", "--address", self.address], stdout=log)

    def said(self, since: int = 0) -> str:
        """What was said after the first `since` characters: the bus hears the tests before this one too."""
        return self._log.read_text()[since:]

    def close(self) -> None:
        for process in (self._ear, self._daemon):
            process.terminate()
            process.wait(10)
        if self._daemon.stdout is not None:
            self._daemon.stdout.close()


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bus]:
    """One for all tests: a process looks up the address of its bus but once."""
    made = Bus(tmp_path_factory.mktemp("bus"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        yield made
    made.close()


def test_a_call_asks_once_and_its_end_takes_it_back(qtbot: QtBot, bus: Bus) -> None:
    qtbot.waitUntil(lambda: "NameAcquired" in bus.said())
    before = len(bus.said())
    home = QObject()
    awake = Awake(home)
    awake.hold()
    awake.hold()
    qtbot.waitUntil(lambda: "member=Inhibit" in bus.said(before))
    said = bus.said(before)
    assert said.count("member=Inhibit") == 1, said
    assert 'string "An interview is running"' in said
    sender = said.split("member=Inhibit")[0].rpartition("sender=")[2].split()[0]
    gone = f'string "{sender}"\n   string "{sender}"\n   string ""'
    assert gone not in bus.said(before)
    awake.release()
    qtbot.waitUntil(lambda: gone in bus.said(before))


def test_a_call_that_ended_at_once_asks_for_nothing(qtbot: QtBot, bus: Bus) -> None:
    home = QObject()
    brief = Awake(home)
    brief.hold()
    brief.release()
    before = bus.said().count("member=Inhibit")
    lasting = Awake(home)
    lasting.hold()
    qtbot.waitUntil(lambda: bus.said().count("member=Inhibit") > before)
    assert bus.said().count("member=Inhibit") == before + 1
    lasting.release()


ALONE = """
from PySide6.QtCore import QCoreApplication, QTimer
from interviewer_app.app.awake import Awake
app = QCoreApplication([])
awake = Awake(app)
awake.hold()
QTimer.singleShot(0, lambda: (awake.release(), print("alive"), app.quit()))
app.exec()
"""


@pytest.mark.parametrize("address", ["unix:path=/nonexistent/bus", "nonsense", ""])
def test_a_bus_that_does_not_answer_is_no_matter(address: str) -> None:
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
    done = subprocess.run(
        [sys.executable, "-c", ALONE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "alive\n", "")


def test_on_a_mac_the_systems_own_helper_runs_as_long_as_the_call(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The helper is a stand-in that writes down what it was asked: there is no Mac here.
    log = tmp_path / "asked"
    helper = tmp_path / "caffeinate"
    helper.write_text(f'#!/bin/sh\necho "$$ $@" > {log}.new\nmv {log}.new {log}\nexec sleep 600\n')
    helper.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(sys, "platform", "darwin")
    home = QObject()
    awake = Awake(home)
    awake.hold()
    qtbot.waitUntil(log.exists)
    number, asked = log.read_text().split(" ", 1)
    assert asked == f"-d -i -w {os.getpid()}\n"
    awake.release()
    assert not Path(f"/proc/{number}").exists()
