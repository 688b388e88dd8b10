"""The pace of a real call as pictures, for the eye: python -m tests.ui.live.show_pace DIR [--theme dark].

Each picture is of the record, not built by hand: on plan, late with what moving on costs, moved on, undone,
at the candidate's minutes, at 75 and 110 per cent, and without the strip.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.controllers.live import build
from interviewer_app.controllers.live.views import LinesView, LiveView
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.live import call, replan
from interviewer_app.domain.live.coverage import evidence
from interviewer_app.domain.live.timeline import timeline
from interviewer_app.ui.live.screen import LiveScreen
from interviewer_app.ui.style import app_style, theme
from tests.benchmarks.databases import shipped_kit
from tests.builders import NOON, a_moment, an_opening, new_ids, write_line
from tests.ui.live import stage


def begun() -> Interview:
    """A call on the shipped kit, in its first prompt, with a few notes."""
    fresh = call.begin("i1", shipped_kit().cut(), an_opening(), a_moment(), candidate="Lena Brandt").interview
    interview = call.start(fresh, a_moment(0.0)).interview
    out = [replan.move_on(interview, interview.kit.prompts[0].id, a_moment(260.0)).interview]
    ids = new_ids()
    for n, (t, text) in enumerate(stage.LINES[:6]):
        write_line(
            out[-1], out[-1].kit.prompts[0].id, text, a_moment(t + n), ids, lambda u: out.append(u.interview)
        )
    return out[-1]


def shown(interview: Interview, seconds: float) -> LiveView:
    """What the screen is given at that second."""
    line = timeline(interview.marks, a_moment(seconds))
    found, step = evidence(interview), line.step
    sheet = interview.sheets.get(step)
    return LiveView(
        interview_id="i1",
        candidate=interview.candidate,
        opening="GenAI engineer, support tools",
        step=build.step_view(interview, step, ""),
        chips=build.chips(interview, line, found),
        strip=build.strip_marks(interview, line),
        labels=build.short_titles(interview),
        clock=build.clock_view(interview, line, found),
        save=SaveView(SaveState.SAVED, NOON),
        lines=LinesView(step, sheet.lines if sheet is not None else ()),
        cursor=0,
        factor=interview.factor,
    )


def _end_of_first(interview: Interview) -> float:
    return 260.0 + interview.planned(interview.kit.prompts[0].id)


def _moved() -> tuple[Interview, float]:
    interview = begun()
    late = _end_of_first(interview) + 190.0
    return replan.move_on(interview, interview.kit.prompts[1].id, a_moment(late)).interview, late


def _near() -> LiveView:
    interview = begun()
    return shown(interview, 260.0 + 0.8 * interview.planned(interview.kit.prompts[0].id))


def _over() -> LiveView:
    interview = begun()
    return shown(interview, 260.0 + 1.2 * interview.planned(interview.kit.prompts[0].id))


def _undone() -> LiveView:
    interview, late = _moved()
    return shown(replan.give_back(interview, a_moment(late + 10.0)).interview, late + 20.0)


def _last() -> LiveView:
    interview, late = _moved()
    for n, prompt in enumerate(interview.kit.prompts[2:]):
        interview = replan.move_on(interview, prompt.id, a_moment(late + 700.0 * (n + 1))).interview
    return shown(interview, late + 700.0 * len(interview.kit.prompts))


SCENES: dict[str, Callable[[], LiveView]] = {
    "plan": lambda: shown(begun(), 640.0),
    "near": _near,
    "late": lambda: shown(begun(), _end_of_first(begun()) + 190.0),
    "over": _over,
    "moved": lambda: shown(_moved()[0], _moved()[1] + 20.0),
    "later": lambda: shown(_moved()[0], _moved()[1] + 200.0),
    "undone": _undone,
    "last": _last,
}


def main() -> int:
    """Draw them all, and the late one without its strip."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", choices=("light", "dark", "high"), default="light")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("--top", type=int, default=0, help="only so many pixels from the top")
    args = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app_style.install(app)
    theme.apply(app, args.theme, args.text)
    width, height = (int(n) for n in args.size.split("x"))
    args.folder.mkdir(parents=True, exist_ok=True)
    for name in (*SCENES, "hidden"):
        screen = LiveScreen(stage.Still())  # type: ignore[arg-type]
        if args.rtl:
            screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        screen.resize(width, height)
        screen.show()
        screen.present(SCENES.get(name, SCENES["late"])())
        screen.parts.notes.editor.setFocus()
        if name == "hidden":
            screen.toggle_strip()
        for _n in range(3):
            QApplication.processEvents()
        whole = screen.grab()
        (whole.copy(0, 0, whole.width(), args.top) if args.top else whole).save(
            str(args.folder / f"{name}.png")
        )
        screen.hide()
    return 0


if __name__ == "__main__":
    sys.exit(main())
