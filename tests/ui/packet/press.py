"""The real packet screen over a real database, for its tests and pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.packet.controller import PacketController
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.domain.interview import Phase
from interviewer_app.ui.packet.pages import PagesView
from interviewer_app.ui.packet.screen import PacketScreen
from tests.builders import LINES, a_story


@dataclass(frozen=True, slots=True)
class Press:
    """The screen and what is behind it; `out` is the export folder."""

    screen: PacketScreen
    controller: PacketController
    preferences: PreferencesController
    keeper: Keeper
    out: Path

    @property
    def pages(self) -> PagesView:
        """The pages on screen."""
        found = self.screen.findChild(PagesView, "packet.pages")
        assert found is not None
        return found


@contextmanager
def a_press(
    folder: Path,
    phase: Phase = Phase.FINALISED,
    lines: tuple[str, ...] = LINES,
    size: tuple[int, int] = (1280, 772),
) -> Iterator[Press]:
    """The screen as shown after loading the packet of a built interview."""
    keeper = Keeper(folder / "interviews.db", Clock())
    keeper.start()
    keeper.save(a_story(phase, lines=lines).changes)
    assert keeper.flush()
    out = folder / "out"
    out.mkdir()
    preferences = PreferencesController(folder)
    preferences.update(export_folder=str(out))
    controller = PacketController(keeper, preferences)
    screen = PacketScreen(controller)
    screen.resize(*size)
    controller.load("i1")
    screen.show()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    screen.setFocus()
    try:
        yield Press(screen, controller, preferences, keeper, out)
    finally:
        screen.close()
        screen.deleteLater()
        keeper.close()
