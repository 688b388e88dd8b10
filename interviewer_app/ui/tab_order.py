"""The order in which Tab visits controls, set once they are all there. For ui.

Controls that are built on first use would otherwise come last, wherever they stand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(*parts: QWidget) -> None:
    """Tab goes through these parts in order, and within a part through its controls as they were made."""
    stops = [stop for part in parts for stop in (part, *part.findChildren(QWidget)) if _is_stop(stop, part)]
    with _plain([stop for stop in stops if stop.focusProxy() is not None]):
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def _is_stop(stop: QWidget, part: QWidget) -> bool:
    """Whether a widget has a place on the way; the pop-ups of combo boxes are windows of their own.

    One that hands the keyboard to a part of itself has one too: Tab goes from it to that part, so that it has
    to stand right before its parts. Anywhere else it cuts off whatever stands between.
    """
    if stop.window() is not part.window():
        return False
    proxy = stop.focusProxy()
    if proxy is not None:
        return stop.isAncestorOf(proxy)
    return stop.focusPolicy() != Qt.FocusPolicy.NoFocus


@contextmanager
def _plain(wholes: list[QWidget]) -> Iterator[None]:
    """Wholes as plain controls for a moment.

    Qt would move one with a proxy together with whatever stands behind it, and would not move one without
    a focus policy at all.
    """
    kept = [(whole, whole.focusProxy(), whole.focusPolicy()) for whole in wholes]
    for whole in wholes:
        whole.setFocusProxy(None)  # type: ignore[arg-type]  # how Qt takes one away
        whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    yield
    for whole, proxy, policy in kept:
        whole.setFocusPolicy(policy)
        if proxy is not None:
            whole.setFocusProxy(proxy)
