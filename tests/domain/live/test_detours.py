"""Prompts passed over or taken out of order are read from what was on screen; only the reason is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import CLOSE, QUESTIONS
from interviewer_app.domain.live import call
from interviewer_app.domain.live.detours import (
    MAX_WORDS,
    Detour,
    DetourKind,
    detours,
    explain,
    unexplained,
)
from interviewer_app.domain.marks import COUNTED, DetourReason, GapCause, MarkKind, PauseCause
from tests.builders import a_kit, a_moment, an_interview, new_ids, write_line

LONG = 60.0


def walked(*visits: tuple[str, float], prompts: int = 4) -> Interview:
    """A call that showed these steps for these seconds, from 10 s on; the last one is on screen still."""
    interview = call.start(an_interview(kit=a_kit(prompts=prompts)), a_moment(0.0)).interview
    t = 10.0
    for step, seconds in visits:
        interview = call.show(interview, step, a_moment(t)).interview
        t += seconds
    return interview


def told(interview: Interview) -> list[tuple[str, DetourKind]]:
    return [(d.step, d.kind) for d in detours(interview)]


def over(*steps: str) -> list[tuple[str, DetourKind]]:
    return [(step, DetourKind.PASSED_OVER) for step in steps]


def test_nothing_is_told_of_a_call_in_the_order_of_the_kit() -> None:
    assert detours(an_interview()) == ()
    assert told(walked(("p1", LONG), ("p2", LONG), ("p3", LONG))) == []


def test_a_jump_tells_at_once_what_it_passed_over() -> None:
    jumped = walked(("p1", LONG), ("p4", 0.0))
    assert detours(jumped) == tuple(
        Detour(step, number, DetourKind.PASSED_OVER, 70.0, 70.0) for step, number in (("p2", 2), ("p3", 3))
    )


def test_a_prompt_seen_in_passing_was_not_asked() -> None:
    assert told(walked(("p1", LONG), ("p2", 2.0), ("p3", 0.0))) == over("p2")
    assert told(walked(("p1", LONG), ("p2", 20.0), ("p3", 0.0))) == []


def test_a_glance_ahead_that_comes_back_is_no_detour() -> None:
    assert told(walked(("p1", LONG), ("p3", 19.0), ("p1", LONG), ("p2", LONG))) == []
    stayed = walked(("p1", LONG), ("p3", 20.0), ("p1", LONG))
    assert told(stayed) == over("p2")


def test_a_reason_given_over_a_glance_ahead_holds_for_going_on_from_there() -> None:
    jumped = walked(("p1", LONG), ("p3", 0.0))
    said = explain(jumped, "p2", DetourReason.OUT_OF_TIME, "late", a_moment(72.0)).interview
    on = call.show(said, "p4", a_moment(75.0)).interview
    assert [(d.step, d.reason) for d in detours(on)] == [("p2", DetourReason.OUT_OF_TIME), ("p3", None)]
    back = call.show(said, "p1", a_moment(75.0)).interview
    again = call.show(back, "p4", a_moment(175.0)).interview
    assert [(d.step, d.reason) for d in detours(again)] == [("p2", None), ("p3", None)]


def test_who_comes_back_to_a_prompt_takes_it_out_of_order() -> None:
    back = walked(("p1", LONG), ("p3", LONG), ("p2", 0.0))
    assert told(back) == [("p2", DetourKind.REORDERED)]
    assert (detours(back)[0].since, detours(back)[0].t) == (70.0, 130.0)
    gone = call.show(back, "p4", a_moment(135.0)).interview
    assert told(gone) == over("p2")


def test_going_back_to_what_was_asked_in_its_place_is_no_detour() -> None:
    assert told(walked(("p1", LONG), ("p2", LONG), ("p1", LONG), ("p3", LONG))) == []


def test_what_was_done_in_a_step_says_that_it_was_asked() -> None:
    seen = walked(("p1", LONG), ("p2", 0.0))
    ticked = call.tick(seen, MarkKind.PROBE, "p2", "q1", on=True, now=a_moment(72.0)).interview
    assert told(call.show(ticked, "p3", a_moment(75.0)).interview) == []
    notes = [seen]
    write_line(
        seen, "p2", "answered in a word", a_moment(72.0), new_ids(), lambda u: notes.append(u.interview)
    )
    assert told(call.show(notes[-1], "p3", a_moment(75.0)).interview) == []


def test_the_frame_passes_over_prompts_too_and_is_never_passed_over() -> None:
    assert told(walked(("p1", LONG), (QUESTIONS, 0.0), prompts=2)) == over("p2")
    assert told(walked(("p1", LONG), ("p2", LONG), (CLOSE, LONG), prompts=2)) == []


def test_the_end_of_the_call_passes_over_what_was_not_asked() -> None:
    ended = call.end(walked(("p1", LONG), ("p2", 5.0)), a_moment(75.0)).interview
    assert told(ended) == over("p2", "p3", "p4")
    assert detours(ended)[0].since == 75.0
    went_on = call.continue_call(ended, a_moment(200.0)).interview
    assert told(went_on) == []


def test_time_that_was_not_watched_or_paused_makes_nothing_asked() -> None:
    paused = call.pause(walked(("p1", LONG), ("p2", 0.0)), PauseCause.BREAK, a_moment(75.0)).interview
    resumed = call.resume(paused, a_moment(500.0)).interview
    assert told(call.show(resumed, "p3", a_moment(505.0)).interview) == over("p2")
    away = call.add_gap(
        walked(("p1", LONG), ("p2", 0.0)), a_moment(75.0), GapCause.ASLEEP, a_moment(500.0)
    ).interview
    moved = call.show(away, "p3", a_moment(505.0)).interview
    assert told(moved) == over("p2")
    gap = next(mark for mark in moved.marks if mark.kind is MarkKind.GAP)
    counted = call.rule_gap(moved, gap.seq, counted=True, now=a_moment(510.0)).interview
    assert counted.marks[-1].new == COUNTED
    assert told(counted) == []


def test_a_reason_is_a_mark_and_the_last_one_holds() -> None:
    jumped = walked(("p1", LONG), ("p3", 0.0))
    assert unexplained(jumped) == detours(jumped)
    first = explain(jumped, "p2", DetourReason.OUT_OF_TIME, "", a_moment(80.0)).interview
    again = explain(first, "p2", DetourReason.OTHER, " the demo\nwas down ", a_moment(90.0)).interview
    assert [m.reason for m in again.marks if m.kind is MarkKind.DETOUR] == ["out_of_time", "other"]
    found = detours(again)[0]
    assert (found.reason, found.words) == (DetourReason.OTHER, "the demo was down")
    assert unexplained(again) == ()
    assert explain(again, "p2", DetourReason.OTHER, "the demo was down", a_moment(95.0)).changes == ()


def test_a_reason_stays_with_a_prompt_that_is_asked_after_all() -> None:
    said = explain(walked(("p1", LONG), ("p3", 0.0)), "p2", DetourReason.CANDIDATE, "", a_moment(80.0))
    back = call.show(said.interview, "p2", a_moment(130.0)).interview
    found = detours(back)[0]
    assert (found.kind, found.reason) == (DetourKind.REORDERED, DetourReason.CANDIDATE)


def test_a_reason_for_a_glance_is_none_for_the_jump_after_it() -> None:
    said = explain(walked(("p1", LONG), ("p3", 0.0)), "p2", DetourReason.CANDIDATE, "", a_moment(75.0))
    back = call.show(said.interview, "p1", a_moment(80.0)).interview
    assert detours(back) == ()
    assert detours(call.show(back, "p3", a_moment(200.0)).interview)[0].reason is None


def test_only_a_detour_can_be_explained_and_only_until_the_end() -> None:
    orderly = walked(("p1", LONG), ("p2", LONG))
    with pytest.raises(RuleProblem):
        explain(orderly, "p2", DetourReason.OTHER, "", a_moment(200.0))
    with pytest.raises(RuleProblem):
        explain(an_interview(Phase.FINALISED), "p2", DetourReason.OTHER, "", a_moment(9_000.0))


def test_words_are_held_within_bounds() -> None:
    said = explain(walked(("p1", LONG), ("p3", 0.0)), "p2", DetourReason.OTHER, "w" * 9_000, a_moment(75.0))
    assert len(detours(said.interview)[0].words) == MAX_WORDS


@given(
    st.lists(
        st.tuples(st.sampled_from(["p1", "p2", "p3", "p4", QUESTIONS]), st.floats(0.0, 90.0)), max_size=12
    )
)
def test_what_was_asked_in_the_order_of_the_kit_is_never_a_detour(visits: list[tuple[str, float]]) -> None:
    found = detours(call.end(walked(*visits), a_moment(5_000.0)).interview)
    assert [d.number for d in found] == sorted(d.number for d in found)
    shown_long = {step for step, seconds in visits if seconds >= 20.01}
    for detour in found:
        assert detour.since <= detour.t
        if detour.kind is DetourKind.PASSED_OVER:
            assert detour.step not in shown_long
    reordered = {d.step for d in found if d.kind is DetourKind.REORDERED}
    assert "p4" not in reordered or any(step == QUESTIONS for step, _ in visits)
