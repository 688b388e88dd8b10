"""Moving on when late costs minutes of what is to come, on a real database; one act gives them back."""

import pytest

from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.kit import QUESTIONS
from interviewer_app.domain.live import call, replan
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.marks import MarkKind
from tests.builders import a_kit, a_moment, an_interview
from tests.controllers.desk import Desk, Ear
from tests.timers import ring


@pytest.fixture
def live(desk: Desk) -> LiveController:
    """A call of five prompts of ten minutes, at the end of the first one, three minutes late."""
    prepared = an_interview(kit=a_kit(prompts=5))
    begun = call.start(prepared, a_moment(0.0))
    shown = call.show(begun.interview, "p1", a_moment(180.0))
    place = call.move_to(shown.interview, "p1", 0, a_moment(180.0 + 780.0))
    story = (*call.prepare(prepared).changes, *begun.changes, *shown.changes, *place.changes)
    desk.store(Update(place.interview, story))
    desk.clock.seconds = 960.0
    controller = LiveController(desk.keeper, desk.preferences)
    controller.load("i1")
    return controller


def plan_of(interview: Interview) -> list[float]:
    return [replan.minutes(interview)[f"p{n}"] for n in range(1, 6)]


def test_the_proposal_is_shown_and_comes_true_with_the_next_prompt(desk: Desk, live: LiveController) -> None:
    views, spoken = Ear(live.changed), Ear(live.announced)
    live.refresh()
    assert [cut.number for cut in views.last.clock.pace.proposal] == [3, 4, 5]
    assert plan_of(desk.stored("i1")) == [10.0] * 5, "shown, and nothing has happened"
    live.next()
    assert plan_of(desk.stored("i1")) == [10.0, 10.0, 9.0, 9.0, 9.0]
    assert views.last.clock.pace.proposal == ()
    assert [cut.number for cut in views.last.clock.pace.taken] == [3, 4, 5]
    assert "3, 4 and 5 are 1 min shorter" in spoken.last.words


def test_one_act_gives_it_back_and_it_stays_given_back(desk: Desk, live: LiveController) -> None:
    live.next()
    marks = desk.stored("i1").marks
    live.prompt.give_back()
    stored = desk.stored("i1")
    assert plan_of(stored) == [10.0] * 5
    assert stored.marks[: len(marks)] == marks
    live.prompt.give_back()
    live.previous()
    live.next()
    assert plan_of(desk.stored("i1")) == [10.0] * 5


def test_the_shorter_plan_and_its_undo_survive_a_restart(desk: Desk, live: LiveController) -> None:
    live.next()
    live.leave()
    assert desk.keeper.flush()
    again = LiveController(desk.keeper, desk.preferences)
    views = Ear(again.changed)
    again.load("i1")
    pace = views.last.clock.pace
    assert [round(s.planned / 60) for s in pace.segments][3:6] == [9, 9, 9]
    assert [cut.number for cut in pace.taken] == [3, 4, 5]
    again.prompt.give_back()
    assert plan_of(desk.stored("i1")) == [10.0] * 5


def test_a_factor_chosen_afterwards_stretches_the_shorter_plan(live: LiveController) -> None:
    live.next()
    views = Ear(live.changed)
    live.time.set_factor(150)
    pace = views.last.clock.pace
    assert [round(s.planned / 60, 1) for s in pace.segments][2:6] == [15.0, 13.5, 13.5, 13.5]
    live.prompt.give_back()
    assert [s.planned / 60 for s in views.last.clock.pace.segments][2:6] == [15.0] * 4


def test_the_candidates_minutes_are_what_they_were_whatever_happens(desk: Desk, live: LiveController) -> None:
    for _prompt in range(5):
        desk.clock.seconds += 900.0
        live.next()
        interview = desk.stored("i1")
        assert replan.budgets(interview)[QUESTIONS] == interview.planned(QUESTIONS)
    steps = {m.step for m in desk.stored("i1").marks if m.kind is MarkKind.REPLANNED}
    assert steps == {"p2", "p3", "p4", "p5"}


def test_nothing_moves_on_by_itself(desk: Desk, live: LiveController) -> None:
    desk.clock.seconds += 3600.0
    ring(live.time)
    assert live.step == "p1"
    assert plan_of(desk.stored("i1")) == [10.0] * 5


def test_without_a_call_there_is_nothing_to_give_back(desk: Desk) -> None:
    empty = LiveController(desk.keeper, desk.preferences)
    empty.prompt.give_back()
    assert empty.session is None
