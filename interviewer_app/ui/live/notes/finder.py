"""Quick find: words in all notes of the interview, shown where they stand. For live screen and ribbon.

Looking costs nothing: the caret of every step stays where it was, and Esc brings back the step one came from.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from interviewer_app.domain.notes.finding import MOST, Hit, find
from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.ui.live.notes.find_bar import FindView, FindWords
from interviewer_app.ui.live.notes.hit_marks import HitMarks
from interviewer_app.ui.live.notes.line_tools import chars
from interviewer_app.ui.style import theme

if TYPE_CHECKING:
    from interviewer_app.controllers.live.controller import LiveController
    from interviewer_app.ui.live.notes.notes_pane import NotesPane

_AFTER_MS = 200
"""While notes are typed with the bar open, the places are counted anew after this long."""


class Finder(QObject):
    """`find_words` is the act for the table of keys; the pane holds bar and editor."""

    def __init__(self, pane: "NotesPane", controller: "LiveController") -> None:
        super().__init__(pane)
        self._pane = pane
        self._controller = controller
        self._marks = HitMarks(pane.editor)
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        self._step = ""
        self._origin = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self._recount)
        bar = pane.find_bar
        bar.words_edited.connect(self._look)
        bar.next_requested.connect(self._next)
        bar.previous_requested.connect(self._previous)
        bar.stay_requested.connect(self._stay)
        bar.close_requested.connect(self._close)
        pane.editor.touched.connect(self._touched)
        pane.editor.step_shown.connect(self._moved)
        pane.editor.edit_requested.connect(self._edited)
        theme.watch().changed.connect(self._show)

    def find_words(self) -> None:
        """Ctrl+F: ask for words, those selected in the notes first."""
        if not self._pane.finding:
            self._origin = self._step
            self._pane.show_find(shown=True)
        cursor = self._pane.editor.textCursor()
        chosen = cursor.selectedText() if cursor.hasSelection() else ""
        self._pane.find_bar.open("" if "\u2029" in chosen else chosen)
        self._recount()

    def _look(self, _wish: FindWords) -> None:
        self._recount()
        if self._at >= 0:
            self._marks.reveal(self._hits[self._at])

    def _recount(self) -> None:
        if not self._pane.finding:
            return
        meant = self._hits[self._at] if self._at >= 0 else None
        sheets = ((view.step, view.lines) for view in self._controller.notes.all_lines())
        self._hits = find(sheets, self._pane.find_bar.words)
        self._at = self._nearest(meant)
        self._show()

    def _nearest(self, meant: Hit | None) -> int:
        """The place meant before when it still stands, else the first in this step from the caret on."""
        here = [n for n, hit in enumerate(self._hits) if hit.step == self._step]
        if meant is not None and meant.step == self._step:
            line, start = meant.line, meant.start
        else:
            line, start = self._caret()
        after = (n for n in here if (self._hits[n].line, self._hits[n].start) >= (line, start))
        return next(after, here[0] if here else -1)

    def _caret(self) -> tuple[int, int]:
        cursor = self._pane.editor.textCursor()
        block = self._pane.editor.document().findBlock(cursor.selectionStart())
        return block.blockNumber(), chars(block.text(), cursor.selectionStart() - block.position())

    def _next(self) -> None:
        self._go(1)

    def _previous(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        if not self._hits:
            return
        if self._at >= 0:
            self._at = (self._at + by) % len(self._hits)
        else:
            self._at = 0 if by > 0 else len(self._hits) - 1
        hit = self._hits[self._at]
        if hit.step != self._step:
            self._marks.clear()
            self._controller.show(hit.step)
        self._show()
        self._marks.reveal(hit)

    def _stay(self) -> None:
        """Go on writing at the place found."""
        if self._at >= 0:
            self._pane.editor.setTextCursor(self._marks.cursor(self._hits[self._at]))
        self._origin = ""
        self._close()

    def _close(self) -> None:
        self._marks.clear()
        self._hits, self._at = (), -1
        self._pane.show_find(shown=False)
        if self._origin and self._origin != self._step:
            self._controller.show(self._origin)
        self._pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pane.editor.ensureCursorVisible()

    def _touched(self) -> None:
        # Who writes here stays here.
        self._origin = ""

    def _moved(self) -> None:
        self._step = self._pane.editor.step
        if not (self._at >= 0 and self._hits[self._at].step == self._step):
            self._recount()

    def _edited(self, _edit: NoteEdit) -> None:
        if self._pane.finding and not self._later.isActive():
            self._later.start()

    def _show(self) -> None:
        if not self._pane.finding:
            return
        asked = bool(self._pane.find_bar.words.strip())
        more = len(self._hits) == MOST
        self._pane.find_bar.present(FindView(asked, len(self._hits), self._at, more))
        here = [hit for hit in self._hits if hit.step == self._step]
        self._marks.show(here, self._hits[self._at] if self._at >= 0 else None)
