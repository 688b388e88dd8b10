"""A row of a form: its label, its fields, what follows from them, and the rows inside it. For ui/forms."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from interviewer_app.controllers.forms import (
    FieldEdited,
    FieldKind,
    FormAct,
    FormRow,
    LabelPlace,
    Remark,
    RemarkTone,
)
from interviewer_app.text import _
from interviewer_app.ui.forms.fields import grows, is_list, made
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.style.theme import TextRole
from interviewer_app.ui.widgets.button import button, icon_button
from interviewer_app.ui.widgets.paragraph import Paragraph

_LABEL, _NUMBER = 148, 20
_NO_LIMIT: Final = 16_777_215  # Qt’s QWIDGETSIZE_MAX
_INSIDE: Final = 4
"""Between the parts of a row, and between the rows in a frame."""

_INK: Final[dict[RemarkTone, Role]] = {
    RemarkTone.PLAIN: "text3",
    RemarkTone.GOOD: "text2",
    RemarkTone.CAUTION: "caution",
    RemarkTone.ALERT: "alert",
}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a label is set, and the margins of its row: left, top, right, bottom."""

    edges: tuple[int, int, int, int]
    colour: Role = "text2"
    weight: int = theme.REGULAR
    role: TextRole = "base"


_LOOKS: Final = {
    LabelPlace.BESIDE: _Look((0, 4, 0, 4)),
    LabelPlace.ABOVE: _Look((0, 4, 0, 4), "text"),
    LabelPlace.HEADING: _Look((0, 16, 0, 4), "text", theme.SEMIBOLD),
    LabelPlace.CAPTION: _Look((0, 0, 0, 6), role="small"),
    LabelPlace.TITLE: _Look((0, 0, 0, 6), "text2", theme.SEMIBOLD),
    LabelPlace.FRAME: _Look((12, 8, 12, 4), "text", theme.SEMIBOLD),
    LabelPlace.NUMBER: _Look((0, 0, 0, 0)),
}

_Shape = tuple[str, LabelPlace, bool, str, tuple[tuple[str, FieldKind, bool], ...]]


def _shape(row: FormRow) -> _Shape:
    """What of a row its widgets depend on: when it is the same they are only shown anew."""
    # Options of a choice may come and go; how many there are decides what shows them.
    fields = tuple((field.key, field.kind, is_list(field)) for field in row.fields)
    return row.key, row.place, row.movable, row.adds, fields


class Rows(QVBoxLayout):
    """Rows under each other; one that is still wanted stays, with the keyboard in it."""

    edited = Signal(object)

    def __init__(self, prefix: str, gap: int) -> None:
        """`prefix` begins the names of all controls; `gap` in logical pixels."""
        super().__init__()
        self.rows: list[RowWidget] = []
        self._prefix = prefix
        self._gap = gap
        self.measure()

    def present(self, rows: tuple[FormRow, ...]) -> bool:
        """Show these rows; True when widgets came or went, here or in a row."""
        other = len(rows) != len(self.rows) or not all(map(RowWidget.suits, self.rows, rows))
        if other:
            self._build(rows)
        inside = [widget.present(row) for widget, row in zip(self.rows, rows, strict=True)]
        for widget in self.rows if other else ():
            # Qt would do it a moment later; the keyboard may be handed over now. Rows inside come along.
            page = widget.parentWidget()
            if widget.isHidden() and page is not None and page.isVisible():
                widget.show()
        return other or any(inside)

    def _build(self, rows: tuple[FormRow, ...]) -> None:
        known = {widget.shape: widget for widget in self.rows}
        self.rows = []
        for row in rows:
            widget = known.pop(_shape(row), None)
            if widget is None:
                widget = RowWidget(row, self._prefix, self._gap)
                widget.edited.connect(self.edited)
            self.rows.append(widget)
        while self.count():
            self.takeAt(0)
        for widget in self.rows:
            self.addWidget(widget)
        for gone in known.values():
            # Losing the keyboard it may want to tell once more, about a row that is another by now. And it is
            # not deleted at once: a button in it may be in the middle of its click.
            gone.blockSignals(True)
            gone.hide()
            gone.deleteLater()

    def measure(self) -> None:
        """Take gaps from the text scale in force."""
        self.setSpacing(theme.px(self._gap))
        for row in self.rows:
            row.measure()

    def stops(self) -> tuple[QWidget, ...]:
        """Fields and buttons in the order of the page."""
        return tuple(stop for row in self.rows for stop in row.stops())


