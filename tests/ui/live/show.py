"""The live screen as a picture, for the eye: python -m tests.ui.live.show OUT.png --theme dark."""

import argparse
import os
import sys
from dataclasses import replace
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.controllers.live.detours import DetourAsk, GapAsk
from interviewer_app.controllers.live.views import LiveView
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.kit import CLOSE, OPENING
from interviewer_app.domain.live.detours import DetourKind
from interviewer_app.domain.live.pacing import Sentence, SentenceKind
from interviewer_app.domain.marks import DetourReason, PauseCause
from interviewer_app.ui.live.screen import LiveScreen
from interviewer_app.ui.style import app_style, theme
from tests.ui.live import stage

SCENES = (
    "over",
    "calm",
    "score",
    "letters",
    "curtain",
    "paused",
    "asking",
    "gap",
    "why",
    "said",
    "failed",
    "opening",
    "close",
    "many",
    "hot",
    "find",
    "tag",
    "hint",
)


def view_of(scene: str) -> LiveView:  # noqa: PLR0911  one picture each
    """The call in one of the scenes."""
    view = stage.a_view()
    if scene == "calm":
        calm = Sentence(SentenceKind.ON_PLAN, 0, ("D", "E"), (2, 4))
        clock = stage.a_clock(stage.a_pace(552, 372, sentence=calm))
        few = stage.lines(rows=[(t - 80, text) for t, text in stage.LINES[:6]])
        chips = tuple(
            replace(
                c, wanting=False, tagged=0 if c.letter in "ADE" else 2, untagged=2 if c.letter == "A" else 0
            )
            for c in view.chips
        )
        return replace(view, clock=clock, lines=few, strip=view.strip[:6], cursor=-1, chips=chips)
    if scene == "hot":
        return replace(view, clock=stage.a_clock(stage.a_pace(1110, 850)))
    if scene == "paused":
        return replace(view, clock=stage.a_clock(paused=PauseCause.CONNECTION))
    if scene == "failed":
        problem = Problem("The disk is full.", "Make room; saving goes on by itself.")
        return replace(view, save=SaveView(SaveState.FAILED, view.save.at, problem))
    if scene in (OPENING, CLOSE):
        pace = stage.a_pace(
            60 if scene == OPENING else 3500, 60, step=scene, sentence=Sentence(SentenceKind.ON_PLAN)
        )
        return replace(
            view, step=stage.a_step(scene), clock=stage.a_clock(pace), lines=stage.lines(scene, [(5, "")])
        )
    if scene == "many":
        return replace(view, chips=stage.chips(8))
    return view


def question(screen: LiveScreen, scene: str) -> None:
    """Ask what the scene asks."""
    row, passed = screen.parts.question, DetourKind.PASSED_OVER
    if scene == "gap":
        row.present(GapAsk(7, 724, 3172, "stopped", counted=False, more=1))
    if scene in ("why", "said"):
        row.present(DetourAsk(("p2", "p3"), (2, 3), passed, None, "", open=True))
        row.take_keyboard()
    if scene == "said":
        row.present(DetourAsk(("p2", "p3"), (2, 3), passed, DetourReason.OUT_OF_TIME, "", open=False))


def act(screen: LiveScreen, scene: str) -> None:
    """Press the keys the scene needs."""
    if scene in ("score", "letters"):
        screen.begin_score()
    if scene == "score":
        QTest.keyClicks(screen.parts.panel, "c3")
        view = stage.a_view()
        chips = tuple(replace(c, code="3") if c.letter == "C" else c for c in view.chips)
        screen.present(replace(view, chips=chips))
    if scene == "curtain":
        screen.toggle_curtain()
    if scene == "find":
        QTest.keyClick(screen.parts.notes.editor, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(screen.parts.notes.find_bar.field, "the")
    if scene == "tag":
        QTest.keyClicks(screen.parts.notes.editor, " #")
        QTest.keyClick(screen.parts.notes.editor, Qt.Key.Key_Down)
    if scene == "hint":
        editor = screen.parts.notes.editor
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.keyClicks(editor, "Sharp, a bit nervous, great culture fit")
        QTest.keyClick(editor, Qt.Key.Key_Home)
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(editor, Qt.Key.Key_H, held)
    question(screen, scene)
    if scene == "asking":
        screen.toggle_pause()


def picture(args: Any) -> QPixmap:
    """The screen in one scene."""
    width, height = (int(n) for n in args.size.split("x"))
    screen = LiveScreen(stage.Still())  # type: ignore[arg-type]
    if args.rtl:
        screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen.resize(width, height)
    screen.show()
    screen.present(view_of(args.scene))
    screen.parts.notes.editor.setFocus()
    QApplication.processEvents()
    act(screen, args.scene)
    for _n in range(3):
        QApplication.processEvents()
    return _grab(screen)


def _grab(widget: QWidget) -> QPixmap:
    made = widget.grab()
    widget.hide()
    return made


def main() -> int:
    """Draw one picture."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--theme", choices=("light", "dark", "high"), default="light")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--scene", choices=SCENES, default="over")
    parser.add_argument("--rtl", action="store_true")
    args = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app_style.install(app)
    theme.apply(app, args.theme, args.text)
    picture(args).save(args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
