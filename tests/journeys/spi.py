"""The accessibility tree as a screen reader gets it: AT-SPI over a bus of our own. For the journeys."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.bus import Bus, BusError, Signal
from tests.journeys.driver import until

ACCESSIBLE = "org.a11y.atspi.Accessible"
TEXT = "org.a11y.atspi.Text"
EVENTS = "org.a11y.atspi.Event.Object"
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"

CHECKED, EDITABLE, FOCUSABLE, FOCUSED, MULTI_LINE, SHOWING = 4, 7, 11, 12, 17, 25
"""States, as AT-SPI numbers them."""

POLITE = 1
"""An announcement that waits until the reader has finished its sentence."""

SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")


def why_not() -> str:
    """Why no accessibility tree can be read here, or nothing."""
    if not shutil.which("dbus-daemon"):
        return "dbus-daemon is not installed"
    return "" if SERVICE.exists() else "at-spi2-core is not installed"


@dataclass(frozen=True)
class Node:
    """One object of the tree; what it says was read when it was asked first."""

    bus: Bus
    sender: str
    path: str

    @cached_property
    def role(self) -> str:
        """What it is: "push button", "check box", "text"..."""
        return str(self._ask("GetRoleName"))

    @cached_property
    def name(self) -> str:
        """What a screen reader says first."""
        return str(self._property("Name"))

    @cached_property
    def description(self) -> str:
        """What it says after that."""
        return str(self._property("Description"))

    @cached_property
    def states(self) -> frozenset[int]:
        """The states that hold."""
        low, high = self._ask("GetState")
        bits = low | high << 32
        return frozenset(number for number in range(64) if bits >> number & 1)

    @cached_property
    def interfaces(self) -> frozenset[str]:
        """What can be done with it, without the common beginning."""
        return frozenset(name.rpartition(".")[2] for name in self._ask("GetInterfaces"))

    def children(self) -> "list[Node]":
        """The objects in it."""
        return [Node(self.bus, sender, path) for sender, path in self._ask("GetChildren")]

    def walk(self) -> "Iterator[Node]":
        """It, and everything in it that is in sight."""
        yield self
        for child in self.children():
            if SHOWING in child.states:
                yield from child.walk()

    def text(self) -> str:
        """The words in an editor."""
        return str(self.bus.call(self.sender, self.path, TEXT, "GetText", "ii", 0, -1)[0])

    def caret(self) -> int:
        """Where the caret of an editor stands."""
        return int(self._property("CaretOffset", TEXT))

    def press(self) -> None:
        """Do what a press on it does."""
        self.bus.call(self.sender, self.path, "org.a11y.atspi.Action", "DoAction", "i", 0)

    def again(self) -> "Node":
        """The same object, to be asked anew."""
        return Node(self.bus, self.sender, self.path)

    def _ask(self, question: str) -> Any:
        return self.bus.call(self.sender, self.path, ACCESSIBLE, question)[0]

    def _property(self, name: str, interface: str = ACCESSIBLE) -> Any:
        what = ("org.freedesktop.DBus.Properties", "Get", "ss", interface, name)
        return self.bus.call(self.sender, self.path, *what)[0]


class Tree:
    """What a screen reader sees of one program."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    def hear(self, *events: str) -> None:
        """Ask for events, as object:announcement, before the program starts."""
        for event in events:
            self.bus.call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent", "s", event)
        self.bus.listen(EVENTS)

    def program(self, process: int) -> Node:
        """The root of the program with this process id, once it is there."""

        def look() -> Node | None:
            top = Node(self.bus, REGISTRY, ROOT)
            return next((n for n in top.children() if self.bus.process_of(n.sender) == process), None)

        found = until(look, "the program in the accessibility tree")
        assert found is not None
        return found

    def until_seen(self, process: int, wanted: Callable[[Node], bool], what: str) -> Node:
        """The first object in sight of which that holds."""

        def look() -> Node | None:
            try:
                return next((node for node in self.program(process).walk() if wanted(node)), None)
            except BusError:  # it went away while the tree was read
                return None

        found = until(look, what)
        assert found is not None
        return found

    def heard(self, member: str, seconds: float) -> Iterator[Signal]:
        """The events of a kind that came and come, until there was silence for so long."""
        return (signal for signal in self.bus.happened(seconds) if signal.member == member)


@contextmanager
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tree]:
    """A bus of our own with a screen reader on it; programs started from now on show it their tree."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": ""},
        text=True,
    )
    assert daemon.stdout is not None
    with daemon.stdout:
        address = daemon.stdout.readline().strip()
        session = Bus(address)
        try:
            where = session.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")[0]
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
            bus = Bus(where)
            yield Tree(bus)
            bus.close()
        finally:
            session.close()
            daemon.terminate()
            daemon.wait()
