"""What a key press in the notes costs at 0, 10,000 and 100,000 characters; printed (run with -s)."""

import time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.live import hints
from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.ui.live.notes.editor import NotesEditor, NotesView
from tests.ui.live import stage

LINES = [
    (float(n), f"+ words of a line that is about sixty characters long, number {n} #A") for n in range(1500)
]
HINTS = hints.load(None).hygiene


def measure(editor: QTextEdit, keys: int = 300) -> tuple[float, float]:
    """Median and 99th percentile of a key press, in milliseconds."""
    taken = []
    for n in range(keys):
        began = time.perf_counter()
        QTest.keyClicks(editor, "abcdefg hij"[n % 11])
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.99)]


@pytest.mark.parametrize("count", [0, 150, 1500])
def test_a_key_press(qtbot: QtBot, count: int) -> None:
    rows_there = LINES[:count] or [(0.0, "")]
    plain = QTextEdit()
    plain.setPlainText("\n".join(text for _t, text in rows_there))
    edits: list[NoteEdit] = []
    rows = []
    ours, hinted = NotesEditor(), NotesEditor()
    hinted.watch(HINTS.find)
    for made in (ours, hinted):
        made.edit_requested.connect(edits.append)
        made.present(NotesView("i1", stage.lines("p1", rows_there), -1))
    for name, editor in (("bare QTextEdit", plain), ("notes editor", ours), ("with hints", hinted)):
        qtbot.addWidget(editor)
        editor.resize(600, 500)
        editor.show()
        qtbot.waitExposed(editor)
        for place, position in (("end", 1_000_000), ("middle", 33 * count)):
            cursor = editor.textCursor()
            cursor.setPosition(min(position, editor.document().characterCount() - 1))
            editor.setTextCursor(cursor)
            rows.append((name, place, *measure(editor)))
    for row in rows:
        print(f"{count:5} lines", "{:16} {:8} p50 {:.3f} ms  p99 {:.3f} ms".format(*row))
    assert len(edits) == 1200
