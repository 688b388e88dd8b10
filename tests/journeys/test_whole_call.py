"""A call of six prompts by keyboard alone, on the whole window and in the ribbon.

The disk says what the screen says; a warning anywhere, Qt's among them, fails it (tests/conftest.py).
"""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from interviewer_app.domain.interview import Phase
from interviewer_app.storage import checks
from interviewer_app.ui.live.notes.editor import NotesEditor
from tests.journeys.driver import keep_picture, until, xdotool
from tests.journeys.inside import Inside

pytestmark = [pytest.mark.x11, pytest.mark.slow]

PROMPTS = 6


@dataclass(frozen=True)
class Written:
    """What is typed into the notes of a prompt, and the lines it leaves."""

    typed: str
    chords: tuple[str, ...]
    lines: tuple[str, ...]


NOTES = (
    Written('" It fell on a Monday', ("ctrl+1",), ('" It fell on a Monday #A',)),
    Written("no owner for the pipeline\nasked why", ("alt+5",), ("no owner for the pipeline", "> asked why")),
    Written("knows the baseline", ("alt+2", "ctrl+3"), ("+ knows the baseline #C",)),
    Written("one\ntwo", ("alt+Up", "ctrl+2"), ("two #B", "one")),
    Written("first ;ltnc ", (), ("first left to the next conversation ",)),
    Written("budget?", ("ctrl+t", "alt+4", "ctrl+4"), ("? budget? #D", "")),
)
SCORES = {"A": 3, "B": 2, "C": 4, "D": None, "E": 1}


@pytest.mark.parametrize("mode", ["whole", "ribbon"])
def test_a_call_of_six_prompts_by_keyboard(hands: Inside, mode: str) -> None:
    editor = hands.begin("Emil")
    keys, book = hands.keys, hands.book
    if mode == "ribbon":
        keys.press("ctrl+r")
        hands.seen("ribbon.whole", QWidget)
    for number, written in enumerate(NOTES, 1):
        step = next_prompt(hands)
        write(hands, editor, written)
        assert tuple(book.notes(step)) == written.lines
        use_a_probe(hands, editor)
        if number == 2:
            pause(hands)
        if number == 3:
            find(hands, editor)
            hide(hands, editor)
            show_the_candidate(hands)
        keep_picture(f"{mode}-{number}")
    assert len(book.marks("probe")) + len(book.marks("fact")) == PROMPTS
    for letter, value in SCORES.items():
        keys.press("F5", letter.lower(), "minus" if value is None else str(value))
        scored(hands, letter)
        until(editor.hasFocus, "the keys back in the notes")
    assert book.scores() == SCORES
    looked_over(hands, editor)
    keys.press("ctrl+shift+e")
    until(lambda: book.phase() == Phase.TO_REVIEW, "the end of the call")
    assert hands.program.keeper.flush()
    assert checks.check(book.path) == []


def next_prompt(hands: Inside) -> str:
    """F8, and the step it leads to."""
    before = hands.book.shown()
    hands.keys.press("F8")
    until(lambda: hands.book.shown() not in (before, ""), "another step")
    return hands.book.shown()


def write(hands: Inside, editor: NotesEditor, written: Written) -> None:
    """Type notes, mark and tag them."""
    assert editor.hasFocus()
    hands.type(written.typed)
    hands.keys.press(*written.chords)
    wanted = "\n".join(written.lines)
    until(lambda: editor.toPlainText() == wanted, wanted)
    assert hands.program.keeper.flush()


def use_a_probe(hands: Inside, editor: NotesEditor) -> None:
    """Tick the first probe and go back to the notes, by F2, F6 and Space."""
    keys, book = hands.keys, hands.book
    before = len(book.marks("probe"))
    in_ribbon = any(w.isVisible() for w in hands.window.findChildren(QWidget, "ribbon"))
    keys.press("F2")
    until(lambda: any(row.isVisible() for row in probes(hands)), "the probes")
    until(lambda: over_to(hands, "live.probe."), "a probe with the focus")
    keys.press("space")
    until(lambda: len(book.marks("probe")) == before + 1, "the probe on the disk")
    if in_ribbon:
        keys.press("F2")
    until(lambda: over_to(hands, "live.notes"), "the notes with the focus")
    until(editor.hasFocus, "the focus in the notes")


def probes(hands: Inside) -> list[QWidget]:
    """The rows that are probes."""
    return [w for w in hands.window.findChildren(QWidget) if w.objectName().startswith("live.probe.")]


def over_to(hands: Inside, name: str) -> bool:
    """One pane on, unless it has the focus already."""
    focus = QApplication.focusWidget()
    if focus is not None and focus.objectName().startswith(name):
        return True
    hands.keys.press("F6")
    return False


def pause(hands: Inside) -> None:
    """Pause for the connection, and go on."""
    hands.keys.press("F9", "3")
    until(lambda: hands.book.marks("paused"), "the pause")
    hands.keys.press("F9")
    until(lambda: hands.book.marks("resumed"), "going on")


def find(hands: Inside, editor: NotesEditor) -> None:
    """Find a word of an earlier prompt, and come back."""
    here = editor.step
    hands.keys.press("ctrl+f")
    hands.seen("live.find", QWidget)
    hands.type("monday")
    hands.keys.press("Return")
    until(lambda: editor.step != here, "the prompt of the word")
    hands.keys.press("Escape")
    until(editor.hasFocus, "the keys back in the notes")
    until(lambda: editor.step == here, "the prompt it began from")


def hide(hands: Inside, editor: NotesEditor) -> None:
    """Type behind the curtain."""
    hands.keys.press("F12")
    until(lambda: hands.window.windowTitle() == "Interviewer", "the curtain")
    hands.type(" x")
    hands.keys.press("BackSpace", "BackSpace", "F12")
    until(lambda: hands.window.windowTitle() != "Interviewer", "the curtain gone")
    until(lambda: editor.toPlainText() == "\n".join(NOTES[2].lines), "what was typed, taken back")


def show_the_candidate(hands: Inside) -> None:
    """Open the candidate's window and close it; the call has the keys again."""
    hands.keys.press("ctrl+shift+c")
    other = until(candidate_views, "the candidate view in sight")[0]
    hands.keys.press("ctrl+shift+c")
    until(lambda: not other.isVisible(), "the candidate view closed")
    xdotool("windowactivate", str(int(hands.window.winId())))
    until(hands.window.isActiveWindow, "the call in front")


def scored(hands: Inside, letter: str) -> None:
    """Wait for a score on the disk."""
    until(lambda: letter in hands.book.scores(), f"{letter} scored")


def left(editor: NotesEditor, step: str) -> None:
    """Wait for another prompt."""
    until(lambda: editor.step != step, "another prompt")


def candidate_views() -> list[QWidget]:
    """The window of the candidate, if it is in sight."""
    return [w for w in QApplication.topLevelWidgets() if w.objectName() == "candidate" and w.isVisible()]


def looked_over(hands: Inside, editor: NotesEditor) -> None:
    """Go back through every prompt: each shows the notes that lie on the disk."""
    for written in reversed(NOTES):
        assert editor.toPlainText() == "\n".join(written.lines)
        assert hands.book.notes(editor.step) == list(written.lines)
        before = editor.step
        hands.keys.press("F7")
        left(editor, before)
