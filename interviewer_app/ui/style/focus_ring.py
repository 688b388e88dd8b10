"""The ring around what has the keyboard's focus: 2 px of accent, 1 px off the control. For style.py only.

The ring is a widget of its own, raised over the control's surroundings, because
a control cannot paint outside itself. It shows when focus came without a
mouse button being down.
"""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QWidget,
)

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme

_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
)


class _Ring(QWidget):
    """The painted ring; lets every click through."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        radius = theme.RADIUS + 1 + look.ring / 2
        paint.box(painter, QRectF(self.rect()), edge=look.accent, width=look.ring, radius=radius)
        painter.end()


class FocusRing(QObject):
    """Follows the application's focus and keeps the ring on it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOVES and self._target is not None:
            self._place()
        elif kind == QEvent.Type.MouseButtonPress and watched is self._target:
            self._leave()
        return False

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None or not _wants_ring(new):
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        self._target = new
        host = _host(new)
        step: QWidget | None = new
        while step is not None and step is not host:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        if self._ring is None:
            self._ring = _Ring()
            self._ring.destroyed.connect(self._lose_ring)
        self._ring.setParent(host)
        # Once, not at every move: what is raised over the pane later (a curtain) stays over the ring.
        self._ring.raise_()
        self._place()

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None:
            return
        host = ring.parentWidget()
        if host is None or not target.isVisibleTo(host) or not host.isAncestorOf(target):
            ring.hide()
            return
        out = theme.current().ring + 1
        place = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        ring.setGeometry(place.adjusted(-out, -out, out, out))
        ring.show()

    def _leave(self) -> None:
        for widget in self._watched:
            # Focus also moves because a widget is being destroyed; then there is nothing to remove.
            with suppress(RuntimeError):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        if self._ring is not None:
            self._ring.hide()

    def _lose_ring(self) -> None:
        """The ring went down with the window it lay on."""
        self._ring = None


def install(app: QApplication) -> None:
    """Start following focus; the ring's widget is made at the first need."""
    FocusRing(app)


def _wants_ring(widget: QWidget) -> bool:
    wish = widget.property("ring")
    if wish is not None:
        return bool(wish)
    return isinstance(widget, QAbstractButton) or widget.inherits("QComboBox")


def _host(widget: QWidget) -> QWidget:
    """The nearest surrounding with room for the ring: it must not be cut, nor leave a scrolled pane."""
    out = theme.current().ring + 1
    host = widget.parentWidget() or widget
    while not host.isWindow():
        place = QRect(widget.mapTo(host, QPoint(0, 0)), widget.size()).adjusted(-out, -out, out, out)
        viewport = isinstance(host.parentWidget(), QAbstractScrollArea)
        # A splitter would take the ring for one of its panes.
        if viewport or (host.rect().contains(place) and not host.inherits("QSplitter")):
            return host
        host = host.parentWidget() or host
    return host
