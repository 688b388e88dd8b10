"""Banner, empty state and tabs: what they say, and the wishes they pass on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.banner import Banner, BannerAction, BannerView
from interviewer_app.ui.widgets.empty_state import EmptyState, EmptyView
from interviewer_app.ui.widgets.tabs import TabRequest, Tabs, TabView

RETRY, COPY = BannerAction("retry", "Retry"), BannerAction("copy", "Save a copy")
FULL = BannerView("caution", "The disk is full.", "Your text is kept here.", (RETRY, COPY))
EMPTY = EmptyView(
    "No interviews yet",
    "An interview is a kit of questions, a candidate and an hour.",
    "Try a sample interview",
    "made up, marked, removable",
    "With a candidate already:",
    "New interview",
    "Ctrl+N",
)


def in_a_window(qtbot: QtBot, widget: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addWidget(QLabel("body"), 1)
    window.resize(900, 500)
    window.show()
    return window


def press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_banner_takes_room_only_while_it_speaks(qtbot: QtBot) -> None:
    banner = Banner()
    window = in_a_window(qtbot, banner)
    assert banner.isHidden()
    banner.present(FULL)
    window.grab()
    assert banner.height() == 36
    assert banner.accessibleName() == "The disk is full. Your text is kept here."
    banner.present(None)
    assert banner.isHidden()


def test_a_banner_grows_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.present(FULL)
    theme.apply(qapp, "light", 1.5)
    assert banner.height() == 54


def test_a_banner_passes_on_what_was_pressed(qtbot: QtBot) -> None:
    banner = Banner()
    window = in_a_window(qtbot, banner)
    banner.present(FULL)
    with qtbot.waitSignal(banner.action_requested) as wish:
        press(qtbot, window, "banner.copy")
    assert wish.args == [COPY]


def test_a_banner_is_dismissed_only_where_it_may_be(qtbot: QtBot) -> None:
    banner = Banner()
    window = in_a_window(qtbot, banner)
    banner.present(FULL)
    close = banner.findChild(QPushButton, "banner.dismiss")
    assert close is not None
    assert close.isHidden()
    banner.present(BannerView("info", "Paused 38:12 to 39:40.", dismissable=True))
    with qtbot.waitSignal(banner.dismiss_requested):
        press(qtbot, window, "banner.dismiss")


def test_a_graver_banner_changes_colour_and_buttons(qtbot: QtBot) -> None:
    banner = Banner()
    window = in_a_window(qtbot, banner)
    banner.present(FULL)
    mild = window.grab().toImage().pixelColor(450, 4)
    banner.present(BannerView("alert", "Saving has failed for 40 seconds.", actions=(RETRY,)))
    grave = window.grab().toImage().pixelColor(450, 4)
    assert (mild, grave) == (theme.current().caution_soft, theme.current().alert_soft)
    shown = [button.objectName() for button in banner.findChildren(QPushButton) if not button.isHidden()]
    assert shown == ["banner.retry"]


def test_the_empty_state_offers_its_two_ways_on(qtbot: QtBot) -> None:
    empty = EmptyState("empty")
    empty.present(EMPTY)
    window = in_a_window(qtbot, empty)
    with qtbot.waitSignal(empty.primary_requested):
        press(qtbot, window, "empty.primary")
    with qtbot.waitSignal(empty.link_requested):
        press(qtbot, window, "empty.link")


def test_the_empty_state_hides_what_it_was_not_given(qtbot: QtBot) -> None:
    empty = EmptyState("empty")
    qtbot.addWidget(empty)
    empty.present(EmptyView("Nothing found", "No interview has all these words."))
    assert all(button.isHidden() for button in empty.findChildren(QPushButton))


def some_tabs(qtbot: QtBot) -> Tabs:
    tabs = Tabs("list")
    qtbot.addWidget(tabs)
    for key, title in (("probes", "Probes"), ("facts", "Facts"), ("signals", "Signals")):
        tabs.add_page(TabView(key, title, "0 of 6", "F2"), QLabel(title))
    tabs.show()
    tabs.activateWindow()
    qtbot.waitUntil(tabs.isActiveWindow)
    return tabs


def tab(tabs: Tabs, key: str) -> QToolButton:
    found = tabs.findChild(QToolButton, f"list.{key}")
    assert found is not None
    return found


def test_tabs_change_pages_by_mouse_and_by_arrow(qtbot: QtBot) -> None:
    tabs = some_tabs(qtbot)
    pages = tabs.findChild(QStackedWidget)
    assert pages is not None
    assert tabs.current() == "probes"
    with qtbot.waitSignal(tabs.tab_requested) as wish:
        qtbot.mouseClick(tab(tabs, "facts"), Qt.MouseButton.LeftButton)
    assert wish.args == [TabRequest("facts")]
    assert pages.currentIndex() == 1
    with qtbot.waitSignal(tabs.tab_requested) as wish:
        qtbot.keyClick(tab(tabs, "facts"), Qt.Key.Key_Right)
    assert wish.args == [TabRequest("signals")]
    assert tabs.current() == "signals"


def test_new_counts_leave_the_page_in_front(qtbot: QtBot) -> None:
    tabs = some_tabs(qtbot)
    tabs.show_page("facts")
    tabs.present(TabView("probes", "Probes", "4 of 6", "F2"))
    assert tabs.current() == "facts"
    assert tab(tabs, "probes").accessibleName() == "Probes 4 of 6"
    assert tab(tabs, "probes").accessibleDescription() == "F2"


def test_choosing_a_tab_moves_no_other(qtbot: QtBot) -> None:
    tabs = some_tabs(qtbot)
    before = tab(tabs, "signals").geometry()
    tabs.show_page("facts")
    tabs.grab()
    assert tab(tabs, "signals").geometry() == before


def test_tabs_say_less_where_there_is_less_room_and_tell_readers_all_the_same(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tabs = some_tabs(qtbot)
    tabs.setParent(window)
    window.show()
    widths = []
    for width in (800, 330, 290):
        tabs.setGeometry(0, 0, width, 200)
        tabs.show()
        QApplication.processEvents()
        assert tab(tabs, "signals").geometry().right() < width
        widths.append(tab(tabs, "facts").width())
    assert widths[0] > widths[1] > widths[2]
    assert tab(tabs, "facts").accessibleName() == "Facts 0 of 6"
    assert tab(tabs, "facts").accessibleDescription() == "F2"


def test_a_tab_that_is_not_offered_gives_way_to_the_first(qtbot: QtBot) -> None:
    tabs = some_tabs(qtbot)
    tabs.show_page("facts")
    tabs.offer("signals", "probes")
    assert (tabs.current(), tabs.offers("facts"), tabs.offers("probes")) == ("signals", False, True)
    assert not tab(tabs, "facts").isVisible()
    tabs.offer("probes", "facts", "signals")
    assert tab(tabs, "facts").isVisible()
