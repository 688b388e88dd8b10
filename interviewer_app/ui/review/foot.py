"""The bar under every page: one sentence and the buttons that go with it. For ui/review only."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import Kind, button, rename, set_available
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.tips import set_tip

Act = Literal[
    "unsupported", "reopen", "keep_open", "note_flags", "go_on", "settle", "finalise", "confirm", "export"
]

# Kind, icon and action of every button, in the order they stand.
_BUTTONS: Final[dict[Act, tuple[Kind, str, str]]] = {
    "unsupported": ("quiet", "unlink", ""),
    "reopen": ("quiet", "rotate-ccw", ""),
    "keep_open": ("plain", "", ""),
    "note_flags": ("plain", "pencil-line", ""),
    "go_on": ("plain", "", "review.settle"),
    "settle": ("primary", "check", "review.settle"),
    "finalise": ("primary", "lock", "review.finalise"),
    "confirm": ("primary", "lock", "review.finalise"),
    "export": ("primary", "file-down", "review.packet"),
}

_COLUMN: Final = 180
"""Narrowest column for the sentence at 100 %."""


@dataclass(frozen=True, slots=True)
class FootButton:
    """A button: what it does, its words, why it is off (empty: it is on), what its tooltip adds."""

    act: Act
    words: str
    obstacle: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFootView:
    """The sentence and the buttons beside it."""

    sentence: str
    buttons: tuple[FootButton, ...] = ()


@dataclass(frozen=True, slots=True)
class FootRequest:
    """This button was pressed."""

    act: Act


class ReviewFoot(QWidget):
    """Shows a ReviewFootView; the buttons are named `review.<act>`."""

    act_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.foot")
        self._view: ReviewFootView | None = None
        self._sentence = label("", colour="text2", wraps=True)
        self._sentence.setObjectName("review.foot.sentence")
        self._buttons: dict[Act, QPushButton] = {}
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(theme.px(24), theme.px(9), theme.px(24), theme.px(9))
        self._rows.setSpacing(theme.px(12))
        self._rows.addWidget(self._sentence, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addStretch(1)
        self._rows.addLayout(row)
        for act, (kind, glyph, action) in _BUTTONS.items():
            hint = actions.key(action) if action else ""
            made = button("", f"review.{act}", kind=kind, glyph=glyph, hint=hint, size="tall")
            made.setProperty("act", act)
            made.clicked.connect(self._clicked)
            made.hide()
            self._buttons[act] = made
            row.addWidget(made)
        theme.dress(self, surface="base")

    def present(self, view: ReviewFootView) -> None:
        """Show this sentence and these buttons."""
        if view == self._view:
            return
        self._view = view
        self._sentence.setText(view.sentence)
        shown = {wanted.act: wanted for wanted in view.buttons}
        for act, made in self._buttons.items():
            wanted = shown.get(act)
            made.setVisible(wanted is not None)
            if wanted is not None:
                rename(made, wanted.words)
                set_available(made, not wanted.obstacle, wanted.obstacle)
                if wanted.tip:
                    set_tip(made, wanted.tip)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Sentence beside the buttons, or above them where it would be squeezed into a column of words."""
        shown = [made for made in self._buttons.values() if not made.isHidden()]
        taken = sum(made.sizeHint().width() + theme.px(12) for made in shown)
        beside = self.width() - 2 * theme.px(24) - taken >= theme.px(_COLUMN)
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._rows.setSpacing(theme.px(12 if beside else 4))

    def focus_button(self, act: Act) -> None:
        """Give the focus to a button that is shown."""
        self._buttons[act].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        plain = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if plain and isinstance(focus, QPushButton) and focus.hasFocus():
            focus.click()
            return
        super().keyPressEvent(event)

    def _clicked(self) -> None:
        act = self.sender().property("act")
        for known in _BUTTONS:
            if known == act:
                self._request(FootRequest(known))

    def _request(self, wish: FootRequest) -> None:
        self.act_requested.emit(wish)
