"""Which kit: a choice, or the locked one. For ui/prepare."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from interviewer_app.controllers.prepare.views import KitChoice
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.widgets.tips import set_tip


@dataclass(frozen=True, slots=True)
class KitView:
    """The kits on offer, the one chosen, and whether the opening allows no other."""

    kits: tuple[KitChoice, ...]
    chosen: KitChoice | None
    locked: bool


class KitField(QWidget):
    """A combo box, or a field with a lock while the kit cannot be changed."""

    kit_requested = Signal(object)
    """Carries a KitChoice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: KitView | None = None
        self._combo = QComboBox()
        self._combo.setObjectName("prepare.kit")
        self._combo.setAccessibleName(_("Kit"))
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(12)
        self._combo.activated.connect(self._activated)
        self._locked = _LockedField()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._combo)
        rows.addWidget(self._locked)
        self._locked.hide()
        self.setFocusProxy(self._combo)

    def present(self, view: KitView) -> None:
        """Show this choice."""
        if view == self._view:
            return
        old, self._view = self._view, view
        if old is None or old.kits != view.kits:
            self._combo.clear()
            for kit in view.kits:
                self._combo.addItem(kit.title)
        at = next((n for n, kit in enumerate(view.kits) if kit == view.chosen), -1)
        self._combo.setCurrentIndex(at)
        if at < 0:
            # A kit whose file is gone is still the kit of this interview.
            self._combo.setPlaceholderText("" if view.chosen is None else view.chosen.title)
        note = "" if view.chosen is None else view.chosen.note
        set_tip(self._combo, _("Version {version}").format(version=note) if note else "")
        self._locked.present("" if view.chosen is None else view.chosen.title)
        self._locked.setVisible(view.locked)
        self._combo.setVisible(not view.locked)
        # Tab would be held up by a proxy that cannot be seen.
        self.setFocusProxy(None if view.locked else self._combo)  # type: ignore[arg-type]  # how Qt takes one away

    def _activated(self, at: int) -> None:
        if self._view is not None and 0 <= at < len(self._view.kits):
            self._request(self._view.kits[at])

    def _request(self, wish: KitChoice) -> None:
        self.kit_requested.emit(wish)


class _LockedField(QLabel):
    """A field that cannot be changed, and says why."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("prepare.kit_locked")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(_("locked"))

    def present(self, title: str) -> None:
        """Show this kit."""
        self.setText(title)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(theme.CONTROL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint.box(painter, QRectF(self.rect()), fill=look.base, edge=look.edge, width=look.border)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pad, side = theme.px(8), theme.px(14)
        left = pad if mirrored else self.width() - pad - side
        icons.paint(painter, QRectF(left, (self.height() - side) / 2, side, side), "lock", "text2")
        words = self.accessibleDescription()
        small = theme.font("small")
        inner = self.rect().adjusted(pad, 0, -pad, 0)
        taken = QFontMetrics(small).horizontalAdvance(words) + side + 2 * pad
        if QFontMetrics(theme.font()).horizontalAdvance(self.text()) > inner.width() - taken:
            # The lock says the same; the form of the kit is said by nothing else.
            words, taken = "", side + pad
        reason = inner.adjusted(side + pad, 0, 0, 0) if mirrored else inner.adjusted(0, 0, -side - pad, 0)
        painter.setFont(small)
        painter.setPen(look.text3)
        painter.drawText(reason, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        title = inner.adjusted(taken, 0, 0, 0) if mirrored else inner.adjusted(0, 0, -taken, 0)
        painter.setFont(theme.font())
        painter.setPen(look.text)
        shown = QFontMetrics(theme.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
