"""What the call left to be said: reasons for detours, rulings on gaps, and how long ago it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from interviewer_app.domain import review
from interviewer_app.domain.interview import Phase, Recommendation
from interviewer_app.domain.live.detours import detours
from interviewer_app.domain.marks import DetourReason, MarkKind
from interviewer_app.ui.review.detours import DetourRow
from interviewer_app.ui.review.pages import PageRequest, ReviewPage
from tests.controllers.desk import HandClock
from tests.timers import ring, timer
from tests.ui.review.stories import Desk, Story, a_desk

ENDED = 3_480.0


@pytest.fixture
def clock() -> HandClock:
    made = HandClock()
    made.seconds = ENDED + 60.0
    return made


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    with a_desk(tmp_path, Story().out_of_order(), clock=clock) as made:
        yield made


def part(desk: Desk, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    found = desk.screen.findChild(kind, name)
    assert found is not None, name
    return found


def band(desk: Desk) -> str:
    """What the band says; empty when it is not there."""
    shown = part(desk, "review.fresh")
    return shown.accessibleName() if shown.isVisible() else ""


def settle_all(desk: Desk) -> None:
    for letter in "ABCDE":
        desk.controller.choose(letter, 3)
        desk.controller.settle(letter, unsupported=True)


# -- score now -------------------------------------------------------------------------------------


def test_the_first_thing_after_the_call_is_to_score_one_category_after_the_other(desk: Desk) -> None:
    assert band(desk) == "Score now, while it is fresh. 1 min since the call. Still open: A, B, C, D and E."
    assert desk.screen.page is ReviewPage.CATEGORY
    for letter in "AB":
        assert desk.screen.view is not None
        assert desk.screen.view.current == letter
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, "-")
        desk.controller.choose(letter, 3)
        desk.controller.settle(letter, unsupported=True)
        desk.screen.acts.settle()
    assert "Still open: C, D and E." in band(desk)
    settle_all(desk)
    assert band(desk) == ""


def test_the_band_grows_older_by_itself(desk: Desk, clock: HandClock) -> None:
    clock.seconds = ENDED + 360.0
    ring(desk.controller)
    assert "6 min since the call" in band(desk)
    clock.seconds = ENDED + 1800.0
    ring(desk.controller)
    assert band(desk).startswith("Score from the notes, before you talk to anybody. 30 min since")
    clock.seconds = ENDED + 43_200.0
    ring(desk.controller)
    assert band(desk) == ""
    assert part(desk, "review.when", QLabel).isVisible()


# -- detours ---------------------------------------------------------------------------------------


def test_nothing_is_finalised_before_every_detour_has_a_word(desk: Desk) -> None:
    settle_all(desk)
    desk.controller.conclusion.recommend(Recommendation.NO_DECISION)
    desk.controller.conclusion.write_reason("Half of it was not asked.")
    desk.screen.show_page(PageRequest(ReviewPage.RECOMMENDATION))
    assert part(desk, "review.foot.sentence", QLabel).text() == "Say why prompts 1 and 2 left their place."  # type: ignore[attr-defined]
    desk.screen.acts.finalise()
    assert desk.screen.page is ReviewPage.DETOURS
    held = QApplication.focusWidget()
    assert held is not None
    assert held.objectName() == "review.detour.p1.out_of_time"
    QTest.keyClick(held, Qt.Key.Key_7)
    desk.screen.focus_page()
    held = QApplication.focusWidget()
    assert held is not None
    assert held.objectName() == "review.detour.p2.out_of_time"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
    desk.controller.conclusion.finalise()
    interview = desk.stored()
    assert interview.phase is Phase.FINALISED
    assert [d.reason for d in detours(interview)] == [DetourReason.NONE, DetourReason.CANDIDATE]
    desk.screen.show_page(PageRequest(ReviewPage.DETOURS))
    assert not held.isEnabled()


def test_words_come_after_a_reason_and_are_stored_once(desk: Desk) -> None:
    desk.screen.show_page(PageRequest(ReviewPage.DETOURS))
    field = part(desk, "review.detour.p1.words")
    assert isinstance(field, QLineEdit)
    assert not field.isEnabled()
    QTest.mouseClick(part(desk, "review.detour.p1.technical"), Qt.MouseButton.LeftButton)
    field.setFocus()
    QTest.keyClicks(field, "the board would not load")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()
    assert [d.words for d in detours(desk.stored())] == ["the board would not load", ""]
    said = [m.new for m in desk.stored().marks if m.kind is MarkKind.DETOUR]
    assert said == ["", "the board would not load"]


def words_of(desk: Desk) -> list[str]:
    return [d.words for d in detours(desk.stored())]


def test_words_are_kept_when_the_typing_rests_and_when_the_call_goes_on(desk: Desk) -> None:
    desk.screen.show_page(PageRequest(ReviewPage.DETOURS))
    desk.controller.order.explain("p1", DetourReason.TECHNICAL, "")
    field = part(desk, "review.detour.p1.words")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "the board ")
    row = part(desk, "review.detour.p1", DetourRow)
    assert isinstance(row, DetourRow)
    assert timer(row).isActive()
    ring(row)
    assert words_of(desk)[0] == "the board"
    assert field.text() == "the board "
    QTest.keyClicks(field, "would not load")
    desk.screen.acts.continue_call()
    live = desk.stored()
    assert (live.phase, words_of(desk)[0]) == (Phase.LIVE, "the board would not load")
    # The call has it now.
    desk.controller.order.explain("p1", DetourReason.OTHER, "late")
    assert desk.stored().marks == live.marks


def test_the_list_says_how_many_have_an_answer(desk: Desk) -> None:
    row = part(desk, "review.page.detours")
    assert row.accessibleName() == "Deviations 0 of 2"
    desk.controller.order.explain("p1", DetourReason.ANSWERED, "")
    assert row.accessibleName() == "Deviations 1 of 2"
    desk.controller.order.explain("p2", DetourReason.ANSWERED, "")
    assert row.accessibleName() == "Deviations 2"


def test_a_call_in_order_has_nothing_to_explain(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().all_settled()) as desk:
        desk.screen.show_page(PageRequest(ReviewPage.DETOURS))
        words = [label.text() for label in part(desk, "review.detours_page").findChildren(QLabel)]
        assert "None: every prompt was asked in its place." in words
        assert review.finalise_obstacle(desk.stored()) == "recommendation"


# -- gaps ------------------------------------------------------------------------------------------


def test_a_gap_nobody_ruled_on_is_ruled_on_here_and_ruled_otherwise(desk: Desk) -> None:
    desk.screen.show_page(PageRequest(ReviewPage.GAPS))
    view = desk.screen.view
    assert view is not None
    short, long = sorted(view.unruled)
    assert part(desk, "review.page.gaps").accessibleName() == "Gaps and pauses 0 of 2"
    said = {label.text() for label in part(desk, "review.gaps_page").findChildren(QLabel)}
    assert {"counted so far", "left out so far"} <= said
    QTest.mouseClick(part(desk, f"review.gap.{long}.count"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(part(desk, f"review.gap.{short}.leave_out"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(part(desk, f"review.gap.{long}.leave_out"), Qt.MouseButton.LeftButton)
    rulings = [(m.ref, m.new) for m in desk.stored().marks if m.kind is MarkKind.GAP_RULED]
    assert rulings == [(str(long), "counted"), (str(short), "excluded"), (str(long), "excluded")]
    assert part(desk, "review.page.gaps").accessibleName() == "Gaps and pauses 2"
