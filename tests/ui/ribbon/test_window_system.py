"""The ribbon under a real window manager: above the others, with the keyboard, and back where it was."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from interviewer_app.domain.interview import Phase
from tests.ui.whole import Whole, opened, settle, the_kit

pytestmark = pytest.mark.x11


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with opened(tmp_path) as made:
        made.fill()
        screen = made.go(Phase.LIVE)
        screen._dismiss()
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


class Eye(QObject):
    """Notes when a widget is painted for the first time."""

    def __init__(self, clock: QElapsedTimer) -> None:
        super().__init__()
        self._clock = clock
        self.at = 0.0

    def has_seen(self) -> bool:
        return self.at > 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at and watched.objectName() == "ribbon.header":
            self.at = self._clock.nsecsElapsed() / 1e6
        return False


@pytest.mark.parametrize("characters", [0, 10_000, 100_000])
def test_it_appears_within_a_frame(whole: Whole, qtbot: QtBot, qapp: QApplication, characters: int) -> None:
    screen = whole.screen
    screen.parts.notes.editor.insertPlainText("\n".join(["+ " + "a word or two " * 14] * (characters // 200)))
    clock = QElapsedTimer()
    took = []
    for _turn in range(21):
        eye = Eye(clock)
        qapp.installEventFilter(eye)
        clock.start()
        screen.beside.toggle_ribbon()
        qtbot.waitUntil(eye.has_seen)
        qapp.removeEventFilter(eye)
        took.append(eye.at)
        settle(50)
        screen.beside.toggle_ribbon()
        settle(50)
    # The first time it is loaded and built. One of the best, because other work on this machine is not ours:
    # what takes longer than a frame by itself takes longer every time.
    assert sorted(took[1:])[2] <= 16, took
