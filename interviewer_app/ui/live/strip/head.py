"""The line over the pace strip: clock, sentence or why to pause, previous and next. For the screen."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.live.views import ClockView, LiveView
from interviewer_app.domain.live.pacing import SentenceKind, TimeState
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.live.strip.cost_line import CostLine, cost_view, moving_on
from interviewer_app.ui.live.strip.pause_row import PauseRow
from interviewer_app.ui.live.strip.sentence import SentenceLine, SentenceView
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, icon_button, rename, set_available
from interviewer_app.ui.widgets.figures import Figures
from interviewer_app.ui.widgets.tips import set_tip

_BAREST = 64
_LONG = 6000.0
"""Interviews planned to last this many seconds or more show hours; shorter ones count minutes past sixty."""


@dataclass(frozen=True, slots=True)
class StripHeadView:
    """The clock, and whether there is a step before this one and a prompt or another step after it."""

    clock: ClockView
    first: bool
    last: bool
    prompt_next: bool


def head_view(view: LiveView) -> StripHeadView:
    """What the head shows of the call."""
    following = next((s for s in view.clock.pace.segments if s.step == view.step.following), None)
    prompt_next = following is not None and following.number > 0
    return StripHeadView(view.clock, not view.step.previous, not view.step.following, prompt_next)


def sentence_view(clock: ClockView) -> SentenceView:
    """The sentence with its tone."""
    if clock.paused is not None:
        cause = labels.pause_cause(clock.paused)
        return SentenceView(
            "paused",
            _("Paused: {cause}.").format(cause=cause),
            _("The clock stands still. {key} goes on.").format(key=actions.key("live.pause")),
        )
    fact, rest = labels.sentence(clock.pace.sentence)
    kind = clock.pace.sentence.kind
    if kind is SentenceKind.CANDIDATE_TIME or (fact and clock.pace.step_state is TimeState.OVER):
        return SentenceView("alert", fact, rest)
    grave = bool(fact) or kind is SentenceKind.LAST_CHANCE
    return SentenceView("caution" if grave else "calm", fact, rest)


def _time(seconds: float, *, long: bool) -> str:
    """A time like 62:05, or 1:02:05 when the interview is long."""
    whole = max(0, int(seconds))
    return labels.clock(whole) if long else f"{whole // 60:02d}:{whole % 60:02d}"


class StripHead(QWidget):
    """28 px high; the clock keeps its width from second to second.

    `spoken` is the sentence, and what moving on costs, for a screen reader.
    """

    previous_requested = Signal()
    next_requested = Signal()
    end_requested = Signal()
    give_back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: StripHeadView | None = None
        self._clock = Figures("live.clock")
        self._of = Figures("live.clock_of")
        self.sentence = SentenceLine()
        self.cost = CostLine()
        self.cost.give_back_requested.connect(self.give_back_requested)
        self._fact: object = None
        self.spoken = ""
        self._alone = self._taken = False
        self.pause_row = PauseRow()
        # Out of sight most of the time, it must not keep the window wide.
        self.pause_row.setMinimumWidth(1)
        self.previous = icon_button(
            "chevron-left", _("Previous"), "live.previous", hint=actions.key("live.previous")
        )
        self.previous.setProperty("kind", "plain")
        self.next = button(_("Next prompt"), "live.next", hint=actions.key("live.next"))
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self._go_on)
        # A stacked layout shows its first widget at once: without a parent that would be a window of its own.
        self.sentence.setParent(self)
        self._middle = QStackedLayout()
        self._middle.addWidget(self.sentence)
        self._middle.addWidget(self.pause_row)
        self._lay_out()
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: StripHeadView) -> None:
        """Show this; labels are touched only when their words change."""
        self.render_clock(view.clock)
        if self._view is not None and self._frame(view) == self._frame(self._view):
            self._view = view
            return
        self._view = view
        words = _("End the call") if view.last else _("Next prompt") if view.prompt_next else _("Go on")
        rename(self.next, words)
        set_available(self.previous, not view.first, _("This is the first step"))

    def render_clock(self, clock: ClockView) -> None:
        """Show a tick."""
        long = clock.pace.planned >= _LONG
        self._clock.present(_time(clock.pace.counted, long=long))
        self._of.present(_("of {time}").format(time=_time(clock.pace.planned, long=long)))
        cost = cost_view(clock.pace)
        # Words are made only when they will be others: most ticks change the time alone.
        fact = clock.pace.sentence, clock.pace.step_state, clock.paused, cost
        if fact == self._fact:
            return
        self._fact = fact
        self._taken = bool(cost.taken)
        sentence, warning = sentence_view(clock), moving_on(cost.proposal)
        self.spoken = f"{sentence.words} {warning}." if warning else sentence.words
        self.sentence.present(sentence)
        self.cost.present(cost)
        set_tip(self.next, warning)
        self.next.setAccessibleDescription(". ".join(filter(None, (actions.key("live.next"), warning))))
        self._fit_cost()

    def stand_alone(self, *, alone: bool) -> None:
        """Without the strip below, what moving on costs is said here whatever room there is."""
        if alone != self._alone:
            self._alone = alone
            self._fit_cost()

    def ask_pause(self, *, asking: bool) -> None:
        """Ask why to pause, or show the sentence again."""
        self._middle.setCurrentWidget(self.pause_row if asking else self.sentence)
        # With large text the answers need the room of the two buttons; their keys still work.
        cramped = asking and self.pause_row.least_width > self._middle.geometry().width()
        self.previous.setVisible(not cramped)
        self.next.setVisible(not cramped)
        self._fit_cost()
        if asking:
            self.pause_row.setFocus()

    @property
    def asking(self) -> bool:
        """True while the cause of a pause is asked for."""
        return self._middle.currentWidget() is self.pause_row

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_cost()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now the style has given the buttons their true width.
        self._fit_cost()

    def _fit_cost(self) -> None:
        if self.asking:
            self.cost.hide()
            return
        fixed = self._clock.width() + self._of.width() + self.previous.width() + self.next.sizeHint().width()
        fixed += theme.px(8 + 24 + 12 + 12 + 4)
        room, said = self.width() - fixed, self.sentence
        least = max(said.fact_width, said.minimumSizeHint().width())
        worst = room - least
        if not self._taken:
            # What matters next is read before its cost, as long as the barest figure finds a place beside it.
            worst = min(worst, max(room - said.head_width, theme.px(_BAREST)))
        self.cost.fit(room - said.whole_width, worst, alone=self._alone)

    @staticmethod
    def _frame(view: StripHeadView) -> tuple[bool, bool, bool]:
        return view.first, view.last, view.prompt_next

    def _go_on(self) -> None:
        if self._view is not None and self._view.last:
            self.end_requested.emit()
        else:
            self.next_requested.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._clock)
        row.addSpacing(theme.px(8))
        row.addWidget(self._of)
        row.addSpacing(theme.px(24))
        row.addLayout(self._middle, 1)
        row.addSpacing(theme.px(12))
        row.addWidget(self.cost)
        row.addWidget(self.previous)
        row.addSpacing(theme.px(4))
        row.addWidget(self.next)

    def _restyle(self) -> None:
        font = theme.font("prompt", theme.SEMIBOLD, tabular=True)
        self._clock.setFont(font)
        theme.dress(self._of, "base", tabular=True, colour="text2")
        self.setFixedHeight(theme.px(theme.CONTROL))
        self.previous.setFixedWidth(theme.px(theme.CONTROL))
        for label in (self._clock, self._of):
            label.setFixedHeight(theme.px(theme.CONTROL))
            label.fit()
        self._fit_cost()
