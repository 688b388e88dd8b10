"""Settling categories by key and by mouse, on a real database."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget

from interviewer_app.domain.scores import NotObservedReason, ScoreState
from interviewer_app.ui.review.note_row import NoteRow
from interviewer_app.ui.review.pages import ReviewPage
from tests.ui.review.hands import click, current, focus_name, part, press, sentence, type_words, unsettled
from tests.ui.review.stories import Story, a_desk

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_keys_score_and_settle_and_lead_to_the_next_open_category(tmp_path: Path) -> None:
    story = Story().held()
    with a_desk(tmp_path, story) as desk:
        assert focus_name() == "review.anchor.0"
        press(Key.Key_4)
        assert "A 4 needs two cited notes; it has 0." in sentence(desk)
        assert not part(desk, QPushButton, "review.settle").isEnabled()
        press(Key.Key_Return, Ctrl)
        assert isinstance(QApplication.focusWidget(), NoteRow), "the key leads to what is missing"
        press(Key.Key_Space)
        assert "it has 1." in sentence(desk)
        press(Key.Key_Down)
        press(Key.Key_Space)
        assert part(desk, QPushButton, "review.settle").text() == "Settle A as 4"
        press(Key.Key_Return, Ctrl)
        assert current(desk) == "B"
        assert focus_name() == "review.anchor.0"
        kept = desk.stored().score("A")
    assert (kept.value, kept.settled, len(kept.cited)) == (4, True, 2)


def test_the_mouse_scores_cites_and_settles(tmp_path: Path) -> None:
    story = Story().held()
    note = story.note(4)
    with a_desk(tmp_path, story) as desk:
        click(desk, "review.category.B")
        click(desk, "review.anchor.3")
        click(desk, f"review.note.{note}")
        assert sentence(desk) == "A 3 needs one cited note; it has 1."
        click(desk, "review.settle")
        kept = desk.stored().score("B")
    assert (kept.value, kept.settled, kept.cited) == (3, True, (note,))


def test_a_score_after_all_takes_the_keyboard_from_the_reasons(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held()) as desk:
        press(Key.Key_Minus)
        press(Key.Key_2)
        assert focus_name() == "review.anchor.2"
        assert desk.stored().score("A").value == 2


def test_not_observed_needs_a_reason_before_it_settles(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held()) as desk:
        press(Key.Key_Minus)
        assert focus_name().startswith("review.not_observed_reason.")
        assert sentence(desk) == "Not observed needs a reason."
        assert not part(desk, QPushButton, "review.settle").isEnabled()
        assert (
            part(desk, QPushButton, "review.settle").accessibleDescription()
            == "Choose why it was not observed."
        )
        click(desk, "review.not_observed_reason.technical")
        press(Key.Key_Return, Ctrl)
        kept = desk.stored().score("A")
    assert (kept.state, kept.reason) == (ScoreState.NOT_OBSERVED, NotObservedReason.TECHNICAL)
    assert kept.settled


def test_too_few_notes_can_be_settled_knowingly(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held()) as desk:
        press(Key.Key_2)
        button = part(desk, QPushButton, "review.unsupported")
        assert button.text() == "Settle as unsupported"
        assert button.isVisible()
        click(desk, "review.unsupported")
        assert part(desk, QAbstractButton, "review.category.A").accessibleName() == (
            "A Applied AI delivery, 2, no note cited, settled, no note cited"
        )
        kept = desk.stored().score("A")
    assert (kept.value, kept.settled, kept.cited) == (2, True, ())


def test_changing_a_settled_category_opens_it_again_and_undo_closes_it(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        click(desk, "review.category.B")
        assert sentence(desk) == "B is settled as 4. Changing anything opens it again."
        press(Key.Key_3)
        assert unsettled(desk) == ("B", "C")
        press(Key.Key_Z, Ctrl)
        assert unsettled(desk) == ("C",)
        assert desk.stored().score("B").value == 4
        click(desk, "review.reopen")
        assert not desk.stored().score("B").settled


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "What was missing for a 1"), (3, "What was missing for a 4"), (5, ""), (None, "")],
)
def test_the_missing_field_names_the_next_anchor_up(tmp_path: Path, value: int | None, words: str) -> None:
    with a_desk(tmp_path, Story().held()) as desk:
        press(Key.Key_Minus if value is None else Key(Key.Key_0 + value))
        field = part(desk, QLineEdit, "review.missing")
        assert field.isVisible() == bool(words)
        assert field.accessibleName() == words


def test_what_is_typed_as_missing_is_saved_at_once_and_keeps_digits(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        field = part(desk, QLineEdit, "review.missing")
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        press(Key.Key_End)
        type_words(", 5 - 2 figures")
        assert desk.stored().score("C").missing == "No sums for load or cost, 5 - 2 figures"
        assert desk.stored().score("C").value == 3
        press(Key.Key_Z, Ctrl)
        assert desk.stored().score("C").value == 3, "in a field the key undoes words, not scores"


def test_arrows_read_anchors_and_space_chooses(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held()) as desk:
        for _step in range(3):
            press(Key.Key_Down)
        assert focus_name() == "review.anchor.3"
        assert desk.stored().score("A").state is ScoreState.OPEN
        press(Key.Key_Space)
        assert desk.stored().score("A").value == 3


def test_tab_goes_from_categories_to_anchors_to_evidence_to_missing_to_settle(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        click(desk, "review.category.C")
        part(desk, QWidget, "review.category.C").setFocus()
        seen = [focus_name()]
        for _step in range(4):
            press(Key.Key_Tab)
            seen.append(focus_name())
        assert seen[:2] == ["review.category.C", "review.anchor.3"]
        assert seen[2].startswith("review.note.")
        assert seen[3:] == ["review.missing", "review.settle"]
        for _step in range(4):
            press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert focus_name() == "review.category.C"


def test_arrows_in_the_list_show_what_they_reach(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held()) as desk:
        click(desk, "review.category.E")
        press(Key.Key_Down)
        assert desk.screen.page is ReviewPage.STRENGTHS
        press(Key.Key_Up)
        assert (desk.screen.page, desk.screen.view.current if desk.screen.view else "") == (
            ReviewPage.CATEGORY,
            "E",
        )
        press(Key.Key_Up, Ctrl)
        assert current(desk) == "D"


def test_no_total_is_anywhere_until_all_are_settled(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        click(desk, "review.page.recommendation")
        assert not part(desk, QLabel, "review.total").isVisible()
        assert "Still open: C." in sentence(desk)
        visible = [label.text() for label in desk.screen.findChildren(QLabel) if label.isVisible()]
        assert not any("Total" in words or "of 35" in words for words in visible)


def test_every_control_has_a_name_for_tests_and_for_screen_readers(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        for page in ("strengths", "strongest", "gaps", "recommendation"):
            click(desk, f"review.page.{page}")
        click(desk, "review.category.C")
        nameless = [
            type(widget).__name__
            for kind in (QAbstractButton, QLineEdit)
            for widget in desk.screen.findChildren(kind)
            if not widget.objectName() or not (widget.accessibleName() or widget.isHidden())
        ]
        assert nameless == []
