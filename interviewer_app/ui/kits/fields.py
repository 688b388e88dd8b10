"""The controls of the kit editor's form, one class per shape of value. For ui/kits/form.py."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget

from interviewer_app.controllers.kits.editor_views import FormField
from interviewer_app.domain.kits.fields import Shape
from interviewer_app.ui.kits.wishes import Act, Edit
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.wrapping import wrapped

_MOST: Final = 30_000
"""Characters a box takes; nothing in a kit file may be longer, and more would hold up the window."""


class Control:
    """What every control offers the form: the widget, and the value to show in it."""

    def __init__(self, widget: QWidget, show: Callable[[FormField], None]) -> None:
        self.widget = widget
        self.show = show


def control(view: FormField, name: str, wish: Callable[[Edit], None], undo: QObject) -> Control:
    """The control for a single value, named `name`; `undo` keeps it from undoing by itself."""
    shape = view.field.shape
    if shape is Shape.TEXT:
        return _box(view, name, wish, undo)
    if shape is Shape.NUMBER:
        return _spin(view, name, wish)
    if shape is Shape.TICK:
        return _tick(view, name, wish)
    if shape is Shape.CHOICE or view.names:
        return _combo(view, name, wish)
    return _line(view, name, wish, undo)


class LeaveUndo(QObject):
    """Keeps fields from taking the keys of undo and redo, which are the editor's: one history for all."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return False


class TextBox(QPlainTextEdit):
    """As high as its words; Tab leads on."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rows = (-1, 0)
        self.textChanged.connect(self._changed)

    def put(self, words: str) -> None:
        """Show other words, without telling."""
        if words != self.toPlainText():
            place = self.textCursor().position()
            self.blockSignals(True)
            self.setPlainText(words)
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(words)))
            self.setTextCursor(cursor)
            self._measure_again()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if self._rows[0] != width:
            # Margins, frame, and a little to spare: a line more does no harm, a line less hides words.
            room = max(1, width - theme.px(22))
            parts = self.toPlainText().split("\n")
            self._rows = (width, sum(len(wrapped(part, self.font(), room)) for part in parts))
        return max(2, self._rows[1]) * self.fontMetrics().lineSpacing() + theme.px(14)

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.px(240))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), 2 * self.fontMetrics().lineSpacing() + theme.px(14))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # All of it is in sight: the wheel is the form's.
        event.ignore()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        kept = self.document().characterCount() - len(self.textCursor().selectedText())
        self.textCursor().insertText(source.text()[: max(0, _MOST - kept)])

    def _changed(self) -> None:
        self._measure_again()
        self.edited.emit()

    def _measure_again(self) -> None:
        before = self._rows[1]
        self._rows = (-1, 0)
        self.heightForWidth(self.width())
        if self._rows[1] != before:
            self.updateGeometry()


class _Spin(QSpinBox):
    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past must change nothing.
        event.ignore()


class _Combo(QComboBox):
    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _line(view: FormField, name: str, wish: Callable[[Edit], None], undo: QObject) -> Control:
    made = QLineEdit()
    _name(made, view, name)
    made.installEventFilter(undo)
    made.setMaxLength(2_000)
    shape, path = view.field.shape, view.path

    def typed(words: str) -> None:
        wish(Edit(Act.PUT, path, parsed(shape, words)))

    def show(now: FormField) -> None:
        if parsed(shape, made.text()) != now.value or not made.text():
            made.setText(written(shape, now.value))

    made.textEdited.connect(typed)
    return Control(made, show)


def _box(view: FormField, name: str, wish: Callable[[Edit], None], undo: QObject) -> Control:
    made = TextBox()
    _name(made, view, name)
    made.installEventFilter(undo)
    path = view.path

    def typed() -> None:
        wish(Edit(Act.PUT, path, made.toPlainText() or None))

    def show(now: FormField) -> None:
        made.put(str(now.value or ""))

    made.edited.connect(typed)
    return Control(made, show)


def _spin(view: FormField, name: str, wish: Callable[[Edit], None]) -> Control:
    made = _Spin()
    _name(made, view, name)
    made.setRange(0, 999)
    made.setFixedWidth(theme.px(80))
    path = view.path

    def chosen(value: int) -> None:
        wish(Edit(Act.PUT, path, value))

    def show(now: FormField) -> None:
        value = now.value if isinstance(now.value, int) else 0
        if value != made.value():
            made.blockSignals(True)
            made.setValue(value)
            made.blockSignals(False)

    made.valueChanged.connect(chosen)
    return Control(made, show)


def _tick(view: FormField, name: str, wish: Callable[[Edit], None]) -> Control:
    made = QCheckBox(view.field.words)
    _name(made, view, name)
    path = view.path
    # Items are core unless they say otherwise; every other tick is off.
    usual = view.field.name == "core"

    def ticked(on: bool) -> None:
        wish(Edit(Act.PUT, path, None if on == usual else on))

    def show(now: FormField) -> None:
        made.setChecked(usual if now.value is None else now.value is True)

    made.clicked.connect(ticked)
    return Control(made, show)


def _combo(view: FormField, name: str, wish: Callable[[Edit], None]) -> Control:
    made = _Combo()
    _name(made, view, name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    path = view.path

    def chosen(_at: int) -> None:
        wish(Edit(Act.PUT, path, made.currentData()))

    def show(now: FormField) -> None:
        wanted = [(key, f"{key}  {title}".strip()) for key, title in now.names]
        wanted = wanted or [(key, key.replace("_", " ")) for key in now.field.choices]
        value = str(now.value or now.field.usual or "")
        if value not in dict(wanted):
            wanted.insert(0, (value, value))
        if [made.itemData(at) for at in range(made.count())] != [key for key, _words in wanted]:
            made.clear()
            for key, words in wanted:
                made.addItem(words, key)
        made.setCurrentIndex(made.findData(value))

    made.activated.connect(chosen)
    return Control(made, show)


def _name(widget: QWidget, view: FormField, name: str) -> None:
    widget.setObjectName(name)
    widget.setAccessibleName(view.field.words)


def parsed(shape: Shape, words: str) -> Any:
    """What stands in a line as the value of a field; None for nothing."""
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if shape is Shape.WORDS:
        return parts or None
    if shape is Shape.NUMBERS:
        found = {}
        for part in parts:
            letter, _sign, number = part.partition("=")
            found[letter.strip()] = int(number) if number.strip().isdecimal() else number.strip()
        return found or None
    return words or None


def written(shape: Shape, value: Any) -> str:
    """A value as it stands in a line."""
    if value is None:
        return ""
    if shape is Shape.WORDS and isinstance(value, list):
        return ", ".join(map(str, value))
    if shape is Shape.NUMBERS and isinstance(value, dict):
        return ", ".join(f"{letter} = {number}" for letter, number in value.items())
    return str(value)
