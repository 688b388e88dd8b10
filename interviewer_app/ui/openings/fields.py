"""The fields of a form: choice, line, text, number, tick, button. For ui/openings.

Each has the same inlet and outlet: `present(Field)`, and `edited` with the wish.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from interviewer_app.controllers.openings.views import Field, FieldEdited, Kind
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, rename
from interviewer_app.ui.widgets.check_row import CheckRow, CheckView, Ticked
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

SEGMENTS, LETTERS = 3, 40
"""A choice of more options with more letters in all is a list that opens."""

DAY: Final = 10
"""Characters of a day; a field for no more than these is narrow."""

_MOST: Final = 999_999_999


class FieldWidget(QWidget):
    """A field of a form; the control inside is named `opening.<key>`."""

    edited = Signal(object)

    def __init__(self, key: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.control = control
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(control)
        self.setFocusProxy(control)

    def present(self, field: Field) -> None:
        """Show this value; every kind of field below has its own way, and no plain FieldWidget is made."""
        raise NotImplementedError

    def _tell(self, value: str) -> None:
        self._wish(FieldEdited(self.key, value))

    def _wish(self, wish: FieldEdited) -> None:
        self.edited.emit(wish)


class _Sharing(QObject):
    """Keeps texts from taking undo, redo and Ctrl+E, which are the screen's: one history for all fields."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            # Line edits take it for "end of line" on some systems.
            brief = event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            field = self.parent()
            # Half a date is in no history but the field’s own.
            shared = not (isinstance(field, LineField) and field.half)
            if brief or (shared and (event.matches(keys.Undo) or event.matches(keys.Redo))):
                event.ignore()
                return True
        return False


