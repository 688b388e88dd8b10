"""One line of a list on page 1, to be worded, moved or removed. For ui/review only."""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from interviewer_app import labels
from interviewer_app.domain.interview import Point
from interviewer_app.domain.notes.note import clean
from interviewer_app.domain.review import MAX_FIELD
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import icon_button
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.tips import set_tip

NO_LETTER = "–"


@dataclass(frozen=True, slots=True)
class PointLook:
    """A point, the letters it may carry, its note's time in seconds, and whether it can move or change."""

    point: Point
    letters: tuple[str, ...]
    t: float | None
    first: bool
    last: bool
    shut: bool


@dataclass(frozen=True, slots=True)
class PointRequest:
    """What should become of a point; `point` holds the new wording for "edit"."""

    act: Literal["edit", "up", "down", "remove"]
    point: Point


class PointRow(QWidget):
    """Letter, words, time of the note, and the three buttons. Alt+Up and Alt+Down move it."""

    point_requested = Signal(object)

    def __init__(self, look: PointLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        key = look.point.id
        self.setObjectName(f"review.point.{key}")
        self._look = look
        self._letter = QComboBox()
        self._letter.setObjectName(f"review.point.{key}.letter")
        self._letter.setAccessibleName(_("Category"))
        self._words = QLineEdit()
        self._words.setObjectName(f"review.point.{key}.words")
        self._words.setMaxLength(MAX_FIELD)
        self._time = label("", "small", colour="text3")
        self._up = icon_button(
            "chevron-up", _("Move up"), f"review.point.{key}.up", hint=actions.named("Alt+Up")
        )
        self._down = icon_button(
            "chevron-down", _("Move down"), f"review.point.{key}.down", hint=actions.named("Alt+Down")
        )
        self._remove = icon_button("x", _("Remove"), f"review.point.{key}.remove")
        self._words.textEdited.connect(self._edited)
        self._letter.activated.connect(self._letter_chosen)
        self._up.clicked.connect(self._go_up)
        self._down.clicked.connect(self._go_down)
        self._remove.clicked.connect(self._go_away)
        self._lay_out()
        self._show(look)

    def present(self, look: PointLook) -> None:
        """Show this point."""
        if look != self._look:
            self._look = look
            self._show(look)

    def focus_words(self) -> None:
        """Give the focus to the wording."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            if event.key() == Qt.Key.Key_Up:
                return self._go_up()
            if event.key() == Qt.Key.Key_Down:
                return self._go_down()
        return super().keyPressEvent(event)

    def _show(self, look: PointLook) -> None:
        choices = [NO_LETTER, *look.letters]
        if choices != [self._letter.itemText(n) for n in range(self._letter.count())]:
            self._letter.clear()
            self._letter.addItems(choices)
        self._letter.setCurrentText(look.point.letter or NO_LETTER)
        if clean(self._words.text()) != look.point.text:
            self._words.setText(look.point.text)
            self._words.setCursorPosition(0)
        self._words.setAccessibleName(_("Wording"))
        set_tip(self._words, look.point.text)
        self._time.setText(labels.clock(look.t) if look.t is not None else "")
        self._letter.setEnabled(not look.shut)
        self._words.setReadOnly(look.shut)
        for control in (self._up, self._down, self._remove):
            control.setVisible(not look.shut)
        # Disabled, the focused button would throw its focus far away.
        self._up.setEnabled(not look.first or self._up.hasFocus())
        self._down.setEnabled(not look.last or self._down.hasFocus())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(4), theme.px(16), theme.px(4))
        row.setSpacing(theme.px(8))
        self._letter.setFixedWidth(theme.px(56))
        row.addWidget(self._letter)
        row.addWidget(self._words, 1)
        self._time.setMinimumWidth(theme.px(40))
        row.addWidget(self._time)
        for control in (self._up, self._down, self._remove):
            row.addWidget(control)

    def _edited(self, text: str) -> None:
        self._request(PointRequest("edit", replace(self._look.point, text=clean(text))))

    def _letter_chosen(self) -> None:
        letter = self._letter.currentText()
        point = replace(self._look.point, letter="" if letter == NO_LETTER else letter)
        self._request(PointRequest("edit", point))

    def _go_up(self) -> None:
        self._request(PointRequest("up", self._look.point))

    def _go_down(self) -> None:
        self._request(PointRequest("down", self._look.point))

    def _go_away(self) -> None:
        self._request(PointRequest("remove", self._look.point))

    def _request(self, wish: PointRequest) -> None:
        self.point_requested.emit(wish)
