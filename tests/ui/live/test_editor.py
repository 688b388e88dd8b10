"""Every change of the notes editor, told as edits, gives exactly the lines of its document."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.views import LinesView
from interviewer_app.domain.notes import MAX_LINE, MAX_SHEET, Edit, Marker, Sheet, clean, edit
from interviewer_app.ui import theme
from interviewer_app.ui.live.editor import CursorAt, NotesEditor, NotesView, TooLong
from interviewer_app.ui.live.highlighter import Spotlight
from tests.builders import a_moment, new_ids
from tests.ui.live import stage


class Notebook(QObject):
    """Keeps the sheets as the domain would, from the edits alone."""

    def __init__(self, editor: NotesEditor) -> None:
        super().__init__()
        self.editor = editor
        self.sheets: dict[str, Sheet] = {}
        self.edits: list[Edit] = []
        self.cursors: list[CursorAt] = []
        self.refused: list[TooLong] = []
        self.step = ""
        self.now = 99.0
        self._ids = new_ids()
        editor.edit_requested.connect(self.take)
        editor.cursor_moved.connect(self.cursors.append)
        editor.text_refused.connect(self.refused.append)

    def open(self, step: str, *texts: str, interview: str = "i1", cursor: int = 0) -> None:
        if step not in self.sheets:
            view = stage.lines(step, [(60.0 * n, text) for n, text in enumerate(texts or ("",))])
            self.sheets[step] = Sheet(step, view.lines)
        self.step = step
        lines = LinesView(step, self.sheets[step].lines)
        self.editor.render(NotesView(interview, lines, cursor))

    def take(self, wish: Edit) -> None:
        self.edits.append(wish)
        after = edit(self.sheets[wish.step], wish, self.now, a_moment(self.now).utc, self._ids)
        self.sheets[wish.step] = after.sheet
        self.editor.render_lines(LinesView(wish.step, after.sheet.lines))

    @property
    def lines(self) -> set[tuple[str, str, float, bool]]:
        """Identity, words, time and stamp of every line, whatever their order."""
        return {(note.id, note.text, note.t, note.stamped) for note in self.sheets[self.step].lines}

    @property
    def kept(self) -> list[str]:
        return [note.text for note in self.sheets[self.step].lines]


def shown(editor: NotesEditor) -> list[str]:
    block, out = editor.document().firstBlock(), []
    while block.isValid():
        out.append(block.text())
        block = block.next()
    return out


def paste(editor: NotesEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def put_caret(editor: NotesEditor, position: int, anchor: int | None = None) -> None:
    cursor = editor.textCursor()
    last = editor.document().characterCount() - 1
    cursor.setPosition(min(position if anchor is None else anchor, last))
    cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


@pytest.fixture
def editor(qtbot: QtBot) -> NotesEditor:
    made = NotesEditor()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.setFocus()
    return made


@contextmanager
def an_editor() -> Iterator[NotesEditor]:
    """For property tests, which make many in one test."""
    made = NotesEditor()
    made.resize(500, 300)
    made.show()
    yield made
    made.hide()
    made.deleteLater()
    # Or all of them would follow every change of text size to the end of the test.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def write(editor: NotesEditor, text: str) -> None:
    """Key presses for any character, which QTest.keyClicks has for ASCII only."""
    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(editor, event)


ACTS = st.one_of(
    st.tuples(st.just("type"), st.text(alphabet="ab #A+é🙂", min_size=1, max_size=4)),
    st.tuples(
        st.just("key"),
        st.sampled_from(["enter", "shift-enter", "back", "delete", "undo", "redo", "cut-line"]),
    ),
    st.tuples(st.just("caret"), st.integers(0, 60)),
    st.tuples(st.just("select"), st.tuples(st.integers(0, 60), st.integers(0, 60))),
    st.tuples(st.just("paste"), st.text(alphabet="xy\n\r\u2028\u2029\x0b\x07\ufdd0\u202e🙂 ", max_size=12)),
    st.tuples(st.just("marker"), st.sampled_from(list(Marker)[1:])),
    st.tuples(st.just("tag"), st.sampled_from("AB")),
    st.tuples(st.just("stamp"), st.none()),
    st.tuples(st.just("move"), st.booleans()),
    st.tuples(st.just("step"), st.sampled_from(["p1", "p2"])),
)


def act(notebook: Notebook, kind: str, what: Any) -> None:
    editor = notebook.editor
    acts: dict[str, Callable[[], None]] = {
        "type": lambda: write(editor, what),
        "key": lambda: press(editor, what),
        "caret": lambda: put_caret(editor, what),
        "select": lambda: put_caret(editor, *what),
        "paste": lambda: paste(editor, what),
        "marker": lambda: editor.toggle_marker(what),
        "tag": lambda: editor.toggle_tag(what),
        "stamp": editor.stamp_line,
        "move": lambda: editor.move_lines(down=what),
        "step": lambda: notebook.open(what),
    }
    acts[kind]()


def press(editor: NotesEditor, name: str) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    acts: dict[str, Callable[[], None]] = {
        "enter": lambda: QTest.keyClick(editor, Qt.Key.Key_Return),
        "shift-enter": lambda: QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
        "back": lambda: QTest.keyClick(editor, Qt.Key.Key_Backspace),
        "delete": lambda: QTest.keyClick(editor, Qt.Key.Key_Delete),
        "undo": lambda: QTest.keyClick(editor, Qt.Key.Key_Z, control),
        "redo": lambda: QTest.keyClick(editor, Qt.Key.Key_Y, control),
        "cut-line": lambda: QTest.keyClick(editor, Qt.Key.Key_K, control),
    }
    acts[name]()


def worded(lines: Iterable[tuple[str, str, float, bool]]) -> set[tuple[str, str, float, bool]]:
    """The lines that say something, each with its identity, time and stamp."""
    return {line for line in lines if line[1].strip()}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, max_size=30))
@example([("paste", " \r"), ("move", False), ("select", (6, 15)), ("move", False)])
@example([("paste", " \r"), ("move", False), ("caret", 4), ("stamp", None)])
@example([("move", True), ("caret", 18), ("paste", "\r\r\r\r"), ("move", False), ("move", True)])
@example([("type", "🙂"), ("key", "enter"), ("move", False)])
@pytest.mark.usefixtures("qapp")
def test_edits_replayed_give_the_document(acts: list[tuple[str, object]]) -> None:
    with an_editor() as editor:
        notebook = Notebook(editor)
        notebook.open("p2", "elsewhere")
        notebook.open("p1", "one", "+ two #A", "", "four")
        for kind, what in acts:
            before = notebook.lines
            act(notebook, kind, what)
            assert notebook.kept == shown(editor), (kind, what)
            if kind == "move":
                # Which of several lines without words is which, nobody can tell.
                assert worded(notebook.lines) == worded(before)
            assert all(text == clean(text) and "\n" not in text for text in notebook.kept)


def test_loading_reports_nothing_and_typing_reports_one_line(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "one", "two", "three", cursor=7)
    assert notebook.edits == []
    assert editor.textCursor().position() == 7
    QTest.keyClicks(editor, "x")
    assert notebook.edits == [Edit("p1", 1, 1, ("twox",))]
    assert notebook.cursors[-1] == CursorAt("p1", 8)


def test_a_cursor_beyond_the_end_or_before_the_beginning_is_the_end(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "abc", cursor=900)
    assert editor.textCursor().position() == 3
    notebook.open("p2", "abcd", cursor=-1)
    assert editor.textCursor().position() == 4


def test_steps_keep_caret_selection_undo_and_scroll(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", *(f"line {n}" for n in range(60)))
    put_caret(editor, 250, 240)
    QTest.keyClicks(editor, "new")
    put_caret(editor, 30, 20)
    editor.verticalScrollBar().setValue(50)
    notebook.open("p2")
    QTest.keyClicks(editor, "other words")
    notebook.open("p1")
    assert (editor.textCursor().position(), editor.textCursor().anchor()) == (30, 20)
    assert editor.verticalScrollBar().value() == 50
    before = shown(editor)
    press(editor, "undo")
    assert shown(editor) != before
    assert notebook.kept == shown(editor)
    assert [note.text for note in notebook.sheets["p2"].lines] == ["other words"]


def test_another_interview_begins_with_its_own_notes(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "first candidate")
    notebook.sheets.clear()
    notebook.open("p1", "second candidate", interview="i2")
    assert shown(editor) == ["second candidate"]
    press(editor, "undo")
    assert shown(editor) == ["second candidate"]


def test_shift_enter_begins_a_note_of_its_own(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1")
    QTest.keyClicks(editor, "one")
    press(editor, "shift-enter")
    QTest.keyClicks(editor, "two")
    assert notebook.kept == ["one", "two"]


def test_pasted_text_is_plain_clean_and_cut(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1")
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold\r\nnext\u2028third\x07" + "w" * (MAX_LINE + 5))
    editor.insertFromMimeData(data)
    assert notebook.kept[:2] == ["bold", "next"]
    assert notebook.kept[2].startswith("third\ufffd")
    assert max(len(text) for text in notebook.kept) <= MAX_LINE
    assert editor.textCursor().charFormat().fontWeight() < 600


def test_too_much_text_is_refused_whole(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "kept")
    paste(editor, "a" * MAX_SHEET)
    assert notebook.refused == [TooLong(MAX_SHEET)]
    assert shown(editor) == ["kept"]


def test_an_input_method_writes_and_is_cleaned(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1")
    composing = QInputMethodEvent("に", [])
    QApplication.sendEvent(editor, composing)
    assert notebook.kept == [""]
    done = QInputMethodEvent("", [])
    done.setCommitString("日本\u2028語")
    QApplication.sendEvent(editor, done)
    assert notebook.kept == ["日本", "語"]


def test_what_came_in_by_another_door_is_mended(editor: NotesEditor, qtbot: QtBot) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "one")
    QTextCursor(editor.document()).insertText("a\u2028b\x07")
    qtbot.waitUntil(lambda: shown(editor) == ["a", "b\ufffdone"])
    assert notebook.kept == ["a", "b\ufffdone"]


def test_a_marker_shortcut_keeps_the_caret_with_its_words(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "one", "two", cursor=5)
    editor.toggle_marker(Marker.AGAINST)
    QTest.keyClicks(editor, "x")
    assert notebook.kept == ["one", "! txwo"]
    editor.toggle_marker(Marker.AGAINST)
    assert notebook.kept == ["one", "txwo"]
    press(editor, "undo")
    assert notebook.kept == ["one", "! txwo"]
    assert editor.textCursor().position() == 8


def test_markers_and_tags_go_to_every_selected_line_and_undo_as_one(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "one", "two", "three")
    put_caret(editor, 6, 1)
    editor.toggle_tag("B")
    assert notebook.kept == ["one #B", "two #B", "three"]
    press(editor, "undo")
    assert notebook.kept == ["one", "two", "three"]


def test_words_typed_after_a_tag_do_not_spoil_it(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "words", cursor=-1)
    editor.toggle_tag("C")
    QTest.keyClicks(editor, "more")
    assert notebook.kept == ["words #C more"]
    editor.toggle_tag("D")
    QTest.keyClicks(editor, ", and")
    assert notebook.kept == ["words #C more #D, and"]


def test_the_gutter_shows_when_each_line_was_begun(editor: NotesEditor, qtbot: QtBot) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "zero", "one " * 60, "", "three")
    qtbot.waitExposed(editor)
    assert editor.gutter.times() == ("00:00", "01:00", "", "03:00")
    put_caret(editor, editor.document().characterCount() - 1)
    press(editor, "enter")
    QTest.keyClicks(editor, "x")
    assert editor.gutter.times() == ("00:00", "01:00", "", "03:00", "01:39")


def test_a_stamp_shows_its_time_at_once_and_keeps_it(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "zero", "one", cursor=8)
    editor.stamp_line()
    QTest.keyClicks(editor, " on")
    assert notebook.kept == ["zero", "one on", ""]
    assert editor.gutter.times() == ("00:00", "01:00", "01:39")
    notebook.now = 300.0
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClicks(editor, "later")
    assert notebook.kept == ["zero", "one on", "later"]
    assert editor.gutter.times() == ("00:00", "01:00", "01:39")
    for _n in range(3):
        press(editor, "undo")
    assert notebook.kept == ["zero", "one"]
    assert editor.textCursor().position() == 8
    notebook.now = 400.0
    for _n in range(3):
        press(editor, "redo")
    assert notebook.kept == ["zero", "one on", "later"]
    assert editor.gutter.times() == ("00:00", "01:00", "01:39")


def test_a_stamp_on_an_empty_line_leaves_the_caret_on_an_empty_line_below(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1")
    editor.stamp_line()
    notebook.now = 120.0
    QTest.keyClicks(editor, "goes on")
    assert notebook.kept == ["", "goes on"]
    assert editor.gutter.times() == ("01:39", "02:00")


def test_enter_in_a_stamped_line_begins_a_line_of_its_own(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "zero", cursor=-1)
    editor.stamp_line()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClicks(editor, "filled")
    notebook.now = 200.0
    press(editor, "enter")
    assert editor.gutter.times() == ("00:00", "01:39", "")
    QTest.keyClicks(editor, "x")
    put_caret(editor, 5)
    press(editor, "enter")
    assert notebook.kept == ["zero", "", "filled", "x"]
    assert editor.gutter.times() == ("00:00", "", "01:39", "03:20")


def test_a_stamp_deleted_and_brought_back_has_its_time_after_a_restart_too(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "zero", cursor=-1)
    editor.stamp_line()
    stamped = notebook.sheets["p1"].lines[1]
    editor.render(NotesView("i2", LinesView("p1", notebook.sheets["p1"].lines), -1))
    notebook.now = 500.0
    press(editor, "back")
    assert notebook.kept == ["zero"]
    press(editor, "undo")
    assert notebook.sheets["p1"].lines[1] == stamped


def test_moved_lines_keep_caret_selection_and_undo_as_one(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "one", "two", "", "three")
    put_caret(editor, 6, 2)
    editor.move_lines(down=True)
    assert notebook.kept == ["", "one", "two", "three"]
    assert editor.textCursor().selectedText() == "e\u2029tw"
    editor.move_lines(down=True)
    assert notebook.kept == ["", "three", "one", "two"]
    editor.move_lines(down=True)
    assert notebook.kept == ["", "three", "one", "two"]
    editor.move_lines(down=False)
    press(editor, "undo")
    assert notebook.kept == ["", "three", "one", "two"]
    press(editor, "undo")
    assert notebook.kept == ["", "one", "two", "three"]
    assert [note.t for note in notebook.sheets["p1"].lines] == [120.0, 0.0, 60.0, 180.0]


def test_the_gutter_points_out_the_notes_of_a_category(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "about C #C", "about B #B", "untagged", "> help")
    editor.spotlight(Spotlight("C", own=True))
    picture = editor.gutter.grab().toImage()
    accent = theme.current().accent.rgb()
    pitch = theme.line_height("note") + 4
    lit = [picture.pixel(QPoint(1, n * pitch + pitch // 2)) == accent for n in range(4)]
    assert lit == [True, False, False, False]
    light = Spotlight("C", own=True)
    assert [light.fades(text) for text in shown(editor)] == [False, True, False, True]
    assert not Spotlight().fades("about B #B")


def test_a_larger_text_keeps_the_notes(editor: NotesEditor, qapp: QApplication) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "one", "two")
    QTest.keyClicks(editor, "x")
    told = len(notebook.edits)
    theme.apply(qapp, "dark", 1.5)
    assert shown(editor) == ["xone", "two"]
    assert len(notebook.edits) == told
    assert editor.textCursor().position() == 1
    block = editor.document().firstBlock()
    assert block.blockFormat().lineHeight() == theme.line_height("note")
