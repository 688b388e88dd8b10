"""A scroll bar that knows how broad it is. For the notes editor.

An editor asks both of its bars at every key press, several times; the style answers in four steps each time.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from interviewer_app.ui.overriding import override


class SameBar(QScrollBar):
    """Asks the style once; `measure` when the look has changed."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._size: QSize | None = None

    def measure(self) -> None:
        """Ask the style anew."""
        self._size = None
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        if self._size is None:
            self._size = super().sizeHint()
        return self._size
