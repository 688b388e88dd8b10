"""From an opening to its packet by keyboard: brief, waiver, checks, reasons, and the kit that binds."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.journeys.driver import Program, cite_and_settle, keep_picture, until

pytestmark = [pytest.mark.x11, pytest.mark.slow]

TITLE = "Support search"
WAIVED = "The team lead decides on scope this week"
NOTES = '" reads a sample first #A\n+ splits by topic #B\n! no owner #C\n? budget #D\nplain words #E'
REASON = "The baseline carries it."


def words_of(file: Path) -> str:
    """The words of a PDF, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def open_position(program: Program, documents: Path) -> str:
    """A new opening with its role and a goal, and the candidate's brief; the words of the brief."""
    keys, book = program.keys, program.book
    keys.press("ctrl+shift+o")
    until(lambda: program.title.startswith("Openings"), "the openings")
    keys.press("ctrl+shift+n")
    until(lambda: book.rows("SELECT id FROM opening"), "an opening")
    keys.type(TITLE)
    until(lambda: book.one("SELECT title FROM opening") == TITLE, "the title")
    keys.press("Tab", "Tab", "Tab", "space", "Right")
    until(lambda: '"features"' in book.one("SELECT sheet FROM opening"), "what will be built")
    keys.press("ctrl+e")
    brief = documents / "Support-search_brief.pdf"
    until(brief.exists, "the brief")
    return words_of(brief)


def prepare(program: Program, candidate: str) -> None:
    """An interview for the opening in front."""
    program.keys.press("ctrl+Return")
    until(lambda: program.title.startswith("Prepare"), "the form")
    program.keys.type(candidate)
    newest = "SELECT candidate FROM interview ORDER BY num DESC LIMIT 1"
    until(lambda: program.book.one(newest) == candidate, "the name")


def waive(program: Program) -> None:
    """Not without a scope; waived, taken back, waived again."""
    keys, book = program.keys, program.book
    keys.press("ctrl+Return", "alt+w", "1")
    until(lambda: waiver(program), "a waiver")
    assert book.phase() == "prepared"
    keys.press("alt+w", "space")
    until(lambda: not waiver(program), "no waiver any more")
    keys.press("alt+w", "3")
    until(lambda: waiver(program) == WAIVED, "another one")


def waiver(program: Program) -> str:
    """Why the newest opening has no scope sheet."""
    sheet = json.loads(program.book.one("SELECT sheet FROM opening"))
    return str(sheet.get("waived", ""))


def hold(program: Program) -> None:
    """Notes, a check, two prompts passed over for a reason, scores."""
    keys, book = program.keys, program.book
    keys.press("ctrl+Return")
    until(lambda: book.phase() == "live", "the call")
    keys.press("F8")
    until(lambda: len(book.marks("shown")) == 2, "the first prompt")
    keys.type(NOTES)
    until(lambda: len(book.notes()) == 5, "the notes")
    keys.press("shift+F4", "F6", "space")
    until(lambda: book.rows("SELECT * FROM tick"), "a check on the disk")
    keys.press("F8", "F8", "F8")
    until(lambda: len(book.marks("shown")) == 5, "the fourth prompt")
    keys.press("ctrl+g", "2")
    keys.type("saved a quarter #A")
    until(lambda: [mark[4] for mark in book.marks("detour")], "a reason")
    for letter in "abcde":
        keys.press("F5", letter, "3")
    until(lambda: len(book.scores()) == 5, "the scores")
    keep_picture("opening-story-live")
    keys.press("ctrl+shift+e")
    until(lambda: book.phase() == "to_review" and program.title.startswith("Review"), "the end")


def review(program: Program) -> None:
    """Cite a note for each category, settle, recommend, say why, give missing reasons, finalise."""
    keys, book = program.keys, program.book
    cite_and_settle(program)
    keys.press("Right", "space")
    until(lambda: book.one("SELECT recommendation FROM interview"), "the recommendation")
    keys.press("Tab")
    keys.type(REASON)
    until(lambda: book.one("SELECT reason FROM interview") == REASON, "the reason")
    # Two prompts were never shown: their reasons, one key each, then the question, then yes.
    keys.press("ctrl+shift+Return", "1", "1")
    until(lambda: len(book.marks("detour")) == 4, "the reasons that were missing")
    keys.press("ctrl+shift+Return", "ctrl+shift+Return", "ctrl+shift+Return")
    until(lambda: book.phase() == "finalised", "finalised")


def packet(program: Program, documents: Path) -> str:
    """The words of the packet, exported by two keys: Enter is on the button that leads there."""
    program.keys.press("Return")
    until(lambda: program.title.startswith("Packet"), "the packet")
    program.keys.press("ctrl+s")
    files = until(lambda: list(documents.glob("*Ada*.pdf")), "the PDF")
    until(lambda: program.book.rows("SELECT path FROM export"), "the record of the export")
    return words_of(files[0])


def test_from_an_opening_to_the_next_candidate(program: Program, home: Path) -> None:
    documents = home / "Documents"
    keys, book = program.keys, program.book
    program.start()
    brief = open_position(program, documents)
    prepare(program, "Ada")
    waive(program)
    hold(program)
    kit = json.loads(book.one("SELECT body FROM kit"))
    asked = [" ".join(prompt["candidate_text"].split()) for prompt in kit["prompts"]]
    assert len(asked) >= 6
    assert "Technical interview" in brief
    assert not [text for text in asked if text[:40] in brief]

    review(program)
    told = packet(program, documents)
    assert WAIVED in told
    assert "Passed over" in told
    assert "already answered" in told
    assert "raised unasked" in told
    assert REASON in told

    keys.press("ctrl+shift+o")
    until(lambda: program.title.startswith("Openings"), "the openings")
    prepare(program, "Omar")
    keys.press("ctrl+Return")
    until(lambda: book.phase() == "live", "the second call, with neither question nor waiver")
    assert len(book.rows("SELECT * FROM kit")) == 1
    assert len(book.rows("SELECT DISTINCT kit FROM interview")) == 1
    assert program.quit() == 0
