"""The plan as a bar and as rows: when each step begins if Start were pressed now. For ui/prepare."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from interviewer_app import labels
from interviewer_app.controllers.prepare.views import PlanRow
from interviewer_app.domain.kits.kit import QUESTIONS
from interviewer_app.text import _, ngettext
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role

_ROW, _BAR, _HEAD, _FOOT = 28, 16, 44, 32
_EDGE: Final = 24
_TIME, _NUMBER, _LETTERS, _MINUTES, _LOCK = 48, 20, 64, 40, 20
_LEAD: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TRAIL: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class PlanView:
    """Steps, minutes in all, the end, and in how many prompts each category is asked."""

    rows: tuple[PlanRow, ...]
    minutes: float
    ends: datetime | None
    asked_in: tuple[tuple[str, int], ...]


class PlanPane(QWidget):
    """Painted whole; its accessible description reads the plan line by line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prepare.plan")
        self.setAccessibleName(_("Plan"))
        self._view = PlanView((), 0, None, ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def present(self, view: PlanView) -> None:
        """Show this plan."""
        if view == self._view:
            return
        taller = len(view.rows) != len(self._view.rows)
        self._view = view
        self.setAccessibleDescription("\n".join((self.summary(), *map(_spoken, view.rows))))
        if taller:
            self.updateGeometry()
        self.update()

    def summary(self) -> str:
        """The whole in one line: 60 min, 14:05 to 15:05."""
        minutes = labels.minutes(self._view.minutes * 60)
        if self._view.ends is None or not self._view.rows:
            return _("{n} min").format(n=minutes)
        begins = f"{self._view.rows[0].begins:%H:%M}"
        ends = f"{self._view.ends:%H:%M}"
        return _("{n} min, {begins} to {ends}").format(n=minutes, begins=begins, ends=ends)

    @override
    def sizeHint(self) -> QSize:
        rows = len(self._view.rows) * _ROW
        return QSize(theme.px(480), theme.px(_HEAD + _BAR + rows + _FOOT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_head(painter)
        self._paint_bar(painter)
        for at, row in enumerate(self._view.rows):
            self._paint_row(painter, at, row)
        self._paint_foot(painter)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        where = self._across(0, _HEAD)
        _write(painter, where, _LEAD, _("Plan"), theme.font("base", theme.SEMIBOLD), "text")
        _write(painter, where, _TRAIL, self.summary(), theme.font(tabular=True), "text2")

    def _paint_bar(self, painter: QPainter) -> None:
        look = theme.current()
        where = self._across(_HEAD, 4)
        gap = theme.px(2)
        room = where.width() - gap * max(0, len(self._view.rows) - 1)
        total = sum(row.minutes for row in self._view.rows) or 1.0
        along = float(where.left())
        for row in self._view.rows:
            width = room * row.minutes / total
            colour = look.yours if row.step == QUESTIONS else look.past if row.number else look.future
            logical = QRectF(along, where.top(), width, where.height()).toRect()
            segment = QStyle.visualRect(self.layoutDirection(), self.rect(), logical)
            paint.box(painter, QRectF(segment), fill=colour, radius=theme.RADIUS_SEGMENT)
            along += width + gap

    def _paint_row(self, painter: QPainter, at: int, row: PlanRow) -> None:
        top = _HEAD + _BAR + at * _ROW
        if row.step == QUESTIONS:
            line = QRectF(0, theme.px(top), self.width(), 1)
            paint.hairline(painter, line, theme.current().line)
        small = theme.font("small", tabular=True)
        cell = self._cells(top)
        _write(painter, cell["time"], _LEAD, f"{row.begins:%H:%M}", small, "text3")
        number = str(row.number) if row.number else ""
        _write(painter, cell["number"], _LEAD, number, small, "text3")
        ink: Role = "text" if row.number else "text2"
        weight = theme.MEDIUM if row.number else theme.REGULAR
        _write(painter, cell["title"], _LEAD, row.title, theme.font("base", weight), ink)
        _write(painter, cell["letters"], _LEAD, " ".join(row.letters), theme.font("small"), "text2")
        minutes = labels.minutes(row.minutes * 60)
        _write(painter, cell["minutes"], _TRAIL, minutes, theme.font(tabular=True), ink)
        if row.step == QUESTIONS:
            side = theme.px(12)
            sign = QRectF(0, 0, side, side)
            sign.moveCenter(QRectF(cell["lock"]).center())
            icons.paint(painter, sign, "lock", "text3")

    def _paint_foot(self, painter: QPainter) -> None:
        top = _HEAD + _BAR + len(self._view.rows) * _ROW
        where = self._across(top, _FOOT)
        lead = theme.px(_TIME + _NUMBER)
        where = QStyle.visualRect(self.layoutDirection(), where, where.adjusted(lead, 0, 0, 0))
        word, letter = theme.font("small", tabular=True), theme.font("small", theme.MEDIUM)
        runs = [paint.Run(_("Asked in"), word, "text2")]
        for at, (name, count) in enumerate(self._view.asked_in):
            times = ngettext("{n} prompt", "{n} prompts", count).format(n=count) if not at else str(count)
            runs += [paint.Run(name, letter, "text2", gap=16), paint.Run(times, word, "text2", gap=4)]
        if self._view.asked_in:
            paint.draw_runs(painter, QRectF(where), tuple(runs))

    def _cells(self, top: int) -> dict[str, QRect]:
        """The columns of a row, from the leading side."""
        whole = self._across(top, _ROW)
        title = whole.width() - theme.px(_TIME + _NUMBER + _LETTERS + _MINUTES + _LOCK)
        widths = {
            "time": theme.px(_TIME),
            "number": theme.px(_NUMBER),
            "title": title,
            "letters": theme.px(_LETTERS),
            "minutes": theme.px(_MINUTES),
            "lock": theme.px(_LOCK),
        }
        cells, along = {}, whole.left()
        for name, width in widths.items():
            logical = QRect(along, whole.top(), width, whole.height())
            cells[name] = QStyle.visualRect(self.layoutDirection(), whole, logical)
            along += width
        return cells

    def _across(self, top: int, height: int) -> QRect:
        edge = theme.px(_EDGE)
        return QRect(edge, theme.px(top), self.width() - 2 * edge, theme.px(height))


def _spoken(row: PlanRow) -> str:
    """A row of the plan for a screen reader."""
    minutes = labels.minutes(row.minutes * 60)
    line = _("{time} {title}, {n} min").format(time=f"{row.begins:%H:%M}", title=row.title, n=minutes)
    return line + (f", {labels.letters(row.letters)}" if row.letters else "")


def _write(
    painter: QPainter, where: QRect, flags: Qt.AlignmentFlag, words: str, font: QFont, role: Role
) -> None:
    if not words:
        return
    painter.setFont(font)
    painter.setPen(theme.current().colour(role))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(flags), shown)
