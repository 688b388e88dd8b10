"""A real call on a real database, the bare editor it is measured against, and one who types into both."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget
from typing_extensions import override

from interviewer_app.app.garbage import Collector
from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.controllers.session import new_id
from interviewer_app.domain.changes import Change
from interviewer_app.domain.live import call
from interviewer_app.domain.live.call import Update
from interviewer_app.ui.live.screen import LiveScreen
from interviewer_app.ui.style import app_style, theme
from tests.benchmarks.databases import empty, shipped_kit
from tests.builders import an_opening

SIZE = (1280, 800)
WORDS = "+ they shed load before the queue backs up and say why, with a figure for it #A "
LINE = 60
"""Keys between two presses of Return."""


def application() -> QApplication:
    """The application as app/main makes it."""
    app = QApplication(["bench"])
    app_style.install(app)
    theme.apply(app, "light")
    return app


class Call:
    """A live interview on its first prompt, on the screen."""

    def __init__(self, folder: Path) -> None:
        self.keeper = Keeper(empty(folder), Clock())
        self.keeper.start()
        self.interview_id = self._begin()
        self.controller = LiveController(self.keeper, PreferencesController(folder))
        self.window = LiveScreen(self.controller)
        self.window.resize(*SIZE)
        self.controller.load(self.interview_id)
        self.controller.next()
        self.window.show()
        self.editor: QTextEdit = self.window.parts.notes.editor
        # As in the program: nothing is collected while a key is handled.
        Collector(self.window)

    def _begin(self) -> str:
        now = self.keeper.clock.now
        changes: list[Change] = []

        def take(update: Update) -> Update:
            changes.extend(update.changes)
            return update

        interview = take(
            call.begin(new_id(), shipped_kit().cut(), an_opening(), now(), candidate="Ada Example")
        ).interview
        interview = take(call.prepare(interview, interviewer="Robin")).interview
        take(call.start(interview, now()))
        self.keeper.save(tuple(changes))
        self.keeper.flush()
        return interview.id

    def hold(self) -> None:
        """Let nothing of the call run while something else is measured."""
        run_for(0.3)
        self.controller.time.stop()

    def resume(self) -> None:
        """Let it tick again."""
        self.controller.time.arm()

    def close(self) -> None:
        """Write what is left and go. Without it the writer's thread would keep the process alive."""
        self.window.hide()
        self.keeper.close()


class Bare:
    """A window with nothing but an editor of the same size and font, which saves nothing."""

    def __init__(self, like: QTextEdit) -> None:
        self.window = QMainWindow()
        self.editor = QTextEdit()
        self.editor.setAcceptRichText(False)
        self.editor.setFont(QFont(like.font()))
        self.window.setCentralWidget(self.editor)
        self.window.resize(like.size())
        self.window.show()


def run_for(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def fill(editor: QTextEdit, text: str) -> None:
    """Put the text into the editor and the caret at its end."""
    cursor = editor.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.processEvents()


def text_of(characters: int = 0, lines: int = 0) -> str:
    """So much text in lines of 80 characters, or so many short lines."""
    if lines:
        return "\n".join(f"+ line {n}, short as notes are" for n in range(lines)) + "\n"
    line = (WORDS + WORDS)[:80]
    return "\n".join([line] * (characters // 81)) + "\n" if characters else ""


@dataclass(frozen=True, slots=True)
class Press:
    """Milliseconds of one key: in the handler, and from the moment it was due until it was painted."""

    handler: float
    painted: float


class Typist(QObject):
    """Types at a steady pace from the event loop, as keys come; a key that has to wait is late, not later."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = QEventLoop(self)
        self._paints = 0
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press)
        self._presses: list[Press] = []
        self.sent_at: list[float] = []

    def type(self, editor: QTextEdit, keys: int, pace: float) -> list[Press]:
        """So many keys into the editor, `pace` seconds apart."""
        self._editor, self._left, self._pace = editor, keys, pace
        self._presses, self.sent_at = [], []
        viewport: QWidget = editor.viewport()
        editor.window().activateWindow()
        editor.setFocus()
        viewport.installEventFilter(self)
        self._due = perf_counter() + pace
        self._timer.start(int(pace * 1000))
        self._loop.exec()
        viewport.removeEventFilter(self)
        return self._presses

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._paints += 1
        return False

    def _press(self) -> None:
        key, text = self._next()
        before = self._paints
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        begun = perf_counter()
        QApplication.sendEvent(self._editor, event)
        handled = perf_counter()
        while self._paints == before and perf_counter() < handled + 1.0:
            QApplication.processEvents()
        painted = perf_counter()
        self.sent_at.append(begun)
        # A timer may come a little early; only a late one made the key wait.
        self._presses.append(Press((handled - begun) * 1000, (painted - min(begun, self._due)) * 1000))
        self._left -= 1
        self._due += self._pace
        if self._left:
            self._timer.start(max(0, int((self._due - perf_counter()) * 1000)))
        else:
            self._loop.quit()

    def _next(self) -> tuple[int, str]:
        self._count += 1
        if self._count % LINE == 0:
            return Qt.Key.Key_Return, "\r"
        char = WORDS[self._count % len(WORDS)]
        return (Qt.Key.Key_Space if char == " " else ord(char.upper())), char
