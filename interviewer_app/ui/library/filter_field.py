"""The filter of the library; arrows and page keys move the selection from inside it. For ui/library."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.widgets.search_field import SearchField

_MOVES: Final = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class FilterField(SearchField):
    """Leaves the screen the keys that move among its rows."""

    moved = Signal(object)
    """Carries the QKeyEvent of a key that moves the selection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("library.filter", _("Filter by any word"), actions.key("library.filter"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def share_keys(self) -> None:
        """Leave the screen its keys, from now on: before it has any, looking at every event would be dear."""
        self.installEventFilter(_Sharing(self))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.moved.emit(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class _Sharing(QObject):
    """Keeps a filter from taking keys that are the screen's."""

    def __init__(self, field: FilterField) -> None:
        super().__init__(field)
        self._field = field

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        over = event.type() == QEvent.Type.ShortcutOverride
        if over and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return True
        return False

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether a key is the screen's: Ctrl+E always; Ctrl+Z and Delete while nothing is there."""
        from PySide6.QtGui import QKeySequence  # there by now, with the actions

        if event.matches(QKeySequence.StandardKey.Undo):
            return not self._field.isUndoAvailable()
        if event.key() == Qt.Key.Key_Delete:
            return not self._field.text()
        # Line edits take it for "end of line" on some systems.
        return event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier
