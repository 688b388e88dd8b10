"""What a screen says when it has nothing to show: what it is, and its one action. For ui."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.button import button, rename
from interviewer_app.ui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class EmptyView:
    """Title, one paragraph, the primary action with a quiet remark, and one link with words before it."""

    title: str
    paragraph: str
    primary: str = ""
    remark: str = ""
    link_lead: str = ""
    link: str = ""
    link_hint: str = ""


class EmptyState(QWidget):
    """A 480-pixel column in the middle of whatever room it gets."""

    primary_requested = Signal()
    link_requested = Signal()

    def __init__(self, name: str, glyph: str = "play", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._column = QWidget()
        self._title = _label("title", theme.SEMIBOLD, "text")
        self._paragraph = Paragraph(colour="text2")
        self._remark = _label("base", theme.REGULAR, "text3")
        self._lead = _label("base", theme.REGULAR, "text2")
        self._hint = _label("small", theme.REGULAR, "text3")
        self._primary = button("", f"{name}.primary", kind="primary", glyph=glyph)
        self._primary.clicked.connect(self.primary_requested)
        self._link = button("", f"{name}.link", kind="link")
        self._link.clicked.connect(self.link_requested)
        self._lay_out()

    def present(self, view: EmptyView) -> None:
        """Show these words."""
        for label, words in (
            (self._title, view.title),
            (self._paragraph, view.paragraph),
            (self._remark, view.remark),
            (self._lead, view.link_lead),
            (self._hint, view.link_hint),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        for target, words in ((self._primary, view.primary), (self._link, view.link)):
            rename(target, words)
            target.setVisible(bool(words))

    def _lay_out(self) -> None:
        column = self._column
        self._rescale()
        theme.watch().changed.connect(self._rescale)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._title)
        rows.addSpacing(8)
        rows.addWidget(self._paragraph)
        rows.addSpacing(24)
        rows.addLayout(_line(12, self._primary, self._remark))
        rows.addSpacing(24)
        rows.addLayout(_line(4, self._lead, self._link, self._hint))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addStretch(1)
        outer.addWidget(column, 4, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)

    def _rescale(self) -> None:
        self._column.setMaximumWidth(theme.px(480))


def _label(role: theme.TextRole, weight: int, colour: Role) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    theme.dress(made, role, weight, colour=colour)
    return made


def _line(gap: int, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
