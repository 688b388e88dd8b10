"""The one quiet question of the call: why a prompt left its place, whether a gap counts. For the parts.

It stands at the foot of the prompt, takes no focus by itself, and the notes never move for it.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from interviewer_app.controllers.live.detours import Ask, DetourAsk, GapAsk
from interviewer_app.domain.marks import DetourReason
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.live.prompt import detour_words
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, icon_button, rename
from interviewer_app.ui.widgets.choice_grid import ChoiceGrid
from interviewer_app.ui.widgets.detour_answers import (
    DetourWords,
    GapRequest,
    gap_options,
    gap_request,
    reason_options,
)
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.glyph import Glyph
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen

_SIDE: Final = 8


@dataclass(frozen=True, slots=True)
class ExplainRequest:
    """This is why."""

    reason: DetourReason


@dataclass(frozen=True, slots=True)
class WordsRequest:
    """And this is to be said beside it."""

    words: str


@dataclass(frozen=True, slots=True)
class Spread:
    """The answers want the whole pane for themselves, or no longer."""

    whole: bool


class QuestionRow(QWidget):
    """A key per answer once it has the keyboard; Esc means later. Takes no room while nothing is asked."""

    reason_requested = Signal(object)
    words_requested = Signal(object)
    words_edited = Signal(object)
    gap_requested = Signal(object)
    change_requested = Signal()
    later_requested = Signal()
    released = Signal()
    unfolded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.question")
        theme.dress(self, surface="window")
        self._ask: Ask | None = None
        self._tight = self._unfolded = False
        self._spread = Spread(whole=False)
        self._words_box = QWidget()
        self._sign = Glyph("info", "accent")
        self._fact = ElidedLabel()
        self._fact.setObjectName("live.question.fact")
        theme.dress(self._fact, "base", theme.MEDIUM)
        self._open = button(
            _("Say why"), "live.question.open", kind="quiet", hint=actions.key("live.answer"), size="small"
        )
        self._change = button(_("Change"), "live.question.change", kind="quiet", size="small")
        self._later = icon_button("x", _("Later"), "live.question.later", hint=actions.named("Escape"))
        stop = Qt.FocusPolicy.TabFocus  # a click must not take the caret out of the notes
        self.reasons = ChoiceGrid("live.question", reason_options(detour_words.REASONS), stop=stop)
        self.rulings = ChoiceGrid("live.question", gap_options(), stop=stop)
        self.words = DetourWords("live.question.words")
        self._lay_out()
        self._connect()
        self._restyle()
        theme.watch().changed.connect(self._restyle)
        self.hide()

    def present(self, ask: Ask | None) -> None:
        """Show this question, or nothing."""
        if ask == self._ask:
            return
        held = self.holds_keyboard
        before, self._ask = self._ask, ask
        if ask is None:
            self._unfolded = False
            self.hide()
            self._tell(Spread(whole=False))
            if held:
                self.released.emit()
            return
        self._fact.present(detour_words.fact(ask))
        self.setAccessibleName(self._fact.text())
        rename(self._open, detour_words.short(ask))
        same = before is not None and _kind(before) == _kind(ask)
        if isinstance(ask, DetourAsk):
            self.words.present(ask.words, same=same)
        if not same:
            self._unfolded = self._unfolded and held
        self._arrange()
        self.show()
        if held:
            self._follow(ask)

    def set_tight(self, *, tight: bool) -> None:
        """Where the prompt has hardly room for itself, only the question shows until it is to be answered."""
        if tight != self._tight:
            self._tight = tight
            self._arrange()

    def take_keyboard(self) -> bool:
        """Unfold and take the keyboard; False while nothing is asked."""
        if self._ask is None:
            return False
        self._unfolded = True
        self._arrange()
        self._follow(self._ask)
        return True

    @property
    def holds_keyboard(self) -> bool:
        """True while one of its parts has the focus."""
        return self.isAncestorOf(self.window().focusWidget())

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of Tab."""
        rest = (self.words, self._open, self._change, self._later)
        return [*self.reasons.buttons, *self.rulings.buttons, *rest]

    def settle_focus(self) -> None:
        """One stop for Tab in each choice; the words can be clicked into."""
        self.reasons.settle_focus()
        self.rulings.settle_focus()
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        holder = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.later_requested.emit()
            self.released.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(holder, QPushButton):
            holder.click()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._unfolded and not self.holds_keyboard:
            self._unfolded = False
            self._arrange()
        # Escape leaves the field before the window hears of it.
        if watched is self.words and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.setAccepted(event.type() == QEvent.Type.ShortcutOverride)
        return False

    # -- inside

    def _follow(self, ask: Ask) -> None:
        """Give the keyboard to what answers; once that has happened, back to the notes."""
        if isinstance(ask, GapAsk):
            self.rulings.focus_choice()
        elif ask.open:
            self.reasons.focus_choice()
        else:
            self.words.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        ask = self._ask
        shown = not self._tight or self._unfolded
        detour = ask if isinstance(ask, DetourAsk) else None
        self.reasons.setVisible(shown and detour is not None and detour.open)
        self.rulings.setVisible(shown and isinstance(ask, GapAsk))
        self._words_box.setVisible(shown and detour is not None and not detour.open)
        self._open.setVisible(not shown)
        self._change.setVisible(shown and detour is not None and not detour.open)
        self.reasons.present(ChoiceView((), detour.reason if detour is not None else None))
        side = theme.px(_SIDE)
        self._body.setContentsMargins(side, 0, side, theme.px(8) if shown else 0)
        self._tell(Spread(self._tight and self._unfolded and ask is not None))

    def _tell(self, spread: Spread) -> None:
        if spread != self._spread:
            self._spread = spread
            self.unfolded.emit(spread)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        for part in (self._sign, self._fact, self._open, self._change, self._later):
            self._head.addWidget(part, 1 if part is self._fact else 0)
        inner = QHBoxLayout(self._words_box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.words)
        self._body = QVBoxLayout()
        for box in (self.reasons, self.rulings, self._words_box):
            self._body.addWidget(box)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Hairline())
        rows.addLayout(self._head)
        rows.addLayout(self._body)
        # In the place of the prompt it stands at the top.
        rows.addStretch(1)

    def _connect(self) -> None:
        self.reasons.chosen_requested.connect(self._chosen)
        self.rulings.chosen_requested.connect(self._ruled)
        self._open.clicked.connect(self.take_keyboard)
        self._change.clicked.connect(self.change_requested)
        self._later.clicked.connect(self.later_requested)
        self.words.returnPressed.connect(self._said)
        self.words.textEdited.connect(self._typed)
        for stop in self.stops:
            stop.installEventFilter(self)

    def _chosen(self, choice: Chosen) -> None:
        wish = ExplainRequest(DetourReason(choice.key))
        # Before the question goes: a hidden button would hand the keyboard to whatever comes next.
        if self.holds_keyboard and wish.reason is not DetourReason.OTHER:
            self.released.emit()
        self._request_reason(wish)

    def _ruled(self, choice: Chosen) -> None:
        if isinstance(self._ask, GapAsk):
            self._rule(gap_request(self._ask.seq, choice))

    def _rule(self, wish: GapRequest) -> None:
        self.gap_requested.emit(wish)

    def _request_reason(self, wish: ExplainRequest) -> None:
        self.reason_requested.emit(wish)

    def _said(self) -> None:
        self._request_words(WordsRequest(self.words.text()))

    def _typed(self) -> None:
        self._edit_words(WordsRequest(self.words.text()))

    def _edit_words(self, wish: WordsRequest) -> None:
        self.words_edited.emit(wish)

    def _request_words(self, wish: WordsRequest) -> None:
        self.words_requested.emit(wish)

    def _restyle(self) -> None:
        self._head.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4))
        self._head.setSpacing(theme.px(8))
        self._arrange()


def _kind(ask: Ask) -> tuple[object, ...]:
    """What makes it another question, not another answer to the same."""
    return (ask.seq,) if isinstance(ask, GapAsk) else ask.steps
