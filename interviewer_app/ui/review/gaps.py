"""Pauses of the call and stretches nobody watched; whether a gap counts. For ui/review only."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.domain.live.timeline import Interruption
from interviewer_app.text import _
from interviewer_app.ui.review.category.categories import scroller
from interviewer_app.ui.review.page_head import PageHead
from interviewer_app.ui.review.pages import ReviewPage, words
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.detour_answers import GapRequest, gap_key, gap_options, gap_request
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, SegmentedChoice


class GapsPage(QWidget):
    """A small table; what was not ruled on in the call can be ruled on here, and ruled otherwise."""

    ruled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.gaps_page")
        self._shown: tuple[tuple[Interruption, ...], bool] | None = None
        self._choices: dict[int, SegmentedChoice] = {}
        self._so_far: dict[int, QLabel] = {}
        head = PageHead()
        head.render_words(
            words(ReviewPage.GAPS), _("When the clock stood still or nobody watched. The packet lists them.")
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

    def present(self, aways: tuple[Interruption, ...], unruled: frozenset[int], *, shut: bool) -> None:
        """List these; `unruled` are gaps nobody has ruled on, `shut` when nothing may change any more."""
        frame = tuple(replace(away, counted=False) for away in aways)
        if (frame, shut) != self._shown:
            self._shown = (frame, shut)
            self._build(aways, shut=shut)
        for away in aways:
            choice = self._choices.get(away.seq)
            if choice is not None:
                self._so_far[away.seq].setText(_so_far(away) if away.seq in unruled else "")
                chosen = None if away.seq in unruled else gap_key(counted=away.counted)
                choice.present(ChoiceView(gap_options(), chosen))

    def _build(self, aways: tuple[Interruption, ...], *, shut: bool) -> None:
        self._choices, self._so_far = {}, {}
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
            self._add(at, away, shut=shut)
        self._grid.setColumnStretch(4, 1)
        self._grid.setRowStretch(len(aways) + 1, 1)

    def _add(self, at: int, away: Interruption, *, shut: bool) -> None:
        times = _("{start} to {end}").format(start=labels.clock(away.start), end=labels.clock(away.end))
        cells = (
            label(times, colour="text3"),
            label(labels.duration(away.end - away.start), colour="text2"),
            label(_("Pause") if away.pause else _("Gap"), weight=theme.MEDIUM),
            label(labels.away_cause(away.cause)),
            self._ruling(away, times, shut=shut),
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, at, column)

    def _ruling(self, away: Interruption, times: str, *, shut: bool) -> QWidget:
        """A choice for a gap, words for what can be no other way."""
        if away.pause or shut:
            words_ = _("counted as interview time") if away.counted else _("left out of the clocks")
            return label(words_, colour="text2")
        made = SegmentedChoice(f"review.gap.{away.seq}", _("Gap {times}").format(times=times))
        made.setProperty("seq", away.seq)
        made.chosen_requested.connect(self._chosen)
        so_far = label("", colour="text2")
        self._choices[away.seq], self._so_far[away.seq] = made, so_far
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(made)
        row.addWidget(so_far, 1)
        return both

    def _chosen(self, wish: Chosen) -> None:
        seq = self.sender().property("seq")
        if isinstance(seq, int):
            self._request(gap_request(seq, wish))

    def _request(self, wish: GapRequest) -> None:
        self.ruled.emit(wish)


def _so_far(away: Interruption) -> str:
    return _("counted so far") if away.counted else _("left out so far")
