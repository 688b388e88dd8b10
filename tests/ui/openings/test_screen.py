"""The openings in the real window: by keyboard, saved as typed, in every size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from interviewer_app.controllers.forms import FieldEdited
from interviewer_app.controllers.prepare.views import PrepareView
from interviewer_app.domain.interview import Opening, Phase
from interviewer_app.ui.forms.form import FormPane
from interviewer_app.ui.openings.screen import OpeningScreen
from interviewer_app.ui.widgets.tabs import Tabs
from tests.builders import a_story, an_opening
from tests.controllers.desk import Ear
from tests.ui.whole import Whole, opened, settle

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with opened(tmp_path) as made:
        yield made


def screen(whole: Whole) -> OpeningScreen:
    """The openings, reached by key."""
    QTest.keyClick(whole.window, KEY.Key_O, CTRL | SHIFT)
    settle()
    assert isinstance(whole.screen, OpeningScreen)
    return whole.screen


def stored(whole: Whole) -> Opening:
    """The opening kept last."""
    assert whole.program.keeper.flush()
    return whole.program.keeper.reader.openings()[0]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """To whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)
    settle()


def edit(openings: QWidget, key: str, value: str) -> None:
    """A field of the sheet is given a value."""
    form = openings.findChild(FormPane)
    assert isinstance(form, FormPane)
    form.edited.emit(FieldEdited(key, value))


def standing(openings: QWidget) -> str:
    """What the foot says."""
    label = openings.findChild(QLabel, "opening.standing")
    assert isinstance(label, QLabel)
    return label.text()


def tabs(openings: QWidget) -> Tabs:
    """The parts of the sheet."""
    found = openings.findChild(Tabs)
    assert isinstance(found, Tabs)
    return found


def prepared(whole: Whole) -> PrepareView:
    """What Prepare shows."""
    view = whole.screen.view
    assert isinstance(view, PrepareView)
    return view


