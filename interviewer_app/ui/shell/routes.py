"""The ways to screens that belong to no interview: kit library, openings. For ui/shell.

A new such screen is a factory under its scope in app/wiring.py, a row of the table of actions, a method here.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from interviewer_app.ui import actions

if TYPE_CHECKING:
    from interviewer_app.controllers.kits.views import EditRequest

Open = Callable[[str, str], bool]
"""Opens a scope with what its screen shall load; False when that failed."""


class Routes(QObject):
    """Each way is an action that works everywhere."""

    def __init__(self, window: QWidget, way: Open) -> None:
        super().__init__(window)
        self._way = way

    def show_kits(self) -> None:
        """Prompts, kits and their files."""
        self._way(actions.KITS, "")

    def show_openings(self) -> None:
        """Positions to be filled, and what is known of each."""
        self._way(actions.OPENING, "")

    def edit_kit(self, wish: "EditRequest") -> None:
        """A kit file in the editor."""
        self._way(actions.KIT_EDITOR, wish.file_id)
