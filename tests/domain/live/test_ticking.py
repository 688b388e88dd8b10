"""Lines of checklists and flags: what may be ticked, when, and what is kept."""

import pytest

from interviewer_app.domain.changes import TickPut
from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, TickKey, ticks_in
from interviewer_app.domain.kits.kit import OPENING
from interviewer_app.domain.live import ticking
from interviewer_app.domain.marks import since_start
from tests.builders import a_kit, a_moment, an_interview, with_lists

ALARMS = TickKey("p1", "marks", "alarms")
ROLLBACK = TickKey("p1", "marks", "rollback")
GREEN = TickKey("", FLAGS, "gf-01")


def going(phase: Phase = Phase.LIVE) -> Interview:
    """An interview with lists, in a phase."""
    return an_interview(phase, kit=with_lists(a_kit()))


def test_a_plain_tick_goes_on_and_off_again_with_its_time() -> None:
    before = going()
    on = ticking.set_state(before, ALARMS, SEEN, a_moment(900))
    tick = on.interview.ticks[ALARMS]
    assert tick.state == SEEN
    assert tick.t == pytest.approx(since_start(before.marks, a_moment(900)))
    assert on.changes == (TickPut("i1", tick),)
    assert ticking.set_state(on.interview, ALARMS, SEEN, a_moment(950)).changes == ()
    off = ticking.set_state(on.interview, ALARMS, "", a_moment(960))
    assert off.interview.ticks == {}
    assert [change.tick.blank for change in off.changes if isinstance(change, TickPut)] == [True]


def test_a_line_takes_its_own_states_only() -> None:
    live = going()
    assert ticking.set_state(live, ROLLBACK, "claimed", a_moment(900)).changes
    for key, state in ((ROLLBACK, SEEN), (ALARMS, "claimed")):
        with pytest.raises(RuleProblem):
            ticking.set_state(live, key, state, a_moment(900))


@pytest.mark.parametrize(
    "key",
    [
        TickKey("p2", "marks", "alarms"),
        TickKey("", "marks", "alarms"),
        TickKey("p1", "marks", "nothing"),
        TickKey("p1", FLAGS, "gf-01"),
        TickKey("", FLAGS, "gf-99"),
    ],
)
def test_what_the_kit_has_not_cannot_be_ticked(key: TickKey) -> None:
    with pytest.raises(RuleProblem):
        ticking.set_state(going(), key, SEEN, a_moment(900))
    with pytest.raises(RuleProblem):
        ticking.set_cells(going(), key, ("x",), a_moment(900))


def test_texts_stand_beside_a_line_one_line_each_and_no_more_than_there_are_columns() -> None:
    wrote = ticking.set_cells(going(), ALARMS, ("p99\nby hand", "too many"), a_moment(900)).interview
    assert wrote.ticks[ALARMS].cells == ("p99 by hand",)
    assert wrote.ticks[ALARMS].state == ""
    long = ticking.set_cells(wrote, ALARMS, ("x" * 5_000,), a_moment(901)).interview
    assert len(long.ticks[ALARMS].cells[0]) == 500
    assert ticking.set_cells(long, ALARMS, ("",), a_moment(902)).interview.ticks == {}


def test_a_flag_seen_without_a_note_is_asked_about() -> None:
    seen = ticking.set_state(going(), GREEN, SEEN, a_moment(900)).interview
    assert ticking.unnoted(seen) == ("gf-01",)
    noted = ticking.set_cells(seen, GREEN, ("Sorted by cost before speed",), a_moment(910)).interview
    assert ticking.unnoted(noted) == ()
    assert ticks_in(noted.ticks, "", FLAGS)["gf-01"].state == SEEN


def test_lines_are_ticked_in_the_call_and_in_review_and_never_before_or_later() -> None:
    assert ticking.set_state(going(Phase.TO_REVIEW), ALARMS, SEEN, a_moment(9_000)).changes
    for phase in (Phase.PREPARED, Phase.FINALISED):
        with pytest.raises(RuleProblem):
            ticking.set_state(going(phase), ALARMS, SEEN, a_moment(9_000))


def test_a_cut_kit_keeps_the_lists_its_prompts_name() -> None:
    kit = with_lists(a_kit())
    assert [c.id for c in kit.cut().checklists] == ["marks", "whole"]
    assert [c.id for c in kit.lists_of("p1")] == ["marks"]
    assert [c.id for c in kit.lists_of("")] == ["whole"]
    assert kit.lists_of("p2") == kit.lists_of(OPENING) == ()
