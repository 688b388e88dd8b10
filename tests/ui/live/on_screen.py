"""A live call on a real screen and database, and hands for it. For tests/ui/live."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QWidget

from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.ui.live.notes.editor import NotesEditor
from interviewer_app.ui.live.screen import LiveScreen
from tests.builders import a_story
from tests.controllers.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Call:
    """A live call on screen, and hands for it."""

    def __init__(self, desk: Desk, kit: Kit | None = None, after: float = 0.0) -> None:
        self.desk = desk
        self.controller = LiveController(desk.keeper, desk.preferences)
        self.screen = LiveScreen(self.controller, desk.preferences)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.screen)
        desk.qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        story = a_story(Phase.LIVE, kit=kit, lines=('" one', "+ two #A"))
        place = story.interview.place
        assert place is not None
        desk.clock.seconds = place.at.mono - 1_000.5 + after
        self.controller.load(desk.store(story))
        self.window.activateWindow()
        self.screen.setFocus()
        desk.qtbot.waitUntil(self.editor.hasFocus)

    @property
    def editor(self) -> NotesEditor:
        return self.screen.parts.notes.editor

    @property
    def interview(self) -> Interview:
        return self.desk.stored("i1")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused, key, modifiers)

    def type(self, text: str) -> None:
        for char in text:
            QTest.keyClicks(self.focused, char)

    def click(self, name: str) -> None:
        button = self.screen.findChild(QAbstractButton, name)
        assert button is not None, name
        assert button.isVisible(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def says(self, name: str) -> str:
        label = self.screen.findChild(QLabel, name)
        assert label is not None, name
        return label.text()

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def code(self, letter: str) -> str:
        return self.interview.score(letter).code

    def texts(self, step: str) -> list[str]:
        return [note.text for note in self.interview.sheets[step].lines]
