"""The screen that suites.py brings is a real one: windows can be activated, and get the keys."""

import subprocess

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.x11


def test_keys_pressed_on_the_screen_arrive_in_the_window(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setWindowTitle("a real window")
    with qtbot.waitExposed(field):
        field.show()
    assert QApplication.platformName() == "xcb"
    subprocess.run(["xdotool", "search", "--name", field.windowTitle(), "windowactivate"], check=True)
    qtbot.waitUntil(field.isActiveWindow)
    subprocess.run(["xdotool", "type", "heard"], check=True)
    qtbot.waitUntil(lambda: field.text() == "heard")
