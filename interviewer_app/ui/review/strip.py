"""The foot of a category's page while the recommendation is locked: what it waits for. For ui/review only."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app.controllers.review.views import ReviewView
from interviewer_app.text import _
from interviewer_app.ui.review import sentences
from interviewer_app.ui.review.pages import ReviewPage, words
from interviewer_app.ui.review.recommendation import choice_view
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, set_available
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.glyph import Glyph
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.segmented_choice import SegmentedChoice


class LockedStrip(QWidget):
    """One line, and the controls that will be alive; where height is dear, the line alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.locked")
        self._words = ElidedLabel()
        theme.dress(self._words, colour="text2")
        self._choice = SegmentedChoice("review.locked.recommendation", words(ReviewPage.RECOMMENDATION))
        self._finalise = button(_("Finalise"), "review.locked.finalise", glyph="lock")
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(Glyph("lock", "text2", 14))
        line.addWidget(label(words(ReviewPage.RECOMMENDATION), weight=theme.SEMIBOLD))
        line.addWidget(self._words, 1)
        self._controls = QWidget()
        controls = QHBoxLayout(self._controls)
        controls.setContentsMargins(0, theme.px(4), 0, 0)
        controls.addWidget(self._choice)
        controls.addStretch(1)
        controls.addWidget(self._finalise)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        inner.setSpacing(theme.px(4))
        inner.addLayout(line)
        inner.addWidget(self._controls)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Hairline())
        rows.addLayout(inner)

    def present(self, view: ReviewView, *, short: bool) -> None:
        """Show what is still open; `short` leaves the dead controls out."""
        self._words.present(sentences.locked(view))
        reason = sentences.still_open(view.unsettled)
        self._choice.present(choice_view(view, reason=reason))
        set_available(self._finalise, False, reason)
        self._controls.setVisible(not short)
