"""The actions that work everywhere: text size, theme, full screen, and the sheets. For ui/shell."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from interviewer_app.ui.style import theme

if TYPE_CHECKING:
    from interviewer_app.controllers.preferences import PreferencesController
    from interviewer_app.ui.dialogs.sheet import DialogSheet

Facts = Callable[[], tuple[tuple[str, str], ...]]


class ViewCommands(QObject):
    """How everything looks: each wish goes through the preferences, so that it is kept."""

    def __init__(self, window: QWidget, preferences: "PreferencesController") -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences

    def larger_text(self) -> None:
        """One step up."""
        self._preferences.scale_by(1)

    def smaller_text(self) -> None:
        """One step down."""
        self._preferences.scale_by(-1)

    def normal_text(self) -> None:
        """Back to 100 %."""
        self._preferences.scale_by(0)

    def toggle_theme(self) -> None:
        """Dark when it is light, light when it is anything else."""
        self._preferences.update(theme="dark" if theme.current().name == "light" else "light")

    def toggle_full_screen(self) -> None:
        """Into full screen and back to what it was."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)


class SheetCommands(QObject):
    """Opens the sheets that lie over the window; each is loaded when it is first wanted."""

    def __init__(
        self,
        window: QWidget,
        scope: Callable[[], str],
        preferences: "PreferencesController",
        about: Facts,
        data_folder: str,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._scope = scope
        self._preferences = preferences
        self._about = about
        self._data_folder = data_folder
        self._sheet: DialogSheet | None = None

    def show_keys(self) -> None:
        """The cheat sheet, or away with it."""
        from interviewer_app.ui.dialogs.keys import KeysSheet

        self._toggle(KeysSheet, self._scope())

    def show_preferences(self) -> None:
        """Preferences, or away with them."""
        from interviewer_app.ui.dialogs.preferences import PreferencesSheet

        self._toggle(PreferencesSheet, self._preferences)
        if isinstance(self._sheet, PreferencesSheet):
            self._sheet.expanders_requested.connect(self.show_expanders)

    def show_expanders(self) -> None:
        """The short words of the notes."""
        from interviewer_app.ui.dialogs.expanders import ExpandersSheet

        self._toggle(ExpandersSheet, self._preferences)

    def show_about(self) -> None:
        """Versions, data folder, licences."""
        from interviewer_app.ui.dialogs.about import AboutSheet

        self._toggle(AboutSheet, self._about(), self.show_data_folder)

    def show_data_folder(self) -> None:
        """The folder of the database in the system's file manager."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(self._data_folder))

    def close_sheet(self) -> None:
        """Away with whatever sheet there is."""
        if self._sheet is not None:
            self._sheet.dismiss()

    @property
    def sheet(self) -> "DialogSheet | None":
        """The sheet over the window now."""
        return self._sheet

    def _toggle(self, kind: "Callable[..., DialogSheet]", *needs: object) -> None:
        old = self._sheet
        self.close_sheet()
        if old is not None and type(old) is kind:
            return
        self._sheet = kind(*needs, self._window)
        self._sheet.closed.connect(self._gone)
        self._sheet.open()

    def _gone(self) -> None:
        self._sheet = None
