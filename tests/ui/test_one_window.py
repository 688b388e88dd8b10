"""Nothing the program opens is a window of its own, not for a moment: that would take the keyboard away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from interviewer_app.app.wiring import Program
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.phase import Phase
from tests.builders import an_interview
from tests.ui.views import Desk


class Watch(QObject):
    """Remembers every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_every_screen_and_sheet_opens_inside_the_window(
    qtbot: QtBot, tmp_path: Path, desk: Desk, watch: Watch
) -> None:
    for phase in Phase:
        desk.fill(an_interview(phase, f"id-{phase}", candidate=phase.value))
    desk.keeper.close()
    program = Program(tmp_path, desk.keeper.path)
    program.build(None)
    window = program.window
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    with qtbot.waitSignal(program.keeper.ready, timeout=60_000):
        program.keeper.start()
    for phase in (Phase.PREPARED, Phase.LIVE, Phase.TO_REVIEW, Phase.FINALISED):
        window.open_interview(OpenRequest(f"id-{phase}", phase))
        assert window.scope != "library", phase
        window.go_back()
    window.new_interview()
    window.open_packet(OpenRequest(f"id-{Phase.FINALISED}", Phase.FINALISED))
    assert window.scope == "packet"
    window.show_library()
    for show in (window.sheets.show_keys, window.sheets.show_preferences, window.sheets.show_about):
        show()
    assert QApplication.activeWindow() is window
    assert watch.shown == ["MainWindow main_window"]
    window.close()
    program.close()
