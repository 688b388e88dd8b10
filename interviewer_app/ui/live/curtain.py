"""The curtain: the call out of sight at once, while typing goes on being saved. For the live screen."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.live.views import LiveView
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.status_dot import StatusDot


class Curtain(QWidget):
    """Lies over its parent, as large as it; takes no focus, so the caret stays in the notes."""

    lift_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setObjectName("live.curtain_sheet")
        self.setAccessibleName(_("Curtain"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.dress(self, surface="window")
        self._clock = QLabel()
        self._clock.setObjectName("live.curtain_clock")
        theme.dress(self._clock, "base", theme.MEDIUM, tabular=True)
        words = QLabel(_("Typing goes on being saved."))
        theme.dress(words, "base", colour="text2")
        self._dot = StatusDot("live.curtain_saved")
        lift = button(
            _("Show the window again"), "live.curtain_lift", kind="quiet", hint=actions.key("live.curtain")
        )
        lift.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lift.clicked.connect(self.lift_requested)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(24), 0, theme.px(16), theme.px(16))
        row.setSpacing(theme.px(16))
        for widget in (self._clock, words, self._dot):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(lift)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addStretch(1)
        rows.addLayout(row)
        parent.installEventFilter(self)
        self.hide()

    def present(self, view: LiveView) -> None:
        """Show the time and the state of saving, and nothing else of the call."""
        words = labels.clock(view.clock.pace.counted)
        if self._clock.text() != words:
            self._clock.setText(words)
        self._dot.present(view.save)

    def draw(self) -> None:
        """Cover everything now."""
        self._place()
        self.show()
        self.raise_()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What lies beneath must not be clicked unseen.
        event.accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.ChildAdded and self.isVisible():
            self.raise_()
        return False

    def _place(self) -> None:
        self.setGeometry(self._covered.rect())
