"""Brings checklists and flags to the prompt pane and their wishes to the controller. For the live screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from interviewer_app.controllers.checks.views import NOTHING, TicksView
from interviewer_app.ui.live.prompt.prompt_pane import CHECKS, MATERIALS
from interviewer_app.ui.widgets.checks.check_sections import AskedRequest, ChecksView
from interviewer_app.ui.widgets.checks.line_heads import StateRequest
from interviewer_app.ui.widgets.checks.line_row import CellsRequest

if TYPE_CHECKING:
    from interviewer_app.controllers.live.controller import LiveController
    from interviewer_app.ui.live.notes.editor import NotesEditor
    from interviewer_app.ui.live.prompt.prompt_pane import PromptPane


class Ticking(QObject):
    """`show_checks` and `copy_material` are acts for the table of keys."""

    def __init__(self, pane: "PromptPane", editor: "NotesEditor", controller: "LiveController") -> None:
        super().__init__(pane)
        self._pane = pane
        self._editor = editor
        self._controller = controller
        self._view = NOTHING
        checks = pane.checks
        controller.ticks.changed.connect(self._changed)
        checks.state_requested.connect(self._set_state)
        checks.cells_edited.connect(self._set_cells)
        checks.asked_requested.connect(self._asked)
        checks.offer_wanted.connect(self._show)
        checks.away_requested.connect(self._back)
        pane.materials.copy_requested.connect(self.copy_material)

    def show_checks(self) -> None:
        """The lists to the front; once more, and the keyboard goes into them."""
        pane = self._pane
        if pane.tabs.current() == CHECKS and pane.checks.isVisible():
            pane.focus_list()
        else:
            pane.show_page(CHECKS)

    def copy_material(self) -> None:
        """What the task hands to the candidate goes to the clipboard."""
        if self._pane.materials.shown:
            QGuiApplication.clipboard().setText(self._pane.materials.shown)
            self._pane.show_page(MATERIALS)
            self._pane.materials.note_copied()

    def _changed(self, view: TicksView) -> None:
        self._view = view
        self._show()

    def _show(self) -> None:
        self._pane.render_checks(ChecksView(self._view, self._current_line()))

    def _current_line(self) -> str:
        """The words of the line the caret stands in, or of the nearest one above that has any."""
        lines = next((v.lines for v in self._controller.notes.all_lines() if v.step == self._editor.step), ())
        here = self._editor.textCursor().blockNumber()
        return next((note.body for note in reversed(lines[: here + 1]) if not note.blank), "")

    def _set_state(self, wish: StateRequest) -> None:
        self._controller.ticks.set_state(wish.key, wish.state)

    def _set_cells(self, wish: CellsRequest) -> None:
        self._controller.ticks.set_cells(wish.key, wish.texts)

    def _asked(self, wish: AskedRequest) -> None:
        self._controller.prompt.tick_probe(wish.probe, True)

    def _back(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
