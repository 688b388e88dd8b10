"""Turns the window of the call into the ribbon and back: one window, one editor. For ui/shell."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from interviewer_app.text import _
from interviewer_app.ui import geometry
from interviewer_app.ui.live.notes.gutter import line_rect
from interviewer_app.ui.live.scores.score_panel import ScorePanelState
from interviewer_app.ui.overriding import override
from interviewer_app.ui.ribbon import on_top, place
from interviewer_app.ui.ribbon.ribbon import Ribbon
from interviewer_app.ui.standing import OnScreenWatch
from interviewer_app.ui.style import theme

if TYPE_CHECKING:
    from interviewer_app.controllers.live.controller import LiveController
    from interviewer_app.controllers.live.views import LiveView
    from interviewer_app.controllers.preferences import PreferencesController
    from interviewer_app.ui.live.parts import Stop
    from interviewer_app.ui.live.scores.chip import ChipRequest
    from interviewer_app.ui.live.screen import LiveScreen

_ON_TOP, _OFF, _TOLD = "ribbon.on_top", "off", "ribbon.told"
_MANY, _AFTER_A_FRAME = 6_000, 40
_PAGES: Final = ("live.probes", "live.facts", "live.signals", "live.checks")
_SHEETS: Final = ("app.help", "app.keys", "app.preferences", "app.about")


class RibbonMode(QObject):
    """`toggle` goes in and out. Whatever hides the call or closes the window brings the whole window back."""

    def __init__(
        self,
        screen: "LiveScreen",
        controller: "LiveController",
        preferences: "PreferencesController",
        platform: str,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._parts = screen.parts
        self._preferences = preferences
        self._controller = controller
        self._can_ask = on_top.can_ask(platform)
        self._window: QWidget = screen.window()
        self._full = (QRect(), Qt.WindowState.WindowNoState, QSize())
        self._areas: list[QRect] = []
        self._drawer = 0
        self._above = False
        self._page = ""
        self.active = False
        self.ribbon = Ribbon(screen)
        self.ribbon.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_A_FRAME)
        self._later.timeout.connect(self._fit_notes)
        layout = screen.layout()
        if layout is not None:
            layout.addWidget(self.ribbon)
        self._standing = OnScreenWatch(self._window, self._least_now)
        self._connect(controller)
        self._prepare_on_top()

    def toggle(self) -> None:
        """The ribbon, or the whole window again."""
        if self.active:
            self._leave()
        else:
            self._enter()

    def toggle_on_top(self) -> None:
        """Above other windows, or like any of them; where a program may not ask, say what a person can do."""
        if not self._can_ask:
            self.ribbon.pin.present(on_top.how_to_pin())
            return
        wish = self._wants_top()
        self._preferences.remember(_ON_TOP, _OFF if wish else "")
        self._prepare_on_top()
        if self.active:
            on_top.keep(self._window, on=not wish)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        closes = watched is self._window and event.type() == QEvent.Type.Close
        hides = watched is self._screen and event.type() == QEvent.Type.Hide and not event.spontaneous()
        if closes or hides:
            self._leave()
        elif self.active and watched is self._parts.notes and event.type() == QEvent.Type.Resize:
            self._show_caret()
        return False

    # -- in and out

    def _enter(self) -> None:
        window, parts = self._window, self._parts
        self.active = True
        # The pause is asked for elsewhere now, and what lay over the prompt would lie in the drawer.
        parts.asker.ask_pause(asking=False)
        parts.panel.fold()
        self._full = (window.normalGeometry(), window.windowState(), window.minimumSize())
        self._areas = geometry.free_areas()
        wanted = place.wanted(window, self._preferences)
        many = parts.notes.editor.document().characterCount() > _MANY
        if many:
            parts.notes.set_compact(on=True)
            self.ribbon.shorten(parts.notes)
        parts.stand_aside()
        parts.asker, parts.menu_anchor = self.ribbon.foot, self.ribbon.header.whole
        parts.other_stops = self._stops
        self.ribbon.hold(parts.notes, parts.prompt, as_it_is=many)
        self._limit()
        shown = ~(Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
        window.setWindowState(window.windowState() & shown)
        window.setGeometry(wanted)
        # Shown last: the lines of the notes are then broken once, at the width they will have.
        if self._controller.view is not None:
            self.ribbon.present(self._controller.view)
        self.ribbon.show()
        self._order_focus()
        on_top.keep(window, on=self._can_ask and self._wants_top())
        parts.notes.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_caret()
        if many:
            self._later.start()
        if not self._can_ask and not self._preferences.recall(_TOLD):
            self._preferences.remember(_TOLD, _TOLD)
            self.ribbon.pin.present(on_top.how_to_pin())

    def _limit(self) -> None:
        if self.active:
            self._window.setMinimumSize(place.least().boundedTo(self._window.screen().availableSize()))

    def _leave(self) -> None:
        if not self.active:
            return
        window, parts = self._window, self._parts
        self._shut_drawer()
        self.active = False
        place.remember(window.geometry(), window.screen(), self._preferences)
        parts.asker.ask_pause(asking=False)
        parts.panel.fold()
        self.ribbon.hide()
        where, state, least = self._full
        areas = geometry.free_areas()
        # First the size, then the least: the other way round the window system sees a third size in between.
        window.setGeometry(where if areas == self._areas else geometry.clamped(where, areas, least))
        window.setMinimumSize(least)
        window.setWindowState(state)
        parts.stand_back()
        on_top.keep(window, on=False)
        parts.notes.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_caret()

    def _fit_notes(self) -> None:
        if self.active:
            self.ribbon.fit_notes(self._parts.notes)

    def _show_caret(self) -> None:
        """Bring the line with the caret into sight; in the ribbon it is the last one, and whole."""
        editor = self._parts.notes.editor
        if self.active:
            foot = line_rect(editor, editor.textCursor().block()).bottom() + 1
            bar = editor.verticalScrollBar()
            bar.setValue(bar.value() + foot - editor.viewport().height())
        editor.ensureCursorVisible()

    # -- what unfolds

    def _unfolded(self) -> None:
        if not self.active:
            return
        panel = self._parts.panel
        self.ribbon.point_out(panel.letter)
        if panel.stage is ScorePanelState.CLOSED:
            if not self._page:
                self._shut_drawer()
            return
        self._open_drawer()
        if panel.stage is not ScorePanelState.DONE:
            panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self) -> None:
        """F2, F3, F4: the page of the prompt, and away with it when it is the one in front."""
        action = self.sender()
        if not self.active or not isinstance(action, QAction):
            return
        page = action.objectName()
        self._parts.panel.fold()
        if page == self._page:
            self._page = ""
            self._shut_drawer()
        else:
            self._page = page
            self._open_drawer()

    def _open_drawer(self) -> None:
        if self._drawer:
            return
        area = self._window.screen().availableGeometry()
        where, self._drawer, self._above = place.grown(self._window.geometry(), area)
        self.ribbon.unfold(self._drawer, above=self._above)
        self._window.setGeometry(where)
        self._show_caret()

    def _shut_drawer(self) -> None:
        self._page = ""
        if not self._drawer:
            return
        drawer, self._drawer = self._drawer, 0
        inside = self.ribbon.drawer.isAncestorOf(self._window.focusWidget())
        self.ribbon.unfold(0, above=self._above)
        self._window.setGeometry(
            self._window.geometry().adjusted(0, drawer, 0, 0)
            if self._above
            else self._window.geometry().adjusted(0, 0, 0, -drawer)
        )
        if inside:
            self._parts.notes.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_caret()

    # -- what the call says

    def _show(self, view: "LiveView") -> None:
        if self.active:
            self.ribbon.present(view)

    # -- wiring

    def _connect(self, controller: "LiveController") -> None:
        screen, parts, ribbon = self._screen, self._parts, self.ribbon
        controller.changed.connect(self._show)
        ribbon.header.pause_requested.connect(screen.toggle_pause)
        ribbon.header.curtain_requested.connect(screen.toggle_curtain)
        ribbon.header.candidate_requested.connect(screen.beside.candidate_requested)
        ribbon.header.whole_requested.connect(self.toggle)
        ribbon.header.next_requested.connect(screen.next_step)
        ribbon.foot.score_requested.connect(screen.begin_score)
        ribbon.foot.chip_requested.connect(self._unfold)
        ribbon.foot.pause_row.pause_requested.connect(parts.head.pause_row.pause_requested)
        ribbon.foot.pause_row.cancelled.connect(parts.head.pause_row.cancelled)
        ribbon.pin.dismiss_requested.connect(self._pin_read)
        parts.panel.unfolded.connect(self._unfolded)
        for key in _PAGES:
            screen.actions_by_id[key].triggered.connect(self._show_page)
        # A sheet of the program has no room in the ribbon.
        outer = getattr(self._window, "actions_by_id", {})
        for key in _SHEETS:
            if key in outer:
                outer[key].triggered.connect(self._leave)
        self._window.installEventFilter(self)
        screen.installEventFilter(self)
        parts.notes.installEventFilter(self)
        theme.watch().changed.connect(self._limit)

    def _unfold(self, wish: "ChipRequest") -> None:
        self._parts.bar.chip_requested.emit(wish)

    def _pin_read(self) -> None:
        self.ribbon.pin.present(None)

    def _wants_top(self) -> bool:
        return self._preferences.recall(_ON_TOP) != _OFF

    def _prepare_on_top(self) -> None:
        action = self._screen.actions_by_id["live.on_top"]
        action.setCheckable(self._can_ask)
        action.setChecked(self._can_ask and self._wants_top())
        if not self._can_ask:
            action.setText(_("How to keep the ribbon on top"))

    def _least_now(self) -> QSize:
        return self._window.minimumSize()

    def _order_focus(self) -> None:
        """Notes, categories, next, the icons."""
        ribbon = self.ribbon
        chain = [self._parts.notes.editor, *ribbon.foot.chips, ribbon.foot.score, *ribbon.header.buttons]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
        for button in ribbon.header.buttons:
            # A click must not take the caret out of the notes.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _stops(self) -> "list[Stop]":
        parts, ribbon = self._parts, self.ribbon
        first = ribbon.foot.chips[0] if ribbon.foot.chips else None
        stops: list[Stop] = [(parts.notes, parts.notes.editor)]
        if ribbon.drawer.isVisible():
            stops.append((parts.prompt, None))
        return [*stops, (ribbon.foot, first), (ribbon.header, ribbon.header.next)]
