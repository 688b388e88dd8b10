"""All scores against their floors, once every category is settled. For ui/review only."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interviewer_app.controllers.review.views import ReviewCategory, ReviewView
from interviewer_app.domain.scores import TOP
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.review import sentences
from interviewer_app.ui.review.pages import PageRequest, ReviewPage
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.widgets.painted_row import LEAD, PaintedRow, ink
from interviewer_app.ui.widgets.score_box import ScoreLook, paint_score

_TRACK = 540
"""Below this width at 100 % the words say it without the segments."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What a row shows; `short` is how many points are missing to the floor."""

    letter: str
    title: str
    score: ScoreLook
    floor: int
    short: int
    words: str


class ProfileRow(PaintedRow):
    """Letter, title, five segments with the floor as a mark, score, and the floor in words."""

    def __init__(self, letter: str) -> None:
        super().__init__(f"review.profile.{letter}")
        self.letter = letter
        self._look: _Look | None = None

    def present(self, category: ReviewCategory, short: int) -> None:
        """Show this score."""
        words = sentences.floor(category, short)
        look = _Look(category.letter, category.title, sentences.look(category), category.floor, short, words)
        if look == self._look:
            return
        self._look = look
        self.setText(look.title.replace("&", "&&"))
        self.setAccessibleName(f"{look.letter} {look.title}, {look.score.words()}, {words}")
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return theme.px(36)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        look, px = theme.current(), theme.px
        painter = self.begin()
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), look.sunk)
        height = self.height()
        ink(painter, theme.font("title", theme.SEMIBOLD), look.text)
        painter.drawText(self.place(px(24), 0, px(20), height), LEAD, self._look.letter)
        room = max(px(80), min(px(180), self.width() - px(420)))
        ink(painter, theme.font(), look.text)
        title = QFontMetrics(theme.font()).elidedText(self._look.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.place(px(48), 0, room, height), LEAD, title)
        left = px(48) + room + px(16)
        if self.width() >= px(_TRACK):
            self._paint_track(painter, left)
            left += px(136)
        box = self.place(left, px(4), px(28), px(28))
        paint_score(painter, QRectF(box), self._look.score)
        self._paint_floor_words(painter, left + px(44))
        paint.hairline(painter, QRectF(0, height - 1, self.width(), 1), look.line)
        self.ring(painter)
        painter.end()

    def _paint_track(self, painter: QPainter, left: int) -> None:
        if self._look is None:
            return
        look, px = theme.current(), theme.px
        value = self._look.score.value
        top, width, gap = (self.height() - px(8)) // 2, px(22), px(2)
        if value is None:
            whole = QRectF(self.place(left, top, TOP * (width + gap) - gap, px(8)))
            paint.box(painter, whole, edge=look.edge, radius=theme.RADIUS_SEGMENT, dashed=True)
        for at in range(0 if value is None else TOP):
            where = QRectF(self.place(left + at * (width + gap), top, width, px(8)))
            fill = look.accent if at < (value or 0) else look.future
            paint.box(painter, where, fill=fill, radius=theme.RADIUS_SEGMENT)
        if self._look.floor:
            x = left + self._look.floor * (width + gap) - gap
            painter.fillRect(self.place(x, top - px(5), px(2), px(18)), look.text)

    def _paint_floor_words(self, painter: QPainter, left: int) -> None:
        if self._look is None:
            return
        look, px = theme.current(), theme.px
        short = bool(self._look.short)
        if short:
            side = px(14)
            sign = self.place(left, (self.height() - side) // 2, side, side)
            icons.paint(painter, QRectF(sign), "triangle-alert", "caution")
            left += px(20)
        weight, colour = (theme.MEDIUM, look.caution) if short else (theme.REGULAR, look.text2)
        ink(painter, theme.font("base", weight), colour)
        room = self.width() - left - px(16)
        words = painter.fontMetrics().elidedText(self._look.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.place(left, 0, room, self.height()), LEAD, words)


class Profile(QWidget):
    """A row per category; pressing one leads back to it."""

    page_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.profile")
        self.setAccessibleName(_("Profile"))
        self._rows: dict[str, ProfileRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def present(self, view: ReviewView) -> None:
        """Show the scores of this interview."""
        letters = [category.letter for category in view.categories]
        if letters != list(self._rows):
            for old in self._rows.values():
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._rows = {letter: ProfileRow(letter) for letter in letters}
            for row in self._rows.values():
                row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                row.clicked.connect(self._clicked)
                self._column.addWidget(row)
        for category in view.categories:
            self._rows[category.letter].present(category, view.below_floor.get(category.letter, 0))

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ProfileRow):
            self._request(PageRequest(ReviewPage.CATEGORY, row.letter))

    def _request(self, wish: PageRequest) -> None:
        self.page_requested.emit(wish)
