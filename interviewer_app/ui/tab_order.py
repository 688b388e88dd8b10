"""The order in which Tab visits controls, set once they are all there. For ui.

Controls that are built on first use would otherwise come last, wherever they stand.
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(*parts: QWidget) -> None:
    """Tab goes through these parts in order, and within a part through its controls as they were made."""
    stops: list[QWidget] = []
    for part in parts:
        for stop in (part, *part.findChildren(QWidget)):
            here = stop.window() is part.window()
            if here and stop.focusPolicy() != Qt.FocusPolicy.NoFocus and stop.focusProxy() is None:
                stops.append(stop)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
