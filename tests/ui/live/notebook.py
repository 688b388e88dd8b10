"""A notes editor, and a notebook that keeps what it tells as the domain would. For the tests of the notes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from interviewer_app.controllers.live.views import LinesView
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.notes.note import NoteEdit, StepNotes
from interviewer_app.domain.notes.reconcile import edit
from interviewer_app.ui.live.notes.editor import CursorAt, NotesEditor, NotesView
from interviewer_app.ui.live.notes.gutter import Gutter
from tests.builders import a_moment, new_ids
from tests.ui.live import stage

Fact = tuple[str, str, float, bool]
"""Identity, words, time and stamp of a line."""


class Notebook(QObject):
    """Keeps the sheets as the domain would, from the edits alone."""

    def __init__(self, editor: NotesEditor) -> None:
        super().__init__()
        self.editor = editor
        self.sheets: dict[str, StepNotes] = {}
        self.edits: list[NoteEdit] = []
        self.cursors: list[CursorAt] = []
        self.refused: list[Problem] = []
        self.step = ""
        self.seen: dict[str, list[tuple[Fact, ...]]] = {}
        self.now = 99.0
        self._visits = 1
        self._ids = new_ids()
        editor.edit_requested.connect(self.take)
        editor.cursor_moved.connect(self.cursors.append)
        editor.text_refused.connect(self.refused.append)

    def open(self, step: str, *texts: str, interview: str = "", cursor: int = 0) -> None:
        if step not in self.sheets:
            view = stage.lines(step, [(60.0 * n, text) for n, text in enumerate(texts or ("",))])
            self.sheets[step] = StepNotes(step, view.lines)
            self.seen[step] = [_facts(self.sheets[step])]
        self.step = step
        lines = LinesView(step, self.sheets[step].lines)
        self.editor.present(NotesView(interview or f"visit {self._visits}", lines, cursor))

    def come_back(self, *, crashed: bool) -> None:
        """Show the same lines to an editor that has forgotten its documents; after a crash, they have too."""
        self._visits += 1
        if crashed:
            self.sheets = {step: StepNotes(step, sheet.lines) for step, sheet in self.sheets.items()}
        lines = LinesView(self.step, self.sheets[self.step].lines)
        self.editor.present(NotesView(f"visit {self._visits}", lines, 0))

    def take(self, wish: NoteEdit) -> None:
        self.edits.append(wish)
        after = edit(self.sheets[wish.step], wish, self.now, a_moment(self.now).utc, self._ids)
        self.sheets[wish.step] = after.sheet
        if not wish.again:
            self.seen[wish.step].append(_facts(after.sheet))
        self.editor.render_lines(LinesView(wish.step, after.sheet.lines))

    @property
    def lines(self) -> tuple[Fact, ...]:
        """Identity, words, time and stamp of every line."""
        return _facts(self.sheets[self.step])

    @property
    def kept(self) -> list[str]:
        return [note.text for note in self.sheets[self.step].lines]


def _facts(sheet: StepNotes) -> tuple[Fact, ...]:
    return tuple((note.id, note.text, note.t, note.stamped) for note in sheet.lines)


def gutter(editor: NotesEditor) -> Gutter:
    """The column of times beside the notes."""
    found = editor.findChild(Gutter)
    assert found is not None
    return found


def times(editor: NotesEditor) -> tuple[str, ...]:
    """The times in sight, top to bottom."""
    return gutter(editor).times()


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


def compose(editor: NotesEditor, text: str) -> None:
    """What an input method does: it shows what may come, then writes it, or nothing."""
    QApplication.sendEvent(editor, QInputMethodEvent("かな", []))
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(editor, done)


def drag(editor: NotesEditor, position: int) -> None:
    """Move what is selected to another place, as dragging does: put there first, then taken away here."""
    chosen = editor.textCursor()
    target = QTextCursor(editor.document())
    target.setPosition(min(position, editor.document().characterCount() - 1))
    if chosen.hasSelection() and not chosen.selectionStart() <= target.position() <= chosen.selectionEnd():
        data = editor.createMimeDataFromSelection()
        chosen.beginEditBlock()
        editor.setTextCursor(target)
        editor.insertFromMimeData(data)
        chosen.removeSelectedText()
        chosen.endEditBlock()


def insert(editor: NotesEditor, text: str) -> None:
    """By no door the editor watches; it is mended in the next turn of the event loop."""
    QTextCursor(editor.document()).insertText(text)
    settle()


def settle() -> None:
    """Let what is done in the next turns of the event loop be done."""
    for _turn in range(3):
        QApplication.processEvents()


def put_caret(editor: NotesEditor, position: int, anchor: int | None = None) -> None:
    cursor = editor.textCursor()
    last = editor.document().characterCount() - 1
    cursor.setPosition(min(position if anchor is None else anchor, last))
    cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


@contextmanager
def an_editor() -> Iterator[NotesEditor]:
    """For property tests, which make many in one test."""
    made = NotesEditor()
    made.resize(500, 300)
    made.show()
    try:
        yield made
    finally:
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
    if name in ("undo", "redo"):
        settle()
