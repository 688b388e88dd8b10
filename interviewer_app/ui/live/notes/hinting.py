"""Note hygiene on screen: which words are underlined, and why, by key. For the live screen and the ribbon.

Nothing is blocked, counted or written down anywhere.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from interviewer_app.controllers.live import hints
from interviewer_app.domain.notes.hygiene import WordingHint
from interviewer_app.text import _
from interviewer_app.ui.live.notes.hint_words import reason
from interviewer_app.ui.live.notes.line_tools import utf16

if TYPE_CHECKING:
    from interviewer_app.controllers.preferences import PreferencesController
    from interviewer_app.ui.live.notes.notes_pane import NotesPane


class Hinting(QObject):
    """`explain_hint` is the act for the table of keys. `problem` tells that one's own list is broken."""

    problem = Signal(object)

    def __init__(self, pane: "NotesPane", preferences: "PreferencesController | None") -> None:
        super().__init__(pane)
        self._pane = pane
        self._preferences = preferences
        self._hints: hints.Hints | None = None
        self._told = -1
        self._untold = True
        pane.editor.step_shown.connect(self._shown)
        if preferences is not None:
            preferences.changed.connect(self._choose)

    def explain_hint(self) -> None:
        """Ctrl+Shift+H: why the next underlined word is, from the caret on; again for the one after."""
        places = self._places()
        if not places:
            self._say(_("No word is underlined."))
            return
        caret = self._told if self._told >= 0 else self._pane.editor.textCursor().position() - 1
        at, word, finding = next((place for place in places if place[0] > caret), places[0])
        self._say(f"“{word}”: {reason(finding)}")
        self._told = at

    def _shown(self) -> None:
        """A step is on screen: the first one needs the words."""
        self._forget()
        self._choose()

    def _choose(self, _settings: object = None) -> None:
        wanted = self._preferences is None or self._preferences.settings.hints
        if not wanted:
            self._pane.editor.watch(None)
            return
        if self._hints is None:
            self._hints = hints.load(self._preferences.folder if self._preferences is not None else None)
        self._pane.editor.watch(self._hints.hygiene.find)
        if self._hints.problem is not None and self._untold:
            self._untold = False
            self.problem.emit(self._hints.problem)

    def _places(self) -> list[tuple[int, str, WordingHint]]:
        """Every underlined stretch of this step: place in the document, words, what was found."""
        wanted = self._preferences is None or self._preferences.settings.hints
        if self._hints is None or not wanted:
            return []
        out = []
        block = self._pane.editor.document().firstBlock()
        while block.isValid():
            text = block.text()
            for finding in self._hints.hygiene.find(text):
                at = block.position() + utf16(text[: finding.start])
                out.append((at, text[finding.start : finding.end], finding))
            block = block.next()
        return out

    def _say(self, words: str) -> None:
        if self._told < 0:
            self._pane.editor.cursor_moved.connect(self._forget)
        self._pane.say(words)
        self._told = 0
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pane.editor, words))

    def _forget(self, _at: object = None) -> None:
        if self._told >= 0:
            self._told = -1
            self._pane.editor.cursor_moved.disconnect(self._forget)
            self._pane.say("")
