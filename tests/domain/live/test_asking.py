"""Nothing is asked in mid-word, nor when a prompt runs out of time."""

import pytest

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS
from interviewer_app.domain.live import call
from interviewer_app.domain.live.asking import calm, unruled
from interviewer_app.domain.live.pacing import TimeState
from interviewer_app.domain.marks import GapCause
from tests.builders import a_moment, an_interview


@pytest.mark.parametrize("state", TimeState)
def test_nothing_is_asked_while_somebody_types(state: TimeState) -> None:
    for step in ("p1", OPENING):
        for paused in (False, True):
            assert not calm(step, paused=paused, idle=2.9, state=state)


@pytest.mark.parametrize("step", [OPENING, QUESTIONS, CLOSE])
@pytest.mark.parametrize("state", TimeState)
def test_a_step_of_the_frame_is_calm(step: str, state: TimeState) -> None:
    assert calm(step, paused=False, idle=3.0, state=state)


@pytest.mark.parametrize("state", TimeState)
def test_a_pause_is_calm(state: TimeState) -> None:
    assert calm("p1", paused=True, idle=3.0, state=state)


@pytest.mark.parametrize(("state", "expected"), [(s, s is TimeState.EASY) for s in TimeState])
def test_a_prompt_is_calm_while_it_has_time_left_and_nobody_types(state: TimeState, expected: bool) -> None:
    assert calm("p1", paused=False, idle=20.0, state=state) is expected
    assert not calm("p1", paused=False, idle=19.9, state=state)


def test_gaps_wait_in_a_row_until_they_are_ruled_on() -> None:
    live = an_interview(Phase.LIVE)
    start = live.marks[-1].at.mono - 1_000.5
    one = call.add_gap(live, a_moment(start), GapCause.ASLEEP, a_moment(start + 50.0)).interview
    two = call.add_gap(one, a_moment(start + 60.0), GapCause.STOPPED, a_moment(start + 300.0)).interview
    first, second = unruled(two.marks)
    assert (first.reason, second.reason) == (GapCause.ASLEEP, GapCause.STOPPED)
    ruled = call.rule_gap(two, first.seq, counted=True, now=a_moment(start + 310.0)).interview
    assert unruled(ruled.marks) == (second,)
    assert unruled(live.marks) == ()
