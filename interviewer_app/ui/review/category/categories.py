"""The list on the leading side: each category with state and score, then the pages. For ui/review only."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.controllers.review.views import ReviewCategory, ReviewView
from interviewer_app.domain.interview import Phase
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.review import sentences
from interviewer_app.ui.review.pages import KINDS, PageRequest, ReviewPage, words
from interviewer_app.ui.review.roving import RovingFocus
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.painted_row import LEAD, TRAIL, PaintedRow, ink, label
from interviewer_app.ui.widgets.score_box import ScoreLook, paint_score

PAGES: Final = tuple(page for page in ReviewPage if page is not ReviewPage.CATEGORY)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a category's row shows."""

    letter: str
    title: str
    state: sentences.State
    score: ScoreLook
    here: bool


class CategoryRow(PaintedRow):
    """Letter, title, state in words and score box."""

    def __init__(self, letter: str) -> None:
        super().__init__(f"review.category.{letter}")
        self._look = _Look(letter, "", sentences.State("", "", "text3"), ScoreLook(), here=False)

    def present(self, category: ReviewCategory, call_length: float, *, here: bool) -> None:
        """Show this category; `here` when its page is in front."""
        state = sentences.state(category, call_length)
        look = _Look(category.letter, category.title, state, sentences.look(category), here)
        if look == self._look:
            return
        self._look = look
        self.setText(f"{look.letter} {look.title}".replace("&", "&&"))
        self.setAccessibleName(f"{look.letter} {look.title}, {look.score.words()}, {state.words}")
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return theme.px(44)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = theme.current(), theme.px
        painter = self.begin()
        _paint_ground(self, painter, here=self._look.here)
        ink(painter, theme.font("title", theme.SEMIBOLD), look.text)
        painter.drawText(self.place(px(16), 0, px(20), self.height()), LEAD, self._look.letter)
        left, room = px(40), self.width() - px(40) - px(16) - px(28) - px(8)
        title = theme.font("small", theme.MEDIUM)
        ink(painter, title, look.text)
        shown = QFontMetrics(title).elidedText(self._look.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.place(left, px(6), room, px(16)), LEAD, shown)
        self._paint_state(painter, left, room)
        box = self.place(self.width() - px(44), px(8), px(28), px(28))
        paint_score(painter, QRectF(box), self._look.score)
        self.ring(painter)
        painter.end()

    def _paint_state(self, painter: QPainter, left: int, room: int) -> None:
        px, state = theme.px, self._look.state
        icons.paint(painter, QRectF(self.place(left, px(24), px(12), px(12))), state.icon, state.role)
        font = theme.font("label", theme.REGULAR if state.role == "text3" else theme.MEDIUM)
        ink(painter, font, theme.current().colour(state.role))
        room -= px(16)
        shown = QFontMetrics(font).elidedText(state.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.place(left + px(16), px(22), room, px(16)), LEAD, shown)


