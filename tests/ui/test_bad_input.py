"""What people really paste, and a world that gives way: a clear sentence, nothing lost, no waiting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app import whole_files
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.interview import Phase
from interviewer_app.storage import checks
from interviewer_app.ui.review.pages import PageRequest, ReviewPage
from interviewer_app.ui.widgets.banner import Banner
from tests.ui.whole import Whole, opened, settle, soon, the_kit

MEGABYTE = "all work and no play " * 50_000
WILD = (
    "tab\there \x00\x07\x1b[31m \ud83d lone \udc00 <b>bold</b> &amp; \u202egnp.exe\u202c \u2028next\r\nlast"
)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with opened(tmp_path) as made:
        made.fill()
        yield made


def paste(target: QWidget, text: str) -> None:
    """Paste as a person does; returns when the window answers again."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def said(whole: Whole) -> str:
    """Every word in sight: labels, banners and the hints under fields."""
    seen = [w for w in whole.window.findChildren(QWidget) if w.isVisible()]
    words = [w.text() for w in seen if isinstance(w, QLabel)]
    return "\n".join((*words, *(w.accessibleName() for w in seen if isinstance(w, Banner))))


NAMES = {
    "ten thousand": "Wolfeschlegelsteinhausen " * 400,
    "emoji": "👩🏽‍🚀 Ada 🇺🇦 Ω",
    "right to left": "محمد العبد الله",
    "markup": "<b>x</b> & <script>",
    "wild": WILD,
    "megabyte": MEGABYTE,
}


@pytest.mark.parametrize("kind", NAMES)
def test_any_name_can_be_pasted_and_read_back(kind: str, whole: Whole, qtbot: QtBot) -> None:
    name = NAMES[kind]
    whole.go(Phase.PREPARED)
    field = whole.child("prepare.candidate")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    paste(field, name)
    shown = field.text()
    assert shown
    assert shown.isprintable() or kind in ("emoji", "right to left")
    if len(name) > 200:
        assert "Only the first 200 characters fit" in said(whole)
    else:
        assert kind == "wild" or shown == name
    assert whole.program.keeper.flush()
    assert whole.program.keeper.reader.load("prepared").candidate == shown
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: whole.window.scope == "live")
    for scope in ("live", "library"):
        if scope == "library":
            whole.window.show_library()
        settle()
        assert whole.window.width() <= 1280, "a long name must not push the window wider"
        assert "\n" not in whole.window.windowTitle()
        assert len(whole.window.windowTitle()) < 300
    assert checks.check(whole.program.keeper.path) == []


@pytest.mark.parametrize("kind", NAMES)
def test_any_name_stands_whole_in_review_and_packet(kind: str, tmp_path: Path) -> None:
    name = "".join(c for c in NAMES[kind][:200] if not 0xD800 <= ord(c) <= 0xDFFF and c.isprintable())
    with opened(tmp_path) as whole:
        whole.fill(name)
        for phase in (Phase.TO_REVIEW, Phase.FINALISED):
            whole.go(phase)
            assert whole.window.width() <= 1280
            assert name[:20] in said(whole)
        whole.screen.acts.show_packet()
        settle()
        assert whole.window.scope == "packet"
        assert whole.window.width() <= 1280
        target = tmp_path / "packet.pdf"
        whole.controller.write(str(target))
        assert target.read_bytes().startswith(b"%PDF-")


def in_notes(whole: Whole) -> QTextEdit:
    """The notes of a step without any."""
    screen = whole.go(Phase.LIVE)
    whole.controller.show("close")
    editor = screen.parts.notes.editor
    assert isinstance(editor, QTextEdit)
    return editor


def stored(whole: Whole, step: str = "close") -> str:
    """The notes of a step as they are on disk."""
    assert whole.program.keeper.flush()
    sheet = whole.program.keeper.reader.load("live").sheets.get(step)
    return sheet.text if sheet is not None else ""


def test_wild_notes_are_cleaned_and_the_disk_agrees(whole: Whole) -> None:
    editor = in_notes(whole)
    paste(editor, WILD)
    soon(lambda: "\u202e" not in editor.toPlainText())
    text = editor.toPlainText()
    assert "<b>bold</b> &amp;" in text
    assert "tab\there" in text
    assert not any(ord(c) < 0x20 and c not in "\n\t" for c in text)
    assert "\u202e" not in text
    text.encode("utf-8")
    assert stored(whole) == text
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "after")
    assert stored(whole) == editor.toPlainText()


def test_a_blank_line_above_the_first_words_is_kept(whole: Whole) -> None:
    editor = in_notes(whole)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "words")
    assert stored(whole) == editor.toPlainText() == "\n\nwords"


def test_a_megabyte_of_notes_is_refused_with_a_sentence(whole: Whole) -> None:
    editor = in_notes(whole)
    QTest.keyClicks(editor, "before")
    paste(editor, MEGABYTE)
    assert "more text than the notes of one step can hold" in said(whole)
    assert editor.toPlainText() == "before" == stored(whole)


def test_nearly_a_megabyte_of_notes_is_taken_at_once(whole: Whole) -> None:
    editor = in_notes(whole)
    lines = "\n".join(f"line {n} " + "of something pasted from elsewhere " * 9 + "#A" for n in range(2_500))
    assert 700_000 < len(lines) < 1_000_000
    paste(editor, lines)
    assert stored(whole) == editor.toPlainText() == lines


def test_thousands_of_lines_outlast_a_score_and_a_theme(whole: Whole) -> None:
    editor = in_notes(whole)
    paste(editor, "\n".join(f"+ line {n} #A" for n in range(3_000)))
    whole.screen.parts.panel.begin("C")
    whole.screen.parts.panel.fold()
    whole.program.preferences.update(theme="dark")
    assert whole.screen.parts.notes.editor.document().blockCount() == 3_000


