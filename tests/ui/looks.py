"""Every state of every screen as a picture, for the eye: python -m tests.ui.looks OUT --theme dark."""

import argparse
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from interviewer_app.ui.shell.window import theme_choice
from interviewer_app.ui.style import app_style, theme
from tests.ui.whole import opened, settle, walk


def main() -> None:
    """Take the pictures; QT_SCALE_FACTOR in the environment holds too."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app_style.install(app)
    if given.rtl:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    width, height = map(int, given.size.split("x"))
    with tempfile.TemporaryDirectory() as data, opened(Path(data)) as whole:
        whole.program.preferences.update(theme=given.theme, text_scale=given.text)
        theme.apply(app, theme_choice(given.theme), text_scale=given.text)
        whole.window.resize(width, height)
        for number, stop in enumerate(walk(whole)):
            if not given.only or given.only in stop:
                settle(30)
                whole.window.grab().save(str(given.folder / f"{number:02}-{stop}.png"))


if __name__ == "__main__":
    main()
