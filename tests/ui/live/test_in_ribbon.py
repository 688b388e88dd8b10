"""Stamp, find, categories, hints and short words in the compact ribbon: the same pane, the same keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from interviewer_app.domain.interview import Phase
from interviewer_app.ui.live.notes.tag_list import TagList
from interviewer_app.ui.live.screen import LiveScreen
from interviewer_app.ui.widgets.checks.check_list_view import CheckListView
from tests.ui.live.notebook import times
from tests.ui.whole import Whole, opened, settle

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Ribbon:
    """The live call of the whole program as a ribbon, and hands for it."""

    def __init__(self, whole: Whole) -> None:
        whole.fill()
        screen = whole.go(Phase.LIVE)
        assert isinstance(screen, LiveScreen)
        self.pane = screen.parts.notes
        self.press(Qt.Key.Key_R, CONTROL)
        self.press(Qt.Key.Key_End, CONTROL)
        self.press(Qt.Key.Key_Return)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        where = QApplication.focusWidget()
        assert where is not None
        QTest.keyClick(where, key, held)
        settle()

    def type(self, text: str) -> None:
        where = QApplication.focusWidget()
        assert where is not None
        QTest.keyClicks(where, text)
        settle()

    @property
    def last(self) -> str:
        return self.pane.editor.document().lastBlock().text()


@pytest.fixture
def ribbon(tmp_path: Path) -> Iterator[Ribbon]:
    with opened(tmp_path) as whole:
        yield Ribbon(whole)


def test_short_words_and_stamps(ribbon: Ribbon) -> None:
    ribbon.type(";dnm it")
    assert ribbon.last == "did not mention it"
    ribbon.press(Qt.Key.Key_T, CONTROL)
    assert ribbon.last == ""
    assert times(ribbon.pane.editor)[-1] != ""


def test_find_comes_and_goes_and_the_heading_stays_away(ribbon: Ribbon) -> None:
    ribbon.type("rare words")
    ribbon.press(Qt.Key.Key_F, CONTROL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    ribbon.type("rare")
    count = ribbon.pane.findChild(QLabel, "live.find.count")
    assert isinstance(count, QLabel)
    assert count.text() == "1 of 1"
    ribbon.press(Qt.Key.Key_Escape)
    assert ribbon.pane.editor.hasFocus()
    heading = ribbon.pane.findChild(QLabel, "live.note_count")
    assert isinstance(heading, QLabel)
    assert not heading.isVisible()


def test_the_list_of_categories_stays_inside(ribbon: Ribbon) -> None:
    ribbon.type("#")
    shown = ribbon.pane.findChild(TagList)
    assert isinstance(shown, TagList)
    assert shown.isVisible()
    assert ribbon.pane.rect().contains(shown.geometry())
    ribbon.press(Qt.Key.Key_Down)
    ribbon.press(Qt.Key.Key_Return)
    assert ribbon.last == "#A"


def test_a_hint_is_explained_and_goes_away(ribbon: Ribbon, qtbot: QtBot) -> None:
    ribbon.type("nervous")
    ribbon.press(Qt.Key.Key_H, CONTROL | SHIFT)
    assert QToolTip.isVisible()
    assert "nervous" in QToolTip.text()
    ribbon.type("x")
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_lists_to_tick_open_in_the_drawer_and_go_with_the_same_key(ribbon: Ribbon) -> None:
    lists = ribbon.pane.window().findChild(CheckListView, "live.checks")
    assert lists is not None
    ribbon.press(Qt.Key.Key_F4, SHIFT)
    assert lists.isVisible()
    assert ribbon.pane.editor.hasFocus()
    ribbon.press(Qt.Key.Key_F6)
    holder = QApplication.focusWidget()
    assert holder is not None
    assert lists.isAncestorOf(holder)
    ribbon.press(Qt.Key.Key_F4, SHIFT)
    assert not lists.isVisible()
    assert ribbon.pane.editor.hasFocus()
