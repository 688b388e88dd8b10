"""Which opening: one of those known, or a new title. For ui/prepare."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from interviewer_app.domain.interview import Opening
from interviewer_app.text import _


class OpeningField(QComboBox):
    """An editable choice; what is typed becomes the title of a new opening unless it names a known one."""

    opening_requested = Signal(object)
    """Carries the Opening chosen from the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._openings: tuple[Opening, ...] = ()
        self.setObjectName("prepare.opening")
        self.setAccessibleName(_("Opening"))
        self.setEditable(True)
        # Our own, not the one Qt makes: a wrapper fetched later can be that of a dead widget in its place.
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        completer = self.completer()
        if completer is not None:
            # Completing in place would show a title nobody chose.
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setObjectName("prepare.opening_title")
        self.line.setAccessibleName(_("Opening"))
        self.line.setPlaceholderText(_("Title of the position"))
        self.activated.connect(self._activated)

    def present(self, openings: tuple[Opening, ...]) -> None:
        """Offer these openings; the title shown stays as it is."""
        if [o.title for o in openings] != [o.title for o in self._openings]:
            title, place = self.line.text(), self.line.cursorPosition()
            self.blockSignals(True)
            self.clear()
            self.addItems([o.title for o in openings])
            self.setCurrentIndex(-1)
            self.setEditText(title)
            self.line.setCursorPosition(place)
            self.blockSignals(False)
        self._openings = openings

    def _activated(self, at: int) -> None:
        if 0 <= at < len(self._openings):
            self._request(self._openings[at])

    def _request(self, wish: Opening) -> None:
        self.opening_requested.emit(wish)
