"""What the keys of the call do, in groups. For the live screen, which gives them to the table of actions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from interviewer_app.domain.notes.note import Marker

if TYPE_CHECKING:
    from interviewer_app.controllers.live.controller import LiveController
    from interviewer_app.ui.live.notes.editor import NotesEditor
    from interviewer_app.ui.live.prompt.prompt_pane import PromptPane


class NoteKeys:
    """Acts on the line of the notes that holds the caret."""

    def __init__(self, editor: "NotesEditor") -> None:
        self._editor = editor
        self.letters: frozenset[str] = frozenset()

    def tag_line(self, letter: str) -> None:
        """Tag it with a category; a letter the kit does not score does nothing."""
        if letter in self.letters:
            self._editor.toggle_tag(letter)

    def mark_line(self, sign: str) -> None:
        """Begin it with a marker, or take that away."""
        self._editor.toggle_marker(Marker(sign))

    def stamp_line(self) -> None:
        """An empty line with its time, to be filled later."""
        self._editor.stamp_line()

    def move_line(self, where: str) -> None:
        """The lines selected go above the one before them, or below the one after them."""
        self._editor.move_lines(down=where == "down")


class PageKeys:
    """Bring a page of the prompt to the front."""

    def __init__(self, pane: "PromptPane") -> None:
        self.show_page = pane.show_page


class CallKeys:
    """Acts of the call that need nothing of the screen."""

    def __init__(self, controller: "LiveController") -> None:
        self._controller = controller

    def previous_step(self) -> None:
        """The step before."""
        self._controller.previous()

    def undo_score(self) -> None:
        """Take back the last score."""
        self._controller.scores.undo()

    def give_back(self) -> None:
        """Undo what moving on took from the prompts to come."""
        self._controller.prompt.give_back()

    def set_factor(self, percent: int) -> None:
        """Extra time, changed in mid-call."""
        self._controller.time.set_factor(percent)

    def end_call(self) -> None:
        """On to review; "Back to the call" there takes it back."""
        self._controller.end_call()


class BesideKeys(QObject):
    """What stands beside the call is built elsewhere, when it is first wanted."""

    ribbon_requested = Signal()
    on_top_requested = Signal()
    candidate_requested = Signal()
    candidate_time_requested = Signal()

    def toggle_ribbon(self) -> None:
        """The ribbon in the place of the whole window, or back."""
        self.ribbon_requested.emit()

    def toggle_on_top(self) -> None:
        """Keep the ribbon above other windows, or let it go under."""
        self.on_top_requested.emit()

    def toggle_candidate(self) -> None:
        """The candidate view, or away with it."""
        self.candidate_requested.emit()

    def toggle_candidate_time(self) -> None:
        """Show the time to the candidate, or hide it."""
        self.candidate_time_requested.emit()
