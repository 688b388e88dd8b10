"""A person who is quicker than the program: nothing is lost or lands in the wrong place, nobody waits."""

import pytest
from PySide6.QtWidgets import QTableView

from tests.journeys.driver import SETTLE, Program, until
from tests.journeys.inside import Inside

pytestmark = pytest.mark.x11


def test_enter_at_once_opens_the_sample(program: Program) -> None:
    program.start()
    program.keys.press("Return")
    # Not the three seconds of a wait that nobody answers.
    until(lambda: program.book.phase() == "live", "the sample", seconds=2.5)
    program.keys.type("seen ")
    until(lambda: any("seen" in note for note in program.book.notes()), "a note in the sample")


def test_keys_pressed_before_the_first_paint_arrive_in_order(program: Program) -> None:
    program.start()
    program.keys.press("ctrl+n")
    program.keys.type("Hanna")
    program.keys.press(*SETTLE, "ctrl+Return", "F8")
    program.keys.type("first words")
    until(lambda: program.book.notes() == ["first words"], "the first words in prompt 1")
    assert program.book.rows("SELECT candidate, phase FROM interview") == [("Hanna", "live")]
    assert len(program.book.marks("shown")) == 2


def test_the_list_shows_what_was_typed_a_moment_ago(hands: Inside) -> None:
    hands.keys.press("ctrl+n")
    until(lambda: hands.window.scope == "prepare", "the form")
    hands.type("Ines")
    hands.keys.press("ctrl+s")
    until(lambda: hands.window.scope == "library", "the library")
    table = hands.seen("library.table", QTableView)
    assert table.model().index(0, 0).data() == "Ines"
