"""Which cited note page 1 quotes. For ui/review only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interviewer_app.controllers.review.views import EvidenceItem, ReviewView
from interviewer_app.domain.interview import Phase
from interviewer_app.text import _
from interviewer_app.ui.review.category.categories import scroller
from interviewer_app.ui.review.note_row import NoteLook, NoteRow
from interviewer_app.ui.review.page_head import PageHead
from interviewer_app.ui.review.pages import NoteRequest, ReviewPage, words
from interviewer_app.ui.review.roving import RovingFocus
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.painted_row import label


class StrongestPage(QWidget):
    """Every cited note once; choosing the chosen one again chooses none."""

    strongest_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.strongest_page")
        self._rows: dict[str, NoteRow] = {}
        self._roving = RovingFocus(self)
        head = PageHead()
        head.render_words(
            words(ReviewPage.STRONGEST), _("The one cited note that page 1 quotes. None is an answer too.")
        )
        self._empty = label(
            _("No note is cited yet. Cite notes for a category first."), colour="text2", wraps=True
        )
        self._empty.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(theme.px(8), theme.px(8), 0, theme.px(16))
        inner.addWidget(self._empty)
        inner.addLayout(self._column)
        inner.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(scroller(body, "base"), 1)

    def present(self, view: ReviewView) -> None:
        """Show the cited notes in the order they were written."""
        notes = _cited(view)
        if [item.id for item, _letters in notes] != list(self._rows):
            self._build([item.id for item, _letters in notes])
        shut = view.phase is Phase.FINALISED
        for item, letters in notes:
            on = item.id == view.strongest
            self._rows[item.id].present(NoteLook(item.id, item.t, item.marker, item.body, on, letters, shut))
        self._empty.setVisible(not notes)

    def focus_notes(self) -> None:
        """Give the focus to the list."""
        row = self._roving.entry()
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, ids: list[str]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {key: NoteRow(f"review.strongest.{key}", "radio") for key in ids}
        for row in self._rows.values():
            row.tick_requested.connect(self._ticked)
            self._column.addWidget(row)
        self._roving.take(list(self._rows.values()))

    def _ticked(self, wish: NoteRequest) -> None:
        self.strongest_requested.emit(wish)


def _cited(view: ReviewView) -> list[tuple[EvidenceItem, str]]:
    """Each cited note with the letters that cite it."""
    found: dict[str, tuple[EvidenceItem, str]] = {}
    for category in view.categories:
        for group in category.evidence:
            for item in group.items:
                if item.cited:
                    _item, letters = found.get(item.id, (item, ""))
                    found[item.id] = (item, f"{letters} {category.letter}".strip())
    return sorted(found.values(), key=lambda pair: pair[0].t)
