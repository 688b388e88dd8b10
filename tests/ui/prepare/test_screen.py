"""Prepare with its real controller on a real database: what is typed is stored, odd names included."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.prepare.views import PrepareView
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import Level
from interviewer_app.ui.prepare.plan import PlanPane
from interviewer_app.ui.prepare.screen import PrepareScreen
from interviewer_app.ui.shell.window import MainWindow
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.checks.check_row import CheckRow
from tests.builders import an_interview, an_opening
from tests.ui.views import Desk, a_prepare_view

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


def opened(qtbot: QtBot, desk: Desk, interview_id: str = "") -> tuple[MainWindow, PrepareScreen]:
    """The window with Prepare in front, a new interview or a known one in it."""
    window = desk.window()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    desk.library.refresh()
    if interview_id:
        desk.library.open(interview_id)
    else:
        window.new_interview()
    screen = window.entries["prepare"].screen
    assert isinstance(screen, PrepareScreen)
    # A screen built this moment is laid out when the window next paints.
    qtbot.waitUntil(lambda: button(screen, "prepare.level.lead").width() > 0)
    assert QApplication.activeWindow() is window, "a part of the screen was a window of its own for a moment"
    return window, screen


def line(screen: PrepareScreen, name: str) -> QLineEdit:
    found = screen.findChild(QLineEdit, name)
    assert found is not None
    return found


def button(screen: PrepareScreen, name: str) -> QAbstractButton:
    found = screen.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def label(screen: PrepareScreen, name: str) -> QLabel:
    found = screen.findChild(QLabel, name)
    assert found is not None
    return found


def settle(qtbot: QtBot, screen: PrepareScreen) -> None:
    """By key what a new opening asks for before its first call."""
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(screen.window().focusWidget(), KEY.Key_2, alt)
    qtbot.keyClick(screen.window().focusWidget(), KEY.Key_W, alt)
    qtbot.keyClick(screen.window().focusWidget(), KEY.Key_1)


def stored(desk: Desk) -> Interview:
    """The one interview in the database."""
    assert desk.keeper.flush()
    (interview_id,) = desk.keeper.reader.ids()
    return desk.keeper.reader.load(interview_id)


def paste(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    qtbot.keyClick(field, KEY.Key_V, CTRL)


def test_a_new_interview_begins_in_the_candidate_and_start_says_what_it_waits_for(
    qtbot: QtBot, desk: Desk
) -> None:
    window, screen = opened(qtbot, desk)
    assert window.focusWidget() is line(screen, "prepare.candidate")
    start = button(screen, "prepare.start_button")
    assert not start.isEnabled()
    reason = label(screen, "prepare.obstacle")
    assert reason.isVisible()
    assert reason.text() in start.toolTip()
    assert start.accessibleDescription() == reason.text()
    qtbot.keyClicks(window.focusWidget(), "L")
    assert "will build" in reason.text()
    settle(qtbot, screen)
    assert start.isEnabled()
    assert not reason.isVisible()
    assert start.toolTip() == ""


def test_what_is_typed_is_stored_as_it_is_typed(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Lena Brandt")
    assert stored(desk).candidate == "Lena Brandt"
    qtbot.keyClicks(line(screen, "prepare.interviewer"), "Ruth")
    combo = screen.findChild(QComboBox, "prepare.opening")
    assert combo is not None
    typed = combo.lineEdit()
    assert typed is not None
    qtbot.keyClicks(typed, "Support tools")
    kept = stored(desk)
    assert (kept.interviewer, kept.opening.title) == ("Ruth", "Support tools")
    assert "Ruth" in label(screen, "prepare.script").text()


@pytest.mark.parametrize(
    "name",
    [
        "שרה כהן",
        "نور الأمين",
        "👩🏽‍💻 Ada 🦊",
        "Žofie Ωmega 李",
        "<b>Ada</b> & co",
        "K-117",
    ],
)
def test_any_name_is_taken_and_comes_back(qtbot: QtBot, desk: Desk, name: str) -> None:
    _window, screen = opened(qtbot, desk)
    field = line(screen, "prepare.candidate")
    paste(qtbot, field, name)
    assert field.text() == name
    assert stored(desk).candidate == name


@pytest.mark.parametrize(("words", "kept"), [("x" * 10_000, "x" * 200), ("🦊" * 300, "🦊" * 200)])
def test_a_name_too_long_is_cut_and_the_cut_is_said(qtbot: QtBot, desk: Desk, words: str, kept: str) -> None:
    _window, screen = opened(qtbot, desk)
    field = line(screen, "prepare.candidate")
    hint = label(screen, "prepare.candidate_hint")
    usual = hint.text()
    paste(qtbot, field, words)
    assert field.text() == kept
    assert stored(desk).candidate == kept
    assert "200" in hint.text()
    qtbot.keyClick(field, KEY.Key_Backspace)
    assert hint.text() == usual


def test_control_characters_do_not_reach_the_name(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    paste(qtbot, line(screen, "prepare.candidate"), "Ada\x07\nLovelace\x00")
    assert stored(desk).candidate.startswith("Ada")
    assert all(ord(c) >= 32 for c in stored(desk).candidate)


def test_an_emptied_name_is_no_name(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    field = line(screen, "prepare.candidate")
    qtbot.keyClicks(field, "A")
    qtbot.keyClick(field, KEY.Key_Backspace)
    qtbot.keyClicks(field, "  ")
    assert not button(screen, "prepare.start_button").isEnabled()
    qtbot.keyClick(field, KEY.Key_Return, CTRL)
    assert stored(desk).phase is Phase.PREPARED


def test_a_known_opening_is_chosen_and_an_unknown_title_makes_one(qtbot: QtBot, desk: Desk) -> None:
    desk.fill(
        an_interview(Phase.FINALISED, "old1", opening=an_opening("o1", title="Support")),
        an_interview(Phase.FINALISED, "old2", opening=an_opening("o2", title="Pricing"), at=60),
    )
    _window, screen = opened(qtbot, desk)
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Lena")
    combo = screen.findChild(QComboBox, "prepare.opening")
    assert combo is not None
    assert {combo.itemText(n) for n in range(combo.count())} == {"Support", "Pricing"}

    def kept() -> Interview:
        assert desk.keeper.flush()
        (wanted,) = desk.keeper.reader.ids(Phase.PREPARED)
        return desk.keeper.reader.load(wanted)

    combo.setCurrentIndex(combo.findText("Support"))
    combo.activated.emit(combo.findText("Support"))
    assert kept().opening.id == "o1"
    typed = combo.lineEdit()
    assert typed is not None
    typed.selectAll()
    qtbot.keyClicks(typed, "Billing")
    assert kept().opening.title == "Billing"
    assert kept().opening.id not in ("o1", "o2")
    assert desk.keeper.reader.load("old1").opening.title == "Support"


def test_a_title_that_begins_like_a_known_one_can_be_typed(qtbot: QtBot, desk: Desk) -> None:
    desk.fill(an_interview(Phase.FINALISED, "old1", opening=an_opening("o1", title="Support")))
    _window, screen = opened(qtbot, desk)
    typed = line(screen, "prepare.opening_title")
    typed.setFocus()
    typed.selectAll()
    qtbot.keyClicks(typed, "Support tools")
    assert typed.text() == "Support tools"
    assert desk.keeper.flush()
    (wanted,) = desk.keeper.reader.ids(Phase.PREPARED)
    opening = desk.keeper.reader.load(wanted).opening
    assert (opening.title, opening.id == "o1") == ("Support tools", False)


def test_level_scope_and_kit_follow_the_choice(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Lena")
    qtbot.mouseClick(button(screen, "prepare.level.lead"), Qt.MouseButton.LeftButton)
    assert stored(desk).opening.level is Level.LEAD
    scope = screen.findChild(QCheckBox, "prepare.genai")
    assert scope is not None
    before = stored(desk).kit_hash
    qtbot.keyClick(scope, KEY.Key_Space)
    assert stored(desk).opening.genai is scope.isChecked()
    assert stored(desk).kit_hash != before
    kit = screen.findChild(QComboBox, "prepare.kit")
    assert kit is not None
    assert kit.currentIndex() >= 0
    assert kit.count() > 1, "no second kit, form or length to choose"
    other = (kit.currentIndex() + 1) % kit.count()
    kit.setCurrentIndex(other)
    kit.activated.emit(other)
    assert kit.currentIndex() == other


def test_the_factor_rewrites_the_plan_at_once(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Lena")
    plan = screen.findChild(PlanPane)
    assert plan is not None
    assert plan.summary().startswith("60 min")
    qtbot.mouseClick(button(screen, "prepare.factor.150"), Qt.MouseButton.LeftButton)
    assert plan.summary().startswith("90 min")
    assert stored(desk).factor == 150
    number = screen.findChild(QDoubleSpinBox, "prepare.factor_number")
    assert number is not None
    assert not number.isVisible()
    qtbot.mouseClick(button(screen, "prepare.factor.custom"), Qt.MouseButton.LeftButton)
    assert number.isVisible()
    number.setValue(1.35)
    assert plan.summary().startswith("81 min")
    assert stored(desk).factor == 135
    number.setValue(9.0)
    assert stored(desk).factor == 400
    qtbot.mouseClick(button(screen, "prepare.factor.100"), Qt.MouseButton.LeftButton)
    assert stored(desk).factor == 100
    assert not number.isVisible()


def test_the_plan_is_readable_without_eyes(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    plan = screen.findChild(PlanPane)
    assert plan is not None
    spoken = plan.accessibleDescription().split("\n")
    assert len(spoken) == 1 + 9
    assert spoken[0] == plan.summary()
    assert all("min" in words for words in spoken)


def test_the_times_of_the_plan_are_kept_fresh(qtbot: QtBot, desk: Desk) -> None:
    window, _screen = opened(qtbot, desk)
    timer = desk.prepare.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    with qtbot.waitSignal(desk.prepare.changed):
        timer.timeout.emit()
    assert timer.isActive()
    desk.prepare.discard()
    assert window.scope == "library"
    timer.stop()
    with qtbot.assertNotEmitted(desk.prepare.changed):
        timer.timeout.emit()
    assert not timer.isActive()


def test_reminders_are_one_stop_for_tab_arrows_inside_space_ticks(qtbot: QtBot, desk: Desk) -> None:
    window, screen = opened(qtbot, desk)
    rows = [row for row in screen.findChildren(CheckRow) if row.objectName().startswith("prepare.reminder.")]
    assert len(rows) == 12
    rows[0].setFocus()
    qtbot.keyClick(rows[0], KEY.Key_Down)
    assert window.focusWidget() is rows[1]
    qtbot.keyClick(rows[1], KEY.Key_Space)
    assert rows[1].isChecked()
    assert label(screen, "prepare.reminders_count").text() == "1 of 12"
    qtbot.keyClick(rows[1], KEY.Key_Right)
    assert window.focusWidget() is rows[7]
    qtbot.keyClick(rows[7], KEY.Key_Tab)
    assert window.focusWidget() not in rows
    qtbot.keyClick(window.focusWidget(), KEY.Key_Backtab)
    assert window.focusWidget() is rows[7]
    assert button(screen, "prepare.start_button").isEnabled() is False, "only the name is missing"


def test_tab_visits_the_controls_in_reading_order(qtbot: QtBot, desk: Desk) -> None:
    window, screen = opened(qtbot, desk)
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Lena")
    visited = []
    for _stop in range(15):
        focused = window.focusWidget()
        assert focused is not None
        visited.append(focused.objectName())
        qtbot.keyClick(focused, KEY.Key_Tab)
    assert visited == [
        "prepare.candidate",
        "prepare.opening",
        "prepare.output.services",
        "prepare.sheet_button",
        "prepare.waive_button",
        "prepare.level.mid",
        "prepare.genai",
        "prepare.stage",
        "prepare.kit",
        "prepare.interviewer",
        "prepare.factor.100",
        "prepare.reminder.1",
        "prepare.discard_button",
        "prepare.later_button",
        "prepare.back_button",
    ], "Start is off"


def test_start_by_key_begins_the_call(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    field = line(screen, "prepare.candidate")
    qtbot.keyClicks(field, "Lena")
    settle(qtbot, screen)
    desk.prepare.started.disconnect()
    with qtbot.waitSignal(desk.prepare.started) as wish:
        qtbot.keyClick(field, KEY.Key_Return, CTRL)
    assert wish.args[0].phase is Phase.LIVE
    assert stored(desk).phase is Phase.LIVE


def test_save_for_later_and_back_lead_to_the_library(qtbot: QtBot, desk: Desk) -> None:
    window, screen = opened(qtbot, desk)
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Lena")
    qtbot.mouseClick(button(screen, "prepare.later_button"), Qt.MouseButton.LeftButton)
    assert window.scope == "library"
    kept = stored(desk)
    desk.library.open(kept.id)
    assert line(screen, "prepare.candidate").text() == "Lena"
    qtbot.keyClick(line(screen, "prepare.candidate"), KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.scope == "library"
    assert stored(desk).candidate == "Lena"


def test_discard_asks_in_its_own_button_when_something_was_typed(qtbot: QtBot, desk: Desk) -> None:
    window, screen = opened(qtbot, desk)
    discard = button(screen, "prepare.discard_button")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert window.scope == "library"
    assert list(desk.keeper.reader.ids()) == []
    window.new_interview()
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Lena")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert (window.scope, discard.text()) == ("prepare", "Discard for good")
    line(screen, "prepare.candidate").setFocus()
    assert discard.text() == "Discard"
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert window.scope == "library"
    assert list(desk.keeper.reader.ids()) == []


def test_a_locked_kit_says_so_and_cannot_be_changed(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    screen.present(a_prepare_view(kit_locked=True))
    locked = label(screen, "prepare.kit_locked")
    combo = screen.findChild(QComboBox, "prepare.kit")
    assert combo is not None
    assert locked.isVisible()
    assert not combo.isVisible()
    assert locked.text() == "Technical 60, form A"


def test_errors_in_own_kit_files_are_named(qtbot: QtBot, desk: Desk) -> None:
    (desk.folder / "kits").mkdir()
    (desk.folder / "kits" / "mine.toml").write_text("format = 99\n", encoding="utf-8")
    _window, screen = opened(qtbot, desk)
    found = label(screen, "prepare.findings")
    assert found.isVisible()
    assert "mine.toml" in found.text()


def test_a_tick_from_elsewhere_leaves_typing_alone(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    field = line(screen, "prepare.candidate")
    qtbot.keyClicks(field, "Lena")
    field.setCursorPosition(2)
    views: list[PrepareView] = []
    desk.prepare.changed.connect(views.append)
    desk.prepare.tick(0, True)
    assert views
    assert (field.text(), field.cursorPosition()) == ("Lena", 2)


def test_narrow_windows_and_large_text_stack_the_two_halves(qtbot: QtBot, desk: Desk) -> None:
    window, screen = opened(qtbot, desk)
    plan = screen.findChild(PlanPane)
    assert plan is not None
    field = line(screen, "prepare.candidate")

    def below() -> bool:
        return (
            plan.mapTo(screen, plan.rect().topLeft()).y()
            > field.mapTo(screen, field.rect().topLeft()).y() + 200
        )

    assert not below()
    desk.preferences.update(text_scale=2.0)
    qtbot.waitUntil(below)
    assert theme.scale() == 2.0
    assert window.width() == 1280


def test_every_control_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = opened(qtbot, desk)
    controls = [
        control
        for kind in (QAbstractButton, QComboBox, QLineEdit, QDoubleSpinBox)
        for control in screen.findChildren(kind)
        if not control.objectName().startswith("qt_")
    ]
    assert len(controls) > 25
    for control in controls:
        assert control.objectName(), control
        assert control.accessibleName(), control.objectName()


# -- the opening -----------------------------------------------------------------------------------


def test_the_reasons_of_a_waiver_stand_in_place_and_go_again(qtbot: QtBot, desk: Desk) -> None:
    window, screen = opened(qtbot, desk)
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Lena")
    qtbot.mouseClick(button(screen, "prepare.output.running"), Qt.MouseButton.LeftButton)
    assert stored(desk).kit.id == "mle-tech-60"
    waive = button(screen, "prepare.waive_button")
    qtbot.mouseClick(waive, Qt.MouseButton.LeftButton)
    first, second = (button(screen, f"prepare.waiver.{n}") for n in (1, 2))
    assert window.focusWidget() is first
    qtbot.keyClick(first, KEY.Key_Down)
    assert window.focusWidget() is second
    qtbot.keyClick(second, KEY.Key_Escape)
    assert not second.isVisible()
    assert window.focusWidget() is waive
    assert stored(desk).opening.sheet.waived == ""
    qtbot.mouseClick(waive, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert stored(desk).opening.sheet.waived == second.accessibleName()
    assert button(screen, "prepare.start_button").isEnabled()
    back = button(screen, "prepare.unwaive_button")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert stored(desk).opening.sheet.waived == ""
    assert not button(screen, "prepare.start_button").isEnabled()
    assert window.focusWidget() is not None


def test_a_bound_kit_says_why_and_can_be_let_go(qtbot: QtBot, desk: Desk) -> None:
    window, screen = opened(qtbot, desk)
    qtbot.keyClicks(line(screen, "prepare.candidate"), "Ada")
    settle(qtbot, screen)
    desk.prepare.started.disconnect()
    desk.prepare.start()
    window.new_interview()
    locked, kit = label(screen, "prepare.kit_locked"), screen.findChild(QComboBox, "prepare.kit")
    assert kit is not None
    assert locked.isVisible()
    assert not kit.isVisible()
    assert "what Ada had" in label(screen, "prepare.lock").text()
    output = screen.findChild(QWidget, "prepare.output")
    assert output is not None
    assert not output.isVisible(), "a settled opening asks nothing"
    qtbot.mouseClick(button(screen, "prepare.another_button"), Qt.MouseButton.LeftButton)
    assert kit.isVisible()
    assert window.focusWidget() is kit
    assert "form A: Ada" in label(screen, "prepare.lock").text()
    stage = screen.findChild(QComboBox, "prepare.stage")
    assert stage is not None
    stage.setCurrentIndex(stage.findData("final"))
    stage.activated.emit(stage.currentIndex())
    assert kit.currentText().startswith("GenAI, final 45")
