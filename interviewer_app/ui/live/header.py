"""The top line of the call: who, what for, is all saved, pause, curtain, menu. For the live screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from interviewer_app.controllers.live.views import LiveView
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, icon_button, rename, set_hint
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.status_dot import StatusDot
from interviewer_app.ui.widgets.tips import set_tip

_HEIGHT = 40
_NARROW, _KEYLESS = 1100, 900


class CallTop(QWidget):
    """What the top lines of window and ribbon share: pause, curtain and candidate view."""

    pause_requested = Signal()
    curtain_requested = Signal()
    candidate_requested = Signal()

    def __init__(self, name: str, pause: QPushButton, curtain: QPushButton) -> None:
        super().__init__()
        self.setObjectName(f"{name}.header")
        self.pause, self.curtain = pause, curtain
        self.candidate = icon_button(
            "presentation", _("Candidate view"), f"{name}.candidate_view", hint=actions.key("live.candidate")
        )
        self.pause.clicked.connect(self.pause_requested)
        self.curtain.clicked.connect(self.curtain_requested)
        self.candidate.clicked.connect(self.candidate_requested)

    def show_pause(self, *, paused: bool) -> str:
        """Give the pause button its sign; what it does now, in words."""
        glyph = "play" if paused else "pause"
        if self.pause.property("glyph") != glyph:
            self.pause.setProperty("glyph", glyph)
            self.pause.update()
        return _("Go on") if paused else _("Pause")


class CallHeader(CallTop):
    """40 px high; words beside the icons go under 1100 px, their keys under 900."""

    ribbon_requested = Signal()
    menu_requested = Signal()

    def __init__(self) -> None:
        pause, curtain = actions.key("live.pause"), actions.key("live.curtain")
        super().__init__(
            "live",
            button(_("Pause"), "live.pause", kind="quiet", glyph="pause", hint=pause),
            button(_("Curtain"), "live.curtain", kind="quiet", glyph="eye-off", hint=curtain),
        )
        self._paused = False
        self._candidate = ElidedLabel()
        self._candidate.setObjectName("live.candidate")
        self._candidate.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._opening = ElidedLabel()
        self._opening.setObjectName("live.opening")
        theme.dress(self._candidate, "base", theme.SEMIBOLD)
        theme.dress(self._opening, "base", colour="text2")
        self._dot = StatusDot("live.saved")
        self._ribbon = icon_button(
            "rows-3", _("Compact ribbon"), "live.ribbon", hint=actions.key("live.ribbon")
        )
        self.menu = icon_button("menu", _("Menu"), "live.menu", hint=actions.key("live.menu"))
        self._ribbon.clicked.connect(self.ribbon_requested)
        self.menu.clicked.connect(self.menu_requested)
        self._rule = Hairline(Qt.Orientation.Vertical)
        self._lay_out()
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: LiveView) -> None:
        """Show who, what for, whether all is saved and whether the clock stands still."""
        self._candidate.present(view.candidate)
        self._opening.present(view.opening)
        self._dot.present(view.save)
        paused = view.clock.paused is not None
        if paused != self._paused:
            self._paused = paused
            self._name_buttons()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In the order of focus."""
        return self.pause, self.curtain, self.candidate, self._ribbon, self.menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_buttons()

    def _name_buttons(self) -> None:
        words = self.show_pause(paused=self._paused)
        wide = self.width() >= theme.px(_NARROW)
        keyed = self.width() >= theme.px(_KEYLESS)
        for target, name in ((self.pause, words), (self.curtain, _("Curtain"))):
            key = actions.key(target.objectName())
            rename(target, name if wide else "")
            set_hint(target, key if keyed else "")
            target.setAccessibleName(name)
            set_tip(target, "" if wide else f"{name} ({key})")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        row.setSpacing(0)
        row.addWidget(self._candidate)
        row.addSpacing(theme.px(12))
        row.addWidget(self._opening, 1)
        row.addSpacing(theme.px(12))
        row.addWidget(self._dot)
        row.addSpacing(theme.px(12))
        row.addWidget(self._rule)
        row.addSpacing(theme.px(12))
        for target in self.buttons:
            row.addWidget(target)

    def _restyle(self) -> None:
        # The hairline under it is the last of the forty.
        self.setFixedHeight(theme.px(_HEIGHT) - 1)
        self._rule.setFixedHeight(theme.px(20))
