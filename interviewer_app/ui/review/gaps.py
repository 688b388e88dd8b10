"""Pauses of the call and stretches nobody watched, to read. For ui/review only."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.domain.timeline import Away
from interviewer_app.text import _
from interviewer_app.ui import theme
from interviewer_app.ui.overriding import override
from interviewer_app.ui.review.categories import scroller
from interviewer_app.ui.review.page_head import PageHead
from interviewer_app.ui.review.pages import Page, words
from interviewer_app.ui.review.row import label


class GapsPage(QWidget):
    """A small table; whether a gap counts is decided in the call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.gaps_page")
        self._aways: tuple[Away, ...] | None = None
        head = PageHead()
        head.render_words(
            words(Page.GAPS), _("When the clock stood still or nobody watched. The packet lists them.")
        )
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(16))
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(8))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(scroller(self._body, "base"), 1)

    @override
    def render(self, aways: tuple[Away, ...]) -> None:  # type: ignore[override]  # the house's inlet
        """List these."""
        if aways == self._aways:
            return
        self._aways = aways
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if not aways:
            self._grid.addWidget(
                label(_("None: the clock ran through from start to end."), colour="text2"), 0, 0
            )
        for at, away in enumerate(aways):
            self._add(at, away)
        self._grid.setColumnStretch(4, 1)
        self._grid.setRowStretch(len(aways) + 1, 1)

    def _add(self, at: int, away: Away) -> None:
        times = _("{start} to {end}").format(start=labels.clock(away.start), end=labels.clock(away.end))
        cells = (
            label(times, colour="text3"),
            label(labels.duration(away.end - away.start), colour="text2"),
            label(_("Pause") if away.pause else _("Gap"), weight=theme.MEDIUM),
            label(labels.away_cause(away.cause)),
            label(
                _("counted as interview time") if away.counted else _("left out of the clocks"),
                colour="text2",
            ),
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, at, column)
