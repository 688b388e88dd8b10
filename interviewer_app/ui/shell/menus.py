"""The menus of the window, filled from the table of actions at the moment they open. For ui/shell."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.style import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

Actions = Callable[[], tuple[Mapping[str, "QAction"], Mapping[str, "QAction"]]]
"""Gives the actions of the screen in front and those of the program."""

# Rows that begin a new group in their menu.
_BREAKS: Final = (
    "app.folder",
    "app.quit",
    "app.bigger",
    "app.full",
    "app.about",
    "library.sample",
    "prepare.discard",
)


class Menus:
    """File, Interview, View and Help; what they hold follows the screen in front."""

    def __init__(self, source: Actions) -> None:
        self._source = source

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put the four menus into a menu bar."""
        bar.setObjectName("menu_bar")
        for menu in self._made(bar):
            bar.addMenu(menu)

    def popup(self, parent: QWidget) -> QMenu:
        """All four as sub-menus of one menu, which belongs to the caller."""
        whole = QMenu(parent)
        whole.setObjectName("menu.all")
        for menu in self._made(whole):
            whole.addMenu(menu)
        return whole

    def _made(self, parent: QWidget) -> Iterator[QMenu]:
        words = {
            actions.FILE: _("File"),
            actions.INTERVIEW: _("Interview"),
            actions.VIEW: _("View"),
            actions.HELP: _("Help"),
        }
        for key, title in words.items():
            menu = QMenu(title, parent)
            menu.setObjectName(f"menu.{key}")
            menu.aboutToShow.connect(partial(self._fill, menu, key))
            yield menu

    def _fill(self, menu: QMenu, key: str) -> None:
        menu.clear()
        screen, program = self._source()
        rows = [row for row in actions.table() if row.menu == key]
        for group in (screen, program):
            fresh = True
            for row in rows:
                action = group.get(row.id)
                if action is None:
                    continue
                if (fresh and not menu.isEmpty()) or row.id in _BREAKS:
                    menu.addSeparator()
                fresh = False
                if row.icon and action.icon().isNull():
                    action.setIcon(icons.icon(row.icon))
                menu.addAction(action)
        if menu.isEmpty():
            nothing = menu.addAction(_("Nothing to do here"))
            nothing.setEnabled(False)
