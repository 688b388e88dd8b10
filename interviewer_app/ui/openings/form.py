"""A section of an opening: rows of fields, each with what follows from it. For ui/openings."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.controllers.openings.views import (
    Field,
    FieldEdited,
    FormRow,
    Kind,
    Remark,
    SectionView,
    Tone,
)
from interviewer_app.ui.openings.fields import DAY, FieldWidget, is_list, made
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.paragraph import Paragraph

_LABEL: Final = 148
_WIDEST, _STACKED = 760, 600
_REMARKS: Final = 4
_NO_LIMIT: Final = 16_777_215  # Qt’s QWIDGETSIZE_MAX
_INK: Final[dict[Tone, Role]] = {Tone.PLAIN: "text3", Tone.GOOD: "text2", Tone.CAUTION: "caution"}
_WIDE: Final = frozenset({Kind.TEXT, Kind.LONG, Kind.TICK})


@dataclass(frozen=True, slots=True)
class _Shape:
    """What of a row its widgets depend on: when it is the same they are only shown anew."""

    key: str
    heading: bool
    fields: tuple[tuple[str, Kind, tuple[str, ...]], ...]


class SectionForm(QScrollArea):
    """Rows under each other, scrolling downwards; built anew only when their shape changes."""

    edited = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.dress(self.viewport(), surface="base")
        self._view = SectionView("", "", ())
        self._rows: list[_Row] = []
        self._page = QWidget()
        theme.dress(self._page, surface="base")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._aside = QHBoxLayout(self._page)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self._aside.addLayout(self._column, 1)
        self.setWidget(self._page)
        self.measure()
        theme.watch().changed.connect(self.measure)

    def present(self, view: SectionView) -> None:
        """Show these rows."""
        if view == self._view:
            return
        if [_shape(row) for row in view.rows] != [_shape(row) for row in self._view.rows]:
            self._build(view)
        self._view = view
        for widget, row in zip(self._rows, view.rows, strict=True):
            widget.present(row)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.viewport().width() < theme.px(_STACKED)
        for row in self._rows:
            row.stack(narrow)

    def measure(self) -> None:
        """Take margins from the text scale in force."""
        edge = theme.px(24)
        self._column.setContentsMargins(edge, theme.px(16), edge, theme.px(24))
        self._page.setMaximumWidth(theme.px(_WIDEST))

    def field(self, key: str) -> FieldWidget | None:
        """The field with this key, if the section has it."""
        return next((f for row in self._rows for f in row.fields if f.key == key), None)

    def first_stop(self) -> QWidget | None:
        """Where the keyboard enters."""
        return next((f.control for row in self._rows for f in row.fields), None)

    def stops(self) -> tuple[QWidget, ...]:
        """The fields in the order of the rows."""
        return tuple(f for row in self._rows for f in row.fields)

    def _build(self, view: SectionView) -> None:
        """Rows that are still wanted stay, with the keyboard in them; others come and go around them."""
        known = dict(zip(map(_shape, self._view.rows), self._rows, strict=True))
        while self._column.count():
            self._column.takeAt(0)
        self._rows = []
        for row in view.rows:
            widget = known.pop(_shape(row), None)
            if widget is None:
                widget = _Row(row)
                widget.edited.connect(self.edited)
            self._column.addWidget(widget)
            self._rows.append(widget)
        self._column.addStretch(1)
        for old in known.values():
            old.hide()
            old.deleteLater()


class _Row(QWidget):
    """A label, the fields beside it or in a narrow window under it, and the remarks below them."""

    edited = Signal(object)

    def __init__(self, row: FormRow) -> None:
        super().__init__()
        self.setObjectName(f"opening.row.{row.key}")
        self._heading = row.heading
        self._fixed = self._narrow = row.heading or row.above
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        weight = theme.SEMIBOLD if row.heading else theme.REGULAR
        theme.dress(self._label, "base", weight, colour="text" if self._fixed else "text2")
        self.fields = [made(field) for field in row.fields]
        self._text = Paragraph(colour="text2" if row.fields else "text")
        self._remarks = [Paragraph(role="small", colour="text3") for _n in range(_REMARKS)]
        self._lay_out(row)
        for field in self.fields:
            field.edited.connect(self._edited)
        self.measure()
        theme.watch().changed.connect(self.measure)

    def present(self, row: FormRow) -> None:
        """Show these values."""
        self._label.setText(row.label)
        self._label.setVisible(bool(row.label) or not self._narrow)
        for widget, field in zip(self.fields, row.fields, strict=True):
            widget.present(field)
        self._text.present(row.text)
        self._text.setVisible(bool(row.text))
        for at, label in enumerate(self._remarks):
            remark = row.remarks[at] if at < len(row.remarks) else Remark("")
            label.present(remark.text)
            label.set_role("small", _INK[remark.tone])
            label.setVisible(bool(remark.text))

    def stack(self, narrow: bool) -> None:
        """Put the label above the fields, or beside them."""
        if not self._fixed and narrow != self._narrow:
            self._narrow = narrow
            self._label.setVisible(bool(self._label.text()) or not narrow)
            self.measure()

    def measure(self) -> None:
        """Take gaps from the text scale in force."""
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.TopToBottom if self._narrow else ways.LeftToRight)
        self._across.setSpacing(theme.px(2 if self._narrow else 12))
        self._down.setSpacing(theme.px(4))
        self._across.setContentsMargins(0, theme.px(16 if self._heading else 4), 0, theme.px(4))
        beside = not self._narrow
        self._label.setMinimumWidth(theme.px(_LABEL) if beside else 0)
        self._label.setMaximumWidth(theme.px(_LABEL) if beside else _NO_LIMIT)
        self._text.setContentsMargins(0, theme.px(4) if self._aside else 0, 0, 0)
        least = theme.px(theme.CONTROL) if beside and self.fields else theme.line_height()
        self._label.setMinimumHeight(least)

    def _lay_out(self, row: FormRow) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(12))
        spread = [int(_grows(field)) for field in row.fields]
        for widget, stretch in zip(self.fields, spread, strict=True):
            beside.addWidget(widget, stretch)
        lines: list[QWidget] = list(self._remarks)
        self._aside = bool(row.fields) and not any(spread)
        if self._aside:
            # Short fields leave room for what is read beside them.
            beside.addWidget(self._text, 100)
            beside.addStretch(1)
        else:
            lines.insert(0, self._text)
        self._down = QVBoxLayout()
        if row.fields:
            self._down.addLayout(beside)
            self._label.setBuddy(self.fields[0].control)
        for line in lines:
            self._down.addWidget(line)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addLayout(self._down, 1)

    def _edited(self, wish: FieldEdited) -> None:
        self.edited.emit(wish)


def _grows(field: Field) -> bool:
    """Whether a field takes the room there is; a day, a number or a few segments do not."""
    if field.kind is Kind.CHOICE:
        return is_list(field)
    return field.kind in _WIDE and field.limit > DAY


def _shape(row: FormRow) -> _Shape:
    return _Shape(row.key, row.heading, tuple(map(_bones, row.fields)))


def _bones(field: Field) -> tuple[str, Kind, tuple[str, ...]]:
    # Options of a choice may come and go; how many there are decides what shows them.
    return field.key, field.kind, ("list",) if is_list(field) else ()
