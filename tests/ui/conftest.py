"""Every ui test runs in the light theme at 100 %, with our style, whatever the test before chose."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interviewer_app.ui.style import app_style, theme
from tests.ui.views import Desk


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Put style and theme on the application, and take back what a test changed."""
    if not isinstance(qapp.style(), app_style.InterviewerStyle):
        app_style.install(qapp)
    if (theme.current().name, theme.scale()) != ("light", 1.0):
        theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Real controllers on an empty real database, closed at the end."""
    made = Desk(tmp_path)
    with qtbot.waitSignal(made.keeper.ready, timeout=60_000):
        made.keeper.start()
    yield made
    made.keeper.close()


@pytest.fixture
def restart(desk: Desk) -> Iterator[Callable[[], Desk]]:
    """Real controllers on the same folder, as at a later start of the program; closed at the end."""
    made: list[Desk] = []

    def again() -> Desk:
        made.append(Desk(desk.folder))
        return made[-1]

    yield again
    for one in made:
        one.keeper.close()
