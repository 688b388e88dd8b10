"""The head of a part that can be folded: a chevron, a title and a count. For ui/widgets."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, theme
from interviewer_app.ui.widgets.checks.line_heads import LEAVES
from interviewer_app.ui.widgets.tips import set_tip

_LEAD = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
_TRAIL = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
_HIGH: Final = 28
_INDENT: Final = 20


class SectionHead(QAbstractButton):
    """A click, Space or Enter folds and unfolds; so do left and right. Checked while unfolded."""

    leave_requested = Signal(object)

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(title.replace("&", "&&"))
        self._title = title
        self._count = ""
        self.setCheckable(True)
        # A click must not take the caret out of the notes.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._name)
        self._name()
        # The description says whether it is unfolded, so the tip is for eyes only.
        set_tip(
            self,
            _("Space ticks. 1 and on, or a first letter, chooses; 0 clears.")
            + "\n"
            + _("Enter goes to the words beside a line, Esc out of the list."),
        )
        theme.watch().changed.connect(self.updateGeometry)

    def show_count(self, count: str) -> None:
        """Show another count."""
        if count != self._count:
            self._count = count
            self._name()
            self.update()

    def focus_row(self) -> None:
        """Give the keyboard to the head."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(_HIGH))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if plain and key in LEAVES:
            self.leave_requested.emit(LEAVES[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked((key == Qt.Key.Key_Right) != rtl)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = theme.current(), theme.px
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        side = px(14)
        glyph = "chevron-down" if self.isChecked() else "chevron-right"
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if rtl and not self.isChecked():
            glyph = "chevron-left"
        icons.paint(painter, QRectF(self._place(0, (self.height() - side) // 2, side, side)), glyph, "text2")
        font = theme.font("small", tabular=True)
        wide = QFontMetrics(font).horizontalAdvance(self._count)
        room = self.width() - px(_INDENT) - wide - px(8)
        painter.setFont(theme.font("base", theme.SEMIBOLD))
        painter.setPen(look.text if self.isChecked() or self.underMouse() else look.text2)
        words = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self._place(px(_INDENT), 0, room, self.height()), _LEAD, words)
        painter.setFont(font)
        painter.setPen(look.text2)
        painter.drawText(self._place(self.width() - wide, 0, wide, self.height()), _TRAIL, self._count)
        painter.end()

    def _place(self, x: int, y: int, width: int, height: int) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, y, width, height))

    def _name(self) -> None:
        self.setAccessibleName(f"{self._title}, {self._count}" if self._count else self._title)
        self.setAccessibleDescription(_("unfolded") if self.isChecked() else _("folded"))
