"""One text document per step of the call, and what each edit did to its lines. For the notes editor.

A document keeps its undo history, caret and scroll position while other steps are on screen.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from interviewer_app.domain.notes.note import Edit, Note
from interviewer_app.ui.live.notes.highlighter import NotesHighlighter
from interviewer_app.ui.live.notes.line_edits import drop_stamp, is_stamp, set_stamp
from interviewer_app.ui.live.notes.line_tools import storable
from interviewer_app.ui.live.notes.pitch import Pitch

_STAMPED = "\0stamped "


def _key(text: str, *, stamped: bool) -> str:
    """What a line is compared by: an empty line and an empty stamped line are two things."""
    return f"{_STAMPED}{text}" if stamped and not text.strip() else text


def _key_of(block: QTextBlock) -> str:
    text = block.text()
    return text if text and not text.isspace() else _key(text, stamped=is_stamp(block))


def _plain(keys: list[str]) -> list[str]:
    return [key.removeprefix(_STAMPED) for key in keys]


@dataclass(slots=True)
class Place:
    """Where the person was in a document: caret, other end of the selection, scroll position."""

    caret: int
    anchor: int
    scroll: int


class Sheet(QObject):
    """The document of one step. `edited` tells, as domain.notes.Edit, every change that was not a load."""

    edited = Signal(object)

    def __init__(self, step: str, parent: QObject) -> None:
        super().__init__(parent)
        self.step = step
        self.document = QTextDocument(self)
        self._pitch = Pitch(self.document)
        self.highlighter = NotesHighlighter(self.document)
        self.place = Place(0, 0, 0)
        self._keys: list[str] = [""]
        self._loading = False
        self._stamping = False
        self.document.contentsChange.connect(self._changed)

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines as last reported."""
        return tuple(_plain(self._keys))

    def load(self, notes: tuple[Note, ...], caret: int) -> None:
        """Show these lines; forgets the undo history and reports nothing."""
        lines = (storable(note.text).replace("\n", " ") for note in notes)
        self._fill(
            [_key(line, stamped=note.stamped) for line, note in zip(lines, notes, strict=True)] or [""]
        )
        last = self.document.characterCount() - 1
        caret = last if caret < 0 else min(caret, last)
        self.place = Place(caret, caret, 0)

    def drop_stamp(self, cursor: QTextCursor) -> int:
        """Put an empty line that has its time already beside the line of the cursor; where the caret goes."""
        self._stamping = True
        caret = drop_stamp(cursor)
        self._stamping = False
        return caret

    def come(self) -> None:
        """Get ready for being put into an editor."""
        self._pitch.hold()

    def restyle(self) -> None:
        """Take font, line height and colours from the theme."""
        self._pitch.follow()
        self.highlighter.restyle()

    def _fill(self, keys: list[str]) -> None:
        """Hold these lines and no history."""
        self._loading = True
        self.document.setUndoRedoEnabled(False)
        self.document.setPlainText("\n".join(_plain(keys)))
        self._pitch.shape()
        for number, key in enumerate(keys):
            if key.startswith(_STAMPED):
                set_stamp(self.document.findBlockByNumber(number), stamped=True)
        self.document.setUndoRedoEnabled(True)
        self._keys = keys
        self._loading = False

    def _changed(self, position: int, _removed: int, added: int) -> None:
        """Work out which lines were replaced, looking at nothing but those."""
        if self._loading:
            return
        document = self.document
        count = document.blockCount()
        block = document.findBlock(position)
        first = last = max(0, block.blockNumber())
        # Nearly every key press changes one line: each call into Qt that it is spared counts.
        if not block.contains(position + added):
            last_block = document.findBlock(min(position + added, document.characterCount() - 1))
            last = last_block.blockNumber() if last_block.isValid() else count - 1
        fresh = [_key_of(block)]
        for _line in range(first, last):
            block = block.next()
            fresh.append(_key_of(block))
        removed = len(self._keys) - first - (count - last - 1)
        self._report(first, removed, fresh)

    def _report(self, first: int, removed: int, fresh: list[str]) -> None:
        old = self._keys[first : first + removed]
        if old == fresh:
            return
        head = 0
        least = min(len(old), len(fresh))
        # At least one line stays in, on either side, so that nothing is ever inserted into an empty sheet.
        while head < least - 1 and old[head] == fresh[head]:
            head += 1
        tail = 0
        while tail < least - head - 1 and old[-1 - tail] == fresh[-1 - tail]:
            tail += 1
        self._keys[first : first + removed] = fresh
        keys = fresh[head : len(fresh) - tail]
        stamped: tuple[int, ...] = ()
        texts = tuple(keys)
        if len(keys) > 1 or keys[0].startswith(_STAMPED):
            stamped = tuple(at for at, key in enumerate(keys) if key.startswith(_STAMPED))
            texts = tuple(_plain(keys))
        self.edited.emit(Edit(self.step, first + head, removed - head - tail, texts, stamped, self._stamping))