class PageRow(PaintedRow):
    """The name of a page and a count, or a lock."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(f"review.page.{page}")
        self.page = page
        self._count = ""
        self._here = self._locked = False
        self.setText(words(page))

    def present(self, count: str, *, here: bool, locked: bool = False) -> None:
        """Show this count; `locked` shows a lock instead."""
        if (count, here, locked) == (self._count, self._here, self._locked):
            return
        self._count, self._here, self._locked = count, here, locked
        self.setAccessibleName(f"{self.text()} {count}".strip())
        self.setAccessibleDescription(_("locked") if locked else "")
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return theme.px(28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = theme.current(), theme.px
        painter = self.begin()
        _paint_ground(self, painter, here=self._here)
        ink(painter, theme.font(), look.text if self._here else look.text3 if self._locked else look.text2)
        painter.drawText(self.place(px(16), 0, self.width() - px(64), self.height()), LEAD, self.text())
        end = self.place(self.width() - px(56), 0, px(40), self.height())
        if self._locked:
            side = px(14)
            lock = self.place(self.width() - px(16) - side, (self.height() - side) // 2, side, side)
            icons.paint(painter, QRectF(lock), "lock", "text3")
        ink(painter, theme.font("small", tabular=True), look.text2)
        painter.drawText(end, TRAIL, self._count)
        self.ring(painter)
        painter.end()


class CategoryList(QWidget):
    """Arrows and clicks bring a page to the front; the list is one tab stop."""

    page_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.list")
        self.setAccessibleName(_("Categories and pages"))
        self._rows: dict[str, CategoryRow] = {}
        self._pages = {page: PageRow(page) for page in PAGES}
        self._settled = label("", "small", colour="text2")
        self._column = QVBoxLayout()
        self._roving = RovingFocus(self, presses=True)
        for row in self._pages.values():
            row.clicked.connect(self._page_clicked)
        self._lay_out()

    def present(self, view: ReviewView, page: ReviewPage) -> None:
        """Show this interview with this page in front."""
        letters = [category.letter for category in view.categories]
        if letters != list(self._rows):
            self._build(letters)
        for category in view.categories:
            here = page is ReviewPage.CATEGORY and category.letter == view.current
            self._rows[category.letter].present(category, view.call_length, here=here)
        settled = len(letters) - len(view.unsettled)
        self._settled.setText(_("{n} of {of} settled").format(n=settled, of=len(letters)))
        for other, row in self._pages.items():
            row.present(_count(view, other), here=other is page, locked=_locked(view, other))
        self._pages[ReviewPage.CHECKS].setHidden(view.ticks.empty)
        self._roving.take([*self._rows.values(), *self._pages.values()], self._row(view, page))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(480))

    def focus_list(self) -> None:
        """Give the focus to the row of the page in front."""
        row = self._roving.entry()
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, view: ReviewView, page: ReviewPage) -> PaintedRow | None:
        return self._rows.get(view.current) if page is ReviewPage.CATEGORY else self._pages[page]

    def _build(self, letters: list[str]) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {letter: CategoryRow(letter) for letter in letters}
        for row in self._rows.values():
            row.clicked.connect(self._category_clicked)
            self._column.addWidget(row)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        head.addWidget(label(_("Categories"), "small", colour="text2"), 1)
        head.addWidget(self._settled)
        self._column.setSpacing(0)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addSpacing(theme.px(6))
        rows.addLayout(self._column)
        rows.addSpacing(theme.px(12))
        rows.addWidget(Hairline())
        rows.addSpacing(theme.px(12))
        for row in self._pages.values():
            rows.addWidget(row)
        rows.addStretch(1)
        area = scroller(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _category_clicked(self) -> None:
        row = self.sender()
        for letter, known in self._rows.items():
            if known is row:
                self._request(PageRequest(ReviewPage.CATEGORY, letter))

    def _page_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PageRow):
            self._request(PageRequest(row.page))

    def _request(self, wish: PageRequest) -> None:
        self.page_requested.emit(wish)


def scroller(body: QWidget, surface: Role = "window") -> QScrollArea:
    """A frameless area that scrolls `body` up and down and takes no focus itself."""
    theme.dress(body, surface=surface)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    theme.dress(area.viewport(), surface=surface)
    area.setWidget(body)
    return area


def _count(view: ReviewView, page: ReviewPage) -> str:
    if page in KINDS:
        return str(sum(point.kind is KINDS[page] and bool(point.text.strip()) for point in view.points))
    if page is ReviewPage.DETOURS:
        return _of(len(view.detours), sum(detour.reason is None for detour in view.detours))
    if page is ReviewPage.GAPS:
        return _of(len(view.aways), len(view.unruled))
    if page is ReviewPage.CHECKS:
        ticked, _lines = view.ticks.counts
        return str(ticked + sum(flag.seen for flag in view.ticks.flags))
    if page is ReviewPage.STRONGEST:
        return "1" if view.strongest else "0"
    return ""


def _of(count: int, open_: int) -> str:
    """How many there are, and how many of them have an answer while some have none."""
    return _("{n} of {of}").format(n=count - open_, of=count) if open_ else str(count)


def _locked(view: ReviewView, page: ReviewPage) -> bool:
    return page is ReviewPage.RECOMMENDATION and bool(view.unsettled) and view.phase is not Phase.FINALISED


def _paint_ground(row: PaintedRow, painter: QPainter, *, here: bool) -> None:
    """The ground of a row: lifted with an accent bar when it is the page in front."""
    look = theme.current()
    whole = QRect(0, 0, row.width(), row.height())
    if here:
        painter.fillRect(whole, look.base)
        painter.fillRect(row.place(0, 0, theme.px(3), row.height()), look.accent)
        paint.hairline(painter, QRectF(0, 0, row.width(), 1), look.line)
        paint.hairline(painter, QRectF(0, row.height() - 1, row.width(), 1), look.line)
    elif row.underMouse() or row.isDown():
        painter.fillRect(whole, look.line if row.isDown() else look.sunk)
