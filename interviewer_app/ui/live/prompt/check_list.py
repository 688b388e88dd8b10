"""The probes, or the facts, of the step: what is still open in full, what is done faded with its time.

For the prompt pane.
"""

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.live.views import TickItem
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.checks.check_row import CheckRow, CheckView, Ticked

Kind = Literal["probe", "fact"]


class CheckList(QScrollArea):
    """Rows named `live.<kind>.<id>`; arrows move between them, Space ticks."""

    tick_requested = Signal(object)
    rows_changed = Signal()

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"live.{kind}s")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._kind: Kind = kind
        self._rows: dict[str, CheckRow] = {}
        inner = QWidget()
        for widget in (self.viewport(), inner):
            widget.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(0)
        self._empty = QLabel(_("None for this part") if kind == "fact" else _("No probes for this part"))
        theme.dress(self._empty, "base", colour="text3")
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.set_margin(24)

    def present(self, items: Iterable[TickItem]) -> None:
        """Show these; the rows are built anew only when they are others."""
        shown = tuple(items)
        if tuple(self._rows) != tuple(item.id for item in shown):
            self._build(shown)
        for item in shown:
            self._rows[item.id].present(self._row_view(item))

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows.values())

    def set_margin(self, side: int) -> None:
        """Change the space at both sides, in pixels at 100 %."""
        self._column.setContentsMargins(theme.px(side), theme.px(6), theme.px(side), theme.px(6))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        rows = list(self._rows.values())
        focused = next((at for at, row in enumerate(rows) if row.hasFocus()), None)
        if by is None or focused is None:
            super().keyPressEvent(event)
            return
        row = rows[min(max(focused + by, 0), len(rows) - 1)]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(row)

    def _row_view(self, item: TickItem) -> CheckView:
        remark = _("counts as help") if item.assist else ""
        if item.t is not None:
            remark = labels.clock(item.t)
        return CheckView(
            item.id, item.text, item.t is not None, remark, fades=True, elides=self._kind == "probe"
        )

    def _build(self, items: tuple[TickItem, ...]) -> None:
        for row in self._rows.values():
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = {}
        for at, item in enumerate(items):
            row = CheckRow(f"live.{self._kind}.{item.id}", self._row_view(item))
            # A click must not take the caret out of the notes.
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.tick_requested.connect(self._ticked)
            self._column.insertWidget(at, row)
            self._rows[item.id] = row
        self._empty.setVisible(not items)
        self.verticalScrollBar().setValue(0)
        self.rows_changed.emit()

    def _ticked(self, wish: Ticked) -> None:
        self.tick_requested.emit(wish)
