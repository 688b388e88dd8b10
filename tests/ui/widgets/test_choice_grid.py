"""A grid of choices: a key each, arrows that choose nothing, as many columns as fit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.choice_grid import ChoiceGrid
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option

OPTIONS = tuple(Option(key, f"Because of {key}") for key in ("ape", "bear", "cat", "dog", "eel"))


@pytest.fixture
def grid(qtbot: QtBot) -> Iterator[ChoiceGrid]:
    holder = QWidget()
    made = ChoiceGrid("animals", OPTIONS)
    rows = QVBoxLayout(holder)
    rows.addWidget(made)
    rows.addStretch(1)
    qtbot.addWidget(holder)
    holder.resize(600, 300)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    made.focus_choice()
    yield made
    holder.hide()


def heard(grid: ChoiceGrid) -> list[Chosen]:
    wishes: list[Chosen] = []
    grid.chosen_requested.connect(wishes.append)
    return wishes


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def focused() -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.objectName()


def columns(grid: ChoiceGrid) -> int:
    return sum(made.y() == grid.buttons[0].y() for made in grid.buttons)


def test_a_figure_chooses_and_another_does_nothing(grid: ChoiceGrid) -> None:
    wishes = heard(grid)
    for key in (Qt.Key.Key_3, Qt.Key.Key_6, Qt.Key.Key_0, Qt.Key.Key_X):
        press(key)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert wishes == [Chosen("cat")]


def test_arrows_go_about_and_enter_or_space_chooses(grid: ChoiceGrid) -> None:
    wishes = heard(grid)
    assert columns(grid) == 3
    for key, place in (
        (Qt.Key.Key_Right, "bear"),
        (Qt.Key.Key_Down, "eel"),
        (Qt.Key.Key_Right, "eel"),
        (Qt.Key.Key_Left, "dog"),
        (Qt.Key.Key_Up, "ape"),
    ):
        press(key)
        assert focused() == f"animals.{place}"
    assert wishes == []
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert wishes == [Chosen("ape"), Chosen("bear")]


def test_arrows_follow_the_reading_direction(grid: ChoiceGrid) -> None:
    grid.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(Qt.Key.Key_Left)
    assert focused() == "animals.bear"


def test_what_is_chosen_says_so_and_is_where_tab_enters(grid: ChoiceGrid) -> None:
    grid.present(ChoiceView((), "dog"))
    said = {made.objectName(): made.accessibleDescription() for made in grid.buttons}
    assert [name for name, words in said.items() if words] == ["animals.dog"]
    stops = [made.objectName() for made in grid.buttons if made.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert stops == ["animals.dog"]
    grid.focus_choice()
    assert focused() == "animals.dog"


def test_what_is_off_takes_no_key(grid: ChoiceGrid) -> None:
    wishes = heard(grid)
    grid.present(ChoiceView((), None, enabled=False, reason="Shut"))
    assert not grid.press("1")
    assert wishes == []
    assert "Shut" in grid.toolTip()


@pytest.mark.parametrize(("width", "expected"), [(120, 1), (330, 2), (900, 3)])
def test_words_are_never_cut(grid: ChoiceGrid, width: int, expected: int) -> None:
    grid.window().resize(width + 18, 300)
    QApplication.processEvents()
    assert columns(grid) == expected
    assert all(made.width() >= made.sizeHint().width() for made in grid.buttons)
    lowest = max(made.geometry().bottom() for made in grid.buttons)
    assert grid.height() > lowest


def test_larger_text_takes_fewer_columns(grid: ChoiceGrid, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 2.0)
    QApplication.processEvents()
    assert columns(grid) < 3
    assert all(made.isVisible() for made in grid.buttons)
