"""The same interview by mouse and by menu; only words are typed. Each ends finalised in the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.driver import keep_picture, until
from tests.journeys.inside import Inside, opened

pytestmark = [pytest.mark.x11, pytest.mark.slow]

NOTES = ('" halved the error #A #B #C #D #E', "! no owner for the pipeline", "? budget for year two")
REASON = "The evidence is thin but consistent."


@pytest.fixture
def hands(tmp_path: Path, qtbot: QtBot) -> Iterator[Inside]:
    with opened(tmp_path / "data") as made:
        yield made


def note_id(hands: Inside) -> str:
    """The note that every category is offered."""
    return str(hands.book.one("SELECT id FROM note WHERE text = ?", NOTES[0]))


def cite(hands: Inside, letter: str) -> None:
    """Click the note in the evidence of the category in front."""
    hands.click(f"review.note.{note_id(hands)}")
    until(lambda: hands.book.one("SELECT note FROM cite WHERE letter = ?", letter), f"{letter} cites")


def test_by_mouse(hands: Inside) -> None:
    book = hands.book
    hands.click("library.new")
    hands.click("prepare.candidate")
    hands.type("Bruno")
    until(lambda: book.one("SELECT candidate FROM interview") == "Bruno", "the name")
    hands.click("prepare.start_button")
    until(lambda: book.phase() == "live", "the call")
    for line in NOTES:
        shown = len(book.marks("shown"))
        hands.click("live.next")
        until(lambda n=shown: len(book.marks("shown")) == n + 1, "the next prompt")  # type: ignore[misc]
        hands.click("live.notes")
        hands.type(line)
        until(lambda words=line: words in book.notes(), "the note")  # type: ignore[misc]
    for letter in "ABCDE":
        hands.click(f"live.chip.{letter}")
        hands.click(f"live.anchor.{letter}.2")
        until(lambda key=letter: book.scores().get(key) == 2, f"{letter} scored")  # type: ignore[misc]
    keep_picture("mouse-live")
    while book.phase() == "live":
        shown = len(book.marks("shown"))
        hands.click("live.next")
        until(lambda n=shown: len(book.marks("shown")) > n or book.phase() != "live", "the next step")  # type: ignore[misc]
    for letter in "ABCDE":
        cite(hands, letter)
        hands.click("review.settle")
        until(lambda key=letter: (key,) in book.rows("SELECT ref FROM mark WHERE kind = 'settled'"), letter)  # type: ignore[misc]
    hands.click("review.recommendation.no")
    hands.click("review.reason")
    hands.type(REASON)
    until(lambda: book.one("SELECT reason FROM interview") == REASON, "the reason")
    hands.click("review.finalise")
    hands.click("review.confirm")
    until(lambda: book.phase() == "finalised", "finalised")
    hands.click("review.export")
    hands.click("packet.export")
    until(lambda: book.one("SELECT path FROM export"), "the packet")
    keep_picture("mouse-packet")


def test_by_menu(hands: Inside) -> None:
    book = hands.book
    hands.choose("menu.file", "app.new")
    hands.seen("prepare.candidate", object)  # type: ignore[type-var]
    hands.type("Clara")
    until(lambda: book.one("SELECT candidate FROM interview") == "Clara", "the name")
    hands.choose("menu.interview", "prepare.start")
    until(lambda: book.phase() == "live", "the call")
    for line in NOTES:
        shown = len(book.marks("shown"))
        live(hands, "live.next")
        until(lambda n=shown: len(book.marks("shown")) == n + 1, "the next prompt")  # type: ignore[misc]
        hands.type(line)
        until(lambda words=line: words in book.notes(), "the note")  # type: ignore[misc]
    for letter in "ABCDE":
        live(hands, "live.score")
        hands.click(f"live.category.{letter}")
        hands.click(f"live.anchor.{letter}.2")
        until(lambda key=letter: book.scores().get(key) == 2, f"{letter} scored")  # type: ignore[misc]
    live(hands, "live.end")
    until(lambda: book.phase() == "to_review", "the review")
    for letter in "ABCDE":
        cite(hands, letter)
        hands.choose("menu.interview", "review.settle")
        until(lambda key=letter: (key,) in book.rows("SELECT ref FROM mark WHERE kind = 'settled'"), letter)  # type: ignore[misc]
    hands.click("review.recommendation.yes")
    hands.click("review.reason")
    hands.type(REASON * 3)
    until(lambda: book.one("SELECT reason FROM interview") == REASON * 3, "the reason")
    hands.choose("menu.interview", "review.finalise")
    hands.choose("menu.interview", "review.finalise")
    until(lambda: book.phase() == "finalised", "finalised")
    hands.choose("menu.interview", "review.packet")
    hands.seen("packet.export", object)  # type: ignore[type-var]
    hands.choose("menu.file", "packet.save")
    until(lambda: book.one("SELECT path FROM export"), "the packet")


def live(hands: Inside, action: str) -> None:
    """An action of the call, from the menu button of its header."""
    hands.click("live.menu")
    hands.choose("menu.interview", action)
