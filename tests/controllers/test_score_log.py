"""The log of marks tells of every score, however it was chosen, undone or opened again."""

from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.domain.interview import Interview, Phase, Recommendation
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.domain.scores import NotObservedReason
from tests.builders import a_story
from tests.controllers.desk import Desk

LETTERS = "ABC"
IDS = count()
Acts = list[tuple[Any, ...]]


def told(interview: Interview) -> dict[str, tuple[str, bool]]:
    """What the marks alone say of each category: its score as they write it, and whether it is settled."""
    out: dict[str, tuple[str, bool]] = {}
    for mark in interview.marks:
        code, _settled = out.get(mark.ref, ("", False))
        if mark.kind is MarkKind.SCORED:
            assert mark.old == code, mark
            out[mark.ref] = mark.new, False
        elif mark.kind is MarkKind.SETTLED:
            assert mark.new in ("", code), mark
            out[mark.ref] = code, bool(mark.new)
    return {letter: out.get(letter, ("", False)) for letter in LETTERS}


def kept(interview: Interview) -> dict[str, tuple[str, bool]]:
    """The same as the rows keep it."""
    scores = {letter: interview.score(letter) for letter in LETTERS}
    return {letter: (score.code, score.settled) for letter, score in scores.items()}


def recommended(interview: Interview) -> str:
    """The recommendation by the marks alone."""
    said = ""
    for mark in interview.marks:
        if mark.kind is MarkKind.RECOMMENDED:
            assert mark.old == said, mark
            said = mark.new
    return said


VALUES = st.sampled_from([None, 0, 1, 3, 5])
LETTER = st.sampled_from(LETTERS)
REASON = st.sampled_from([None, NotObservedReason.TECHNICAL, NotObservedReason.OUT_OF_TIME])
UNDO = st.just(("undo",))
IN_CALL = st.one_of(UNDO, st.tuples(st.just("set"), LETTER, VALUES, st.booleans()), st.just(("drop_notes",)))
IN_REVIEW = st.one_of(
    UNDO,
    UNDO,
    st.tuples(st.just("choose"), LETTER, VALUES),
    st.tuples(st.just("not_observed"), LETTER, REASON),
    st.tuples(st.just("cite"), LETTER, st.booleans()),
    st.tuples(st.just("settle"), LETTER),
    st.tuples(st.just("reopen"), LETTER),
    st.tuples(st.just("recommend"), st.sampled_from([None, *Recommendation])),
    st.just(("settle_all",)),
)

CALL, REVIEW = st.lists(IN_CALL, max_size=8), st.lists(IN_REVIEW, max_size=14)


def a_call(desk: Desk) -> str:
    """A call on disk, one minute old."""
    story = a_story(Phase.LIVE, f"i-{next(IDS)}")
    desk.clock.seconds = story.interview.marks[-1].at.mono - 1_000.0 + 60.0
    return desk.store(story)


def in_call(live: LiveController, name: str, *given: Any) -> None:
    """One act of the call; "drop_notes" takes away what may have been cited."""
    if name == "drop_notes":
        assert live.session is not None
        lines = len(live.session.sheet("p1").lines)
        live.notes.edit(NoteEdit("p1", 0, lines, ("",)))
    elif name == "undo":
        live.scores.undo()
    else:
        live.scores.set(*given)


def in_review(review: ReviewController, note: str, name: str, *given: Any) -> None:
    """One act of the review; what the rules forbid at this point changes nothing."""
    if name == "settle_all":
        for letter in LETTERS:
            review.choose(letter, 3)
            review.settle(letter, True)
    elif name == "settle":
        review.settle(given[0], unsupported=True)
    elif name == "cite":
        letter, on = given
        review.cite(letter, note, on)
    elif name == "recommend":
        review.conclusion.recommend(*given)
    else:
        getattr(review, name)(*given)


@pytest.fixture
def live(desk: Desk) -> LiveController:
    return LiveController(desk.keeper, desk.preferences)


@pytest.fixture
def review(desk: Desk) -> ReviewController:
    return ReviewController(desk.keeper)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=CALL, after=REVIEW, again=CALL)
@example(before=[], after=[("choose", "A", 1), ("undo",)], again=[])
@example(before=[], after=[("settle", "A"), ("cite", "A", True)], again=[])
@example(before=[], after=[("cite", "A", True), ("settle", "A")], again=[("drop_notes",)])
def test_the_marks_tell_every_score(
    desk: Desk, live: LiveController, review: ReviewController, before: Acts, after: Acts, again: Acts
) -> None:
    interview_id = a_call(desk)

    def agreed() -> Interview:
        interview = desk.stored(interview_id)
        assert told(interview) == kept(interview)
        assert recommended(interview) == (interview.recommendation or "")
        return interview

    for acts in (before, again):
        live.load(interview_id)
        for act in acts:
            desk.clock.seconds += 1.0
            in_call(live, *act)
        live.end_call()
        review.load(interview_id)
        note = next((note.id for note in agreed().notes), "")
        for act in after:
            desk.clock.seconds += 1.0
            in_review(review, note, *act)
        # Reloaded, there is nothing to undo, and the log goes on from the disk.
        review.load(interview_id)
        review.undo()
        agreed()
        review.continue_call()


@pytest.mark.parametrize("letter", LETTERS)
def test_what_undo_takes_back_it_says(
    desk: Desk, live: LiveController, review: ReviewController, letter: str
) -> None:
    interview_id = a_call(desk)
    live.load(interview_id)
    live.scores.set(letter, 2)
    live.end_call()
    review.load(interview_id)
    review.choose(letter, 1)
    review.undo()
    marks = [m for m in desk.stored(interview_id).marks if m.kind is MarkKind.SCORED and m.ref == letter]
    assert [(m.old, m.new) for m in marks[-2:]] == [("2", "1"), ("1", "2")]
