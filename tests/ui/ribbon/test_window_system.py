"""The ribbon under a real window manager: above the others, with the keyboard, and back where it was."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.domain.interview import Phase
from tests.ui.whole import Whole, opened, the_kit

pytestmark = pytest.mark.x11


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with opened(tmp_path) as made:
        made.fill()
        screen = made.go(Phase.LIVE)
        screen.parts.banner.dismiss_requested.emit()
        made.controller.show(the_kit().prompts[0].id)
        yield made


def state(window: QWidget) -> str:
    """What the window manager says of the window."""
    done = subprocess.run(
        ["xprop", "-id", str(int(window.winId())), "_NET_WM_STATE"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_it_stands_above_the_others_and_keeps_the_keyboard(whole: Whole, qtbot: QtBot) -> None:
    window, screen = whole.window, whole.screen
    qtbot.waitUntil(window.isActiveWindow)
    before = window.geometry()
    screen.beside.toggle_ribbon()
    qtbot.waitUntil(lambda: "_NET_WM_STATE_ABOVE" in state(window))
    qtbot.waitUntil(lambda: window.height() == 150)
    assert window.isActiveWindow()
    assert screen.parts.notes.editor.hasFocus()
    screen.beside.toggle_ribbon()
    qtbot.waitUntil(lambda: "_NET_WM_STATE_ABOVE" not in state(window))
    qtbot.waitUntil(lambda: window.geometry() == before)
    assert window.isActiveWindow()
