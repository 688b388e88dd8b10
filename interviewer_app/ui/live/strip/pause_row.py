"""Why the clock shall stand still: one key or one click chooses. For the live screen.

Stands in the place of the sentence while it is asked, so nothing moves and nothing is covered.
"""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from interviewer_app import labels
from interviewer_app.domain.marks import PauseCause
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, set_hint


@dataclass(frozen=True, slots=True)
class PauseRequest:
    """Stop the clock for this cause."""

    cause: PauseCause


class PauseAsker(Protocol):
    """Whatever shows a PauseRow when it is asked to."""

    @property
    def pause_row(self) -> "PauseRow":
        """The row."""

    @property
    def asking(self) -> bool:
        """True while the cause of a pause is asked for."""

    def ask_pause(self, *, asking: bool) -> None:
        """Ask, or ask no more."""


class PauseRow(QWidget):
    """Keys 1 to 5 choose, the pause key once more takes "other", Esc leaves all as it was."""

    pause_requested = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.pause_row")
        self.setAccessibleName(_("Why pause?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self._lead = QLabel(_("Pause for"))
        theme.dress(self._lead, "note", theme.MEDIUM)
        row.addWidget(self._lead)
        self._choices: list[QPushButton] = []
        for number, cause in enumerate(PauseCause, 1):
            choice = button(labels.pause_cause(cause), f"live.pause.{cause}", kind="quiet", hint=str(number))
            choice.setProperty("cause", PauseRequest(cause))
            choice.clicked.connect(self._clicked)
            row.addWidget(choice)
            self._choices.append(choice)
        row.addStretch(1)
        spoken = (f"{number} {choice.accessibleName()}" for number, choice in enumerate(self._choices, 1))
        self.setAccessibleDescription(", ".join(spoken))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Short of room, the words stay whole; what merely helps goes, the keys last.
        self._show_keys(shown=True)
        with_keys = self.least_width + theme.px(4)
        self._lead.setVisible(with_keys + self._lead.sizeHint().width() <= self.width())
        self._show_keys(shown=with_keys <= self.width())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        causes = tuple(PauseCause)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.text().isdecimal() and 1 <= int(event.text()) <= len(causes):
            self._request(PauseRequest(causes[int(event.text()) - 1]))
        else:
            super().keyPressEvent(event)

    @property
    def least_width(self) -> int:
        """The room that all choices need."""
        gaps = (len(self._choices) - 1) * theme.px(4)
        return sum(choice.sizeHint().width() for choice in self._choices) + gaps

    def _show_keys(self, *, shown: bool) -> None:
        for number, choice in enumerate(self._choices, 1):
            key = str(number) if shown else ""
            set_hint(choice, key)

    def choose_other(self) -> None:
        """The pause key was pressed again: no time to say why."""
        self._request(PauseRequest(PauseCause.OTHER))

    def _clicked(self) -> None:
        wish = self.sender().property("cause")
        if isinstance(wish, PauseRequest):
            self._request(wish)

    def _request(self, wish: PauseRequest) -> None:
        self.pause_requested.emit(wish)
