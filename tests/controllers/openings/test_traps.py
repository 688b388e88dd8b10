"""Openings where somebody does things in an order nobody had in mind."""

from datetime import date

import pytest

from interviewer_app.controllers.forms import FieldEdited
from interviewer_app.controllers.library.controller import LibraryController
from interviewer_app.controllers.openings.controller import OpeningController
from interviewer_app.controllers.openings.course import lock_words
from interviewer_app.controllers.prepare.controller import PrepareController
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import Level, Stage
from interviewer_app.domain.openings.locking import KitUse, editions
from interviewer_app.domain.openings.opening import AfterHire, milestone
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear
from tests.kit_texts import team_kit


@pytest.fixture
def openings(desk: Desk) -> OpeningController:
    return OpeningController(desk.keeper, desk.folder / "kits", lambda: str(desk.folder))


def test_an_interview_put_back_leaves_its_opening_as_it_was_changed_since(
    desk: Desk, openings: OpeningController
) -> None:
    desk.store(a_story(Phase.PREPARED))
    openings.load("o1")
    openings.edit(FieldEdited("scope.goal", "First"))
    library = LibraryController(desk.keeper)
    library.refresh()
    library.remove("i1")
    openings.load("o1")
    openings.edit(FieldEdited("scope.goal", "20 per cent less"))
    library.undo()
    (known,) = desk.keeper.reader.openings()
    assert known.sheet.scope.goal == "20 per cent less"
    assert desk.stored("i1").opening == known


def test_the_last_days_of_the_calendar_have_no_milestone() -> None:
    assert milestone(AfterHire(starts="2026-01-01"), 30) == date(2026, 1, 31)
    assert milestone(AfterHire(starts="9999-12-01"), 30) == date.max
    assert milestone(AfterHire(starts="9999-12-02"), 30) is None


def test_a_kit_that_binds_again_is_the_one_that_is_named() -> None:
    def use(at: str, kit: str) -> KitUse:
        return KitUse(f"i{at}", f"Candidate {at}", at, Stage.TECH, kit, kit, "1.0.0", "full", "a")

    again = editions((use("1", "One"), use("2", "Other"), use("3", "One")), Stage.TECH)
    assert lock_words(again) == "One, form A: everybody of this stage gets what Candidate 1 had."


def test_a_length_that_left_a_file_of_the_same_version_is_no_crash(desk: Desk) -> None:
    folder = desk.folder / "kits"
    folder.mkdir()
    place = folder / "team-kit.toml"
    place.write_text(team_kit(), encoding="utf-8")
    prepare = PrepareController(desk.keeper, desk.preferences, folder)
    ear = Ear(prepare.changed)
    prepare.new()
    prepare.set_candidate("Ada")
    prepare.set_stage(Stage.TECH)
    prepare.choose_kit(next(kit for kit in ear.last.kits if kit.kit_id == "team-kit"))
    assert (ear.last.kit.kit_id, ear.last.kit.variant) == ("team-kit", "full")
    place.write_text(team_kit().replace('id = "full"', 'id = "long"'), encoding="utf-8")
    prepare.load(ear.last.interview_id)
    prepare.set_level(Level.LEAD)
    assert (ear.last.kit.kit_id, ear.last.kit.variant) == ("team-kit", "long")
