"""What a key press in the notes costs at 100,000 characters; printed, never judged (run with -s)."""

import time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from interviewer_app.domain.notes import Edit
from interviewer_app.ui.live.editor import NotesEditor, NotesView
from tests.ui.live import stage

LINES = [
    (float(n), f"+ words of a line that is about sixty characters long, number {n} #A") for n in range(1500)
]


def measure(editor: QTextEdit, keys: int = 300) -> tuple[float, float]:
    """Median and 99th percentile of a key press, in milliseconds."""
    taken = []
    for n in range(keys):
        began = time.perf_counter()
        QTest.keyClicks(editor, "abcdefg hij"[n % 11])
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.99)]


def test_a_key_press_among_100_000_characters(qtbot: QtBot) -> None:
    plain = QTextEdit()
    plain.setPlainText("\n".join(text for _t, text in LINES))
    ours = NotesEditor()
    edits: list[Edit] = []
    ours.edit_requested.connect(edits.append)
    ours.render(NotesView("i1", stage.lines("p1", LINES), -1))
    rows = []
    for name, editor in (("bare QTextEdit", plain), ("notes editor", ours)):
        qtbot.addWidget(editor)
        editor.resize(600, 500)
        editor.show()
        qtbot.waitExposed(editor)
        for place, position in (("end", editor.document().characterCount() - 1), ("middle", 50_000)):
            cursor = editor.textCursor()
            cursor.setPosition(position)
            editor.setTextCursor(cursor)
            rows.append((name, place, *measure(editor)))
    for row in rows:
        print("{:16} {:8} p50 {:.3f} ms  p99 {:.3f} ms".format(*row))
    assert len(edits) == 600
