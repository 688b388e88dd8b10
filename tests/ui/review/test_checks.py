"""Checklists and flags after the call: completed until finalising, asked about before it, then read only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.domain.interview import Interview, Phase, Recommendation
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, TickKey
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.ui.review.pages import PageRequest, ReviewPage
from interviewer_app.ui.review.screen import ReviewScreen
from tests.builders import a_kit, a_story, with_lists

ROLLBACK = TickKey("p1", "marks", "rollback")
RED = TickKey("", FLAGS, "rf-01")


class Table:
    """A review on screen over a real database, and hands for it."""

    def __init__(self, folder: Path, phase: Phase = Phase.TO_REVIEW, *, lists: bool = True) -> None:
        self.keeper = Keeper(folder / "interviews.db", Clock())
        self.keeper.start()
        self.keeper.save(a_story(phase, kit=with_lists(a_kit()) if lists else a_kit()).changes)
        assert self.keeper.flush()
        self.controller = ReviewController(self.keeper)
        self.screen = ReviewScreen(self.controller)
        self.controller.load("i1")
        self.screen.resize(1280, 772)
        self.screen.show()
        self.screen.activateWindow()
        assert QTest.qWaitForWindowActive(self.screen)

    def look(self) -> None:
        """The page to the front, as a click in the list does."""
        self.click("review.page.checks")
        QApplication.processEvents()
        assert self.screen.page is ReviewPage.CHECKS

    def click(self, name: str) -> None:
        button = self.screen.findChild(QAbstractButton, name)
        assert button is not None, name
        assert button.isVisible(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        where = QApplication.focusWidget()
        assert where is not None
        QTest.keyClick(where, key)

    @property
    def stored(self) -> Interview:
        assert self.keeper.flush()
        return self.keeper.reader.load("i1")

    def foot(self) -> str:
        found = self.screen.findChild(QLabel, "review.foot.sentence")
        assert found is not None
        return found.text()

    def settle_all(self) -> None:
        for letter in "ABC":
            self.controller.not_observed(letter, NotObservedReason.NOT_ASKED)
            self.controller.settle(letter)
        self.controller.conclusion.recommend(Recommendation.NO_DECISION)
        self.controller.conclusion.write_reason("Nothing could be seen in this call.")


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    made = Table(tmp_path)
    qtbot.addWidget(made.screen)
    yield made
    made.screen.close()
    made.keeper.close()


def test_the_lists_of_all_prompts_are_there_and_go_on_being_saved(table: Table) -> None:
    table.look()
    table.click("review.check.head.p1.marks")
    table.click("review.check.p1.marks.rollback.state.1")
    tick = table.stored.ticks[ROLLBACK]
    assert tick.state == "claimed"
    field = table.screen.findChild(QLineEdit, "review.check.p1.marks.rollback.1")
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "by hand")
    assert table.stored.ticks[ROLLBACK].cells == ("by hand",)
    row = table.screen.findChild(QAbstractButton, "review.page.checks")
    assert row is not None
    assert row.accessibleName() == "Checks and flags 1"


def test_digits_on_this_page_choose_states_and_no_scores(table: Table) -> None:
    table.look()
    table.click("review.check.head.p1.marks")
    entry = table.screen.findChild(QWidget, "review.check.p1.marks.rollback.state.1")
    assert entry is not None
    entry.setFocus()
    table.press(Qt.Key.Key_2)
    assert table.stored.ticks[ROLLBACK].state == "absent"
    assert table.stored.score("A").code == "3"


def test_a_flag_without_a_note_is_asked_about_before_finalising(table: Table) -> None:
    table.settle_all()
    table.controller.ticks.set_state(RED, SEEN)
    table.screen.show_page(PageRequest(ReviewPage.RECOMMENDATION))
    table.click("review.finalise")
    flag = "The flag “Does what rf-01 says.” has no note and will not be printed."
    assert table.foot() == f"{flag} Finalise for good?"
    table.click("review.note_flags")
    assert table.screen.page is ReviewPage.CHECKS
    note = QApplication.focusWidget()
    assert isinstance(note, QLineEdit)
    assert note.objectName() == "review.check.flag.rf-01.note"
    QTest.keyClicks(note, "Only ever a notebook")
    table.screen.show_page(PageRequest(ReviewPage.RECOMMENDATION))
    table.click("review.finalise")
    assert table.foot() == "Finalise for good? Nothing can be changed afterwards."
    table.click("review.confirm")
    assert table.stored.phase is Phase.FINALISED
    assert table.stored.ticks[RED].cells == ("Only ever a notebook",)


def test_it_may_be_finalised_without_the_note_all_the_same(table: Table) -> None:
    table.settle_all()
    table.controller.ticks.set_state(RED, SEEN)
    table.screen.show_page(PageRequest(ReviewPage.RECOMMENDATION))
    table.click("review.finalise")
    table.click("review.confirm")
    assert table.stored.phase is Phase.FINALISED


def test_undo_takes_back_a_score_and_no_tick(table: Table) -> None:
    table.controller.choose("A", 4)
    table.controller.ticks.set_state(ROLLBACK, "claimed")
    table.controller.undo()
    assert table.stored.score("A").code == "3"
    assert table.stored.ticks[ROLLBACK].state == "claimed"


def test_when_finalised_everything_can_be_read_and_nothing_changed(table: Table) -> None:
    table.controller.ticks.set_state(ROLLBACK, "claimed")
    table.controller.ticks.set_state(RED, SEEN)
    table.settle_all()
    table.controller.conclusion.finalise()
    table.look()
    before = table.stored.ticks
    table.click("review.check.p1.marks.rollback.state.2")
    note = table.screen.findChild(QLineEdit, "review.check.flag.rf-01.note")
    assert note is not None
    assert note.isReadOnly()
    QTest.keyClicks(note, "too late")
    assert table.stored.ticks == before
    table.click("review.check.head.whole.whole")
    alarms = table.screen.findChild(QAbstractButton, "review.check.whole.alarms.tick")
    assert alarms is not None
    assert not alarms.isEnabled()


def test_a_kit_without_lists_has_no_such_page(tmp_path: Path, qtbot: QtBot) -> None:
    made = Table(tmp_path, lists=False)
    qtbot.addWidget(made.screen)
    row = made.screen.findChild(QAbstractButton, "review.page.checks")
    assert row is not None
    assert not row.isVisible()
    made.screen.close()
    made.keeper.close()
