"""The same program inside the test's process, so that the real mouse finds its widgets by name.

For the journeys by mouse and by menu: window, controllers and database are the program's own; the pointer and
the keys are the X server's.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from interviewer_app.app import wiring
from interviewer_app.app.farewell import UnsavedGuard
from interviewer_app.ui.actions import LIVE, PREPARE
from interviewer_app.ui.live.notes.editor import NotesEditor
from interviewer_app.ui.shell.window import MainWindow
from interviewer_app.ui.style import app_style, theme
from interviewer_app.ui.widgets.banner import Banner
from tests.journeys.driver import SETTLE, Book, Keys, until, xdotool

Kind = TypeVar("Kind", bound=QWidget)


class Inside:
    """The program's window, and hands for it."""

    def __init__(self, program: wiring.Program) -> None:
        self.program = program
        self.keys = Keys()
        self.book = Book(program.keeper.path)

    @property
    def window(self) -> MainWindow:
        """The one window."""
        return self.program.window

    def seen(self, name: str, kind: type[Kind]) -> Kind:
        """The widget of that name, once it is in sight and can be used."""

        def look() -> Kind | None:
            found = [w for w in self.window.findChildren(kind, name) if w.isVisible() and w.isEnabled()]
            return found[0] if found else None

        found = until(look, f"{name} in sight")
        assert found is not None
        return found

    def click(self, name: str) -> None:
        """Move the pointer to the middle of a widget and press."""
        widget = self.seen(name, QWidget)
        self._press_at(widget, lambda: widget.rect().center())

    def choose(self, *path: str) -> None:
        """Go through the menus by mouse: the name of a menu (or of two), then the name of an action."""
        *menus, action_name = path
        bar = self.window.menuBar()
        holder: QMenuBar | QMenu = bar if bar.isVisible() else self.seen("menu.all", QMenu)
        for name in menus:
            menu = holder.findChild(QMenu, name)
            assert menu is not None
            self._press_entry(holder, menu.menuAction())
            until(menu.isVisible, f"{name} open")
            holder = menu
        action = next(a for a in holder.actions() if a.objectName() == action_name)
        assert action.isEnabled(), f"{action_name} is off"
        self._press_entry(holder, action)

    def begin(self, name: str) -> NotesEditor:
        """By keyboard from the library to the notes of the opening."""
        self.keys.press("ctrl+n")
        until(lambda: self.window.scope == PREPARE, "the form")
        self.type(name)
        self.keys.press(*SETTLE, "ctrl+Return")
        until(lambda: self.window.scope == LIVE, "the call")
        return self.seen("live.notes", NotesEditor)

    def type(self, text: str) -> None:
        """Real keys."""
        self.keys.type(text)

    def banner(self) -> str:
        """Fact and next step of the banner in sight; empty without one."""
        seen = [banner for banner in self.window.findChildren(Banner) if banner.isVisible()]
        return " ".join(banner.accessibleName() for banner in seen)

    def _press_entry(self, holder: QMenuBar | QMenu, action: QAction) -> None:
        self._press_at(holder, lambda: holder.actionGeometry(action).center())

    def _press_at(self, widget: QWidget, place: Callable[[], QPoint]) -> None:
        def settled() -> QPoint | None:
            before = widget.mapToGlobal(place())
            QApplication.processEvents()  # what was just shown may still find its place
            point = widget.mapToGlobal(place())
            under = QApplication.widgetAt(point)
            hit = under is not None and (under is widget or widget.isAncestorOf(under))
            return point if hit and point == before else None

        point = until(settled, f"{widget.objectName()} in its place")
        assert point is not None
        xdotool("mousemove", str(point.x()), str(point.y()), "click", "1")


@contextmanager
def opened(folder: Path, app: QApplication) -> Iterator[Inside]:
    """The program on a data folder, its window active."""
    app_style.install(app)
    program = wiring.Program(folder, folder / "interviews.db")
    theme.apply(app, program.theme)
    program.build(None)
    program.window.show()
    farewell = UnsavedGuard(program.window, program.keeper, program.window.show_problem)
    program.keeper.start()
    assert program.keeper.flush()
    hands = Inside(program)
    try:
        until(program.window.isActiveWindow, "an active window")
        yield hands
    finally:
        program.window.removeEventFilter(farewell)
        program.window.close()
        program.close()
        program.window.deleteLater()
