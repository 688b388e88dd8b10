"""The window's one banner: the gravest notice, the newest among equals."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from interviewer_app.ui.banner import DISMISS, BannerHost
from interviewer_app.ui.widgets.banner import Banner, BannerAction, BannerView

UNDO = BannerView("info", "Removed: Ada.", actions=(BannerAction("undo", "Undo"),), dismissable=True)
NEWS = BannerView("info", "Something else.")
FULL = BannerView("alert", "The disk is full.")


def no_answer(_word: str) -> None:
    """Nobody waits for it."""


def host(qtbot: QtBot) -> BannerHost:
    made = BannerHost()
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    return made


def test_it_takes_no_room_and_holds_no_widget_until_something_is_posted(qtbot: QtBot) -> None:
    empty = host(qtbot)
    assert empty.findChild(Banner) is None
    assert empty.sizeHint().height() <= 0


def test_the_gravest_is_shown_and_the_newest_among_equals(qtbot: QtBot) -> None:
    made = host(qtbot)
    made.post("a", UNDO, no_answer)
    made.post("b", NEWS, no_answer)
    assert made.posted[-1] == "b"
    made.post("c", FULL, no_answer)
    made.post("a", UNDO, no_answer)
    assert made.posted == ("b", "a", "c")
    banner = made.findChild(Banner)
    assert banner is not None
    assert banner.accessibleName() == "The disk is full."
    made.withdraw("c")
    assert banner.accessibleName() == "Removed: Ada."
    made.withdraw("a")
    made.withdraw("b")
    made.withdraw("never posted")
    assert banner.isHidden()


def test_the_answer_goes_to_whoever_posted_what_is_shown(qtbot: QtBot) -> None:
    made = host(qtbot)
    answers: list[str] = []
    made.post("news", NEWS, no_answer)
    made.post("undo", UNDO, answers.append)
    for name in ("banner.undo", "banner.dismiss"):
        button = made.findChild(QPushButton, name)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answers == ["undo", DISMISS]
