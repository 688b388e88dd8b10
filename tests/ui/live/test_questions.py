"""The quiet row under the prompt on the real screen: what it asks, how it is answered, what it never does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.live.call import start
from interviewer_app.domain.live.detours import detours
from interviewer_app.domain.marks import DetourReason, MarkKind
from interviewer_app.ui.live.prompt.question_row import QuestionRow
from interviewer_app.ui.style import theme
from tests.builders import a_kit, a_story
from tests.controllers.desk import Desk
from tests.timers import ring
from tests.ui.live.on_screen import CONTROL, Call


class Fresh(Call):
    """A call that has asked the first three of five prompts, in the order of the kit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        story = a_story(Phase.PREPARED, "i2", kit=a_kit(prompts=5), lines=())
        desk.store(story)
        desk.store(start(story.interview, desk.clock.now()))
        self.controller.load("i2")
        for step in ("p1", "p2", "p3"):
            self.controller.show(step)
            wait(self, 21.0)
        self.editor.setFocus()

    @property
    @override
    def interview(self) -> Interview:
        return self.desk.stored("i2")


@pytest.fixture
def call(desk: Desk) -> Iterator[Call]:
    made = Fresh(desk)
    yield made
    made.window.hide()


def wait(call: Call, seconds: float) -> None:
    """So many ticks of the call."""
    for _ in range(round(seconds)):
        call.desk.clock.seconds += 1.0
        ring(call.controller.time)


def row(call: Call) -> QuestionRow:
    return call.screen.parts.question


def reasons(call: Call) -> dict[str, DetourReason | None]:
    return {d.step: d.reason for d in detours(call.interview)}


def jump(call: Call) -> None:
    """Past the fourth prompt, to the last."""
    call.controller.show("p5")


def test_passing_over_a_prompt_is_asked_about_under_the_prompt_and_the_typing_goes_on(call: Call) -> None:
    before = call.screen.parts.notes.geometry()
    assert row(call).isHidden()
    call.press(Qt.Key.Key_F8)
    call.press(Qt.Key.Key_F8)
    assert row(call).isVisible()
    assert "Prompt 4 was passed over. Why?" in row(call).accessibleName()
    assert call.editor.hasFocus()
    call.type("1 of them")
    assert call.texts("p5")[-1].endswith("1 of them")
    assert call.screen.parts.notes.geometry() == before
    assert reasons(call) == {"p4": None}


def test_two_keys_answer_and_the_caret_is_back_in_the_notes(call: Call) -> None:
    jump(call)
    call.press(Qt.Key.Key_G, CONTROL)
    assert call.focused.objectName() == "live.question.out_of_time"
    call.press(Qt.Key.Key_4)
    assert reasons(call)["p4"] is DetourReason.NOT_IN_SCOPE
    assert call.editor.hasFocus()
    assert "Reason: not in scope for this role." in row(call).accessibleName()


def test_words_may_be_said_beside_a_reason(call: Call) -> None:
    jump(call)
    call.press(Qt.Key.Key_G, CONTROL)
    call.press(Qt.Key.Key_1)
    call.press(Qt.Key.Key_G, CONTROL)
    assert isinstance(call.focused, QLineEdit)
    call.type("2 prompts took it all")
    call.press(Qt.Key.Key_Return)
    assert [d.words for d in detours(call.interview)][-1] == "2 prompts took it all"
    assert call.editor.hasFocus()
    assert row(call).isHidden()


def test_other_asks_for_words_at_once_and_escape_leaves_it_at_the_reason(call: Call) -> None:
    jump(call)
    call.press(Qt.Key.Key_G, CONTROL)
    call.press(Qt.Key.Key_6)
    assert isinstance(call.focused, QLineEdit)
    call.press(Qt.Key.Key_Escape)
    assert reasons(call)["p4"] is DetourReason.OTHER
    assert call.editor.hasFocus()
    assert row(call).isHidden()


