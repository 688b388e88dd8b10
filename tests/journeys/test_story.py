"""The whole story by keyboard: prepare, type, tag, score, be killed, resume, review, finalise, PDF."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.journeys.driver import SETTLE, Book, Program, cite_and_settle, keep_picture, until

pytestmark = [pytest.mark.x11, pytest.mark.slow]

FIRST = (
    '" We cut the forecast error by half #A',
    "+ names the baseline before the model #C",
    "explains data quality to a lay person #E",
)
SECOND = ("! no owner for the pipeline", "> I suggested a smaller cut")
THIRD = "? budget for year two"
LATER = "same prompt, same clock"
CUT_OFF = "while this line is being typed the machine dies and nobody had time to save anything at all"
REASON = "Production readiness carries it; the gap in data is a matter of training."

SCORES = {"A": 2, "B": 2, "C": 3, "D": 2, "E": 2}
TITLES = {
    "A": "Applied AI delivery",
    "B": "Data competence",
    "C": "Production readiness",
    "D": "Security and risk",
    "E": "Communication",
}

NOTICED_AFTER = 8.0
"""Seconds without the program that are shown as a gap, and a little more."""


def prepare(program: Program) -> None:
    """From the empty library to the first prompt."""
    keys, book = program.keys, program.book
    keys.press("ctrl+n")
    until(lambda: program.title.startswith("Prepare"), "the form")
    keys.type("Ada Bondarenko")
    until(lambda: book.one("SELECT candidate FROM interview") == "Ada Bondarenko", "the name on the disk")
    keep_picture("2-prepare")
    keys.press(*SETTLE, "ctrl+Return")
    until(lambda: book.phase() == "live", "the call")
    next_prompt(program)


def next_prompt(program: Program) -> str:
    """F8; the step it leads to."""
    before = program.book.shown()
    program.keys.press("F8")
    until(lambda: program.book.shown() not in (before, ""), "another step")
    return program.book.shown()


def type_notes(program: Program) -> str:
    """Notes into three prompts, with markers and tags; the step they end on."""
    keys = program.keys
    keys.type("\n".join(FIRST))
    next_prompt(program)
    keys.type("\n".join(SECOND))
    keys.press("ctrl+2")
    step = next_prompt(program)
    keys.type(THIRD)
    keep_picture("3-live")
    return step


def die_while_typing(program: Program, step: str) -> str:
    """SIGKILL in the middle of a line; what had reached the disk a moment before."""
    book = program.book
    program.keys.press("Return")
    with program.keys.typing(CUT_OFF):
        until(lambda: len("".join(book.notes(step))) > len(THIRD) + 30, "half a line on the disk")
        known = book.notes(step)[-1]
        program.kill()
    return known


def unwatched(program: Program) -> float:
    """Seconds since the program last wrote that it was there."""
    last = datetime.fromisoformat(program.book.one("SELECT at FROM place").split(" ")[0])
    return (datetime.now(UTC) - last).total_seconds()


def resume(program: Program) -> None:
    """Start again and take the offer."""
    program.start()
    keep_picture("4-offer")
    program.keys.press("Return")
    until(lambda: program.book.marks("gap"), "the gap")


def review(program: Program) -> None:
    """Cite the first note offered for each category, settle, recommend, say why, finalise."""
    keys, book = program.keys, program.book
    cite_and_settle(program)
    assert book.settled() == list("ABCDE")
    keep_picture("6-recommend")
    keys.press("Right", "space")
    until(lambda: book.one("SELECT recommendation FROM interview"), "the recommendation")
    keys.press("Tab")
    keys.type(REASON)
    until(lambda: book.one("SELECT reason FROM interview") == REASON, "the reason")
    # Three prompts were never asked: first their reasons, one key each, then the question, then yes.
    keys.press("ctrl+shift+Return", "1", "1", "1")
    until(lambda: len(book.marks("detour")) == 3, "three reasons")
    keep_picture("7-reasons")
    keys.press("ctrl+shift+Return", "ctrl+shift+Return", "ctrl+shift+Return")
    until(lambda: book.phase() == "finalised", "finalised")


def text_of(packet: Path) -> str:
    """The words of a PDF, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(packet).pages).split())


def check_resumed(program: Program, step: str, kept: list[str]) -> None:
    """Same prompt, cursor where it was, all text there, the gap shown, clocks that went on."""
    book = program.book
    assert book.shown() == step
    assert book.notes() == [*kept, *FIRST, SECOND[0], SECOND[1] + " #B"]
    _seq, ended, _ref, counted, cause, span = book.marks("gap")[0]
    assert (counted, cause) == ("counted", "stopped")
    assert NOTICED_AFTER < span < 60
    program.keys.type(f"... and on it goes\n{LATER}")
    until(lambda: LATER in book.notes(step), "typing goes on")
    assert book.notes(step) == [kept[0], kept[1] + "... and on it goes", LATER]
    begun, t = book.rows("SELECT begun, t FROM note WHERE text = ?", LATER)[0]
    started = datetime.fromisoformat(book.one("SELECT started FROM interview").split(" ")[0])
    assert abs((datetime.fromisoformat(begun) - started).total_seconds() - t) < 0.1
    assert t > ended


def score_and_end(program: Program) -> None:
    """A score for each category, then the call is over."""
    for letter, value in SCORES.items():
        program.keys.press("F5", letter.lower(), str(value))
    until(lambda: program.book.scores() == SCORES, "five scores")
    program.keys.press("ctrl+shift+e")
    until(lambda: program.title.startswith("Review"), "the review")
    assert program.book.phase() == "to_review"


def export(program: Program, folder: Path) -> Path:
    """Packet, Export; the file."""
    program.keys.press("ctrl+e")
    until(lambda: program.title.startswith("Packet"), "the packet")
    program.keys.press("ctrl+s")
    until(lambda: list(folder.glob("*.pdf")), "the PDF")
    keep_picture("8-packet")
    return next(folder.glob("*.pdf"))


def check_packet(packet: Path, book: Book) -> None:
    """Notes with their times, scores, reason and name can be read back from the PDF."""
    words = text_of(packet)
    for said in (FIRST[0][2:-3], FIRST[2][:-3], SECOND[0][2:], LATER, REASON, "Ada Bondarenko"):
        assert said in words
    for (t,) in book.rows("SELECT t FROM note WHERE text <> ''"):
        assert f"{int(t) // 60:02d}:{int(t) % 60:02d}" in words
    for letter, value in SCORES.items():
        title = f"{letter} {TITLES[letter]}"
        assert re.search(rf"{title}\D*\b{value}\b", words), f"no {value} after {title}"


@pytest.mark.usefixtures("qapp")
def test_from_an_empty_library_to_the_packet(program: Program, home: Path) -> None:
    book = program.book
    program.start()
    prepare(program)
    step = type_notes(program)
    program.keys.press("F5", "c", "3")
    until(lambda: book.scores() == {"C": 3}, "the score")
    known = die_while_typing(program, step)
    kept = book.notes(step)
    assert kept[0] == THIRD
    assert kept[1].startswith(known)
    assert CUT_OFF.startswith(kept[1])
    until(lambda: unwatched(program) > NOTICED_AFTER, "a gap worth showing")
    resume(program)
    check_resumed(program, step, kept)
    score_and_end(program)
    review(program)
    packet = export(program, home / "Documents")
    check_packet(packet, book)
    assert book.one("SELECT path FROM export") == str(packet)
    assert program.quit() == 0
    assert program.said == ""
    assert "ERROR" not in program.log
