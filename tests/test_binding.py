"""The first test of the suite: Qt's Python binding is sound on this Python.

PySide6 6.12.0 on Python 3.11 returns None without owning a reference to it. Nothing is seen for an hour of
typing and ticking clocks; then the count of references to None reaches nought and the interpreter ends, in
the middle of a call. From 3.12 on None is immortal and the count stands still.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

# A faulty binding loses at least one reference per call; the interpreter itself takes and gives a few.
CALLS = 1000
NOISE = 200


class PaintedLabel(QLabel):
    """A label whose painting passes through Python."""

    painted = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


def test_writing_on_a_label_keeps_the_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - NOISE, "PySide6 loses a reference to None on every call"


def test_ticks_that_reach_python_keep_the_references_to_none(qtbot: QtBot) -> None:
    label = PaintedLabel()
    qtbot.addWidget(label)
    label.show()
    ticks = 0

    def tick() -> None:
        nonlocal ticks
        ticks += 1
        label.setText(str(ticks))

    timer = QTimer(label)
    timer.timeout.connect(tick)
    before = sys.getrefcount(None)
    timer.start(0)
    qtbot.waitUntil(lambda: ticks >= CALLS and label.painted > 0, timeout=20_000)
    timer.stop()
    assert sys.getrefcount(None) > before - NOISE, "PySide6 loses references to None on every timer tick"
