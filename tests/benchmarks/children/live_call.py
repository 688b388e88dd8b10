"""The program with a call on the screen: says when it is there and minimises itself when told to."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from interviewer_app.app.wiring import Program
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.interview import Phase
from interviewer_app.ui.style import app_style, theme


class Ear(QObject):
    """Hears the line that minimises the window."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def _heard(self) -> None:
        self._notifier.setEnabled(False)
        self._program.window.showMinimized()


def main() -> None:
    """Data folder and interview come as arguments; its database is there."""
    folder, interview_id = Path(sys.argv[1]), sys.argv[2]
    app = QApplication(["interviewer-app"])
    app_style.install(app)
    program = Program(folder, folder / "interviews.db")
    theme.apply(app, "light")
    program.build(None)
    program.window.show()
    program.after_first_paint()
    ear = Ear(program)

    def open_call() -> None:
        program.window.open_interview(OpenRequest(interview_id, Phase.LIVE))
        print("there", flush=True)

    program.keeper.ready.connect(lambda: QTimer.singleShot(200, ear, open_call))
    app.exec()
    program.close()


if __name__ == "__main__":
    main()
