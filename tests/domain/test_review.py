"""Citing, settling, recommending and finalising, and what has to come first."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from interviewer_app.domain import review
from interviewer_app.domain.changes import InterviewPut, MarkAdded
from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase, Point, PointKind, Recommendation
from interviewer_app.domain.live import call
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.scores import NotObservedReason, Support, notes_needed, support, total
from tests.builders import a_moment, a_score, an_interview

NOW = a_moment(50_000.0)


def to_review() -> Interview:
    return an_interview(Phase.TO_REVIEW)


def settled(value: int = 3) -> Interview:
    interview = to_review()
    for category in interview.kit.categories:
        letter = category.letter
        interview = call.score(interview, letter, value, NOW).interview
        for note in interview.notes[: notes_needed(value)]:
            interview = review.cite(interview, letter, note.id, NOW, on=True).interview
        interview = review.settle(interview, letter, NOW).interview
    return interview


def test_settling_asks_for_score_reason_and_notes_in_turn() -> None:
    interview = to_review()
    with pytest.raises(RuleProblem, match="no score"):
        review.settle(interview, "C", NOW)
    unseen = call.score(interview, "C", None, NOW, observed=False).interview
    with pytest.raises(RuleProblem, match="without a reason"):
        review.settle(unseen, "C", NOW)
    told = review.give_reason(unseen, "C", NotObservedReason.NOT_ASKED).interview
    assert review.settle(told, "C", NOW).interview.score("C").settled
    with pytest.raises(RuleProblem, match="too few notes"):
        review.settle(interview, "A", NOW)
    known = review.settle(interview, "A", NOW, unsupported=True).interview
    assert support(known.score("A")) is Support.UNSUPPORTED


def test_a_reason_needs_a_category_not_observed() -> None:
    with pytest.raises(RuleProblem):
        review.give_reason(to_review(), "A", NotObservedReason.TECHNICAL)


def test_a_four_needs_two_notes() -> None:
    interview = call.score(to_review(), "A", 4, NOW).interview
    first, second = (note.id for note in interview.notes[:2])
    one = review.cite(interview, "A", first, NOW, on=True).interview
    assert support(one.score("A")) is Support.THIN
    assert review.obstacle(one.score("A")) == "notes"
    two = review.cite(one, "A", second, NOW, on=True).interview
    assert support(two.score("A")) is Support.SUPPORTED
    assert review.cite(two, "A", first, NOW, on=False).interview.score("A").cited == (second,)
    assert support(a_score("A", None)) is Support.NOT_NEEDED


def test_changing_a_settled_category_opens_it() -> None:
    interview = settled()
    assert review.unsettled(interview) == ()
    changed = review.cite(interview, "A", interview.notes[2].id, NOW, on=True).interview
    assert review.unsettled(changed) == ("A",)
    assert review.unsettled(review.reopen(interview, "B", NOW).interview) == ("B",)


def test_the_recommendation_opens_last() -> None:
    with pytest.raises(RuleProblem, match="opens when all"):
        review.recommend(to_review(), Recommendation.YES, "why", NOW)


def test_a_recommendation_against_the_floors_needs_a_long_reason() -> None:
    low = settled(2)
    assert review.below_floor(low) == {"A": 1}
    yes = review.recommend(low, Recommendation.YES, "short", NOW).interview
    assert review.reason_needed(yes) == 80
    assert review.finalise_obstacle(yes) == "reason"
    with pytest.raises(RuleProblem, match="too short"):
        review.finalise(yes, NOW)
    long = review.recommend(yes, Recommendation.YES, "x" * 80, NOW).interview
    assert review.finalise_obstacle(long) == ""
    nearly = review.recommend(yes, Recommendation.YES, "x" * 79, NOW).interview
    assert review.finalise_obstacle(nearly) == "reason"
    no = review.recommend(settled(3), Recommendation.NO, "short", NOW).interview
    assert review.contradicts(no, Recommendation.NO)
    assert not review.contradicts(low, Recommendation.NO)
    assert not review.contradicts(low, Recommendation.NO_DECISION)


def test_a_no_contradicts_only_where_every_category_was_observed() -> None:
    unseen = call.score(settled(3), "C", None, NOW, observed=False).interview
    told = review.give_reason(unseen, "C", NotObservedReason.NOT_ASKED).interview
    shut = review.settle(told, "C", NOW).interview
    no = review.recommend(shut, Recommendation.NO, "Two things went unseen.", NOW).interview
    assert review.finalise_obstacle(no) == ""
    # What was seen below its floor speaks against a yes all the same.
    low = call.score(shut, "A", 2, NOW).interview
    assert review.contradicts(low, Recommendation.YES)


def test_finalising_needs_everything_and_shuts_for_good() -> None:
    interview = to_review()
    with pytest.raises(RuleProblem, match="settled"):
        review.finalise(interview, NOW)
    ready = settled()
    with pytest.raises(RuleProblem, match="no recommendation"):
        review.finalise(ready, NOW)
    advised = review.recommend(ready, Recommendation.YES, "Calm and precise.", NOW).interview
    update = review.finalise(advised, NOW)
    # The mark must reach the database before the row that shuts it.
    assert [type(c) for c in update.changes] == [MarkAdded, InterviewPut]
    shut = update.interview
    assert shut.phase is Phase.FINALISED
    acts: tuple[Callable[[], object], ...] = (
        lambda: review.cite(shut, "A", "n", NOW, on=True),
        lambda: review.settle(shut, "A", NOW),
        lambda: review.recommend(shut, None, "", NOW),
        lambda: review.finalise(shut, NOW),
        lambda: review.write_points(shut, ()),
        lambda: review.choose_strongest(shut, ""),
        lambda: review.write_missing(shut, "A", "x"),
    )
    for act in acts:
        with pytest.raises(RuleProblem, match="finalised"):
            act()


def test_retyping_the_reason_adds_no_mark() -> None:
    advised = review.recommend(settled(), Recommendation.YES, "a", NOW).interview
    again = review.recommend(advised, Recommendation.YES, "ab", NOW)
    assert [type(c) for c in again.changes] == [InterviewPut]


def test_points_and_fields_are_kept_and_cut_to_size() -> None:
    interview = to_review()
    point = Point("x", PointKind.CONCERN, "A", "y" * 10_000)
    after = review.write_points(interview, (point,)).interview
    assert len(after.points[0].text) == 4_000
    assert review.write_missing(after, "A", "no figure").interview.score("A").missing == "no figure"
    assert review.choose_strongest(after, "n1").interview.strongest == "n1"


def test_a_total_is_an_interval_and_never_counts_what_was_not_observed() -> None:
    full = total((a_score("A", 3), a_score("B", 5)), {})
    assert (full.low, full.high, full.top, full.exact) == (8, 8, 10, True)
    part = total((a_score("A", 3), a_score("B", None)), {"A": 2})
    assert (part.low, part.high, part.top, part.observed, part.of) == (6, 11, 15, 1, 2)
    assert not part.exact


# -- undo ------------------------------------------------------------------------------------------


def test_what_is_restored_is_what_was_chosen_and_the_log_goes_on() -> None:
    before = settled(3)
    before = review.recommend(before, Recommendation.YES, "Calm.", NOW).interview
    after = call.score(review.reopen(before, "A", NOW).interview, "A", 5, NOW).interview
    back = review.restore(after, before, NOW)
    assert dict(back.interview.scores) == dict(before.scores)
    assert back.interview.marks[: len(after.marks)] == after.marks
    last = [mark for mark in back.interview.marks if mark.kind is MarkKind.SCORED][-1]
    assert (last.ref, last.old, last.new) == ("A", "5", "3")
    assert InterviewPut(back.interview) == back.changes[-1]


def test_words_typed_meanwhile_stay_when_a_choice_is_taken_back() -> None:
    point = Point("x", PointKind.CONCERN, "A", "first words")
    before = review.write_points(settled(), (point,)).interview
    typed = review.write_points(before, (replace(point, text="better words", letter="B"),)).interview
    typed = review.write_missing(typed, "A", "a second figure").interview
    back = review.restore(typed, before, NOW).interview
    assert back.points == (replace(point, text="better words"),)
    assert back.score("A").missing == "a second figure"


@pytest.mark.parametrize("choice", [None, Recommendation.YES])
def test_a_recommendation_taken_back_leaves_its_mark(choice: Recommendation | None) -> None:
    before = review.recommend(settled(), choice, "Calm.", NOW).interview
    after = review.recommend(before, Recommendation.NO, "Calm.", NOW).interview
    back = review.restore(after, before, NOW).interview
    assert back.recommendation is choice
    last = back.marks[-1]
    assert (last.kind, last.old, last.new) == (MarkKind.RECOMMENDED, "no", choice or "")


def test_restoring_what_is_there_writes_no_mark() -> None:
    before = settled()
    again = review.restore(before, before, NOW)
    assert again.changes == (InterviewPut(before),)
