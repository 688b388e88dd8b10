"""Checklists and flags in the call: what is offered where, in what room, and whatever is pressed."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from interviewer_app.domain.kits.checklist import TickKey
from interviewer_app.domain.kits.kit import OPENING
from interviewer_app.ui.live.prompt.prompt_pane import CHECKS, MATERIALS
from interviewer_app.ui.style import theme
from tests.builders import a_kit
from tests.controllers.desk import Desk
from tests.ui.live.on_screen import CONTROL, SHIFT
from tests.ui.live.ticking_call import COST, Ticking


@pytest.fixture
def call(desk: Desk) -> Iterator[Ticking]:
    made = Ticking(desk)
    yield made
    made.window.hide()


# -- what is offered where -------------------------------------------------------------------------


def test_outside_the_prompts_only_the_lists_of_the_interview_are_offered(call: Ticking) -> None:
    call.controller.show(OPENING)
    assert [key for key in ("probes", "facts", "signals", CHECKS, MATERIALS) if call.tabs.offers(key)] == [
        CHECKS
    ]
    assert call.tabs.isVisible()
    assert call.screen.findChild(QWidget, "live.check.head.whole.whole") is not None


def test_a_kit_without_lists_has_no_such_tab(desk: Desk) -> None:
    call = Ticking(desk, a_kit())
    assert not call.tabs.offers(CHECKS)
    call.press(Qt.Key.Key_F4, SHIFT)
    assert call.tabs.current() == "probes"
    call.controller.show(OPENING)
    assert not call.tabs.isVisible()
    call.window.hide()


def test_the_count_of_the_tab_follows_and_half_time_is_said_in_it(call: Ticking) -> None:
    tab = call.screen.findChild(QAbstractButton, "live.tabs.checks")
    assert tab is not None
    assert tab.accessibleName() == "Checks 0 of 2"
    call.desk.clock.seconds += 302
    call.controller.refresh()
    assert tab.accessibleName() == "Checks none at half time"
    call.look()
    assert call.editor.hasFocus(), "it never takes the keyboard"
    call.click("live.check.nudge.asked")
    asked = [mark.ref for mark in call.interview.marks if mark.kind == "probe" and mark.new]
    assert asked == ["q1"]
    assert tab.accessibleName() == "Checks 0 of 2"
    call.controller.ticks.set_state(COST, "claimed")
    assert tab.accessibleName() == "Checks 1 of 2"


def test_the_keyboard_stays_on_the_tab_in_front(call: Ticking) -> None:
    tab = call.screen.findChild(QAbstractButton, "live.tabs.probes")
    assert tab is not None
    tab.setFocus()
    call.press(Qt.Key.Key_F4, SHIFT)
    assert call.tabs.current() == CHECKS
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "live.tabs.checks"


def test_the_material_of_a_task_is_shown_and_copied_part_by_part(call: Ticking) -> None:
    QGuiApplication.clipboard().setText("")
    call.press(Qt.Key.Key_M, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == "def slow():\n    pass\n"
    assert call.editor.hasFocus()
    lead = call.screen.findChild(QLabel, "live.material_lead")
    assert lead is not None
    assert lead.isVisible()
    assert lead.text() == "2 lines are on the clipboard"
    text = call.screen.findChild(QPlainTextEdit, "live.material")
    assert text is not None
    assert text.isVisible()
    assert text.isReadOnly()
    assert text.toPlainText() == "def slow():\n    pass"
    call.click("live.material_part.2")
    assert lead.text() == "1 line; give it to the candidate"
    call.click("live.material_copy")
    assert QGuiApplication.clipboard().text() == "second part"
    call.controller.show("p2")
    assert not call.tabs.offers(MATERIALS)


# -- room ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.0), ((1280, 800), 2.0)])
def test_nothing_of_the_lists_stands_outside_the_pane(
    call: Ticking, size: tuple[int, int], scale: float
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", scale)
    call.window.resize(*size)
    call.checks()
    call.press(Qt.Key.Key_1)
    QApplication.processEvents()
    view = call.screen.parts.prompt.checks
    inner = view.widget()
    assert inner is not None
    assert inner.width() <= view.viewport().width()
    for name in ("live.check.p1.matrix.cost.state.3", "live.check.p1.matrix.cost.2"):
        part = call.screen.findChild(QWidget, name)
        assert part is not None
        right = part.mapTo(view.viewport(), QPoint(part.width(), 0)).x()
        assert right <= view.viewport().width(), name
    tabs = [call.screen.findChild(QWidget, f"live.tabs.{key}") for key in ("probes", CHECKS, MATERIALS)]
    for tab in tabs:
        assert tab is not None
        assert tab.mapTo(call.tabs, QPoint(tab.width(), 0)).x() <= call.tabs.width(), tab.objectName()


def test_everything_to_press_or_write_has_a_name_for_screen_readers(call: Ticking) -> None:
    call.checks()
    call.press(Qt.Key.Key_1)
    view = call.screen.parts.prompt.checks
    parts: list[QWidget] = [*view.findChildren(QAbstractButton), *view.findChildren(QLineEdit)]
    assert len(parts) > 10
    for part in parts:
        assert part.objectName(), part
        assert part.accessibleName(), part.objectName()
    assert call.field("live.check.p1.matrix.cost.2").accessibleName() == "Limit used, Cost per request"
    flag = call.screen.findChild(QWidget, "live.check.flag.gf-01.tick")
    assert flag is not None
    assert flag.accessibleName() == "Does what gf-01 says., speaks for", "no sign is read aloud"


# -- whatever is done ------------------------------------------------------------------------------

KEYS = (
    Qt.Key.Key_Space,
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_A,
    Qt.Key.Key_0,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Home,
)


def act(call: Ticking, rng: random.Random) -> None:
    """Something an impatient person might do in the lists."""
    view = call.screen.parts.prompt.checks
    chance = rng.random()
    if chance < 0.1 or not view.isAncestorOf(call.focused):
        buttons = [b for b in view.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        target = rng.choice([*buttons, *(f for f in view.findChildren(QLineEdit) if f.isVisible())])
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        target.setFocus()
    elif chance < 0.3:
        QTest.keyClicks(call.focused, rng.choice(("0.9", "z ", "x", "#A", "?")))
    elif chance < 0.35:
        call.press(Qt.Key.Key_Z, CONTROL)
    else:
        call.press(rng.choice(KEYS))
    if call.tabs.current() != CHECKS:
        call.look()
    QApplication.processEvents()


@pytest.mark.parametrize("seed", range(3))
def test_what_the_rows_show_is_what_is_on_disk_whatever_is_pressed(call: Ticking, seed: int) -> None:
    rng = random.Random(seed)
    call.checks()
    for _n in range(250):
        call.desk.clock.seconds += 0.5
        act(call, rng)
    stored = call.interview.ticks
    assert stored, "something was ticked or written"
    view = call.controller.ticks.view
    for line in (line for one in view.lists for line in one.lines):
        assert line.state == call.state(line.key)
        parts = ("live.check", line.key.step, line.key.list, line.key.line)
        compare(call, line.key, ".".join(part for part in parts if part) + ".{n}", line.cells)
    for flag in view.flags:
        assert flag.seen == bool(call.state(flag.key))
        compare(call, flag.key, f"live.check.flag.{flag.id}.note", (flag.note,))


def compare(call: Ticking, key: TickKey, name: str, cells: tuple[str, ...]) -> None:
    """View, disk and fields say the same; a line nobody opened has no field yet."""
    assert (call.cells(key) or ("",) * len(cells)) == cells
    for n, cell in enumerate(cells, 1):
        field = call.screen.findChild(QLineEdit, name.format(n=n))
        assert field is None or field.text() == cell
