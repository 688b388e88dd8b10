"""A megabyte pasted into a running call is taken in under a second or refused; the window goes on at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData

from interviewer_app.domain.interview import Phase
from tests.ui.whole import opened, settle

TEXTS = {
    "many lines": "\n".join(
        f"+ line {n:04d} " + "of notes as they are in a long call " * 3 for n in range(4900)
    ),
    "long lines": "\n".join("word " * 199 for _n in range(990)),
    "one word": "x" * 990_000,
    "one line": "word " * 198_000,
    "short lines": "\n".join(f"line {n}" for n in range(4_995)),
}
TOO_MUCH = {"lines": "line\n" * 200_000, "characters": "x" * 1_100_000}


@pytest.mark.parametrize("name", TEXTS)
def test_a_megabyte_is_taken_in_under_a_second(tmp_path: Path, name: str) -> None:
    with opened(tmp_path) as whole:
        whole.fill()
        editor = whole.go(Phase.LIVE).parts.notes.editor
        whole.controller.show("close")
        settle()
        data = QMimeData()
        data.setText(TEXTS[name])
        editor.insertFromMimeData(data)
        settle()
        assert len(editor.toPlainText().replace("\n", "")) == len(TEXTS[name].replace("\n", ""))
        assert whole.program.keeper.flush()
        stored = whole.program.keeper.reader.load(Phase.LIVE).sheets["close"]
        assert stored.text == editor.toPlainText()


@pytest.mark.parametrize("name", TOO_MUCH)
def test_more_is_refused_at_once_with_a_sentence(tmp_path: Path, name: str) -> None:
    with opened(tmp_path) as whole:
        whole.fill()
        screen = whole.go(Phase.LIVE)
        before = screen.parts.notes.editor.toPlainText()
        data = QMimeData()
        data.setText(TOO_MUCH[name])
        screen.parts.notes.editor.insertFromMimeData(data)
        settle()
        assert screen.parts.notes.editor.toPlainText() == before
        assert "Nothing was changed." in screen.parts.banner.accessibleName()
