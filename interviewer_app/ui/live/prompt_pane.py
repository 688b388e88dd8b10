"""The step on screen: clock, words to say aloud, and probes, facts and signals under them. For the screen.

The words never scroll away: only the list under the tabs scrolls, or the words by themselves.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app.controllers.views import ClockView, StepView
from interviewer_app.domain.kit import CLOSE, OPENING
from interviewer_app.domain.pacing import Pace
from interviewer_app.text import _
from interviewer_app.ui import theme
from interviewer_app.ui.live.check_list import CheckList
from interviewer_app.ui.live.passage import PassagePane
from interviewer_app.ui.live.signals_page import SignalsPage, SignalsView
from interviewer_app.ui.live.stage_bar import StageBar, StageView
from interviewer_app.ui.live.step_clock import StepClock
from interviewer_app.ui.overriding import override
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.tabs import Tabs, TabView

PROBES, FACTS, SIGNALS = "probes", "facts", "signals"
_LOW = 700
_NARROW = 560
_LIST, _LIST_LOW = 122, 104


@dataclass(frozen=True, slots=True)
class PromptView:
    """The step, its clock, and the extra-time factor in per cent."""

    step: StepView
    clock: ClockView
    factor: int


class PromptPane(QWidget):
    """440 px wide at least; smaller type when the window is under 700 px high."""

    probe_ticked = Signal(object)
    fact_ticked = Signal(object)
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.prompt")
        theme.dress(self, surface="base")
        self._view: PromptView | None = None
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
        self._head = QWidget()
        self._lay_out()
        self.probes.tick_requested.connect(self.probe_ticked)
        self.facts.tick_requested.connect(self.fact_ticked)
        for page in (self.probes, self.facts):
            page.rows_changed.connect(self.rows_changed)
        theme.watch().changed.connect(self._restyle)

    @override
    def render(self, view: PromptView) -> None:  # type: ignore[override]  # the house's inlet
        """Show a step."""
        before = self._view.step if self._view is not None else None
        self._view = view
        self.render_clock(view.clock.pace)
        step = view.step
        if step == before:
            return
        self._over.render(_place_words(step))
        self._title.render(step.title)
        self._words.show_words(step.text or _silent_words(step))
        self.probes.render(step.probes)
        self.facts.render(step.facts)
        self.signals.render(SignalsView(step.strong, step.weak, step.hints))
        self._show_tabs(step, fresh=before is None or before.step != step.step)
        self._fit()

    def render_clock(self, pace: Pace) -> None:
        """Show a tick."""
        self.clock.render(pace)
        if self._view is not None:
            minutes = pace.step_spent / 60 * 100 / self._view.factor
            wide = self.width() >= theme.px(_NARROW)
            self._stages.render(StageView(self._view.step.time_plan, minutes, words=wide))

    def show_page(self, key: str) -> None:
        """Bring probes, facts or signals to the front."""
        if self.tabs.isVisibleTo(self):
            self.tabs.show_page(key)

    def focus_list(self) -> None:
        """Give the keyboard to the first open row of the list in front."""
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
        self.tabs.render(
            TabView(PROBES, _("Probes"), of.format(n=asked, m=len(step.probes)), "F2"),
            TabView(FACTS, _("Facts"), of.format(n=told, m=len(step.facts)), "F3"),
            TabView(SIGNALS, _("Signals"), "", "F4"),
        )
        self.tabs.setVisible(step.number > 0)
        if fresh:
            self.tabs.show_page(PROBES)

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
        self.tabs.add_page(TabView(PROBES, _("Probes"), "", "F2"), self.probes)
        self.tabs.add_page(TabView(FACTS, _("Facts"), "", "F3"), self.facts)
        self.tabs.add_page(TabView(SIGNALS, _("Signals"), "", "F4"), self.signals)
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
        # Without tabs (opening, questions, close) the room stays below the words.
        rows.addWidget(self.tabs, 1000)
        rows.addStretch(1)

    def _fit(self) -> None:
        """Share the height between the words and the list."""
        low = self.window().height() < theme.px(_LOW)
        narrow = self.width() < theme.px(_NARROW)
        side = 16 if narrow else 24
        top = 12 if narrow else 16
        self._top.setContentsMargins(theme.px(side), theme.px(top), theme.px(side), 0)
        self.tabs.set_margin(theme.px(side))
        for page in (self.probes, self.facts, self.signals):
            page.set_margin(side)
        used = theme.px(top) + self._head.sizeHint().height() + theme.px(8 + 12) + self._gap
        if self._stages.isVisibleTo(self):
            used += self._stages.sizeHint().height()
        room = self.height() - used
        if self.tabs.isVisibleTo(self):
            room -= theme.px(_LIST_LOW if low else _LIST)
        role: theme.TextRole = "prompt_small" if low else "prompt"
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
