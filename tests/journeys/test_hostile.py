"""Text nobody expects: huge, right to left, emoji, markup, controls.

It is taken in time or refused with a sentence. What is accepted is the same on the
screen and on the disk, and the program goes on.
"""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from interviewer_app.ui.live.notes.editor import NotesEditor
from tests.journeys.driver import SETTLE, Program, keep_picture, until
from tests.journeys.inside import Inside

pytestmark = pytest.mark.x11

IN_TIME = 5.0
"""Seconds within which the largest paste is on the disk; a second or so on a quiet machine."""


def paste(hands: Inside, text: str) -> None:
    """Ctrl+V with this text on the clipboard."""
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    hands.keys.press("ctrl+v")


def stored_name(hands: Inside) -> str:
    """The candidate on the disk."""
    return str(hands.book.one("SELECT candidate FROM interview") or "")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("x" * 10_000, "x" * 200),
        ("עדה לבלייס", "עדה לבלייס"),
        ("\u202eevil\u202c", "evil"),
        ("👩🏽‍💻 Zoë 🇺🇳", "👩🏽‍💻 Zoë 🇺🇳"),
        ("<b>bold</b> & <img src=x>", "<b>bold</b> & <img src=x>"),
        ("tab\tand\nline\x00nul", "tabandlinenul"),
    ],
    ids=["long", "right to left", "override", "emoji", "markup", "controls"],
)
def test_candidate_names(hands: Inside, name: str, kept: str) -> None:
    hands.keys.press("ctrl+n")
    until(lambda: hands.window.scope == "prepare", "the form")
    field = hands.seen("prepare.candidate", QLineEdit)
    paste(hands, name)
    until(field.text, "a name in the field")
    until(lambda: stored_name(hands) == field.text(), "the same name on the disk")
    assert field.text().replace(" ", "") == kept.replace(" ", "")
    assert (len(name) > 200) == any(
        "left out" in label.text() for label in hands.window.findChildren(QLabel, "prepare.candidate_hint")
    )
    hands.keys.press(*SETTLE, "ctrl+Return")
    until(lambda: hands.window.scope == "live", "the call")
    hands.keys.press("alt+Home")
    until(lambda: hands.window.scope == "library", "the library")
    keep_picture("hostile-name")


def test_an_empty_name_does_not_start(hands: Inside) -> None:
    hands.keys.press("ctrl+n")
    until(lambda: hands.window.scope == "prepare", "the form")
    hands.type("   ")
    hands.keys.press("ctrl+Return")
    obstacle = hands.seen("prepare.obstacle", QLabel)
    assert obstacle.text() == "Type a name or a code first."
    assert hands.window.scope == "prepare"
    hands.type("G")
    hands.keys.press(*SETTLE, "ctrl+Return")
    until(lambda: hands.window.scope == "live", "the call")


HOSTILE = (
    "<b>bold</b> <img src='file:///etc/passwd'> &amp; </p>",
    "nul \x00 bell \x07 escape \x1b[31m c1 \x85 end",
    "lone \ud800 and \udfff surrogates",
    "\u202eright to left override\u202c and \u2066isolate\u2069",
    "שלום עולם مرحبا بالعالم 你好 👩🏽‍💻 e\u0301",
    "line\u2028separator and\u2029paragraph and\x0bvertical",
    "frame\ufdd0edges\ufdd1and\ufffenon\uffffcharacters",
    "nbsp\u00a0tab\tend",
    "Robert'); DROP TABLE note;--",
)


def paste_a_line(hands: Inside, editor: NotesEditor, text: str) -> None:
    """Ctrl+V, Enter."""
    before = editor.document().blockCount()
    paste(hands, text)
    hands.keys.press("Return")
    until(lambda: editor.document().blockCount() > before, "the paste")


def test_hostile_notes(hands: Inside) -> None:
    editor = hands.begin("Gina")
    for text in HOSTILE:
        paste_a_line(hands, editor, text)
    hands.type("last")
    until(lambda: hands.book.notes()[-1:] == ["last"], "everything on the disk")
    on_screen = editor.document().toRawText().split("\u2029")
    assert hands.book.notes() == on_screen
    keep_picture("hostile-notes")
    whole = "\n".join(on_screen)
    assert HOSTILE[0] in whole
    assert HOSTILE[4] in whole
    assert HOSTILE[8] in whole
    assert not any((ord(c) < 32 and c not in "\n\t") or 0xD800 <= ord(c) < 0xE000 for c in whole)
    hands.keys.press("F8", "F7")
    until(lambda: len(hands.book.marks("shown")) == 3, "there and back")
    assert editor.document().toRawText().split("\u2029") == on_screen


@pytest.mark.parametrize("line", ["many words in it. " * 11 + "\n", "x"], ids=["lines", "one word"])
def test_almost_a_megabyte_is_taken(hands: Inside, line: str) -> None:
    editor = hands.begin("Gina")
    text = (line * (900_000 // len(line))).strip()
    whole = text.replace("\n", "")
    paste(hands, text)
    until(lambda: sum(map(len, hands.book.notes())) >= len(whole), "all of it on the disk", IN_TIME)
    assert "".join(hands.book.notes()) == whole
    assert hands.book.notes() == editor.toPlainText().split("\n")
    hands.type("!")
    until(lambda: hands.book.notes()[-1].endswith("!"), "typing goes on", IN_TIME)
    keep_picture("megabyte")


def test_more_than_a_megabyte_is_refused(hands: Inside) -> None:
    editor = hands.begin("Gina")
    hands.type("kept")
    paste(hands, "y" * 1_000_001)
    until(lambda: "more text" in hands.banner(), "the sentence")
    assert editor.toPlainText() == "kept"
    hands.type(" and on")
    until(lambda: hands.book.notes() == ["kept and on"], "typing goes on")


@pytest.mark.usefixtures("qapp")
def test_the_clipboard_of_another_program(program: Program) -> None:
    program.start()
    program.keys.press("ctrl+n")
    until(lambda: program.title.startswith("Prepare"), "the form")
    program.keys.type("Gina")
    until(lambda: program.book.one("SELECT candidate FROM interview") == "Gina", "the name")
    program.keys.press(*SETTLE, "ctrl+Return")
    until(lambda: program.book.phase() == "live", "the call")
    data = QMimeData()
    data.setText("plain words\nin two lines")
    data.setHtml("<b>rich</b> words")
    QApplication.clipboard().setMimeData(data)
    program.keys.press("ctrl+v")
    until(lambda: program.book.notes() == ["plain words", "in two lines"], "the words alone")
    assert program.quit() == 0
    assert program.said == ""
