"""Where the keyboard goes: arrows inside a list, Tab in reading order. For ui/review only."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLayout,
    QScrollArea,
    QSpacerItem,
    QStackedWidget,
    QWidget,
    QWidgetItem,
)
from shiboken6 import Shiboken

from interviewer_app.ui.overriding import override

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RovingFocus(QObject):
    """Moves the focus among rows and keeps the last one as the list's tab stop.

    `presses` True: a row reached by an arrow is pressed too, as in a list where the selection follows.
    """

    def __init__(self, parent: QWidget, *, presses: bool = False) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._presses = presses

    def take(self, rows: Sequence[QWidget], entry: QWidget | None = None) -> None:
        """Lead these rows from now on; Tab enters at `entry`, else where it was, else at the first."""
        for row in rows:
            if row not in self._rows:
                row.installEventFilter(self)
        stop = entry or next((row for row in self._rows if row in rows and _is_stop(row)), None)
        self._rows = list(rows)
        if rows:
            self._stop_at(stop or rows[0])

    def entry(self) -> QWidget | None:
        """The row that Tab enters at; None for an empty list."""
        return next((row for row in self._rows if _is_stop(row)), None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._stop_at(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(watched, event)
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not isinstance(watched, QWidget) or watched not in self._rows:
            return False
        shown = [row for row in self._rows if not row.isHidden() and row.isEnabled()]
        at = shown.index(watched)
        key = Qt.Key(event.key())
        if key in _STEPS:
            goal = at + _STEPS[key]
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            goal = 0 if key == Qt.Key.Key_Home else len(shown) - 1
        else:
            return False
        if 0 <= goal < len(shown) and goal != at:
            self._go(shown[goal])
        return True

    def _go(self, row: QWidget) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        reveal(row)
        if self._presses and isinstance(row, QAbstractButton):
            row.click()

    def _stop_at(self, stop: QWidget) -> None:
        for row in self._rows:
            here = row is stop
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


def step_focus(root: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next tab stop of `root` as its layouts read, from its end to what is outside it.

    Qt's own chain is the order of construction, which rows built later would spoil. False without any stop.
    """
    stops = [stop for stop in _reading(root) if _takes_tab(stop)]
    here = root.focusWidget()
    at = stops.index(here) if here in stops else (-1 if forward else len(stops))
    goal = at + (1 if forward else -1)
    target = stops[goal] if 0 <= goal < len(stops) else _outside(root, forward=forward)
    if target is None and stops:
        target = stops[0 if forward else -1]
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    reveal(target)
    return True


def _outside(root: QWidget, *, forward: bool) -> QWidget | None:
    """The next tab stop of the window that does not belong to `root`, such as a banner's button."""
    step = root.nextInFocusChain() if forward else root.previousInFocusChain()
    while step is not None and step is not root:
        if not root.isAncestorOf(step) and _takes_tab(step) and step.isVisible():
            return step
        step = step.nextInFocusChain() if forward else step.previousInFocusChain()
    return None


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return policy == Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None


def _reading(widget: QWidget) -> Iterator[QWidget]:
    """A widget and everything visible in it, as its layouts put it."""
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from _reading(inner)
    elif isinstance(widget, QStackedWidget):
        page = widget.currentWidget()
        if page is not None:
            yield from _reading(page)
    elif (layout := widget.layout()) is not None:
        yield from _items(layout)


def _items(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if isinstance(item, QWidgetItem | QSpacerItem):
            # Python would know it longer than Qt keeps it, and take the next widget at its address for it.
            Shiboken.invalidate(item)
        if widget is not None:
            yield from _reading(widget)
        elif inner is not None:
            yield from _items(inner)


def reveal(widget: QWidget) -> None:
    """Scroll the area around a widget so far that it is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 8)
            return
        parent = parent.parentWidget()


def _is_stop(row: QWidget) -> bool:
    return row.focusPolicy() == Qt.FocusPolicy.StrongFocus
