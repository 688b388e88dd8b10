"""The real program on a data folder of its own, at an hour of our choice. For packaging/screenshots.py."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from interviewer_app.app.wiring import Program
from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.interview import Interview, Opening, Phase
from interviewer_app.domain.kits.kit import Kit, Level
from interviewer_app.domain.live import call, replan
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.moments import Moment
from interviewer_app.exchange.demo import SCOPE, made_up
from interviewer_app.kits import library
from interviewer_app.storage import bulk, migrations
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme

NOON = datetime(2026, 11, 19, 14, 22, 7, tzinfo=UTC)
USUAL = (1280, 800)
OPENING = "o-support"


class StageClock(Clock):
    """Stands still until it is told to go on, so that two runs draw the same picture."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0

    @override
    def now(self) -> Moment:
        """The hour of the pictures, both clocks in step."""
        return Moment(NOON + timedelta(seconds=self.seconds), 90_000.0 + self.seconds, "pictures", 0)


class Stage:
    """Program, window, clock, and hands for them."""

    def __init__(self, data: Path, *, interviews: int, scale: float) -> None:
        database = data / "interviews.db"
        self.data = data
        self.clock = StageClock()
        self.program = Program(data, database)
        self.program.clock = self.program.keeper.clock = self.clock
        migrations.ensure(database, self.clock.now().utc)
        if interviews:
            bulk.insert_many(database, made_up(interviews, 7, shipped_kit("gen-tech-60")))
        self.program.preferences.update(interviewer="Ruth Adeyemi", team="Support Tools", text_scale=scale)
        theme.apply(_application(), "light", text_scale=scale)
        self.program.build(None)
        self.window = self.program.window
        self.window.resize(*USUAL)
        self.window.show()
        self.program.keeper.start()
        self.program.keeper.flush()
        self.window.actions_by_id  # noqa: B018  # binds the keys
        self.window.activateWindow()
        self.target: QWidget = self.window
        """What the next picture is of."""
        settle()

    @property
    def screen(self) -> Any:
        """The screen in front."""
        return self.window.entries[self.window.scope].screen

    @property
    def controller(self) -> Any:
        """The controller of the screen in front."""
        return self.screen._controller  # noqa: SLF001  # pictures need states that keys reach slowly

    def key(self, action: str) -> None:
        """Trigger an action of the screen in front or of the window."""
        inner = self.screen.actions_by_id
        (inner[action] if action in inner else self.window.actions_by_id[action]).trigger()
        settle()

    def child(self, name: str) -> Any:
        """The widget of this name that is in sight."""
        return next(w for w in self.window.findChildren(QWidget, name) if w.isVisible())

    def type(self, words: str) -> None:
        """Type into the notes of the call, at their end; a line feed is Enter."""
        editor = self.screen.parts.notes.editor
        editor.setFocus()
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        editor.setTextCursor(cursor)
        for letter in words:
            # QTest knows the keys of English keyboards only.
            key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(editor, event)
        settle()

    def wait(self, seconds: int) -> None:
        """Let the clock of the call go on, watched at every second."""
        for _ in range(seconds):
            self.clock.seconds += 1.0
            self.controller.time.look()
        self.controller.time.ticked.emit()
        settle()

    def fill(self, name: str, words: str) -> None:
        """Type over what stands in a field."""
        field = self.child(name)
        field.selectAll()
        field.insert(words)
        field.textEdited.emit(words)
        settle(100)

    def begin(self, kit_id: str, candidate: str) -> None:
        """A call that starts now, in front, in its first prompt."""
        kit = shipped_kit(kit_id).cut()
        opening = Opening(OPENING, "GenAI engineer, support tools", kit.role.id, Level.SENIOR, sheet=SCOPE)
        story = [call.begin(f"i-{kit_id}", kit, opening, self.clock.now(), candidate=candidate)]

        def then(update: Update) -> Interview:
            story.append(update)
            return update.interview

        prepared = then(call.prepare(story[0].interview, interviewer="Ruth Adeyemi"))
        started = then(call.start(prepared, self.clock.now()))
        self.clock.seconds += 180.0
        first = then(replan.move_on(started, kit.prompts[0].id, self.clock.now()))
        then(call.move_to(first, kit.prompts[0].id, 0, self.clock.now()))
        for update in story:
            self.program.keeper.save(update.changes)
        self.program.keeper.flush()
        self.program.library.refresh()
        self.window.open_interview(OpenRequest(first.id, Phase.LIVE))
        settle()

    def close(self) -> None:
        """The end of the program."""
        self.window.close()
        self.program.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)


@contextmanager
def opened(data: Path, *, interviews: int = 24, scale: float = 1.0) -> Iterator[Stage]:
    """The program, closed again whatever happens: its writer would outlive a failure."""
    data.mkdir(parents=True, exist_ok=True)
    made = Stage(data, interviews=interviews, scale=scale)
    try:
        yield made
    finally:
        made.close()


def shipped_kit(kit_id: str) -> Kit:
    """A kit of ours."""
    kit = library.shipped().kit(kit_id)
    assert kit is not None, kit_id
    return kit


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def settle(milliseconds: int = 0) -> None:
    """Let the program do what it has put off, for so long at least."""
    deadline = QDeadlineTimer(milliseconds)
    while True:
        QApplication.sendPostedEvents()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        if deadline.hasExpired():
            return
