"""A few words on one line, with a sign and a colour when they matter. For the ribbon."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.style.theme import TextRole
from interviewer_app.ui.widgets.figures import still_width
from interviewer_app.ui.widgets.tips import set_tip

_PAD, _GAP, _HIGH = 6, 4, 22


@dataclass(frozen=True, slots=True)
class RibbonBadgeView:
    """Words, the icon before them (or none), the colour of both, and whether the ground is filled."""

    words: str
    sign: str = ""
    role: Role = "text"
    filled: bool = False


class RibbonBadge(QLabel):
    """Figures are tabular, so that words of the same length take the same room."""

    def __init__(self, name: str, text: TextRole, weight: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text: TextRole = text
        self._weight = weight
        self._view = RibbonBadgeView("")

    def present(self, view: RibbonBadgeView) -> None:
        """Show this."""
        if view == self._view:
            return
        wider = self.sizeHint()
        self._view = view
        self.setText(view.words)
        set_tip(self, view.words)
        if self.sizeHint() != wider:
            self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        view = self._view
        if not view.words:
            return QSize(0, theme.px(_HIGH))
        font = theme.font(self._text, self._weight, tabular=True)
        width = still_width(QFontMetricsF(font), view.words) + 1
        sign = self._side() + theme.px(_GAP) if view.sign else 0
        return QSize(round(width) + sign + (2 * theme.px(_PAD) if view.filled else 0), theme.px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        view, look = self._view, theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        left = 0
        if view.filled:
            paint.box(painter, QRectF(self.rect()), fill=look.colour("alert"), radius=theme.RADIUS)
            left = theme.px(_PAD)
        if view.sign:
            side = self._side()
            icons.paint(painter, self._place(left, side, side), view.sign, view.role)
            left += side + theme.px(_GAP)
        painter.setFont(theme.font(self._text, self._weight, tabular=True))
        painter.setPen(look.colour(view.role))
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._place(left, self.width() - left, self.height()), int(lead), view.words)
        painter.end()

    def _side(self) -> int:
        return theme.px(14 if self._text == "title" else 12)

    def _place(self, left: float, width: float, height: float) -> QRectF:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = self.width() - left - width if mirrored else left
        return QRectF(at, (self.height() - height) / 2, width, height)