def test_a_megabyte_in_the_fields_of_the_review_is_cut(whole: Whole) -> None:
    screen = whole.go(Phase.TO_REVIEW)
    missing = whole.child("review.missing")
    assert isinstance(missing, QLineEdit)
    paste(missing, MEGABYTE)
    assert 0 < len(missing.text()) <= 4000
    screen.show_page(PageRequest(ReviewPage.STRENGTHS))
    QTest.mouseClick(whole.child("review.add_point"), Qt.MouseButton.LeftButton)
    words = QApplication.focusWidget()
    assert isinstance(words, QLineEdit)
    paste(words, MEGABYTE)
    assert 0 < len(words.text()) <= 4000
    for letter in "ABCDE":
        if letter == "E":
            whole.controller.choose(letter, 3)
        whole.controller.settle(letter, True)
    screen.show_page(PageRequest(ReviewPage.RECOMMENDATION))
    reason = whole.child("review.reason")
    assert isinstance(reason, QPlainTextEdit)
    paste(reason, MEGABYTE)
    assert 0 < len(reason.toPlainText()) <= 4000
    assert whole.program.keeper.flush()
    kept = whole.program.keeper.reader.load("to_review")
    assert kept.reason == reason.toPlainText()
    assert kept.points[-1].text == words.text()
    assert kept.score("A").missing == missing.text()
    assert whole.window.width() <= 1280


@pytest.mark.parametrize("where", ["reason", "point", "missing"])
def test_wild_words_in_the_review_are_cleaned(where: str, whole: Whole) -> None:
    screen = whole.go(Phase.TO_REVIEW)
    if where == "missing":
        field = whole.child("review.missing")
    elif where == "point":
        screen.show_page(PageRequest(ReviewPage.CONCERNS))
        QTest.mouseClick(whole.child("review.add_point"), Qt.MouseButton.LeftButton)
        field = QApplication.focusWidget() or screen
    else:
        whole.controller.choose("E", 3)
        for letter in "ABCDE":
            whole.controller.settle(letter, True)
        screen.show_page(PageRequest(ReviewPage.RECOMMENDATION))
        field = whole.child("review.reason")
    paste(field, WILD)
    settle()
    assert whole.program.keeper.flush()
    kept = whole.program.keeper.reader.load("to_review")
    words = {"reason": kept.reason, "missing": kept.score("A").missing}.get(where) or kept.points[-1].text
    assert "<b>bold</b>" in words
    words.encode("utf-8")
    assert not any(ord(c) < 0x20 and c not in "\n\t" for c in words)


def test_broken_kits_are_named_and_the_others_work(tmp_path: Path) -> None:
    kits = tmp_path / "kits"
    kits.mkdir()
    (kits / "broken.toml").write_text('[kit\nid = "x"', encoding="utf-8")
    (kits / "binary.toml").write_bytes(b"\x00\xff\xfe" * 100)
    (kits / "half.toml").write_text('[[kit]]\nid = "half"\n', encoding="utf-8")
    (kits / "folder.toml").mkdir()
    with opened(tmp_path) as whole:
        whole.window.new_interview()
        settle()
        assert whole.window.scope == "prepare"
        label = whole.child("prepare.findings")
        assert isinstance(label, QLabel)
        assert "Your kit files:" in label.text()
        assert "<" not in label.text()
        assert "more)" in label.text()
        assert whole.child("prepare.kit").count() >= 1  # type: ignore[attr-defined]
        assert whole.window.width() <= 1280


def test_a_database_taken_away_is_told_and_saved_once_it_is_back(
    whole: Whole, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = in_notes(whole)
    QTest.keyClicks(editor, "before ")
    assert stored(whole) == "before "
    path = whole.program.keeper.path
    away = tmp_path / "away.db"
    path.rename(away)
    QTest.keyClicks(editor, "meanwhile ")
    qtbot.waitUntil(lambda: "no longer where it was" in said(whole))
    assert "Put the file back" in said(whole)
    assert "Not saved" in said(whole)
    assert editor.toPlainText() == "before meanwhile "
    assert "meanwhile" in whole.controller.rescue.waiting_text()
    away.rename(path)
    QTest.keyClicks(editor, "after")
    assert stored(whole) == "before meanwhile after"
    qtbot.waitUntil(lambda: "Not saved" not in said(whole))


def test_a_database_deleted_while_running_takes_nothing_from_the_screen(
    whole: Whole, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = in_notes(whole)
    QTest.keyClicks(editor, "before ")
    assert whole.program.keeper.flush()
    for path in tmp_path.glob("interviews.db*"):
        path.unlink()
    QTest.keyClicks(editor, "after")
    qtbot.waitUntil(lambda: "no longer where it was" in said(whole))
    assert editor.toPlainText() == "before after"
    whole.window.show_library()
    whole.window.open_interview(OpenRequest("finalised", Phase.FINALISED))
    whole.window.new_interview()
    settle()
    assert QApplication.focusWidget() is not None
    assert not whole.program.keeper.path.exists(), "a new, empty database must not hide the loss"


def test_settings_that_cannot_be_written_are_told_once(whole: Whole, tmp_path: Path) -> None:
    # A folder where the draft should be: rights do not stop the superuser.
    whole_files.draft_of(tmp_path / "settings.json").mkdir()
    whole.window.show_library()
    whole.program.preferences.update(interviewer="Robin")
    assert "Preferences could not be saved" in said(whole)
    assert whole.program.preferences.settings.interviewer == "Robin"
    whole.window.close()


def test_the_kit_of_these_tests_is_the_shipped_one() -> None:
    assert len(the_kit().prompts) == 6
