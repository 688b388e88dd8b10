"""One text document per step of the call, and what each edit did to its lines. For the notes editor.

A document keeps its undo history, caret and scroll position while other steps are on screen.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from interviewer_app.domain.notes.note import Note, NoteEdit
from interviewer_app.ui.live.notes.highlighter import NotesHighlighter
from interviewer_app.ui.live.notes.line_edits import drop_line, move_lines
from interviewer_app.ui.live.notes.line_tools import storable
from interviewer_app.ui.live.notes.pitch import Pitch


@dataclass(slots=True)
class CaretPlace:
    """Where the person was in a document: caret, other end of the selection, scroll position."""

    caret: int
    anchor: int
    scroll: int


@dataclass(frozen=True, slots=True)
class _Act:
    """What is done to which lines, where text alone would not tell them apart; as in NoteEdit."""

    first: int
    origin: tuple[int, ...]
    stamp: bool = False


class NotesDocument(QObject):
    """The document of one step. `edited` tells, as a NoteEdit, every change that was not a load.

    It holds text and nothing else of the lines: what they are and when they were begun, the domain knows.
    """

    edited = Signal(object)

    def __init__(self, step: str, parent: QObject) -> None:
        super().__init__(parent)
        self.step = step
        self.document = QTextDocument(self)
        self._pitch = Pitch(self.document)
        self.highlighter = NotesHighlighter(self.document)
        self.place = CaretPlace(0, 0, 0)
        self._count = 1
        self._steps = 0
        self._grown = False
        self._act: _Act | None = None
        self._loading = False
        self.document.contentsChange.connect(self._changed)
        self.document.undoCommandAdded.connect(self._grow)

    def load(self, notes: tuple[Note, ...], caret: int) -> None:
        """Show these lines; forgets the undo history and reports nothing."""
        self._loading = True
        self.document.setUndoRedoEnabled(False)
        self.document.setPlainText("\n".join(storable(note.text).replace("\n", " ") for note in notes))
        self._pitch.shape()
        self.document.setUndoRedoEnabled(True)
        self._count, self._steps, self._grown = self.document.blockCount(), 0, False
        self._loading = False
        last = self.document.characterCount() - 1
        caret = last if caret < 0 else min(caret, last)
        self.place = CaretPlace(caret, caret, 0)

    def stamp_line(self, cursor: QTextCursor) -> int:
        """Put an empty line that has its time already beside the line of the cursor; where the caret goes."""
        below = bool(cursor.block().text().strip())
        origin = (0, -1) if below else (-1, 0)
        self._act = _Act(cursor.blockNumber(), origin, stamp=True)
        caret = drop_line(cursor, below=below)
        self._act = None
        return caret

    def move_lines(self, cursor: QTextCursor, *, down: bool) -> QTextCursor | None:
        """Move lines past their neighbour; the selection afterwards, None when there is no neighbour."""
        first = self.document.findBlock(cursor.selectionStart()).blockNumber()
        count = self.document.findBlock(cursor.selectionEnd()).blockNumber() - first + 1
        if first + count >= self._count if down else not first:
            return None
        origin = (count, *range(count)) if down else (*range(1, count + 1), 0)
        self._act = _Act(first if down else first - 1, origin)
        after = move_lines(cursor, down=down)
        self._act = None
        return after

    def come(self) -> None:
        """Get ready for being put into an editor."""
        self._pitch.hold()

    def restyle(self) -> None:
        """Take font, line height and colours from the theme."""
        self._pitch.follow()
        self.highlighter.restyle()

    def _grow(self) -> None:
        self._grown = True

    def _changed(self, position: int, _removed: int, added: int) -> None:
        """Work out which lines were replaced, looking at nothing but those."""
        if self._loading:
            return
        document, act, before = self.document, self._act, self._steps
        count, after = document.blockCount(), document.availableUndoSteps()
        if act is not None:
            block, first = document.findBlockByNumber(act.first), act.first
            last = first + len(act.origin) - 1
        else:
            block = document.findBlock(position)
            first = last = max(0, block.blockNumber())
            # Nearly every key press changes one line: each call into Qt that it is spared counts.
            if not block.contains(position + added):
                last_block = document.findBlock(min(position + added, document.characterCount() - 1))
                last = last_block.blockNumber() if last_block.isValid() else count - 1
        texts = [block.text()]
        for _line in range(first, last):
            block = block.next()
            texts.append(block.text())
        removed = len(texts) + self._count - count
        # Undo takes steps away; redo gives some back and adds none.
        again = after < before or (after > before and not self._grown)
        self._count, self._steps, self._grown = count, after, False
        origin, stamp = (act.origin, act.stamp) if act is not None else ((), False)
        self.edited.emit(
            NoteEdit(self.step, first, removed, tuple(texts), origin, stamp, before, after, again)
        )
