"""The segmented choice, by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.checks.cell_fields import CellFields
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

OPTIONS = (Option("all", "All", "9"), Option("mine", "Needs me", "4"), Option("done", "Finalised"))


def a_choice(qtbot: QtBot, view: ChoiceView) -> SegmentedChoice:
    choice = SegmentedChoice("filter", "Show")
    qtbot.addWidget(choice)
    choice.present(view)
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


def test_words_of_a_kit_make_no_key(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView((Option("1", "R&D"), Option("2", "claimed")), None))
    assert segment(choice, "1").shortcut().isEmpty()
    assert segment(choice, "1").accessibleName() == "R&D"
    fields = CellFields("cells", ("R&D",), "Line")
    qtbot.addWidget(fields)
    head = next(label for label in fields.findChildren(QLabel))
    assert head.text() == "R&&D"


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
    choice.present(ChoiceView(OPTIONS, None))
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
    choice.present(ChoiceView(OPTIONS, "done"))
    choice.grab()
    assert [button.geometry() for button in choice.findChildren(QToolButton)] == before


def test_new_options_replace_the_old(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, ChoiceView(OPTIONS, "all"))
    choice.present(ChoiceView((Option("x1", "× 1"), Option("x2", "× 2")), "x2"))
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


def a_clearing_choice(qtbot: QtBot, chosen: str | None) -> SegmentedChoice:
    choice = SegmentedChoice("filter", "Show", small=True, clears=True)
    qtbot.addWidget(choice)
    choice.present(ChoiceView(OPTIONS, chosen))
    choice.show()
    return choice


def test_where_it_may_be_cleared_a_second_click_wishes_for_nothing_chosen(qtbot: QtBot) -> None:
    choice = a_clearing_choice(qtbot, "all")
    with qtbot.waitSignal(choice.chosen_requested) as wish:
        qtbot.mouseClick(segment(choice, "all"), Qt.MouseButton.LeftButton)
    assert wish.args == [Chosen("")]


def test_choosing_and_being_shown_at_once_is_not_taken_for_a_second_click(qtbot: QtBot) -> None:
    choice = a_clearing_choice(qtbot, "all")
    wishes: list[Chosen] = []

    def obey(wish: Chosen) -> None:
        wishes.append(wish)
        choice.present(ChoiceView(OPTIONS, wish.key or None))

    choice.chosen_requested.connect(obey)
    for key in ("mine", "mine", "done"):
        qtbot.mouseClick(segment(choice, key), Qt.MouseButton.LeftButton)
    assert wishes == [Chosen("mine"), Chosen(""), Chosen("done")]


def test_a_small_choice_gives_way_and_keeps_its_words_in_the_tip(qtbot: QtBot) -> None:
    choice = a_clearing_choice(qtbot, "all")
    whole = choice.sizeHint().width()
    choice.resize(whole * 2 // 3, choice.height())
    right = segment(choice, "done").geometry().right()
    assert right <= whole * 2 // 3
    assert "Needs me 4" in segment(choice, "mine").toolTip()


def test_stacked_segments_stand_below_one_another_and_side_by_side_again(qtbot: QtBot) -> None:
    choice = a_clearing_choice(qtbot, "mine")
    wide = choice.wanted_width()
    choice.stack(stacked=True)
    qtbot.waitUntil(lambda: segment(choice, "done").y() > segment(choice, "mine").y() > 0)
    assert {segment(choice, option.key).x() for option in OPTIONS} == {0}
    assert choice.wanted_width() == wide
    with qtbot.waitSignal(choice.chosen_requested) as wish:
        qtbot.mouseClick(segment(choice, "done"), Qt.MouseButton.LeftButton)
    assert wish.args == [Chosen("done")]
    choice.stack(stacked=False)
    qtbot.waitUntil(lambda: segment(choice, "done").y() == segment(choice, "mine").y())