def test_words_at_rest_are_kept_and_stay_as_they_are_typed(call: Call) -> None:
    jump(call)
    call.press(Qt.Key.Key_G, CONTROL)
    call.press(Qt.Key.Key_6)
    call.type("had to go ")
    row(call).words.setCursorPosition(3)
    wait(call, 3)
    assert {d.step: d.words for d in detours(call.interview)}["p4"] == "had to go"
    assert (row(call).words.text(), row(call).words.cursorPosition()) == ("had to go ", 3)
    call.type("now")
    call.press(Qt.Key.Key_F8)
    assert {d.step: d.words for d in detours(call.interview)}["p4"] == "hadnow to go"


def test_later_is_one_key_and_another_reason_replaces_the_first(call: Call) -> None:
    jump(call)
    call.press(Qt.Key.Key_F6)
    call.press(Qt.Key.Key_Escape)
    assert row(call).isHidden()
    assert call.editor.hasFocus()
    assert reasons(call)["p4"] is None
    call.press(Qt.Key.Key_G, CONTROL)
    call.press(Qt.Key.Key_2)
    call.click("live.question.change")
    assert call.focused.objectName() == "live.question.answered"
    call.press(Qt.Key.Key_5)
    assert reasons(call)["p4"] is DetourReason.CANDIDATE
    said = {m.reason for m in call.interview.marks if m.kind is MarkKind.DETOUR}
    assert said == {"answered", "candidate"}


def test_by_mouse_the_caret_never_leaves_the_notes(call: Call) -> None:
    jump(call)
    call.click("live.question.technical")
    assert reasons(call)["p4"] is DetourReason.TECHNICAL
    assert call.editor.hasFocus()
    field = row(call).words
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert field.hasFocus()
    call.click("live.question.later")
    assert row(call).isHidden()
    assert call.editor.hasFocus()


def test_coming_back_in_time_takes_the_question_away_with_the_keyboard_in_it(call: Call) -> None:
    jump(call)
    call.press(Qt.Key.Key_G, CONTROL)
    call.controller.show("p3")
    assert row(call).isHidden()
    assert call.editor.hasFocus()


def test_a_gap_is_ruled_on_in_a_calm_moment_without_a_dialog(call: Call) -> None:
    call.controller.show("p4")
    call.desk.clock.seconds += 2_000.0
    wait(call, 1)
    assert not call.screen.parts.banner.isVisible()
    assert row(call).isHidden()
    wait(call, 20.0)
    assert "asleep" in row(call).accessibleName()
    assert "Left out so far." in row(call).accessibleName()
    assert call.editor.hasFocus()
    call.press(Qt.Key.Key_F6)
    assert call.focused.objectName() == "live.question.count"
    call.press(Qt.Key.Key_1)
    assert [m.new for m in call.interview.marks if m.kind is MarkKind.GAP_RULED] == ["counted"]
    assert row(call).isHidden()
    assert call.editor.hasFocus()


def test_nothing_is_answered_behind_the_curtain(call: Call) -> None:
    jump(call)
    call.press(Qt.Key.Key_F12)
    call.press(Qt.Key.Key_G, CONTROL)
    assert call.editor.hasFocus()
    call.press(Qt.Key.Key_F12)
    call.press(Qt.Key.Key_G, CONTROL)
    assert row(call).holds_keyboard


def test_without_a_question_the_key_opens_the_last_answer_or_nothing(call: Call) -> None:
    call.press(Qt.Key.Key_G, CONTROL)
    assert call.editor.hasFocus()
    assert row(call).isHidden()


def test_where_room_is_dear_the_answers_stand_in_the_place_of_the_prompt(call: Call) -> None:
    call.window.resize(1024, 500)
    parts = call.screen.parts
    theme.watch().changed.emit()
    jump(call)
    assert parts.prompt.isVisible()
    assert not row(call).reasons.isVisible()
    call.click("live.question.open")
    assert not parts.prompt.isVisible()
    assert row(call).reasons.isVisible()
    call.editor.setFocus()
    assert parts.prompt.isVisible()
    call.press(Qt.Key.Key_G, CONTROL)
    call.press(Qt.Key.Key_1)
    assert parts.prompt.isVisible()
    assert reasons(call)["p4"] is DetourReason.OUT_OF_TIME
