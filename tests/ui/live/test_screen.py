"""The live screen with its real controller on a real database: by keys and by mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import CLOSE, OPENING
from interviewer_app.domain.marks import MarkKind, PauseCause
from interviewer_app.ui.live.scores.score_panel import ScorePanelState
from interviewer_app.ui.live.screen import LiveScreen
from interviewer_app.ui.widgets.checks.check_row import CheckRow
from tests.builders import a_kit
from tests.controllers.desk import Desk, Ear
from tests.ui.live.on_screen import ALT, CONTROL, SHIFT, Call


@pytest.fixture
def call(desk: Desk) -> Iterator[Call]:
    made = Call(desk)
    yield made
    made.window.hide()


# -- notes -----------------------------------------------------------------------------------------


def test_notes_have_the_focus_and_what_is_typed_is_stored(call: Call) -> None:
    call.press(Qt.Key.Key_End, CONTROL)
    call.press(Qt.Key.Key_Return)
    call.type("third line")
    assert call.texts("p3")[-1] == "third line"
    assert call.says("live.note_count") == "3 lines"


def test_marker_and_tag_keys_write_on_the_line(call: Call) -> None:
    call.press(Qt.Key.Key_End, CONTROL)
    call.press(Qt.Key.Key_Return)
    call.type("words")
    call.press(Qt.Key.Key_3, ALT)
    call.press(Qt.Key.Key_2, CONTROL)
    call.press(Qt.Key.Key_8, CONTROL)  # the kit has no H
    assert call.texts("p3")[-1] == "! words #B"


def test_the_legend_does_the_same_by_mouse(call: Call) -> None:
    call.press(Qt.Key.Key_Home, CONTROL)
    call.click("live.legend.unknown")
    assert call.texts("p3")[0] == "? one"
    assert call.editor.hasFocus()


def test_too_long_a_paste_is_answered_by_the_banner(call: Call) -> None:
    data = QMimeData()
    data.setText("x" * 1_000_000)
    call.editor.insertFromMimeData(data)
    banner = call.screen.parts.banner
    assert banner.isVisible()
    assert "more text" in banner.accessibleName()
    call.click("live.banner.dismiss")
    assert not banner.isVisible()


# -- steps -----------------------------------------------------------------------------------------


def test_f7_and_f8_move_and_the_notes_come_back_as_they_were_left(call: Call) -> None:
    call.type("abc")
    position = call.editor.textCursor().position()
    call.press(Qt.Key.Key_F7)
    assert call.says("live.step_title") == "Prompt p2"
    call.type("elsewhere ")
    call.press(Qt.Key.Key_F8)
    assert call.says("live.step_title") == "Prompt p3"
    assert call.editor.textCursor().position() == position
    call.press(Qt.Key.Key_Z, CONTROL)
    assert call.texts("p3") == ['" one', "+ two #A"]
    assert "elsewhere" in "".join(call.texts("p2"))


def test_a_click_on_the_strip_shows_that_step(call: Call) -> None:
    strip = call.screen.parts.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.place_of("p1").center())
    assert call.says("live.step_title") == "Prompt p1"


def test_the_strip_hides_and_the_sentence_stays(call: Call) -> None:
    call.press(Qt.Key.Key_P, CONTROL | SHIFT)
    assert not call.screen.parts.strip.isVisible()
    assert call.screen.parts.head.sentence.isVisible()
    again = LiveScreen(call.controller, call.desk.preferences)
    assert again.parts.strip.isHidden()
    call.press(Qt.Key.Key_P, CONTROL | SHIFT)
    assert call.screen.parts.strip.isVisible()


def test_the_opening_shows_its_script_and_nothing_goes_before_it(call: Call) -> None:
    call.controller.show(OPENING)
    assert "I am Robin" in call.says("live.passage")
    assert not call.screen.parts.prompt.tabs.isVisible()
    assert not call.screen.parts.head.previous.isEnabled()


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_after_the_close_next_ends_the_call(call: Call, by: str) -> None:
    ended = Ear(call.controller.ended)
    call.controller.show(CLOSE)
    assert call.screen.parts.head.next.text() == "End the call"
    if by == "key":
        call.press(Qt.Key.Key_F8)
    else:
        call.click("live.next")
    assert ended.last.phase is Phase.TO_REVIEW
    assert call.interview.phase is Phase.TO_REVIEW


# -- probes, facts, signals ------------------------------------------------------------------------


def test_a_probe_is_ticked_by_click_and_by_space_and_shows_when(call: Call) -> None:
    call.click("live.probe.q1")
    row = call.screen.findChild(CheckRow, "live.probe.q1")
    assert row is not None
    assert row.view.ticked
    assert row.view.remark.count(":") == 1
    help_row = call.screen.findChild(CheckRow, "live.probe.q2")
    assert help_row is not None
    assert help_row.view.remark == "counts as help"
    call.press(Qt.Key.Key_F6)
    assert help_row.hasFocus()
    call.press(Qt.Key.Key_Space)
    assert [m.ref for m in call.interview.marks if m.kind is MarkKind.PROBE] == ["q1", "q2"]
    call.press(Qt.Key.Key_Up)
    call.press(Qt.Key.Key_Space)
    assert not row.view.ticked


def test_f2_to_f4_turn_the_pages(call: Call) -> None:
    tabs = call.screen.parts.prompt.tabs
    for key, page in ((Qt.Key.Key_F3, "facts"), (Qt.Key.Key_F4, "signals"), (Qt.Key.Key_F2, "probes")):
        call.press(key)
        assert tabs.current() == page
        assert call.editor.hasFocus()


# -- scores ----------------------------------------------------------------------------------------


def test_three_keys_score_and_the_next_one_is_not_lost(call: Call) -> None:
    panel = call.screen.parts.panel
    stages = []
    call.press(Qt.Key.Key_F5)
    assert panel.isVisible()
    for text in ("c", "4"):
        stages.append(panel.stage)
        call.type(text)
    assert stages == [ScorePanelState.LETTER, ScorePanelState.VALUE]
    assert call.code("C") == "4"
    assert call.editor.hasFocus()
    assert panel.isVisible()
    call.type("x")
    assert not panel.isVisible()
    assert "x" in "".join(call.texts("p3"))


def test_the_next_prompt_is_not_hidden_by_the_anchors(call: Call) -> None:
    call.press(Qt.Key.Key_F5)
    call.type("c4")
    assert call.screen.parts.panel.isVisible()
    call.press(Qt.Key.Key_F7)
    assert not call.screen.parts.panel.isVisible()
    assert call.editor.hasFocus()


def test_a_score_is_changed_by_the_same_keys_and_undone_in_the_panel(call: Call) -> None:
    for text in ("c2", "c5"):
        call.press(Qt.Key.Key_F5)
        call.type(text)
    assert call.code("C") == "5"
    call.press(Qt.Key.Key_F5)
    call.press(Qt.Key.Key_Z, CONTROL)
    assert call.code("C") == "2"
    call.press(Qt.Key.Key_Escape)
    assert call.code("C") == "2"
    assert call.editor.hasFocus()


def test_escape_leaves_all_as_it_was(call: Call) -> None:
    call.press(Qt.Key.Key_F5)
    call.type("a")
    call.press(Qt.Key.Key_Down)
    call.press(Qt.Key.Key_Down)
    call.press(Qt.Key.Key_Escape)
    assert call.code("A") == "3"
    assert not call.screen.parts.panel.isVisible()
    assert call.editor.hasFocus()


def test_arrows_read_and_enter_takes_what_is_read(call: Call) -> None:
    call.press(Qt.Key.Key_F5)
    call.type("a")
    call.press(Qt.Key.Key_Down)
    assert call.code("A") == "3"
    assert "A4: what a 4 looks like" in call.screen.parts.panel.accessibleDescription()
    call.press(Qt.Key.Key_Return)
    assert call.code("A") == "4"


def test_minus_is_not_observed_and_backspace_opens_again(call: Call) -> None:
    call.press(Qt.Key.Key_F5)
    call.type("b-")
    assert call.code("B") == "-"
    call.press(Qt.Key.Key_F5)
    call.type("b")
    call.press(Qt.Key.Key_Backspace)
    assert call.code("B") == ""


def test_a_click_on_a_chip_unfolds_and_a_click_on_an_anchor_scores(call: Call) -> None:
    call.click("live.chip.C")
    call.click("live.anchor.C.1")
    assert call.code("C") == "1"
    assert call.editor.hasFocus()
    QTest.mouseClick(call.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert not call.screen.parts.panel.isVisible()


def test_a_chip_is_reached_by_tab_and_opened_by_enter(call: Call) -> None:
    chip = call.screen.parts.bar.chips[1]
    for _n in range(40):
        if chip.hasFocus():
            break
        call.press(Qt.Key.Key_Tab)
    assert chip.hasFocus()
    call.press(Qt.Key.Key_Return)
    call.type("0")
    assert call.code("B") == "0"


def test_the_panel_leaves_clock_and_notes_in_view(call: Call) -> None:
    call.press(Qt.Key.Key_F5)
    call.type("c")
    panel, parts = call.screen.parts.panel, call.screen.parts
    assert panel.geometry().top() >= parts.prompt.clock.geometry().bottom()
    assert panel.width() == parts.prompt.width()
    assert parts.bar.chips[2].accessibleName().startswith("C Category C")


def test_nowhere_a_total(call: Call) -> None:
    words = [label.text() for label in call.screen.findChildren(QLabel)]
    words += [button.accessibleName() for button in call.screen.findChildren(QAbstractButton)]
    assert not any("total" in word.lower() or "/15" in word for word in words)


# -- pause, curtain, gap ---------------------------------------------------------------------------


def test_one_key_chooses_the_cause_and_one_goes_on(call: Call) -> None:
    call.press(Qt.Key.Key_F9)
    call.type("3")
    assert call.interview.marks[-1].reason == PauseCause.CONNECTION
    assert "connection" in call.says("live.sentence")
    assert call.editor.hasFocus()
    call.type("still typing")
    call.press(Qt.Key.Key_F9)
    assert call.interview.marks[-1].kind is MarkKind.RESUMED
    assert "Paused" not in call.says("live.sentence")


def test_the_pause_key_twice_asks_nothing_and_escape_changes_nothing(call: Call) -> None:
    count = len(call.interview.marks)
    call.press(Qt.Key.Key_F9)
    call.press(Qt.Key.Key_Escape)
    assert len(call.interview.marks) == count
    assert call.editor.hasFocus()
    call.press(Qt.Key.Key_F9)
    call.press(Qt.Key.Key_F9)
    assert call.interview.marks[-1].reason == PauseCause.OTHER


def test_pausing_by_mouse(call: Call) -> None:
    call.click("live.pause")
    call.click("live.pause.break")
    assert call.interview.marks[-1].reason == PauseCause.BREAK
    call.click("live.pause")
    assert call.interview.marks[-1].kind is MarkKind.RESUMED


def test_behind_the_curtain_typing_goes_on_and_nothing_shows(call: Call) -> None:
    assert call.screen.windowTitle()
    call.press(Qt.Key.Key_F12)
    curtain = call.screen.parts.curtain
    assert curtain.geometry() == call.screen.rect()
    assert call.screen.windowTitle() == ""
    assert call.editor.hasFocus()
    call.type("unseen ")
    call.window.resize(1100, 700)
    assert curtain.geometry() == call.screen.rect()
    under = call.screen.childAt(call.screen.parts.notes.geometry().center())
    assert under is curtain
    call.click("live.curtain_lift")
    assert not curtain.isVisible()
    assert "unseen" in "".join(call.texts("p3"))


# -- the whole -------------------------------------------------------------------------------------


def test_f6_goes_round_the_panes(call: Call) -> None:
    seen = []
    for _n in range(5):
        call.press(Qt.Key.Key_F6)
        seen.append(call.focused.objectName())
    assert seen == ["live.probe.q1", "live.next", "live.chip.A", "live.pause", "live.notes"]


def test_tab_goes_notes_tabs_list_steps_chips_header(call: Call) -> None:
    seen = []
    for _n in range(12):
        seen.append(call.focused.objectName())
        call.press(Qt.Key.Key_Tab)
    wanted = [
        "live.notes",
        "live.tabs.probes",
        "live.probe.q1",
        "live.previous",
        "live.next",
        "live.chip.A",
        "live.pause",
    ]
    assert [name for name in seen if name in wanted] == wanted


def test_the_menu_hangs_on_its_button(call: Call) -> None:
    asked = Ear(call.screen.menu_requested)
    call.press(Qt.Key.Key_F10)
    assert asked.heard == [call.screen.parts.header.menu]


def test_twelve_prompts_and_eight_categories_fit_the_smallest_window(desk: Desk, qtbot: QtBot) -> None:
    call = Call(desk, a_kit(prompts=12, letters="ABCDEFGH"))
    call.window.resize(1024, 640)
    qtbot.waitUntil(lambda: call.screen.width() == 1024)
    assert call.window.width() == 1024
    chips = call.screen.parts.bar.chips
    assert len(chips) == 8
    assert chips[-1].geometry().right() < call.screen.width()
    plan = call.screen.parts.strip.plan
    assert plan is not None
    assert len(plan.pieces) == 15
    assert all(piece.minutes or piece.kind in ("past", "now", "edge", "yours") for piece in plan.pieces)
    call.press(Qt.Key.Key_F5)
    call.type("h5")
    assert call.code("H") == "5"


def test_the_splitter_is_remembered(call: Call, qtbot: QtBot) -> None:
    splitter = call.screen.parts.notes.parentWidget()
    assert splitter is not None
    handle = splitter.findChild(QWidget, "qt_splithandle_live.notes_pane") or splitter.children()[-1]
    assert isinstance(handle, QWidget)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 100))
    QTest.mouseMove(handle, QPoint(60, 100))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(60, 100))
    qtbot.waitUntil(lambda: call.desk.preferences.recall("live.splitter") != "")
    assert int(call.desk.preferences.recall("live.splitter")) > 620


def test_every_control_has_a_name_and_words(call: Call) -> None:
    call.press(Qt.Key.Key_F5)
    call.type("a")
    nameless = [
        f"{type(button).__name__} {button.objectName()!r} {button.accessibleName()!r}"
        for button in call.screen.findChildren(QAbstractButton)
        if not button.objectName() or not (button.accessibleName() or button.text())
    ]
    assert nameless == []
