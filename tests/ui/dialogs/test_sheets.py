"""Cheat sheet, preferences and about: over the window, left with Esc, each change in force at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interviewer_app.settings import Settings
from interviewer_app.ui import actions
from interviewer_app.ui.dialogs.sheet import DialogSheet
from interviewer_app.ui.shell.window import MainWindow
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.key_hint import KeyHint
from interviewer_app.ui.widgets.segmented_choice import SegmentedChoice
from tests.ui.views import Desk


def opened(qtbot: QtBot, desk: Desk) -> MainWindow:
    window = desk.window()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    desk.library.refresh()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def sheet(window: MainWindow) -> DialogSheet:
    found = window.sheets.sheet
    assert found is not None
    return found


def press(window: MainWindow, name: str, qtbot: QtBot) -> None:
    found = window.findChild(QAbstractButton, name)
    assert found is not None, name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def visible_lines(window: MainWindow) -> list[str]:
    labels = [label for label in sheet(window).findChildren(QLabel) if not isinstance(label, KeyHint)]
    return [label.text() for label in labels if label.isVisible()]


def test_ctrl_f1_shows_every_row_and_esc_gives_the_keyboard_back(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    before = window.focusWidget()
    qtbot.keyClick(before, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    lines = visible_lines(window)
    assert {row.words for row in actions.table()} <= set(lines)
    assert lines.index("Library") < lines.index("Everywhere")
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.objectName() == "keys.filter"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.sheets.sheet is None
    assert window.focusWidget() is before


def test_the_cheat_sheet_finds_by_word_and_by_key(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    window.sheets.show_keys()
    qtbot.keyClicks(window.focusWidget(), "curtain")
    assert "Curtain" in visible_lines(window)
    assert "Quit" not in visible_lines(window)
    caps = [cap.text() for cap in sheet(window).findChildren(KeyHint) if cap.isVisible()]
    assert caps == ["F12"]
    qtbot.keyClicks(window.focusWidget(), " zzz")
    assert "No key matches." in visible_lines(window)


def test_f1_again_leaves_and_another_sheet_takes_its_place(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    window.sheets.show_keys()
    window.sheets.show_about()
    assert sheet(window).objectName() == "about"
    window.sheets.show_about()
    assert window.sheets.sheet is None
    assert [s for s in window.findChildren(DialogSheet) if s.isVisible()] == []


def test_a_sheet_leaves_with_the_screen(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    window.sheets.show_keys()
    window.new_interview()
    assert window.sheets.sheet is None
    assert window.scope == actions.PREPARE
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "prepare.candidate"


def test_a_sheet_stays_inside_a_small_window_and_follows_its_size(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    window.sheets.show_keys()
    window.resize(640, 420)
    qtbot.waitUntil(lambda: window.rect().contains(sheet(window).geometry()))


def preferred(desk: Desk) -> Settings:
    """The preferences now."""
    return desk.preferences.settings


def test_preferences_hold_at_once(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert sheet(window).objectName() == "preferences"
    press(window, "preferences.theme.high", qtbot)
    assert theme.current().name == "high"
    press(window, "preferences.size.125", qtbot)
    assert theme.scale() == 1.25
    name = window.findChild(QLineEdit, "preferences.interviewer")
    assert name is not None
    qtbot.keyClicks(name, "Ruth")
    assert desk.preferences.settings.interviewer == "Ruth"
    press(window, "preferences.hints", qtbot)
    assert not preferred(desk).hints
    press(window, "preferences.reset", qtbot)
    assert (preferred(desk).theme, theme.scale(), preferred(desk).hints) == ("auto", 1.0, True)
    chosen = window.findChild(QToolButton, "preferences.theme.auto")
    assert chosen is not None
    assert chosen.isChecked()


def test_the_export_folder_is_chosen_and_given_up(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    window.sheets.show_preferences()
    usual = window.findChild(QAbstractButton, "preferences.documents")
    assert usual is not None
    assert not usual.isVisible()
    press(window, "preferences.choose", qtbot)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(desk.folder))
    dialog.close()
    assert desk.preferences.settings.export_folder == str(desk.folder)
    press(window, "preferences.documents", qtbot)
    assert desk.preferences.settings.export_folder == ""


def test_about_names_versions_folder_licences_and_what_is_not_done(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    window.sheets.show_about()
    said = " ".join(label.text() for label in sheet(window).findChildren(QLabel))
    for words in (str(desk.folder), "MIT", "CC BY 4.0", "No verdict", "Nothing is recorded", "no network"):
        assert words in said
    press(window, "about.copy", qtbot)
    assert QGuiApplication.clipboard().text() == f"Interviewer: 0.1.0\nData folder: {desk.folder}"


def test_larger_text_squeezes_nothing_in_the_open_preferences(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    window.sheets.show_preferences()
    for size in ((1280, 800), (1024, 640)):
        window.resize(*size)
        desk.preferences.update(text_scale=2.0)
        found = [
            w for w in sheet(window).findChildren(QWidget) if isinstance(w, (QLineEdit, SegmentedChoice))
        ]
        assert len(found) == 4

        def whole(fields: Sequence[QWidget] = found) -> bool:
            return all(
                field.height() >= field.minimumSizeHint().height()
                and field.width() >= field.minimumSizeHint().width()
                for field in fields
            )

        qtbot.waitUntil(whole)
        assert window.rect().contains(sheet(window).geometry())
