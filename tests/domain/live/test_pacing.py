"""Ahead or behind, and the one sentence that matters next."""

import pytest

from interviewer_app.domain.interview import Interview
from interviewer_app.domain.live import call
from interviewer_app.domain.live.coverage import evidence
from interviewer_app.domain.live.pacing import Pace, SentenceKind, TimeState, pace, time_state
from interviewer_app.domain.live.timeline import timeline
from interviewer_app.domain.marks import PauseCause
from tests.builders import a_moment, an_interview, new_ids, write_line


def at(interview: Interview, seconds: float) -> Pace:
    found = {letter: has.count for letter, has in evidence(interview).items()}
    return pace(interview, timeline(interview.marks, a_moment(seconds)), found)


def live(*shown: tuple[str, float]) -> Interview:
    interview = call.start(an_interview(), a_moment(0.0)).interview
    for step, seconds in shown:
        interview = call.show(interview, step, a_moment(seconds)).interview
    return interview


def noted(interview: Interview, step: str, line: str, seconds: float) -> Interview:
    out = [interview]
    write_line(
        interview, step, line, a_moment(seconds), new_ids(f"{seconds}"), lambda u: out.append(u.interview)
    )
    return out[-1]


@pytest.mark.parametrize(
    ("spent", "state"),
    [
        (0.0, TimeState.EASY),
        (74.9, TimeState.EASY),
        (75.0, TimeState.NEAR),
        (100.0, TimeState.FULL),
        (110.0, TimeState.OVER),
    ],
)
def test_budgets_change_state_at_75_100_and_110_per_cent(spent: float, state: TimeState) -> None:
    assert time_state(spent, 100.0) is state


def test_a_budget_of_nothing_is_easy() -> None:
    assert time_state(5.0, 0.0) is TimeState.EASY


def test_on_plan_names_what_comes() -> None:
    now = at(live(("p1", 180.0)), 300.0)
    assert now.sentence.kind is SentenceKind.ON_PLAN
    # A and B are asked now; C comes with prompt 2.
    assert (now.sentence.letters, now.sentence.prompts) == (("C",), (2,))


def test_an_overrun_puts_you_behind_and_hatches_from_the_planned_end() -> None:
    now = at(live(("p1", 180.0)), 180.0 + 600.0 + 150.0)
    assert now.sentence.kind is SentenceKind.BEHIND_GAP
    assert now.sentence.minutes == 2
    current = next(s for s in now.segments if s.current)
    assert (current.start, current.over_from, current.end) == (180.0, 780.0, 930.0)
    assert [s.number for s in now.segments] == [0, 1, 2, 3, 0, 0]


def test_behind_with_all_evidence_is_only_behind() -> None:
    interview = noted(live(("p1", 180.0)), "p1", "x #A #B #C", 200.0)
    assert at(interview, 900.0).sentence.kind is SentenceKind.BEHIND


def test_the_last_prompt_that_asks_for_a_category_is_its_last_chance() -> None:
    # p3 asks for C and A; nobody asks for them afterwards.
    asked = live(("p1", 180.0), ("p2", 780.0), ("p3", 1380.0))
    assert at(asked, 1400.0).sentence.kind is SentenceKind.ON_PLAN
    sentence = at(asked, 1380.0 + 460.0).sentence
    assert sentence.kind is SentenceKind.LAST_CHANCE
    assert sentence.letters == ("A", "C")
    assert sentence.prompts == (3,)


def test_the_candidates_minutes_come_first() -> None:
    late = live(("p1", 180.0), ("p2", 900.0), ("p3", 1900.0))
    assert at(late, 2300.0).sentence.kind is SentenceKind.CANDIDATE_TIME


@pytest.mark.parametrize(
    ("seconds", "kind"), [(1980.0, SentenceKind.BEHIND), (1981.0, SentenceKind.CANDIDATE_TIME)]
)
def test_the_candidates_minutes_are_at_risk_from_their_first_second_on(
    seconds: float, kind: SentenceKind
) -> None:
    # A minute late at the last prompt; of forty minutes the last seven are the candidate's.
    late = noted(live(("p1", 180.0), ("p2", 780.0), ("p3", 1440.0)), "p1", "x #A #B #C", 300.0)
    assert at(late, seconds).sentence.kind is kind


def test_once_the_candidate_asks_their_minutes_are_no_longer_at_risk() -> None:
    asking = noted(live(("p1", 180.0), ("questions", 2200.0)), "p1", "x #A #B #C", 300.0)
    assert at(asking, 2300.0).sentence.kind is SentenceKind.BEHIND


def test_a_pause_says_so() -> None:
    paused = call.pause(live(("p1", 180.0)), PauseCause.BREAK, a_moment(300.0)).interview
    now = at(paused, 900.0)
    assert now.sentence.kind is SentenceKind.PAUSED
    assert now.counted == 300.0


def test_extra_time_moves_the_plan() -> None:
    longer = call.set_factor(live(("p1", 180.0)), 200, a_moment(200.0)).interview
    now = at(longer, 300.0)
    assert now.planned == pytest.approx(4800.0)
    assert now.step_planned == pytest.approx(1200.0)
