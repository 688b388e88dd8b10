"""The free texts beside a line of a checklist, one field per column, saved as typed. For ui."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from interviewer_app.domain.kits.checklist import MAX_CELL
from interviewer_app.domain.notes.note import one_line
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme

Way = Literal["next", "up", "down", "away"]

_COLUMN: Final = 132
"""Narrowest field at 100 %; with less room the fields stand one below the other."""


@dataclass(frozen=True, slots=True)
class CellTexts:
    """The texts as they stand now, in order of the columns."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """The wish to leave a field: for the next place, a row up or down, or away from the list."""

    way: Way


class CellEdit(QLineEdit):
    """One text; Enter, arrows and Esc leave it, and nothing typed is ever put back by the program."""

    leave_requested = Signal(object)
    entered = Signal()

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setMaxLength(MAX_CELL)
        self._fit()
        theme.watch().changed.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Put a text in, unless it is there or is being typed."""
        if not self.hasFocus() and one_line(self.text()) != text:
            self.setText(text)
            self.setCursorPosition(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, Way] = {
            Qt.Key.Key_Return: "next",
            Qt.Key.Key_Enter: "next",
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Down: "down",
            Qt.Key.Key_Escape: "away",
        }
        way = ways.get(event.key())
        if way is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._request(Leave(way))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def _fit(self) -> None:
        self.setFixedHeight(theme.px(theme.CONTROL))

    def _request(self, wish: Leave) -> None:
        self.leave_requested.emit(wish)


class CellFields(QWidget):
    """A field per column under its head, side by side while there is room; they are `<name>.1` and so on."""

    texts_edited = Signal(object)
    leave_requested = Signal(object)

    def __init__(self, name: str, columns: Sequence[str], line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: list[CellEdit] = []
        self._heads: list[QLabel] = []
        self._beside = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(0)
        for number, column in enumerate(columns, 1):
            # Beside a field it stands for, a label would take "&" for a key.
            head = QLabel(column.replace("&", "&&"))
            head.setTextFormat(Qt.TextFormat.PlainText)
            theme.dress(head, "label", colour="text2")
            field = CellEdit(f"{name}.{number}", f"{column}, {line}")
            head.setBuddy(field)
            field.textEdited.connect(self._edited)
            field.leave_requested.connect(self._leave)
            self._heads.append(head)
            self.fields.append(field)
        self._arrange(beside=True)

    def present(self, texts: Sequence[str], *, shut: bool) -> None:
        """Show these texts; `shut` when they may not be changed any more."""
        for field, text in zip(self.fields, texts, strict=True):
            field.show_text(text)
            field.setReadOnly(shut)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - theme.px(8) * (len(self.fields) - 1)
        self._arrange(beside=room >= theme.px(_COLUMN) * len(self.fields))

    def _arrange(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for at, (head, field) in enumerate(zip(self._heads, self.fields, strict=True)):
            row, column = (0, at) if beside else (2 * at, 0)
            self._grid.addWidget(head, row, column)
            self._grid.addWidget(field, row + 1, column)
            self._grid.setColumnStretch(at, 1 if beside or not at else 0)

    def _edited(self) -> None:
        self._request(CellTexts(tuple(one_line(field.text()) for field in self.fields)))

    def _leave(self, wish: Leave) -> None:
        at = next((n for n, field in enumerate(self.fields) if field is self.sender()), -1)
        if wish.way == "next" and 0 <= at < len(self.fields) - 1:
            self.fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._pass_on(wish if wish.way != "next" else Leave("down"))

    def _request(self, wish: CellTexts) -> None:
        self.texts_edited.emit(wish)

    def _pass_on(self, wish: Leave) -> None:
        self.leave_requested.emit(wish)
