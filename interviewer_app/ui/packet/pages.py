"""Pages of a PDF under one another, drawn when they come into sight. For ui/packet only."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from interviewer_app.controllers.packet.views import PageImage
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme

Draw = Callable[[int, float], PageImage]
"""Draws the page with an index from 0 at so many pixels a point."""

_FULL = 96 / 72
_MARGIN, _GAP = 24, 16
_KEPT = 6
"""Drawn pages kept in memory; a page at 200 % is about 8 MB."""


class Zoom(StrEnum):
    """How large a page is shown."""

    WIDTH = "width"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class PagesLook:
    """How many pages there are and how large they are shown; a new `edition` is drawn anew."""

    edition: int
    count: int
    zoom: Zoom


@dataclass(frozen=True, slots=True)
class PagePlace:
    """The page in sight, from 1, and how many there are."""

    number: int
    count: int


class PagesView(QAbstractScrollArea):
    """Page Down and Space go on by a screenful, Right and Left by a page, Home and End to either end."""

    place_changed = Signal(object)

    def __init__(self, draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packet.pages")
        self.setAccessibleName(_("Pages of the packet"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)
        theme.dress(self.viewport(), surface="sunk")
        self._draw = draw
        self._look = PagesLook(0, 0, Zoom.FULL)
        self._paper = (595.0, 842.0)
        self._drawn: dict[int, QImage] = {}
        self._drawn_at = 0.0
        self._place = PagePlace(0, 0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._draw_one)
        self.verticalScrollBar().setSingleStep(theme.px(48))

    def present(self, look: PagesLook) -> None:
        """Show these pages; the place is kept as long as the edition is."""
        if look == self._look:
            return
        fresh = look.edition != self._look.edition
        at = self._place.number
        self._look = look
        if fresh:
            self._drawn.clear()
            at = 1
            if look.count:
                first = self._draw(0, 1.0)
                self._paper = (float(first.width), float(first.height))
        self._measure()
        self.go_to(at)
        self._tell()
        self.viewport().update()

    @property
    def place(self) -> PagePlace:
        """The page in sight."""
        return self._place

    def drawn(self) -> frozenset[int]:
        """Indices of the pages drawn at the present size."""
        return frozenset(self._drawn)

    def go_to(self, number: int) -> None:
        """Bring the top of a page, counted from 1, into sight."""
        page = min(max(number, 1), max(self._look.count, 1)) - 1
        self.verticalScrollBar().setValue(round(page * self._pitch()))

    # -- events

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        at = self._place.number
        self._measure()
        if self._look.zoom is Zoom.WIDTH:
            self.go_to(at)
        self._tell()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        screenful = max(1, bar.pageStep() - theme.px(40))
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + screenful)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - screenful)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Right:
                self.go_to(self._place.number + 1)
            case Qt.Key.Key_Left:
                self.go_to(self._place.number - 1)
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        missing = False
        for index in self._in_sight():
            where = self._where(index)
            image = self._drawn.get(index)
            if image is None or self._drawn_at != self._pixels():
                missing = True
            # Until the page is drawn at this size its paper, or the page at the old size, stands there.
            painter.fillRect(where, QColor("white"))
            if image is not None:
                painter.drawImage(where, image)
            paint.box(painter, where.adjusted(-1, -1, 1, 1), edge=theme.current().line, radius=0)
        painter.end()
        if missing:
            self._soon.start()

    # -- measures, in logical pixels

    def _scale(self) -> float:
        """Logical pixels a point."""
        if self._look.zoom is Zoom.FULL:
            return _FULL
        room = self.viewport().width() - 2 * theme.px(_MARGIN)
        return max(0.2, room / self._paper[0])

    def _pixels(self) -> float:
        """Device pixels a point."""
        return self._scale() * self.devicePixelRatioF()

    def _pitch(self) -> float:
        return self._paper[1] * self._scale() + theme.px(_GAP)

    def _where(self, index: int) -> QRectF:
        """The place of a page in the viewport, on whole device pixels."""
        ratio = self.devicePixelRatioF()
        width, height = (round(side * self._pixels()) / ratio for side in self._paper)
        spare = (self.viewport().width() - width) / 2
        left = spare if spare > 0 else theme.px(_MARGIN) - self.horizontalScrollBar().value()
        top = theme.px(_MARGIN) + index * self._pitch() - self.verticalScrollBar().value()
        corner = QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio)
        return QRectF(corner.x(), corner.y(), width, height)

    def _in_sight(self) -> list[int]:
        view = QRectF(self.viewport().rect())
        return [index for index in range(self._look.count) if self._where(index).intersects(view)]

    def _measure(self) -> None:
        """Set both scroll bars to the size of all pages."""
        room = self.viewport().size()
        height = self._look.count * self._pitch() - theme.px(_GAP) + 2 * theme.px(_MARGIN)
        width = self._paper[0] * self._scale() + 2 * theme.px(_MARGIN)
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setRange(0, max(0, round(height - room.height())))
        self.horizontalScrollBar().setPageStep(room.width())
        fits = self._look.zoom is Zoom.WIDTH
        self.horizontalScrollBar().setRange(0, 0 if fits else max(0, round(width - room.width())))

    def _tell(self) -> None:
        """Say which page has the upper third of the view."""
        line = self.verticalScrollBar().value() + self.viewport().height() / 3 - theme.px(_MARGIN)
        last = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() > 0
        number = self._look.count if last else min(int(max(0.0, line) // self._pitch()) + 1, self._look.count)
        place = PagePlace(number, self._look.count)
        if place != self._place:
            self._place = place
            self.setAccessibleDescription(_("Page {n} of {of}").format(n=place.number, of=place.count))
            self._request(place)

    def _request(self, place: PagePlace) -> None:
        self.place_changed.emit(place)

    def _draw_one(self) -> None:
        """Draw the first page in sight that is not drawn yet; the next one waits for the next turn."""
        pixels = self._pixels()
        if pixels != self._drawn_at:
            self._drawn.clear()
            self._drawn_at = pixels
        for index in self._in_sight():
            if index not in self._drawn:
                self._drawn[index] = _image(self._draw(index, pixels))
                self._forget()
                self.viewport().update()
                return

    def _forget(self) -> None:
        """Let go of the pages farthest from the one in sight."""
        here = self._place.number - 1
        while len(self._drawn) > _KEPT:
            del self._drawn[max(self._drawn, key=lambda index: abs(index - here))]


def _image(page: PageImage) -> QImage:
    """A picture that owns its pixels."""
    rows = QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return rows.copy()
