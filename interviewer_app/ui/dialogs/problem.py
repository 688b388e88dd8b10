"""The page of a dead end: the database cannot be opened, and this is what to do. For ui/shell."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from interviewer_app.domain.errors import Problem
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.glyph import Glyph


class ProblemPage(QWidget):
    """Fills the window; nothing on disk was touched when it shows."""

    folder_requested = Signal()
    quit_requested = Signal()

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        theme.dress(self, surface="base")
        folder = button(_("Show data folder"), "problem.folder", kind="primary", glyph="folder-open")
        folder.clicked.connect(self.folder_requested)
        leave = button(_("Quit"), "problem.quit", hint=actions.key("app.quit"))
        leave.clicked.connect(self.quit_requested)
        column = QWidget()
        column.setMaximumWidth(theme.px(560))
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(8))
        rows.addLayout(_title())
        rows.addWidget(_words("problem.sentence", problem.sentence, "text"))
        rows.addWidget(_words("problem.next", problem.next_step, "text2"))
        rows.addSpacing(16)
        rows.addLayout(_line(folder, leave))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(column, 4, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)
        self.setFocusProxy(folder)


def _title() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    words = QLabel(_("Interviewer cannot open its data"))
    theme.dress(words, "title", theme.SEMIBOLD)
    row.addWidget(Glyph("triangle-alert", "caution", 20))
    row.addWidget(words, 1)
    return row


def _words(name: str, said: str, colour: Role) -> QLabel:
    made = QLabel(said)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    theme.dress(made, colour=colour)
    if not said:
        made.hide()
    return made


def _line(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
