"""The packet screen as a picture: python -m tests.ui.packet.show OUT.png --theme dark --state draft."""

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from interviewer_app.domain.interview import Phase
from interviewer_app.ui.style import app_style, theme
from tests.builders import LINES
from tests.ui.packet.press import a_press


def main() -> int:
    """Draw the screen in one state into a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--theme", default="light", choices=["light", "dark", "high"])
    parser.add_argument("--size", default="1280x772")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--state", default="ready", choices=["ready", "draft", "written", "refused"])
    given = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app_style.install(app)
    theme.apply(app, given.theme, given.scale)
    width, height = map(int, given.size.split("x"))
    draft = given.state == "draft"
    phase = Phase.TO_REVIEW if draft else Phase.FINALISED
    lines = (*LINES, "+ names it 李 and 🙂") if draft else LINES
    with (
        tempfile.TemporaryDirectory() as folder,
        a_press(Path(folder), phase, lines, (width, height)) as press,
    ):
        if given.state == "refused":
            press.out.rmdir()
        if given.state in ("written", "refused"):
            press.screen.export_pdf()
        while not press.pages.drawn():
            app.processEvents()
        app.processEvents()
        press.screen.grab().save(given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
