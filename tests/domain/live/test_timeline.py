"""Clocks are arithmetic over marks: pauses, gaps, jumps of the wall clock and new boots included."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import OPENING
from interviewer_app.domain.live import call
from interviewer_app.domain.live.timeline import NOTHING, timeline
from interviewer_app.domain.marks import GapCause, PauseCause, since_start
from interviewer_app.domain.moments import Moment, disagreement, seconds_between
from tests.builders import NOON, a_moment, an_interview


def started() -> Interview:
    return call.start(an_interview(), a_moment(0.0)).interview


def test_nothing_has_happened_before_the_start() -> None:
    assert timeline((), a_moment(9.0)) is NOTHING
    assert since_start((), a_moment(9.0)) == 0.0


def test_time_belongs_to_the_step_on_screen() -> None:
    shown = call.show(started(), "p1", a_moment(60.0)).interview
    line = timeline(shown.marks, a_moment(90.0))
    assert (line.spent(OPENING), line.spent("p1"), line.counted, line.wall) == (60.0, 30.0, 90.0, 90.0)
    assert line.step == "p1"
    assert not line.paused


def test_a_pause_stands_still_and_is_not_counted() -> None:
    paused = call.pause(started(), PauseCause.CONNECTION, a_moment(100.0)).interview
    line = timeline(paused.marks, a_moment(400.0))
    assert (line.counted, line.wall, line.paused) == (100.0, 400.0, True)
    assert line.aways[0].cause == PauseCause.CONNECTION
    running = call.resume(paused, a_moment(400.0)).interview
    line = timeline(running.marks, a_moment(450.0))
    assert (line.counted, line.wall, line.paused) == (150.0, 450.0, False)
    assert line.counted_at(430.0) == 130.0
    assert line.counted_at(200.0) == 100.0


def test_a_step_shown_during_a_pause_gets_its_time_after_it() -> None:
    paused = call.pause(started(), PauseCause.BREAK, a_moment(100.0)).interview
    moved = call.show(paused, "p1", a_moment(200.0)).interview
    back = call.resume(moved, a_moment(300.0)).interview
    line = timeline(back.marks, a_moment(310.0))
    assert (line.spent(OPENING), line.spent("p1")) == (100.0, 10.0)


def test_a_short_gap_counts_a_long_one_does_not_and_either_can_be_ruled_on() -> None:
    short = call.add_gap(started(), a_moment(60.0), GapCause.STOPPED, a_moment(108.0)).interview
    assert timeline(short.marks, a_moment(110.0)).counted == 110.0
    seq = short.marks[-1].seq
    ruled = call.rule_gap(short, seq, counted=False, now=a_moment(112.0)).interview
    line = timeline(ruled.marks, a_moment(112.0))
    assert line.counted == pytest.approx(64.0)
    assert [(a.start, a.end, a.counted) for a in line.aways] == [(60.0, 108.0, False)]
    long = call.add_gap(started(), a_moment(60.0), GapCause.ASLEEP, a_moment(660.0)).interview
    assert timeline(long.marks, a_moment(660.0)).counted == 60.0
    back = call.rule_gap(long, long.marks[-1].seq, counted=True, now=a_moment(661.0)).interview
    assert timeline(back.marks, a_moment(661.0)).counted == 661.0


def test_the_end_stands_still_and_can_be_taken_back() -> None:
    ended = call.end(started(), a_moment(500.0)).interview
    line = timeline(ended.marks, a_moment(9_999.0))
    assert (line.wall, line.counted, line.ended, line.paused) == (500.0, 500.0, True, False)
    again = call.continue_call(ended, a_moment(800.0)).interview
    line = timeline(again.marks, a_moment(810.0))
    assert (line.wall, line.counted, line.ended) == (810.0, 510.0, False)
    assert again.phase is Phase.LIVE


def test_ending_while_paused_counts_to_the_pause_only() -> None:
    paused = call.pause(started(), PauseCause.OURS, a_moment(100.0)).interview
    line = timeline(call.end(paused, a_moment(400.0)).interview.marks, a_moment(900.0))
    assert line.counted == 100.0
    assert line.ended


@pytest.mark.parametrize("jump", [-3600.0, 86_400.0])
def test_setting_the_wall_clock_changes_no_elapsed_time(jump: float) -> None:
    shown = call.show(started(), "p1", a_moment(60.0)).interview
    later = a_moment(120.0)
    moved = Moment(later.utc + timedelta(seconds=jump), later.mono, later.boot)
    assert timeline(shown.marks, moved).counted == 120.0
    assert disagreement(a_moment(60.0), moved) == pytest.approx(jump)


def test_another_boot_is_measured_by_the_wall_clock() -> None:
    after = a_moment(300.0, boot="boot-2")
    assert seconds_between(a_moment(0.0), after) == pytest.approx(300.0)
    assert disagreement(a_moment(0.0), after) == 0.0
    assert timeline(started().marks, after).counted == pytest.approx(300.0)


def test_elapsed_time_is_never_negative() -> None:
    assert seconds_between(a_moment(10.0), a_moment(0.0)) == 0.0
    assert seconds_between(a_moment(10.0), a_moment(0.0, boot="b")) == 0.0


def test_local_time_is_that_of_the_place() -> None:
    assert a_moment(0.0, offset=-330).local.strftime("%H:%M %z") == "06:30 -0530"
    assert a_moment(0.0).local == NOON


ACTS = st.lists(st.tuples(st.sampled_from(["p1", "p2", "opening", "pause", "resume"]), st.floats(0.0, 500.0)))


@given(ACTS)
def test_counted_plus_pauses_is_always_the_wall_time(acts: list[tuple[str, float]]) -> None:
    interview, at = started(), 0.0
    for act, wait in acts:
        at += wait
        now = a_moment(at)
        if act == "pause":
            interview = call.pause(interview, PauseCause.OTHER, now).interview
        elif act == "resume":
            interview = call.resume(interview, now).interview
        else:
            interview = call.show(interview, act, now).interview
    line = timeline(interview.marks, a_moment(at))
    away = sum(a.end - a.start for a in line.aways)
    assert line.counted + away == pytest.approx(line.wall, abs=1e-6)
    assert line.wall == pytest.approx(at, abs=1e-6)
    ts = [mark.t for mark in interview.marks]
    assert ts == sorted(ts)


def test_a_gap_told_after_the_next_step_was_shown_is_cut_from_the_step_it_lay_in() -> None:
    # The computer wakes, and the first thing it hears is the key for the next step.
    shown = call.show(started(), "p1", a_moment(1_060.0)).interview
    told = call.add_gap(shown, a_moment(60.0), GapCause.ASLEEP, a_moment(1_061.0)).interview
    line = timeline(told.marks, a_moment(1_071.0))
    assert (line.spent(OPENING), line.spent("p1"), line.counted) == (60.0, 10.0, 70.0)
    assert line.counted_at(1_066.0) == 65.0


def test_a_gap_that_reaches_into_a_pause_begins_after_it() -> None:
    paused = call.pause(started(), PauseCause.BREAK, a_moment(100.0)).interview
    back = call.resume(paused, a_moment(1_000.0)).interview
    told = call.add_gap(back, a_moment(150.0), GapCause.ASLEEP, a_moment(1_200.0)).interview
    line = timeline(told.marks, a_moment(1_200.0))
    assert [(a.start, a.end) for a in line.aways] == [(100.0, 1_000.0), (1_000.0, 1_200.0)]
    assert (line.counted, line.counted_at(1_200.0)) == (100.0, 100.0)


@pytest.mark.parametrize(("seconds", "counted"), [(120.0, 180.0), (120.5, 60.0)])
def test_a_gap_of_two_minutes_still_counts_and_a_longer_one_does_not(seconds: float, counted: float) -> None:
    back = a_moment(60.0 + seconds)
    told = call.add_gap(started(), a_moment(60.0), GapCause.STOPPED, back).interview
    assert timeline(told.marks, back).counted == counted


@pytest.mark.parametrize(("seconds", "gaps"), [(0.9, 0), (1.0, 1), (4.0, 1)])
def test_after_a_pause_less_than_a_second_unwatched_is_no_gap(seconds: float, gaps: int) -> None:
    paused = call.pause(started(), PauseCause.BREAK, a_moment(100.0)).interview
    back = call.resume(paused, a_moment(200.0)).interview
    told = call.add_gap(back, a_moment(150.0), GapCause.ASLEEP, a_moment(200.0 + seconds)).interview
    away = [a for a in timeline(told.marks, a_moment(300.0)).aways if not a.pause]
    assert [(a.start, a.end) for a in away] == [(200.0, 200.0 + seconds)] * gaps


def test_without_a_pause_even_half_a_second_unwatched_is_told() -> None:
    told = call.add_gap(started(), a_moment(60.0), GapCause.STOPPED, a_moment(60.5)).interview
    assert [(a.start, a.end) for a in timeline(told.marks, a_moment(61.0)).aways] == [(60.0, 60.5)]
