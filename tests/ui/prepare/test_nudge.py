"""Where a kit is chosen, the form that was used less is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from interviewer_app.domain.interview import Phase
from interviewer_app.kits import library
from tests.builders import a_story, an_opening
from tests.controllers.desk import Ear
from tests.ui.whole import Whole, opened, settle


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with opened(tmp_path) as made:
        yield made


def test_the_form_used_less_is_named_where_the_kit_is_chosen(whole: Whole) -> None:
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    for number in range(3):
        opening = an_opening(f"o{number}", title=f"Opening {number}", role="gen")
        story = a_story(Phase.LIVE, f"i{number}", kit=kit.cut(form="a"), opening=opening, at=7200.0 * number)
        whole.program.keeper.save(story.changes)
    assert whole.program.keeper.flush()
    whole.window.new_interview()
    settle()
    controller = whole.controller
    ear = Ear(controller.changed)
    controller.set_opening_title("A new one")
    view = ear.last
    wanted = next(choice for choice in view.kits if choice.kit_id == "gen-tech-60" and choice.form == "a")
    controller.choose_kit(wanted)
    settle()
    said = whole.child("prepare.findings")
    assert isinstance(said, QLabel)
    assert said.text() == "Form B was used less (0 against 3)."
    other = next(choice for choice in view.kits if choice.kit_id == "gen-tech-60" and choice.form == "b")
    controller.choose_kit(other)
    settle()
    assert not said.isVisible()
