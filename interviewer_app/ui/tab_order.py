"""The order in which Tab visits controls, set once they are all there. For ui.

Controls that are built on first use would otherwise come last, wherever they stand.
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(*parts: QWidget) -> None:
    """Tab goes through these parts in order, and within a part through its controls as they were made."""
    stops: list[QWidget] = []
    wholes: list[tuple[QWidget, QWidget, Qt.FocusPolicy]] = []
    for part in parts:
        for stop in (part, *part.findChildren(QWidget)):
            proxy = stop.focusProxy()
            if stop.window() is not part.window():
                continue
            if proxy is not None and stop.isAncestorOf(proxy):
                # Tab goes from such a whole to its proxy: it has to stand before its parts, nowhere else.
                wholes.append((stop, proxy, stop.focusPolicy()))
                stops.append(stop)
            elif proxy is None and stop.focusPolicy() != Qt.FocusPolicy.NoFocus:
                stops.append(stop)
    # With its proxy Qt would move a whole together with whatever stands behind it at the moment, and what
    # takes no focus it would not move at all.
    for whole, _proxy, _policy in wholes:
        whole.setFocusProxy(None)  # type: ignore[arg-type]  # how Qt takes one away
        whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for whole, proxy, policy in wholes:
        whole.setFocusPolicy(policy)
        whole.setFocusProxy(proxy)