class RowWidget(QWidget):
    """A label, the fields beside it or in a narrow window under it, remarks and further rows below them."""

    edited = Signal(object)

    def __init__(self, row: FormRow, prefix: str, gap: int) -> None:
        super().__init__()
        self.setObjectName(f"{prefix}.row.{row.key}")
        self.shape = _shape(row)
        self._row = row
        self._shown: FormRow | None = None
        self._name = f"{prefix}.{row.key}"
        self._gap = _INSIDE if row.place is LabelPlace.FRAME else gap
        self._look = _LOOKS[row.place]
        self._narrow = row.place not in (LabelPlace.BESIDE, LabelPlace.NUMBER)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        counted = row.place in (LabelPlace.FRAME, LabelPlace.NUMBER)
        look = self._look
        theme.dress(self._label, look.role, look.weight, tabular=counted, colour=look.colour)
        self.fields = [made(f"{prefix}.{field.key}", field) for field in row.fields]
        self._text: Paragraph | None = None
        self._remarks: list[Paragraph] = []
        self._inner = Rows(prefix, self._gap) if row.place in (LabelPlace.TITLE, LabelPlace.FRAME) else None
        if self._inner is not None:
            self._inner.edited.connect(self.edited)
        self._tools = self._made_tools() if row.movable else []
        self._adder = self._made_adder() if row.adds else None
        self._lay_out()
        for field in self.fields:
            field.edited.connect(self.edited)
        self.measure()

    def suits(self, row: FormRow) -> bool:
        """Whether these widgets can show a row."""
        return row is self._shown or _shape(row) == self.shape

    def present(self, row: FormRow) -> bool:
        """Show these values; True when rows inside came or went. The same row again costs nothing."""
        if row is self._shown:
            return False
        self._row = self._shown = row
        self._label.setText(row.label)
        self._show_label()
        for widget, field in zip(self.fields, row.fields, strict=True):
            widget.present(field)
        self._show_text(row.text)
        while len(self._remarks) < len(row.remarks):
            label = Paragraph(role="small")
            label.setObjectName(f"{self._name}.remark")
            self._down.insertWidget(self._above + len(self._remarks), label)
            self._remarks.append(label)
        for at, label in enumerate(self._remarks):
            remark = row.remarks[at] if at < len(row.remarks) else Remark("")
            label.present(remark.text)
            label.set_role("small", _INK[remark.tone])
            label.setVisible(bool(remark.text))
        return self._inner is not None and self._inner.present(row.rows)

    def stack(self, narrow: bool) -> None:
        """Put the label above the fields, or beside them."""
        if self._row.place is LabelPlace.BESIDE and narrow != self._narrow:
            self._narrow = narrow
            self._show_label()
            self.measure()

    def measure(self) -> None:
        """Take gaps from the text scale in force."""
        left, top, right, bottom = self._look.edges
        self._across.setContentsMargins(theme.px(left), theme.px(top), theme.px(right), theme.px(bottom))
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.TopToBottom if self._narrow else ways.LeftToRight)
        self._down.setSpacing(theme.px(self._gap or _INSIDE))
        place = self._row.place
        if place is LabelPlace.NUMBER:
            self._across.setSpacing(theme.px(8))
            self._label.setFixedWidth(theme.px(_NUMBER))
        else:
            self._across.setSpacing(theme.px((self._gap or 2) if self._narrow else 12))
        if place in (LabelPlace.BESIDE, LabelPlace.ABOVE, LabelPlace.HEADING):
            beside = not self._narrow
            self._label.setMinimumWidth(theme.px(_LABEL) if beside else 0)
            self._label.setMaximumWidth(theme.px(_LABEL) if beside else _NO_LIMIT)
            least = theme.px(theme.CONTROL) if beside and self.fields else theme.line_height()
            self._label.setMinimumHeight(least)
        if self._text is not None and self._aside:
            self._text.setContentsMargins(0, theme.px(4), 0, 0)
        for field in self.fields:
            field.measure()
        if self._inner is not None:
            self._inner.measure()

    def stops(self) -> tuple[QWidget, ...]:
        """Fields and buttons in the order of the page, those of the rows inside too."""
        first, last = (self._tools, []) if self._row.place is LabelPlace.FRAME else ([], self._tools)
        adder = () if self._adder is None else (self._adder,)
        inside = () if self._inner is None else self._inner.stops()
        return (*first, *(field.control for field in self.fields), *last, *inside, *adder)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row.place is LabelPlace.FRAME:
            painter = QPainter(self)
            paint.box(painter, QRectF(self.rect()), edge=theme.current().line)
            painter.end()

    def _show_label(self) -> None:
        self._label.setVisible(bool(self._label.text()) or not self._narrow)

    def _show_text(self, words: str) -> None:
        if self._text is None and words:
            self._text = Paragraph(colour="text2" if self.fields else "text")
            if self._aside:
                self._beside.insertWidget(len(self.fields), self._text, 100)
                self._text.setContentsMargins(0, theme.px(4), 0, 0)
            else:
                self._down.insertWidget(self._above, self._text)
                self._above += 1
        if self._text is not None:
            self._text.present(words)
            self._text.setVisible(bool(words))

    def _lay_out(self) -> None:
        self._down = QVBoxLayout()
        self._beside = QHBoxLayout()
        self._aside = bool(self.fields) and not any(map(grows, self._row.fields))
        if self.fields:
            self._lay_fields()
        # Of what stands in the row before the remarks.
        self._above = self._down.count()
        if self._inner is not None:
            self._down.addLayout(self._inner)
        if self._adder is not None:
            self._down.addWidget(self._adder, 0, Qt.AlignmentFlag.AlignLeft)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        if self._row.place is LabelPlace.FRAME:
            head = self._laid_tools()
            head.insertWidget(0, self._label)
            head.insertStretch(1, 1)
            self._across.addLayout(head)
            self._across.addLayout(self._down)
            return
        self._across.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addLayout(self._down, 1)
        if self._tools:
            self._across.addLayout(self._laid_tools())

    def _laid_tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for tool in self._tools:
            row.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _lay_fields(self) -> None:
        self._beside.setSpacing(theme.px(12))
        for widget, field in zip(self.fields, self._row.fields, strict=True):
            self._beside.addWidget(widget.control, int(grows(field)))
        if self._aside:
            # Short fields leave room for what is read beside them.
            self._beside.addStretch(1)
        self._down.addLayout(self._beside)
        self._label.setBuddy(self.fields[0].control)

    def _made_tools(self) -> list[QPushButton]:
        """Up, down, remove."""
        tools = []
        for act, glyph, words in (
            (FormAct.UP, "chevron-up", _("Move up")),
            (FormAct.DOWN, "chevron-down", _("Move down")),
            (FormAct.REMOVE, "trash-2", _("Remove")),
        ):
            tool = icon_button(glyph, words, f"{self._name}.{act}")
            tool.setProperty("act", act)
            tool.clicked.connect(self._pressed)
            tools.append(tool)
        return tools

    def _made_adder(self) -> QPushButton:
        tool = button(_("Add"), f"{self._name}.add", kind="quiet", glyph="plus", size="small")
        tool.setAccessibleName(self._row.adds)
        tool.setProperty("act", FormAct.ADD)
        tool.clicked.connect(self._pressed)
        return tool

    def _pressed(self) -> None:
        self._wish(FieldEdited(self._row.key, act=FormAct(self.sender().property("act"))))

    def _wish(self, wish: FieldEdited) -> None:
        self.edited.emit(wish)
