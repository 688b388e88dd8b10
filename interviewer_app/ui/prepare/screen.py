"""Prepare: the form on one side, plan and reminders on the other, Start at the foot. Imported by app."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.prepare.form import PrepareForm
from interviewer_app.ui.prepare.plan import PlanPane, PlanView
from interviewer_app.ui.prepare.reminders import Reminders, RemindersView
from interviewer_app.ui.style import theme
from interviewer_app.ui.tab_order import chain
from interviewer_app.ui.widgets.button import button, icon_button, rename, set_available
from interviewer_app.ui.widgets.checks.check_row import Ticked
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.status_dot import StatusDot

if TYPE_CHECKING:
    from interviewer_app.controllers.keeper import SaveView
    from interviewer_app.controllers.prepare.controller import PrepareController
    from interviewer_app.controllers.prepare.views import PrepareView

_HEAD: Final = 48
_FOOT: Final = 56
_LEFT, _LEFT_LEAST, _BESIDE = 520, 480, 960
_NO_LIMIT: Final = 16_777_215  # Qt’s QWIDGETSIZE_MAX


class PrepareScreen(QWidget):
    """Everything is saved as it is typed; Start means that the candidate is here."""

    back_requested = Signal()

    def __init__(self, controller: "PrepareController", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prepare")
        self.setWindowTitle(_("Prepare"))
        self._controller = controller
        self.view: PrepareView | None = None
        self._form = PrepareForm(controller)
        self._plan = PlanPane()
        self._reminders = Reminders()
        self._asked = False
        self._make_head()
        self._discard = button(_("Discard"), "prepare.discard_button", kind="quiet")
        self._make_foot()
        self._lay_out()
        self.actions_by_id = actions.bind(self, actions.PREPARE)
        self._connect()
        self.setFocusProxy(self._form)

    def present(self, view: "PrepareView") -> None:
        """Show the form and the plan."""
        if self.view is not None and self.view.interview_id != view.interview_id:
            self._think_again()
        built = self.view is None or self.view.reminders != view.reminders
        self.view = view
        self._form.present(view)
        self._plan.present(PlanView(view.plan, view.minutes, view.ends, view.asked_in))
        self._reminders.present(RemindersView(view.reminders, view.ticks, view.about_to_begin))
        self._who.present(view.candidate)
        self._render_save(view.save)
        set_available(self._start, not view.obstacle, view.obstacle)
        self.actions_by_id["prepare.start"].setEnabled(not view.obstacle)
        self._obstacle.present(view.obstacle)
        self._obstacle.setVisible(bool(view.obstacle))
        if built:
            foot = (self._discard, self._later, self._start)
            chain(*self._form.stops(), self._reminders, *foot, self._back)

    # -- actions

    def start(self) -> None:
        """The candidate is here: the clock starts."""
        if self.view is not None and not self.view.obstacle:
            self._controller.start()

    def choose_output(self, output: str) -> None:
        """What the person will build or run."""
        self._controller.set_output(output)

    def offer_waiver(self) -> None:
        """Go on without a scope sheet, for a reason."""
        self._form.offer_waiver()

    def open_sheet(self) -> None:
        """The sheet of the opening."""
        self._controller.open_sheet()

    def use_another_kit(self) -> None:
        """Let the stage go from the kit that binds it."""
        self._controller.use_another_kit()

    def save_for_later(self) -> None:
        """Back to the library, among the prepared ones."""
        self._controller.save_for_later()

    def discard(self) -> None:
        """Forget this interview; asks once, in the button itself, when something was typed."""
        sure = self.view is None or not self.view.candidate.strip() or self._asked
        if sure:
            self._think_again()
            self._controller.discard()
            return
        self._asked = True
        rename(self._discard, _("Discard for good"))
        self._discard.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """To the library; what was typed is saved already."""
        self.back_requested.emit()

    # -- parts

    def _make_head(self) -> None:
        self._back = icon_button(
            "chevron-left", _("Back to the library"), "prepare.back_button", hint=actions.key("prepare.back")
        )
        self._title = QLabel(_("Prepare"))
        theme.dress(self._title, "title", theme.SEMIBOLD)
        self._who = ElidedLabel()
        self._who.setObjectName("prepare.who")
        theme.dress(self._who, colour="text2")
        self._save = StatusDot("prepare.saved")
        self._head = QHBoxLayout()
        self._head.addWidget(self._back)
        self._head.addWidget(self._title)
        self._head.addWidget(self._who, 1)
        self._head.addWidget(self._save)

    def _make_foot(self) -> None:
        self._clock = ElidedLabel(_("The clock starts when you press Start."))
        theme.dress(self._clock, colour="text2")
        self._clock.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._obstacle = ElidedLabel()
        self._obstacle.setObjectName("prepare.obstacle")
        self._obstacle.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.dress(self._obstacle, colour="caution")
        self._later = button(_("Save for later"), "prepare.later_button", size="tall")
        self._start = button(
            _("Start: the candidate is here"),
            "prepare.start_button",
            kind="primary",
            glyph="play",
            hint=actions.key("prepare.start"),
            size="tall",
        )
        self._said, self._acts = QHBoxLayout(), QHBoxLayout()
        self._said.addWidget(self._clock, 1)
        self._said.addWidget(self._obstacle)
        self._acts.addStretch(1)
        for widget in (self._discard, self._later, self._start):
            self._acts.addWidget(widget)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addLayout(self._said, 1)
        self._foot.addLayout(self._acts)

    def _lay_out(self) -> None:
        theme.dress(self, surface="window")
        right = QWidget()
        lines = QVBoxLayout(right)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._plan)
        lines.addWidget(Hairline())
        lines.addWidget(self._reminders)
        lines.addStretch(1)
        whole = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._between = Hairline(Qt.Orientation.Vertical)
        self._body.addWidget(self._form, _LEFT)
        self._body.addWidget(self._between)
        self._body.addWidget(right, 1280 - _LEFT)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(Hairline())
        self._area = _scrolled(whole)
        rows.addWidget(self._area, 1)
        rows.addWidget(Hairline())
        rows.addLayout(self._foot)
        self._measure()

    def _measure(self) -> None:
        self._head.setContentsMargins(theme.px(8), theme.px(10), theme.px(16), theme.px(10))
        self._head.setSpacing(theme.px(8))
        self._foot.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        for row in (self._foot, self._said, self._acts):
            row.setSpacing(theme.px(12))
        self._arrange()

    def _arrange(self) -> None:
        """Side by side, or one above the other where the window is too narrow for both."""
        beside = self.width() >= theme.px(_BESIDE)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._between.setVisible(beside)
        # What keeps one from starting is said in full, over the buttons if need be.
        self._foot.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._clock.setVisible(beside)
        self._form.setMinimumWidth(theme.px(_LEFT_LEAST) if beside else 0)
        self._form.setMaximumWidth(theme.px(_LEFT) if beside else _NO_LIMIT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self._controller.changed.connect(self.present)
        self._controller.saved.connect(self._render_save)
        self._reminders.tick_requested.connect(self._ticked)
        self._reminders.time_come.connect(self._show_reminders)
        self._back.clicked.connect(self.go_back)
        self._discard.clicked.connect(self.discard)
        self._discard.installEventFilter(self)
        self._later.clicked.connect(self.save_for_later)
        self._start.clicked.connect(self.start)
        theme.watch().changed.connect(self._measure)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._discard and event.type() == QEvent.Type.FocusOut:
            self._think_again()
        return False

    def _show_reminders(self) -> None:
        self._area.ensureWidgetVisible(self._reminders, 0, 0)

    def _think_again(self) -> None:
        self._asked = False
        rename(self._discard, _("Discard"))

    def _render_save(self, save: "SaveView") -> None:
        self._save.present(save)

    def _ticked(self, wish: Ticked) -> None:
        self._controller.tick(int(wish.key), wish.on)


def _scrolled(content: QWidget) -> QScrollArea:
    """The content on the reading ground, scrolling downwards when it must."""
    theme.dress(content, surface="base")
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    theme.dress(area.viewport(), surface="base")
    area.setWidget(content)
    return area
