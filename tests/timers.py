"""Timers of the program that go off when a test says so, not when time has passed."""

from PySide6.QtCore import QObject, QTimer


def timer(owner: QObject) -> QTimer:
    """The one timer that belongs to an object or to a part of it."""
    (found,) = owner.findChildren(QTimer)
    return found


def ring(owner: QObject) -> None:
    """Its timer goes off now."""
    timer(owner).timeout.emit()
