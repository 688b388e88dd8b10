"""Builds the program and runs its window. Imported by __main__ only.

Order matters: what the first paint needs comes first, everything else after it (see tests/app/test_start.py).
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from interviewer_app.app.wiring import Program
from interviewer_app.domain.errors import ReadOnlyStore, StorageProblem, StoreBusy
from interviewer_app.storage.lock import FolderLock
from interviewer_app.ui import style, theme

DATABASE = "interviews.db"


def run(folder: Path, arguments: list[str] | None = None) -> int:
    """Open the window on a data folder; returns the exit code. A second start raises the first window."""
    lock = FolderLock(folder)
    problem: StorageProblem | None = None
    try:
        lock.acquire()
    except StoreBusy as busy:
        return _second_start(folder, busy)
    except ReadOnlyStore as read_only:
        problem = read_only
    app = QApplication([sys.argv[0], *(arguments or [])])
    app.setApplicationName("interviewer-app")
    app.setApplicationDisplayName("Interviewer")
    app.setDesktopFileName("interviewer-app")
    style.install(app)
    program = Program(folder, folder / DATABASE)
    theme.apply(app, program.theme, text_scale=program.preferences.settings.text_scale)
    program.build(problem)
    program.window.show()
    QTimer.singleShot(0, program.after_first_paint)
    code = app.exec()
    program.close()
    lock.release()
    return code


def _second_start(folder: Path, busy: StoreBusy) -> int:
    # Loaded only here: the first start needs the network module after its first paint, if ever.
    from interviewer_app.app.instance import raise_first

    if raise_first(folder):
        return 0
    sys.stderr.write(busy.line() + "\n")
    return 4
