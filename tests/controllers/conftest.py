"""A real database, the real writer, and a clock that the test moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.preferences import PreferencesController
from tests.controllers.desk import Desk, HandClock
from tests.controllers.kit_bench import Bench
from tests.controllers.kit_shelf import Shelf
from tests.kit_texts import team_kit


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    keeper = Keeper(tmp_path / "interviews.db", HandClock())
    keeper.start()
    assert keeper.flush()
    yield Desk(keeper, PreferencesController(tmp_path), tmp_path, qtbot)
    keeper.close()


@pytest.fixture
def shelf(desk: Desk) -> Shelf:
    return Shelf(desk)


@pytest.fixture
def bench(desk: Desk) -> Bench:
    made = Bench(desk)
    made.put(team_kit())
    made.editor.load("team-kit")
    return made
