"""What is said first and last comes with its names and figures filled in, on every screen that shows it."""

import pytest

from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import CLOSE, OPENING
from interviewer_app.domain.live import call
from interviewer_app.kits import library
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear


def spoken(desk: Desk, step: str, *, interviewer: str, factor: int = 100) -> str:
    """The words on screen in a step of a call on a shipped kit."""
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    story = a_story(Phase.PREPARED, kit=kit.cut(), interviewer=interviewer, lines=())
    desk.store(story)
    prepared = call.prepare(story.interview, factor=factor)
    desk.store(prepared)
    desk.store(call.start(prepared.interview, desk.clock.now()))
    live = LiveController(desk.keeper, desk.preferences)
    ear = Ear(live.changed)
    live.load("i1")
    live.show(step)
    text: str = ear.last.step.text
    assert not set("{}[]") & set(text)
    return text


def test_the_opening_names_the_interviewer_the_team_and_the_minutes(desk: Desk) -> None:
    desk.preferences.update(team="Support Tools")
    text = spoken(desk, OPENING, interviewer="Ruth")
    assert "I am Ruth; I work on Support Tools. We have 60 minutes: 6 questions" in text
    assert "then 6 minutes that are yours" in text


def test_what_nobody_has_told_is_left_out_whole(desk: Desk) -> None:
    text = spoken(desk, OPENING, interviewer="")
    assert "I am" not in text
    assert "We have 60 minutes" in text


@pytest.mark.parametrize(("factor", "whole", "own"), [(125, 75, 8), (200, 120, 12)])
def test_extra_time_is_said_as_the_plan_it_is(desk: Desk, factor: int, whole: int, own: int) -> None:
    text = spoken(desk, OPENING, interviewer="Ruth", factor=factor)
    assert f"We have {whole} minutes" in text
    assert f"then {own}" in text


def test_the_closing_says_what_happens_next(desk: Desk) -> None:
    text = spoken(desk, CLOSE, interviewer="Ruth")
    assert "what happens next, by when, and who will write to you" in text
