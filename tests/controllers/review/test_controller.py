"""Review on a real database: evidence, settling, undo, finalising."""

import pytest

from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.controllers.review.views import ReviewView
from interviewer_app.domain.interview import Phase, Point, PointKind, Recommendation
from interviewer_app.domain.scores import NotObservedReason, ScoreState
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear


@pytest.fixture
def review(desk: Desk) -> ReviewController:
    return ReviewController(desk.keeper)


def load(desk: Desk, review: ReviewController, phase: Phase = Phase.TO_REVIEW) -> Ear:
    ear = Ear(review.changed)
    desk.clock.seconds = 5_000.0
    review.load(desk.store(a_story(phase)))
    return ear


def settle_all(review: ReviewController, view: ReviewView) -> None:
    for category in view.categories:
        review.choose(category.letter, 3)
        review.cite(category.letter, view.sources[0].id, True)
        review.settle(category.letter)


def test_it_opens_at_the_first_open_category_with_its_evidence(desk: Desk, review: ReviewController) -> None:
    view: ReviewView = load(desk, review).last
    assert view.current == "A"
    first = view.categories[0]
    assert first.obstacle == "notes"
    assert [group.title for group in first.evidence] == ["Prompt p1", "Prompt p2", "Prompt p3"]
    assert not any(item.marker == ">" for group in first.evidence for item in group.items)
    assert view.total is None
    assert view.finalise_obstacle == "unsettled"
    assert view.since_end > 0


def test_choosing_citing_and_settling_are_stored(desk: Desk, review: ReviewController) -> None:
    ear = load(desk, review)
    note = ear.last.categories[0].evidence[0].items[0].id
    review.choose("A", 2)
    review.cite("A", note, True)
    review.write_missing("A", "a figure")
    review.settle("A")
    score = desk.stored("i1").score("A")
    assert (score.value, score.cited, score.missing, score.settled) == (2, (note,), "a figure", True)
    assert ear.last.unsettled == ("B", "C")
    review.reopen("A")
    assert not desk.stored("i1").score("A").settled
    review.select("B")
    assert ear.last.current == "B"


def test_not_observed_gets_its_reason_in_one_or_two_steps(desk: Desk, review: ReviewController) -> None:
    load(desk, review)
    review.not_observed("C", None)
    review.not_observed("C", NotObservedReason.TECHNICAL)
    review.not_observed("B", NotObservedReason.NOT_ASKED)
    stored = desk.stored("i1")
    assert stored.score("C").reason is NotObservedReason.TECHNICAL
    assert stored.score("B").state is ScoreState.NOT_OBSERVED


def test_undo_takes_back_choices_and_not_words(desk: Desk, review: ReviewController) -> None:
    ear = load(desk, review)
    review.choose("C", 5)
    review.write_missing("C", "typed later")
    review.choose("C", 4)
    review.undo()
    assert desk.stored("i1").score("C").value == 5
    assert desk.stored("i1").score("C").missing == "typed later"
    review.undo()
    assert desk.stored("i1").score("C").state is ScoreState.OPEN
    review.undo()
    point = Point("p", PointKind.STRENGTH, "A", "x")
    review.conclusion.write_points((point,))
    assert ear.last.points == (point,)
    review.undo()
    assert desk.stored("i1").points == ()


def test_the_total_and_the_recommendation_open_last(desk: Desk, review: ReviewController) -> None:
    ear, trouble = load(desk, review), Ear(review.problem)
    review.conclusion.recommend(Recommendation.YES)
    assert trouble.last.sentence.startswith("The recommendation opens")
    settle_all(review, ear.last)
    assert ear.last.total.low == ear.last.total.high == 12
    review.conclusion.recommend(Recommendation.YES)
    review.conclusion.write_reason("Calm and precise.")
    assert ear.last.finalise_obstacle == ""
    assert desk.stored("i1").reason == "Calm and precise."


def test_finalising_shuts_it_and_undo_cannot_reach_it(desk: Desk, review: ReviewController) -> None:
    ear, done, trouble = load(desk, review), Ear(review.finalised), Ear(review.problem)
    review.conclusion.finalise()
    assert "settled" in trouble.last.sentence
    settle_all(review, ear.last)
    review.conclusion.recommend(Recommendation.YES)
    review.conclusion.write_reason("Calm and precise.")
    review.conclusion.choose_strongest(ear.last.sources[0].id)
    review.conclusion.finalise()
    assert done.last.phase is Phase.FINALISED
    stored = desk.stored("i1")
    assert stored.phase is Phase.FINALISED
    review.undo()
    review.choose("A", 1)
    assert desk.stored("i1") == stored
    assert "finalised" in trouble.last.sentence
    assert ear.last.finalised is not None


def test_the_call_can_be_taken_up_again(desk: Desk, review: ReviewController) -> None:
    load(desk, review)
    back = Ear(review.back_to_call)
    review.continue_call()
    assert back.last.phase is Phase.LIVE
    assert desk.stored("i1").phase is Phase.LIVE


def test_a_finalised_interview_can_be_read(desk: Desk, review: ReviewController) -> None:
    view: ReviewView = load(desk, review, Phase.FINALISED).last
    assert view.unsettled == ()
    assert view.total is not None
    assert view.recommendation is Recommendation.YES


def test_without_an_interview_nothing_happens(review: ReviewController) -> None:
    ear = Ear(review.changed)
    review.undo()
    review.settle("A")
    review.conclusion.finalise()
    review.continue_call()
    assert ear.heard == []


def test_undo_takes_no_words_with_it(desk: Desk, review: ReviewController) -> None:
    load(desk, review)
    # C has no score yet: its words came after the choice that is taken back.
    review.choose("C", 2)
    review.write_missing("C", "Named no figure for the error budget.")
    review.undo()
    score = desk.stored("i1").score("C")
    assert (score.value, score.missing) == (None, "Named no figure for the error budget.")
