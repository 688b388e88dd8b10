"""Every shipped kit, in every length and form, carries an interview from the start to the packet."""

import pytest

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kit import Kit
from interviewer_app.domain.summary import summarise
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
