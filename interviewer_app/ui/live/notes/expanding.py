"""Short words that become long ones when a space or Enter follows. For the live screen and the ribbon."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from interviewer_app.controllers.live.expanders import find_short
from interviewer_app.ui.live.notes.line_edits import before, stretch
from interviewer_app.ui.live.notes.line_tools import storable, utf16

if TYPE_CHECKING:
    from interviewer_app.controllers.preferences import PreferencesController
    from interviewer_app.ui.live.notes.editor import NotesEditor


class Expanding(QObject):
    """The expansion is an undo step of its own: one Ctrl+Z gives the short word back."""

    def __init__(self, editor: "NotesEditor", preferences: "PreferencesController | None") -> None:
        super().__init__(editor)
        self._editor = editor
        self._preferences = preferences
        editor.word_ended.connect(self._expand)

    def _expand(self) -> None:
        known = self._preferences.settings.expanders if self._preferences is not None else {}
        if not known:
            return
        cursor = self._editor.textCursor()
        # After Enter the word ends the line above.
        entered = cursor.atBlockStart()
        block = cursor.block().previous() if entered else cursor.block()
        words = block.text() if entered else before(cursor)[:-1]
        found = find_short(words, known)
        if found is not None:
            long = storable(found[1])
            short = stretch(block, found[0], len(words))
            self._replace(short.anchor(), short.position(), long.rstrip() if entered else long)

    def _replace(self, begin: int, end: int, long: str) -> None:
        # A copy of the caret: undo brings it back to where an edit block began.
        place = QTextCursor(self._editor.textCursor())
        place.beginEditBlock()
        place.setPosition(end)
        place.insertText(long)
        # Removed last, or undo would take the next words typed for a part of this.
        place.setPosition(begin)
        place.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        place.removeSelectedText()
        if long.endswith(" "):
            # The space typed stands for the one the text ends with.
            place.setPosition(begin + utf16(long))
            place.deleteChar()
        place.endEditBlock()
