"""What a new opening needs before its first call: what is built, and a scope or a waiver. For ui/prepare."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from interviewer_app.controllers.openings.views import ScopeView
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.prepare.name_field import hint_label
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

_OWN: Final = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class OutputRequest:
    """Say that the person will build this."""

    key: str


@dataclass(frozen=True, slots=True)
class WaiverRequest:
    """Go on without a scope sheet for this reason; an empty one takes the waiver back."""

    reason: str


class OutputRow(QWidget):
    """What will be built: it decides the role, and with it the kit."""

    output_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = SegmentedChoice("prepare.output", _("Will build"))
        self._choice.chosen_requested.connect(self._chosen)
        self._hint = hint_label("prepare.output_hint", self)
        theme.dress(self._hint, "small", colour="text3")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._choice)
        rows.addWidget(self._hint)
        self.setFocusProxy(self._choice)

    def present(self, view: ScopeView) -> None:
        """Show this choice."""
        options = tuple(Option(key, words) for key, words in view.outputs)
        self._choice.present(ChoiceView(options, view.output or None))
        self._hint.setText(view.hint)

    def _chosen(self, wish: Chosen) -> None:
        self._request(OutputRequest(wish.key))

    def _request(self, wish: OutputRequest) -> None:
        self.output_requested.emit(wish)


class ScopeRow(QWidget):
    """Where the scope sheet stands; Waive shows a few reasons in place, a digit away each."""

    waiver_requested = Signal(object)
    sheet_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = ScopeView("", settled=True, open=False)
        self._sheet = button(_("Scope sheet"), "prepare.sheet_button", hint=actions.key("prepare.sheet"))
        self._waive = button(_("Waive for now"), "prepare.waive_button", hint=actions.key("prepare.waive"))
        self._back = button(_("Take the waiver back"), "prepare.unwaive_button")
        self._said = hint_label("prepare.scope", self)
        self._reasons: list[QPushButton] = []
        self._offer = QWidget(self)
        self._offer.setObjectName("prepare.waivers")
        self._offer.hide()
        self._lines = QVBoxLayout(self._offer)
        # Room for the ring around the one that has the keyboard.
        self._lines.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._lines.setSpacing(0)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        for wanted in (self._sheet, self._waive, self._back):
            keys.addWidget(wanted)
        keys.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(keys)
        rows.addWidget(self._said)
        rows.addWidget(self._offer)
        self._sheet.clicked.connect(self.sheet_requested)
        self._waive.clicked.connect(self.offer)
        self._back.clicked.connect(self._take_back)
        self.setFocusProxy(self._sheet)

    def present(self, view: ScopeView) -> None:
        """Show where it stands."""
        if view.reasons != self._view.reasons:
            self._build(view.reasons)
        self._view = view
        self._said.setText(view.said)
        theme.dress(self._said, "small", colour="text3" if view.settled else "caution")
        may_waive = view.open and not view.waived and not view.settled
        self._waive.setVisible(may_waive)
        self._back.setVisible(view.open and bool(view.waived))
        if not may_waive:
            self._offer.hide()

    def offer(self) -> None:
        """Show the reasons and take the keyboard there; the digit before one chooses it, Esc leaves.

        Where it is waived already the keyboard goes to what takes that back.
        """
        if not self._waive.isHidden() and self._reasons:
            self._offer.show()
            self._reasons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self._back.isHidden():
            self._back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._reasons and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN:
                # These keys mean a reason here, whatever else they do on the screen.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._pressed(self._reasons.index(watched), event)
        return False

    def _pressed(self, at: int, event: QKeyEvent) -> bool:
        key = event.key()
        if event.text().isdecimal() and 0 < int(event.text()) <= len(self._reasons):
            self._choose(int(event.text()) - 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._reasons[(at + step) % len(self._reasons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(at)
        elif key == Qt.Key.Key_Escape:
            self._offer.hide()
            self._waive.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _build(self, reasons: tuple[str, ...]) -> None:
        for old in self._reasons:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._reasons = []
        for number, reason in enumerate(reasons, 1):
            line = button(f"{number}  {reason}", f"prepare.waiver.{number}", kind="quiet", size="small")
            line.setAccessibleName(reason)
            line.setProperty("at", number - 1)
            line.clicked.connect(self._clicked)
            line.installEventFilter(self)
            self._lines.addWidget(line, 0, Qt.AlignmentFlag.AlignLeading)
            self._reasons.append(line)

    def _clicked(self) -> None:
        self._choose(int(self.sender().property("at")))

    def _choose(self, at: int) -> None:
        # The keyboard must not be lost with the button that had it.
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self._request(WaiverRequest(self._view.reasons[at]))

    def _take_back(self) -> None:
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self._request(WaiverRequest(""))

    def _request(self, wish: WaiverRequest) -> None:
        self.waiver_requested.emit(wish)
