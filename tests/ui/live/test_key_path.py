"""What a key press in the notes sets going, counted in calls of our functions: no busy machine changes it.

And the two short cuts of the editor that remember a measure: its scroll bars and the band under the line.
"""

import sys
from types import FrameType

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from interviewer_app.ui.live.notes.editor import NotesEditor, NotesView
from interviewer_app.ui.live.notes.gutter import line_rect
from interviewer_app.ui.live.notes.highlighter import Spotlight
from interviewer_app.ui.style import theme
from tests.controllers.desk import Desk
from tests.ui.live import stage
from tests.ui.live.notebook import gutter, put_caret
from tests.ui.live.on_screen import Call

MOST, MOST_AT_ENTER = 110, 175
"""Calls of Python functions a key press may take; it was 240 before anybody counted."""


@pytest.mark.parametrize("lines", [1, 500])
def test_a_key_press_makes_few_calls(desk: Desk, lines: int) -> None:
    call = Call(desk)
    QApplication.clipboard().setText("\n".join(f"+ line {n}, short as notes are" for n in range(lines)))
    call.editor.paste()
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    call.type("warm")
    for keys, most in (("words and", MOST), ("\r\r\r", MOST_AT_ENTER)):
        calls = 0
        sys.setprofile(count)
        try:
            QTest.keyClicks(call.editor, keys)
        finally:
            sys.setprofile(None)
        assert calls / len(keys) < most
    assert "warmwords and\n\n\n" in call.editor.toPlainText()


def test_the_place_is_told_once_for_an_edit_and_the_move_that_comes_with_it(qtbot: QtBot) -> None:
    editor = opened(qtbot, "one")
    told: list[object] = []
    editor.cursor_moved.connect(told.append)
    QTest.keyClicks(editor, "ab")
    assert len(told) == 2
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert len(told) == 4


def test_the_band_stays_under_the_line_with_the_caret(qtbot: QtBot) -> None:
    editor = opened(qtbot, *(f"line {n} #A" for n in range(40)))
    assert_band(editor)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert_band(editor)
    QTest.keyClicks(editor, "many words that do not fit into one row of so narrow an editor, " * 2)
    assert_band(editor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert_band(editor)
    editor.resize(600, 300)
    assert_band(editor)
    editor.verticalScrollBar().setValue(11)
    assert_band(editor)
    editor.undo()
    assert_band(editor)
    # Words of lines above it, taken away and put there by somebody else's cursor.
    other = QTextCursor(editor.document())
    other.insertText("above\nand above\n")
    assert_band(editor)
    editor.spotlight(Spotlight("B"))
    editor.spotlight(Spotlight())
    assert_band(editor)
    editor.present(NotesView("i1", stage.lines("p2", [(0.0, "a"), (1.0, "b")]), -1))
    assert_band(editor)


@pytest.mark.parametrize("place", [0, 3, 20, 61, 130, 133])
@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Up]
)
def test_the_lines_that_the_caret_leaves_and_comes_to_are_painted_anew(
    qtbot: QtBot, place: int, key: Qt.Key
) -> None:
    editor = opened(qtbot, "one", "two", "", *(f"line {n} " * 9 for n in range(2)), "", "last")
    put_caret(editor, place)
    QApplication.processEvents()
    left = editor.textCursor().blockNumber()
    painted = {editor.viewport(): QRegion(), gutter(editor): QRegion()}
    watch = Painted(painted)
    for widget in painted:
        widget.installEventFilter(watch)
    QTest.keyClick(editor, key)
    QApplication.processEvents()
    come = editor.textCursor().blockNumber()
    for number in {left, come} if come != left else ():
        where = line_rect(editor, editor.document().findBlockByNumber(number))
        for widget, region in painted.items():
            seen = QRect(0, where.top(), widget.width(), where.height()) & widget.rect()
            assert QRegion(seen).subtracted(region).isEmpty(), (number, seen, region)


def test_the_scroll_bars_follow_the_text_size(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    editor = opened(qtbot, "one")
    bar = editor.verticalScrollBar()
    usual = bar.sizeHint().width()
    theme.apply(app, "light", text_scale=2.0)
    try:
        assert bar.sizeHint().width() == 2 * usual
    finally:
        theme.apply(app, "light")
    assert bar.sizeHint().width() == usual


class Painted(QObject):
    """Collects what of each widget is painted."""

    def __init__(self, regions: dict[QWidget, QRegion]) -> None:
        super().__init__()
        self._regions = regions

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self._regions[watched] |= event.region()
        return False


def opened(qtbot: QtBot, *texts: str) -> NotesEditor:
    editor = NotesEditor()
    qtbot.addWidget(editor)
    editor.resize(400, 300)
    editor.present(NotesView("i1", stage.lines("p1", [(float(n), text) for n, text in enumerate(texts)]), -1))
    editor.show()
    qtbot.waitExposed(editor)
    editor.setFocus()
    return editor


def assert_band(editor: NotesEditor) -> None:
    """The band begins and ends with the line, as measured now."""
    QApplication.processEvents()
    where = line_rect(editor, editor.textCursor().block())
    picture = editor.viewport().grab().toImage()
    band, ground = theme.current().window, theme.current().base
    x = editor.viewport().width() - 4
    for y, colour in ((where.top(), band), (where.bottom(), band), (where.top() - 1, ground)):
        if picture.rect().contains(QPoint(x, y)):
            assert picture.pixelColor(x, y) == colour, (y, where)
