"""What stands first in a line of a checklist: a tick, or words and a choice of states. For ui/widgets."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from interviewer_app import labels
from interviewer_app.controllers.checks.views import TickLine
from interviewer_app.domain.kits.checklist import SEEN, TickKey
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import icon_button
from interviewer_app.ui.widgets.checks.cell_fields import Leave
from interviewer_app.ui.widgets.checks.check_row import CheckRow, CheckView, Ticked
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

_SHARE: Final = 0.5
"""Largest share of the width for the states beside the words; with more they stand below them."""

_ASIDE: Final = 48
"""What stands beside the states even then; where they do not fit they are stacked."""

_CLEARING: Final = frozenset({Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
LEAVES: Final = {
    Qt.Key.Key_Up: Leave("up"),
    Qt.Key.Key_Down: Leave("down"),
    Qt.Key.Key_Escape: Leave("away"),
}
"""The keys that lead out of a row."""


@dataclass(frozen=True, slots=True)
class StateRequest:
    """Bring this line to a state; an empty one opens it."""

    key: TickKey
    state: str


class LineHead(QWidget):
    """What the two kinds of line share: wishes and the button that opens the fields."""

    state_requested = Signal(object)
    leave_requested = Signal(object)
    write_requested = Signal()

    def __init__(self, name: str, line: TickLine, columns: tuple[str, ...]) -> None:
        super().__init__()
        self.key = line.key
        self._writable = bool(columns)
        words = _("Write beside {line}").format(line=line.text)
        self._pen = icon_button("pencil-line", words, f"{name}.write")
        self._pen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pen.clicked.connect(self.write_requested)
        # Its room stays, so that states stand under one another; without columns there is none.
        place = self._pen.sizePolicy()
        place.setRetainSizeWhenHidden(self._writable)
        self._pen.setSizePolicy(place)
        self._pen.setVisible(False)

    def offer_writing(self, *, on: bool) -> None:
        """Show the button that opens the fields, or hide it."""
        self._pen.setVisible(on)

    def request(self, state: str) -> None:
        """Wish for a state of this line."""
        self._request(StateRequest(self.key, state))

    def _request(self, wish: StateRequest) -> None:
        self.state_requested.emit(wish)

    def pressed(self, event: QKeyEvent) -> bool:
        """The keys both kinds know; False for any other."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in LEAVES:
            self.leave_requested.emit(LEAVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._writable:
            self.write_requested.emit()
        elif key in _CLEARING:
            self.request("")
        else:
            return False
        return True


class PlainHead(LineHead):
    """A plain tick."""

    def __init__(self, name: str, line: TickLine, columns: tuple[str, ...]) -> None:
        super().__init__(name, line, columns)
        self._row = CheckRow(f"{name}.tick")
        # A click must not take the caret out of the notes.
        self._row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.tick_requested.connect(self._ticked)
        self._row.installEventFilter(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(4))
        grid.addWidget(self._row, 0, 0)
        grid.addWidget(self._pen, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)

    def present(self, line: TickLine, *, shut: bool) -> None:
        """Show the tick."""
        remark = labels.clock(line.t) if line.state and line.t is not None else ""
        self._row.present(CheckView(line.key.line, line.text, bool(line.state), remark, fades=False))
        self._row.setEnabled(not shut)

    def focus_row(self) -> None:
        """Give the keyboard to the box."""
        self._row.setFocus(Qt.FocusReason.TabFocusReason)

    def stops(self) -> list[QWidget]:
        """The box."""
        return [self._row]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.pressed(event)
        return False

    def _ticked(self, wish: Ticked) -> None:
        self.request(SEEN if wish.on else "")


class StatesHead(LineHead):
    """Words and a choice of states beside or below them."""

    def __init__(self, name: str, line: TickLine, columns: tuple[str, ...]) -> None:
        super().__init__(name, line, columns)
        self._states = line.states
        self._state = ""
        self._beside: bool | None = None
        self._words = QLabel(line.text)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        theme.dress(self._words, "base")
        self._time = QLabel()
        theme.dress(self._time, "small", tabular=True, colour="text3")
        self._choice = SegmentedChoice(f"{name}.state", line.text, small=True, clears=True)
        self._choice.chosen_requested.connect(self._chosen)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, theme.px(3), 0, theme.px(3))
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(2))
        self._arrange(beside=False)

    def present(self, line: TickLine, *, shut: bool) -> None:
        """Show the state."""
        self._state = line.state
        at = str(self._states.index(line.state) + 1) if line.state in self._states else None
        options = tuple(Option(str(number), words) for number, words in enumerate(self._states, 1))
        held = any(segment.hasFocus() for segment in self._segments())
        self._choice.present(ChoiceView(options, at, enabled=not shut))
        self._time.setText(labels.clock(line.t) if line.state and line.t is not None else "")
        self._settle(held=held)

    def focus_row(self) -> None:
        """Give the keyboard to the state chosen, or to the first."""
        entry = self._choice.focusProxy()
        if entry is not None:
            entry.setFocus(Qt.FocusReason.TabFocusReason)

    def stops(self) -> list[QWidget]:
        """The segment Tab enters at; Qt orders none of the others."""
        return [segment for segment in self._segments() if segment.focusPolicy() != Qt.FocusPolicy.NoFocus]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._choice.wanted_width()
        self._arrange(beside=wanted <= self.width() * _SHARE)
        self._choice.stack(stacked=wanted > self.width() - theme.px(_ASIDE))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.pressed(event)
        return False

    @override
    def pressed(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        key, typed = Qt.Key(event.key()), event.text().casefold()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if plain and key in _STEPS:
            self._shift(-_STEPS[key] if rtl else _STEPS[key])
        elif plain and typed.isdecimal() and 1 <= int(typed) <= len(self._states):
            self._toggle(self._states[int(typed) - 1])
        elif plain and typed in (initials := self._initials()):
            self._toggle(initials[typed])
        else:
            return super().pressed(event)
        return True

    def _arrange(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        top = Qt.AlignmentFlag.AlignTop
        self._time.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._time.setFixedSize(theme.px(40), theme.px(theme.CONTROL_SMALL if beside else 16))
        places: dict[QWidget, tuple[int, int]] = {self._words: (0, 0), self._time: (0, 3)}
        places |= (
            {self._choice: (0, 1), self._pen: (0, 2)} if beside else {self._choice: (1, 0), self._pen: (1, 3)}
        )
        for widget, (row, column) in places.items():
            where = top
            if widget is self._words:
                where = Qt.AlignmentFlag(0)
            elif widget is self._choice and not beside:
                where = Qt.AlignmentFlag.AlignLeading | top
            self._grid.addWidget(widget, row, column, where)
        self._grid.setColumnStretch(0, 1)

    def _segments(self) -> list[QToolButton]:
        return self._choice.findChildren(QToolButton)

    def _settle(self, *, held: bool) -> None:
        """Only Tab enters, and the focus stands on the state that is chosen."""
        entry = self._choice.focusProxy()
        for segment in self._segments():
            stop = segment is entry
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus)
            segment.installEventFilter(self)
        if held and entry is not None and not entry.hasFocus():
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _initials(self) -> dict[str, str]:
        """The states that one letter names, by that letter."""
        firsts = [state[:1].casefold() for state in self._states]
        return {letter: self._states[n] for n, letter in enumerate(firsts) if firsts.count(letter) == 1}

    def _shift(self, by: int) -> None:
        ladder = ("", *self._states)
        at = ladder.index(self._state) if self._state in ladder else 0
        self.request(ladder[min(max(at + by, 0), len(ladder) - 1)])

    def _toggle(self, state: str) -> None:
        self.request("" if state == self._state else state)

    def _chosen(self, wish: Chosen) -> None:
        self.request(self._states[int(wish.key) - 1] if wish.key else "")
