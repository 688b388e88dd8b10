"""The window: screens by phase, menus, banner, geometry, theme, sheets, closing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.errors import DamagedFile, DiskFull
from interviewer_app.domain.interview import Phase
from interviewer_app.ui import actions, geometry
from interviewer_app.ui.shell.window import MainWindow, ScreenEntry, theme_choice
from interviewer_app.ui.style import theme
from tests.builders import an_interview
from tests.ui.views import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """A screen of a few words, as app would build one."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope
        self.loaded: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.actions_by_id: dict[str, QAction] = {}

    def load(self, interview_id: str) -> None:
        if interview_id == "broken":
            raise DiskFull("The disk is full.", "Make room.")
        self.loaded.append(interview_id)


def opened(qtbot: QtBot, desk: Desk) -> tuple[MainWindow, dict[str, Page]]:
    """A window whose other screens are pages of this file, and those built so far."""
    built: dict[str, Page] = {}

    def factory(scope: str) -> ScreenEntry:
        page = built[scope] = Page(scope)
        return ScreenEntry(page, page.load, menu_bar=scope != actions.LIVE)

    window = MainWindow(
        library=desk.library,
        preferences=desk.preferences,
        factories={s: lambda s=s: factory(s) for s in ("prepare", "live", "review", "packet")},  # type: ignore[misc]
        about=lambda: (("Interviewer", "0.1.0"), ("Data folder", str(desk.folder))),
        data_folder=str(desk.folder),
    )
    qtbot.addWidget(window)
    window.resize(1280, 800)
    desk.library.refresh()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window, built


def test_only_the_library_is_built_at_first(qtbot: QtBot, desk: Desk) -> None:
    window, built = opened(qtbot, desk)
    assert built == {}
    assert list(window.entries) == ["library"]
    assert window.windowTitle() == "Interviewer"


@pytest.mark.parametrize(
    ("phase", "scope"),
    [
        (Phase.PREPARED, "prepare"),
        (Phase.LIVE, "live"),
        (Phase.TO_REVIEW, "review"),
        (Phase.FINALISED, "review"),
    ],
)
def test_an_interview_opens_on_the_screen_of_its_phase(
    qtbot: QtBot, desk: Desk, phase: Phase, scope: str
) -> None:
    window, built = opened(qtbot, desk)
    window.open_interview(OpenRequest("i1", phase))
    assert window.scope == scope
    assert built[scope].loaded == ["i1"]
    assert window.focusWidget() is built[scope]
    assert window.menuBar().isVisible() is (scope != "live")
    window.open_interview(OpenRequest("i2", phase))
    assert built[scope].loaded == ["i1", "i2"]
    window.go_back()
    assert window.scope == "library"


