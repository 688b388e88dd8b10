"""A sheet lies over the window, takes the keyboard and leaves with Esc; it blocks nothing. For ui/dialogs."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.widgets.button import icon_button

_MARGIN: Final = 24
_TOP: Final = 88


class DialogSheet(QWidget):
    """Title, close button and whatever stands in `body`; a child of the window, never a window of its own.

    `size` is at 100 %; a height of 0 fits the content.
    """

    closed = Signal()

    def __init__(self, name: str, title: str, size: tuple[int, int], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._size = size
        self._before: QWidget | None = None
        self.first: QWidget | None = None
        words = QLabel(title)
        words.setTextFormat(Qt.TextFormat.PlainText)
        theme.dress(words, "title", theme.SEMIBOLD)
        close = icon_button("x", _("Close"), f"{name}.close", hint=actions.named("Escape"))
        close.clicked.connect(self.dismiss)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.addWidget(words)
        self.head.addStretch(1)
        self.head.addWidget(close)
        self.body = QVBoxLayout()
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self.head)
        self._rows.addLayout(self.body, 1)
        theme.dress(self, surface="base")
        self._place()
        window.installEventFilter(self)
        theme.watch().changed.connect(self._place)

    def open(self) -> None:
        """Come to the front; the keyboard goes to `first`."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        (self.first or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Leave; the keyboard goes back to where it was."""
        if not self.isHidden():
            self.hide()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab stays in here: what lies behind is covered, and Esc would not close the sheet from there.
        here = QApplication.focusWidget() or self
        step = here.nextInFocusChain() if forward else here.previousInFocusChain()
        while step is not None and step is not here:
            if self.isAncestorOf(step) and _takes_tab(step):
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                step.setFocus(reason)
                break
            step = step.nextInFocusChain() if forward else step.previousInFocusChain()
        return True

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous() or not self.isHidden():
            return
        before, self._before = self._before, None
        # What had them may have gone since.
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        elif self.window().isVisible():
            # Another page came to the front meanwhile; somebody has to have the keys.
            self.window().focusNextChild()
        self.closed.emit()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        known = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._size[1] == 0:
            # What is in it has grown or shrunk, with the size of the text for instance.
            self._fit()
        return known

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(held, QPushButton):
            # Qt lets Enter press a button only inside a dialog of its own.
            held.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.base)
        paint.box(painter, QRectF(self.rect()), edge=look.edge, width=look.border, radius=0)
        painter.end()

    def _place(self) -> None:
        edge = theme.px(_MARGIN)
        self._rows.setContentsMargins(edge, theme.px(12), edge, edge)
        self._rows.setSpacing(theme.px(12))
        self._fit()

    def _fit(self) -> None:
        """In the middle of the window, below the menu bar while there is room, as large as both allow."""
        window = self.parentWidget()
        if window is None:
            return
        edge = theme.px(_MARGIN)
        # Beside it the window may show less of itself than above and below.
        width = min(theme.px(self._size[0]), window.width() - edge)
        wanted = theme.px(self._size[1]) or self._rows.totalHeightForWidth(width)
        top = max(edge, min(theme.px(_TOP), window.height() // 8, window.height() - wanted - edge))
        height = min(wanted, window.height() - top - edge)
        self.setGeometry((window.width() - width) // 2, top, width, height)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    usable = widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
    return usable and policy == Qt.FocusPolicy.TabFocus
