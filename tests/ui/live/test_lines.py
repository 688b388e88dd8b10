"""Lines stamped and moved by keys, with the real controller on a real database."""

from PySide6.QtCore import Qt

from interviewer_app.domain.notes.note import Note
from tests.controllers.desk import Desk
from tests.ui.live.notebook import put_caret, times
from tests.ui.live.on_screen import ALT, CONTROL, Call


def notes(call: Call) -> list[Note]:
    """What is on the disk for the step on screen."""
    call.desk.keeper.flush()
    return list(call.interview.sheets["p3"].lines)


def test_a_stamped_line_is_on_the_disk_and_takes_its_words_later(desk: Desk) -> None:
    call = Call(desk)
    call.press(Qt.Key.Key_End, CONTROL)
    desk.clock.seconds += 30.0
    call.press(Qt.Key.Key_T, CONTROL)
    stamped = notes(call)[-1]
    assert (stamped.text, stamped.stamped) == ("", True)
    assert times(call.editor)[-1] != ""
    call.type(" and on")
    desk.clock.seconds += 60.0
    call.press(Qt.Key.Key_Down)
    call.type("what was said then")
    filled = notes(call)[-1]
    assert (filled.text, filled.id, filled.t) == ("what was said then", stamped.id, stamped.t)
    assert filled.begun == stamped.begun


def test_a_stamp_is_gone_on_the_disk_when_it_is_gone_on_the_screen(desk: Desk) -> None:
    call = Call(desk)
    call.editor.selectAll()
    call.type("one")
    call.press(Qt.Key.Key_Home)
    call.press(Qt.Key.Key_T, CONTROL)
    call.type("A")
    stamped = notes(call)
    put_caret(call.editor, 0, 5)
    call.press(Qt.Key.Key_Space)
    assert [(note.text, note.stamped) for note in notes(call)] == [(" ", False)]
    assert times(call.editor) == ("",)
    call.press(Qt.Key.Key_Z, CONTROL)
    assert notes(call) == stamped
    assert times(call.editor)[1] != ""


def test_alt_and_arrows_move_a_line(desk: Desk) -> None:
    call = Call(desk)
    before = notes(call)
    call.press(Qt.Key.Key_End, CONTROL)
    call.press(Qt.Key.Key_Up, ALT)
    moved = notes(call)
    assert [note.id for note in moved] == [note.id for note in (*before[:-2], before[-1], before[-2])]
    assert {(note.id, note.t, note.text) for note in moved} == {(n.id, n.t, n.text) for n in before}
    call.type("!")
    assert notes(call)[-2].text == before[-1].text + "!"
    call.press(Qt.Key.Key_Down, ALT)
    assert [note.id for note in notes(call)] == [note.id for note in before]
