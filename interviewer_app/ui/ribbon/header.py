"""The top line of the ribbon: the prompt and its clock, the interview clock, buttons. For the ribbon."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.live.header import CallTop
from interviewer_app.ui.overriding import override
from interviewer_app.ui.ribbon.tag import RibbonBadge
from interviewer_app.ui.ribbon.view import RibbonHeaderView
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.button import button, icon_button, rename
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.figures import Figures
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.tips import set_tip

HEIGHT: Final = 36
_TITLE_LEAST: Final = 64


class RibbonHeader(CallTop):
    """36 px. Short of room the fact goes first (the foot then says it), then "of 60", "1 of 6", the title."""

    whole_requested = Signal()
    next_requested = Signal()
    room_changed = Signal()

    def __init__(self) -> None:
        super().__init__(
            "ribbon",
            icon_button("pause", _("Pause"), "ribbon.pause", hint=actions.key("live.pause")),
            icon_button("eye-off", _("Curtain"), "ribbon.curtain", hint=actions.key("live.curtain")),
        )
        self._view: RibbonHeaderView | None = None
        self._place = _figures("ribbon.place", "small", colour="text3")
        self._title = ElidedLabel()
        self._title.setObjectName("ribbon.title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._left = RibbonBadge("ribbon.step_clock", "title", theme.SEMIBOLD)
        self._clock = _figures("ribbon.clock", "base", theme.MEDIUM, colour="text")
        self._of = _figures("ribbon.clock_of", "base", colour="text2")
        self.fact = RibbonBadge("ribbon.fact", "base", theme.MEDIUM)
        theme.dress(self._title, "base", theme.SEMIBOLD)
        self.whole = icon_button(
            "maximize-2", _("Whole window"), "ribbon.whole", hint=actions.key("live.ribbon")
        )
        self.next = button(_("Next"), "ribbon.next", kind="quiet", hint=actions.key("live.next"))
        self.next.clicked.connect(self.next_requested)
        self.whole.clicked.connect(self.whole_requested)
        self._rules = (Hairline(Qt.Orientation.Vertical), Hairline(Qt.Orientation.Vertical))
        self._lay_out()
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: RibbonHeaderView) -> None:
        """Show this; only what changed is touched."""
        if view == self._view:
            return
        self._view = view
        self._place.present(view.place)
        self._title.present(view.title)
        self._left.present(view.left)
        self._clock.present(view.clock)
        self._of.present(view.of)
        self.fact.present(view.fact)
        self._name_buttons(view)
        self._fit()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In the order of focus."""
        return self.next, self.pause, self.curtain, self.candidate, self.whole

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide what gives way first until the rest has room."""
        if self._view is None:
            return
        gap, said = theme.px(8), not self.fact.isHidden()
        fixed = sum(w.sizeHint().width() for w in (self._left, self._clock, *self.buttons))
        room = self.width() - fixed - 8 * gap
        self._title.setVisible(room >= theme.px(_TITLE_LEAST) // 2)
        if room >= theme.px(_TITLE_LEAST) // 2:
            room -= min(self._title.sizeHint().width(), max(theme.px(_TITLE_LEAST), self.width() // 5))
        for part, there in (
            (self._place, bool(self._view.place)),
            (self._of, True),
            (self.fact, bool(self._view.fact.words)),
        ):
            room -= part.sizeHint().width() + gap if there else 0
            part.setVisible(there and room >= 0)
        if said == self.fact.isHidden():
            self.room_changed.emit()

    def _name_buttons(self, view: RibbonHeaderView) -> None:
        words = self.show_pause(paused=view.paused)
        if self.pause.accessibleName() != words:
            self.pause.setAccessibleName(words)
            set_tip(self.pause, f"{words} ({actions.key('live.pause')})")
        rename(self.next, _("End the call") if view.last else _("Next"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, theme.px(4), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._place)
        row.addWidget(self._title)
        row.addWidget(self._left)
        row.addStretch(1)
        clock = QHBoxLayout()
        clock.setSpacing(theme.px(4))
        clock.addWidget(self._clock)
        clock.addWidget(self._of)
        row.addLayout(clock)
        row.addWidget(self.fact)
        row.addWidget(self._rules[0])
        icons = QHBoxLayout()
        icons.setSpacing(0)
        for target in (self.pause, self.curtain, self.candidate, self.whole):
            icons.addWidget(target)
        row.addLayout(icons)
        row.addWidget(self._rules[1])
        row.addWidget(self.next)

    def _restyle(self) -> None:
        # The hairline under it is the last of the thirty-six.
        self.setFixedHeight(theme.px(HEIGHT) - 1)
        for rule in self._rules:
            rule.setFixedHeight(theme.px(20))
        for label in (self._clock, self._of):
            label.fit()
        self._fit()


def _figures(name: str, role: theme.TextRole, weight: int = theme.REGULAR, *, colour: Role) -> Figures:
    made = Figures(name)
    theme.dress(made, role, weight, tabular=True, colour=colour)
    return made