def test_ctrl_n_prepares_a_new_one_from_anywhere(qtbot: QtBot, desk: Desk) -> None:
    window, built = opened(qtbot, desk)
    window.open_interview(OpenRequest("i1", Phase.TO_REVIEW))
    qtbot.keyClick(built["review"], Qt.Key.Key_N, CTRL)
    assert window.scope == "prepare"
    assert built["prepare"].loaded == [""]
    qtbot.keyClick(built["prepare"], Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert window.scope == "library"


def test_back_from_the_packet_leads_to_where_it_was_asked_for(qtbot: QtBot, desk: Desk) -> None:
    window, _built = opened(qtbot, desk)
    wish = OpenRequest("i1", Phase.FINALISED)
    window.open_packet(wish)
    window.go_back()
    assert window.scope == "library"
    window.open_interview(wish)
    window.open_packet(wish)
    window.open_packet(wish)
    window.go_back()
    assert window.scope == "review"


def test_what_cannot_be_loaded_is_said_and_the_screen_stays(qtbot: QtBot, desk: Desk) -> None:
    window, _built = opened(qtbot, desk)
    window.open_interview(OpenRequest("broken", Phase.TO_REVIEW))
    assert window.scope == "library"
    assert window.banners.posted[-1] == "window.problem"
    dismiss = window.findChild(QPushButton, "banner.dismiss")
    assert dismiss is not None
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert window.banners.posted == ()
    window.show_problem(DiskFull("The disk is full.", "Make room."))
    window.open_interview(OpenRequest("i1", Phase.TO_REVIEW))
    assert window.banners.posted == ()


def test_the_title_follows_the_screen(qtbot: QtBot, desk: Desk) -> None:
    window, built = opened(qtbot, desk)
    window.open_interview(OpenRequest("i1", Phase.LIVE))
    built["live"].setWindowTitle("Live")
    assert window.windowTitle() == "Live – Interviewer"
    built["live"].setWindowTitle("")
    assert window.windowTitle() == "Interviewer"
    built["live"].setWindowTitle("Live")
    window.show_library()
    assert window.windowTitle() == "Interviewer"


def entries(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def menu_of(window: MainWindow, key: str) -> QMenu:
    found = window.menuBar().findChild(QMenu, f"menu.{key}")
    assert found is not None
    return found


def test_menus_hold_the_rows_of_the_program_and_of_the_screen_in_front(qtbot: QtBot, desk: Desk) -> None:
    window, _built = opened(qtbot, desk)
    for key in (actions.FILE, actions.INTERVIEW, actions.VIEW, actions.HELP):
        wanted = [
            row.words
            for scope in (actions.LIBRARY, actions.APP)
            for row in actions.table()
            if row.menu == key and row.scope == scope
        ]
        assert entries(menu_of(window, key)) == wanted
    window.open_interview(OpenRequest("i1", Phase.TO_REVIEW))
    assert entries(menu_of(window, actions.INTERVIEW)) == ["Nothing to do here"]


def test_the_same_menus_hang_on_a_button_where_there_is_no_bar(qtbot: QtBot, desk: Desk) -> None:
    window, built = opened(qtbot, desk)
    window.open_interview(OpenRequest("i1", Phase.LIVE))
    window.popup_menu(built["live"])
    whole = window.findChild(QMenu, "menu.all")
    assert whole is not None
    assert [action.text() for action in whole.actions()] == ["File", "Interview", "View", "Help"]
    whole.close()


def test_the_window_comes_back_where_it_stood(qtbot: QtBot, desk: Desk) -> None:
    window, _built = opened(qtbot, desk)
    window.setGeometry(QRect(40, 50, 700, 500))
    stood = window.normalGeometry()
    window.close()
    again, _more = opened(qtbot, desk)
    again.restore()
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert again.geometry() == geometry.clamped(stood, areas)
    desk.preferences.remember("window", "99999 99999 800 600 free")
    again.restore()
    assert any(area.intersects(again.geometry()) for area in areas)


def test_theme_and_text_size_hold_at_once_and_are_kept(qtbot: QtBot, desk: Desk) -> None:
    window, _built = opened(qtbot, desk)
    focus = window.focusWidget()
    qtbot.keyClick(focus, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert theme.current().name == "dark"
    assert desk.preferences.settings.theme == "dark"
    qtbot.keyClick(focus, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert theme.current().name == "light"
    qtbot.keyClick(focus, Qt.Key.Key_Equal, CTRL)
    assert theme.scale() == pytest.approx(1.1)
    qtbot.keyClick(focus, Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(focus, Qt.Key.Key_Minus, CTRL)
    assert theme.scale() == pytest.approx(0.9)
    qtbot.keyClick(focus, Qt.Key.Key_0, CTRL)
    assert theme.scale() == 1.0


def test_theme_words_of_the_preferences() -> None:
    assert [theme_choice(word) for word in ("auto", "light", "dark", "high", "pink")] == [
        "auto",
        "light",
        "dark",
        "high",
        "auto",
    ]


def test_full_screen_and_back(qtbot: QtBot, desk: Desk) -> None:
    window, _built = opened(qtbot, desk)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_ctrl_q_closes_during_a_call_without_a_question(qtbot: QtBot, desk: Desk) -> None:
    window, built = opened(qtbot, desk)
    window.open_interview(OpenRequest("i1", Phase.LIVE))
    qtbot.keyClick(built["live"], Qt.Key.Key_Q, CTRL)
    assert window.isHidden()
    assert QApplication.activeModalWidget() is None


def test_a_dead_end_fills_the_window_and_needs_no_library(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    window = MainWindow(
        library=None,
        preferences=desk.preferences,
        factories={},
        about=tuple,
        data_folder=str(tmp_path),
    )
    qtbot.addWidget(window)
    window.show_dead_end(DamagedFile("The database is damaged.", "The newest backup is a.db."))
    window.show()
    said = {label.objectName(): label.text() for label in window.findChildren(QLabel)}
    assert said["problem.sentence"] == "The database is damaged."
    assert said["problem.next"] == "The newest backup is a.db."
    window.show_library()
    window.new_interview()
    leave = window.findChild(QAbstractButton, "problem.quit")
    assert leave is not None
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert window.isHidden()


def test_prepared_interviews_open_from_the_library(qtbot: QtBot, desk: Desk) -> None:
    desk.fill(an_interview(Phase.PREPARED, "i7", candidate="Noor"))
    window, built = opened(qtbot, desk)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert built["prepare"].loaded == ["i7"]
