"""The filter of the library; arrows and page keys move the selection from inside it. For ui/library."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from interviewer_app.text import _
from interviewer_app.ui import icons, theme
from interviewer_app.ui.overriding import override

_MOVES: Final = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_WIDTH: Final = 360


class FilterField(QLineEdit):
    """A search field with its sign and its key drawn inside."""

    moved = Signal(object)
    """Carries the QKeyEvent of a key that moves the selection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library.filter")
        self.setAccessibleName(_("Filter by any word"))
        self.setAccessibleDescription("Ctrl+F")
        self.setPlaceholderText(_("Filter by any word"))
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.measure()

    def measure(self) -> None:
        """Take widths from the text scale in force."""
        self.setMinimumWidth(theme.px(200))
        self.setMaximumWidth(theme.px(_WIDTH))
        lead, trail = theme.px(22), self._hint_width() if self.isEnabled() else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(trail if mirrored else lead, 0, lead if mirrored else trail, 0)

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

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, edge = theme.px(14), theme.px(9)
        left = self.width() - edge - side if mirrored else edge
        where = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, where, "search", "text2" if self.isEnabled() else "text3")
        if self.isEnabled() and not self.text():
            painter.setFont(theme.font("small"))
            painter.setPen(theme.current().text3)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(edge, 0, -edge, 0), int(flags), "Ctrl+F")
        painter.end()

    def _hint_width(self) -> int:
        return QFontMetrics(theme.font("small")).horizontalAdvance("Ctrl+F") + theme.px(4)


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
