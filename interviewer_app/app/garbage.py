"""Collects garbage in the window's thread only. For app/main.

Python collects cycles in whichever thread happens to allocate. A widget that dies in the writer's thread
takes Qt's timers down in the wrong thread, so automatic collection is off and a slow timer does it here.
"""

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSpacerItem, QWidgetItem
from shiboken6 import Shiboken

_EVERY_MS = 10_000


def forget_items() -> None:
    """Let Python forget the items of layouts, of which nobody here keeps any.

    The binding knows them from building the screens on. Qt deletes them unseen with their widgets, and what
    it then makes at the same address, a viewport for instance, would reach Python as a dead item.
    """
    for known in Shiboken.getAllValidWrappers():
        if type(known) in (QWidgetItem, QSpacerItem) and not Shiboken.createdByPython(known):
            Shiboken.invalidate(known)


class Collector(QObject):
    """Looks every few seconds whether there is enough to collect, youngest objects first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.disable()
        # What is there after the start stays; no collection needs to look at it again.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._limits[generation]:
                forget_items()
                gc.collect(generation)
                return
