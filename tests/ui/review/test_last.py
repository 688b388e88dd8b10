"""Recommendation, reason and finalising, on a real database."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.interview import Phase, Recommendation
from interviewer_app.ui.review.pages import ReviewPage
from tests.ui.review.hands import asking, click, focus_name, part, press, sentence, type_words
from tests.ui.review.stories import Story, a_desk

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
CtrlShift = Ctrl | Qt.KeyboardModifier.ShiftModifier
LONG = "Sound in production and honest about data; security can be learnt beside a senior colleague here."


def test_settling_the_last_category_opens_the_recommendation(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        press(Key.Key_Return, Ctrl)
        assert desk.screen.page is ReviewPage.RECOMMENDATION
        assert part(desk, QLabel, "review.total").text() == "Total 18 to 23 of 35"
        assert focus_name().startswith("review.recommendation.")


def test_a_recommendation_against_a_floor_asks_for_eighty_characters(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().all_settled()) as desk:
        click(desk, "review.recommendation.yes")
        QTest.mouseClick(part(desk, QPlainTextEdit, "review.reason").viewport(), Qt.MouseButton.LeftButton)
        type_words("Sound enough")
        against = part(desk, QLabel, "review.contradiction")
        assert against.text() == "Below the floor: D by 1. Say why in at least 80 characters (12 so far)."
        assert not part(desk, QPushButton, "review.finalise").isEnabled()
        assert sentence(desk) == "The reason needs 80 characters; it has 12."
        assert desk.stored().reason == "Sound enough"
        type_words(LONG)
        assert part(desk, QPushButton, "review.finalise").isEnabled()
        click(desk, "review.recommendation.no")
        assert not against.isVisible()


def test_finalising_by_keys_asks_once_and_then_nothing_changes(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().all_settled()) as desk:
        desk.controller.conclusion.recommend(Recommendation.YES)
        desk.controller.conclusion.write_reason(LONG)
        press(Key.Key_Return, CtrlShift)
        assert asking(desk)
        assert sentence(desk).startswith("Finalise for good?")
        press(Key.Key_Escape)
        assert not asking(desk)
        press(Key.Key_Return, CtrlShift)
        assert desk.stored().phase is Phase.TO_REVIEW
        press(Key.Key_Return)
        assert desk.stored().phase is Phase.FINALISED
        assert part(desk, QLabel, "review.when").text().startswith("Finalised ")
        click(desk, "review.category.C")
        press(Key.Key_5)
        press(Key.Key_Minus)
        press(Key.Key_Z, Ctrl)
        click(desk, "review.anchor.1")
        for row in desk.screen.findChildren(QAbstractButton):
            if row.objectName().startswith("review.note.") and row.isVisible():
                QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        assert part(desk, QLineEdit, "review.missing").isReadOnly()
        kept = desk.stored().score("C")
    assert (kept.value, len(kept.cited), kept.settled) == (3, 4, True)


def test_finalising_by_mouse_can_be_kept_open(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().all_settled()) as desk:
        desk.controller.conclusion.recommend(Recommendation.NO_DECISION)
        desk.controller.conclusion.write_reason("The call was cut short.")
        click(desk, "review.finalise")
        click(desk, "review.keep_open")
        assert desk.stored().phase is Phase.TO_REVIEW
        click(desk, "review.finalise")
        click(desk, "review.confirm")
        assert desk.stored().phase is Phase.FINALISED


def test_the_key_to_finalise_leads_to_what_is_missing(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().all_settled()) as desk:
        click(desk, "review.category.A")
        press(Key.Key_Return, CtrlShift)
        assert desk.screen.page is ReviewPage.RECOMMENDATION
        assert focus_name().startswith("review.recommendation.")
        click(desk, "review.recommendation.strong_no")
        press(Key.Key_Return, CtrlShift)
        assert focus_name() == "review.reason"


def test_a_finalised_interview_opens_on_its_decision_and_exports(tmp_path: Path) -> None:
    wishes: list[OpenRequest] = []
    with a_desk(tmp_path, Story().held().finalised()) as desk:
        desk.screen.packet_requested.connect(wishes.append)
        assert desk.screen.page is ReviewPage.RECOMMENDATION
        assert part(desk, QLabel, "review.decided").text() == "Yes"
        assert part(desk, QPlainTextEdit, "review.reason").isReadOnly()
        click(desk, "review.export")
        press(Key.Key_E, Ctrl)
    assert wishes == [OpenRequest("i1", Phase.FINALISED)] * 2


def test_a_pasted_megabyte_is_cut_and_markup_stays_text(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().all_settled()) as desk:
        reason = part(desk, QPlainTextEdit, "review.reason")
        reason.setFocus()
        QApplication.clipboard().setText("<b>" + "x" * 1_000_000)
        press(Key.Key_V, Ctrl)
        press(Key.Key_V, Ctrl)
        type_words("more")
        assert len(desk.stored().reason) == 4_000
        assert reason.toPlainText() == desk.stored().reason
        assert desk.stored().reason.startswith("<b>x")


def test_what_no_record_can_hold_is_replaced_as_it_is_pasted(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        QApplication.clipboard().setText("ab\x00c\u202ed")
        part(desk, QLineEdit, "review.missing").setFocus()
        press(Key.Key_A, Ctrl)
        press(Key.Key_V, Ctrl)
        assert desk.stored().score("C").missing == "ab\ufffdc\ufffdd"
        click(desk, "review.page.strengths")
        part(desk, QLineEdit, "review.point.s1.words").setFocus()
        press(Key.Key_A, Ctrl)
        press(Key.Key_V, Ctrl)
        assert next(p.text for p in desk.stored().points if p.id == "s1") == "ab\ufffdc\ufffdd"
