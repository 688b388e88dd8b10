"""A late call shortens what is still to come: one way only, never the frame, and undone to the second."""

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS, Kit
from interviewer_app.domain.live import call, replan
from interviewer_app.domain.live.pacing import TimeState, pace
from interviewer_app.domain.live.replan import MinuteCut
from interviewer_app.domain.live.timeline import timeline
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.packet.summary import summarise
from tests.builders import a_kit, a_moment, a_prompt, an_interview

FRAME = (OPENING, QUESTIONS, CLOSE)


def kit_of(*minutes: int) -> Kit:
    """Prompts of so many minutes, each asking for one category."""
    prompts = tuple(
        a_prompt(f"p{n}", minutes=length, categories=("ABC"[n % 3],)) for n, length in enumerate(minutes, 1)
    )
    return replace(a_kit(), prompts=prompts)


def begun(kit: Kit, factor: int = 100) -> Interview:
    prepared = call.prepare(an_interview(kit=kit), factor=factor).interview
    return call.start(prepared, a_moment(0.0)).interview


def after(interview: Interview, step: str, seconds: float) -> Interview:
    return replan.move_on(interview, step, a_moment(seconds)).interview


def proposed(interview: Interview, seconds: float) -> tuple[MinuteCut, ...]:
    return replan.propose(interview, timeline(interview.marks, a_moment(seconds)))


def lost(cuts: tuple[MinuteCut, ...]) -> dict[int, int]:
    return {cut.number: cut.lost for cut in cuts}


def mock_call() -> Interview:
    """The plan of the pictures: an opening of 3, prompts of 12, 10, 7, 6, 8 and 6 minutes."""
    return after(begun(kit_of(12, 10, 7, 6, 8, 6)), "p1", 180.0)


# -- by example ------------------------------------------------------------------------------------


def test_a_call_on_time_proposes_nothing() -> None:
    assert proposed(mock_call(), 900.0) == ()
    assert proposed(mock_call(), 959.9) == ()


def test_two_minutes_late_take_one_minute_of_the_two_longest() -> None:
    cuts = proposed(mock_call(), 900.0 + 124.0)
    assert lost(cuts) == {2: 1, 5: 1}
    assert [(cut.old, cut.new) for cut in cuts] == [(10.0, 9.0), (8.0, 7.0)]


def test_it_is_shown_before_it_applies_and_applies_with_the_move() -> None:
    asked = mock_call()
    before = pace(asked, timeline(asked.marks, a_moment(1024.0)), {})
    assert {s.number: s.proposed for s in before.segments if s.proposed is not None} == {2: 540.0, 5: 420.0}
    assert [s.planned for s in before.segments][2] == 600.0
    moved = after(asked, "p2", 1024.0)
    now = pace(moved, timeline(moved.marks, a_moment(1024.0)), {})
    assert now.step_planned == 540.0
    assert now.proposal == ()
    assert lost(now.taken) == {2: 1, 5: 1}
    assert sum(s.planned for s in now.segments[2:]) == pytest.approx(3540.0 - 900.0 - 120.0)


def test_each_step_taken_is_a_mark_beside_the_move() -> None:
    moved = after(mock_call(), "p2", 1024.0)
    shown = next(m for m in reversed(moved.marks) if m.kind is MarkKind.SHOWN)
    marks = [m for m in moved.marks if m.kind is MarkKind.REPLANNED]
    assert [(m.step, m.ref, m.old, m.new) for m in marks] == [
        ("p2", str(shown.seq), "10", "9"),
        ("p5", str(shown.seq), "8", "7"),
    ]


def test_undo_gives_the_minutes_back_and_asks_no_more_for_this_move() -> None:
    moved = after(mock_call(), "p2", 1024.0)
    back = replan.give_back(moved, a_moment(1030.0))
    assert replan.minutes(back.interview) == replan.minutes(mock_call())
    assert replan.taken(back.interview) == ()
    assert len(back.changes) == 2
    assert replan.give_back(back.interview, a_moment(1031.0)).changes == ()
    assert proposed(back.interview, 1040.0) == ()
    there_and_back = after(after(back.interview, "p1", 1050.0), "p2", 1060.0)
    assert replan.minutes(there_and_back) == replan.minutes(mock_call())


