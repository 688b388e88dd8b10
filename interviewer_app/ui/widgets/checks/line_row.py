"""One line of a checklist: a plain tick or a choice of states, and the texts beside it. For ui."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interviewer_app.controllers.checks.views import TickLine
from interviewer_app.domain.kits.checklist import TickKey
from interviewer_app.ui.widgets.checks.cell_fields import CellFields, CellTexts, Leave
from interviewer_app.ui.widgets.checks.line_heads import PlainHead, StatesHead


@dataclass(frozen=True, slots=True)
class CellsRequest:
    """Write these texts beside this line."""

    key: TickKey
    texts: tuple[str, ...]


class LineRow(QWidget):
    """Space ticks; left and right, 1 to n or a state's first letter choose, 0 clears, Enter opens the texts.

    Named `<prefix>.<step>.<list>.<line>`; `reshaped` comes when fields appear or go.
    """

    state_requested = Signal(object)
    cells_edited = Signal(object)
    leave_requested = Signal(object)
    reshaped = Signal()

    def __init__(self, prefix: str, line: TickLine, columns: tuple[str, ...]) -> None:
        super().__init__()
        key = line.key
        self.name = ".".join(part for part in (prefix, key.step, key.list, key.line) if part)
        self.setObjectName(self.name)
        self._line: TickLine | None = None
        self._shown: tuple[TickLine, bool] | None = None
        self._opened = False
        self._head: PlainHead | StatesHead = (
            StatesHead(self.name, line, columns) if line.states else PlainHead(self.name, line, columns)
        )
        self._head.state_requested.connect(self.state_requested)
        self._head.leave_requested.connect(self._leave)
        self._head.write_requested.connect(self.open_fields)
        self._fields: CellFields | None = None
        self._columns = columns
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self._head)

    def present(self, line: TickLine, *, shut: bool) -> None:
        """Show the line as it stands; `shut` when nothing may change any more."""
        if (line, shut) == self._shown:
            return
        self._shown = line, shut
        self._line = line
        self._head.present(line, shut=shut)
        self._show_fields(shut=shut)

    def open_fields(self) -> None:
        """Show the fields of a line that has none yet, and go into the first."""
        line = self._line
        if line is None or not self._columns:
            return
        self._opened = True
        self._show_fields(shut=False)
        if self._fields is not None:
            self._fields.fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_row(self) -> None:
        """Give the keyboard to the tick or the choice."""
        self._head.focus_row()

    @property
    def open(self) -> bool:
        """True while the line is in no state."""
        return self._line is not None and not self._line.state

    def stops(self) -> list[QWidget]:
        """Everything here that Tab may stop at, in reading order."""
        found = list(self._head.stops())
        if self._fields is not None and not self._fields.isHidden():
            found.extend(self._fields.fields)
        return found

    def _show_fields(self, *, shut: bool) -> None:
        line = self._line
        if line is None or not self._columns:
            return
        wanted = any(line.cells) or (not shut and (bool(line.state) or self._opened))
        had = self._fields is not None and not self._fields.isHidden()
        if wanted and self._fields is None:
            self._fields = CellFields(self.name, self._columns, line.text)
            self._fields.texts_edited.connect(self._edited)
            self._fields.leave_requested.connect(self._leave)
            self._rows.addWidget(self._fields)
        held = self._fields is not None and any(field.hasFocus() for field in self._fields.fields)
        if self._fields is not None:
            self._fields.setVisible(wanted or held)
            self._fields.present(line.cells, shut=shut)
        self._head.offer_writing(on=bool(self._columns) and not wanted and not shut)
        if had != (self._fields is not None and not self._fields.isHidden()):
            self.reshaped.emit()

    def _edited(self, wish: CellTexts) -> None:
        if self._line is not None:
            self._write(CellsRequest(self._line.key, wish.texts))

    def _leave(self, wish: Leave) -> None:
        self.leave_requested.emit(wish)

    def _write(self, wish: CellsRequest) -> None:
        self.cells_edited.emit(wish)
