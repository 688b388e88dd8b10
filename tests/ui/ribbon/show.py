"""The ribbon as a picture, for the eye: python -m tests.ui.ribbon.show OUT.png --theme dark."""

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.controllers.live.views import LiveView
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.marks import PauseCause
from interviewer_app.ui.live.screen import LiveScreen
from interviewer_app.ui.ribbon.mode import RibbonMode
from interviewer_app.ui.shell.beside import CompanionWindows
from interviewer_app.ui.style import app_style, theme
from tests.ui.live import stage

SCENES = (
    "over",
    "calm",
    "hot",
    "many",
    "score",
    "letters",
    "probes",
    "curtain",
    "asking",
    "paused",
    "pin",
    "failed",
)


def view_of(scene: str) -> LiveView:
    """The call in one of the scenes."""
    view = stage.a_view()
    problem = Problem("The disk is full.", "Make room; saving goes on by itself.")
    changes: dict[str, dict[str, Any]] = {
        "calm": {"clock": stage.a_clock(stage.a_pace(552, 372))},
        "hot": {"clock": stage.a_clock(stage.a_pace(1110, 850))},
        "many": {"chips": stage.chips(8)},
        "paused": {"clock": stage.a_clock(paused=PauseCause.CONNECTION)},
        "failed": {"save": SaveView(SaveState.FAILED, view.save.at, problem)},
    }
    return replace(view, **changes.get(scene, {}))


def act(screen: LiveScreen, mode: RibbonMode, scene: str) -> None:
    """Press the keys the scene needs."""
    if scene in ("score", "letters"):
        screen.begin_score()
    if scene == "score":
        QTest.keyClicks(screen.parts.panel, "c")
    if scene == "probes":
        screen.actions_by_id["live.probes"].trigger()
    if scene == "curtain":
        screen.toggle_curtain()
    if scene == "asking":
        screen.toggle_pause()
    if scene == "pin":
        mode._can_ask = False
        mode.toggle_on_top()


def picture(args: Any, preferences: PreferencesController) -> QPixmap:
    """The ribbon in one scene."""
    still: Any = stage.Still()
    window = QMainWindow()
    screen = LiveScreen(still, preferences)
    beside = CompanionWindows(screen, still, preferences)
    window.setCentralWidget(screen)
    window.resize(1280, 800)
    window.show()
    still.view = view_of(args.scene)
    still.changed.emit(still.view)
    QApplication.processEvents()
    screen.beside.toggle_ribbon()
    mode = beside.ribbon
    assert mode is not None
    if args.size:
        window.resize(*(int(n) for n in args.size.split("x")))
    act(screen, mode, args.scene)
    for _n in range(4):
        QApplication.processEvents()
    made = window.grab()
    window.hide()
    return made


def main() -> None:
    """Draw one picture."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--theme", choices=("light", "dark", "high"), default="light")
    parser.add_argument("--size", default="")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--scene", choices=SCENES, default="over")
    parser.add_argument("--rtl", action="store_true")
    args = parser.parse_args()
    app = QApplication(sys.argv[:1])
    qInstallMessageHandler(lambda *_said: None)
    app_style.install(app)
    theme.apply(app, args.theme, args.text)
    if args.rtl:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with tempfile.TemporaryDirectory() as folder:
        picture(args, PreferencesController(Path(folder))).save(args.out)


if __name__ == "__main__":
    main()
