"""What attention costs, in key presses on the real program (DESIGN.md, section 8). A chord counts once."""

import pytest

from tests.journeys.driver import SETTLE, Program, until

pytestmark = pytest.mark.x11

NEW_TO_LIVE, TAG, SCORE, NEXT, CURTAIN, WHY = 12, 2, 3, 1, 1, 2
"""At most so many key presses."""

NAME = "Emil"
OPENING = "Data engineer"


def begin(program: Program) -> None:
    """From a new window to the call."""
    keys = program.keys
    program.start()
    keys.press("ctrl+n")
    until(lambda: program.title.startswith("Prepare"), "the form")
    keys.type(NAME)
    keys.press("Tab")
    keys.type(OPENING)
    keys.press(*SETTLE, "ctrl+Return")
    until(lambda: program.book.phase() == "live", "the call")


def test_from_the_library_into_the_call(program: Program) -> None:
    begin(program)
    assert program.book.rows("SELECT candidate, opening_title FROM interview") == [(NAME, OPENING)]
    assert program.keys.count - len(NAME) - len(OPENING) <= NEW_TO_LIVE


def test_next_prompt_tag_and_score(program: Program) -> None:
    keys, book = program.keys, program.book
    begin(program)
    began = keys.count
    keys.press("F8")
    until(lambda: len(book.marks("shown")) == 2, "the next prompt")
    assert keys.count - began <= NEXT

    keys.type("halved the error")
    began = keys.count
    keys.press("ctrl+3")
    until(lambda: book.notes() == ["halved the error #C"], "the tag")
    assert keys.count - began <= TAG

    began = keys.count
    keys.press("F5", "c", "4")
    until(lambda: book.scores() == {"C": 4}, "the score")
    assert keys.count - began <= SCORE

    # The keyboard is back in the notes by itself: what is typed next needs no key to get there.
    keys.type(" and")
    until(lambda: book.notes() == ["halved the error #C and"], "typing goes on")


def test_the_curtain(program: Program) -> None:
    keys, book = program.keys, program.book
    begin(program)
    until(lambda: program.title.startswith(OPENING), "the opening in the title")
    keys.type("behind")
    began = keys.count
    keys.press("F12")
    until(lambda: program.title == "Interviewer", "nothing behind the curtain in the task bar")
    assert keys.count - began <= CURTAIN
    keys.press("F12")
    until(lambda: program.title.startswith(OPENING), "the curtain gone")
    keys.type(" more")
    until(lambda: book.notes() == ["behind more"], "the caret where it was")


def test_why_a_prompt_was_passed_over(program: Program) -> None:
    keys, book = program.keys, program.book
    begin(program)
    keys.press("F8", "F8")
    until(lambda: len(book.marks("shown")) == 3, "the second prompt, the first one passed over")
    keys.type("no key lost")
    until(lambda: book.notes() == ["no key lost"], "typing goes on while it is asked")
    began = keys.count
    keys.press("ctrl+g", "2")
    until(lambda: [mark[4] for mark in book.marks("detour")] == ["answered"], "the reason")
    assert keys.count - began <= WHY
    keys.type(", nor now")
    until(lambda: book.notes() == ["no key lost, nor now"], "the caret back in the notes")
