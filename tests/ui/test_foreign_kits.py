"""Other people's rubrics in the real window: prepared, asked, noted, scored by keys, finalised, printed.

Eight categories, levels with unequal weights, and a kit in Arabic; see tests/data/kits/foreign.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from interviewer_app.domain.interview import Recommendation
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.ui.live.prompt.passage import Passage
from tests.controllers.desk import Ear
from tests.test_foreign_kits import CASES, FOLDER, Case, plain, read
from tests.ui.whole import Whole, opened, settle

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    shutil.copytree(FOLDER, tmp_path / "kits")
    with opened(tmp_path) as made:
        yield made


def prepare(whole: Whole, case: Case, kit: Kit) -> None:
    """The kit is offered among ours, and the call begins on it."""
    whole.window.new_interview()
    controller = whole.controller
    ear = Ear(controller.changed)
    controller.set_candidate(case.candidate)
    controller.set_opening_title("An opening of theirs")
    controller.set_output("services")
    controller.waive("A trial of the kit")
    controller.set_stage(kit.stage)
    settle()
    controller.choose_kit(next(choice for choice in ear.last.kits if choice.kit_id == kit.id))
    controller.start()
    settle()


def hold(whole: Whole, case: Case, kit: Kit) -> None:
    """Every prompt shown, the lines pasted under each, every category scored by three keys."""
    for prompt in kit.prompts:
        whole.controller.show(prompt.id)
        settle()
        editor = whole.screen.parts.notes.editor
        editor.setFocus()
        QGuiApplication.clipboard().setText("\n".join(case.lines))
        QTest.keyClick(editor, Qt.Key.Key_V, CTRL)
        settle()
        assert editor.toPlainText() == "\n".join(case.lines)
        passage = whole.screen.parts.prompt.findChild(Passage)
        assert passage is not None
        assert passage.text() == prompt.candidate_text
    for category in kit.categories:
        whole.screen.begin_score()
        settle()
        for key in (category.letter, "4"):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, key)
            settle()
    whole.controller.end_call()
    settle()


def review(whole: Whole, kit: Kit) -> None:
    """Two notes cited for each category, settled; a decision with its reason; finalised."""
    controller = whole.controller
    view = whole.screen.view
    assert [(c.letter, c.score.value) for c in view.categories] == [(c.letter, 4) for c in kit.categories]
    for category in view.categories:
        notes = [note.id for group in category.evidence for note in group.items]
        for note in notes[:2]:
            controller.cite(category.letter, note, True)
        controller.settle(category.letter, True)
    controller.conclusion.recommend(Recommendation.YES)
    controller.conclusion.write_reason("Seen and heard, with figures.")
    controller.conclusion.finalise()
    settle()
    assert whole.window.scope == "review"


@pytest.mark.parametrize("case", CASES, ids=[case.file for case in CASES])
def test_a_kit_of_others_from_the_list_to_the_packet(whole: Whole, case: Case, tmp_path: Path) -> None:
    kit = read(case)
    prepare(whole, case, kit)
    hold(whole, case, kit)
    review(whole, kit)
    whole.screen.acts.show_packet()
    settle()
    place = tmp_path / "packet.pdf"
    whole.controller.write(str(place))
    text = plain(page.extract_text() for page in PdfReader(place).pages)
    for words in (case.candidate, *(c.title for c in kit.categories), *(p.title for p in kit.prompts)):
        for word in words.split():
            assert word in text, word


@pytest.mark.parametrize(("case", "from_the_right"), [(CASES[0], False), (CASES[2], True)], ids=["en", "ar"])
def test_the_prompt_begins_where_its_language_begins(whole: Whole, case: Case, from_the_right: bool) -> None:
    """The last line is short: it stands at the side where reading begins."""
    kit = read(case)
    prepare(whole, case, kit)
    whole.controller.show(kit.prompts[-1].id)
    settle()
    passage = next(found for found in whole.screen.findChildren(Passage) if found.isVisible())
    picture = passage.grab().toImage()
    height = picture.height() // len(passage.lines_at(passage.width()))
    blank = picture.pixel(0, 0)
    last = range(picture.height() - height, picture.height())
    inked = [x for x in range(picture.width()) if any(picture.pixel(x, y) != blank for y in last)]
    left, right = inked[0], picture.width() - 1 - inked[-1]
    assert (left > right) == from_the_right
    assert min(left, right) <= 4
