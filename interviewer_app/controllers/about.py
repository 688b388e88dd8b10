"""Versions and places, for the About page and for bug reports. Imported by app."""

import platform
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion

import interviewer_app
from interviewer_app.storage import checks
from interviewer_app.text import _


def facts(folder: Path, screen: str) -> tuple[tuple[str, str], ...]:
    """Names and values in the order to show them; `screen` is the window system in use."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    return (
        (_("Interviewer"), interviewer_app.__version__),
        (_("Python"), python),
        (_("Qt and PySide6"), f"{qVersion()}, {PySide6.__version__}"),
        (_("SQLite"), checks.library_version()),
        (_("System"), f"{platform.system()} {platform.release()}, {screen}"),
        (_("Data folder"), str(folder)),
    )
