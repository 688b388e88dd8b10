"""Draws the sheets and the dead end: python -m tests.ui.dialogs.show FOLDER [--theme dark]."""

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from interviewer_app.domain.errors import DamagedFile
from interviewer_app.ui.style import app_style, theme
from tests.ui.views import Desk, a_library_view


def main() -> None:
    """Write one picture per sheet."""
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
    with tempfile.TemporaryDirectory() as folder:
        window = Desk(Path(folder)).window()
        window.resize(width, height)
        window.entries["library"].screen.render(a_library_view(interrupted=()))  # type: ignore[call-overload]
        window.show()
        for name, show in (
            ("keys", window.sheets.show_keys),
            ("preferences", window.sheets.show_preferences),
            ("about", window.sheets.show_about),
        ):
            show()
            app.processEvents()
            window.grab().save(str(wanted.folder / f"sheet-{name}-{wanted.theme}.png"))
        window.sheets.close_sheet()
        window.show_dead_end(
            DamagedFile("The database is damaged.", "The newest backup is backups/2026-11-19.db.")
        )
        app.processEvents()
        window.grab().save(str(wanted.folder / f"dead-end-{wanted.theme}.png"))
        window.close()


if __name__ == "__main__":
    main()
