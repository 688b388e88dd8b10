"""Short words of the notes: added, changed and removed by keyboard, kept in settings.json, tried at once."""

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.settings import EXPANDERS
from interviewer_app.ui.dialogs.expanders import ExpandersSheet, ShortRow
from interviewer_app.ui.shell.window import MainWindow
from tests.ui.dialogs.test_sheets import opened, press, sheet
from tests.ui.views import Desk


def the_sheet(qtbot: QtBot, desk: Desk) -> tuple[MainWindow, ExpandersSheet]:
    """Opened from the preferences, as a person does."""
    window = opened(qtbot, desk)
    window.sheets.show_preferences()
    press(window, "preferences.expanders", qtbot)
    shown = sheet(window)
    assert isinstance(shown, ExpandersSheet)
    return window, shown


def focus() -> QWidget:
    holder = QApplication.focusWidget()
    assert holder is not None
    return holder


def field(shown: ExpandersSheet, name: str) -> QLineEdit:
    found = shown.findChild(QLineEdit, f"expanders.{name}")
    assert found is not None
    return found


def trouble(shown: ExpandersSheet) -> str:
    found = shown.findChild(QLabel, "expanders.trouble")
    assert found is not None
    return found.text() if found.isVisible() else ""


def test_one_is_added_by_keyboard_and_holds_at_once(qtbot: QtBot, desk: Desk) -> None:
    _window, shown = the_sheet(qtbot, desk)
    assert focus().objectName() == "expanders.try"
    add = shown.findChild(QAbstractButton, "expanders.add")
    assert add is not None
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Space)
    assert focus().objectName() == f"expanders.word.{len(EXPANDERS) + 1}"
    QTest.keyClicks(focus(), ";hm")
    assert trouble(shown) == "“;hm” stands for nothing yet."
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    QTest.keyClicks(focus(), "how measured: ")
    assert trouble(shown) == ""
    assert desk.preferences.settings.expanders == {**EXPANDERS, ";hm": "how measured: "}
    stored = json.loads((desk.preferences.folder / "settings.json").read_text(encoding="utf-8"))
    assert stored["expanders"][";hm"] == "how measured: "
    QTest.keyClicks(field(shown, "try"), "x ;hm ")
    assert field(shown, "try").text() == "x how measured: "
    QTest.keyClicks(field(shown, "try"), ";own ")
    assert field(shown, "try").text() == "x how measured: own part: "


def test_one_is_changed_and_removed(qtbot: QtBot, desk: Desk) -> None:
    window, shown = the_sheet(qtbot, desk)
    text = field(shown, "text.2")
    text.selectAll()
    QTest.keyClicks(text, "told")
    assert desk.preferences.settings.expanders[";told"] == "told"
    press(window, "expanders.remove.1", qtbot)
    assert ";ask" not in desk.preferences.settings.expanders
    assert focus().objectName() == "expanders.word.2"
    press(window, "expanders.usual", qtbot)
    assert desk.preferences.settings.expanders == EXPANDERS
    QApplication.processEvents()
    assert [row.short().word for row in shown.findChildren(ShortRow) if row.isVisible()] == list(EXPANDERS)


def test_what_cannot_be_kept_is_said_and_the_rest_is_kept(qtbot: QtBot, desk: Desk) -> None:
    _window, shown = the_sheet(qtbot, desk)
    word = field(shown, "word.2")
    for typed, said in (
        (";ask", "“;ask” stands there twice: only the first counts."),
        (";", "“;” is too short: two characters at least."),
        ("two words", "“two words” is no short word: one word of 20 characters at most."),
    ):
        word.selectAll()
        QTest.keyClicks(word, typed)
        assert trouble(shown) == said
        assert word.accessibleDescription() == said
        assert word.text() == typed
        kept = desk.preferences.settings.expanders
        assert kept == {known: text for known, text in EXPANDERS.items() if known != ";told"}
    word.clear()
    QTest.keyClicks(word, ";told")
    assert trouble(shown) == ""
    assert desk.preferences.settings.expanders == EXPANDERS


def test_enter_goes_down_and_adds_below_the_last(qtbot: QtBot, desk: Desk) -> None:
    _window, shown = the_sheet(qtbot, desk)
    first = field(shown, "word.1")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert focus().objectName() == "expanders.word.2"
    last = field(shown, f"text.{len(EXPANDERS)}")
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert focus().objectName() == f"expanders.word.{len(EXPANDERS) + 1}"
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert desk.preferences.settings.expanders == EXPANDERS


def test_reset_preferences_leaves_the_short_words_alone(qtbot: QtBot, desk: Desk) -> None:
    desk.preferences.update(expanders={";x1": "mine"}, hints=False)
    window = opened(qtbot, desk)
    window.sheets.show_preferences()
    press(window, "preferences.reset", qtbot)
    assert desk.preferences.settings.expanders == {";x1": "mine"}
    assert desk.preferences.settings.hints
