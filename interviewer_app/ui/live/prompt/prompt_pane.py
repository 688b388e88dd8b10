"""The step on screen: clock, words to say aloud; what is asked, told and ticked under them. For the screen.

The words never scroll away: only the list under the tabs scrolls, or the words by themselves.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app.controllers.checks.views import NOTHING
from interviewer_app.controllers.live.views import LiveView, StepView
from interviewer_app.domain.kits.kit import CLOSE, OPENING
from interviewer_app.domain.live.pacing import Pace
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.live.prompt.check_list import CheckList
from interviewer_app.ui.live.prompt.material_page import MaterialPage
from interviewer_app.ui.live.prompt.passage import PassagePane
from interviewer_app.ui.live.prompt.signals_page import SignalsPage, SignalsView
from interviewer_app.ui.live.prompt.stage_bar import StageBar, StageView
from interviewer_app.ui.live.prompt.step_clock import StepClock
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.checks.check_list_view import CheckListView
from interviewer_app.ui.widgets.checks.check_sections import ChecksView
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.tabs import Tabs, TabView

PROBES, FACTS, SIGNALS, CHECKS, MATERIALS = "probes", "facts", "signals", "checks", "materials"
_LOW = 700
_NARROW = 560
_LIST, _LIST_LOW = 122, 104
_LIST_TALL = 216
"""What lists to tick and materials are given: the words scroll by themselves before these are a slit."""


class PromptPane(QWidget):
    """440 px wide at least; smaller type when the window is under 700 px high."""

    probe_ticked = Signal(object)
    fact_ticked = Signal(object)
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.prompt")
        theme.dress(self, surface="base")
        self._step: StepView | None = None
        self._ticks = NOTHING
        self._over = ElidedLabel()
        self._over.setObjectName("live.step_number")
        self._title = ElidedLabel()
        self._title.setObjectName("live.step_title")
        theme.dress(self._over, "small", tabular=True, colour="text2")
        theme.dress(self._title, "title", theme.SEMIBOLD)
        self.clock = StepClock()
        self._stages = StageBar()
        self._words = PassagePane()
        self.tabs = Tabs("live.tabs")
        self.probes = CheckList("probe")
        self.facts = CheckList("fact")
        self.signals = SignalsPage()
        self.checks = CheckListView("live.check")
        self.materials = MaterialPage()
        self._head = QWidget()
        self._lay_out()
        self.probes.tick_requested.connect(self.probe_ticked)
        self.facts.tick_requested.connect(self.fact_ticked)
        for page in (self.probes, self.facts, self.checks):
            page.rows_changed.connect(self.rows_changed)
        self.tabs.tab_requested.connect(self._fit)
        theme.watch().changed.connect(self._restyle)

    def present(self, view: LiveView) -> None:
        """Show the step with its clock."""
        before, step = self._step, view.step
        self._step = step
        self._show_clock(view.clock.pace)
        if step is before:
            return
        self._over.present(_place_words(step))
        self._title.present(step.title)
        self._words.show_words(step.text or _silent_words(step))
        self.probes.present(step.probes)
        self.facts.present(step.facts)
        self.signals.present(SignalsView(step.strong, step.weak, step.hints))
        self.materials.present(step.materials)
        self._show_tabs(step, fresh=before is None or before.step != step.step)
        self._fit()

    def render_checks(self, view: ChecksView) -> None:
        """Show what can be ticked."""
        offered = self._ticks.empty == view.ticks.empty
        counted = self._ticks.counts == view.ticks.counts and self._ticks.nudge == view.ticks.nudge
        self._ticks = view.ticks
        self.checks.present(view)
        if self._step is not None and not (offered and counted):
            self._show_tabs(self._step, fresh=False)
            self._fit()

    def show_page(self, key: str) -> None:
        """Bring a page to the front, where the step has it."""
        if self.tabs.isVisibleTo(self) and self.tabs.offers(key):
            self.tabs.show_page(key)
            self._fit()

    def focus_list(self) -> None:
        """Give the keyboard to the first open row of the list in front."""
        if self.tabs.current() == CHECKS and self.checks.isVisible():
            self.checks.focus_open()
            return
        page = {PROBES: self.probes, FACTS: self.facts}.get(self.tabs.current())
        rows = page.rows if page is not None and self.tabs.isVisibleTo(self) else ()
        target = next((row for row in rows if not row.view.ticked), rows[0] if rows else None)
        tab = self.tabs.findChild(QWidget, f"live.tabs.{self.tabs.current()}")
        (target or tab or self._words).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def head_height(self) -> int:
        """Where the clock and the stages end: what unfolds over the pane begins there."""
        below = self._stages if self._stages.isVisibleTo(self) else self._head
        return below.geometry().bottom() + 1 + theme.px(12)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    # -- inside ----------------------------------------------------------------------------------

    def _show_tabs(self, step: StepView, *, fresh: bool) -> None:
        asked = sum(item.t is not None for item in step.probes)
        told = sum(item.t is not None for item in step.facts)
        of = _("{n} of {m}")
        ticked, lines = self._ticks.counts
        count = of.format(n=ticked, m=lines) if lines else ""
        if self._ticks.nudge is not None:
            count = _("none at half time")
        self.tabs.present(
            TabView(PROBES, _("Probes"), of.format(n=asked, m=len(step.probes)), actions.key("live.probes")),
            TabView(FACTS, _("Facts"), of.format(n=told, m=len(step.facts)), actions.key("live.facts")),
            TabView(SIGNALS, _("Signals"), "", actions.key("live.signals")),
            TabView(CHECKS, _("Checks"), count, actions.key("live.checks")),
        )
        usual = (PROBES, FACTS, SIGNALS) if step.number else ()
        checks = () if self._ticks.empty else (CHECKS,)
        offered = (*usual, *checks, *((MATERIALS,) if step.materials else ()))
        self.tabs.offer(*offered)
        self.tabs.setVisible(bool(offered))
        if fresh and offered:
            self.tabs.show_page(offered[0])

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.px(4))
        left.addWidget(self._over)
        left.addWidget(self._title)
        left.addStretch(1)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.px(12))
        head.addLayout(left, 1)
        head.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        self.tabs.add_page(TabView(PROBES, _("Probes"), "", actions.key("live.probes")), self.probes)
        self.tabs.add_page(TabView(FACTS, _("Facts"), "", actions.key("live.facts")), self.facts)
        self.tabs.add_page(TabView(SIGNALS, _("Signals"), "", actions.key("live.signals")), self.signals)
        self.tabs.add_page(TabView(CHECKS, _("Checks"), "", actions.key("live.checks")), self.checks)
        self.tabs.add_page(TabView(MATERIALS, _("Task")), self.materials)
        self._top = QVBoxLayout()
        self._top.setSpacing(0)
        self._top.addWidget(self._head)
        self._top.addSpacing(theme.px(8))
        self._top.addWidget(self._stages)
        self._top.addSpacing(theme.px(12))
        self._top.addWidget(self._words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._top)
        self._gap = theme.px(16)
        rows.addSpacing(self._gap)
        # Without tabs (a step with nothing to tick) the room stays below the words.
        rows.addWidget(self.tabs, 1000)
        rows.addStretch(1)

    def _show_clock(self, pace: Pace) -> None:
        self.clock.present(pace)
        if self._step is not None:
            wide = self.width() >= theme.px(_NARROW)
            self._stages.present(StageView(self._step.time_plan, pace.step_at, words=wide))

    def _fit(self) -> None:
        """Share the height between the words and the list."""
        low = self.window().height() < theme.px(_LOW)
        narrow = self.width() < theme.px(_NARROW)
        side = 16 if narrow else 24
        top = 12 if narrow else 16
        self._top.setContentsMargins(theme.px(side), theme.px(top), theme.px(side), 0)
        self.tabs.set_margin(theme.px(side))
        for page in (self.probes, self.facts, self.signals, self.checks, self.materials):
            page.set_margin(side)
        self._stages.show_words(shown=not narrow)
        used = theme.px(top) + self._head.sizeHint().height() + theme.px(8 + 12) + self._gap
        if self._stages.isVisibleTo(self):
            used += self._stages.sizeHint().height()
        room = self.height() - used
        tall = False
        if self.tabs.isVisibleTo(self):
            prompt = self._step is not None and self._step.number > 0
            tall = prompt and self.tabs.current() in (CHECKS, MATERIALS)
            room -= theme.px(_LIST_TALL if tall else _LIST_LOW if low else _LIST)
        # Beside a tall list smaller words are better than half of them.
        role: theme.TextRole = "prompt_small" if low or tall else "prompt"
        # Three lines at least, as long as the list below keeps a row: nothing may lie over anything else.
        below = self.tabs.minimumSizeHint().height() if self.tabs.isVisibleTo(self) else 0
        least = min(3 * theme.line_height(role), self.height() - used - below)
        self._words.fit(role, self.width() - 2 * theme.px(side), max(room, least))

    def _restyle(self) -> None:
        self._head.updateGeometry()
        self._fit()


def _place_words(step: StepView) -> str:
    """Where in the kit a step stands."""
    if step.number:
        return _("Prompt {n} of {m}").format(n=step.number, m=step.of)
    if step.step == OPENING:
        return _("Before prompt {n}").format(n=1)
    return _("After prompt {n}").format(n=step.of)


def _silent_words(step: StepView) -> str:
    """What to do in a step that brings no words of its own."""
    if step.step == OPENING:
        return _("Say hello, say who you are, and say how the hour will go.")
    if step.step == CLOSE:
        return _("Say what happens next and by when, and thank the candidate.")
    return _("The candidate asks. Answer what you may, and say so when you may not.")
