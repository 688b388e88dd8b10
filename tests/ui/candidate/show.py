"""The candidate view as a picture, for the eye: python -m tests.ui.candidate.show OUT.png --theme dark."""

import argparse
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from interviewer_app.ui.candidate.view import CandidateView
from interviewer_app.ui.candidate.window import CandidateWindow
from interviewer_app.ui.style import app_style, theme
from tests.ui.live import stage

SCENES = {
    "question": CandidateView(1, 6, stage.TEXT, 7),
    "short": CandidateView(3, 6, "What would you not build, and why?", 1),
    "long": CandidateView(2, 6, " ".join([stage.TEXT] * 3), 12),
    "between": CandidateView(0, 6, "Between questions"),
    "arabic": CandidateView(1, 6, "صف مشروعًا عملت عليه مؤخرًا، وما الذي كنت ستغيره فيه اليوم ولماذا. " * 4, 7),
}


def main() -> None:
    """Draw one picture."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--theme", choices=("light", "dark", "high"), default="light")
    parser.add_argument("--size", default="900x600")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--scene", choices=SCENES, default="question")
    parser.add_argument("--rtl", action="store_true")
    args = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app_style.install(app)
    theme.apply(app, args.theme, args.text)
    window = CandidateWindow()
    if args.rtl:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.resize(*(int(n) for n in args.size.split("x")))
    window.show_time(shown=True)
    window.show()
    window.present(SCENES[args.scene])
    for _n in range(3):
        app.processEvents()
    window.grab().save(args.out)
    window.hide()


if __name__ == "__main__":
    main()
