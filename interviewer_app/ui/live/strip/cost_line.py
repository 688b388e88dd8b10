"""What moving on would take from the prompts to come, then what it took and the way back. For the head."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from interviewer_app import labels
from interviewer_app.domain.live.pacing import Pace
from interviewer_app.domain.live.replan import MinuteCut
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, set_hint
from interviewer_app.ui.widgets.tips import set_tip

_FRESH = 60.0
"""Seconds for which the way back is offered in words; its key works as long as the step is on screen."""


@dataclass(frozen=True, slots=True)
class CostView:
    """What moving on would take, or what it took; nothing of both is the everyday state."""

    proposal: tuple[MinuteCut, ...] = ()
    taken: tuple[MinuteCut, ...] = ()


def cost_view(pace: Pace) -> CostView:
    """What there is to say now: what comes goes before what was."""
    if pace.proposal:
        return CostView(pace.proposal)
    return CostView((), pace.taken if pace.step_spent < _FRESH else ())


def moving_on(cuts: tuple[MinuteCut, ...]) -> str:
    """The words before it applies; none when it costs nothing."""
    return _("Moving on: {cost}").format(cost=labels.cost(cuts)) if cuts else ""


def brief(pace: Pace) -> str:
    """The same as a short sentence, for the ribbon, which has neither strip nor button."""
    view = cost_view(pace)
    if view.proposal:
        return _("Moving on: −{n} min.").format(n=sum(cut.lost for cut in view.proposal))
    if view.taken:
        return _("{what}; {key} takes it back.").format(
            what=labels.shortened(view.taken), key=actions.key("live.give_back")
        )
    return ""


class CostLine(QWidget):
    """Quiet words, from full to short to none, and the button that undoes."""

    give_back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = CostView()
        self._words = QLabel()
        self._words.setObjectName("live.cost")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.give_back = button(_("Undo"), "live.give_back", kind="quiet", hint=actions.key("live.give_back"))
        self.give_back.setAccessibleName(_("Give the minutes back"))
        self.give_back.clicked.connect(self.give_back_requested)
        self.give_back.setAccessibleDescription(actions.key("live.give_back"))
        # Whatever it says, it must not make the window wider.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self._words)
        row.addWidget(self.give_back)
        row.addSpacing(theme.px(12 - 4))
        self.hide()
        theme.watch().changed.connect(self._restyle)
        self._restyle()

    def present(self, view: CostView) -> None:
        """Take this; `fit` shows it."""
        self._view = view

    def fit(self, room: float, at_worst: float, *, alone: bool) -> None:
        """Show what there is `room` for beside the whole sentence.

        `at_worst` is the room when the sentence gives way: for what was taken and its undo, and, where no
        strip says it (`alone`), for what moving on would take.
        """
        forms = self._forms()
        must = alone or bool(self._view.taken)
        # The barest form is for need only.
        words, hint = next((form for form in forms[:2] if self._needs(*form) <= room), ("", ""))
        if not words and must:
            words, hint = next((form for form in forms if self._needs(*form) <= at_worst), ("", ""))
        self.setVisible(bool(words))
        if not words:
            return
        self._words.setText(words)
        set_tip(self._words, forms[0][0])
        set_hint(self.give_back, hint)
        self.give_back.setVisible(bool(self._view.taken))

    def _needs(self, words: str, hint: str) -> float:
        width = QFontMetricsF(theme.font("small", tabular=True)).horizontalAdvance(words) + 2
        if self._view.taken:
            set_hint(self.give_back, hint)
            width += self.give_back.sizeHint().width() + theme.px(4)
        return width

    def _forms(self) -> tuple[tuple[str, str], ...]:
        """Words and the key on the button, from much to little; a button without words would be a riddle."""
        view = self._view
        least = _("−{n} min").format(n=sum(cut.lost for cut in view.proposal or view.taken))
        if view.proposal:
            told = moving_on(view.proposal), _("Moving on: {cost}").format(cost=least), least
            return tuple((words, "") for words in told)
        return (
            (
                (labels.shortened(view.taken), actions.key("live.give_back")),
                (least, actions.key("live.give_back")),
                (least, ""),
            )
            if view.taken
            else ()
        )

    def _restyle(self) -> None:
        theme.dress(self._words, "small", tabular=True, colour="text2")
