"""Checklists and flags in the call: by keys and by mouse, saved as typed, on screen as on disk."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from interviewer_app.domain.kits.checklist import SEEN
from tests.controllers.desk import Desk
from tests.ui.live.on_screen import CONTROL, SHIFT
from tests.ui.live.ticking_call import ALARMS, COST, GREEN, SPEED, Ticking


@pytest.fixture
def call(desk: Desk) -> Iterator[Ticking]:
    made = Ticking(desk)
    yield made
    made.window.hide()


# -- the keyboard ----------------------------------------------------------------------------------


def test_one_key_brings_the_lists_and_the_same_key_goes_into_them(call: Ticking) -> None:
    call.press(Qt.Key.Key_F4, SHIFT)
    assert call.editor.hasFocus(), "looking takes the caret from nobody"
    call.press(Qt.Key.Key_F4, SHIFT)
    assert call.at == "live.check.p1.matrix.cost.state.1"
    call.press(Qt.Key.Key_Escape)
    assert call.editor.hasFocus()


def test_numbers_letters_and_arrows_choose_a_state(call: Ticking) -> None:
    call.checks()
    call.press(Qt.Key.Key_2)
    assert call.state(COST) == "evidenced"
    assert call.at == "live.check.p1.matrix.cost.state.2", "the focus stands on what was chosen"
    call.press(Qt.Key.Key_A)
    assert call.state(COST) == "absent"
    call.press(Qt.Key.Key_Left)
    call.press(Qt.Key.Key_Left)
    assert call.state(COST) == "claimed"
    call.press(Qt.Key.Key_Left)
    assert call.state(COST) == ""
    call.press(Qt.Key.Key_Right)
    assert call.state(COST) == "claimed"
    call.press(Qt.Key.Key_1)
    assert call.state(COST) == "", "the same key again opens the line"
    call.press(Qt.Key.Key_Space)
    assert call.state(COST) == "claimed"
    call.press(Qt.Key.Key_Backspace)
    assert call.state(COST) == ""


def test_up_and_down_go_from_line_to_line_and_space_ticks_a_plain_one(call: Ticking) -> None:
    call.checks()
    call.press(Qt.Key.Key_Down)
    assert call.at == "live.check.p1.matrix.speed.state.1"
    for _n in range(3):
        call.press(Qt.Key.Key_Down)
    assert call.at == "live.check.head.whole.whole", "after the flag of this prompt the next head"
    call.press(Qt.Key.Key_Right)
    call.press(Qt.Key.Key_Down)
    assert call.at == "live.check.whole.alarms.tick"
    call.press(Qt.Key.Key_Space)
    assert call.state(ALARMS) == SEEN
    call.press(Qt.Key.Key_Up)
    call.press(Qt.Key.Key_Left)
    tick = call.screen.findChild(QWidget, "live.check.whole.alarms.tick")
    assert tick is not None
    assert not tick.isVisible(), "folded again"


def test_the_time_of_a_tick_stands_beside_it(call: Ticking) -> None:
    call.checks()
    call.press(Qt.Key.Key_1)
    row = call.screen.findChild(QWidget, "live.check.p1.matrix.cost")
    assert row is not None
    minutes, seconds = divmod(int(call.interview.ticks[COST].t), 60)
    assert f"{minutes:02d}:{seconds:02d}" in [label.text() for label in row.findChildren(QLabel)]


def test_tab_goes_through_states_and_fields_in_reading_order(call: Ticking) -> None:
    call.checks()
    call.press(Qt.Key.Key_1)
    seen = []
    for _n in range(4):
        call.press(Qt.Key.Key_Tab)
        seen.append(call.at)
    assert seen == [
        "live.check.p1.matrix.cost.1",
        "live.check.p1.matrix.cost.2",
        "live.check.p1.matrix.speed.state.1",
        "live.check.head.flags.own",
    ]


# -- texts beside a line ---------------------------------------------------------------------------


def test_what_is_typed_beside_a_line_is_saved_as_typed_and_the_caret_stays(call: Ticking) -> None:
    call.checks()
    call.press(Qt.Key.Key_1)
    call.press(Qt.Key.Key_Tab)
    for at, char in enumerate("0.9  of", 1):
        QTest.keyClicks(call.focused, char)
        assert call.cells(COST) == ("0.9  of"[:at], "")
    field = call.field("live.check.p1.matrix.cost.1")
    field.setCursorPosition(3)
    QTest.keyClicks(field, "0")
    assert (field.text(), field.cursorPosition()) == ("0.90  of", 4)
    call.controller.refresh()
    assert (field.text(), field.cursorPosition()) == ("0.90  of", 4)
    call.press(Qt.Key.Key_Z, CONTROL)
    assert call.cells(COST)[0] == field.text() == "0.9  of"


def test_enter_leads_to_the_next_field_and_then_to_the_next_line(call: Ticking) -> None:
    call.checks()
    call.press(Qt.Key.Key_Return)
    assert call.at == "live.check.p1.matrix.cost.1", "a line can be written beside without a state"
    call.type("by hand")
    call.press(Qt.Key.Key_Return)
    call.type("5 s")
    call.press(Qt.Key.Key_Return)
    assert call.at == "live.check.p1.matrix.speed.state.1"
    assert (call.state(COST), call.cells(COST)) == ("", ("by hand", "5 s"))


def test_moving_on_while_a_text_is_typed_gives_the_caret_to_the_notes(call: Ticking) -> None:
    call.checks()
    call.press(Qt.Key.Key_Return)
    call.type("half a wor")
    call.press(Qt.Key.Key_F8)
    assert call.controller.step == "p2"
    assert call.editor.hasFocus()
    assert call.cells(COST)[0] == "half a wor"
    call.press(Qt.Key.Key_F7)
    call.press(Qt.Key.Key_F4, SHIFT)
    assert call.field("live.check.p1.matrix.cost.1").text() == "half a wor"


# -- the mouse -------------------------------------------------------------------------------------


def test_a_click_chooses_a_second_one_clears_and_the_caret_stays_in_the_notes(call: Ticking) -> None:
    call.look()
    call.click("live.check.p1.matrix.speed.state.3")
    assert call.state(SPEED) == "absent"
    call.click("live.check.p1.matrix.speed.state.2")
    assert call.state(SPEED) == "evidenced"
    call.click("live.check.p1.matrix.speed.state.2")
    assert call.state(SPEED) == ""
    assert call.editor.hasFocus()


def test_the_pencil_opens_the_texts_of_a_line(call: Ticking) -> None:
    call.look()
    call.click("live.check.p1.matrix.speed.write")
    assert call.at == "live.check.p1.matrix.speed.1"


# -- flags -----------------------------------------------------------------------------------------


def flag_of(call: Ticking) -> None:
    """Down from the matrix to the flag of this prompt, and tick it."""
    call.checks()
    for _n in range(3):
        call.press(Qt.Key.Key_Down)
    assert call.at == "live.check.flag.gf-01.tick"
    call.press(Qt.Key.Key_Space)


def test_a_flag_asks_for_its_fact_at_once_and_takes_the_line_with_enter(call: Ticking) -> None:
    call.press(Qt.Key.Key_End, CONTROL)
    flag_of(call)
    note = call.field("live.check.flag.gf-01.note")
    assert note.hasFocus()
    assert note.placeholderText() == "Enter takes: two"
    assert needs(call)
    assert note.accessibleDescription() == "Needs a note; without one it is not printed"
    call.press(Qt.Key.Key_Return)
    assert note.accessibleDescription() == ""
    assert call.cells(GREEN) == ("two",)
    assert not needs(call)
    call.type(", and more")
    assert call.cells(GREEN) == ("two, and more",)
    call.press(Qt.Key.Key_Return)
    assert call.editor.hasFocus()
    assert (call.state(GREEN), call.cells(GREEN)) == (SEEN, ("two, and more",))


def needs(call: Ticking) -> bool:
    """True while the screen says that a note is wanted."""
    row = call.screen.findChild(QWidget, "live.check.flag.gf-01")
    assert row is not None
    return any(label.isVisible() and "Needs a note" in label.text() for label in row.findChildren(QLabel))


def test_the_line_is_taken_by_mouse_too_and_is_the_one_the_caret_stands_in(call: Ticking) -> None:
    call.press(Qt.Key.Key_Home, CONTROL)
    flag_of(call)
    call.click("live.check.flag.gf-01.take")
    assert call.cells(GREEN) == ("one",)


def test_a_flag_may_wait_for_its_note_and_goes_on_saying_so(call: Ticking) -> None:
    flag_of(call)
    call.press(Qt.Key.Key_Escape)
    assert call.editor.hasFocus()
    assert needs(call)
    assert (call.state(GREEN), call.cells(GREEN)) == (SEEN, ())


def test_a_flag_that_is_unticked_keeps_its_words_and_says_that_they_are_not_printed(call: Ticking) -> None:
    flag_of(call)
    call.type("fact")
    call.press(Qt.Key.Key_Up)
    call.press(Qt.Key.Key_Down)
    call.press(Qt.Key.Key_Space)
    assert (call.state(GREEN), call.cells(GREEN)) == ("", ("fact",))
    row = call.screen.findChild(QWidget, "live.check.flag.gf-01")
    assert row is not None
    assert "Not ticked; it is not printed" in [label.text() for label in row.findChildren(QLabel)]
