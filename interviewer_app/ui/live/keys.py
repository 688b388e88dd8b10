"""What the keys of the call do, in groups. For the live screen, which gives them to the table of actions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from interviewer_app.domain.notes.note import Marker
from interviewer_app.ui.live.prompt import prompt_pane

if TYPE_CHECKING:
    from interviewer_app.controllers.live.controller import LiveController
    from interviewer_app.ui.live.notes.editor import NotesEditor
    from interviewer_app.ui.live.prompt.prompt_pane import PromptPane


class TagKeys:
    """Tag the line with a category; a letter the kit does not score does nothing."""

    def __init__(self, editor: "NotesEditor") -> None:
        self._editor = editor
        self.letters: frozenset[str] = frozenset()

    def tag_a(self) -> None:
        """Tag with A."""
        self._tag("A")

    def tag_b(self) -> None:
        """Tag with B."""
        self._tag("B")

    def tag_c(self) -> None:
        """Tag with C."""
        self._tag("C")

    def tag_d(self) -> None:
        """Tag with D."""
        self._tag("D")

    def tag_e(self) -> None:
        """Tag with E."""
        self._tag("E")

    def tag_f(self) -> None:
        """Tag with F."""
        self._tag("F")

    def tag_g(self) -> None:
        """Tag with G."""
        self._tag("G")

    def tag_h(self) -> None:
        """Tag with H."""
        self._tag("H")

    def _tag(self, letter: str) -> None:
        if letter in self.letters:
            self._editor.toggle_tag(letter)


class MarkKeys:
    """Mark the line."""

    def __init__(self, editor: "NotesEditor") -> None:
        self._editor = editor

    def mark_said(self) -> None:
        """Near verbatim."""
        self._editor.toggle_marker(Marker.SAID)

    def mark_for(self) -> None:
        """Speaks for."""
        self._editor.toggle_marker(Marker.FOR)

    def mark_against(self) -> None:
        """Speaks against."""
        self._editor.toggle_marker(Marker.AGAINST)

    def mark_unknown(self) -> None:
        """For the next round."""
        self._editor.toggle_marker(Marker.UNKNOWN)

    def mark_help(self) -> None:
        """Help given, or a follow-up of one's own."""
        self._editor.toggle_marker(Marker.HELP)


class LineKeys:
    """Lines put in and moved."""

    def __init__(self, editor: "NotesEditor") -> None:
        self._editor = editor

    def stamp_line(self) -> None:
        """An empty line with its time, to be filled later."""
        self._editor.stamp_line()

    def move_line_up(self) -> None:
        """The lines selected go above the one before them."""
        self._editor.move_lines(down=False)

    def move_line_down(self) -> None:
        """The lines selected go below the one after them."""
        self._editor.move_lines(down=True)


class PageKeys:
    """Bring a page of the prompt to the front."""

    def __init__(self, pane: "PromptPane") -> None:
        self._pane = pane

    def show_probes(self) -> None:
        """Planned follow-ups."""
        self._pane.show_page(prompt_pane.PROBES)

    def show_facts(self) -> None:
        """What may be told."""
        self._pane.show_page(prompt_pane.FACTS)

    def show_signals(self) -> None:
        """What strong and weak answers sound like."""
        self._pane.show_page(prompt_pane.SIGNALS)


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
        self._controller.plan.give_back()

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


class FactorKeys:
    """Extra time, changed in mid-call."""

    def __init__(self, controller: "LiveController") -> None:
        self._controller = controller

    def factor_100(self) -> None:
        """No extra time."""
        self._controller.time.set_factor(100)

    def factor_125(self) -> None:
        """A quarter more."""
        self._controller.time.set_factor(125)

    def factor_150(self) -> None:
        """Half as much again."""
        self._controller.time.set_factor(150)

    def factor_200(self) -> None:
        """Twice the time."""
        self._controller.time.set_factor(200)
