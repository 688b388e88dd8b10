"""Strengths, concerns or unknowns for page 1: chosen, worded and put in order. For ui/review only."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app.controllers.review.views import PointSource, ReviewView
from interviewer_app.domain.interview import Phase, Point, PointKind
from interviewer_app.text import _
from interviewer_app.ui.review.category.categories import scroller
from interviewer_app.ui.review.note_row import NoteLook, NoteRow
from interviewer_app.ui.review.page_head import PageHead
from interviewer_app.ui.review.pages import KINDS, MARKERS, NoteRequest, PointsRequest, ReviewPage, words
from interviewer_app.ui.review.panes import Panes
from interviewer_app.ui.review.points.point_row import PointLook, PointRequest, PointRow
from interviewer_app.ui.review.roving import RovingFocus, reveal
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.painted_row import label

_NARROW, _MOST = 820, 680
"""Below this width at 100 % the notes offered stand under the points."""


class PointsPage(QWidget):
    """The points of one kind at the leading side, the notes they may come from beside them."""

    points_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.points_page")
        self._view: ReviewView | None = None
        self._kind = PointKind.STRENGTH
        self._points: tuple[Point, ...] = ()
        self._rows: dict[str, PointRow] = {}
        self._sources: dict[str, NoteRow] = {}
        self._roving = RovingFocus(self)
        self._head = PageHead()
        self._empty = label("", colour="text2", wraps=True)
        self._no_source = label("", colour="text2", wraps=True)
        self._add = button(_("Add a line"), "review.add_point", glyph="plus")
        self._add.clicked.connect(self._add_line)
        self._offer = label("", weight=theme.SEMIBOLD)
        self._row_column = QVBoxLayout()
        self._source_column = QVBoxLayout()
        self._lay_out()

    def present(self, view: ReviewView, page: ReviewPage) -> None:
        """Show the points of a page's kind."""
        self._view = view
        self._kind = KINDS[page]
        self._points = view.points
        self._head.render_words(words(page), _purpose(self._kind))
        self._offer.setText(_("Notes marked {marker}").format(marker=MARKERS[self._kind].value))
        self._add.setVisible(view.phase is not Phase.FINALISED)
        self._show_points(view)
        self._show_sources(view)

    def focus_points(self) -> None:
        """Give the focus to the first note offered, or to the button that adds a line."""
        first = next(iter(self._sources.values()), None)
        (first or self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _mine(self) -> list[Point]:
        return [point for point in self._points if point.kind is self._kind]

    def _show_points(self, view: ReviewView) -> None:
        mine = self._mine()
        gone = set(self._rows) - {point.id for point in mine}
        for key in gone:
            row = self._rows.pop(key)
            self._row_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        letters = tuple(category.letter for category in view.categories)
        times = {source.id: source.t for source in view.sources}
        for at, point in enumerate(mine):
            look = PointLook(
                point,
                letters,
                times.get(point.note),
                first=at == 0,
                last=at == len(mine) - 1,
                shut=view.phase is Phase.FINALISED,
            )
            row = self._rows.get(point.id) or self._new_row(look)
            row.present(look)
            if self._row_column.indexOf(row) != at:
                self._row_column.insertWidget(at, row)
        self._empty.setVisible(not mine)
        self._empty.setText(_nothing(self._kind))

    def _new_row(self, look: PointLook) -> PointRow:
        row = PointRow(look)
        row.point_requested.connect(self._wished)
        self._rows[look.point.id] = row
        return row

    def _show_sources(self, view: ReviewView) -> None:
        marker = MARKERS[self._kind]
        offered = [source for source in view.sources if source.marker is marker]
        if [source.id for source in offered] != list(self._sources):
            self._build_sources(offered)
        used = {point.note for point in self._mine() if point.note}
        shut = view.phase is Phase.FINALISED
        for source in offered:
            remark = " ".join(source.letters)
            look = NoteLook(source.id, source.t, source.marker, source.body, source.id in used, remark, shut)
            self._sources[source.id].present(look)
        self._no_source.setVisible(not offered)
        self._no_source.setText(
            _("No note of this interview begins with {marker}.").format(marker=marker.value)
        )

    def _build_sources(self, offered: list[PointSource]) -> None:
        for row in self._sources.values():
            self._source_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._sources = {source.id: NoteRow(f"review.source.{source.id}") for source in offered}
        for row in self._sources.values():
            row.tick_requested.connect(self._source_ticked)
            self._source_column.addWidget(row)
        self._roving.take(list(self._sources.values()))

    # -- wishes

    def _source_ticked(self, wish: NoteRequest) -> None:
        kept = tuple(p for p in self._points if not (p.kind is self._kind and p.note == wish.note))
        if not wish.on or self._view is None:
            self._request(PointsRequest(kept))
            return
        source = next(s for s in self._view.sources if s.id == wish.note)
        letter = source.letters[0] if source.letters else ""
        point = Point(uuid4().hex, self._kind, letter, source.body, source.id)
        self._request(PointsRequest((*kept, point)))

    def _add_line(self) -> None:
        point = Point(uuid4().hex, self._kind, "", "")
        self._request(PointsRequest((*self._points, point)))
        row = self._rows.get(point.id)
        if row is not None:
            row.focus_words()
            reveal(row)

    def _wished(self, wish: PointRequest) -> None:
        mine = self._mine()
        at = next(n for n, point in enumerate(mine) if point.id == wish.point.id)
        match wish.act:
            case "edit":
                mine[at] = replace(wish.point)
            case "up" | "down":
                goal = at + (-1 if wish.act == "up" else 1)
                if not 0 <= goal < len(mine):
                    return
                mine[at], mine[goal] = mine[goal], mine[at]
            case "remove":
                del mine[at]
        others = [point for point in self._points if point.kind is not self._kind]
        self._request(PointsRequest((*others, *mine)))
        if wish.act == "remove":
            self._focus_after(mine, at)

    def _focus_after(self, mine: list[Point], at: int) -> None:
        """After a removal the next line has the focus, or the button that adds one."""
        heir = self._rows.get(mine[min(at, len(mine) - 1)].id) if mine else None
        if heir is not None:
            heir.focus_words()
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _request(self, wish: PointsRequest) -> None:
        self.points_requested.emit(wish)

    def _lay_out(self) -> None:
        px = theme.px
        self._row_column.setSpacing(0)
        self._source_column.setSpacing(0)
        left, right = QWidget(), QWidget()
        for column, inner, empty in (
            (QVBoxLayout(left), self._row_column, self._empty),
            (QVBoxLayout(right), self._source_column, self._no_source),
        ):
            column.setContentsMargins(0, px(8), 0, px(16))
            column.setSpacing(0)
            empty.setContentsMargins(px(24) if inner is self._row_column else px(16), px(4), px(24), px(4))
            column.addWidget(empty)
            column.addLayout(inner)
        adding = QHBoxLayout()
        adding.setContentsMargins(px(24), px(8), px(16), 0)
        adding.addWidget(self._add)
        adding.addStretch(1)
        left_layout, right_layout = left.layout(), right.layout()
        if isinstance(left_layout, QVBoxLayout) and isinstance(right_layout, QVBoxLayout):
            left_layout.addLayout(adding)
            left_layout.addStretch(1)
            right_layout.addStretch(1)
        self._offer.setContentsMargins(px(16), px(8), px(16), 0)
        offered = QWidget()
        offering = QVBoxLayout(offered)
        offering.setContentsMargins(0, 0, 0, 0)
        offering.setSpacing(0)
        offering.addWidget(self._offer)
        offering.addWidget(scroller(right, "base"), 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(Panes(scroller(left, "base"), offered, _NARROW, _MOST), 1)


def _purpose(kind: PointKind) -> str:
    return {
        PointKind.STRENGTH: _("What speaks for the candidate, as page 1 will print it, in this order."),
        PointKind.CONCERN: _("What speaks against, as page 1 will print it, in this order."),
        PointKind.UNKNOWN: _("What the next round should find out, as page 1 will print it, in this order."),
    }[kind]


def _nothing(kind: PointKind) -> str:
    return {
        PointKind.STRENGTH: _("No strengths yet. Tick notes, or add a line of your own."),
        PointKind.CONCERN: _("No concerns yet. Tick notes, or add a line of your own."),
        PointKind.UNKNOWN: _("No unknowns yet. Tick notes, or add a line of your own."),
    }[kind]
