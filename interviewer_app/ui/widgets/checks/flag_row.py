"""A flag to look for: a tick, and at once the field for the fact that shows it. For ui."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.checks.views import FlagLine
from interviewer_app.domain.kits.checklist import SEEN, Polarity
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.checks.cell_fields import CellEdit, Leave
from interviewer_app.ui.widgets.checks.check_row import CheckRow, CheckView, Ticked
from interviewer_app.ui.widgets.checks.line_heads import LEAVES, StateRequest
from interviewer_app.ui.widgets.checks.line_row import CellsRequest
from interviewer_app.ui.widgets.glyph import Glyph

_INDENT: Final = 28


class FlagRow(QWidget):
    """Space ticks and leads into the note; Enter in the empty note takes the line that is offered.

    Named `<prefix>.flag.<id>`; `offer_wanted` comes when the note is entered, `reshaped` when it appears or
    goes.
    """

    state_requested = Signal(object)
    cells_edited = Signal(object)
    leave_requested = Signal(object)
    offer_wanted = Signal()
    reshaped = Signal()

    def __init__(self, prefix: str, flag: FlagLine) -> None:
        super().__init__()
        self.name = f"{prefix}.flag.{flag.id}"
        self.setObjectName(self.name)
        self._flag = flag
        self._offered = ""
        self._shown: tuple[FlagLine, str, bool, bool] | None = None
        self._row = CheckRow(f"{self.name}.tick")
        # A click must not take the caret out of the notes, until there is a note to write.
        self._row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.tick_requested.connect(self._ticked)
        self._row.installEventFilter(self)
        self._note = CellEdit(f"{self.name}.note", _("Fact for {flag}").format(flag=flag.text))
        self._note.textEdited.connect(self._edited)
        self._note.leave_requested.connect(self._leave)
        self._note.entered.connect(self.offer_wanted)
        self._take = button(_("Take the line"), f"{self.name}.take", size="small", hint=_("Enter"))
        self._take.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._take.clicked.connect(self._take_offered)
        self._sign = Glyph("triangle-alert", "caution", 14)
        self._want = QLabel(_("Needs a note; without one it is not printed"))
        self._want.setWordWrap(True)
        theme.dress(self._want, "small", colour="caution")
        self._box = QWidget()
        self._lay_out()

    def present(self, flag: FlagLine, offered: str, *, shut: bool) -> None:
        """Show the flag as it stands; `offered` is the line of notes that could be its fact."""
        shown = flag, offered, shut, self._note.hasFocus()
        if shown == self._shown:
            return
        self._shown = shown
        self._flag = flag
        self._offered = "" if shut else offered.strip()
        sign = "+" if flag.polarity is Polarity.GREEN else "!"
        remark = labels.clock(flag.t) if flag.seen and flag.t is not None else ""
        self._row.present(CheckView(flag.id, f"{sign} {flag.text}", flag.seen, remark, fades=False))
        side = _("speaks for") if flag.polarity is Polarity.GREEN else _("speaks against")
        self._row.setAccessibleName(f"{flag.text}, {side}")
        self._row.setEnabled(not shut)
        had = not self._box.isHidden()
        self._box.setVisible(flag.seen or bool(flag.note) or self._note.hasFocus())
        self._note.show_text(flag.note)
        self._note.setReadOnly(shut)
        self._show_offer(shut=shut)
        if had == self._box.isHidden():
            self.reshaped.emit()

    def focus_row(self) -> None:
        """Give the keyboard to the box."""
        self._row.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_note(self) -> None:
        """Give the keyboard to the note."""
        self._note.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def open(self) -> bool:
        """True while the flag is not seen."""
        return not self._flag.seen

    @property
    def needs_note(self) -> bool:
        """True while it is seen and nothing says why."""
        return self._flag.needs_note

    def stops(self) -> list[QWidget]:
        """The box, and the note when there is one."""
        return [self._row] if self._box.isHidden() else [self._row, self._note]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in LEAVES:
            self._leave(LEAVES[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._box.isHidden():
            self.focus_note()
            return True
        return False

    def _show_offer(self, *, shut: bool) -> None:
        flag = self._flag
        empty = flag.needs_note and not self._note.text().strip()
        offer = _("Enter takes: {line}").format(line=self._offered) if self._offered else ""
        self._note.setPlaceholderText(offer or _("The fact that shows it"))
        self._take.setVisible(empty and bool(self._offered))
        unticked = not flag.seen and bool(flag.note)
        if unticked:
            self._want.setText(_("Not ticked; it is not printed"))
        elif shut:
            self._want.setText(_("Without a note; not printed"))
        else:
            self._want.setText(_("Needs a note; without one it is not printed"))
        for widget in (self._sign, self._want):
            widget.setVisible(empty or unticked)
        self._note.setAccessibleDescription(self._want.text() if empty or unticked else "")

    def _lay_out(self) -> None:
        across = QHBoxLayout(self._box)
        across.setContentsMargins(0, 0, 0, theme.px(6))
        across.setSpacing(0)
        # A space and no margin: margins do not change sides with the reading direction.
        across.addSpacing(theme.px(_INDENT))
        grid = QGridLayout()
        across.addLayout(grid, 1)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(theme.px(4))
        grid.addWidget(self._note, 0, 0, 1, 3)
        grid.addWidget(self._sign, 1, 0)
        grid.addWidget(self._want, 1, 1)
        grid.addWidget(self._take, 1, 2)
        grid.setColumnStretch(1, 1)
        self._box.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._row)
        rows.addWidget(self._box)

    def _ticked(self, wish: Ticked) -> None:
        self._request(StateRequest(self._flag.key, SEEN if wish.on else ""))
        # Rendered in between: a flag asks for its fact while it is fresh.
        if self._flag.needs_note:
            self.focus_note()

    def _edited(self, text: str) -> None:
        self._write(CellsRequest(self._flag.key, (text,)))

    def _take_offered(self) -> None:
        self._note.setText(self._offered)
        self._write(CellsRequest(self._flag.key, (self._note.text(),)))
        self.focus_note()

    def _leave(self, wish: Leave) -> None:
        if wish.way == "next":
            if self._offered and not self._note.text().strip():
                self._take_offered()
                return
            wish = Leave("away")
        self._pass_on(wish)

    def _request(self, wish: StateRequest) -> None:
        self.state_requested.emit(wish)

    def _write(self, wish: CellsRequest) -> None:
        self.cells_edited.emit(wish)

    def _pass_on(self, wish: Leave) -> None:
        self.leave_requested.emit(wish)
