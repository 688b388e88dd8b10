"""The fields of a form, one class for each way to fill one in. For ui/forms.

Each has the same inlet and outlet: `present(FormField)`, and `edited` with the wish.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from interviewer_app.controllers.forms import FieldEdited, FieldKind, FormField
from interviewer_app.text import _
from interviewer_app.ui.forms.text_box import TextBox
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, rename
from interviewer_app.ui.widgets.checks.check_row import CheckRow, CheckView, Ticked
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

_SEGMENTS, _LETTERS = 3, 40
"""A choice of more options with more letters in all is a list that opens."""

_SMALL: Final = frozenset({FieldKind.NUMBER, FieldKind.COUNT, FieldKind.BUTTON})


class FormControl(QObject):
    """A field of a form behind its control, a widget that bears the name of the field and owns this.

    Undo, redo and Ctrl+E are kept from texts: they are the screen's, with one history for all fields.
    """

    edited = Signal(object)

    def __init__(self, name: str, field: FormField, control: QWidget) -> None:
        super().__init__(control)
        self.key = field.key
        self.control = control
        control.setObjectName(name)
        control.setAccessibleName(field.words)
        self.measure()

    def present(self, field: FormField) -> None:
        """Show this value; every kind of field below has its own way, and no plain FormControl is made."""
        raise NotImplementedError

    def measure(self) -> None:
        """Take widths from the text scale in force."""

    @property
    def half(self) -> bool:
        """True while it holds words that were not taken."""
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            # Line edits take it for "end of line" on some systems.
            brief = event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            # Half a date is in no history but the field’s own.
            if brief or (not self.half and (event.matches(keys.Undo) or event.matches(keys.Redo))):
                event.ignore()
                return True
        return False

    def _tell(self, value: str) -> None:
        self._wish(FieldEdited(self.key, value))

    def _wish(self, wish: FieldEdited) -> None:
        self.edited.emit(wish)


class SegmentField(FormControl):
    """A few options side by side."""

    def __init__(self, name: str, field: FormField) -> None:
        self._choice = SegmentedChoice(name, field.words)
        super().__init__(name, field, self._choice)
        self._choice.chosen_requested.connect(self._chosen)
        self.control.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def present(self, field: FormField) -> None:
        options = tuple(Option(key, words) for key, words in field.options)
        known = field.value in {key for key, _words in field.options}
        self._choice.present(ChoiceView(options, field.value if known else None))

    def _chosen(self, wish: Chosen) -> None:
        self._tell(wish.key)


class ListField(FormControl):
    """Many options in a list that opens."""

    def __init__(self, name: str, field: FormField) -> None:
        self._combo = _Combo()
        self._combo.setPlaceholderText(_("Not answered yet"))
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(16)
        self._options: tuple[tuple[str, str], ...] = ()
        super().__init__(name, field, self._combo)
        self._combo.activated.connect(self._activated)

    @override
    def present(self, field: FormField) -> None:
        if field.options != self._options:
            self._options = field.options
            self._combo.clear()
            for key, words in field.options:
                self._combo.addItem(words, key)
        keys = [key for key, _words in field.options]
        self._combo.setCurrentIndex(keys.index(field.value) if field.value in keys else -1)

    def _activated(self, at: int) -> None:
        self._tell(self._options[at][0])


class LineField(FormControl):
    """One line of text; left with words that were not taken, it shows the stored ones again."""

    def __init__(self, name: str, field: FormField) -> None:
        self._line = QLineEdit()
        self._line.setPlaceholderText(field.placeholder)
        self._line.setMaxLength(field.limit)
        self._stored = ""
        self._narrow = field.narrow
        super().__init__(name, field, self._line)
        self._line.installEventFilter(self)
        self._line.textEdited.connect(self._tell)
        self._line.editingFinished.connect(self._left)

    @override
    def present(self, field: FormField) -> None:
        self._stored = field.value
        self._left()

    @override
    def measure(self) -> None:
        if self._narrow:
            self.control.setFixedWidth(theme.px(112))

    @property
    @override
    def half(self) -> bool:
        return self._line.text() != self._stored

    def _left(self) -> None:
        """What could not be taken, half a date for instance, does not stay."""
        if self.half:
            self._line.setText(self._stored)


class TextField(FormControl):
    """Several lines of text."""

    def __init__(self, name: str, field: FormField) -> None:
        few = field.kind is FieldKind.LONG
        self._text = TextBox(field.limit, least=3 if few else 2, most=10 if few else None)
        self._text.setPlaceholderText(field.placeholder)
        super().__init__(name, field, self._text)
        self._text.installEventFilter(self)
        self._text.edited.connect(self._changed)

    @override
    def present(self, field: FormField) -> None:
        self._text.put(field.value)

    def _changed(self) -> None:
        self._tell(self._text.toPlainText())


class NumberField(FormControl):
    """A whole number: a sum, empty while it is nought, or a small one with steps."""

    def __init__(self, name: str, field: FormField) -> None:
        self._number = _Spin()
        self._number.setRange(0, field.limit)
        self._steps = field.kind is FieldKind.COUNT
        if not self._steps:
            self._number.setSpecialValueText(" ")
            self._number.setGroupSeparatorShown(True)
            self._number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        super().__init__(name, field, self._number)
        self._number.valueChanged.connect(self._changed)

    @override
    def present(self, field: FormField) -> None:
        self._number.blockSignals(True)
        self._number.setValue(int(field.value or 0))
        self._number.blockSignals(False)

    @override
    def measure(self) -> None:
        if self._steps:
            self.control.setFixedWidth(theme.px(80))
        else:
            self.control.setMaximumWidth(theme.px(120))

    def _changed(self, value: int) -> None:
        self._tell(str(value) if value or self._steps else "")


class TickField(FormControl):
    """A box to tick."""

    def __init__(self, name: str, field: FormField) -> None:
        self._row = CheckRow(name, line=20)
        super().__init__(name, field, self._row)
        self._row.tick_requested.connect(self._ticked)

    @override
    def present(self, field: FormField) -> None:
        self._row.present(CheckView(field.key, field.words, bool(field.value), fades=False))

    def _ticked(self, wish: Ticked) -> None:
        self._tell("1" if wish.on else "")


class ButtonField(FormControl):
    """Something to press; the wish carries no value."""

    def __init__(self, name: str, field: FormField) -> None:
        self._button = button(field.value, name)
        super().__init__(name, field, self._button)
        self._button.setAccessibleName(field.value)
        self.control.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self._pressed)

    @override
    def present(self, field: FormField) -> None:
        rename(self._button, field.value)

    def _pressed(self) -> None:
        self._tell("")


def is_list(field: FormField) -> bool:
    """Whether the options of a choice are too many, or too long, to stand side by side."""
    long = len(field.options) > _SEGMENTS and sum(len(words) for _key, words in field.options) > _LETTERS
    return field.kind is FieldKind.LIST or (field.kind is FieldKind.CHOICE and long)


def grows(field: FormField) -> bool:
    """Whether a field takes the room there is; a day, a number or a few segments do not."""
    return not (
        field.narrow or field.kind in _SMALL or (field.kind is FieldKind.CHOICE and not is_list(field))
    )


def made(name: str, field: FormField) -> FormControl:
    """The widget for a field, showing it; its control is called `name`."""
    built: FormControl
    match field.kind:
        case FieldKind.CHOICE | FieldKind.LIST if is_list(field):
            built = ListField(name, field)
        case FieldKind.CHOICE | FieldKind.LIST:
            built = SegmentField(name, field)
        case FieldKind.LINE:
            built = LineField(name, field)
        case FieldKind.LONG | FieldKind.TEXT:
            built = TextField(name, field)
        case FieldKind.NUMBER | FieldKind.COUNT:
            built = NumberField(name, field)
        case FieldKind.TICK:
            built = TickField(name, field)
        case FieldKind.BUTTON:
            built = ButtonField(name, field)
    built.present(field)
    return built


class _Combo(QComboBox):
    """Leaves the wheel to the page: scrolling past must change nothing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Spin(QSpinBox):
    """Leaves the wheel to the page: scrolling past must change nothing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
