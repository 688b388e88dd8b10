"""Leaving windows out of screen captures: off by default, every private window, never the shared one.

The system's own call is not made here: it exists on Windows alone. A function that takes note stands for it.
"""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.ui.candidate.window import CandidateWindow
from interviewer_app.ui.capture import Capture, from_system
from interviewer_app.ui.dialogs.preferences import PreferencesSheet


class System:
    """Remembers which windows are left out."""

    def __init__(self, *, agrees: bool = True) -> None:
        self.left_out: dict[int, bool] = {}
        self.agrees = agrees

    def exclude(self, number: int, on: bool) -> bool:
        self.left_out[number] = on and self.agrees
        return self.agrees


def a_window(qtbot: QtBot, name: str = "main") -> QWidget:
    window = QWidget()
    window.setObjectName(name)
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    return window


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows how")
def test_elsewhere_there_is_no_way_and_no_word_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    assert from_system() is None
    window = a_window(qtbot)
    sheet = PreferencesSheet(PreferencesController(tmp_path), window)
    assert sheet.findChild(QCheckBox, "preferences.capture") is None


def test_it_is_off_until_wanted_and_then_kept(qtbot: QtBot, tmp_path: Path) -> None:
    system, preferences = System(), PreferencesController(tmp_path)
    window = a_window(qtbot)
    capture = Capture(window, preferences, system.exclude)
    assert not system.left_out
    assert capture.leave_out(on=True)
    assert system.left_out[int(window.winId())]
    other = System()
    again = a_window(qtbot)
    Capture(again, PreferencesController(tmp_path), other.exclude)
    assert other.left_out[int(again.winId())]
    capture.leave_out(on=False)


def test_windows_shown_later_are_left_out_but_never_the_candidate_view(qtbot: QtBot, tmp_path: Path) -> None:
    system = System()
    window = a_window(qtbot)
    capture = Capture(window, PreferencesController(tmp_path), system.exclude)
    capture.leave_out(on=True)
    later = a_window(qtbot, "menu")
    assert system.left_out[int(later.winId())]
    later.hide()
    system.left_out.clear()
    later.show()
    assert system.left_out[int(later.winId())]
    shared = CandidateWindow()
    qtbot.addWidget(shared)
    shared.show()
    assert int(shared.winId()) not in system.left_out
    capture.leave_out(on=False)
    assert not system.left_out[int(later.winId())]
    assert int(shared.winId()) not in system.left_out


def test_the_row_tells_when_the_system_refuses(qtbot: QtBot, tmp_path: Path) -> None:
    system, preferences = System(agrees=False), PreferencesController(tmp_path)
    window = a_window(qtbot)
    Capture(window, preferences, system.exclude)
    sheet = PreferencesSheet(preferences, window)
    sheet.open()
    box = sheet.findChild(QCheckBox, "preferences.capture")
    assert box is not None
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert not box.isChecked()
    assert preferences.recall("capture") == ""
    system.agrees = True
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    assert preferences.recall("capture")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert preferences.recall("capture") == ""
