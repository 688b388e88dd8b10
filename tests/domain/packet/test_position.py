"""What a packet says of the position: goal, skills with their evidence, gaps, and what comes after a hire."""

from dataclasses import replace
from typing import Any

from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.checklist import SEEN, Tick, TickKey
from interviewer_app.domain.openings.opening import AfterHire, Need, OpeningSheet, RoleCover, Scope
from interviewer_app.domain.packet.position import SkillResult, position
from tests.builders import NOON, a_kit, an_interview, an_opening, with_lists

ALARMS, ROLLBACK = TickKey("", "whole", "alarms"), TickKey("", "whole", "rollback")


def interview_for(**sheet: Any) -> Interview:
    """An interview with a checklist of two lines, for an opening of this sheet."""
    opening = an_opening(sheet=replace(OpeningSheet(), **sheet))
    return an_interview(kit=with_lists(a_kit()), opening=opening)


def ticked(interview: Interview, key: TickKey, state: str, *cells: str) -> Interview:
    return replace(interview, ticks={**interview.ticks, key: Tick(key, state, cells, 1.0, NOON)})


def test_an_opening_of_which_nothing_is_known_has_none() -> None:
    assert position(interview_for(), hire=True) is None


def test_skills_asked_for_come_required_first_with_what_was_ticked_and_noted() -> None:
    asked = interview_for(skills=(("alarms", Need.NICE), ("rollback", Need.REQUIRED)))
    silent = position(asked, hire=False)
    assert silent is not None
    assert silent.skills == (
        SkillResult("Rollback", required=True, state="", note=""),
        SkillResult("Alarms", required=False, state="", note=""),
    )
    seen = position(ticked(ticked(asked, ALARMS, SEEN), ROLLBACK, "claimed", "", "by hand"), hire=False)
    assert seen is not None
    assert [(skill.state, skill.note) for skill in seen.skills] == [("claimed", "by hand"), (SEEN, "")]


def test_what_is_not_needed_or_not_on_the_list_is_left_out() -> None:
    asked = interview_for(skills=(("alarms", Need.NOT_NEEDED), ("baking", Need.REQUIRED)))
    assert position(asked, hire=False) is None


def test_roles_that_nobody_has_are_gaps() -> None:
    told = position(interview_for(team=(("qa", RoleCover.MISSING), ("devops", RoleCover.HERE))), hire=False)
    assert told is not None
    assert told.gaps == ("qa",)


def test_goal_and_outcome_are_told_without_blanks_around_them() -> None:
    told = position(
        interview_for(scope=Scope(goal=" Faster answers ", outcome="Half the time\n")), hire=False
    )
    assert told is not None
    assert (told.goal, told.outcome) == ("Faster answers", "Half the time")


def test_what_comes_after_is_told_with_a_hire_alone() -> None:
    planned = interview_for(after=AfterHire(starts="2027-01-04"))
    assert position(planned, hire=False) is None
    told = position(planned, hire=True)
    assert told is not None
    assert told.after == AfterHire(starts="2027-01-04")