class SegmentField(FieldWidget):
    """A few options side by side."""

    def __init__(self, field: Field) -> None:
        self._choice = SegmentedChoice(f"opening.{field.key}", field.words)
        super().__init__(field.key, self._choice)
        self._choice.chosen_requested.connect(self._chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def present(self, field: Field) -> None:
        options = tuple(Option(key, words) for key, words in field.options)
        known = field.value in {key for key, _words in field.options}
        self._choice.present(ChoiceView(options, field.value if known else None))

    def _chosen(self, wish: Chosen) -> None:
        self._tell(wish.key)


class ListField(FieldWidget):
    """Many options in a list that opens."""

    def __init__(self, field: Field) -> None:
        self._combo = _Combo()
        self._combo.setObjectName(f"opening.{field.key}")
        self._combo.setAccessibleName(field.words)
        self._combo.setPlaceholderText(_("Not answered yet"))
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(16)
        self._keys: tuple[str, ...] = ()
        super().__init__(field.key, self._combo)
        self._combo.activated.connect(self._activated)

    @override
    def present(self, field: Field) -> None:
        keys = tuple(key for key, _words in field.options)
        if keys != self._keys:
            self._keys = keys
            self._combo.clear()
            self._combo.addItems([words for _key, words in field.options])
        self._combo.setCurrentIndex(keys.index(field.value) if field.value in keys else -1)

    def _activated(self, at: int) -> None:
        self._tell(self._keys[at])


class LineField(FieldWidget):
    """One line of text; left with words that were not taken, it shows the stored ones again."""

    def __init__(self, field: Field) -> None:
        self._line = QLineEdit()
        self._line.setObjectName(f"opening.{field.key}")
        self._line.setAccessibleName(field.words)
        self._line.setPlaceholderText(field.placeholder)
        self._line.setMaxLength(field.limit)
        self._stored = ""
        super().__init__(field.key, self._line)
        if field.limit <= DAY:
            self.setFixedWidth(theme.px(112))
        self._line.installEventFilter(_Sharing(self))
        self._line.textEdited.connect(self._tell)
        self._line.editingFinished.connect(self._left)

    @override
    def present(self, field: Field) -> None:
        self._stored = field.value
        self._left()

    @property
    def half(self) -> bool:
        """True while it holds words that were not taken."""
        return self._line.text() != self._stored

    def _left(self) -> None:
        """What could not be taken, half a date for instance, does not stay."""
        if self._line.text() != self._stored:
            self._line.setText(self._stored)


class TextField(FieldWidget):
    """A few lines of text; Tab leaves it, and it grows with what is in it."""

    def __init__(self, field: Field) -> None:
        self._text = _Text()
        self._text.setObjectName(f"opening.{field.key}")
        self._text.setAccessibleName(field.words)
        self._text.setPlaceholderText(field.placeholder)
        self._limit = field.limit
        super().__init__(field.key, self._text)
        self._text.installEventFilter(_Sharing(self))
        self._text.textChanged.connect(self._changed)

    @override
    def present(self, field: Field) -> None:
        if self._text.toPlainText() != field.value:
            self._text.blockSignals(True)
            self._text.setPlainText(field.value)
            self._text.blockSignals(False)
            self._text.updateGeometry()

    def _changed(self) -> None:
        words = self._text.toPlainText()
        if len(words) > self._limit:
            self._text.blockSignals(True)
            self._take_back(len(words) - self._limit)
            self._text.blockSignals(False)
            words = self._text.toPlainText()[: self._limit]
        self._text.updateGeometry()
        self._tell(words)

    def _take_back(self, letters: int) -> None:
        """Take out the last letters before the caret: those that came in just now, and no others."""
        cursor = self._text.textCursor()
        end = cursor.position()
        cursor.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        cut = cursor.selectedText()[-letters:]
        # A cursor counts halves of letters beyond the first plane.
        cursor.setPosition(end - len(cut.encode("utf-16-le", "surrogatepass")) // 2)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


class NumberField(FieldWidget):
    """A whole number; empty while it is nought."""

    def __init__(self, field: Field) -> None:
        self._number = _Spin()
        self._number.setObjectName(f"opening.{field.key}")
        self._number.setAccessibleName(field.words)
        self._number.setRange(0, _MOST)
        self._number.setGroupSeparatorShown(True)
        self._number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        super().__init__(field.key, self._number)
        self.setMaximumWidth(theme.px(120))
        self._number.valueChanged.connect(self._changed)

    @override
    def present(self, field: Field) -> None:
        self._number.blockSignals(True)
        self._number.setValue(int(field.value or 0))
        self._number.blockSignals(False)

    def _changed(self, value: int) -> None:
        self._tell(str(value) if value else "")


class TickField(FieldWidget):
    """A box to tick."""

    def __init__(self, field: Field) -> None:
        self._row = CheckRow(f"opening.{field.key}", line=20)
        super().__init__(field.key, self._row)
        self._row.tick_requested.connect(self._ticked)

    @override
    def present(self, field: Field) -> None:
        self._row.present(CheckView(field.key, field.words, bool(field.value), fades=False))

    def _ticked(self, wish: Ticked) -> None:
        self._tell("1" if wish.on else "")


class ButtonField(FieldWidget):
    """Something to press; the wish carries no value."""

    def __init__(self, field: Field) -> None:
        self._button = button(field.value, f"opening.{field.key}")
        super().__init__(field.key, self._button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self._pressed)

    @override
    def present(self, field: Field) -> None:
        rename(self._button, field.value)

    def _pressed(self) -> None:
        self._tell("")


def is_list(field: Field) -> bool:
    """Whether the options of a choice are too many, or too long, to stand side by side."""
    return len(field.options) > SEGMENTS and sum(len(words) for _key, words in field.options) > LETTERS


def made(field: Field) -> FieldWidget:
    """The widget for a field, showing it."""
    built: FieldWidget
    match field.kind:
        case Kind.CHOICE if is_list(field):
            built = ListField(field)
        case Kind.CHOICE:
            built = SegmentField(field)
        case Kind.TEXT:
            built = LineField(field)
        case Kind.LONG:
            built = TextField(field)
        case Kind.NUMBER:
            built = NumberField(field)
        case Kind.TICK:
            built = TickField(field)
        case Kind.BUTTON:
            built = ButtonField(field)
    built.present(field)
    return built


class _Combo(QComboBox):
    """Leaves the wheel to the page unless it has the keyboard."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Spin(QSpinBox):
    """Leaves the wheel to the page, and an empty field is nought."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpecialValueText(" ")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Text(QPlainTextEdit):
    """Three lines at least, ten at most; Tab goes to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def sizeHint(self) -> QSize:
        lines = sum(block.layout().lineCount() or 1 for block in self._blocks())
        shown = min(10, max(3, lines))
        room = self.contentsMargins().top() + self.contentsMargins().bottom()
        pad = round(2 * self.document().documentMargin())
        return QSize(theme.px(320), shown * self.fontMetrics().lineSpacing() + pad + room)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()
