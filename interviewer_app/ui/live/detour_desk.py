"""Between the quiet row and the controller that asks: questions in, answers out. For the live screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from interviewer_app.ui.live.prompt import detour_words
from interviewer_app.ui.live.prompt.question_row import ExplainRequest, WordsRequest
from interviewer_app.ui.widgets.detour_answers import GapRequest

if TYPE_CHECKING:
    from interviewer_app.controllers.live.detours import Ask, AskingController
    from interviewer_app.ui.live.parts import LiveParts


class DetourQuestions(QObject):
    """Holds the key that answers; nothing here takes the keyboard without it."""

    def __init__(self, parts: "LiveParts", asking: "AskingController", parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._asking = asking
        self._said = ""
        row = parts.question
        asking.changed.connect(self._show)
        row.reason_requested.connect(self._explain)
        row.words_requested.connect(self._add_words)
        row.words_edited.connect(self._type_words)
        row.gap_requested.connect(self._rule)
        row.change_requested.connect(self._change)
        row.later_requested.connect(asking.leave)
        row.released.connect(self._back_to_notes)

    def answer_question(self) -> None:
        """The keyboard to the question; without one, the latest reason given may be changed."""
        row = self._parts.question
        # Nothing that cannot be seen may be answered.
        if self._parts.curtain.isVisible() or self._parts.aside:
            return
        if not row.take_keyboard():
            self._asking.reopen()
            row.take_keyboard()

    def _show(self, ask: "Ask | None") -> None:
        row = self._parts.question
        row.present(ask)
        words = detour_words.fact(ask) if ask is not None else ""
        if words and words != self._said and not row.holds_keyboard:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(row, words))
        self._said = words

    def _explain(self, wish: ExplainRequest) -> None:
        self._asking.explain(wish.reason)

    def _add_words(self, wish: WordsRequest) -> None:
        self._asking.add_words(wish.words)

    def _type_words(self, wish: WordsRequest) -> None:
        self._asking.type_words(wish.words)

    def _rule(self, wish: GapRequest) -> None:
        self._asking.rule_gap(wish.counted)

    def _change(self) -> None:
        self._asking.reopen()
        self._parts.question.take_keyboard()

    def _back_to_notes(self) -> None:
        self._parts.notes.editor.setFocus(Qt.FocusReason.OtherFocusReason)
