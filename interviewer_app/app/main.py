"""Builds the program and runs its window. Imported by __main__ only.

Order matters: what the first paint needs comes first, everything else after it (see tests/app/test_start.py).
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from interviewer_app.app.wiring import Program
from interviewer_app.domain.errors import ReadOnlyStore, StorageProblem, StoreBusy
from interviewer_app.settings import DATABASE
from interviewer_app.storage.lock import FolderLock
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import app_style, theme


def run(folder: Path, arguments: list[str] | None = None) -> int:
    """Open the window on a data folder; a second start raises the first window.

    Returns the exit code: 1 when not all that was typed could be saved.
    """
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
    app_style.install(app)
    program = Program(folder, folder / DATABASE, hurried=True)
    theme.apply(app, program.theme, text_scale=program.preferences.settings.text_scale)
    program.build(problem)
    program.window.show()
    FirstPaint(program.window, program.after_first_paint)
    code = app.exec()
    clean = program.close()
    lock.release()
    return code if clean else 1


class FirstPaint(QObject):
    """Calls back once, behind the first picture of a window that is shown; after a second without one too.

    A timer of no length would not do: it fires before the window system asks for the picture.
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(then)
        self._timer.start(1000)
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            self._handle.removeEventFilter(self)
            self._timer.start(0)
        return False


def _second_start(folder: Path, busy: StoreBusy) -> int:
    # Loaded only here: the first start needs the network module after its first paint, if ever.
    from interviewer_app.app.instance import raise_first

    if raise_first(folder):
        return 0
    sys.stderr.write(busy.line() + "\n")
    return 4
