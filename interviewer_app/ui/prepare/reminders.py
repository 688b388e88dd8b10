"""The list of two minutes before: one stop for Tab, arrows inside, Space ticks. For ui/prepare."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.checks.check_row import CheckRow, CheckView, Ticked
from interviewer_app.ui.widgets.glyph import Glyph

_EDGE: Final = 24
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class RemindersView:
    """The lines, which of them are ticked, by position, and whether the call is about to begin."""

    lines: tuple[str, ...]
    ticks: frozenset[int]
    now: bool = False


class Reminders(QWidget):
    """Two columns of check rows, read downwards."""

    tick_requested = Signal(object)
    """Carries a Ticked whose key is the position."""

    time_come = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prepare.reminders")
        self._view = RemindersView((), frozenset())
        self._rows: list[CheckRow] = []
        self._sign = Glyph("clock", "accent")
        self._sign.hide()
        self._title = QLabel(_("Two minutes before"))
        theme.dress(self._title, "base", theme.SEMIBOLD)
        self._count = QLabel()
        self._count.setObjectName("prepare.reminders_count")
        theme.dress(self._count, tabular=True, colour="text3")
        keys = QLabel(_("Space ticks, nothing is required"))
        theme.dress(keys, "small", colour="text2")
        self._head = QHBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(self._sign)
        self._head.addWidget(self._title)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(keys)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(0)
        self._lines.addLayout(self._head)
        self._lines.addLayout(self._grid)
        self.measure()
        theme.watch().changed.connect(self.measure)

    def present(self, view: RemindersView) -> None:
        """Show these lines and ticks."""
        if view.lines != self._view.lines:
            self._build(len(view.lines))
        self._view = view
        for at, (row, words) in enumerate(zip(self._rows, view.lines, strict=True)):
            row.present(CheckView(str(at), words, at in view.ticks))
        done = len(view.ticks & set(range(len(view.lines))))
        self._count.setText(_("{done} of {all}").format(done=done, all=len(view.lines)))
        self.setVisible(bool(view.lines))
        self._point_out(view.now)

    def _point_out(self, now: bool) -> None:  # the state of a heading
        """Say that this is the moment, by sign, words and colour, and come into sight once."""
        if now == self._sign.isVisibleTo(self):
            return
        self._sign.setVisible(now)
        self._title.setText(_("Two minutes before: now") if now else _("Two minutes before"))
        theme.dress(self._title, "base", theme.SEMIBOLD, colour="accent" if now else "text")
        if now:
            self.time_come.emit()

    def measure(self) -> None:
        """Take margins and gaps from the text scale in force."""
        edge = theme.px(_EDGE)
        self._lines.setContentsMargins(edge, 0, edge, theme.px(16))
        self._head.setContentsMargins(0, theme.px(10), 0, theme.px(8))
        self._grid.setHorizontalSpacing(edge)
        self._grid.setVerticalSpacing(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CheckRow) and watched in self._rows:
            if event.type() == QEvent.Type.FocusIn:
                self._only_stop(watched)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._step(watched, event)
        return False

    def _build(self, count: int) -> None:
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        half = (count + 1) // 2
        for at in range(count):
            row = CheckRow(f"prepare.reminder.{at + 1}", text="small")
            row.tick_requested.connect(self._ticked)
            row.installEventFilter(self)
            self._grid.addWidget(row, at % half, at // half)
            self._rows.append(row)
        if self._rows:
            self._only_stop(self._rows[0])

    def _only_stop(self, stop: CheckRow) -> None:
        for row in self._rows:
            tab = Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(tab)

    def _step(self, row: CheckRow, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        half = (len(self._rows) + 1) // 2
        across = -half if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else half
        steps = {**_STEPS, Qt.Key.Key_Left: -across, Qt.Key.Key_Right: across}
        if key not in steps:
            return False
        there = self._rows.index(row) + steps[key]
        if 0 <= there < len(self._rows):
            self._rows[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _ticked(self, wish: Ticked) -> None:
        self.tick_requested.emit(wish)
