"""What a screen reader is told and does: bare words, no markup, and a toggle that counts like a click."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.domain.notes.note import Marker
from interviewer_app.ui.review.note_row import NoteLook, NoteRow
from interviewer_app.ui.widgets.anchor_row import AnchorRow, AnchorSpace, AnchorView
from interviewer_app.ui.widgets.checks.check_row import CheckRow, CheckView, Ticked
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice
from interviewer_app.ui.widgets.tabs import TabRequest, Tabs, TabView
from interviewer_app.ui.widgets.tips import set_tip


def toggle(widget: QWidget) -> None:
    """What a screen reader does to something that can be checked; to Qt that is no click."""
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    assert "Toggle" in actions.actionNames()
    actions.doAction("Toggle")


def described(widget: QWidget) -> str:
    """What a screen reader says after the name."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def test_a_check_row_is_toggled(qtbot: QtBot) -> None:
    row = CheckRow("row", CheckView("p1", "Ask why"))
    qtbot.addWidget(row)
    wishes: list[Ticked] = []
    row.tick_requested.connect(wishes.append)
    toggle(row)
    assert wishes == [Ticked("p1", on=True)]
    row.present(CheckView("p1", "Ask why", ticked=True))
    toggle(row)
    assert wishes[1:] == [Ticked("p1", on=False)]


def test_a_tab_and_a_segment_are_toggled(qtbot: QtBot) -> None:
    tabs = Tabs("tabs")
    qtbot.addWidget(tabs)
    for key in ("one", "two"):
        tabs.add_page(TabView(key, key), QWidget())
    asked: list[TabRequest] = []
    tabs.tab_requested.connect(asked.append)
    tab = tabs.findChild(QWidget, "tabs.two")
    assert tab is not None
    toggle(tab)
    assert asked == [TabRequest("two")]
    assert tabs.current() == "two"
    tabs.show_page("one")
    assert asked == [TabRequest("two")]

    choice = SegmentedChoice("choice", "Theme")
    qtbot.addWidget(choice)
    options = (Option("light", "Light"), Option("dark", "Dark"))
    chosen: list[Chosen] = []
    choice.chosen_requested.connect(chosen.append)
    choice.present(ChoiceView(options, "light"))
    segment = choice.findChild(QWidget, "choice.dark")
    assert segment is not None
    toggle(segment)
    choice.present(ChoiceView(options, "dark"))
    assert chosen == [Chosen("dark")]


def test_a_note_and_an_anchor_of_the_review_are_toggled(qtbot: QtBot) -> None:
    look = NoteLook("n1", 60.0, Marker.FOR, "halved the error", on=False)
    note, anchor = NoteRow("review.note.n1"), AnchorRow("review.anchor.3", AnchorSpace(16, 8, 4))
    for row in (note, anchor):
        qtbot.addWidget(row)
    note.present(look)
    anchor.present(AnchorView("3", "Names the baseline", name="3: Names the baseline"))
    with qtbot.waitSignal(note.tick_requested) as wish:
        toggle(note)
    assert wish.args is not None
    assert wish.args[0].on
    assert not note.isChecked(), "shows the old state until it is rendered again"
    with qtbot.waitSignal(anchor.clicked):
        toggle(anchor)


def test_tips_are_told_without_their_markup(qtbot: QtBot) -> None:
    widget, own = QPushButton("x"), QPushButton("y")
    own.setAccessibleDescription("F9")
    for made in (widget, own):
        qtbot.addWidget(made)
        set_tip(made, "a < b & c")
    assert "&lt;" in widget.toolTip()
    assert described(widget) == "a < b & c"
    assert described(own) == "F9"
    set_tip(widget, "")
    assert described(widget) == ""