def test_only_the_last_move_can_be_undone() -> None:
    moved = after(after(mock_call(), "p2", 1024.0), "p3", 1400.0)
    assert replan.taken(moved) == ()
    assert replan.give_back(moved, a_moment(1401.0)).changes == ()


def test_a_jump_and_a_way_back_take_nothing() -> None:
    assert replan.minutes(after(mock_call(), "p3", 1300.0)) == replan.minutes(mock_call())
    late = after(after(mock_call(), "p2", 900.0), "p1", 2400.0)
    assert replan.minutes(late) == replan.minutes(mock_call())
    assert proposed(late, 2500.0) == (), "the next prompt was seen: going there is not moving on"


def test_what_was_seen_keeps_its_minutes() -> None:
    seen = after(after(mock_call(), "p4", 200.0), "p1", 210.0)
    assert set(lost(proposed(seen, 3000.0))) == {2, 3, 5, 6}


def test_a_prompt_never_falls_under_its_floor() -> None:
    cuts = proposed(mock_call(), 9000.0)
    assert {cut.number: cut.new for cut in cuts} == {2: 6.0, 3: 5.0, 4: 4.0, 5: 5.0, 6: 4.0}
    short = after(begun(kit_of(5, 2, 1)), "p1", 180.0)
    assert proposed(short, 9000.0) == ()


def test_where_every_minute_is_two_a_prompt_of_two_minutes_still_keeps_them() -> None:
    short = after(begun(kit_of(5, 2, 3), factor=200), "p1", 360.0)
    assert {cut.number: cut.new for cut in proposed(short, 9000.0)} == {3: 2.0}


def test_the_last_prompt_has_nobody_to_take_from() -> None:
    last = after(begun(kit_of(5)), "p1", 180.0)
    assert proposed(last, 9000.0) == ()


def test_with_extra_time_whole_minutes_of_the_longer_plan_are_taken() -> None:
    longer = after(begun(kit_of(12, 10, 8), factor=150), "p1", 270.0)
    cuts = proposed(longer, 270.0 + 18 * 60 + 60.0)
    assert lost(cuts) == {2: 1}
    moved = after(longer, "p2", 270.0 + 18 * 60 + 60.0)
    assert replan.budgets(moved)["p2"] == pytest.approx(14 * 60.0)
    wider = call.set_factor(moved, 200, a_moment(1500.0)).interview
    assert replan.budgets(wider)["p2"] == pytest.approx(14 * 60.0 / 1.5 * 2)
    assert replan.minutes(replan.give_back(wider, a_moment(1501.0)).interview)["p2"] == 10.0


def test_clock_states_follow_the_shorter_plan_and_its_own_time_plan_too() -> None:
    moved = after(mock_call(), "p2", 1024.0)
    states = [
        (share, pace(moved, timeline(moved.marks, a_moment(1024.0 + 540.0 * share)), {}).step_state)
        for share in (0.74, 0.75, 1.0, 1.1)
    ]
    assert states == [
        (0.74, TimeState.EASY),
        (0.75, TimeState.NEAR),
        (1.0, TimeState.FULL),
        (1.1, TimeState.OVER),
    ]
    half = pace(moved, timeline(moved.marks, a_moment(1024.0 + 270.0)), {})
    assert half.step_at == pytest.approx(5.0)


def test_the_packet_holds_the_call_against_the_plan_of_the_kit() -> None:
    moved = after(mock_call(), "p2", 1024.0)
    ended = call.end(moved, a_moment(1700.0)).interview
    same = call.end(mock_call(), a_moment(1700.0)).interview
    whole, plain = (summarise(done, a_moment(1800.0)) for done in (ended, same))
    assert whole.planned == plain.planned == 3540.0
    assert [step.planned for step in whole.steps] == [step.planned for step in plain.steps]


def test_only_a_live_call_gives_back() -> None:
    with pytest.raises(RuleProblem):
        replan.give_back(an_interview(Phase.FINALISED), a_moment(9000.0))


