"""The bar that asks for words to find in all notes. For the notes pane and its finder."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import icon_button


@dataclass(frozen=True, slots=True)
class FindView:
    """How many places were found, and `at` which of them we are: -1 when none is in this step."""

    asked: bool
    count: int
    at: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class FindWords:
    """Find these words."""

    words: str


_ROOMY = 360
_OWN_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape})


class _Field(QLineEdit):
    """Keeps the keys that walk through what was found."""

    next_requested = Signal()
    previous_requested = Signal()
    stay_requested = Signal()
    close_requested = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        over = event.type() == QEvent.Type.ShortcutOverride
        # Alt and arrows move lines of notes, which nobody means from here.
        if over and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self._wish(event)
        if wish is None:
            super().keyPressEvent(event)
        else:
            wish()

    def _wish(self, event: QKeyEvent) -> Callable[[], None] | None:
        held = event.modifiers()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if held & Qt.KeyboardModifier.ControlModifier:
                return self.stay_requested.emit
            back = bool(held & Qt.KeyboardModifier.ShiftModifier)
            return self.previous_requested.emit if back else self.next_requested.emit
        return {
            Qt.Key.Key_Down: self.next_requested.emit,
            Qt.Key.Key_Up: self.previous_requested.emit,
            Qt.Key.Key_Escape: self.close_requested.emit,
        }.get(Qt.Key(event.key()))


class FindBar(QWidget):
    """36 px, in the place of the heading of the notes, so that no line moves when it comes."""

    words_edited = Signal(object)
    next_requested = Signal()
    previous_requested = Signal()
    stay_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.find")
        self.field = _Field()
        self.field.setObjectName("live.find.field")
        self.field.setAccessibleName(_("Find in all notes"))
        self.field.setPlaceholderText(_("Find in all notes"))
        self.field.setMaxLength(200)
        self._count = QLabel()
        self._count.setObjectName("live.find.count")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        theme.dress(self._count, "small", tabular=True, colour="text2")
        self._previous = icon_button(
            "chevron-up", _("Previous place"), "live.find.previous", hint=actions.named("Shift+Return")
        )
        self._next = icon_button(
            "chevron-down", _("Next place"), "live.find.next", hint=actions.named("Return")
        )
        self._close = icon_button(
            "x", _("Close and go back"), "live.find.close", hint=actions.named("Escape")
        )
        self._lay_out()
        self._connect()
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: FindView) -> None:
        """Say what was found."""
        self._count.setText(_words(view))
        self.field.setAccessibleDescription(_words(view))
        for button in (self._previous, self._next):
            button.setEnabled(view.count > 0)

    def open(self, words: str = "") -> None:
        """Take the keyboard, with these words or the last ones."""
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def words(self) -> str:
        """What is asked for."""
        return self.field.text()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSpacing(theme.px(4))
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for button in (self._previous, self._next, self._close):
            # A click leaves the words their keyboard.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._tell)
        self.field.next_requested.connect(self.next_requested)
        self.field.previous_requested.connect(self.previous_requested)
        self.field.stay_requested.connect(self.stay_requested)
        self.field.close_requested.connect(self.close_requested)
        self._previous.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._close.clicked.connect(self._leave)

    def _tell(self, words: str) -> None:
        self.words_edited.emit(FindWords(words))

    def _go_back(self) -> None:
        self.previous_requested.emit()

    def _go_on(self) -> None:
        self.next_requested.emit()

    def _leave(self) -> None:
        self.close_requested.emit()

    def _restyle(self) -> None:
        # Wide enough for every answer, so that the field does not change its width while one types.
        room = self._count.fontMetrics().horizontalAdvance(_words(FindView(True, 1000, -1, more=True)))
        self._room = room + theme.px(4)
        self.setFixedHeight(theme.px(36))
        self._share()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        # With large text in a narrow pane what is typed needs the room more than an answer to come.
        self._count.setMinimumWidth(self._room if self.width() >= theme.px(_ROOMY) else 0)


def _words(view: FindView) -> str:
    if not view.asked:
        return ""
    if not view.count:
        return _("Nothing found")
    many = f"{view.count}+" if view.more else str(view.count)
    if view.at < 0:
        return _("{many}, none here").format(many=many)
    return _("{n} of {many}").format(n=view.at + 1, many=many)
