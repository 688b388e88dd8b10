"""Thousands of keys and clicks that make no sense: nothing breaks, nothing blocks, and the disk agrees.

A run is repeated with MONKEY_SEED=7 MONKEY_EVENTS=5000.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import InterviewRow, Query
from interviewer_app.storage import checks
from interviewer_app.ui import actions
from interviewer_app.ui.live.notes.editor import NotesEditor
from tests.ui.whole import Whole, opened, settle

SEEDS = [int(os.environ["MONKEY_SEED"])] if "MONKEY_SEED" in os.environ else [1]
EVENTS = int(os.environ.get("MONKEY_EVENTS", "1200"))

NOT_ALLOWED = {
    "app.quit",
    "app.full",
    "live.menu",
    "packet.folder",
    "app.folder",
    "kits.import",
    "kits.export",
}
"""Acts that end the program, leave it or open a menu."""

NATIVE = {
    "packet.choose_folder",
    "preferences.choose",
    "live.menu",
    "menu_bar",
    "kits.import_button",
    "kits.export_button",
    "kits.empty.primary",
    "kits.empty.link",
}
"""Widgets that open the system's dialogs or menus."""

CHARACTERS = 'abc XYZ 0123456789 -–+!?>"#A#b&<>éßЖא😀\t'
PLAIN_KEYS = (
    "Return Enter Escape Tab Backtab Backspace Delete Space Up Down Left Right Home End PageUp PageDown"
)
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Whole]:
    # The system's file manager stays out of it.
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    with opened(tmp_path) as made:
        made.fill()
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_nonsense_breaks_nothing(seed: int, whole: Whole) -> None:
    monkey = Monkey(whole, seed)
    for _number in range(EVENTS):
        monkey.act()
    settle()
    agrees(whole)
    assert whole.program.keeper.flush()
    assert checks.check(whole.program.keeper.path) == []


class Monkey:
    """Acts at random, the same way for the same seed."""

    def __init__(self, whole: Whole, seed: int) -> None:
        self.whole = whole
        self.random = Random(seed)
        self.said: list[str] = []
        print(f"seed {seed}, {EVENTS} events: MONKEY_SEED={seed} repeats this")

    def act(self) -> None:
        """One event, and what must hold after each."""
        chance = self.random.random()
        if chance < 0.02:
            self.travel()
        elif chance < 0.32:
            self.click()
        elif chance < 0.36:
            self.turn_wheel()
        elif chance < 0.48:
            self.shortcut()
        elif chance < 0.63:
            self.key()
        else:
            self.type()
        QApplication.processEvents()
        self.nothing_blocks()

    def nothing_blocks(self) -> None:
        """No modal dialog, a pop-up is closed again, and somebody has the keys."""
        recent = ", ".join(self.said[-12:])
        assert QApplication.activeModalWidget() is None, f"a modal dialog after {recent}"
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
            QApplication.processEvents()
        assert self.whole.window.isVisible(), f"the window is gone after {recent}"
        self.whole.window.activateWindow()
        focus = QApplication.focusWidget()
        assert focus is not None, f"the focus is lost after {recent}"

    def travel(self) -> None:
        """To another screen, as a person would by several keys."""
        agrees(self.whole)
        goal = self.random.choice(("library", "new", "sample", "packet", *Phase))
        self.say(goal)
        window = self.whole.window
        if goal == "library":
            window.show_library()
        elif goal == "new":
            window.new_interview()
        elif goal == "sample":
            window.show_library()
            self.whole.program.library.try_sample()
        elif goal == "packet":
            window.open_packet(OpenRequest(Phase.FINALISED.value, Phase.FINALISED))
        else:
            phase = Phase(goal)
            row = next((r for r in self.rows() if r.phase is phase), None)
            if row is not None:
                window.open_interview(OpenRequest(row.id, row.phase))

    def rows(self) -> tuple[InterviewRow, ...]:
        """Everything in the library, whatever the filter says now."""
        return self.whole.program.keeper.reader.page(Query()).rows

    def click(self) -> None:
        """Press somewhere on something in sight."""
        seen = [w for w in self.whole.window.findChildren(QWidget) if w.isVisible() and allowed(w)]
        target = self.random.choice(seen)
        place = QPoint(
            self.random.randrange(max(1, target.width())), self.random.randrange(max(1, target.height()))
        )
        # The widget that is really there: what is covered cannot be pressed.
        there = self.whole.window.childAt(target.mapTo(self.whole.window, place))
        if there is None or not allowed(there):
            return
        self.say(f"click {there.objectName() or type(there).__name__}")
        place = there.mapFrom(self.whole.window, target.mapTo(self.whole.window, place))
        if self.random.random() < 0.1:
            QTest.mouseDClick(there, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        else:
            QTest.mouseClick(there, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def turn_wheel(self) -> None:
        """Scroll whatever is there."""
        seen = [w for w in self.whole.window.findChildren(QWidget) if w.isVisible() and allowed(w)]
        target = self.random.choice(seen)
        middle = QPointF(target.rect().center())
        turn = QPoint(0, self.random.choice((-120, 120)))
        event = QWheelEvent(
            middle,
            target.mapToGlobal(middle),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        self.say(f"wheel {target.objectName() or type(target).__name__}")
        QGuiApplication.sendEvent(target, event)

    def shortcut(self) -> None:
        """A key of the table of actions, or the act itself where it has none."""
        own = self.whole.screen.actions_by_id
        rows = [
            r for r in actions.table() if r.id not in NOT_ALLOWED and (r.scope == actions.APP or r.id in own)
        ]
        row = self.random.choice(rows)
        action = {**self.whole.window.actions_by_id, **own}[row.id]
        self.say(row.id)
        action.trigger()

    def key(self) -> None:
        """A key that is no character, with or without Shift and Ctrl."""
        name = self.random.choice(PLAIN_KEYS.split() if allowed(self.focus()) else ("Tab", "Escape"))
        modifiers = self.random.choice(MODIFIERS)
        self.say(f"{modifiers.name} {name}")
        QTest.keyClick(self.focus(), getattr(Qt.Key, f"Key_{name}"), modifiers)

    def type(self) -> None:
        """A few characters."""
        words = "".join(self.random.choice(CHARACTERS) for _ in range(self.random.randrange(1, 6)))
        self.say(repr(words))
        for character in words:
            if not allowed(self.focus()):
                return
            if character.isascii():
                QTest.keyClicks(self.focus(), character)
            else:  # as a keyboard of another language sends it; QTest knows Latin keys only
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
                QGuiApplication.sendEvent(self.focus(), pressed)

    def focus(self) -> QWidget:
        """Who has the keys."""
        return QApplication.focusWidget() or self.whole.window

    def say(self, words: str) -> None:
        """For the message, should this be the last."""
        self.said.append(f"{self.whole.window.scope}: {words}")


def allowed(widget: QWidget) -> bool:
    """Whether a click there stays in the program."""
    step: QWidget | None = widget
    while step is not None:
        if step.objectName() in NATIVE:
            return False
        step = step.parentWidget()
    return True


def agrees(whole: Whole) -> None:
    """The notes on screen are the notes on disk."""
    if whole.window.scope != actions.LIVE:
        return
    view = whole.screen.view
    editor = whole.screen.parts.notes.editor
    assert isinstance(editor, NotesEditor)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert whole.program.keeper.flush()
    stored = whole.program.keeper.reader.load(view.interview_id).sheets.get(view.step.step)
    assert (stored.text if stored is not None else "") == editor.toPlainText()
