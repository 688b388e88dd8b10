"""The kit library in the real window: found while typing, shown in full, imported and exported."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from interviewer_app.domain.kits.catalogue import EntryKind, KitOrigin, KitQuery
from interviewer_app.kits import library
from interviewer_app.ui import actions
from interviewer_app.ui.kits.table import KitTable
from interviewer_app.ui.kits.table_model import KitModel
from tests.kit_texts import BROKEN, many, team_kit
from tests.ui.whole import Whole, opened, settle

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with opened(tmp_path) as made:
        yield made


def library_of(whole: Whole, qtbot: QtBot) -> Any:
    """The screen of the kit library, all of it read."""
    whole.window.actions_by_id["app.kits"].trigger()
    screen = whole.screen
    qtbot.waitUntil(lambda: not screen.view.reading, timeout=20_000)
    settle()
    return screen


def table(screen: Any) -> KitTable:
    """The list."""
    found = screen.findChild(KitTable)
    assert isinstance(found, KitTable)
    return found


def listed(screen: Any) -> KitModel:
    """What stands in it."""
    model = table(screen).model()
    assert isinstance(model, KitModel)
    return model


def titles(screen: Any) -> list[str]:
    """What the list says in its first column."""
    model = table(screen).model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def told(whole: Whole) -> str:
    """Every word of labels in sight."""
    labels = whole.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def press(whole: Whole, name: str) -> None:
    """Click a button in sight."""
    button = whole.child(name)
    assert isinstance(button, QAbstractButton)
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def drop(whole: Whole, path: Path) -> None:
    """Let a file fall onto the screen."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 300), copy, data, left, none)
    QApplication.sendEvent(whole.screen, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(whole.screen, QDropEvent(QPointF(50, 300), copy, data, left, none))
    settle()


def test_a_key_opens_it_from_everywhere_and_back_leads_home(whole: Whole, qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_K, CTRL)
    assert whole.window.scope == actions.KITS
    qtbot.waitUntil(lambda: not whole.screen.view.reading, timeout=20_000)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "kits.filter"
    QTest.keyClick(focused, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert whole.window.scope == actions.LIBRARY


def test_typing_filters_and_arrows_move_from_inside_the_field(whole: Whole, qtbot: QtBot) -> None:
    screen = library_of(whole, qtbot)
    everything = len(titles(screen))
    field = whole.child("kits.filter")
    QTest.keyClicks(field, "invoice")
    few = titles(screen)
    assert 0 < len(few) < everything
    assert "The invoice that gave orders" in few
    first = screen.view.chosen
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(titles(screen)) == everything
    QTest.keyClick(field, Qt.Key.Key_Home)
    table(screen).hold(0)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert screen.view.chosen == listed(screen).rows[1].key
    assert screen.view.detail.title == titles(screen)[1]
    assert first


def test_tab_goes_from_the_words_to_the_kinds(whole: Whole, qtbot: QtBot) -> None:
    screen = library_of(whole, qtbot)
    screen.focus_filter()
    QTest.keyClick(whole.child("kits.filter"), Qt.Key.Key_Tab)
    focus = screen.window().focusWidget()
    assert focus is not None
    assert focus.objectName() == "kits.kind.prompt"


def test_role_stage_category_and_source_narrow(whole: Whole, qtbot: QtBot) -> None:
    screen = library_of(whole, qtbot)
    everything = len(titles(screen))
    for name, key in (("kits.role", "arc"), ("kits.stage", "design"), ("kits.category", "D")):
        combo = whole.child(name)
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData(key))
        combo.activated.emit(combo.currentIndex())
        settle()
        assert 0 < len(titles(screen)) < everything
        everything = len(titles(screen)) + 1
    source = whole.child("kits.source")
    assert isinstance(source, QComboBox)
    source.setCurrentIndex(source.findData(KitOrigin.OWN.value))
    source.activated.emit(source.currentIndex())
    settle()
    assert titles(screen) == []
    assert whole.child("kits.empty").isVisible()


def test_the_prompt_stands_there_in_full_and_as_the_candidate_sees_it(whole: Whole, qtbot: QtBot) -> None:
    library_of(whole, qtbot)
    whole.program.kit_library.ask(KitQuery(words="week three acceptance"))
    settle()
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    prompt = kit.prompt("prd-01")
    assert prompt is not None
    card = whole.child("kits.candidate")
    assert [label.text() for label in card.findChildren(QLabel)] == [prompt.candidate_text]
    said = told(whole)
    for words in (prompt.interviewer_notes, *prompt.strong, *prompt.weak, "CC-BY-4.0", "Not used yet."):
        assert words in said
    assert "shipped, read-only" in said
    assert not whole.child("kits.edit_button").isEnabled()


def test_nothing_of_one_s_own_says_what_to_do(whole: Whole, qtbot: QtBot) -> None:
    library_of(whole, qtbot)
    whole.program.kit_library.ask(KitQuery(source=KitOrigin.OWN))
    settle()
    assert "No kit files of your own yet" in told(whole)
    press(whole, "kits.empty.primary")
    dialog = whole.window.findChild(QFileDialog, "kits.import_dialog")
    assert dialog is not None
    dialog.reject()
    press(whole, "kits.empty.link")
    assert len(whole.screen.view.rows) > 50


def test_only_broken_files_say_which_line_and_lead_to_the_rest(whole: Whole, qtbot: QtBot) -> None:
    folder = whole.program.folder / "kits"
    folder.mkdir()
    (folder / "bad.toml").write_text(BROKEN, encoding="utf-8")
    (folder / "worse.toml").write_text("not toml [", encoding="utf-8")
    screen = library_of(whole, qtbot)
    whole.program.kit_library.ask(KitQuery(source=KitOrigin.OWN))
    settle()
    said = told(whole)
    assert "Only broken kit files" in said
    assert "bad.toml, line" in said
    press(whole, "kits.empty.primary")
    assert titles(screen) == ["Broken", "worse.toml"]
    assert "bad.toml:3: E06" in told(whole)
    assert not whole.child("kits.edit_button").isEnabled()


def test_a_dropped_file_is_reported_on_and_then_imported(whole: Whole, qtbot: QtBot, tmp_path: Path) -> None:
    given = tmp_path / "given.toml"
    given.write_text(team_kit(), encoding="utf-8")
    screen = library_of(whole, qtbot)
    drop(whole, given)
    assert "Adds “team-kit” 1.0.0 to your kits." in told(whole)
    folder = whole.program.folder / "kits"
    assert list(folder.glob("*.toml")) == []
    QTest.keyClick(whole.child("kit_report.import"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(screen) == ["Team kit"], timeout=20_000)
    assert whole.window.focusWidget() is whole.child("kits.filter")
    assert (folder / "team-kit.toml").read_bytes() == given.read_bytes()


def test_cancel_stores_nothing(whole: Whole, qtbot: QtBot, tmp_path: Path) -> None:
    given = tmp_path / "given.toml"
    given.write_text(team_kit(), encoding="utf-8")
    library_of(whole, qtbot)
    drop(whole, given)
    press(whole, "kit_report.cancel")
    assert whole.program.kit_library.store.own() == ()


def test_a_broken_file_is_told_line_by_line_and_cannot_be_imported(
    whole: Whole, qtbot: QtBot, tmp_path: Path
) -> None:
    given = tmp_path / "bad.toml"
    given.write_text(BROKEN, encoding="utf-8")
    library_of(whole, qtbot)
    drop(whole, given)
    button = whole.child("kit_report.import")
    assert not button.isEnabled()
    assert button.accessibleDescription()
    said = told(whole)
    assert "bad.toml:3: E06" in said
    assert " E12 " in said
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    settle()
    assert whole.program.kit_library.store.own() == ()


def test_export_asks_for_a_place_and_writes_the_very_bytes(
    whole: Whole, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = library_of(whole, qtbot)
    screen.export_file()
    dialog = whole.window.findChild(QFileDialog, "kits.export_dialog")
    assert dialog is not None
    source = Path(screen.view.detail.file.path)
    dialog.fileSelected.emit(str(tmp_path / "out.toml"))
    dialog.reject()
    assert (tmp_path / "out.toml").read_bytes() == source.read_bytes()
    said = whole.child("kits.count")
    assert isinstance(said, QLabel)
    assert said.text() == "out.toml is written"


def test_two_thousand_prompts_are_listed_and_filtered(whole: Whole, qtbot: QtBot) -> None:
    many(whole.program.folder / "kits", 2_000)
    screen = library_of(whole, qtbot)
    assert listed(screen).rowCount() > 2_000
    QTest.keyClicks(whole.child("kits.filter"), "prompt 399 of 4")
    assert titles(screen) == ["Prompt 399 of 4"]


def test_uses_come_into_the_column(whole: Whole, qtbot: QtBot) -> None:
    whole.fill()
    screen = library_of(whole, qtbot)
    qtbot.waitUntil(lambda: listed(screen).rows[0].used >= 0)
    rows = {
        listed(screen).rows[at].id: listed(screen).words(at, 5) for at in range(listed(screen).rowCount())
    }
    assert rows["prd-01"] == "3"
    assert rows["sys-01"] == "0"


def test_words_of_a_file_are_never_markup(whole: Whole, qtbot: QtBot, tmp_path: Path) -> None:
    given = tmp_path / "<b>given.toml"
    given.write_text(team_kit(title="<b>Team</b>"), encoding="utf-8")
    library_of(whole, qtbot)
    drop(whole, given)
    rich = [
        label.text()
        for label in whole.window.findChildren(QLabel)
        if "<b>" in label.text() and label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert rich == []
    press(whole, "kit_report.cancel")


def test_a_draft_is_found_again_and_a_kit_is_edited_with_enter(whole: Whole, qtbot: QtBot) -> None:
    screen = library_of(whole, qtbot)
    whole.program.kit_library.ask(KitQuery(kind=EntryKind.KIT, words="gen-tech-60"))
    settle()
    field = whole.child("kits.filter")
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert whole.window.scope == actions.KIT_EDITOR
    whole.controller.put(("publisher",), "Us")
    whole.screen.go_back()
    settle()
    whole.program.kit_library.ask(KitQuery(kind=EntryKind.FILE, source=KitOrigin.OWN))
    settle()
    assert titles(screen) == ["GenAI, technical 60, copy"]
    assert listed(screen).words(0, 5) == "draft"
    assert "nobody can use it before it is published" in told(whole)
