"""The one window: a screen at a time, the menu bar, the banner, and where it all stands. For app.

Only the library is built before the first paint. Every other screen comes from a factory that app gives,
called once, when an interview first needs it:

    window = MainWindow(library=..., preferences=..., factories={actions.LIVE: make_live, ...},
                        about=facts, data_folder=folder)
    window.restore()

A factory returns a ScreenEntry: the screen and how it loads an interview. The key of the factory is the
scope of the actions, found as `screen.actions_by_id`. Screens lead elsewhere by signals that app connects
to `open_interview` and `show_library`; where it has `back_requested`, `packet_requested` (OpenRequest) or
`menu_requested` (the button the menus hang on), the window connects them itself.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from interviewer_app.domain.errors import Problem
from interviewer_app.domain.phase import Phase
from interviewer_app.domain.records import record
from interviewer_app.ui import actions, geometry
from interviewer_app.ui.banner import BannerHost
from interviewer_app.ui.library.screen import LibraryScreen
from interviewer_app.ui.overriding import override
from interviewer_app.ui.shell.commands import Facts, SheetCommands, ViewCommands
from interviewer_app.ui.shell.menus import Menus
from interviewer_app.ui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from interviewer_app.controllers.guidance import Guidance
    from interviewer_app.controllers.library.controller import LibraryController
    from interviewer_app.controllers.library.views import OpenRequest
    from interviewer_app.controllers.preferences import PreferencesController
    from interviewer_app.ui.guidance.dock import HelpDock
    from interviewer_app.ui.shell.routes import Routes

NAME: Final = "Interviewer"
_PLACE: Final = "window"
_PROBLEM: Final = "window.problem"
_CHOICES: Final[dict[str, theme.Choice]] = {"light": "light", "dark": "dark", "high": "high"}
_SCOPES: Final = {
    Phase.PREPARED: actions.PREPARE,
    Phase.LIVE: actions.LIVE,
    Phase.TO_REVIEW: actions.REVIEW,
    Phase.FINALISED: actions.REVIEW,
}


@record
class ScreenEntry:
    """A screen and how it loads an interview; an empty id prepares a new one.

    `load` may raise Problem. Without `menu_bar` the same menus are had from `MainWindow.popup_menu`.
    """

    screen: QWidget
    load: Callable[[str], None]
    menu_bar: bool = True


Factory = Callable[[], ScreenEntry]


def theme_choice(word: str) -> theme.Choice:
    """What `theme.apply` calls the theme of the preferences; every other word follows the system."""
    return _CHOICES.get(word, "auto")


class MainWindow(QMainWindow):
    """Shows the screen that fits an interview's phase; nothing it opens is modal."""

    def __init__(
        self,
        *,
        library: "LibraryController | None",
        preferences: "PreferencesController",
        factories: Mapping[str, Factory],
        about: Facts,
        data_folder: str,
        hurried: bool = False,
    ) -> None:
        """With `hurried`, keys work only once somebody has asked for `actions_by_id`, of the screen too."""
        super().__init__()
        self.setObjectName("main_window")
        # Nothing moves by itself.
        self.setAnimated(False)
        self._library = library
        self._preferences = preferences
        self._factories = factories
        self._scope = actions.LIBRARY
        self._before_packet = actions.LIBRARY
        self._failed = False
        self._folder = data_folder
        self.help: HelpDock | None = None
        self.ways: Routes
        self._worn = (theme_choice(preferences.settings.theme), preferences.settings.text_scale)
        self.entries: dict[str, ScreenEntry] = {}
        self._view = ViewCommands(self, preferences)
        self.sheets = SheetCommands(self, self._scope_now, preferences, about, data_folder)
        self.banners = BannerHost()
        self._stack = QStackedWidget()
        self._lay_out()
        preferences.changed.connect(self._preferences_changed)
        if library is not None:
            self._build_library(library)
        if not hurried:
            self._menu_actions()

    @cached_property
    def actions_by_id(self) -> "Mapping[str, QAction]":
        """The actions of the program, bound to their keys when they are first asked for."""
        # After the first paint.
        from interviewer_app.ui.guidance.dock import HelpDock
        from interviewer_app.ui.shell.routes import Routes

        self.help = HelpDock(self._body, self._row, self._scope_now, self._guidance)
        self.help.all_keys = self.sheets.show_keys
        self.ways = Routes(self, self._open)
        return actions.bind(self, actions.APP, self._view, self.sheets, self.help, self.ways)

    # -- screens

    @property
    def scope(self) -> str:
        """The scope of the screen in front."""
        return self._scope

    def open_interview(self, wish: "OpenRequest") -> None:
        """Bring an interview to the screen of its phase; an empty id prepares a new one."""
        self._open(_SCOPES[wish.phase] if wish.interview_id else actions.PREPARE, wish.interview_id)

    def open_packet(self, wish: "OpenRequest") -> None:
        """Show the packet of an interview; back leads to where the wish was made."""
        came_from = self._scope
        if self._open(actions.PACKET, wish.interview_id) and came_from != actions.PACKET:
            self._before_packet = came_from

    def show_library(self) -> None:
        """The home screen, read anew."""
        if self._library is not None:
            self._library.refresh()
            self._show(actions.LIBRARY)

    def go_back(self) -> None:
        """From the packet to the review it came from, from everywhere else to the library."""
        if self._scope == actions.PACKET and self._before_packet in self.entries:
            self._show(self._before_packet)
        else:
            self.show_library()

    def open_opening(self, opening_id: str) -> None:
        """Show the openings with this one in front."""
        self._open(actions.OPENING, opening_id)

    def new_interview(self) -> None:
        """An empty form."""
        if self._library is not None:
            self._open(actions.PREPARE, "")

    # -- failures

    def show_problem(self, problem: Problem) -> None:
        """State a failure of the world and its next step until it is dismissed."""
        from interviewer_app.ui.widgets.banner import BannerView

        self._failed = True
        view = BannerView("caution", problem.sentence, problem.next_step, dismissable=True)
        self.banners.post(_PROBLEM, view, self._problem_read)

    def show_dead_end(self, problem: Problem) -> None:
        """Fill the window with a failure that leaves nothing to show."""
        from interviewer_app.ui.dialogs.problem import ProblemPage

        page = ProblemPage(problem)
        page.folder_requested.connect(self.sheets.show_data_folder)
        page.quit_requested.connect(self.close)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    # -- the window itself

    def restore(self) -> None:
        """Stand where it stood last time, as far as today's screens allow."""
        areas = geometry.free_areas()
        last = geometry.read(self._preferences.recall(_PLACE))
        if last is None:
            self.setGeometry(geometry.usual(areas))
            return
        place, maximised = last
        self.setGeometry(geometry.clamped(place, areas))
        if maximised:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def popup_menu(self, anchor: QWidget) -> None:
        """The menus of the menu bar as one menu under a button."""
        menu = self._menus.popup(self)
        menu.aboutToHide.connect(menu.deleteLater)
        # Aligned with the far end of the button, which stands at the far end of the window.
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 0 if mirrored else anchor.width() - menu.sizeHint().width()
        menu.popup(anchor.mapToGlobal(QPoint(left, anchor.height())))

    def quit_program(self) -> None:
        """Close the window, and with it the program; everything is saved."""
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        place = geometry.written(self.normalGeometry(), maximised=self.isMaximized())
        self._preferences.remember(_PLACE, place)
        super().closeEvent(event)

    # -- parts

    def _lay_out(self) -> None:
        self._menus = Menus(self._menu_actions)
        self._menus.fill_bar(self.menuBar())
        body = self._body = QWidget()
        # Beside the screen there is room for the drawer.
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._stack, 1)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.banners)
        rows.addLayout(self._row, 1)
        self.setCentralWidget(body)
        self.setMinimumSize(geometry.LEAST)
        self.setWindowTitle(NAME)

    def _build_library(self, library: "LibraryController") -> None:
        screen = LibraryScreen(library, self.banners)
        screen.new_requested.connect(self.new_interview)
        library.open_requested.connect(self.open_interview)
        library.packet_requested.connect(self.open_packet)
        library.problem.connect(self.show_problem)
        self._add(actions.LIBRARY, ScreenEntry(screen, _nothing_to_load))
        self._show(actions.LIBRARY)

    def _add(self, scope: str, entry: ScreenEntry) -> None:
        self.entries[scope] = entry
        self._stack.addWidget(entry.screen)
        entry.screen.windowTitleChanged.connect(self._retitle)
        for name, slot in (
            ("back_requested", self.go_back),
            ("packet_requested", self.open_packet),
            ("menu_requested", self.popup_menu),
        ):
            wish = getattr(entry.screen, name, None)
            if isinstance(wish, SignalInstance):
                wish.connect(slot)

    def _open(self, scope: str, interview_id: str) -> bool:
        """Load an interview into its screen and show it; on a problem the window stays where it was."""
        if scope not in self.entries:
            self._add(scope, self._factories[scope]())
        self._failed = False
        try:
            self.entries[scope].load(interview_id)
        except Problem as problem:
            self.show_problem(problem)
        if self._failed:
            return False
        self.banners.withdraw(_PROBLEM)
        self._show(scope)
        return True

    def _show(self, scope: str) -> None:
        entry = self.entries[scope]
        self.sheets.close_sheet()
        self._scope = scope
        self._stack.setCurrentWidget(entry.screen)
        self.menuBar().setVisible(entry.menu_bar)
        entry.screen.setFocus()
        self._retitle()

    def _retitle(self) -> None:
        inner = self.entries[self._scope].screen.windowTitle()
        self.setWindowTitle(f"{inner} – {NAME}" if inner else NAME)
        # A call without a title is behind the curtain, and what the window says may name somebody.
        open_to_all = bool(inner) or self._scope != actions.LIVE
        self.banners.setVisible(open_to_all)
        if self.help is not None:
            self.help.follow(visible=open_to_all)

    def _scope_now(self) -> str:
        return self._scope

    def _guidance(self) -> "Guidance":
        from interviewer_app.controllers.guidance import Guidance  # reads kits, when the drawer opens

        return Guidance(Path(self._folder) / "kits")

    def _menu_actions(self) -> "tuple[Mapping[str, QAction], Mapping[str, QAction]]":
        entry = self.entries.get(self._scope)
        inner = {} if entry is None else getattr(entry.screen, "actions_by_id", {})
        return inner, self.actions_by_id

    def _problem_read(self, _word: str) -> None:
        self.banners.withdraw(_PROBLEM)

    def _preferences_changed(self) -> None:
        app = QApplication.instance()
        now = self._preferences.settings
        worn = (theme_choice(now.theme), now.text_scale)
        if isinstance(app, QApplication) and worn != self._worn:
            self._worn = worn
            theme.apply(app, *worn)


def _nothing_to_load(_interview_id: str) -> None:
    """The library is read when it is shown."""