# -- by property -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Walk:
    """A call that goes through its steps in order, each after so many seconds."""

    kit: Kit
    factor: int
    seconds: tuple[float, ...]


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    minutes = draw(st.lists(st.integers(1, 20), min_size=1, max_size=7))
    kit = kit_of(*minutes)
    factor = draw(st.sampled_from((100, 110, 125, 150, 200, 333)))
    # By what was planned, so that calls on time, late and much too late all come up.
    shares = draw(st.lists(st.sampled_from((0.3, 1.0, 1.1, 1.6, 3.0)), min_size=1, max_size=len(minutes) + 2))
    jitter = draw(st.floats(0.0, 59.0))
    seconds = tuple(
        kit.step_minutes(step) * 0.6 * factor * share + jitter
        for step, share in zip(kit.steps, shares, strict=False)
    )
    return Walk(kit, factor, seconds)


def told(walk: Walk) -> list[tuple[Interview, float]]:
    """The interview after every move, and when that was."""
    interview, now = begun(walk.kit, walk.factor), 0.0
    out = [(interview, now)]
    for step, spent in zip(walk.kit.steps[1:], walk.seconds, strict=False):
        now += spent
        interview = after(interview, step, now)
        out.append((interview, now))
    return out


@given(walks())
def test_the_frame_never_gives_a_second(walk: Walk) -> None:
    for interview, _now in told(walk):
        budgets = replan.budgets(interview)
        assert all(budgets[step] == pytest.approx(interview.planned(step)) for step in FRAME)


@given(walks())
def test_the_plan_shrinks_one_way_only_and_never_under_the_floor(walk: Walk) -> None:
    for (before, _then), (now, at) in pairwise(told(walk)):
        old, new = replan.minutes(before), replan.minutes(now)
        seen = {m.step for m in before.marks if m.kind is MarkKind.SHOWN}
        for step in walk.kit.steps:
            planned = walk.kit.step_minutes(step)
            assert new[step] <= old[step]
            assert new[step] >= max(0.6 * planned, min(2.0, planned)) - 1e-6
            if step in seen:
                assert new[step] == old[step]
        assert [(c.old, c.new) for c in replan.taken(now)] == [(c.old, c.new) for c in proposed(before, at)]


@given(walks())
def test_what_is_planned_fits_what_is_left_as_far_as_the_floors_let_it(walk: Walk) -> None:
    for (before, _then), (now, at) in pairwise(told(walk)):
        line = timeline(now.marks, a_moment(at))
        budgets = replan.budgets(now)
        asked = budgets[line.step] + replan.to_come(now, line, budgets)
        left = now.planned_total - line.counted
        each = now.factor / 100.0
        whole_minute = any(
            replan.minutes(now)[p.id] * each - max(0.6 * p.minutes, min(2.0, p.minutes)) * each >= 1.0 + 1e-6
            for p in walk.kit.prompts
            if walk.kit.steps.index(p.id) >= walk.kit.steps.index(line.step)
        )
        if whole_minute and before.marks:
            assert asked < left + 60.0 + 1e-3


@given(walks())
def test_undo_restores_to_the_bit_what_the_move_took(walk: Walk) -> None:
    for (before, _then), (now, at) in pairwise(told(walk)):
        back = replan.give_back(now, a_moment(at + 5.0)).interview
        assert replan.minutes(back) == replan.minutes(before)
        assert back.marks[: len(now.marks)] == now.marks, "the log only grows"


@given(walks(), st.sampled_from((100, 125, 150, 400)))
def test_another_factor_stretches_the_shorter_plan_alike(walk: Walk, factor: int) -> None:
    interview, at = told(walk)[-1]
    other = call.set_factor(interview, factor, a_moment(at)).interview
    before, now = replan.budgets(interview), replan.budgets(other)
    for step in walk.kit.steps:
        assert now[step] == pytest.approx(before[step] * factor / interview.factor)


@given(walks(), st.floats(0.0, 3000.0), st.floats(0.0, 600.0))
def test_a_second_more_never_takes_less_from_anybody(walk: Walk, wait: float, more: float) -> None:
    interview, at = told(walk)[-1]
    first, later = lost(proposed(interview, at + wait)), lost(proposed(interview, at + wait + more))
    assert all(later.get(number, 0) >= minutes for number, minutes in first.items())


@given(walks())
def test_what_is_proposed_are_whole_minutes(walk: Walk) -> None:
    interview, at = told(walk)[-1]
    for cut in proposed(interview, at + 3000.0):
        assert (cut.old - cut.new) * interview.factor / 100.0 == pytest.approx(cut.lost)
        assert cut.lost >= 1
