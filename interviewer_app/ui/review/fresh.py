"""The band over a review that has just begun: score now, how long it is since the call, what is open.

For ui/review only. It scores nothing itself: the page under it does.
"""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from interviewer_app.controllers.review.views import ReviewView
from interviewer_app.domain.interview import Phase
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.review import sentences
from interviewer_app.ui.review.header import since
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.glyph import Glyph
from interviewer_app.ui.widgets.painted_row import label

FRESH: Final = 1800.0
"""Seconds a memory is trusted; after that the notes are."""

STALE: Final = 43_200.0
"""After so many seconds nobody needs to be told to hurry."""


def wanted(view: ReviewView) -> bool:
    """True while something is to be scored and the call was not long ago."""
    return view.phase is Phase.TO_REVIEW and bool(view.unsettled) and view.since_end < STALE


class FreshBand(QWidget):
    """36 px: what to do, the time since the end, the open categories, and the two keys it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.fresh")
        self._late: bool | None = None
        self._sign = Glyph("clock", "accent")
        self._fact = label("", weight=theme.SEMIBOLD)
        self._fact.setObjectName("review.fresh.fact")
        self._rest = ElidedLabel()
        self._rest.setObjectName("review.fresh.rest")
        self._keys = label(
            _("0–5 chooses, {key} settles and goes on").format(key=actions.key("review.settle")),
            "small",
            colour="text2",
        )
        self._row = QHBoxLayout(self)
        for part in (self._sign, self._fact, self._rest, self._keys):
            self._row.addWidget(part, 1 if part is self._rest else 0)
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: ReviewView) -> None:
        """Show how things stand."""
        late = view.since_end >= FRESH
        if late != self._late:
            self._late = late
            theme.dress(self, surface="caution_soft" if late else "accent_soft")
            self._sign.render_icon("clock", "caution" if late else "accent")
            self._fact.setText(
                _("Score from the notes, before you talk to anybody.")
                if late
                else _("Score now, while it is fresh.")
            )
        self._rest.present(f"{since(view.since_end)}. {sentences.still_open(view.unsettled)}")
        self.setAccessibleName(f"{self._fact.text()} {self._rest.text()}")
        self._fit()

    def _fit(self) -> None:
        """Short of room, the words stay and what merely helps goes."""
        room = self.width() - self._fact.sizeHint().width() - self._rest.sizeHint().width() - theme.px(80)
        self._keys.setVisible(room >= self._keys.sizeHint().width())

    def _restyle(self) -> None:
        self._row.setSpacing(theme.px(8))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self.setFixedHeight(theme.px(36))
