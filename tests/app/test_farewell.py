"""Leaving while the disk is slow: nothing looks frozen, and nobody is told that it is safe when it is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from interviewer_app.app.farewell import UnsavedGuard
from interviewer_app.controllers import keeper as keeping
from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Phase
from tests.builders import a_story
from tests.storage.files import by_hand


class Notice(QLabel):
    """Shows what is told, and remembers what was really painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.painted: list[str] = []

    def tell(self, problem: Problem) -> None:
        self.setText(problem.sentence)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(self.text())
        super().paintEvent(event)


class Leaving:
    """A window with a keeper behind it."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.keeper = Keeper(path, Clock())
        self.window = QWidget()
        self.notice = Notice(self.window)
        self.farewell = UnsavedGuard(self.window, self.keeper, self.notice.tell)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.keeper.start()
        self.keeper.save(a_story(Phase.LIVE).changes)
        assert self.keeper.flush()
        qtbot.waitUntil(self.keeper.catch_up)


@pytest.fixture
def leaving(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Leaving]:
    monkeypatch.setattr(keeping, "BLINK_S", 0.01)
    made = Leaving(tmp_path / "interviews.db", qtbot)
    yield made
    made.keeper.close()


def test_nobody_is_held_up_with_everything_on_the_disk(leaving: Leaving) -> None:
    leaving.farewell.drain()
    assert leaving.notice.text() == ""
    assert leaving.window.close()


def test_at_the_end_of_a_session_a_slow_disk_is_waited_for_with_a_word(
    leaving: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "FLUSH_S", 0.05)
    with by_hand(leaving.keeper.path) as other:
        other.execute("BEGIN IMMEDIATE")
        leaving.keeper.save(a_story(Phase.PREPARED, "late").changes)
        leaving.farewell.drain()
        assert leaving.notice.painted[-1] == "Your last words are being saved."
        other.execute("ROLLBACK")
    monkeypatch.setattr(keeping, "FLUSH_S", 20.0)
    leaving.farewell.drain()
    assert leaving.keeper.waiting() == ()


def test_a_window_is_closed_at_the_second_wish_while_the_disk_takes_nothing(
    leaving: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever waited for the disk here would wait for ever.
    monkeypatch.setattr(keeping, "FLUSH_S", 1000.0)
    with by_hand(leaving.keeper.path) as other:
        other.execute("BEGIN IMMEDIATE")
        leaving.keeper.save(a_story(Phase.PREPARED, "late").changes)
        assert not leaving.window.close()
        assert leaving.notice.text() == "Your last words are not saved yet."
        assert leaving.window.close()
        other.execute("ROLLBACK")
