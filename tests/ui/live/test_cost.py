"""What moving on costs: said before, done with the move, undone by one key or one click."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.domain.live import call as acts
from interviewer_app.domain.live import replan
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.live.pacing import Pace, Sentence, SentenceKind
from interviewer_app.domain.live.replan import MinuteCut
from interviewer_app.ui.live.screen import LiveScreen
from interviewer_app.ui.live.strip.head import StripHead, StripHeadView
from tests.builders import a_kit, a_moment, an_interview
from tests.controllers.desk import Desk
from tests.ui.live import stage

TAKEN = (MinuteCut("p2", 2, 10.0, 9.0, 1), MinuteCut("p5", 5, 8.0, 7.0, 1))


def moved(spent: float = 20.0) -> Pace:
    """Just moved on, two minutes shorter."""
    calm = Sentence(SentenceKind.ON_PLAN, 0, ("E",), (4,))
    pace = stage.a_pace(1024 + spent, spent, "p2", calm)
    return replace(pace, proposal=(), taken=TAKEN)


def a_head(qtbot: QtBot, pace: Pace, width: int = 1248, *, alone: bool = False) -> StripHead:
    head = StripHead()
    qtbot.addWidget(head)
    head.resize(width, head.height())
    head.show()
    head.stand_alone(alone=alone)
    head.present(StripHeadView(stage.a_clock(pace), first=False, last=False, prompt_next=True))
    QApplication.processEvents()
    return head


def said(head: StripHead) -> str:
    words = head.findChild(QLabel, "live.cost")
    assert words is not None
    return words.text() if words.isVisible() else ""


def test_nothing_is_said_while_moving_on_costs_nothing(qtbot: QtBot) -> None:
    head = a_head(qtbot, stage.a_pace(552, 372))
    assert not head.cost.isVisible()
    assert head.next.accessibleDescription() == "F8"


def test_the_cost_is_said_in_words_and_at_the_button_that_costs_it(qtbot: QtBot) -> None:
    head = a_head(qtbot, stage.a_pace())
    assert said(head) == "Moving on: 2 and 5 lose 1 min each"
    assert not head.cost.give_back.isVisible()
    assert head.next.accessibleDescription() == "F8. Moving on: 2 and 5 lose 1 min each"
    assert "lose 1 min" in head.next.toolTip()


def test_the_cost_gives_way_to_the_sentence_unless_it_stands_alone(qtbot: QtBot) -> None:
    assert said(a_head(qtbot, stage.a_pace(), 900)) == "Moving on: −2 min"
    assert said(a_head(qtbot, stage.a_pace(), 600)) == ""
    assert said(a_head(qtbot, stage.a_pace(), 600, alone=True)) == "−2 min"
    # What matters next is read before what it costs.
    for width, words in ((640, "−2 min"), (720, "Moving on: −2 min")):
        alone = a_head(qtbot, stage.a_pace(), width, alone=True)
        assert said(alone) == words
        assert alone.sentence.width() >= alone.sentence.head_width
    narrow = a_head(qtbot, stage.a_pace(), 540, alone=True)
    assert said(narrow) == "−2 min"
    assert narrow.width() == 540
    assert narrow.sentence.width() >= narrow.sentence.fact_width


def test_after_the_move_it_says_what_was_taken_for_a_minute(qtbot: QtBot) -> None:
    head = a_head(qtbot, moved())
    assert said(head) == "2 and 5 are 1 min shorter"
    assert head.cost.give_back.isVisible()
    head.present(StripHeadView(stage.a_clock(moved(61.0)), first=False, last=False, prompt_next=True))
    assert not head.cost.isVisible()


def test_a_narrow_head_keeps_its_width_and_never_offers_an_undo_of_nothing_said(qtbot: QtBot) -> None:
    for width in (560, 480, 420, 400):
        head = a_head(qtbot, moved(), width)
        assert head.width() == width
        assert not head.cost.isVisible() or said(head)
        assert head.minimumSizeHint().width() <= 400


def test_the_pause_question_takes_its_place(qtbot: QtBot) -> None:
    head = a_head(qtbot, stage.a_pace())
    head.ask_pause(asking=True)
    assert not head.cost.isVisible()
    head.ask_pause(asking=False)
    assert head.cost.isVisible()


# -- the whole screen ------------------------------------------------------------------------------


class Late:
    """A call at the end of its first prompt, two minutes late, on screen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        begun = acts.start(an_interview(kit=a_kit(prompts=5)), a_moment(0.0))
        shown = acts.show(begun.interview, "p1", a_moment(180.0))
        place = acts.move_to(shown.interview, "p1", 0, a_moment(180.0 + 600.0 + 130.0))
        desk.store(Update(place.interview, (*begun.changes, *shown.changes, *place.changes)))
        desk.clock.seconds = 910.0
        self.controller = LiveController(desk.keeper, desk.preferences)
        self.screen = LiveScreen(self.controller, desk.preferences)
        desk.qtbot.addWidget(self.screen)
        self.screen.resize(1280, 800)
        self.screen.show()
        self.controller.load("i1")
        self.editor = self.screen.parts.notes.editor
        self.editor.setFocus()

    @property
    def plan(self) -> list[float]:
        found = replan.minutes(self.desk.stored("i1"))
        return [found[f"p{n}"] for n in range(1, 6)]

    def minutes(self) -> list[str]:
        """What the strip says of prompts 2 to 5."""
        plan = self.screen.parts.strip.plan
        assert plan is not None
        return [piece.minutes for piece in plan.pieces if piece.kind == "next"]


@pytest.fixture
def late(desk: Desk) -> Iterator[Late]:
    made = Late(desk)
    yield made
    made.screen.hide()


def test_one_key_moves_on_at_the_price_shown_and_one_key_takes_it_back(late: Late) -> None:
    assert late.minutes() == ["10", "10", "10 → 9", "10 → 9"]
    QTest.keyClick(late.editor, Qt.Key.Key_F8)
    assert late.minutes() == ["10", "9", "9"]
    assert late.plan == [10.0, 10.0, 10.0, 9.0, 9.0]
    QTest.keyClicks(late.editor, "typed since")
    QTest.keyClick(late.editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert late.plan == [10.0] * 5
    assert late.minutes() == ["10", "10", "10"]
    assert late.editor.toPlainText() == "typed since", "the undo of the text is another one"
    assert not late.screen.parts.head.cost.isVisible()


def test_a_screen_reader_is_told_the_price_with_the_sentence(late: Late) -> None:
    told = late.screen.parts.strip.accessibleDescription()
    assert told.startswith("2 min behind.")
    assert told.endswith("Moving on: 4 and 5 lose 1 min each.")


def test_a_click_takes_it_back_and_leaves_the_caret_in_the_notes(late: Late) -> None:
    QTest.keyClick(late.editor, Qt.Key.Key_F8)
    QTest.mouseClick(late.screen.parts.head.cost.give_back, Qt.MouseButton.LeftButton)
    assert late.plan == [10.0] * 5
    assert late.editor.hasFocus()


def test_without_the_strip_the_price_is_said_all_the_same(late: Late) -> None:
    late.screen.toggle_strip()
    assert late.screen.parts.head.cost.isVisible()
    assert "lose" in said(late.screen.parts.head)
