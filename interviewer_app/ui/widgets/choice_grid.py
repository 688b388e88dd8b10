"""One of a few, each on a key of its own, in as many columns as fit. For ui.

Unlike a segmented choice nothing is chosen on the way: arrows move the focus, and only then is chosen.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option
from interviewer_app.ui.widgets.tips import set_tip

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChoiceGrid(QWidget):
    """Quiet buttons named `<name>.<key>`; 1, 2, 3 choose, or arrows and Enter. One stop for Tab."""

    chosen_requested = Signal(object)

    def __init__(
        self,
        name: str,
        options: tuple[Option, ...],
        *,
        most: int = 3,
        stop: Qt.FocusPolicy = Qt.FocusPolicy.StrongFocus,
    ) -> None:
        """`most` columns; `stop` is the focus policy of the button that Tab enters by."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._most, self._stop = most, stop
        self._view = ChoiceView(options, None)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._buttons = [_choice(name, option, at) for at, option in enumerate(options, 1)]
        for made in self._buttons:
            made.clicked.connect(self._clicked)
            made.installEventFilter(self)
        self.settle_focus()
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: ChoiceView) -> None:
        """Show what is chosen and whether it can be changed; the options are those it was made with."""
        self._view = view
        for made in self._buttons:
            on = made.property("key") == view.chosen
            made.setProperty("glyph", "check" if on else "")
            made.setAccessibleDescription(_("chosen") if on else "")
            made.updateGeometry()
            made.update()
        self.setEnabled(view.enabled)
        set_tip(self, "" if view.enabled else view.reason)
        self.settle_focus()
        self._share()

    def focus_choice(self) -> None:
        """Give the focus to what is chosen, else to the first."""
        self._entry().setFocus(Qt.FocusReason.TabFocusReason)

    def press(self, digit: str) -> bool:
        """Choose by figure; False when there is no such choice."""
        if not (digit.isdecimal() and self.isEnabled() and 1 <= int(digit) <= len(self._buttons)):
            return False
        self._buttons[int(digit) - 1].click()
        return True

    def settle_focus(self) -> None:
        """Let Tab enter by the chosen one, or the first."""
        for made in self._buttons:
            made.setFocusPolicy(self._stop if made is self._entry() else Qt.FocusPolicy.NoFocus)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """From the first option on."""
        return tuple(self._buttons)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A button would take arrows for Tab, and Enter for somebody else's.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not _commands(event):
            return self._key(watched, event)
        return False

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        at = next(n for n, made in enumerate(self._buttons) if made is watched)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._buttons[at].click()
            return True
        if event.key() in _STEPS:
            goal = min(max(at + self._way(Qt.Key(event.key())), 0), len(self._buttons) - 1)
            self._buttons[goal].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return self.press(event.text())

    @override
    def sizeHint(self) -> QSize:
        # As high as the columns there are ask for; a layout would ask for the widest row first.
        return QSize(self._widest(), self._grid.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    # -- inside

    def _way(self, key: Qt.Key) -> int:
        across = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        mirrored = across and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return _STEPS[key] * (1 if across else max(1, self._columns)) * (-1 if mirrored else 1)

    def _entry(self) -> QPushButton:
        chosen = (made for made in self._buttons if made.property("key") == self._view.chosen)
        return next(chosen, self._buttons[0])

    def _widest(self) -> int:
        return max(made.sizeHint().width() for made in self._buttons)

    def _share(self) -> None:
        """As many side by side as fit whole."""
        step = self._widest() + self._grid.horizontalSpacing()
        columns = min(self._most, max(1, (self.width() + self._grid.horizontalSpacing()) // step))
        if columns == self._columns:
            return
        self._columns = columns
        for at, made in enumerate(self._buttons):
            self._grid.addWidget(made, at // columns, at % columns, Qt.AlignmentFlag.AlignLeading)
        for column in range(self._most + 1):
            self._grid.setColumnMinimumWidth(column, self._widest() if column < columns > 1 else 0)
            self._grid.setColumnStretch(column, int(column == self._most))
        self.updateGeometry()

    def _clicked(self) -> None:
        self._request(Chosen(str(self.sender().property("key"))))

    def _request(self, wish: Chosen) -> None:
        self.chosen_requested.emit(wish)

    def _restyle(self) -> None:
        self._grid.setSpacing(theme.px(4))
        self._columns = 0
        self._share()


def _commands(event: QKeyEvent) -> bool:
    """True for a key held with Control, Alt or Meta: it belongs to somebody else."""
    return bool(event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier))


def _choice(name: str, option: Option, number: int) -> QPushButton:
    made = button(option.text, f"{name}.{option.key}", kind="quiet", hint=str(number))
    made.setProperty("key", option.key)
    return made
