"""Every change of the notes editor, told as edits, gives exactly the lines of its document."""

from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.live.views import LinesView
from interviewer_app.domain.notes.note import Marker, NoteEdit
from interviewer_app.ui.live.notes.editor import CursorAt, NotesEditor, NotesView
from interviewer_app.ui.live.notes.highlighter import Spotlight
from interviewer_app.ui.style import theme
from tests.ui.live.notebook import Notebook, gutter, paste, press, put_caret, shown, times

TOO_MUCH = "That is more text than the notes of one step can hold."
TOO_MANY = "That is more lines than the notes of one step can hold."


@pytest.fixture
def editor(qtbot: QtBot) -> NotesEditor:
    made = NotesEditor()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.setFocus()
    return made


def test_loading_reports_nothing_and_typing_reports_one_line(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "one", "two", "three", cursor=7)
    assert notebook.edits == []
    assert editor.textCursor().position() == 7
    QTest.keyClicks(editor, "x")
    assert notebook.edits == [NoteEdit("p1", 1, 1, ("twox",), before=0, after=1)]
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
    data.setText("bold\r\nnext\u2028third\x07" + "w" * 5_005)
    editor.insertFromMimeData(data)
    assert notebook.kept[:2] == ["bold", "next"]
    assert notebook.kept[2].startswith("third\ufffd")
    assert max(len(text) for text in notebook.kept) <= 5_000
    assert editor.textCursor().charFormat().fontWeight() < 600


def test_too_much_text_is_refused_whole(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "kept")
    paste(editor, "a" * 1_000_000)
    assert [told.sentence for told in notebook.refused] == [TOO_MUCH]
    assert shown(editor) == ["kept"]
    # What it takes the place of makes room.
    editor.selectAll()
    paste(editor, "a " * 499_000)
    assert len(notebook.refused) == 1
    assert len("".join(shown(editor))) == 998_000


def test_too_many_lines_are_refused_whole(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "kept")
    paste(editor, "a\n" * 5_000)
    assert [told.sentence for told in notebook.refused] == [TOO_MANY]
    assert shown(editor) == ["kept"]
    paste(editor, "a\n" * 4_999)
    assert editor.document().blockCount() == 5_000
    assert len(notebook.refused) == 1
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.stamp_line()
    assert [told.sentence for told in notebook.refused] == [TOO_MANY] * 3
    QTest.keyClicks(editor, "typing in a line goes on")
    assert editor.document().blockCount() == 5_000
    assert len(notebook.kept) == 5_000


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
    press(editor, "undo")
    qtbot.waitUntil(lambda: shown(editor) == ["one"])
    press(editor, "redo")
    qtbot.waitUntil(lambda: shown(editor) == ["a", "b\ufffdone"])
    assert notebook.kept == shown(editor)


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
    assert times(editor) == ("00:00", "01:00", "", "03:00")
    put_caret(editor, editor.document().characterCount() - 1)
    press(editor, "enter")
    QTest.keyClicks(editor, "x")
    assert times(editor) == ("00:00", "01:00", "", "03:00", "01:39")


def test_a_stamp_shows_its_time_at_once_and_keeps_it(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "zero", "one", cursor=8)
    editor.stamp_line()
    QTest.keyClicks(editor, " on")
    assert notebook.kept == ["zero", "one on", ""]
    assert times(editor) == ("00:00", "01:00", "01:39")
    notebook.now = 300.0
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClicks(editor, "later")
    assert notebook.kept == ["zero", "one on", "later"]
    assert times(editor) == ("00:00", "01:00", "01:39")
    for _n in range(3):
        press(editor, "undo")
    assert notebook.kept == ["zero", "one"]
    assert editor.textCursor().position() == 8
    notebook.now = 400.0
    for _n in range(3):
        press(editor, "redo")
    assert notebook.kept == ["zero", "one on", "later"]
    assert times(editor) == ("00:00", "01:00", "01:39")


def test_a_stamp_on_an_empty_line_leaves_the_caret_on_an_empty_line_below(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1")
    editor.stamp_line()
    notebook.now = 120.0
    QTest.keyClicks(editor, "goes on")
    assert notebook.kept == ["", "goes on"]
    assert times(editor) == ("01:39", "02:00")


def test_enter_in_a_stamped_line_begins_a_line_of_its_own(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "zero", cursor=-1)
    editor.stamp_line()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClicks(editor, "filled")
    notebook.now = 200.0
    press(editor, "enter")
    assert times(editor) == ("00:00", "01:39", "")
    QTest.keyClicks(editor, "x")
    put_caret(editor, 5)
    press(editor, "enter")
    assert notebook.kept == ["zero", "", "filled", "x"]
    assert times(editor) == ("00:00", "", "01:39", "03:20")


def test_a_stamp_deleted_and_brought_back_has_its_time_after_a_restart_too(editor: NotesEditor) -> None:
    notebook = Notebook(editor)
    notebook.open("p1", "zero", cursor=-1)
    editor.stamp_line()
    stamped = notebook.sheets["p1"].lines[1]
    editor.present(NotesView("i2", LinesView("p1", notebook.sheets["p1"].lines), -1))
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
    picture = gutter(editor).grab().toImage()
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
    pitch(editor)
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(editor) == ["one", "two"]
    theme.apply(qapp, "light", 1.0)
    pitch(editor)
    editor.redo()
    assert shown(editor) == ["xone", "two"]
    QTest.keyClicks(editor, "y")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    pitch(editor)


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5, 2.0])
def test_words_after_any_marker_begin_at_the_same_place(
    editor: NotesEditor, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    notebook = Notebook(editor)
    notebook.open("p1", *(f"{marker.value} words" for marker in list(Marker)[1:]), "+ words")
    QApplication.processEvents()
    document = editor.document()
    lines = [document.findBlockByNumber(at).layout().lineAt(0) for at in range(document.blockCount())]
    begin = [cast("tuple[float, int]", line.cursorToX(2))[0] for line in lines]
    assert max(begin) - min(begin) < 0.1
    assert abs(begin[0] - theme.px(16)) <= 1.0


def pitch(editor: NotesEditor) -> None:
    """Every line is as high as the theme says, and so much air is under each."""
    layout, block, top = editor.document().documentLayout(), editor.document().firstBlock(), 0.0
    while block.isValid():
        assert layout.blockBoundingRect(block).top() == top
        top += theme.line_height("note") + theme.px(4)
        block = block.next()
    assert editor.document().defaultFont().pixelSize() == theme.px(14)
