"""Quick find by keys, with the real controller on a real database."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from interviewer_app.domain.marks import MarkKind
from tests.controllers.desk import Desk
from tests.ui.live.on_screen import CONTROL, SHIFT, Call


@pytest.fixture
def call(desk: Desk) -> Iterator[Call]:
    """Notes in two steps: p2 holds "early words", p3 two lines with "words"."""
    made = Call(desk)
    made.press(Qt.Key.Key_F7)
    made.press(Qt.Key.Key_A, CONTROL)
    made.type("early words")
    made.press(Qt.Key.Key_F8)
    made.press(Qt.Key.Key_End, CONTROL)
    made.press(Qt.Key.Key_Return)
    made.editor.insertPlainText("🙂 ")
    made.type("words and Words")
    yield made
    made.window.hide()


def says(call: Call) -> str:
    label = call.screen.findChild(QLabel, "live.find.count")
    assert label is not None
    return label.text()


def marked(call: Call) -> list[str]:
    """The words with a ground behind them, the one meant in capitals."""
    out = []
    for mark in call.editor.extraSelections():
        meant = mark.format.underlineStyle().value != 0
        text = mark.cursor.selectedText()
        out.append(text.upper() if meant else text.lower())
    return out


def test_ctrl_f_finds_as_one_types_and_esc_goes_back_to_the_caret(call: Call) -> None:
    caret = call.editor.textCursor().position()
    call.press(Qt.Key.Key_F, CONTROL)
    assert isinstance(call.focused, QLineEdit)
    call.type("wor")
    assert says(call) == "2 of 3"
    assert marked(call) == ["WOR", "wor"]
    call.press(Qt.Key.Key_Return)
    assert says(call) == "3 of 3"
    assert marked(call) == ["wor", "WOR"]
    assert call.editor.textCursor().position() == caret
    call.press(Qt.Key.Key_Escape)
    assert call.editor.hasFocus()
    assert call.editor.extraSelections() == []
    call.type(".")
    assert call.texts("p3")[-1] == "🙂 words and Words."


def test_enter_goes_on_to_another_step_and_esc_comes_back(call: Call) -> None:
    call.press(Qt.Key.Key_F, CONTROL)
    call.type("words")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return):
        call.press(key)
    assert says(call) == "1 of 3"
    assert call.editor.toPlainText() == "early words"
    assert marked(call) == ["WORDS"]
    assert isinstance(call.focused, QLineEdit)
    call.press(Qt.Key.Key_Return, SHIFT)
    assert says(call) == "3 of 3"
    call.press(Qt.Key.Key_Return)
    call.press(Qt.Key.Key_Escape)
    assert call.interview.marks[-1].kind is MarkKind.SHOWN
    assert call.interview.marks[-1].step == "p3"
    call.type("!")
    assert call.texts("p3")[-1].endswith("Words!")


def test_ctrl_enter_goes_on_writing_at_the_place_found(call: Call) -> None:
    call.press(Qt.Key.Key_F, CONTROL)
    call.type("early")
    assert says(call) == "1, none here"
    call.press(Qt.Key.Key_Return)
    call.press(Qt.Key.Key_Return, CONTROL)
    assert call.editor.hasFocus()
    call.type("late")
    assert call.texts("p2") == ["late words"]


def test_a_click_in_the_notes_stays_there(call: Call) -> None:
    call.press(Qt.Key.Key_F, CONTROL)
    call.type("early")
    call.press(Qt.Key.Key_Return)
    QTest.mouseClick(call.editor.viewport(), Qt.MouseButton.LeftButton)
    call.click("live.find.close")
    assert call.editor.toPlainText() == "early words"


def test_places_follow_what_is_typed_meanwhile(call: Call) -> None:
    call.press(Qt.Key.Key_F, CONTROL)
    call.type("words")
    call.editor.setFocus()
    call.press(Qt.Key.Key_Home, CONTROL)
    call.type("words ")
    call.desk.qtbot.waitUntil(lambda: says(call).endswith("of 4"))
    call.press(Qt.Key.Key_F7)
    assert marked(call) == ["WORDS"]
    call.press(Qt.Key.Key_F8)
    assert len(marked(call)) == 3


def test_what_is_selected_is_looked_for_and_nothing_found_is_said(call: Call) -> None:
    QTest.keyClick(call.editor, Qt.Key.Key_Left, CONTROL | SHIFT)
    call.press(Qt.Key.Key_F, CONTROL)
    assert says(call) == "3 of 3"
    call.type("nowhere")
    assert says(call) == "Nothing found"
    call.press(Qt.Key.Key_Return)
    call.press(Qt.Key.Key_Escape)
    assert call.editor.hasFocus()
