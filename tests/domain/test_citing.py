"""A score rests on notes that are there: not on deleted ones, not on emptied ones, not on help."""

from collections.abc import Callable

import pytest

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.controllers.review.build import review_view
from interviewer_app.domain import review
from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase, Point, PointKind
from interviewer_app.domain.live import call
from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.domain.packet.summary import CaveatKind, summarise
from interviewer_app.domain.scores import ScoreState, Support
from tests.builders import a_moment, an_interview, new_ids

LINES = ("first", "+ second", "> asked for a figure")


def settled_on(*at: int) -> Interview:
    """A to-review interview whose A is a settled 4 citing the notes of these numbers in p1."""
    interview = an_interview(Phase.TO_REVIEW, lines=LINES)
    interview = call.score(interview, "A", 4, a_moment(5_000.0)).interview
    for n in at:
        note = interview.sheets["p1"].lines[n].id
        interview = review.cite(interview, "A", note, a_moment(5_000.0), on=True).interview
    return review.settle(interview, "A", a_moment(5_001.0), unsupported=True).interview


def changed(interview: Interview, text: str) -> Interview:
    """The call goes on, the first line of p1 becomes this, the call ends again."""
    interview = call.continue_call(interview, a_moment(5_010.0)).interview
    edit = NoteEdit("p1", 0, 1, (text,) if text != "gone" else ())
    sheet = interview.sheets["p1"]
    typed = call.type_notes(interview, sheet, edit, a_moment(5_020.0), new_ids("new"))
    return typed.interview


@pytest.mark.parametrize("text", ["gone", "", "   ", "> I helped them here", "#A"])
def test_a_cited_note_that_is_no_evidence_any_more_supports_nothing(text: str) -> None:
    live = changed(settled_on(0, 1), text)
    a = summarise(live, a_moment(5_030.0)).categories[0]
    assert [line.body for line in a.cited] == ["second"]
    assert a.support is Support.THIN
    ended = call.end(live, a_moment(5_040.0))
    after = ended.interview.score("A")
    assert after.cited == (live.sheets["p1"].lines[0 if text == "gone" else 1].id,)
    assert (after.settled, after.state, after.value) == (False, ScoreState.SCORED, 4)
    assert after in [getattr(change, "score", None) for change in ended.changes]


def test_a_cited_note_whose_words_were_mended_still_supports() -> None:
    ended = call.end(changed(settled_on(0, 1), "first, and better said"), a_moment(5_040.0)).interview
    assert ended.score("A").settled
    a = summarise(ended, a_moment(5_050.0)).categories[0]
    assert ([line.body for line in a.cited], a.support) == (
        ["first, and better said", "second"],
        Support.SUPPORTED,
    )


def test_the_review_screen_counts_what_the_packet_counts() -> None:
    live = changed(settled_on(0), "gone")
    view = review_view(live, "A", a_moment(5_030.0), SaveView(SaveState.SAVED))
    assert view.categories[0].support is Support.UNSUPPORTED
    cares = summarise(live, a_moment(5_030.0)).care
    assert (CaveatKind.UNSUPPORTED, "A") in [(care.kind, care.about) for care in cares]


@pytest.mark.parametrize("which", [lambda i: i.sheets["p1"].lines[2].id, lambda _i: "nowhere"])
def test_help_and_notes_that_are_not_there_cannot_be_cited(which: Callable[[Interview], str]) -> None:
    interview = an_interview(Phase.TO_REVIEW, lines=LINES)
    with pytest.raises(RuleProblem, match="evidence"):
        review.cite(interview, "A", which(interview), a_moment(5_000.0), on=True)


def test_points_and_quotes_lose_their_time_with_their_note_and_keep_their_words() -> None:
    interview = settled_on(0)
    note = interview.sheets["p1"].lines[0].id
    points = (Point("x", PointKind.STRENGTH, "A", "Sheds load early", note),)
    interview = review.write_points(interview, points).interview
    interview = review.choose_strongest(interview, note).interview
    summary = summarise(changed(interview, "gone"), a_moment(5_030.0))
    assert summary.strongest is None
    assert [(p.text, p.t) for p in summary.strengths] == [("Sheds load early", None)]
