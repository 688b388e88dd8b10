"""What a committee reads, drawn from the record."""

from dataclasses import replace

import pytest

from interviewer_app.domain import review
from interviewer_app.domain.interview import Interview, Phase, Point, PointKind, Recommendation
from interviewer_app.domain.live import call
from interviewer_app.domain.marks import GapCause, MarkKind
from interviewer_app.domain.packet.summary import CaveatKind, Summary, summarise
from interviewer_app.domain.scores import Support
from tests.builders import a_moment, an_interview

LATER = a_moment(99_000.0)


def final(**fields: object) -> Interview:
    return replace(an_interview(Phase.FINALISED), **fields)  # type: ignore[arg-type]


def test_the_same_record_gives_the_same_summary_whenever_it_is_drawn_up() -> None:
    assert summarise(final(), LATER) == summarise(final(), a_moment(5.0e6))
    assert len(summarise(final(), LATER).record_hash) == 64


def test_any_change_of_the_record_changes_its_hash() -> None:
    assert summarise(final(), LATER).record_hash != summarise(final(reason="Other."), LATER).record_hash


def test_categories_carry_anchor_floor_and_notes() -> None:
    a, b, c = summarise(final(), LATER).categories
    assert (a.score.value, a.floor, a.below, a.weight) == (3, 3, 0, 2)
    assert a.anchor.startswith("A3:")
    assert a.next_anchor.startswith("A4:")
    assert a.support is Support.SUPPORTED
    assert [line.body for line in a.cited] == ["We would shed load before we queue it"]
    assert a.cited[0].cited_for == ("A", "B")
    assert all("A" in line.letters for line in a.not_cited)
    assert b.not_cited
    assert b.helps[0].body == "asked for the second option"
    assert (c.score.value, c.anchor, c.next_anchor) == (None, "", "")


def test_the_lowest_is_marked_and_only_when_there_is_one() -> None:
    interview = an_interview(Phase.TO_REVIEW)
    assert not any(c.lowest for c in summarise(interview, LATER).categories)
    low = call.score(interview, "B", 1, LATER).interview
    assert [c.letter for c in summarise(low, LATER).categories if c.lowest] == ["B"]
    top = call.score(interview, "A", 5, LATER).interview
    assert summarise(top, LATER).categories[0].next_anchor == ""


def test_steps_carry_plan_actual_probes_and_facts() -> None:
    live = an_interview(Phase.LIVE)
    now = a_moment(9_000.0)
    for kind, ref in ((MarkKind.PROBE, "q2"), (MarkKind.FACT, "f2")):
        live = call.tick(live, kind, "p1", ref, on=True, now=now).interview
    summary = summarise(live, now)
    step = summary.step("p1")
    assert (step.number, step.planned, step.probes, step.probes_of, step.help) == (1, 600.0, (2,), 2, 1)
    assert step.told == ("Nobody is on call.",)
    assert step.follow_ups[0].body == "asked for the second option"
    assert summary.step("opening").number == 0
    assert summary.draft
    with pytest.raises(KeyError):
        summary.step("nowhere")


def kinds(summary: Summary) -> set[CaveatKind]:
    return {care.kind for care in summary.care}


def test_page_one_warns_about_itself() -> None:
    live = call.start(an_interview(sample=True), a_moment(0.0)).interview
    live = call.show(live, "p1", a_moment(60.0)).interview
    live = call.add_gap(live, a_moment(100.0), GapCause.STOPPED, a_moment(150.0)).interview
    live = call.score(live, "A", 4, a_moment(160.0)).interview
    live = call.score(live, "B", 2, a_moment(160.0)).interview
    live = call.score(live, "C", None, a_moment(160.0), observed=False).interview
    ended = call.end(live, a_moment(60.0 + 700.0)).interview
    summary = summarise(ended, LATER)
    assert kinds(summary) == {
        CaveatKind.SAMPLE,
        CaveatKind.GAP,
        CaveatKind.UNSUPPORTED,
        CaveatKind.NOT_OBSERVED,
        CaveatKind.OVER_PLAN,
        CaveatKind.SKIPPED,
    }
    thin = review.cite(an_interview(Phase.TO_REVIEW), "A", "i1-1", LATER, on=True).interview
    thin = call.score(thin, "A", 5, LATER).interview
    assert CaveatKind.THIN in kinds(summarise(thin, LATER))
    assert not summarise(final(), LATER).sample


def test_points_show_the_time_of_their_note_and_blank_ones_are_left_out() -> None:
    interview = an_interview(Phase.TO_REVIEW)
    note = interview.notes[0]
    points = (
        Point("1", PointKind.STRENGTH, "A", "Sheds load", note.id),
        Point("2", PointKind.STRENGTH, "A", "  ", ""),
        Point("3", PointKind.UNKNOWN, "B", "Hand-over", ""),
    )
    chosen = review.choose_strongest(review.write_points(interview, points).interview, note.id).interview
    summary = summarise(chosen, LATER)
    assert [(p.text, p.t) for p in summary.strengths] == [("Sheds load", note.t)]
    assert summary.unknowns[0].t is None
    assert summary.strongest is not None
    assert summary.strongest.id == note.id


def test_extra_time_never_shows() -> None:
    longer = replace(final(), factor=150)
    assert not summarise(longer, LATER).show_minutes
    assert not summarise(final(), LATER, show_minutes=False).show_minutes
    assert summarise(final(), LATER).show_minutes


def test_the_hash_of_a_record_does_not_change_with_what_other_candidates_were_given() -> None:
    shown, hidden = (summarise(final(), LATER, show_minutes=show) for show in (True, False))
    assert shown.record_hash == hidden.record_hash


def test_no_recommendation_is_shown_in_a_call_or_beside_an_open_category() -> None:
    done = replace(an_interview(Phase.FINALISED), phase=Phase.TO_REVIEW, finalised=None)
    assert summarise(done, LATER).recommendation is Recommendation.YES
    reopened = review.reopen(done, "A", LATER).interview
    assert summarise(reopened, LATER).recommendation is None
    went_on = call.continue_call(done, LATER).interview
    assert summarise(went_on, LATER).recommendation is None
    assert summarise(final(), LATER).recommendation is Recommendation.YES
