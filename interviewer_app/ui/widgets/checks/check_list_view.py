"""Checklists and flags under one another, to tick, to choose in and to write beside. For live and review.

Nothing in it knows a list by name: what can be ticked, chosen and written is data of the kit.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.controllers.checks.views import NOTHING
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.checks.cell_fields import Leave
from interviewer_app.ui.widgets.checks.check_sections import (
    CheckSection,
    ChecksView,
    NudgeRow,
    Part,
    Row,
    begins_open,
    parts,
    plain_words,
)
from interviewer_app.ui.widgets.checks.flag_row import FlagRow
from interviewer_app.ui.widgets.checks.section_head import SectionHead

_STEPS: Final = {"up": -1, "down": 1}
_WIDEST: Final = 760
_BEFORE: Final = 2
"""What stands above the sections: the suggestion, and the words in their place."""


class CheckListView(QScrollArea):
    """Rows are built when they are first in sight. `away_requested`: the keyboard is wanted elsewhere.

    `rows_changed` comes when what Tab stops at has changed.
    """

    state_requested = Signal(object)
    cells_edited = Signal(object)
    asked_requested = Signal(object)
    away_requested = Signal()
    offer_wanted = Signal()
    rows_changed = Signal()

    def __init__(self, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{prefix}s")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._prefix = prefix
        self._side = 24
        self._view = ChecksView(NOTHING)
        self._sections: dict[str, CheckSection] = {}
        self._order: tuple[str, ...] = ()
        self._stops: list[QWidget] = []
        self._showing = False
        inner = QWidget()
        for widget in (self.viewport(), inner):
            widget.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(0)
        self._nudge = NudgeRow(f"{prefix}.nudge")
        self._nudge.asked_requested.connect(self.asked_requested)
        self._empty = plain_words(_("This kit has nothing to tick"), "text3")
        self._column.addWidget(self._nudge)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.set_margin(24)

    def present(self, view: ChecksView) -> None:
        """Show these lists and flags; a field that is being typed into keeps what is in it."""
        if view.ticks.interview_id != self._view.ticks.interview_id:
            for key in list(self._sections):
                self._drop(key)
        self._view = view
        if self.isVisible():
            self._show()

    def focus_open(self) -> None:
        """Give the keyboard to the first line that is open, else to the first head."""
        rows = [row for section in self._shown() for row in section.rows()]
        target = next((row for row in rows if row.open and not self._view.ticks.shut), None)
        places = self._places()
        if target is not None:
            self._reach(target)
        elif places:
            self._reach(places[0])

    def focus_unnoted(self) -> None:
        """Give the keyboard to the note of the first flag that needs one."""
        for section in self._shown():
            row = next((r for r in section.rows() if isinstance(r, FlagRow) and r.needs_note), None)
            if row is not None:
                row.focus_note()
                self._reveal(row)
                return

    def stops(self) -> list[QWidget]:
        """Everything Tab may stop at, from top to bottom; nothing while another page is in front."""
        if not self.isVisible():
            return []
        found: list[QWidget] = [self._nudge.asked]
        for section in self._shown():
            found.append(section.head)
            found.extend(stop for row in section.rows() for stop in row.stops())
        return found

    def set_margin(self, side: int) -> None:
        """Change the space at both sides, in pixels at 100 %."""
        self._side = side
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    # -- inside

    def _fit(self) -> None:
        """Words and states no farther apart than an eye follows."""
        side = theme.px(self._side)
        spare = self.viewport().width() - 2 * side - theme.px(_WIDEST)
        far = side + max(0, spare)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._column.setContentsMargins(far if rtl else side, theme.px(6), side if rtl else far, theme.px(8))

    def _show(self) -> None:
        wanted = parts(self._view.ticks)
        self._showing = True
        if tuple(wanted) != self._order or not self._sections:
            self._build(wanted)
        for key, part in wanted.items():
            self._sections[key].present(part, self._view)
        self._nudge.present(self._view.ticks.nudge)
        self._empty.setVisible(self._view.ticks.empty)
        self._showing = False
        self._tell_stops()

    def _build(self, wanted: dict[str, Part]) -> None:
        for key in [key for key in self._sections if key not in wanted]:
            self._drop(key)
        for at, (key, part) in enumerate(wanted.items(), _BEFORE):
            section = self._sections.get(key)
            if section is None:
                section = self._new(part)
                self._sections[key] = section
            if self._column.indexOf(section) != at:
                self._column.insertWidget(at, section)
        self._order = tuple(wanted)
        self.verticalScrollBar().setValue(0)

    def _new(self, part: Part) -> CheckSection:
        section = CheckSection(self._prefix, part, self._listen)
        section.head.leave_requested.connect(self._leave)
        section.head.setChecked(begins_open(part, self._view.ticks))
        section.refolded.connect(self._refolded)
        return section

    def _listen(self, rows: Sequence[Row]) -> None:
        for row in rows:
            row.state_requested.connect(self.state_requested)
            row.cells_edited.connect(self.cells_edited)
            row.leave_requested.connect(self._leave)
            row.reshaped.connect(self._reshaped)
            if isinstance(row, FlagRow):
                row.offer_wanted.connect(self.offer_wanted)

    def _reshaped(self) -> None:
        # While all rows are shown anew, some are not in the window yet.
        if not self._showing:
            self._tell_stops()

    def _refolded(self) -> None:
        self._reshaped()
        section = self.sender()
        if isinstance(section, CheckSection):
            # Its rows have their places only after this event.
            QTimer.singleShot(0, section, lambda: self._uncover(section.head))

    def _tell_stops(self) -> None:
        stops = self.stops()
        if stops != self._stops:
            self._stops = stops
            self.rows_changed.emit()

    def _drop(self, key: str) -> None:
        section = self._sections.pop(key)
        if section.isAncestorOf(self.window().focusWidget()):
            self.away_requested.emit()
        self._column.removeWidget(section)
        section.hide()
        section.deleteLater()

    def _shown(self) -> list[CheckSection]:
        return [self._sections[key] for key in self._order if key in self._sections]

    def _places(self) -> list[SectionHead | Row]:
        found: list[SectionHead | Row] = []
        for section in self._shown():
            found.extend((section.head, *section.rows()))
        return found

    def _leave(self, wish: Leave) -> None:
        places = self._places()
        at = next((n for n, place in enumerate(places) if place is self.sender()), None)
        if wish.way not in _STEPS or at is None:
            self.away_requested.emit()
            return
        goal = at + _STEPS[wish.way]
        if 0 <= goal < len(places):
            self._reach(places[goal])

    def _reach(self, place: SectionHead | Row) -> None:
        place.focus_row()
        self._reveal(place)

    def _uncover(self, head: SectionHead) -> None:
        """Bring a head into sight with a few of its rows."""
        if head.isChecked():
            self.ensureWidgetVisible(head, 0, theme.px(96))

    def _reveal(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, 8)
        # What was made just now has its place only after this event.
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, 8))
