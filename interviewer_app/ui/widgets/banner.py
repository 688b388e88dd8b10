"""The bar under the header that states a fact and the next step. For ui.

It pushes the body down once and never covers anything; its owner shows at most
one, the gravest.
"""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.button import button, icon_button
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.glyph import Glyph

Level = Literal["info", "caution", "alert"]
_SIGNS: Final[dict[Level, tuple[str, Role, Role]]] = {
    "info": ("info", "accent", "accent_soft"),
    "caution": ("triangle-alert", "caution", "caution_soft"),
    "alert": ("octagon-alert", "alert", "alert_soft"),
}


@dataclass(frozen=True, slots=True)
class BannerAction:
    """A button of the banner: a key for the program and its words."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class BannerView:
    """What the banner says: a fact (one sentence), the next step, and what can be done."""

    level: Level
    fact: str
    next_step: str = ""
    actions: tuple[BannerAction, ...] = ()
    dismissable: bool = False


class Banner(QWidget):
    """Shows one BannerView, or nothing and takes no room. Buttons are named `<objectName>.<key>`."""

    action_requested = Signal(object)
    dismiss_requested = Signal()

    def __init__(self, name: str = "banner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._view: BannerView | None = None
        self._sign = Glyph("info", "accent")
        self._fact = ElidedLabel()
        theme.dress(self._fact, "base", theme.SEMIBOLD)
        self._next = ElidedLabel()
        # The next step gives way first, then the fact.
        self._fact.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._next.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons: list[QPushButton] = []
        self._close = icon_button("x", _("Dismiss"), f"{name}.dismiss")
        self._close.clicked.connect(self.dismiss_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        words = QHBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._fact)
        words.addWidget(self._next, 1)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rescale()
        theme.watch().changed.connect(self._rescale)
        self.hide()

    def present(self, view: BannerView | None) -> None:
        """Show this, or nothing."""
        if view == self._view:
            return
        self._view = view
        if view is None:
            self.hide()
            return
        sign, ink, soft = _SIGNS[view.level]
        theme.dress(self, surface=soft)
        self._sign.render_icon(sign, ink)
        self._fact.present(view.fact)
        self._next.present(view.next_step)
        self._show_actions(view.actions)
        self._close.setVisible(view.dismissable)
        self.setAccessibleName(f"{view.fact} {view.next_step}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        foot = QRectF(0, self.height() - 1, self.width(), 1)
        paint.hairline(painter, foot, theme.current().line)
        painter.end()

    def _rescale(self) -> None:
        self._row.setSpacing(theme.px(12))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self.setFixedHeight(theme.px(36))

    def _show_actions(self, actions: tuple[BannerAction, ...]) -> None:
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for action in actions:
            made = button(action.text, f"{self.objectName()}.{action.key}")
            made.setProperty("banner_action", action)
            made.clicked.connect(self._clicked)
            self._row.insertWidget(self._row.count() - 1, made)
            made.show()
            self._buttons.append(made)

    def _clicked(self) -> None:
        action = self.sender().property("banner_action")
        if isinstance(action, BannerAction):
            self._request(action)

    def _request(self, wish: BannerAction) -> None:
        self.action_requested.emit(wish)
