"""The segmented choice, by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from interviewer_app.ui import theme
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

OPTIONS = (Option("all", "All", "9"), Option("mine", "Needs me", "4"), Option("done", "Finalised"))


def a_choice(qtbot: QtBot, view: ChoiceView) -> SegmentedChoice:
    choice = SegmentedChoice("filter", "Show")
    qtbot.addWidget(choice)
    choice.render(view)
    choice.show()
    choice.activateWindow()
    qtbot.waitUntil(choice.isActiveWindow)
    return choice


def segment(choice: SegmentedChoice, key: str) -> QToolButton:
    found = choice.findChild(QToolButton, f"filter.{key}")
    assert found is not None
    return found


def test_a_click_wishes_for_that_option(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, "all"))
    with qtbot.waitSignal(choice.chosen_requested) as wish:
        qtbot.mouseClick(segment(choice, "mine"), Qt.MouseButton.LeftButton)
    assert wish.args == [Chosen("mine")]


def test_a_click_on_what_is_chosen_wishes_for_nothing(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, "all"))
    with qtbot.assertNotEmitted(choice.chosen_requested):
        qtbot.mouseClick(segment(choice, "all"), Qt.MouseButton.LeftButton)


def test_arrows_move_the_choice(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, "all"))
    choice.setFocus()
    assert segment(choice, "all").hasFocus()
    with qtbot.waitSignal(choice.chosen_requested) as wish:
        qtbot.keyClick(segment(choice, "all"), Qt.Key.Key_Right)
    assert wish.args == [Chosen("mine")]
    assert segment(choice, "mine").hasFocus()


def test_nothing_chosen_is_a_state_of_its_own(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, "all"))
    choice.render(ChoiceView(OPTIONS, None))
    assert not any(button.isChecked() for button in choice.findChildren(QToolButton))
    with qtbot.waitSignal(choice.chosen_requested) as wish:
        qtbot.mouseClick(segment(choice, "all"), Qt.MouseButton.LeftButton)
    assert wish.args == [Chosen("all")]


def test_off_says_why_and_wishes_for_nothing(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, None, enabled=False, reason="C is still open"))
    with qtbot.assertNotEmitted(choice.chosen_requested):
        qtbot.mouseClick(segment(choice, "mine"), Qt.MouseButton.LeftButton)
    assert choice.accessibleDescription() == "C is still open"
    assert "C is still open" in choice.toolTip()


def test_choosing_moves_nothing(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, "all"))
    before = [button.geometry() for button in choice.findChildren(QToolButton)]
    choice.render(ChoiceView(OPTIONS, "done"))
    choice.grab()
    assert [button.geometry() for button in choice.findChildren(QToolButton)] == before


def test_new_options_replace_the_old(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, "all"))
    choice.render(ChoiceView((Option("x1", "× 1"), Option("x2", "× 2")), "x2"))
    assert segment(choice, "x2").isChecked()
    assert segment(choice, "x2").accessibleName() == "× 2"


def test_the_chosen_segment_is_seen_in_every_theme(qtbot: QtBot, qapp: QApplication) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, "all"))
    for name in ("light", "dark", "high"):
        theme.apply(qapp, name)
        look = theme.current()
        picture = choice.grab().toImage()
        at = segment(choice, "all").geometry().topLeft()
        assert picture.pixelColor(at.x() + 5, at.y() + 6) == (look.accent if look.high else look.accent_soft)
