"""Draws Prepare from views built by hand: python -m tests.ui.prepare.show FOLDER [--theme dark]."""

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from interviewer_app.controllers.prepare.views import PrepareView
from interviewer_app.ui.prepare.screen import PrepareScreen
from interviewer_app.ui.style import app_style, theme
from tests.ui.views import Desk, a_plan, a_prepare_view


def states() -> dict[str, PrepareView]:
    """Every state worth a look."""
    return {
        "ready": a_prepare_view(),
        "locked": a_prepare_view(kit_locked=True, ticks=frozenset()),
        "new": a_prepare_view(
            candidate="",
            obstacle="Type a name or a code first.",
            factor=135,
            plan=a_plan(135),
            minutes=81.0,
            findings=("mine.toml:12: E04 no minutes", "mine.toml:40: E09 no anchors"),
        ),
    }


def main() -> None:
    """Write one picture per state."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", choices=("light", "dark", "high"), default="light")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--scale", type=float, default=1.0)
    wanted = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app_style.install(app)
    theme.apply(app, wanted.theme, wanted.scale)
    width, height = (int(side) for side in wanted.size.split("x"))
    for name, view in states().items():
        with tempfile.TemporaryDirectory() as folder:
            window = Desk(Path(folder)).window()
            window.resize(width, height)
            window.new_interview()
            screen = window.entries["prepare"].screen
            assert isinstance(screen, PrepareScreen)
            window.show()
            screen.present(view)
            app.processEvents()
            window.grab().save(str(wanted.folder / f"prepare-{name}-{wanted.theme}.png"))
            window.close()


if __name__ == "__main__":
    main()
