"""The library on a real database, by keys and by mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import Order
from interviewer_app.ui.library.screen import LibraryScreen
from interviewer_app.ui.library.table import InterviewTable
from interviewer_app.ui.library.table_model import LibraryColumn
from interviewer_app.ui.shell.window import MainWindow
from interviewer_app.ui.style import theme
from tests.builders import an_interview
from tests.ui.views import Desk, a_library_view

KEY = Qt.Key
NAMES = ("Lena", "Tomasz", "Priya", "Noor", "Mei")
PHASES = (Phase.LIVE, Phase.TO_REVIEW, Phase.TO_REVIEW, Phase.PREPARED, Phase.FINALISED)


def filled(desk: Desk) -> None:
    """One interview per name, in the phases above."""
    people = zip(NAMES, PHASES, strict=True)
    desk.fill(
        *(
            an_interview(phase, f"id-{name}", candidate=name, at=-at)
            for at, (name, phase) in enumerate(people)
        )
    )


def shown(qtbot: QtBot, desk: Desk) -> tuple[MainWindow, LibraryScreen]:
    """The window with the library in front, active."""
    window = desk.window()
    qtbot.addWidget(window)
    desk.library.refresh()
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    screen = window.entries["library"].screen
    assert isinstance(screen, LibraryScreen)
    return window, screen


def field(screen: QWidget) -> QLineEdit:
    found = screen.findChild(QLineEdit, "library.filter")
    assert found is not None
    return found


def table(screen: QWidget) -> InterviewTable:
    found = screen.findChild(InterviewTable)
    assert found is not None
    return found


def names(screen: QWidget) -> list[str]:
    model = table(screen).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(parent: QWidget, name: str, qtbot: QtBot) -> None:
    found = parent.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isVisible(), name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_the_filter_has_the_focus_and_the_first_row_is_in_hand(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    window, screen = shown(qtbot, desk)
    assert window.focusWidget() is field(screen)
    assert names(screen) == list(NAMES)
    assert table(screen).currentIndex().row() == 0


def test_arrows_move_the_selection_and_enter_opens_without_leaving_the_filter(
    qtbot: QtBot, desk: Desk
) -> None:
    filled(desk)
    window, screen = shown(qtbot, desk)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up):
        qtbot.keyClick(field(screen), key)
    assert window.focusWidget() is field(screen)
    desk.library.open_requested.disconnect()
    with qtbot.waitSignal(desk.library.open_requested) as wish:
        qtbot.keyClick(field(screen), KEY.Key_Return)
    assert wish.args[0].interview_id == "id-Priya"


def test_tab_visits_filter_phases_export_new_and_table(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    window, screen = shown(qtbot, desk)
    table(screen).selectRow(1)
    visited = []
    for _stop in range(5):
        focused = window.focusWidget()
        assert focused is not None
        visited.append(focused.objectName())
        qtbot.keyClick(focused, KEY.Key_Tab)
    wanted = ("filter", "shelf.all", "export_button", "new", "table")
    assert visited == [f"library.{name}" for name in wanted]


def test_typing_filters_at_once_and_the_top_row_is_what_enter_opens(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    _window, screen = shown(qtbot, desk)
    qtbot.keyClick(field(screen), KEY.Key_Down)
    qtbot.keyClicks(field(screen), "noo")
    assert names(screen) == ["Noor"]
    assert table(screen).currentIndex().row() == 0
    qtbot.keyClick(field(screen), KEY.Key_Escape)
    assert field(screen).text() == ""
    assert names(screen) == list(NAMES)


def test_the_phase_filter_counts_and_narrows(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    _window, screen = shown(qtbot, desk)
    counts = {
        button.objectName(): button.text()
        for button in screen.findChildren(QToolButton)
        if button.objectName().startswith("library.shelf.")
    }
    assert counts == {
        "library.shelf.all": "All 5",
        "library.shelf.needs_me": "Needs me 3",
        "library.shelf.coming_up": "Coming up 1",
        "library.shelf.finalised": "Finalised 1",
    }
    press(screen, "library.shelf.finalised", qtbot)
    assert names(screen) == ["Mei"]
    total = screen.findChild(QLabel, "library.count")
    assert total is not None
    assert total.text() == "1 interview"


def test_a_header_sorts_and_sorts_back(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    _window, screen = shown(qtbot, desk)
    head = table(screen).head

    def click(column: LibraryColumn) -> None:
        middle = head.sectionViewportPosition(column) + 20
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))

    click(LibraryColumn.CANDIDATE)
    assert names(screen) == sorted(NAMES)
    click(LibraryColumn.CANDIDATE)
    assert names(screen) == sorted(NAMES, reverse=True)
    click(LibraryColumn.MISSING)
    assert names(screen) == sorted(NAMES, reverse=True)
    click(LibraryColumn.PHASE)
    assert names(screen) == list(NAMES)


def test_the_keys_sort_as_the_headers_do(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    _window, screen = shown(qtbot, desk)
    qtbot.keyClick(field(screen), KEY.Key_2, Qt.KeyboardModifier.AltModifier)
    assert names(screen) == sorted(NAMES)
    qtbot.keyClick(field(screen), KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert names(screen) == list(NAMES)


def test_an_interrupted_call_is_offered_in_the_banner_and_in_its_row(
    qtbot: QtBot, desk: Desk, restart: Callable[[], Desk]
) -> None:
    filled(desk)
    # What was live when the program started was interrupted.
    desk = restart()
    window, screen = shown(qtbot, desk)
    assert window.banners.posted == ("library.interrupted",)
    rows = table(screen)
    desk.library.open_requested.disconnect()
    option = QStyleOptionViewItem()
    option.rect = rows.visualRect(rows.model().index(0, LibraryColumn.MISSING))
    spot: QRect = rows.rows.action_rect(option, 0)
    assert rows.rows.action_words(0) == "Resume"
    with qtbot.waitSignal(desk.library.open_requested) as wish:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot.center())
    assert (wish.args[0].interview_id, wish.args[0].phase) == ("id-Lena", Phase.LIVE)
    assert "library.interrupted" not in window.banners.posted, "what was opened is offered no longer"
    assert rows.rows.action_words(0) == "Go on"


def test_the_banner_resumes_or_is_put_aside(qtbot: QtBot, desk: Desk, restart: Callable[[], Desk]) -> None:
    filled(desk)
    desk = restart()
    window, _screen = shown(qtbot, desk)
    desk.library.open_requested.disconnect()
    with qtbot.waitSignal(desk.library.open_requested) as wish:
        press(window, "banner.resume", qtbot)
    assert wish.args[0].interview_id == "id-Lena"
    again = restart()
    window, _screen = shown(qtbot, again)
    press(window, "banner.dismiss", qtbot)
    again.library.refresh()
    assert window.banners.posted == ()


def test_removing_needs_no_question_and_is_undone(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    window, screen = shown(qtbot, desk)
    rows = table(screen)
    remove = screen.actions_by_id["library.remove"]
    assert not remove.isEnabled(), "a call that was held is not removed"
    rows.selectRow(names(screen).index("Noor"))
    assert remove.isEnabled()
    rows.setFocus()
    qtbot.keyClick(rows, KEY.Key_Delete)
    assert "Noor" not in names(screen)
    assert window.banners.posted[-1] == "library.removed"
    press(window, "banner.undo", qtbot)
    assert "Noor" in names(screen)
    assert "library.removed" not in window.banners.posted
    rows.selectRow(names(screen).index("Noor"))
    qtbot.keyClick(rows, KEY.Key_Delete)
    assert "Noor" not in names(screen)
    qtbot.keyClick(field(screen), KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Noor" in names(screen)


def test_the_row_menu_holds_the_row_s_actions(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    _window, screen = shown(qtbot, desk)
    rows = table(screen)
    rows.selectRow(names(screen).index("Mei"))
    rows.customContextMenuRequested.emit(rows.visualRect(rows.currentIndex()).center())
    menu = screen.findChild(QMenu, "library.row_menu")
    assert menu is not None
    usable = {action.text(): action.isEnabled() for action in menu.actions()}
    assert usable == {"Open": True, "Export packet": True, "Remove": False}
    menu.close()


def test_export_asks_for_the_rows_whose_call_has_ended(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    _window, screen = shown(qtbot, desk)
    button = screen.findChild(QAbstractButton, "library.export_button")
    assert button is not None
    assert not button.isEnabled()
    assert "ended" in button.toolTip()
    table(screen).selectAll()
    assert button.isEnabled()
    with qtbot.waitSignal(desk.library.export_requested) as wish:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wish.args[0] == ("id-Tomasz", "id-Priya", "id-Mei")


def test_the_empty_library_offers_the_sample_and_a_new_interview(qtbot: QtBot, desk: Desk) -> None:
    window, screen = shown(qtbot, desk)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "library.empty.primary"
    assert not field(screen).isEnabled()
    new = screen.findChild(QAbstractButton, "library.new")
    assert new is not None
    assert new.property("kind") == "plain"
    desk.library.open_requested.disconnect()
    with qtbot.waitSignal(desk.library.open_requested) as wish:
        qtbot.keyClick(focused, KEY.Key_Return)
    assert wish.args[0].phase is Phase.LIVE
    assert len(names(screen)) == 1
    assert field(screen).isEnabled()
    assert new.property("kind") == "primary"


def test_no_match_says_so_and_leads_back(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    window, screen = shown(qtbot, desk)
    qtbot.keyClicks(field(screen), "zebra")
    assert names(screen) == []
    assert window.focusWidget() is field(screen)
    qtbot.keyClick(field(screen), KEY.Key_Return)
    press(screen, "library.empty.link", qtbot)
    assert names(screen) == list(NAMES)
    assert field(screen).text() == ""


def test_further_pages_come_by_keys(qtbot: QtBot, desk: Desk) -> None:
    desk.fill(*(an_interview(Phase.FINALISED, f"i{n}", candidate=f"C{n:03}", at=-n) for n in range(130)))
    _window, screen = shown(qtbot, desk)
    assert len(names(screen)) == 100
    for _page in range(12):
        qtbot.keyClick(field(screen), KEY.Key_PageDown)
    assert len(names(screen)) == 130
    assert len(set(names(screen))) == 130


def test_text_size_changes_rows_and_header(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    window, screen = shown(qtbot, desk)
    rows = table(screen)
    assert (rows.rowHeight(0), rows.head.height()) == (36, 28)
    desk.preferences.update(text_scale=1.5)
    qtbot.waitUntil(lambda: rows.rowHeight(0) == 54)
    assert rows.head.height() == 42
    assert theme.scale() == 1.5
    window.close()


def test_the_rows_in_hand_stay_when_the_list_is_read_again(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    _window, screen = shown(qtbot, desk)
    table(screen).selectRow(3)
    desk.library.refresh()
    assert table(screen).currentIndex().row() == 3
    screen.present(a_library_view())
    assert table(screen).currentIndex().row() == 3


def test_every_control_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    filled(desk)
    _window, screen = shown(qtbot, desk)
    buttons = [b for b in screen.findChildren(QAbstractButton) if not b.objectName().startswith("qt_")]
    for control in (*buttons, *screen.findChildren(QLineEdit), table(screen)):
        assert control.objectName(), control
        assert control.accessibleName(), control.objectName()


def test_orders_are_all_in_the_menu(qtbot: QtBot, desk: Desk) -> None:
    _window, screen = shown(qtbot, desk)
    assert {name for name in screen.actions_by_id if name.startswith("library.sort_")} == {
        f"library.sort_{word}" for word in ("need", "candidate", "opening", "kit", "date")
    }
    assert len(Order) == 5
