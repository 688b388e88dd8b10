"""The ribbon on the real program: the same window, the same editor and the same keys, in a strip."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.marks import MarkKind, PauseCause
from interviewer_app.ui import geometry
from interviewer_app.ui.live.notes.gutter import line_rect
from interviewer_app.ui.live.scores.score_panel import ScorePanelState
from interviewer_app.ui.ribbon import on_top, place
from interviewer_app.ui.ribbon.mode import RibbonMode
from interviewer_app.ui.shell.beside import CompanionWindows
from interviewer_app.ui.style import theme
from tests.ui.whole import Whole, opened, settle, soon, the_kit

CONTROL = Qt.KeyboardModifier.ControlModifier
SCREEN = QRect(0, 0, 1920, 1080)
AIR = 4  # under the words of a line


class Call:
    """The live call of the whole program, and hands for it."""

    def __init__(self, whole: Whole) -> None:
        self.whole = whole
        whole.fill()
        self.screen: Any = whole.go(Phase.LIVE)
        self.screen.parts.banner.dismiss_requested.emit()
        beside = self.screen.findChild(CompanionWindows)
        assert isinstance(beside, CompanionWindows)
        self.beside = beside
        self.window = whole.window
        self.editor = self.screen.parts.notes.editor
        self.step = the_kit().prompts[0].id
        whole.controller.show(self.step)
        settle()

    @property
    def mode(self) -> RibbonMode:
        assert self.beside.ribbon is not None
        return self.beside.ribbon

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        where = QApplication.focusWidget()
        assert where is not None
        QTest.keyClick(where, key, modifiers)
        settle()

    def type(self, text: str) -> None:
        for char in text:
            where = QApplication.focusWidget()
            assert where is not None
            QTest.keyClicks(where, char)
        settle()

    def toggle(self) -> None:
        self.press(Qt.Key.Key_R, CONTROL)

    def click(self, name: str) -> None:
        button = self.whole.child(name)
        assert isinstance(button, QAbstractButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def says(self, name: str) -> str:
        label = self.whole.child(name)
        assert isinstance(label, QLabel)
        return label.text()

    def stored(self) -> Interview:
        assert self.whole.program.keeper.flush()
        return self.whole.program.keeper.reader.load(Phase.LIVE.value)

    def lines(self) -> list[str]:
        return [note.text for note in self.stored().sheets[self.step].lines]


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Call]:
    with opened(tmp_path) as whole:
        yield Call(whole)


# -- in and out ------------------------------------------------------------------------------------


def test_a_key_makes_the_window_a_ribbon_and_back(call: Call) -> None:
    before = call.window.geometry()
    call.toggle()
    soon(lambda: (call.window.width(), call.window.height()) == (720, 150))
    assert call.whole.child("ribbon").isVisible()
    assert not call.screen.parts.header.isVisible()
    assert call.editor.hasFocus()
    call.toggle()
    soon(lambda: call.window.geometry() == before)
    assert not call.mode.ribbon.isVisible()
    assert call.screen.parts.header.isVisible()
    for part in ("strip", "notes", "prompt", "bar", "head"):
        assert getattr(call.screen.parts, part).isVisible(), part
    assert call.editor.hasFocus()


def test_the_buttons_do_the_same(call: Call) -> None:
    call.click("live.ribbon")
    soon(lambda: call.window.height() == 150)
    call.click("ribbon.whole")
    soon(lambda: call.window.height() == 800)


def test_nothing_of_it_is_built_before_it_is_wanted(call: Call) -> None:
    assert call.beside.ribbon is None


def test_the_least_it_can_be(call: Call) -> None:
    call.toggle()
    soon(lambda: call.window.height() == 150)
    call.window.resize(10, 10)
    settle()
    soon(lambda: (call.window.width(), call.window.height()) == (560, 120))
    call.toggle()
    assert call.window.minimumSize() == QSize(640, 420)


def test_a_maximised_window_comes_back_maximised(call: Call) -> None:
    call.window.setWindowState(Qt.WindowState.WindowMaximized)
    settle()
    call.toggle()
    soon(lambda: not call.window.isMaximized())
    soon(lambda: call.window.height() == 150)
    call.toggle()
    soon(call.window.isMaximized)


# -- one editor ------------------------------------------------------------------------------------


def test_editor_document_undo_and_caret_are_the_same(call: Call) -> None:
    editor = call.editor
    document = editor.document()
    call.press(Qt.Key.Key_End, CONTROL)
    call.press(Qt.Key.Key_Return)
    call.type("typed in full")
    call.toggle()
    assert call.screen.parts.notes.editor is editor
    assert editor.document() is document
    position = editor.textCursor().position()
    call.press(Qt.Key.Key_Return)
    call.type("in the ribbon")
    assert editor.textCursor().position() == position + 1 + len("in the ribbon")
    assert call.lines()[-2:] == ["typed in full", "in the ribbon"]
    call.press(Qt.Key.Key_Z, CONTROL)
    assert "in the ribbon" not in call.lines()
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Redo))
    settle()
    assert call.lines()[-1] == "in the ribbon"
    call.toggle()
    assert editor.document() is document
    assert editor.textCursor().atEnd()
    for _step in range(3):
        call.press(Qt.Key.Key_Z, CONTROL)
    assert not {"typed in full", "in the ribbon"} & set(call.lines())


def test_the_line_with_the_caret_is_in_sight_and_whole(call: Call) -> None:
    call.press(Qt.Key.Key_End, CONTROL)
    for number in range(40):
        call.editor.insertPlainText(f"\nline {number}")
    settle()
    call.toggle()
    where = line_rect(call.editor, call.editor.textCursor().block())
    assert where.top() >= 0
    assert where.bottom() - AIR <= call.editor.viewport().height()
    assert where.bottom() > call.editor.viewport().height() - theme.px(8)
    call.toggle()
    assert line_rect(call.editor, call.editor.textCursor().block()).top() > 200


def test_very_long_notes_take_the_width_a_moment_later(call: Call) -> None:
    call.press(Qt.Key.Key_End, CONTROL)
    call.editor.insertPlainText("\n".join(["a line of some forty characters, or more"] * 500))
    wide = call.screen.parts.notes.width()
    call.toggle()
    notes = call.screen.parts.notes
    soon(lambda: notes.width() == call.window.width())
    assert wide != notes.width()
    where = line_rect(call.editor, call.editor.textCursor().block())
    assert where.top() >= 0
    assert where.bottom() - AIR <= call.editor.viewport().height()
    call.toggle()
    call.toggle()
    call.toggle()
    assert call.screen.parts.notes.isVisible()
    soon(lambda: notes.width() == wide)


def test_a_banner_leaves_the_caret_in_sight(call: Call) -> None:
    call.press(Qt.Key.Key_End, CONTROL)
    for number in range(12):
        call.editor.insertPlainText(f"\nline {number}")
    call.toggle()
    call.mode.ribbon.pin.present(on_top.how_to_pin())
    settle()
    where = line_rect(call.editor, call.editor.textCursor().block())
    assert where.top() >= 0
    assert where.bottom() - AIR <= call.editor.viewport().height()


def test_markers_and_tags_work_in_it(call: Call) -> None:
    call.toggle()
    call.press(Qt.Key.Key_End, CONTROL)
    call.press(Qt.Key.Key_Return)
    call.type("words")
    call.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    call.press(Qt.Key.Key_2, CONTROL)
    assert call.lines()[-1] == "! words #B"


# -- the same keys ---------------------------------------------------------------------------------


def test_steps_follow_the_keys_and_the_button(call: Call) -> None:
    call.toggle()
    assert call.says("ribbon.place").startswith("1 of")
    call.press(Qt.Key.Key_F8)
    assert call.says("ribbon.place").startswith("2 of")
    assert call.says("ribbon.title") == the_kit().prompts[1].label
    call.press(Qt.Key.Key_F7)
    assert call.says("ribbon.place").startswith("1 of")
    call.click("ribbon.next")
    assert call.says("ribbon.place").startswith("2 of")
    assert call.editor.hasFocus()


def test_a_category_is_scored_with_the_anchors_below(call: Call) -> None:
    call.toggle()
    call.window.move(100, 40)
    call.press(Qt.Key.Key_F5)
    panel = call.screen.parts.panel
    soon(lambda: call.window.height() > 400)
    assert panel.isVisible()
    assert panel.hasFocus()
    call.type("c")
    call.type("3")
    assert call.stored().score("C").value == 3
    assert panel.stage is ScorePanelState.DONE
    assert call.editor.hasFocus()
    call.type("x")
    soon(lambda: call.window.height() == 150)
    assert any("x" in line for line in call.lines())


def test_the_drawer_opens_above_when_there_is_no_room_below() -> None:
    low = QRect(400, 900, 720, 150)
    where, height, above = place.grown(low, SCREEN)
    assert above
    assert where.bottom() == low.bottom()
    assert where.top() == low.top() - height
    high = QRect(400, 20, 720, 150)
    where, height, above = place.grown(high, SCREEN)
    assert not above
    assert where.top() == high.top()
    assert where.height() == 150 + height


def test_above_the_ribbon_stays_where_it_was(call: Call) -> None:
    call.toggle()
    soon(lambda: call.window.height() == 150)
    area = call.window.screen().availableGeometry()
    call.window.setGeometry(QRect(20, area.bottom() - 160, 720, 150))
    settle()
    before = call.window.geometry()
    foot = call.mode.ribbon.foot.mapToGlobal(call.mode.ribbon.foot.rect().topLeft())
    call.press(Qt.Key.Key_F5)
    soon(lambda: call.window.geometry().bottom() == before.bottom())
    soon(lambda: call.window.geometry().top() < before.top())
    assert call.mode.ribbon.foot.mapToGlobal(call.mode.ribbon.foot.rect().topLeft()) == foot
    call.press(Qt.Key.Key_Escape)
    soon(lambda: call.window.geometry() == before)
    assert call.editor.hasFocus()


def test_a_chip_opens_its_anchors_by_mouse(call: Call) -> None:
    call.toggle()
    call.click("ribbon.chip.B")
    assert call.screen.parts.panel.letter == "B"
    assert [chip.wish.letter for chip in call.mode.ribbon.foot.chips if chip.unfolded] == ["B"]
    soon(lambda: call.window.height() > 400)
    call.click("live.anchor.B.4")
    assert call.stored().score("B").value == 4
    call.click("ribbon.chip.B")
    soon(lambda: call.window.height() == 150)


def test_probes_open_below_and_go_with_the_same_key(call: Call) -> None:
    call.toggle()
    call.press(Qt.Key.Key_F2)
    soon(lambda: call.window.height() > 400)
    assert call.screen.parts.prompt.isVisible()
    row = next(row for row in call.screen.parts.prompt.probes.rows if row.isVisible())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    settle()
    assert any(mark.kind is MarkKind.PROBE and mark.ref in row.objectName() for mark in call.stored().marks)
    call.press(Qt.Key.Key_F3)
    assert call.screen.parts.prompt.tabs.current() == "facts"
    call.press(Qt.Key.Key_F3)
    soon(lambda: call.window.height() == 150)
    assert call.editor.hasFocus()


def test_pause_asks_why_in_the_ribbon(call: Call) -> None:
    call.toggle()
    call.press(Qt.Key.Key_F9)
    assert call.whole.child("live.pause_row").isVisible()
    call.press(Qt.Key.Key_4)
    last = next(mark for mark in reversed(call.stored().marks) if mark.kind is MarkKind.PAUSED)
    assert last.reason == PauseCause.BREAK
    assert call.says("ribbon.fact").startswith("Paused")
    assert call.editor.hasFocus()
    call.click("ribbon.pause")
    assert call.stored().marks[-1].kind is MarkKind.RESUMED


def test_the_curtain_covers_it_and_typing_is_saved(call: Call) -> None:
    call.toggle()
    call.press(Qt.Key.Key_F12)
    curtain = call.screen.parts.curtain
    assert curtain.isVisible()
    assert curtain.size() == call.screen.size()
    assert call.window.windowTitle() == "Interviewer"
    call.type(" unseen")
    assert any("unseen" in line for line in call.lines())
    call.press(Qt.Key.Key_F12)
    assert not curtain.isVisible()


def test_the_panes_are_gone_through_with_one_key(call: Call) -> None:
    call.toggle()
    names = []
    for _turn in range(3):
        call.press(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
    assert names == ["ribbon.chip.A", "ribbon.next", "live.notes"]


def test_tab_goes_through_categories_next_and_icons(call: Call) -> None:
    call.toggle()
    names = []
    for _turn in range(11):
        call.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
    chips = [f"ribbon.chip.{category.letter}" for category in the_kit().categories]
    icons = [
        "ribbon.score",
        "ribbon.next",
        "ribbon.pause",
        "ribbon.curtain",
        "ribbon.candidate_view",
        "ribbon.whole",
    ]
    assert names[: len(chips) + 6] == [*chips, *icons]


def test_the_menu_hangs_on_a_button_in_sight(call: Call) -> None:
    call.toggle()
    assert call.screen.parts.menu_anchor.isVisible()
    call.toggle()
    assert call.screen.parts.menu_anchor.isVisible()


# -- the whole window comes back -------------------------------------------------------------------


def test_the_end_of_the_call_brings_the_whole_window_back(call: Call) -> None:
    before = call.window.geometry()
    call.toggle()
    call.whole.controller.end_call()
    settle()
    assert call.window.scope == "review"
    soon(lambda: call.window.geometry() == before)
    assert call.window.minimumSize() == QSize(640, 420)


def test_a_sheet_brings_the_whole_window_back(call: Call) -> None:
    call.toggle()
    call.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    soon(lambda: call.window.height() == 800)
    assert call.window.sheets.sheet is not None


def test_the_drawer_brings_the_whole_window_back(call: Call) -> None:
    call.toggle()
    call.press(Qt.Key.Key_F1)
    soon(lambda: call.window.height() == 800)
    soon(lambda: call.whole.child("guidance").height() > 600)


def test_closing_in_the_ribbon_keeps_the_place_of_the_whole_window(call: Call) -> None:
    before = call.window.geometry()
    call.toggle()
    call.window.close()
    kept = geometry.read(call.whole.program.preferences.recall("window"))
    assert kept == (before, False)


# -- place and top ---------------------------------------------------------------------------------


def test_its_place_is_remembered_for_its_screen(call: Call) -> None:
    call.toggle()
    soon(lambda: call.window.height() == 150)
    call.window.setGeometry(30, 40, 640, 180)
    call.toggle()
    call.toggle()
    soon(lambda: call.window.geometry() == QRect(30, 40, 640, 180))
    name = call.window.screen().name()
    kept = geometry.read(call.whole.program.preferences.recall(f"ribbon.at.{name}"))
    assert kept == (QRect(30, 40, 640, 180), False)


def test_the_drawer_is_no_part_of_the_place(call: Call) -> None:
    call.toggle()
    soon(lambda: call.window.height() == 150)
    call.window.setGeometry(30, 40, 640, 180)
    call.press(Qt.Key.Key_F5)
    call.toggle()
    name = call.window.screen().name()
    kept = geometry.read(call.whole.program.preferences.recall(f"ribbon.at.{name}"))
    assert kept == (QRect(30, 40, 640, 180), False)


def test_a_place_on_a_screen_that_is_gone_comes_back(call: Call) -> None:
    name = call.window.screen().name()
    call.whole.program.preferences.remember(f"ribbon.at.{name}", "9000 9000 720 150 free")
    call.toggle()
    soon(lambda: call.window.screen().availableGeometry().contains(call.window.geometry()))
    soon(lambda: call.window.height() == 150)
    call.window.move(9000, 9000)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(app.primaryScreen())
    settle()
    soon(lambda: app.primaryScreen().availableGeometry().contains(call.window.geometry()))
    soon(lambda: call.window.height() == 150)


def test_it_stays_on_top_until_told_otherwise(call: Call) -> None:
    top = Qt.WindowType.WindowStaysOnTopHint
    call.toggle()
    assert call.window.windowHandle().flags() & top
    action = call.screen.actions_by_id["live.on_top"]
    assert action.isChecked()
    action.trigger()
    assert not call.window.windowHandle().flags() & top
    assert not action.isChecked()
    call.toggle()
    call.toggle()
    assert not call.window.windowHandle().flags() & top
    action.trigger()
    assert call.window.windowHandle().flags() & top
    call.toggle()
    assert not call.window.windowHandle().flags() & top


def test_where_a_program_may_not_ask_it_says_what_a_person_can_do(call: Call) -> None:
    mode = RibbonMode(call.screen, call.whole.controller, call.whole.program.preferences, "wayland-egl")
    mode.toggle()
    settle()
    assert not call.window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint
    assert mode.ribbon.pin.isVisible()
    assert "title bar" in mode.ribbon.pin.accessibleName()
    action = call.screen.actions_by_id["live.on_top"]
    assert not action.isCheckable()
    assert action.text().startswith("How to")
    call.click("ribbon.pin.dismiss")
    assert not mode.ribbon.pin.isVisible()
    mode.toggle_on_top()
    assert mode.ribbon.pin.isVisible()
    mode.toggle()
    mode.toggle()
    assert call.whole.program.preferences.recall("ribbon.told")
    mode.toggle()


# -- short of room ---------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [720, 640, 560])
def test_nothing_lies_over_anything(call: Call, width: int) -> None:
    call.toggle()
    soon(lambda: call.window.height() == 150)
    call.window.resize(width, 150)
    settle()
    header = call.mode.ribbon.header
    seen = [child for child in header.findChildren(QWidget) if child.isVisible()]
    places = sorted((w.geometry() for w in seen), key=QRect.left)
    for one, other in pairwise(places):
        assert one.right() < other.left(), (width, one, other)
    assert places[-1].right() <= header.width()


def test_the_first_to_give_way_is_the_fact(call: Call) -> None:
    call.whole.controller.time.pause(PauseCause.CONNECTION)
    call.toggle()
    call.window.resize(720, 150)
    settle()
    header = call.mode.ribbon.header
    assert header.fact.isVisible()
    assert "Paused" not in call.says("ribbon.sentence")
    call.window.resize(560, 150)
    settle()
    assert not header.fact.isVisible()
    assert call.says("ribbon.sentence").startswith("Paused")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_reasons_for_a_pause_stand_whole_at_any_text_size(
    call: Call, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    call.toggle()
    call.press(Qt.Key.Key_F9)
    settle()
    row = call.whole.child("live.pause_row")
    buttons = [found for found in row.findChildren(QPushButton) if found.isVisible()]
    assert len(buttons) == len(PauseCause)
    for found in buttons:
        key = str(found.property("hint"))
        words = found.fontMetrics().horizontalAdvance(f"{found.text()} {key}".strip())
        assert found.width() >= words + theme.px(8), (scale, found.text())
    assert buttons[-1].geometry().right() <= row.width()
    call.press(Qt.Key.Key_2)
    last = next(mark for mark in reversed(call.stored().marks) if mark.kind is MarkKind.PAUSED)
    assert last.reason == list(PauseCause)[1]
