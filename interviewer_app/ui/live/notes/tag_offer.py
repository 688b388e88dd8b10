"""Completion after a "#": says which categories there are, and is in no key's way. For the notes pane.

While the list is seen: a letter is typed as ever, up and down point, Enter or Tab take what is pointed at,
Esc sends the list away, and every other key does so and what it always does.
"""

import re

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from interviewer_app.controllers.live.views import Chip
from interviewer_app.ui.live.notes.editor import NotesEditor
from interviewer_app.ui.live.notes.legend import TagRequest
from interviewer_app.ui.live.notes.line_edits import before
from interviewer_app.ui.live.notes.tag_list import TagList
from interviewer_app.ui.overriding import override

_BEGUN = re.compile(r"(?:^|[^\w#&])#$")
_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_HOLDS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
    }
)
_ENDS = frozenset(
    {QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Wheel, QEvent.Type.InputMethod}
)


class TagOffer(QObject):
    """Looks at the editor's keys only while the list is seen."""

    def __init__(self, editor: NotesEditor, room: QWidget) -> None:
        super().__init__(editor)
        self._editor = editor
        self._room = room
        self._chips: tuple[Chip, ...] = ()
        self._list: TagList | None = None
        self._at = -1
        editor.tag_begun.connect(self._open)

    def present(self, chips: tuple[Chip, ...]) -> None:
        """Take the categories lines may be tagged with."""
        if [chip.letter for chip in chips] != [chip.letter for chip in self._chips]:
            self._close()
        self._chips = chips

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() in _ENDS:
            self._close()
        return False

    def _open(self) -> None:
        cursor = self._editor.textCursor()
        if not self._chips or not _BEGUN.search(before(cursor)):
            return
        shown = self._list
        if shown is None:
            shown = self._list = TagList(self._room)
            shown.letter_requested.connect(self._take)
        shown.present(self._chips)
        line = self._editor.cursorRect()
        corner = self._editor.viewport().mapTo(self._room, line.topLeft())
        shown.place(QRect(corner, line.size()))
        shown.raise_()
        shown.show()
        self._at = cursor.position()
        self._editor.installEventFilter(self)
        self._editor.cursorPositionChanged.connect(self._moved)
        self._editor.step_shown.connect(self._close)

    def _close(self) -> None:
        if self._at < 0:
            return
        self._at = -1
        self._editor.removeEventFilter(self)
        self._editor.cursorPositionChanged.disconnect(self._moved)
        self._editor.step_shown.disconnect(self._close)
        if self._list is not None:
            self._list.hide()

    def _moved(self) -> None:
        if self._editor.textCursor().position() != self._at:
            self._close()

    def _key(self, event: QKeyEvent) -> bool:
        shown, key = self._list, Qt.Key(event.key())
        if shown is None or key in _HOLDS:
            return False
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if bare and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            shown.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if bare and key in _TAKES and shown.chosen:
            self._take(TagRequest(shown.chosen))
            return True
        self._close()
        return key == Qt.Key.Key_Escape

    def _take(self, wish: TagRequest) -> None:
        self._close()
        self._editor.complete_tag(wish.letter)