def write(words: str) -> None:
    """Into whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def test_an_empty_screen_says_what_it_is_and_leads_to_the_first_opening(whole: Whole) -> None:
    openings = screen(whole)
    assert whole.child("opening.empty").isVisible()
    assert not whole.child("opening.prepare_button").isEnabled()
    press(KEY.Key_N, CTRL | SHIFT)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "Data engineer")
    assert stored(whole).title == "Data engineer"
    assert openings.view.items[0].title == "Data engineer"


def test_the_role_is_picked_by_keyboard_and_the_consequence_stands_below(whole: Whole) -> None:
    screen(whole)
    press(KEY.Key_N, CTRL | SHIFT)
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "opening.picker.output.services"
    press(KEY.Key_Space)
    assert QApplication.focusWidget() is focused, "an answer must not cost the place"
    assert stored(whole).role == "gen" or stored(whole).role == "py"
    said = whole.child("opening.row.follows.role").findChildren(QWidget)
    assert any("back-end" in getattr(w, "text", str)() for w in said)


def test_undo_and_redo_by_key(whole: Whole) -> None:
    openings = screen(whole)
    press(KEY.Key_N, CTRL | SHIFT)
    edit(openings, "level", "lead")
    edit(openings, "picker.output", "running")
    whole.child("opening.list").setFocus()
    press(KEY.Key_Z, CTRL)
    assert stored(whole).sheet.picker.output is None
    press(KEY.Key_Z, CTRL | SHIFT)
    assert stored(whole).sheet.picker.output == "running"


def test_undo_and_brief_by_key_while_the_caret_stands_in_a_text(whole: Whole) -> None:
    openings = screen(whole)
    press(KEY.Key_N, CTRL | SHIFT)
    edit(openings, "picker.output", "running")
    for name in ("opening.title", "opening.scope.goal"):
        whole.child(name).setFocus()
        press(KEY.Key_Z, CTRL)
        assert stored(whole).sheet.picker.output is None, name
        press(KEY.Key_Z, CTRL | SHIFT)
        assert stored(whole).sheet.picker.output == "running", name
        ear = Ear(openings.actions_by_id["opening.brief"].triggered)
        press(KEY.Key_E, CTRL)
        assert len(ear.heard) == 1, name
        press(KEY.Key_PageDown, CTRL)


def test_undo_of_half_a_date_leaves_other_answers_alone(whole: Whole) -> None:
    openings = screen(whole)
    press(KEY.Key_N, CTRL | SHIFT)
    edit(openings, "picker.output", "running")
    while not whole.window.findChild(QLineEdit, "opening.stage.tech"):
        press(KEY.Key_PageDown, CTRL)
    whole.child("opening.stage.tech").setFocus()
    write("2026-1")
    press(KEY.Key_Z, CTRL)
    assert stored(whole).sheet.picker.output == "running"
    press(KEY.Key_Z, CTRL)
    assert stored(whole).sheet.picker.output is None


def test_sections_by_key_take_the_keyboard_along(whole: Whole) -> None:
    screen(whole)
    press(KEY.Key_N, CTRL | SHIFT)
    press(KEY.Key_PageDown, CTRL)
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    write("20 per cent less")
    press(KEY.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    assert stored(whole).sheet.scope.goal == "20 per cent less"
    press(KEY.Key_PageUp, CTRL)
    assert QApplication.focusWidget().objectName() == "opening.title"  # type: ignore[union-attr]


def test_a_section_is_read_from_its_beginning_each_time(whole: Whole) -> None:
    front = screen(whole)
    front.new_opening()
    press(KEY.Key_PageDown, CTRL)
    form = front.findChild(FormPane, "opening.section.scope")
    assert form is not None
    form.verticalScrollBar().setValue(form.verticalScrollBar().maximum())
    assert form.verticalScrollBar().value() > 0
    press(KEY.Key_PageUp, CTRL)
    press(KEY.Key_PageDown, CTRL)
    assert form.verticalScrollBar().value() == 0
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_half_a_date_does_not_stay(whole: Whole) -> None:
    openings = screen(whole)
    press(KEY.Key_N, CTRL | SHIFT)
    openings.show_section("stages")
    settle()
    day = whole.child("opening.stage.tech")
    assert isinstance(day, QLineEdit)
    day.setFocus()
    QTest.keyClicks(day, "2026-11")
    assert day.text() == "2026-11", "while it is typed it stands"
    press(KEY.Key_Tab)
    assert day.text() == ""
    press(KEY.Key_Space)
    assert day.text() != ""
    assert len(stored(whole).sheet.stages) == 1


def test_arrows_in_the_list_choose(whole: Whole) -> None:
    for number in range(3):
        story = a_story(
            Phase.TO_REVIEW,
            f"i{number}",
            opening=an_opening(f"o{number}", title=f"Opening {number}"),
            at=7_200.0 * number,
        )
        whole.program.keeper.save(story.changes)
    assert whole.program.keeper.flush()
    openings = screen(whole)
    assert openings.view.title == "Opening 2"
    whole.child("opening.list").setFocus()
    press(KEY.Key_Down)
    assert openings.view.title == "Opening 1"
    remove = whole.child("opening.remove_button")
    assert not remove.isEnabled()
    assert "1 interview" in remove.toolTip()


def test_removing_asks_once(whole: Whole) -> None:
    openings = screen(whole)
    press(KEY.Key_N, CTRL | SHIFT)
    remove = whole.child("opening.remove_button")
    assert isinstance(remove, QPushButton)
    remove.click()
    assert remove.text() == "Remove for good"
    assert openings.view.chosen
    # In a narrow window there is the menu alone.
    action = openings.actions_by_id["opening.remove"]
    assert action.text() == "Remove the opening for good"
    assert "once more" in standing(openings)
    edit(openings, "level", "lead")
    assert (remove.text(), action.text()) == ("Remove", "Remove the opening")
    assert "once more" not in standing(openings)
    remove.click()
    remove.click()
    assert openings.view.chosen == ""


def test_from_prepare_to_the_sheet_and_back(whole: Whole) -> None:
    whole.window.new_interview()
    settle()
    write("Ada")
    press(KEY.Key_S, ALT)
    assert isinstance(whole.screen, OpeningScreen)
    assert tabs(whole.screen).current() == "role", "what holds the interview up is in front"
    for key, value in (("picker.output", "running"), ("waived", "A trial")):
        edit(whole.screen, key, value)
    press(KEY.Key_Left, ALT)
    assert whole.window.scope == "prepare"
    view = prepared(whole)
    assert (view.candidate, view.obstacle) == ("Ada", "")
    assert view.kit is not None
    assert view.kit.kit_id == "mle-tech-60"


def test_an_interview_is_prepared_for_the_opening_in_front(whole: Whole) -> None:
    openings = screen(whole)
    for title in ("First", "Second"):
        press(KEY.Key_N, CTRL | SHIFT)
        edit(openings, "title", title)
        edit(openings, "picker.output", "services")
    press(KEY.Key_Return, CTRL)
    assert whole.window.scope == "prepare"
    assert prepared(whole).opening.title == "Second"
    whole.screen.go_back()
    settle()
    assert whole.window.scope == "library"


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.0), ((1024, 640), 2.0)])
def test_no_field_is_cut_off_in_any_size(whole: Whole, size: tuple[int, int], scale: float) -> None:
    whole.window.resize(*size)
    whole.program.preferences.update(text_scale=scale)
    openings = screen(whole)
    press(KEY.Key_N, CTRL | SHIFT)
    edit(openings, "picker.output", "features")
    for section in openings.view.sections:
        openings.show_section(section.key)
        settle()
        form = next(pane for pane in openings.findChildren(FormPane) if pane.isVisible())
        room, page = form.viewport().width(), form.widget()
        assert page is not None
        for stop in form.stops():
            if not stop.isVisible():
                continue
            place = QRect(stop.mapTo(page, QPoint(0, 0)), stop.size())
            assert place.left() >= 0, (section.key, stop.objectName())
            assert place.right() <= room, (section.key, getattr(stop, "key", ""), place, room)
    assert whole.window.size().width() == size[0]
