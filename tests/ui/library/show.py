"""Draws the library from views built by hand: python -m tests.ui.library.show FOLDER [--theme dark]."""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from interviewer_app.controllers.library.views import LibraryView
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import PhaseFilter, Query
from interviewer_app.ui.style import app_style, theme
from tests.ui.views import Desk, a_library_view, a_row

ALEF = "שרה כהן (דוגמה)"


def states() -> dict[str, LibraryView]:
    """Every state worth a look."""
    long = a_row("Anneliese von und zu Lichtenstein-Hohenfels 🦊 " * 3, Phase.PREPARED, id="long")
    odd = (
        a_row(ALEF, Phase.TO_REVIEW, open_letters="C", sample=True),
        long,
        a_row("", Phase.PREPARED),
        a_row("<b>bold</b>", sample=True),
    )
    return {
        "nine": a_library_view(),
        "calm": a_library_view(interrupted=()),
        "empty": a_library_view(()),
        "none": replace(a_library_view(), rows=(), query=Query("zebra", PhaseFilter.NEEDS_ME)),
        "odd": a_library_view(odd),
    }


def main() -> None:
    """Write one picture per state."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", choices=("light", "dark", "high"), default="light")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--rtl", action="store_true")
    wanted = parser.parse_args()
    app = QApplication(sys.argv[:1])
    if wanted.rtl:
        from PySide6.QtCore import Qt

        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    app_style.install(app)
    theme.apply(app, wanted.theme, wanted.scale)
    width, height = (int(side) for side in wanted.size.split("x"))
    for name, view in states().items():
        with tempfile.TemporaryDirectory() as folder:
            window = Desk(Path(folder)).window()
            window.resize(width, height)
            screen = window.entries["library"].screen
            screen.render(view)  # type: ignore[call-overload]
            window.show()
            app.processEvents()
            window.grab().save(str(wanted.folder / f"library-{name}-{wanted.theme}.png"))
            window.close()


if __name__ == "__main__":
    main()
