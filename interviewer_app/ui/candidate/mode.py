"""Opens the candidate view, keeps it on the step of the call, closes it with the call. For ui/shell."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QWidget

from interviewer_app.ui import geometry
from interviewer_app.ui.candidate.view import candidate_view
from interviewer_app.ui.candidate.window import LEAST, USUAL, CandidateWindow
from interviewer_app.ui.overriding import override
from interviewer_app.ui.standing import OnScreenWatch
from interviewer_app.ui.style import theme

if TYPE_CHECKING:
    from interviewer_app.controllers.library.views import OpenRequest
    from interviewer_app.controllers.live.controller import LiveController
    from interviewer_app.controllers.live.views import LiveView
    from interviewer_app.controllers.preferences import PreferencesController
    from interviewer_app.ui.live.screen import LiveScreen

_PLACE: Final = "candidate"
_TIME: Final = "candidate.time"
_SHOWN: Final = "shown"
_KEYS_IN_IT: Final = ("live.candidate", "live.previous", "live.next")


class CandidateMode(QObject):
    """The window is made at once, and shown by `toggle`. Closing it ends nothing."""

    def __init__(
        self,
        screen: "LiveScreen",
        controller: "LiveController",
        preferences: "PreferencesController",
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._preferences = preferences
        self._controller = controller
        self._main: QWidget | None = None
        self.window = CandidateWindow()
        self._standing = OnScreenWatch(self.window, _least)
        self.window.show_time(shown=preferences.recall(_TIME) == _SHOWN)
        self.window.addActions([screen.actions_by_id[key] for key in _KEYS_IN_IT])
        self.window.time_requested.connect(self.toggle_time)
        self.window.closed.connect(self._remember)
        controller.changed.connect(self._show)
        controller.ended.connect(self._ended)

    def toggle(self) -> None:
        """Show the window, or close it."""
        window = self.window
        if window.isVisible():
            window.close()
            return
        self._watch_main()
        last = geometry.read(self._preferences.recall(_PLACE))
        areas = geometry.free_areas()
        if last is not None:
            window.setGeometry(geometry.clamped(last[0], areas, _least()))
        elif areas:
            usual = QSize(theme.px(USUAL.width()), theme.px(USUAL.height()))
            # Where there is a second screen the call is likely to be shown from there.
            window.setGeometry(geometry.centred(usual.boundedTo(areas[-1].size()), areas[-1]))
        if self._controller.view is not None:
            window.present(candidate_view(self._controller.view))
        window.show()

    def toggle_time(self) -> None:
        """Show the minutes left to the candidate, or hide them; kept for the next call."""
        shown = not self.window.timed
        self.window.show_time(shown=shown)
        self._preferences.remember(_TIME, _SHOWN if shown else "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A window left over would keep a question on a shared screen after the program is gone.
        if event.type() == QEvent.Type.Close:
            self.window.close()
        return False

    def _watch_main(self) -> None:
        main = self._screen.window()
        if main is not self._main:
            self._main = main
            main.installEventFilter(self)

    def _show(self, view: "LiveView") -> None:
        if self.window.isVisible():
            self.window.present(candidate_view(view))

    def _ended(self, _wish: "OpenRequest") -> None:
        self.window.close()

    def _remember(self) -> None:
        place = geometry.written(self.window.normalGeometry(), maximised=False)
        self._preferences.remember(_PLACE, place)


def _least() -> QSize:
    return LEAST
