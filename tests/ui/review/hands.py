"""Keys, clicks and looks at the real review screen, for its tests."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from interviewer_app.ui.review.pages import ReviewPage
from tests.ui.review.stories import Desk

W = TypeVar("W", bound=QWidget)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def type_words(words: str) -> None:
    """Type where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def part(desk: Desk, kind: type[W], name: str) -> W:
    """A part of the screen by its name."""
    found = desk.screen.findChild(kind, name)
    assert found is not None, name
    return found


def click(desk: Desk, name: str) -> None:
    """Click the middle of a button."""
    QTest.mouseClick(part(desk, QAbstractButton, name), Qt.MouseButton.LeftButton)


def focus_name() -> str:
    """The name of what has the focus."""
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""


def sentence(desk: Desk) -> str:
    """What the foot says."""
    return part(desk, QLabel, "review.foot.sentence").text()


def current(desk: Desk) -> str:
    """The letter of the category in front; empty on another page."""
    view = desk.screen.view
    return view.current if view is not None and desk.screen.page is ReviewPage.CATEGORY else ""


def unsettled(desk: Desk) -> tuple[str, ...]:
    """The letters that are open, as the screen has them."""
    view = desk.screen.view
    return view.unsettled if view is not None else ()


def asking(desk: Desk) -> bool:
    """Whether the foot asks "finalise for good?"."""
    return desk.screen.asking
