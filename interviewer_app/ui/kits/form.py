"""The form of the kit editor, made from the fields of the format; it knows no kind of entry. For ui/kits."""

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.controllers.kits.editor_views import FormField
from interviewer_app.domain.kits.fields import Field, Shape
from interviewer_app.domain.records import changed
from interviewer_app.text import _
from interviewer_app.ui.kits.fields import Control, LeaveUndo, control
from interviewer_app.ui.kits.table import lay_pane
from interviewer_app.ui.kits.wishes import Act, Edit
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.widgets.button import button, icon_button
from interviewer_app.ui.widgets.paragraph import Paragraph

_TALL: Final = (Shape.TEXTS, Shape.GROUP, Shape.ROWS, Shape.SCORES)


class FormPane(QScrollArea):
    """Fields below each other; rows of a list can be added, moved and removed."""

    edit_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kit_editor.form")
        self.setAccessibleName(_("Fields of the entry"))
        lay_pane(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._undo = LeaveUndo(self)
        self._form: tuple[FormField, ...] = ()
        self._shape: Any = None
        self._controls: dict[tuple[str | int, ...], Control] = {}
        self._said: dict[tuple[str | int, ...], Paragraph] = {}

    def present(self, form: tuple[FormField, ...]) -> None:
        """Show these fields; the controls are built anew only when there are other ones."""
        self._form = form
        shape = tuple(map(_shape, form))
        if shape != self._shape:
            self._shape = shape
            self._build(form)
        for view in _all(form):
            if view.path in self._controls:
                self._controls[view.path].show(view)
            self._say(view)

    def again(self) -> None:
        """Build the same form anew, for another text size."""
        self._shape = None
        self.present(self._form)

    def _say(self, view: FormField) -> None:
        said = self._said.get(view.path)
        if said is not None:
            wrong = any(line.startswith("E") for line in view.problems)
            said.set_role("small", "alert" if wrong else "caution")
            said.present("\n".join(view.problems))
            said.setVisible(bool(view.problems))

    def _build(self, form: tuple[FormField, ...]) -> None:
        focus = QApplication.focusWidget()
        held = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        scrolled = self.verticalScrollBar().value()
        for made in self._controls.values():
            # Losing the keyboard they may want to tell once more, about rows that are others by now.
            made.widget.blockSignals(True)
        self._controls, self._said = {}, {}
        page = QWidget()
        theme.dress(page, surface="base")
        rows = QVBoxLayout(page)
        edge = theme.px(24)
        rows.setContentsMargins(edge, theme.px(16), edge, edge)
        rows.setSpacing(theme.px(6))
        for view in form:
            self._add(rows, view)
        rows.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            # Not at once, as setWidget would: a button in it may be in the middle of its click.
            old.deleteLater()
        self.setWidget(page)
        self.verticalScrollBar().setValue(scrolled)
        if held:
            self._hand_over(page.findChild(QWidget, held))

    def _hand_over(self, again: QWidget | None) -> None:
        """The keys go to the control that had them, else to the first; somebody has to have them."""
        first = next((made.widget for made in self._controls.values()), None)
        target = again or first
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.window().focusNextChild()

    def _add(self, rows: QVBoxLayout, view: FormField) -> None:
        """A field with its words above and what is wrong with it below."""
        shape = view.field.shape
        if shape is not Shape.TICK:
            rows.addWidget(_label(view))
        said = Paragraph("", role="small", colour="alert")
        said.setObjectName(_named(view.path, "problem"))
        said.setVisible(False)
        self._said[view.path] = said
        if shape in _TALL:
            rows.addWidget(said)
            self._add_tall(rows, view)
        else:
            made = control(view, _named(view.path), self._request, self._undo)
            self._controls[view.path] = made
            short = shape in (Shape.NUMBER, Shape.TICK, Shape.CHOICE)
            rows.addWidget(made.widget, 0, Qt.AlignmentFlag.AlignLeft if short else Qt.AlignmentFlag(0))
            rows.addWidget(said)
        rows.addSpacing(theme.px(6))

    def _add_tall(self, rows: QVBoxLayout, view: FormField) -> None:
        match view.field.shape:
            case Shape.GROUP:
                card = _Card()
                for inner in view.inner:
                    self._add(card.rows, inner)
                rows.addWidget(card)
            case Shape.SCORES:
                for score in range(6):
                    self._add_text(rows, _part(view, str(score)), str(score), movable=False)
            case Shape.TEXTS:
                for at in range(len(view.value or ())):
                    self._add_text(rows, _part(view, at), f"{at + 1}", movable=True)
                rows.addWidget(self._adder(view), 0, Qt.AlignmentFlag.AlignLeft)
            case _:
                self._add_rows(rows, view)

    def _add_rows(self, rows: QVBoxLayout, view: FormField) -> None:
        for at, fields in enumerate(view.rows):
            card = _Card()
            card.rows.addLayout(self._tools((*view.path, at), f"{at + 1}"))
            for inner in fields:
                self._add(card.rows, inner)
            rows.addWidget(card)
        rows.addWidget(self._adder(view), 0, Qt.AlignmentFlag.AlignLeft)

    def _add_text(self, rows: QVBoxLayout, view: FormField, lead: str, *, movable: bool) -> None:
        """One text of several: its number, the box, and buttons where there is an order."""
        made = control(view, _named(view.path), self._request, self._undo)
        self._controls[view.path] = made
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        number = QLabel(lead)
        number.setFixedWidth(theme.px(20))
        theme.dress(number, tabular=True, colour="text2")
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(made.widget, 1)
        if movable:
            line.addLayout(self._tools(view.path, ""))
        rows.addLayout(line)

    def _tools(self, path: tuple[str | int, ...], lead: str) -> QHBoxLayout:
        """Up, down, remove."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        if lead:
            label = QLabel(lead)
            theme.dress(label, "base", theme.SEMIBOLD, tabular=True)
            row.addWidget(label)
        row.addStretch(1)
        for act, glyph, words in (
            (Act.UP, "chevron-up", _("Move up")),
            (Act.DOWN, "chevron-down", _("Move down")),
            (Act.REMOVE, "trash-2", _("Remove")),
        ):
            tool = icon_button(glyph, words, _named(path, act))
            tool.setProperty("edit", Edit(act, path))
            tool.clicked.connect(self._pressed)
            row.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _adder(self, view: FormField) -> QWidget:
        made = button(_("Add"), _named(view.path, "add"), kind="quiet", glyph="plus", size="small")
        made.setAccessibleName(_("Add: {field}").format(field=view.field.words))
        made.setProperty("edit", Edit(Act.ADD, view.path))
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        wish = self.sender().property("edit")
        if isinstance(wish, Edit):
            self._request(wish)

    def _request(self, wish: Edit) -> None:
        self.edit_requested.emit(wish)


class _Card(QWidget):
    """A frame around what belongs together."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        edge = theme.px(12)
        self.rows.setContentsMargins(edge, theme.px(8), edge, theme.px(4))
        self.rows.setSpacing(theme.px(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, QRectF(self.rect()), edge=theme.current().line)
        painter.end()


def _label(view: FormField) -> QLabel:
    words = view.field.words
    if view.field.high and view.field.shape in (Shape.LINE, Shape.TEXT):
        words = _("{field}, up to {n} characters").format(field=words, n=f"{view.field.high:,}")
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    tall = view.field.shape in _TALL
    theme.dress(made, "base" if tall else "small", theme.SEMIBOLD if tall else theme.REGULAR, colour="text2")
    return made


def _part(view: FormField, step: str | int) -> FormField:
    """One text of a field that holds several."""
    value = view.value
    if isinstance(step, int):
        inner = value[step] if isinstance(value, list) and step < len(value) else ""
    else:
        inner = value.get(step, "") if isinstance(value, dict) else ""
    words = f"{view.field.words} {step + 1 if isinstance(step, int) else step}"
    field: Field = changed(view.field, shape=Shape.TEXT, words=words)
    return FormField((*view.path, step), field, inner)


def _parts(view: FormField) -> Iterator[FormField]:
    if view.field.shape is Shape.SCORES:
        yield from (_part(view, str(score)) for score in range(6))
    elif view.field.shape is Shape.TEXTS:
        yield from (_part(view, at) for at in range(len(view.value or ())))


def _all(form: tuple[FormField, ...]) -> Iterator[FormField]:
    """Every field, those inside others too."""
    for view in form:
        yield view
        yield from _parts(view)
        yield from _all(view.inner)
        for row in view.rows:
            yield from _all(row)


def _shape(view: FormField) -> Any:
    """What decides which controls there are."""
    count = len(view.value) if view.field.shape is Shape.TEXTS and isinstance(view.value, list) else 0
    inner = tuple(map(_shape, view.inner))
    rows = tuple(tuple(map(_shape, row)) for row in view.rows)
    return view.path, view.field.shape, count, bool(view.names), inner, rows


def _named(path: tuple[str | int, ...], last: str = "") -> str:
    """The name of a control: the path in the file."""
    steps = [str(step) for step in path]
    return ".".join(("kit_editor", *steps, *((last,) if last else ())))
