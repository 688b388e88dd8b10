"""Short words become long ones after a space or Enter; one Ctrl+Z takes it back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.controllers.desk import Desk
from tests.ui.live.on_screen import CONTROL, Call


@pytest.fixture
def call(desk: Desk) -> Iterator[Call]:
    made = Call(desk)
    made.press(Qt.Key.Key_End, CONTROL)
    made.press(Qt.Key.Key_Return)
    yield made
    made.window.hide()


def test_a_space_writes_the_long_words(call: Call) -> None:
    call.type("at first ;dnm a way back")
    assert call.texts("p3")[-1] == "at first did not mention a way back"
    call.type(", ;ltnc then")
    assert call.texts("p3")[-1].endswith("a way back, left to the next conversation then")


def test_enter_writes_them_too_and_goes_on_below(call: Call) -> None:
    call.editor.insertPlainText("🙂 ")
    call.type("? ;ltnc")
    call.press(Qt.Key.Key_Return)
    call.type("next")
    assert call.texts("p3")[-2:] == ["🙂 ? left to the next conversation", "next"]
    call.press(Qt.Key.Key_Return)
    call.type(";dnm")
    call.press(Qt.Key.Key_Return)
    assert call.texts("p3")[-2:] == ["did not mention", ""]


def test_one_undo_gives_the_short_word_back_and_it_stays(call: Call) -> None:
    call.type("x ;dnm ")
    identity = [note.id for note in call.interview.sheets["p3"].lines]
    assert call.texts("p3")[-1] == "x did not mention "
    call.press(Qt.Key.Key_Z, CONTROL)
    assert call.texts("p3")[-1] == "x ;dnm "
    call.type("y")
    assert call.texts("p3")[-1] == "x ;dnm y"
    assert [note.id for note in call.interview.sheets["p3"].lines] == identity


def test_words_typed_after_it_are_undone_before_it(call: Call) -> None:
    call.type(";dnm z")
    call.press(Qt.Key.Key_Z, CONTROL)
    assert call.texts("p3")[-1] == "did not mention "
    call.press(Qt.Key.Key_Z, CONTROL)
    assert call.texts("p3")[-1] == ";dnm "


def test_only_a_whole_word_counts(call: Call) -> None:
    call.type("x;dnm ;dnmx ; ")
    assert call.texts("p3")[-1] == "x;dnm ;dnmx ; "


def test_ones_own_take_effect_at_once(call: Call) -> None:
    call.desk.preferences.update(expanders={"..k": "the kit #A"})
    call.type("..k ;dnm ")
    assert call.texts("p3")[-1] == "the kit #A ;dnm "
    call.desk.preferences.update(expanders={})
    call.type("..k ")
    assert call.texts("p3")[-1].endswith("..k ")
