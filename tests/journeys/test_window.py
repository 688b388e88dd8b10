"""The window comes back where it was; a call that was cut off says what nobody watched."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from interviewer_app.domain.interview import Phase
from interviewer_app.storage import bulk, migrations
from interviewer_app.ui.live.notes.editor import NotesEditor
from interviewer_app.ui.live.prompt.question_row import QuestionRow
from tests.builders import NOON, an_interview
from tests.journeys.driver import Program, keep_picture, until, xdotool
from tests.journeys.inside import opened

pytestmark = pytest.mark.x11


FRAME = 30
"""What the window manager may draw around a window, in pixels."""


def place(program: Program) -> dict[str, str]:
    """Position and size of the window's inside, as the X server has it."""
    lines = xdotool("getwindowgeometry", "--shell", program.window).splitlines()
    return {key: value for key, _, value in (line.partition("=") for line in lines) if key != "WINDOW"}


def test_the_window_comes_back_where_it_was(program: Program) -> None:
    program.start()
    xdotool("windowsize", program.window, "1100", "700")
    xdotool("windowmove", program.window, "60", "80")
    until(lambda: (place(program)["WIDTH"], place(program)["HEIGHT"]) == ("1100", "700"), "the new size")
    was = place(program)
    assert program.quit() == 0
    program.start()
    until(lambda: place(program) == was, f"the window at {was}")
    assert program.quit() == 0


def test_a_place_outside_every_screen_is_mended(program: Program) -> None:
    program.start()
    xdotool("windowmove", program.window, "1500", "900")
    until(lambda: int(place(program)["X"]) > 1400, "a window nearly out of sight")
    assert program.quit() == 0
    program.start()
    now = {key: int(value) for key, value in place(program).items() if value.isdecimal()}
    assert now["X"] + now["WIDTH"] <= 1600 + FRAME
    assert now["Y"] + now["HEIGHT"] <= 1000 + FRAME
    assert program.quit() == 0


@pytest.mark.parametrize(("button", "ruling"), [("count", "counted"), ("leave_out", "excluded")])
def test_a_gap_waits_for_a_calm_moment(tmp_path: Path, qapp: QApplication, button: str, ruling: str) -> None:
    database = tmp_path / "interviews.db"
    migrations.ensure(database, NOON)
    bulk.insert_many(database, [an_interview(Phase.LIVE)])
    with opened(tmp_path, qapp) as hands:
        assert "was interrupted at" in hands.banner()
        hands.click("banner.resume")
        hands.seen("live.notes", NotesEditor)
        assert not hands.banner()
        hands.keys.press("F9", "4")
        row = hands.seen("live.question", QuestionRow)
        assert "The program was not running from" in row.accessibleName()
        keep_picture("gap")
        hands.click(f"live.question.{button}")
        until(lambda: hands.book.marks("gap_ruled"), "the ruling")
        assert [mark[3] for mark in hands.book.marks("gap_ruled")] == [ruling]
        until(lambda: not row.isVisible(), "the question gone")
