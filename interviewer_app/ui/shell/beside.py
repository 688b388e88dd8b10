"""What stands beside the call: candidate view and ribbon, each loaded when it is first wanted. For app."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from interviewer_app.controllers.live.controller import LiveController
    from interviewer_app.controllers.preferences import PreferencesController
    from interviewer_app.ui.candidate.mode import CandidateMode
    from interviewer_app.ui.live.screen import LiveScreen
    from interviewer_app.ui.ribbon.mode import RibbonMode


class CompanionWindows(QObject):
    """Listens to the wishes of the live screen; `candidate` and `ribbon` are None until first asked for."""

    def __init__(
        self, screen: "LiveScreen", controller: "LiveController", preferences: "PreferencesController"
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._controller = controller
        self._preferences = preferences
        self.candidate: CandidateMode | None = None
        self.ribbon: RibbonMode | None = None
        screen.beside.ribbon_requested.connect(self._toggle_ribbon)
        screen.beside.on_top_requested.connect(self._toggle_on_top)
        screen.beside.candidate_requested.connect(self._toggle_candidate)
        screen.beside.candidate_time_requested.connect(self._toggle_time)

    def _toggle_ribbon(self) -> None:
        mode = self._ribbon_mode()
        if mode is not None:
            mode.toggle()

    def _toggle_on_top(self) -> None:
        mode = self._ribbon_mode()
        if mode is not None:
            mode.toggle_on_top()

    def _toggle_candidate(self) -> None:
        desk = self._candidate_desk()
        if desk is not None:
            desk.toggle()

    def _toggle_time(self) -> None:
        desk = self._candidate_desk()
        if desk is not None:
            desk.toggle_time()

    def _candidate_desk(self) -> "CandidateMode | None":
        if self.candidate is None and self._controller.view is not None:
            from interviewer_app.ui.candidate.mode import CandidateMode

            self.candidate = CandidateMode(self._screen, self._controller, self._preferences)
        return self.candidate

    def _ribbon_mode(self) -> "RibbonMode | None":
        if self.ribbon is None and self._controller.view is not None:
            from interviewer_app.ui.ribbon.mode import RibbonMode

            platform = QGuiApplication.platformName()
            self.ribbon = RibbonMode(self._screen, self._controller, self._preferences, platform)
        return self.ribbon
