"""Words notes are better without: underlined, explained on hover and by key, in nobody's way."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from interviewer_app.controllers.live.hints import OWN_FILE
from tests.controllers.desk import Desk
from tests.ui.live.on_screen import CONTROL, SHIFT, Call


@pytest.fixture
def call(desk: Desk) -> Iterator[Call]:
    made = Call(desk)
    made.press(Qt.Key.Key_End, CONTROL)
    made.press(Qt.Key.Key_Return)
    yield made
    made.window.hide()


def dotted(call: Call) -> list[str]:
    """Every underlined stretch on screen."""
    out = []
    block = call.editor.document().firstBlock()
    while block.isValid():
        for span in block.layout().formats():
            if span.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine:
                units = block.text().encode("utf-16-le")[2 * span.start : 2 * (span.start + span.length)]
                out.append(units.decode("utf-16-le"))
        block = block.next()
    return out


def said(call: Call) -> str:
    label = call.screen.findChild(QLabel, "live.legend.said_words")
    assert label is not None
    return label.text() if label.isVisible() else ""


def hover(call: Call, position: int, right: int = 0) -> None:
    """Rest the pointer on a place of the text, or so far right of it."""
    cursor = QTextCursor(call.editor.document())
    cursor.setPosition(position)
    point = call.editor.cursorRect(cursor).center() + QPoint(right, 0)
    viewport = call.editor.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))


def explain(call: Call) -> str:
    call.press(Qt.Key.Key_H, CONTROL | SHIFT)
    return said(call)


def test_a_word_is_underlined_as_it_is_written_and_stored_as_it_is(call: Call) -> None:
    call.editor.insertPlainText("🙂 ")
    call.type("seemed nervous #A")
    assert dotted(call) == ["nervous"]
    assert call.texts("p3")[-1] == "🙂 seemed nervous #A"
    call.press(Qt.Key.Key_Home)
    for _n in range(2):
        call.press(Qt.Key.Key_Delete)
    call.press(Qt.Key.Key_End)
    assert dotted(call) == ["nervous"]


def test_the_key_says_why_in_the_place_of_the_legend_until_one_goes_on(call: Call) -> None:
    call.type("gut feeling, nervous")
    call.press(Qt.Key.Key_Home)
    assert explain(call).startswith("“gut feeling”: A feeling cannot be checked")
    assert "Write what was said or done" in said(call)
    assert explain(call).startswith("“nervous”:")
    assert explain(call).startswith("“gut feeling”:")
    call.type("x")
    assert said(call) == ""
    assert call.editor.hasFocus()


def test_without_an_underlined_word_the_key_says_so(call: Call) -> None:
    assert explain(call) == "No word is underlined."


def test_hover_says_why_on_the_word_alone(call: Call) -> None:
    call.type("was nervous")
    last = call.editor.document().characterCount() - 1
    for elsewhere, right in ((last, 60), (last - 10, 0)):
        hover(call, last - 3)
        assert "not what they did" in QToolTip.text()
        assert QToolTip.isVisible()
        hover(call, elsewhere, right)
        call.desk.qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_switch_takes_effect_at_once(call: Call) -> None:
    call.type("nervous")
    call.desk.preferences.update(hints=False)
    assert dotted(call) == []
    assert explain(call) == "No word is underlined."
    call.press(Qt.Key.Key_F7)
    call.type("nervous ")
    assert dotted(call) == []
    call.desk.preferences.update(hints=True)
    assert dotted(call) == ["nervous"]


def test_switched_off_nothing_is_read_or_underlined(desk: Desk) -> None:
    desk.preferences.settings = replace(desk.preferences.settings, hints=False)
    (desk.preferences.folder / OWN_FILE).write_bytes(b"\xff")
    call = Call(desk)
    call.type("nervous ")
    assert dotted(call) == []
    assert not call.screen.parts.banner.isVisible()
    call.window.hide()


def test_ones_own_words_count_and_a_broken_list_is_told_once(desk: Desk) -> None:
    own = '[[group]]\nid = "house"\nreason = "Ours."\nbetter = "Not here."\nwords = ["falcon"]\n'
    (desk.preferences.folder / OWN_FILE).write_text(own, encoding="utf-8")
    call = Call(desk)
    call.type("Falcon ")
    assert dotted(call) == ["Falcon"]
    call.window.hide()


def test_a_broken_list_is_told_by_the_banner_and_the_shipped_one_holds(desk: Desk) -> None:
    (desk.preferences.folder / OWN_FILE).write_text("[[group]", encoding="utf-8")
    call = Call(desk)
    assert "hints" in call.screen.parts.banner.accessibleName()
    call.type("nervous ")
    assert dotted(call) == ["nervous"]
    call.click("live.banner.dismiss")
    call.press(Qt.Key.Key_F7)
    assert not call.screen.parts.banner.isVisible()
    call.window.hide()
