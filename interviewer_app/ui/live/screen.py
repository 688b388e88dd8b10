"""The live screen: everything of the call on one window, nothing modal. For app, which builds it.

Gives each part its slice of the LiveView and passes its wishes to the controller.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from interviewer_app.controllers.live.views import LiveView
from interviewer_app.domain.errors import Problem
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.live import notices
from interviewer_app.ui.live.copying import Copy, Copying
from interviewer_app.ui.live.detour_desk import DetourQuestions
from interviewer_app.ui.live.keys import (
    BesideKeys,
    CallKeys,
    NoteKeys,
    PageKeys,
)
from interviewer_app.ui.live.notes.editor import CursorAt, NotesView
from interviewer_app.ui.live.notes.expanding import Expanding
from interviewer_app.ui.live.notes.finder import Finder
from interviewer_app.ui.live.notes.highlighter import Spotlight
from interviewer_app.ui.live.notes.hinting import Hinting
from interviewer_app.ui.live.notes.notes_pane import NotesPaneView
from interviewer_app.ui.live.parts import LiveParts
from interviewer_app.ui.live.scores.chip import ChipRequest, ChipsView
from interviewer_app.ui.live.scores.score_panel import ScorePanelState, Unfolded
from interviewer_app.ui.live.strip.head import head_view
from interviewer_app.ui.live.strip.pause_row import PauseRequest
from interviewer_app.ui.live.strip.plan import strip_view
from interviewer_app.ui.live.strip.strip import StepRequest
from interviewer_app.ui.live.ticking import Ticking
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.anchor_row import ScoreRequest
from interviewer_app.ui.widgets.banner import BannerAction
from interviewer_app.ui.widgets.checks.check_row import Ticked

if TYPE_CHECKING:
    from interviewer_app.controllers.live.controller import Announcement, LiveController
    from interviewer_app.controllers.preferences import PreferencesController

_SPLIT, _STRIP, _HIDDEN = "live.splitter", "live.strip", "hidden"


class LiveScreen(QWidget):
    """`menu_requested` carries the button the menus shall hang on."""

    menu_requested = Signal(object)

    def __init__(
        self,
        controller: "LiveController",
        preferences: "PreferencesController | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("live")
        theme.dress(self, surface="window")
        self._controller = controller
        self._preferences = preferences
        self.view: LiveView | None = None
        self._problem: Problem | None = None
        self._copy: Copy | None = None
        self.parts = LiveParts(self)
        self._note_keys = NoteKeys(self.parts.notes.editor)
        self.beside = BesideKeys(self)
        self._hinting = Hinting(self.parts.notes, preferences)
        # Held here: a signal does not keep the object alive whose method it calls.
        self._keys = (
            self._note_keys,
            Finder(self.parts.notes, controller),
            self._hinting,
            Expanding(self.parts.notes.editor, preferences),
            PageKeys(self.parts.prompt),
            Ticking(self.parts.prompt, self.parts.notes.editor, controller),
            CallKeys(controller),
            self.beside,
            DetourQuestions(self.parts, controller.asking, self),
        )
        self.actions_by_id = actions.bind(self, actions.LIVE, *self._keys)
        self._copying = Copying(self, controller.rescue)
        self._copying.copied.connect(self._show_copy)
        self._recall()
        self._connect_parts()
        controller.changed.connect(self.present)
        controller.problem.connect(self._show_problem)
        self._hinting.problem.connect(self._show_problem)
        controller.announced.connect(self._announce)

    def present(self, view: LiveView) -> None:
        """Show the call; what is the same object as before is the same on screen."""
        old, self.view = self.view, view
        if old is None or old.interview_id != view.interview_id:
            self._problem = self._copy = old = None
        moved = old is None or old.step.step != view.step.step
        if moved:
            # It would cover the question that is to be read aloud now.
            self.parts.panel.fold()
        if old is None or old.clock is not view.clock or old.chips is not view.chips:
            self._show_counts(view)
        if old is None or old.save is not view.save:
            self.parts.header.present(view)
            self._show_curtain()
            self._show_banner()
        if moved:
            self._show_notes(view)
        elif old is not None and old.lines is not view.lines:
            self.parts.notes.render_lines(view.lines)

    # -- acts of the table of keys ---------------------------------------------------------------

    def begin_score(self) -> None:
        """F5: the next key names a category."""
        self.parts.panel.begin()

    def next_pane(self) -> None:
        """F6."""
        self.parts.next_pane()

    def next_step(self) -> None:
        """F8: the next step; after the last one the call is over."""
        if self.view is not None and not self.view.step.following:
            self._controller.end_call()
        else:
            self._controller.next()

    def toggle_pause(self) -> None:
        """F9: ask why; once more takes "other"; while paused, go on."""
        asker = self.parts.asker
        if self.view is not None and self.view.clock.paused is not None:
            self._controller.time.resume()
        elif asker.asking:
            asker.pause_row.choose_other()
        else:
            asker.ask_pause(asking=True)

    def show_menu(self) -> None:
        """F10."""
        self.menu_requested.emit(self.parts.menu_anchor)

    def toggle_curtain(self) -> None:
        """F12: cover everything, popovers included; the caret stays where it is."""
        curtain = self.parts.curtain
        if curtain.isVisible():
            curtain.hide()
        else:
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            # Nothing that cannot be seen may be pressed by a stray Space.
            self._back_to_notes()
            curtain.draw()
            self._show_curtain()
        self._title()

    def toggle_strip(self) -> None:
        """Ctrl+Shift+P: the sentence stays."""
        shown = self.parts.strip.isHidden()
        self.parts.show_strip(shown=shown, held=True)
        if self._preferences is not None:
            self._preferences.remember(_STRIP, "" if shown else _HIDDEN)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: that would catch Tab on its way to the header.
        super().focusInEvent(event)
        self._back_to_notes()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.parts.curtain.isVisible():
            return True
        # What it covers could take the focus unseen.
        held = self.parts.panel.hasFocus()
        self.parts.panel.fold()
        return held or super().focusNextPrevChild(forward)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._controller.leave()

    # -- showing ---------------------------------------------------------------------------------

    def _show_notes(self, view: LiveView) -> None:
        """The notes of another step."""
        parts = self.parts
        self._note_keys.letters = frozenset(chip.letter for chip in view.chips)
        notes = NotesView(view.interview_id, view.lines, view.cursor)
        parts.notes.present(NotesPaneView(notes, view.chips))
        parts.order_focus()
        self._spotlight()
        self._title()

    def _show_counts(self, view: LiveView) -> None:
        """A second has passed, or something has been counted anew."""
        parts = self.parts
        parts.header.present(view)
        parts.prompt.present(view)
        parts.panel.present(view.chips)
        parts.head.present(head_view(view))
        parts.strip.present(strip_view(view))
        if parts.strip.accessibleDescription() != parts.head.spoken:
            parts.strip.setAccessibleDescription(parts.head.spoken)
        self._show_scores()
        self._show_curtain()

    def _show_curtain(self) -> None:
        if self.view is not None and self.parts.curtain.isVisible():
            self.parts.curtain.present(self.view)

    def _show_scores(self) -> None:
        view, unfolded = self.view, self.parts.panel.letter
        if view is not None:
            self.parts.bar.present(ChipsView(view.chips, view.wanting, unfolded))

    def _show_problem(self, problem: Problem) -> None:
        self._problem = problem
        self._show_banner()

    def _show_banner(self) -> None:
        if self.view is not None:
            self.parts.banner.present(notices.banner(self.view.save, self._problem, self._copy))

    def _announce(self, words: "Announcement") -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words.words))

    def _title(self) -> None:
        # The title may be seen in a shared task bar: never the candidate, and nothing behind the curtain.
        hidden = self.parts.curtain.isVisible() or self.view is None
        self.setWindowTitle("" if hidden or self.view is None else self.view.opening or _("Call"))

    def _spotlight(self) -> None:
        view, letter = self.view, self.parts.panel.letter
        own = view is not None and letter in view.step.letters
        self.parts.notes.editor.spotlight(Spotlight(letter, own))

    # -- wishes ----------------------------------------------------------------------------------

    def _connect_parts(self) -> None:
        parts, controller = self.parts, self._controller
        parts.header.pause_requested.connect(self.toggle_pause)
        parts.header.curtain_requested.connect(self.toggle_curtain)
        parts.header.candidate_requested.connect(self.beside.candidate_requested)
        parts.header.ribbon_requested.connect(self.beside.ribbon_requested)
        parts.header.menu_requested.connect(self.show_menu)
        parts.curtain.lift_requested.connect(self.toggle_curtain)
        parts.head.previous_requested.connect(controller.previous)
        parts.head.next_requested.connect(controller.next)
        parts.head.end_requested.connect(controller.end_call)
        parts.head.give_back_requested.connect(controller.prompt.give_back)
        parts.head.pause_row.pause_requested.connect(self._pause)
        parts.head.pause_row.cancelled.connect(self._stop_asking)
        parts.strip.step_requested.connect(self._show_step)
        parts.prompt.probe_ticked.connect(self._tick_probe)
        parts.prompt.fact_ticked.connect(self._tick_fact)
        parts.prompt.rows_changed.connect(parts.order_focus)
        parts.notes.editor.edit_requested.connect(controller.notes.edit)
        parts.notes.editor.cursor_moved.connect(self._move_cursor)
        parts.notes.editor.text_refused.connect(self._show_problem)
        parts.notes.editor.touched.connect(parts.panel.fold)
        parts.bar.chip_requested.connect(self._unfold)
        parts.bar.score_requested.connect(self.begin_score)
        parts.panel.score_requested.connect(self._score)
        parts.panel.undo_requested.connect(controller.scores.undo)
        parts.panel.unfolded.connect(self._unfolded)
        parts.panel.released.connect(self._back_to_notes)
        parts.banner.action_requested.connect(self._answer)
        parts.banner.dismiss_requested.connect(self._dismiss)
        parts.split_moved.connect(self._remember)

    def _pause(self, wish: PauseRequest) -> None:
        self._stop_asking()
        self._controller.time.pause(wish.cause)

    def _stop_asking(self) -> None:
        self.parts.asker.ask_pause(asking=False)
        self._back_to_notes()

    def _show_step(self, wish: StepRequest) -> None:
        self._controller.show(wish.step)

    def _tick_probe(self, wish: Ticked) -> None:
        self._controller.prompt.tick_probe(wish.key, wish.on)

    def _tick_fact(self, wish: Ticked) -> None:
        self._controller.prompt.tick_fact(wish.key, wish.on)

    def _move_cursor(self, at: CursorAt) -> None:
        self._controller.notes.move_cursor(at.step, at.position)

    def _unfold(self, wish: ChipRequest) -> None:
        panel = self.parts.panel
        if panel.stage is not ScorePanelState.CLOSED and panel.letter == wish.letter:
            panel.fold()
        else:
            panel.begin(wish.letter)

    def _score(self, wish: ScoreRequest) -> None:
        self._controller.scores.set(wish.letter, wish.value, wish.observed)

    def _unfolded(self, _fact: Unfolded) -> None:
        self._show_scores()
        self._spotlight()

    def _back_to_notes(self) -> None:
        self.parts.notes.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, action: BannerAction) -> None:
        # Whoever pressed a button goes on writing: the next key belongs to the notes.
        self._back_to_notes()
        if action.key == notices.RETRY:
            self._controller.rescue.retry()
        elif action.key == notices.COPY:
            QGuiApplication.clipboard().setText(self._controller.rescue.waiting_text())
        elif action.key == notices.KEEP:
            self._copying.ask()

    def _show_copy(self, copy: Copy) -> None:
        self._copy = copy
        self._show_banner()
        self._back_to_notes()

    def _dismiss(self) -> None:
        self._back_to_notes()
        self._problem = None
        self._show_banner()

    def _recall(self) -> None:
        if self._preferences is None:
            return
        width = self._preferences.recall(_SPLIT)
        self.parts.chosen_left = int(width) if width.isdecimal() else 0
        self.parts.show_strip(shown=self._preferences.recall(_STRIP) != _HIDDEN)

    def _remember(self) -> None:
        if self._preferences is not None:
            self._preferences.remember(_SPLIT, str(self.parts.chosen_left))
