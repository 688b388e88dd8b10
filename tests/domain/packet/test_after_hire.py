"""What an interview left open about somebody who was hired."""

from dataclasses import replace

from interviewer_app.domain.interview import Phase, Point, PointKind, Recommendation
from interviewer_app.domain.packet.after_hire import left_open, speaks_for_hiring
from tests.builders import a_story


def test_floors_unknowns_and_concerns_in_this_order() -> None:
    story = a_story(Phase.FINALISED).interview
    points = (
        Point("1", PointKind.CONCERN, "B", "No figure for the budget"),
        Point("2", PointKind.UNKNOWN, "A", "Hand-over"),
        Point("3", PointKind.STRENGTH, "A", "Calm"),
    )
    floors = dict.fromkeys("AB", 5)
    low = replace(story, points=points, kit=replace(story.kit, role=replace(story.kit.role, floors=floors)))
    told = left_open(low)
    assert ("Category A", "Hand-over") in told
    assert told[-1] == ("Category B", "No figure for the budget")
    assert told[0][1] in ("floor", "not_observed")
    assert "Calm" not in {why for _about, why in told}


def test_only_a_finalised_yes_speaks_for_hiring() -> None:
    story = a_story(Phase.FINALISED).interview
    assert speaks_for_hiring(replace(story, recommendation=Recommendation.YES))
    assert not speaks_for_hiring(replace(story, recommendation=Recommendation.NO))
    assert not speaks_for_hiring(replace(story, recommendation=Recommendation.YES, finalised=None))
