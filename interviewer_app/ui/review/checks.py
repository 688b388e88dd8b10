"""Checklists of the interview and flags that were seen, to complete before finalising. For ui/review only."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interviewer_app.controllers.checks.views import NOTHING, TicksView
from interviewer_app.text import _
from interviewer_app.ui.review.page_head import PageHead
from interviewer_app.ui.review.pages import ReviewPage, words
from interviewer_app.ui.widgets.checks.check_list_view import CheckListView
from interviewer_app.ui.widgets.checks.check_sections import ChecksView


class ChecksPage(QWidget):
    """The same view as in the call, with the lists of all prompts; its `list` speaks for itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.checks_page")
        self._ticks = NOTHING
        self._head = PageHead()
        self.list = CheckListView("review.check")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(self.list, 1)

    def present(self, ticks: TicksView) -> None:
        """Show these."""
        self._ticks = ticks
        self._head.render_words(words(ReviewPage.CHECKS), _lead(ticks))
        self.list.present(ChecksView(ticks))

    def focus_open(self) -> None:
        """Give the focus to a flag that needs a note, else to the first line that is open."""
        if not self._ticks.shut and any(flag.needs_note for flag in self._ticks.flags):
            self.list.focus_unnoted()
        else:
            self.list.focus_open()


def _lead(ticks: TicksView) -> str:
    if ticks.empty:
        return _("The kit of this interview brings nothing to tick.")
    return _("A list is printed when anything in it was ticked, a flag when a note says what showed it.")
