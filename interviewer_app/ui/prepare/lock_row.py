"""Why the kit is bound, who had which, and the way to another one. For ui/prepare."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interviewer_app.controllers.openings.views import LockView
from interviewer_app.text import _
from interviewer_app.ui.prepare.name_field import hint_label
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button


class LockRow(QWidget):
    """The sentence, and while the kit is bound a quiet button beside it."""

    another_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = hint_label("prepare.lock", self)
        self._another = button(_("Use another…"), "prepare.another_button", kind="link", size="small")
        self._another.clicked.connect(self.another_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(self._another)

    def present(self, view: LockView) -> None:
        """Show this, or nothing."""
        words = " ".join(part for part in (view.why, view.had) if part)
        self._said.setText(words)
        theme.dress(self._said, "small", colour="caution" if view.had else "text3")
        self._another.setVisible(bool(view.why))
        self.setVisible(bool(words))
