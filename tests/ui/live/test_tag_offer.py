"""The list of categories after a "#": chosen by keys or mouse, and never in the way of any other key."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.ui.live.notes.editor import NotesEditor, NotesView
from interviewer_app.ui.live.notes.notes_pane import NotesPane, NotesPaneView
from interviewer_app.ui.live.notes.tag_list import TagList
from tests.ui.live import stage


class Paper:
    """A notes pane with the keyboard, and what is on it."""

    def __init__(self, qtbot: QtBot, *texts: str, size: tuple[int, int] = (600, 500)) -> None:
        self.pane = NotesPane()
        qtbot.addWidget(self.pane)
        self.pane.resize(*size)
        rows = [(60.0 * n, text) for n, text in enumerate(texts or ("",))]
        self.pane.present(NotesPaneView(NotesView("i1", stage.lines("p1", rows), -1), stage.chips()))
        self.edits: list[NoteEdit] = []
        self.editor.edit_requested.connect(self.edits.append)
        self.pane.show()
        self.pane.activateWindow()
        self.editor.setFocus()
        qtbot.waitUntil(self.editor.hasFocus)

    @property
    def editor(self) -> NotesEditor:
        return self.pane.editor

    def type(self, text: str) -> None:
        QTest.keyClicks(self.editor, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.editor, key, held)

    @property
    def text(self) -> str:
        return self.editor.toPlainText()

    def offered(self) -> TagList | None:
        found = self.pane.findChild(TagList)
        return found if isinstance(found, TagList) and found.isVisible() else None


def _chosen(paper: Paper) -> str:
    shown = paper.offered()
    return shown.chosen if shown is not None else ""


def _said(paper: Paper) -> str:
    shown = paper.offered()
    return shown.accessibleDescription() if shown is not None else ""


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    return Paper(qtbot)


def test_arrows_and_enter_choose_and_words_keep_clear(paper: Paper) -> None:
    paper.type("said so #")
    assert paper.offered() is not None
    assert paper.editor.hasFocus()
    paper.press(Qt.Key.Key_Down)
    paper.press(Qt.Key.Key_Down)
    assert _chosen(paper) == "B"
    assert "Data competence" in _said(paper)
    paper.press(Qt.Key.Key_Return)
    assert paper.offered() is None
    paper.type("and more")
    assert paper.text == "said so #B and more"


def test_tab_takes_what_is_pointed_at_and_the_focus_stays(paper: Paper) -> None:
    paper.type("#")
    paper.press(Qt.Key.Key_Up)
    paper.press(Qt.Key.Key_Tab)
    assert paper.text == "#E"
    assert paper.editor.hasFocus()
    assert paper.offered() is None


def test_a_letter_is_typed_as_ever(paper: Paper) -> None:
    paper.type("#bee")
    assert paper.offered() is None
    assert paper.text == "#bee"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Backspace])
def test_with_nothing_pointed_at_every_key_does_what_it_does(paper: Paper, key: Qt.Key, qtbot: QtBot) -> None:
    paper.type("#")
    paper.press(key)
    plain = Paper(qtbot, "#")
    plain.press(key)
    assert paper.text == plain.text
    assert paper.offered() is None
    assert paper.editor.textCursor().position() == plain.editor.textCursor().position()


def test_esc_sends_it_away_and_the_next_keys_are_the_notes_own(paper: Paper) -> None:
    paper.type("#")
    paper.press(Qt.Key.Key_Escape)
    assert paper.offered() is None
    paper.press(Qt.Key.Key_Return)
    paper.type("x")
    assert paper.text == "#\nx"


def test_undo_takes_back_what_was_chosen(paper: Paper) -> None:
    paper.type("#")
    paper.press(Qt.Key.Key_Down)
    paper.press(Qt.Key.Key_Return)
    paper.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert paper.text in ("#", "")
    assert paper.offered() is None


@pytest.mark.parametrize("before", ["C", "#", "&"])
def test_it_stays_away_where_no_tag_can_begin(paper: Paper, before: str) -> None:
    paper.type(before)
    paper.press(Qt.Key.Key_Escape)
    paper.type("#")
    assert paper.offered() is None


def test_before_a_word_the_tag_stands_alone(qtbot: QtBot) -> None:
    paper = Paper(qtbot, "🙂 word")
    for _n in range(4):
        paper.press(Qt.Key.Key_Left)
    paper.type("#")
    paper.press(Qt.Key.Key_Down)
    paper.press(Qt.Key.Key_Return)
    assert paper.text == "🙂 #A word"


def test_a_click_chooses_and_leaves_the_keyboard(paper: Paper) -> None:
    paper.type("x #")
    shown = paper.offered()
    assert shown is not None
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(20, shown.height() - 10))
    assert paper.text == "x #E"
    assert paper.editor.hasFocus()


def test_leaving_sends_it_away(paper: Paper) -> None:
    paper.type("#")
    paper.editor.clearFocus()
    assert paper.offered() is None
    paper.editor.setFocus()
    paper.editor.selectAll()
    paper.press(Qt.Key.Key_Delete)
    paper.type("#")
    assert paper.offered() is not None
    rows = [(0.0, "elsewhere")]
    paper.pane.present(NotesPaneView(NotesView("i1", stage.lines("p2", rows), -1), stage.chips()))
    assert paper.offered() is None


@pytest.mark.parametrize("size", [(600, 500), (700, 150), (300, 120)])
def test_it_stays_inside_however_little_room_there_is(qtbot: QtBot, size: tuple[int, int]) -> None:
    paper = Paper(qtbot, *("line",) * 30, size=size)
    paper.type(" #")
    shown = paper.offered()
    assert shown is not None
    assert paper.pane.rect().contains(shown.geometry())


def test_a_held_shift_does_not_send_it_away(paper: Paper) -> None:
    paper.type("#")
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    QApplication.sendEvent(paper.editor, event)
    assert paper.offered() is not None
