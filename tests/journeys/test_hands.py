"""The same interview by mouse and by menu; only words are typed. Each ends finalised in the database."""

import pytest

from interviewer_app.ui.review.detours import DetourRow
from tests.journeys.driver import Book, keep_picture, until
from tests.journeys.inside import Inside

pytestmark = [pytest.mark.x11, pytest.mark.slow]

NOTES = ('" halved the error #A #B #C #D #E', "! no owner for the pipeline", "? budget for year two")
REASON = "The evidence is thin, but all of it points the same way, and the floors are not met at all."
LETTERS = "ABCDE"


# -- what can be seen in the database when an act is done ----------------------------------------------


def named(book: Book, name: str) -> None:
    until(lambda: book.one("SELECT candidate FROM interview") == name, "the name")


def in_phase(book: Book, phase: str) -> None:
    until(lambda: book.phase() == phase, phase)


def moved_on(book: Book, shown: int) -> None:
    until(lambda: len(book.marks("shown")) > shown or book.phase() != "live", "another step")


def noted(book: Book, words: str) -> None:
    until(lambda: words in book.notes(), words)


def scored(book: Book, letter: str) -> None:
    until(lambda: book.scores().get(letter) == 2, f"{letter} scored")


def cited(book: Book, letter: str) -> None:
    until(lambda: book.one("SELECT note FROM cite WHERE letter = ?", letter), f"{letter} cites")


def settled(book: Book, letter: str) -> None:
    until(lambda: letter in book.settled(), f"{letter} settled")


def reasoned(book: Book) -> None:
    until(lambda: book.one("SELECT reason FROM interview") == REASON, "the reason")


def exported(book: Book) -> None:
    until(lambda: book.one("SELECT path FROM export"), "the packet")


def cite(hands: Inside, letter: str) -> None:
    """Click the note that every category is offered."""
    note = hands.book.one("SELECT id FROM note WHERE text = ?", NOTES[0])
    hands.click(f"review.note.{note}")
    cited(hands.book, letter)


def explain(hands: Inside) -> None:
    """Click a reason for every prompt that was passed over."""
    rows = until(lambda: [r for r in hands.window.findChildren(DetourRow) if r.isVisible()], "the rows")
    for number, row in enumerate(rows, 1):
        hands.click(f"{row.objectName()}.out_of_time")
        until(lambda: len(hands.book.marks("detour")) == number, "the reason")  # noqa: B023


# -- by mouse --------------------------------------------------------------------------------------


def test_by_mouse(hands: Inside) -> None:
    hands.click("library.new")
    hands.click("prepare.candidate")
    hands.type("Bruno")
    named(hands.book, "Bruno")
    hands.click("prepare.output.features")
    hands.click("prepare.waive_button")
    hands.click("prepare.waiver.1")
    hands.click("prepare.start_button")
    in_phase(hands.book, "live")
    for line in NOTES:
        click_next(hands)
        hands.click("live.notes")
        hands.type(line)
        noted(hands.book, line)
    for letter in LETTERS:
        hands.click(f"live.chip.{letter}")
        hands.click(f"live.anchor.{letter}.2")
        scored(hands.book, letter)
    keep_picture("mouse-live")
    while hands.book.phase() == "live":
        click_next(hands)
    for letter in LETTERS:
        cite(hands, letter)
        hands.click("review.settle")
        settled(hands.book, letter)
    hands.click("review.recommendation.no")
    hands.click("review.reason")
    hands.type(REASON)
    reasoned(hands.book)
    hands.click("review.page.detours")
    explain(hands)
    hands.click("review.page.recommendation")
    hands.click("review.finalise")
    hands.click("review.confirm")
    in_phase(hands.book, "finalised")
    hands.click("review.export")
    hands.click("packet.export")
    exported(hands.book)


def click_next(hands: Inside) -> None:
    """The button that leads through the call, and at its end out of it."""
    shown = len(hands.book.marks("shown"))
    hands.click("live.next")
    moved_on(hands.book, shown)


# -- by menu ---------------------------------------------------------------------------------------


def test_by_menu(hands: Inside) -> None:
    hands.choose("menu.file", "app.new")
    until(lambda: hands.window.scope == "prepare", "the form")
    hands.type("Clara")
    named(hands.book, "Clara")
    hands.choose("menu.interview", "prepare.running")
    hands.choose("menu.interview", "prepare.waive")
    hands.click("prepare.waiver.1")
    hands.choose("menu.interview", "prepare.start")
    in_phase(hands.book, "live")
    for line in NOTES:
        shown = len(hands.book.marks("shown"))
        choose_in_call(hands, "live.next")
        moved_on(hands.book, shown)
        hands.type(line)
        noted(hands.book, line)
    for letter in LETTERS:
        choose_in_call(hands, "live.score")
        hands.click(f"live.category.{letter}")
        hands.click(f"live.anchor.{letter}.2")
        scored(hands.book, letter)
    choose_in_call(hands, "live.end")
    in_phase(hands.book, "to_review")
    for letter in LETTERS:
        cite(hands, letter)
        hands.choose("menu.interview", "review.settle")
        settled(hands.book, letter)
    hands.click("review.recommendation.yes")
    hands.click("review.reason")
    hands.type(REASON)
    reasoned(hands.book)
    hands.choose("menu.interview", "review.finalise")
    explain(hands)
    for _ in range(3):
        hands.choose("menu.interview", "review.finalise")
    in_phase(hands.book, "finalised")
    hands.choose("menu.interview", "review.packet")
    until(lambda: hands.window.scope == "packet", "the packet")
    hands.choose("menu.file", "packet.save")
    exported(hands.book)


def choose_in_call(hands: Inside, action: str) -> None:
    """An action of the call, from the menu button of its header."""
    hands.click("live.menu")
    hands.choose("menu.interview", action)
