"""Every shipped kit, in every length and form, carries an interview from the start to the packet."""

import pytest

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, TickKey
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.domain.live import ticking
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.kits import library
from interviewer_app.report import pdf
from tests.builders import a_moment, a_story

CUTS = [
    pytest.param(kit.cut(variant.id, form.id, genai=genai), id=f"{kit.id}-{variant.id}-{form.id}-{genai}")
    for kit in library.shipped().kits
    for variant in kit.variants
    for form in kit.forms
    for genai in (True, False)
]


@pytest.mark.parametrize("kit", CUTS)
def test_a_kit_carries_an_interview_to_the_packet(kit: Kit) -> None:
    assert sum(kit.step_minutes(step) for step in kit.steps) == kit.minutes
    story = a_story(Phase.FINALISED, kit=kit)
    summary = summarise(story.interview, a_moment(9_000.0))
    assert [c.letter for c in summary.categories] == [c.letter for c in kit.categories]
    packet = pdf.packet(summary, app_version="0")
    assert packet.pages >= 3
    assert packet.missing == ()


@pytest.mark.parametrize("kit", [pytest.param(kit.cut(), id=kit.id) for kit in library.shipped().kits])
def test_every_line_and_flag_of_a_kit_can_be_ticked_and_reaches_the_packet(kit: Kit) -> None:
    interview = a_story(Phase.LIVE, kit=kit).interview
    now = a_moment(4_000.0)
    lists = [(step, one) for step in (*kit.steps, "") for one in kit.lists_of(step)]
    for step, one in lists:
        for line in one.lines:
            key = TickKey(step, one.id, line.id)
            interview = ticking.set_state(interview, key, line.choices[-1], now).interview
            interview = ticking.set_cells(
                interview, key, [f"{head} written" for head in one.columns], now
            ).interview
    for flag in kit.flags:
        key = TickKey("", FLAGS, flag.id)
        interview = ticking.set_state(interview, key, SEEN, now).interview
        interview = ticking.set_cells(interview, key, (f"The fact of {flag.id}",), now).interview
    summary = summarise(interview, now)
    assert [(result.step, result.list) for result in summary.checks] == [
        (step, one.id) for step, one in lists
    ]
    for result in summary.checks:
        assert all(line.state and all(line.cells) for line in result.lines)
    assert [flag.id for flag in summary.flags] == [flag.id for flag in kit.flags]
    assert pdf.packet(summary, app_version="0").missing == ()


def test_a_prompt_names_only_flags_and_lists_that_its_kit_carries() -> None:
    for kit in library.shipped().kits:
        cut = kit.cut()
        flags, lists = {flag.id for flag in cut.flags}, {one.id for one in cut.checklists}
        for prompt in cut.prompts:
            assert set(prompt.flags) <= flags, (kit.id, prompt.id)
            assert set(prompt.checklists) <= lists, (kit.id, prompt.id)
