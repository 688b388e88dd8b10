"""The kit editor in the real window: typed, undone with one key, judged beside the field, published."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from interviewer_app.controllers.kits.views import EditRequest
from interviewer_app.kits import library
from interviewer_app.ui import actions
from interviewer_app.ui.kits.outline import Outline
from interviewer_app.ui.style import theme
from tests.kit_texts import team_kit
from tests.ui.kits_walk import all_read
from tests.ui.whole import Whole, opened, settle

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@contextmanager
def editor(tmp_path: Path) -> Iterator[Whole]:
    """The program with a kit in its editor."""
    (tmp_path / "kits").mkdir()
    (tmp_path / "kits" / "team-kit.toml").write_text(team_kit(), encoding="utf-8")
    with opened(tmp_path) as made:
        made.window.actions_by_id["app.kits"].trigger()
        all_read(made.program.kit_library)
        made.window.ways.edit_kit(EditRequest("team-kit"))
        settle()
        yield made


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with editor(tmp_path) as made:
        yield made


def draft(whole: Whole) -> dict[str, Any]:
    """The draft on disk, once it is there."""
    assert whole.program.catch_up()
    return library.load_file(whole.program.folder / "kits" / "team-kit.draft")


def published(whole: Whole) -> dict[str, Any]:
    """The file on disk."""
    return library.load_file(whole.program.folder / "kits" / "team-kit.toml")


def line(whole: Whole, name: str) -> QLineEdit:
    """A field of one line."""
    found = whole.child(f"kit_editor.{name}")
    assert isinstance(found, QLineEdit)
    return found


def outline_of(whole: Whole) -> Outline:
    """The entries of the file, at the side."""
    found = whole.screen.findChild(Outline)
    assert isinstance(found, Outline)
    return found


def choose(whole: Whole, words: str) -> None:
    """An entry in the outline."""
    outline = outline_of(whole)
    at = next(n for n, row in enumerate(outline.entries.rows) if row.words == words)
    outline.setCurrentIndex(outline.entries.index(at, 0))
    settle()


def press(whole: Whole, name: str) -> None:
    """Click a button in sight."""
    button = whole.child(name)
    assert isinstance(button, QAbstractButton)
    assert button.isEnabled(), name
    button.click()
    settle()


def test_the_kit_comes_first_with_its_fields(whole: Whole) -> None:
    assert whole.window.scope == actions.KIT_EDITOR
    assert line(whole, "kits.0.title").text() == "Team kit"
    words = [row.words for row in outline_of(whole).entries.rows]
    assert words[:4] == ["About the file", "Kits", "Team kit", "Prompts"]
    assert not whole.child("kit_editor.publish_button").isEnabled()


def test_typing_is_in_the_draft_and_one_key_takes_it_back(whole: Whole) -> None:
    field = line(whole, "kits.0.title")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Ours")
    assert draft(whole)["kits"][0]["title"] == "Ours"
    spin = whole.child("kit_editor.kits.0.variants.0.total_minutes")
    assert isinstance(spin, QSpinBox)
    spin.setValue(61)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.text(), spin.value()) == ("Ours", 60)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == "Team kit"
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT)
    assert field.text() == "Ours"
    assert draft(whole)["kits"][0]["title"] == "Ours"
    assert published(whole)["kits"][0]["title"] == "Team kit"


def test_a_box_undoes_through_the_same_history(whole: Whole) -> None:
    choose(whole, "Week three")
    box = whole.child("kit_editor.prompts.0.candidate_text")
    assert isinstance(box, QPlainTextEdit)
    before = box.toPlainText()
    box.setFocus()
    QTest.keyClicks(box, "Now. ")
    assert draft(whole)["prompts"][0]["candidate_text"].startswith("Now. You run")
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.toPlainText() == before


def test_what_is_wrong_stands_beside_the_field_and_in_the_outline(whole: Whole, qtbot: QtBot) -> None:
    choose(whole, "Week three")
    box = whole.child("kit_editor.prompts.0.candidate_text")
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("Too short")
    qtbot.waitUntil(lambda: whole.screen.view.errors == 1)
    said = whole.child("kit_editor.prompts.0.candidate_text.remark")
    assert isinstance(said, QLabel)
    assert said.text().startswith("E05 ")
    row = next(row for row in outline_of(whole).entries.rows if row.words == "Week three")
    assert row.problems == 1
    assert not whole.child("kit_editor.publish_button").isEnabled()
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: whole.screen.view.errors == 0)


def test_rows_are_added_moved_and_removed(whole: Whole) -> None:
    choose(whole, "Week three")
    ids = [row["id"] for row in published(whole)["prompts"][0]["probes"]]
    press(whole, "kit_editor.prompts.0.probes.1.up")
    assert [row["id"] for row in draft(whole)["prompts"][0]["probes"]] == [ids[1], ids[0], *ids[2:]]
    assert line(whole, "prompts.0.probes.0.id").text() == ids[1]
    press(whole, "kit_editor.prompts.0.probes.0.remove")
    press(whole, "kit_editor.prompts.0.strong.add")
    assert len(draft(whole)["prompts"][0]["probes"]) == len(ids) - 1
    assert draft(whole)["prompts"][0]["strong"][-1] == ""


def test_a_button_outlives_its_own_click(whole: Whole) -> None:
    button = whole.child("kit_editor.kits.0.variants.0.remove")
    assert isinstance(button, QAbstractButton)
    there: list[bool] = []
    # After the form has heard it, which then has no such button any more.
    button.clicked.connect(lambda: there.append(isValid(button)))
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert there == [True]
    assert len(draft(whole)["kits"][0]["variants"]) == 1
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_the_order_of_a_kit_and_its_swaps(whole: Whole) -> None:
    asked = [item["prompt"] for item in published(whole)["kits"][0]["items"]]
    press(whole, "kit_editor.kits.0.items.0.down")
    assert [item["prompt"] for item in draft(whole)["kits"][0]["items"]][:2] == [asked[1], asked[0]]
    combo = whole.child("kit_editor.kits.0.forms.1.swaps.0.use")
    assert isinstance(combo, QComboBox)
    assert combo.findData("sys-01") > 0
    combo.setCurrentIndex(combo.findData("sys-01"))
    combo.activated.emit(combo.currentIndex())
    assert draft(whole)["kits"][0]["forms"][1]["swaps"][0]["use"] == "sys-01"


def test_entries_are_added_and_removed_beside_the_outline(whole: Whole) -> None:
    choose(whole, "Prompts")
    press(whole, "kit_editor.add_entry")
    count = len(published(whole)["prompts"])
    assert len(draft(whole)["prompts"]) == count + 1
    assert line(whole, f"prompts.{count}.id").text() == "new-prompt-9"
    press(whole, "kit_editor.remove_entry")
    assert len(draft(whole)["prompts"]) == count


def test_publishing_shows_the_changes_first(whole: Whole, qtbot: QtBot) -> None:
    field = line(whole, "kits.0.title")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Ours")
    qtbot.waitUntil(lambda: not whole.screen.view.obstacle)
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    settle()
    told = "\n".join(label.text() for label in whole.window.findChildren(QLabel) if label.isVisible())
    assert "Version 1.0.0 becomes 1.0.1." in told
    assert "title “Team kit” → “Ours”" in told
    assert published(whole)["content_version"] == "1.0.0"
    press(whole, "kit_publish.publish")
    assert whole.window.scope == actions.KITS
    assert published(whole)["kits"][0]["title"] == "Ours"
    assert not (whole.program.folder / "kits" / "team-kit.draft").exists()


def test_a_draft_outlives_the_program(tmp_path: Path) -> None:
    with editor(tmp_path) as whole:
        choose(whole, "About the file")
        field = line(whole, "title")
        field.setFocus()
        QTest.keyClicks(field, "!")
    assert library.load_file(tmp_path / "kits" / "team-kit.draft")["title"] == "Team kit!"


def test_discarding_goes_back_to_the_file(whole: Whole) -> None:
    field = line(whole, "kits.0.title")
    QTest.keyClicks(field, "x")
    press(whole, "kit_editor.discard_button")
    assert whole.window.scope == actions.KITS
    assert [path.suffix for path in (whole.program.folder / "kits").glob("team-kit*")] == [".toml"]


def test_the_form_survives_another_text_size(whole: Whole) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "dark", 2.0)
    settle()
    assert line(whole, "kits.0.title").text() == "Team kit"
    assert line(whole, "kits.0.title").height() > 40


def test_a_megabyte_pasted_is_cut_to_what_a_file_may_hold(whole: Whole) -> None:
    choose(whole, "Week three")
    box = whole.child("kit_editor.prompts.0.interviewer_notes")
    assert isinstance(box, QPlainTextEdit)
    data = QMimeData()
    data.setText("x" * 1_000_000)
    box.insertFromMimeData(data)
    assert len(box.toPlainText()) <= 30_000
    assert len(draft(whole)["prompts"][0]["interviewer_notes"]) == len(box.toPlainText())


def test_wheels_change_nothing(whole: Whole) -> None:
    spin = whole.child("kit_editor.kits.0.variants.0.total_minutes")
    where = QPointF(spin.rect().center())
    event = QWheelEvent(
        where,
        spin.mapToGlobal(where),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(spin, event)
    assert not (whole.program.folder / "kits" / "team-kit.draft").exists()
