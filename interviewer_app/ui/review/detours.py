"""Prompts that left the order of the kit, each with its reason and words. For ui/review only."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.review.views import ReviewDetour
from interviewer_app.domain.marks import DetourReason
from interviewer_app.text import _
from interviewer_app.ui.review.category.categories import scroller
from interviewer_app.ui.review.page_head import PageHead
from interviewer_app.ui.review.pages import ReviewPage, words
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.choice_grid import ChoiceGrid
from interviewer_app.ui.widgets.detour_answers import DetourWords, reason_options
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen

_REST_MS = 1_000
"""Words are told when no letter has come for so long."""


@dataclass(frozen=True, slots=True)
class DetourRequest:
    """Why this prompt left its place, with words beside it."""

    step: str
    reason: DetourReason
    words: str


class DetoursPage(QWidget):
    """A row per prompt; every change is told at once, words when the typing rests."""

    explained = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.detours_page")
        self._rows: dict[str, DetourRow] = {}
        self._head = PageHead()
        self._nothing = label(_("None: every prompt was asked in its place."), colour="text2")
        self._nothing.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), 0)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, theme.px(16))
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(scroller(self._body, "base"), 1)

    def present(self, found: tuple[ReviewDetour, ...], *, shut: bool) -> None:
        """Show these; `shut` when nothing may change any more."""
        self._head.render_words(words(ReviewPage.DETOURS), _purpose(found, shut=shut))
        if [detour.step for detour in found] != list(self._rows):
            self._build(found)
        for detour in found:
            self._rows[detour.step].present(detour, shut=shut)
        self._nothing.setVisible(not found)

    def focus_detours(self) -> bool:
        """Give the focus to the first reason still to be given, else to the first; False without any."""
        rows = list(self._rows.values())
        held = (row for row in rows if row.isAncestorOf(self.window().focusWidget()))
        wanted = next((row for row in rows if row.open), next(held, rows[0] if rows else None))
        if wanted is None or not wanted.reason.isEnabled():
            return False
        wanted.reason.focus_choice()
        return True

    def keep_words(self) -> None:
        """Tell the words of every row as they stand."""
        for row in self._rows.values():
            row.keep_words()

    def _explain(self, wish: DetourRequest) -> None:
        row = self._rows[wish.step]
        first = row.open and row.reason.isAncestorOf(self.window().focusWidget())
        self.explained.emit(wish)
        if first and wish.reason is DetourReason.OTHER:
            row.focus_words()
        elif first:
            # On to the next that waits, if one does.
            self.focus_detours()

    def _build(self, found: Sequence[ReviewDetour]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {detour.step: DetourRow(detour.step) for detour in found}
        for at, row in enumerate(self._rows.values()):
            row.explained.connect(self._explain)
            self._column.insertWidget(1 + at, row)


class DetourRow(QWidget):
    """What happened to a prompt, the reason from the list, and words."""

    explained = Signal(object)

    def __init__(self, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"review.detour.{step}")
        self._step = step
        self._detour: ReviewDetour | None = None
        self._title = ElidedLabel()
        theme.dress(self._title, "base", theme.MEDIUM)
        self._what = label("", colour="text2")
        self.reason = ChoiceGrid(f"review.detour.{step}", reason_options(DetourReason), most=4)
        self._words = DetourWords(f"review.detour.{step}.words")
        self.reason.chosen_requested.connect(self._chosen)
        # Not at every letter: each saying of it is a mark.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep_words)
        self._words.textEdited.connect(self._rest.start)
        self._words.editingFinished.connect(self.keep_words)
        self._lay_out()

    def focus_words(self) -> None:
        """Give the focus to the words."""
        self._words.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def open(self) -> bool:
        """True while no reason has been given."""
        return self._detour is not None and self._detour.reason is None

    def present(self, detour: ReviewDetour, *, shut: bool) -> None:
        """Show this prompt."""
        before, self._detour = self._detour, detour
        title = _("Prompt {n}, {title}").format(n=detour.number, title=detour.title)
        self._title.present(title)
        when = labels.clock(detour.t)
        self._what.setText(_("{what}, {time}").format(what=labels.detour_kind(detour.kind), time=when))
        self.reason.setAccessibleName(_("Why {title} was {what}").format(title=title, what=self._what.text()))
        self.reason.present(ChoiceView((), detour.reason, enabled=not shut))
        if before is None or before.words != detour.words:
            self._words.present(detour.words, same=before is not None)
        # Words without a reason say nothing: first the one, then the other.
        self._words.setEnabled(not shut and detour.reason is not None)

    def _chosen(self, wish: Chosen) -> None:
        self._request(DetourReason(wish.key))

    def keep_words(self) -> None:
        """Tell the words as they stand, unless they are known."""
        detour = self._detour
        if detour is not None and detour.reason is not None and self._words.text() != detour.words:
            self._request(detour.reason)

    def _request(self, reason: DetourReason) -> None:
        self._tell(DetourRequest(self._step, reason, self._words.text()))

    def _tell(self, wish: DetourRequest) -> None:
        self.explained.emit(wish)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self._title, 1)
        head.addWidget(self._what)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.px(24), theme.px(12), theme.px(16), theme.px(12))
        inner.setSpacing(theme.px(8))
        inner.addLayout(head)
        inner.addWidget(self.reason)
        inner.addWidget(self._words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(inner)
        rows.addWidget(Hairline())


def _purpose(found: tuple[ReviewDetour, ...], *, shut: bool) -> str:
    if shut or all(detour.reason is not None for detour in found):
        return _("Prompts passed over or taken out of order. The packet lists them with these reasons.")
    return _("Prompts passed over or taken out of order. Each needs a reason before finalising.")
