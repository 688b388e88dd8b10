"""Who talks to whom: controllers, screens and the window, each built when first needed. For app/main."""

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.keeper import Keeper, SaveState, SaveView
from interviewer_app.controllers.library.controller import LibraryController
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.domain.errors import StorageProblem
from interviewer_app.domain.phase import Phase
from interviewer_app.ui import actions
from interviewer_app.ui.shell.window import MainWindow, ScreenEntry, theme_choice
from interviewer_app.ui.style import theme

if TYPE_CHECKING:
    from interviewer_app.controllers.kits.controller import KitsController
    from interviewer_app.controllers.kits.editor import KitEditorController
    from interviewer_app.controllers.openings.views import OpeningChosen, SheetRequest
    from interviewer_app.controllers.packet.controller import PacketController


class Program:
    """The parts of the running program, wired."""

    def __init__(self, folder: Path, database: Path, *, hurried: bool = False) -> None:
        """With `hurried`, what the first paint can do without waits for `after_first_paint`."""
        self.folder = folder
        self._hurried = hurried
        self.clock = Clock()
        self.preferences = PreferencesController(folder)
        self.keeper = Keeper(database, self.clock)
        self.library = LibraryController(self.keeper)
        self.theme: theme.Choice = theme_choice(self.preferences.settings.theme)
        self._sound = True
        self._packet_controller: PacketController | None = None
        self._kit_editor_controller: KitEditorController | None = None
        self._sheet_from = self._wanted_opening = ""

    def build(self, problem: StorageProblem | None) -> None:
        """Build the window with the library in it, or with the reason why there is none."""
        problem = problem or self._try_reading()
        self._sound = problem is None
        factories: dict[str, Callable[[], ScreenEntry]] = {
            actions.PREPARE: self._prepare,
            actions.LIVE: self._live,
            actions.REVIEW: self._review,
            actions.PACKET: self._packet,
            actions.KITS: self._kits,
            actions.OPENING: self._openings,
            actions.KIT_EDITOR: self._kit_editor,
        }
        self.window = MainWindow(
            library=self.library if self._sound else None,
            preferences=self.preferences,
            factories=factories,
            about=self._about,
            data_folder=str(self.folder),
            hurried=self._hurried,
        )
        self.window.restore()
        self.preferences.problem.connect(self.window.show_problem)
        if problem is not None:
            self.window.show_dead_end(problem)
            return
        self.library.problem.connect(self.window.show_problem)
        self.library.export_requested.connect(self._export_many)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.refused.connect(self.window.show_problem)
        self.library.refresh()

    def after_first_paint(self) -> None:
        """Everything the first paint did not need, the keys first."""
        for owner in (self.window, *(entry.screen for entry in self.window.entries.values())):
            getattr(owner, "actions_by_id", None)
        from interviewer_app.app import logs  # after the first paint
        from interviewer_app.app.crash import CrashHook
        from interviewer_app.app.farewell import UnsavedGuard
        from interviewer_app.app.garbage import Collector
        from interviewer_app.app.instance import SecondStart
        from interviewer_app.app.signals import Signals

        log = logs.start(self.folder / "logs")
        self.crash = CrashHook(self.catch_up, str(log))
        self.crash.met.connect(self.window.show_problem)
        self.crash.install()
        Signals(self.window)
        Collector(self.window)
        self._offer_capture()
        if self._sound:
            farewell = UnsavedGuard(self.window, self.keeper, self.window.show_problem, self._save_draft)
            app = QGuiApplication.instance()
            if isinstance(app, QGuiApplication):
                app.commitDataRequest.connect(farewell.drain)
            doorbell = SecondStart(self.folder, self.window)
            doorbell.rung.connect(self.come_forward)
            # A beat later still, so that migrating never competes with the first paint.
            QTimer.singleShot(30, self.keeper.start)

    def catch_up(self) -> bool:
        """Save what is left without waiting long; whether all of it is down."""
        draft = self._save_draft()
        return (not self._sound or self.keeper.catch_up()) and draft

    def close(self) -> bool:
        """Write what is left, and let go; False when something could not be written."""
        draft = self._save_draft()
        if self._packet_controller is not None:
            self._packet_controller.close()
        return (not self._sound or self.keeper.close()) and draft

    def _offer_capture(self) -> None:
        if sys.platform == "win32":
            from interviewer_app.ui.capture import Capture, from_system

            exclude = from_system()
            if exclude is not None:
                Capture(self.window, self.preferences, exclude)

    # -- screens, built on first use; the imports are inside so that they load on first use too

    def _prepare(self) -> ScreenEntry:
        from interviewer_app.controllers.prepare.controller import PrepareController
        from interviewer_app.ui.prepare.screen import PrepareScreen

        controller = PrepareController(self.keeper, self.preferences, self.folder / "kits")
        screen = PrepareScreen(controller)
        controller.started.connect(self.window.open_interview)
        controller.closed.connect(self.window.show_library)
        controller.problem.connect(self.window.show_problem)
        controller.sheet_requested.connect(self._sheet_of)

        def load(interview_id: str) -> None:
            wanted, self._wanted_opening = self._wanted_opening, ""
            if interview_id:
                controller.load(interview_id)
            else:
                controller.new(wanted)

        return ScreenEntry(screen, load=load)

    def _live(self) -> ScreenEntry:
        from interviewer_app.app.awake import Awake
        from interviewer_app.controllers.live.controller import LiveController
        from interviewer_app.ui.live.screen import LiveScreen
        from interviewer_app.ui.shell.beside import CompanionWindows

        controller = LiveController(self.keeper, self.preferences)
        screen = LiveScreen(controller, self.preferences)
        CompanionWindows(screen, controller, self.preferences)
        awake = Awake(controller)
        controller.ended.connect(awake.release)
        controller.ended.connect(self.window.open_interview)

        def load(interview_id: str) -> None:
            controller.load(interview_id)
            awake.hold()

        return ScreenEntry(screen, load=load, menu_bar=False)

    def _review(self) -> ScreenEntry:
        from interviewer_app.controllers.review.controller import ReviewController
        from interviewer_app.ui.review.screen import ReviewScreen

        controller = ReviewController(self.keeper)
        screen = ReviewScreen(controller)
        controller.back_to_call.connect(self.window.open_interview)
        controller.problem.connect(self.window.show_problem)
        return ScreenEntry(screen, load=controller.load)

    def _packet(self) -> ScreenEntry:
        from interviewer_app.ui.packet.screen import PacketScreen

        controller = self._packets()
        screen = PacketScreen(controller)
        return ScreenEntry(screen, load=controller.load)

    def _openings(self) -> ScreenEntry:
        from interviewer_app.controllers.openings.controller import OpeningController
        from interviewer_app.ui.openings.screen import OpeningScreen

        controller = OpeningController(self.keeper, self.folder / "kits", lambda: self._packets().folder())
        screen = OpeningScreen(controller)
        controller.problem.connect(self.window.show_problem)
        controller.prepare_requested.connect(self._prepare_for)
        screen.leave_requested.connect(self._leave_openings)

        def load(opening_id: str) -> None:
            # Asked for by itself, it leads back to the library.
            self._sheet_from = self._sheet_from if opening_id else ""
            controller.load(opening_id)

        return ScreenEntry(screen, load=load)

    def _kits(self) -> ScreenEntry:
        from interviewer_app.ui.kits.screen import KitsScreen

        controller = self.kit_library
        screen = KitsScreen(controller)
        controller.problem.connect(self.window.show_problem)
        controller.edit_requested.connect(self.window.ways.edit_kit)
        return ScreenEntry(screen, load=controller.load)

    def _kit_editor(self) -> ScreenEntry:
        from interviewer_app.controllers.kits.editor import KitEditorController
        from interviewer_app.ui.kits.editor import KitEditorScreen

        library = self.kit_library
        controller = KitEditorController(library.store, self.clock, library.names)
        self._kit_editor_controller = controller
        screen = KitEditorScreen(controller)
        controller.problem.connect(self.window.show_problem)
        controller.closed.connect(self.window.ways.show_kits)
        return ScreenEntry(screen, load=controller.load)

    @cached_property
    def kit_library(self) -> "KitsController":
        """What the kit library and the kit editor work at."""
        from interviewer_app.controllers.kits.controller import KitsController

        return KitsController(self.keeper, self.folder / "kits")

    # -- inside

    def _try_reading(self) -> StorageProblem | None:
        try:
            self.keeper.reader.counts()
        except StorageProblem as problem:
            return problem
        return None

    def _about(self) -> tuple[tuple[str, str], ...]:
        from interviewer_app.controllers.about import facts

        return facts(self.folder, QGuiApplication.platformName())

    def _packets(self) -> "PacketController":
        from interviewer_app.controllers.packet.controller import PacketController

        if self._packet_controller is None:
            self._packet_controller = PacketController(self.keeper, self.preferences)
            self._packet_controller.problem.connect(self.window.show_problem)
        return self._packet_controller

    def _sheet_of(self, wish: "SheetRequest") -> None:
        """The sheet of an opening, and back to the interview that is being prepared for it."""
        self._sheet_from = wish.interview_id
        self.window.open_opening(wish.opening_id)

    def _leave_openings(self) -> None:
        if self._sheet_from:
            self.window.open_interview(OpenRequest(self._sheet_from, Phase.PREPARED))
        else:
            self.window.go_back()

    def _prepare_for(self, wish: "OpeningChosen") -> None:
        self._wanted_opening = wish.id
        self.window.new_interview()

    def _export_many(self, interview_ids: tuple[str, ...]) -> None:
        controller = self._packets()
        controller.export_many(interview_ids, controller.folder())

    def _on_saved(self, view: SaveView) -> None:
        if view.state is SaveState.FAILED and view.problem is not None and self.window.scope != actions.LIVE:
            self.window.show_problem(view.problem)

    def _save_draft(self) -> bool:
        return self._kit_editor_controller is None or self._kit_editor_controller.flush()

    def come_forward(self) -> None:
        """Bring the window before the others, as a second start asks."""
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()
