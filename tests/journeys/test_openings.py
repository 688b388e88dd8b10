"""From an opening to its first call, by keyboard in the real program."""

import json
from pathlib import Path

import pytest

from tests.journeys.driver import Program, keep_picture, until

pytestmark = pytest.mark.x11


def sheet(program: Program) -> dict[str, object]:
    """What is stored of the newest opening."""
    stored = program.book.one("SELECT sheet FROM opening ORDER BY rowid DESC LIMIT 1")
    found: dict[str, object] = json.loads(stored) if stored else {}
    return found


def test_from_an_opening_to_the_call(program: Program, home: Path) -> None:
    keys, book = program.keys, program.book
    program.start()
    keys.press("ctrl+shift+o")
    until(lambda: program.title.startswith("Openings"), "the openings")
    keys.press("ctrl+shift+n")
    until(lambda: book.rows("SELECT id FROM opening"), "an opening")
    keys.type("Data engineer")
    until(lambda: book.one("SELECT title FROM opening") == "Data engineer", "the title")
    # Level, GenAI, then what will be built.
    keys.press("Tab", "Tab", "Tab", "space")
    until(lambda: "picker" in sheet(program), "the answer")
    keep_picture("openings-role")
    keys.press("ctrl+Next")
    keys.type("Late files down from 9 to 1 a month")
    until(lambda: "scope" in sheet(program), "the goal")
    keys.press("ctrl+e")
    brief = home / "Documents" / "Data-engineer_brief"
    until(brief.with_suffix(".pdf").exists, "the brief")
    until(brief.with_suffix(".txt").exists, "the brief as text")
    assert brief.with_suffix(".txt").read_text(encoding="utf-8").startswith("Your")

    keys.press("ctrl+Return")
    until(lambda: program.title.startswith("Prepare"), "the form")
    keys.type("Ada")
    keys.press("alt+w", "1", "ctrl+Return")
    until(lambda: book.phase() == "live", "the call")
    frozen = json.loads(book.one("SELECT opening_sheet FROM interview"))
    assert frozen["scope"] == {"goal": "Late files down from 9 to 1 a month"}
    assert frozen["waived"]
