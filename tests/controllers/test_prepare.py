"""Preparing an interview: saved as typed, started, kept for later or discarded."""

from pathlib import Path

import pytest

from interviewer_app.controllers.prepare import MAX_NAME, PrepareController
from interviewer_app.controllers.views import PrepareView
from interviewer_app.domain.errors import StorageProblem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kit import Level
from interviewer_app.domain.listing import Query
from tests.builders import a_story, an_opening
from tests.controllers.desk import Desk, Ear


@pytest.fixture
def form(desk: Desk) -> PrepareController:
    return PrepareController(desk.keeper, desk.preferences, desk.folder / "kits")


def fresh(form: PrepareController) -> Ear:
    ear = Ear(form.changed)
    form.new()
    return ear


def rows(desk: Desk) -> int:
    assert desk.keeper.flush()
    return len(desk.keeper.reader.page(Query()).rows)


def test_a_new_form_has_kit_plan_script_and_reminders_and_stores_nothing(
    desk: Desk, form: PrepareController
) -> None:
    desk.preferences.update(interviewer="Ruth", team="Support Tools")
    view: PrepareView = fresh(form).last
    assert view.kit is not None
    assert view.kit.kit_id == "gen-tech-60"
    assert sum(row.minutes for row in view.plan) == view.minutes == 60
    assert [row.number for row in view.plan] == [0, 1, 2, 3, 4, 5, 6, 0, 0]
    assert "I am Ruth" in view.script
    assert "Support Tools" in view.script
    assert len(view.reminders) == 12
    assert view.obstacle
    assert rows(desk) == 0


def test_every_field_is_stored_as_it_is_typed(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    form.set_candidate("Žofie 李 🙂")
    form.set_interviewer("Robin")
    form.set_opening_title("GenAI engineer")
    form.set_level(Level.LEAD)
    form.set_factor(150)
    stored = desk.stored(ear.last.interview_id)
    assert (stored.candidate, stored.interviewer, stored.factor) == ("Žofie 李 🙂", "Robin", 150)
    assert (stored.opening.title, stored.opening.level) == ("GenAI engineer", Level.LEAD)
    assert ear.last.minutes == 90
    assert not ear.last.obstacle


def test_genai_out_of_scope_changes_the_anchors_of_the_kit(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    form.set_candidate("C-1")
    before = desk.stored(ear.last.interview_id)
    form.set_genai(False)
    after = desk.stored(ear.last.interview_id)
    assert before.kit.scorecard.category("D").anchors != after.kit.scorecard.category("D").anchors
    assert after.kit_hash != before.kit_hash


def test_a_shorter_variant_can_be_chosen(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    short = next(c for c in ear.last.kits if c.minutes == 45)
    form.choose_kit(short)
    assert ear.last.kit == short
    assert len(desk.stored(ear.last.interview_id).kit.prompts) == 4


def test_another_title_is_another_opening(desk: Desk, form: PrepareController) -> None:
    desk.store(a_story(Phase.TO_REVIEW))
    ear = fresh(form)
    known = ear.last.opening
    assert known.title == "Platform engineer"
    form.set_opening_title("Platform engineer II")
    assert ear.last.opening.id != known.id
    assert desk.stored("i1").opening.title == "Platform engineer"
    form.set_opening_title("Platform engineer")
    assert ear.last.opening.id == known.id


def test_start_leads_to_the_call(desk: Desk, form: PrepareController) -> None:
    ear, started, trouble = fresh(form), Ear(form.started), Ear(form.problem)
    form.start()
    assert "no candidate" in trouble.last.sentence
    form.set_candidate("Lena Brandt")
    form.start()
    assert started.last.interview_id == ear.last.interview_id
    assert desk.stored(ear.last.interview_id).phase is Phase.LIVE


def test_kept_for_later_and_discarded(desk: Desk, form: PrepareController) -> None:
    ear, closed = fresh(form), Ear(form.closed)
    form.set_candidate("Kept")
    form.save_for_later()
    kept = ear.last.interview_id
    form.load(kept)
    assert ear.last.candidate == "Kept"
    form.discard()
    assert len(closed.heard) == 2
    assert rows(desk) == 0
    with pytest.raises(StorageProblem):
        desk.stored(kept)
    form.new()
    form.discard()
    assert rows(desk) == 0


def test_names_are_cut_at_the_limit_never_refused(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    form.set_candidate("x" * 10_000)
    assert len(desk.stored(ear.last.interview_id).candidate) == MAX_NAME


def test_ticks_are_shown_and_can_be_taken_back(form: PrepareController) -> None:
    ear = fresh(form)
    form.tick(3, True)
    form.tick(4, True)
    form.tick(3, False)
    assert ear.last.ticks == {4}


def test_a_broken_kit_of_ones_own_is_reported_and_stops_nothing(desk: Desk, form: PrepareController) -> None:
    folder: Path = desk.folder / "kits"
    folder.mkdir()
    (folder / "mine.toml").write_text("format = 7\n")
    view: PrepareView = fresh(form).last
    assert view.kit is not None
    assert any("mine.toml:1: E" in finding for finding in view.findings)


def test_an_impossible_factor_is_a_problem(form: PrepareController) -> None:
    fresh(form)
    trouble = Ear(form.problem)
    form.set_factor(1)
    assert trouble.last.next_step


def test_without_an_interview_nothing_happens(form: PrepareController) -> None:
    ear = Ear(form.changed)
    form.set_candidate("x")
    form.set_level(Level.MID)
    form.set_genai(True)
    form.set_opening_title("x")
    form.start()
    assert ear.heard == []


def test_a_title_can_be_typed_letter_by_letter_past_a_title_that_is_known(
    desk: Desk, form: PrepareController
) -> None:
    desk.store(a_story(Phase.TO_REVIEW, opening=an_opening(title="GenAI")))
    ear = fresh(form)
    wanted = "GenAI engineer, support tools"
    for end in range(1, len(wanted) + 1):
        form.set_opening_title(wanted[:end])
        assert ear.last.opening.title == wanted[:end]
    assert desk.stored("i1").opening.title == "GenAI"


def test_a_kit_that_left_the_shelf_is_told_when_its_anchors_should_change(
    desk: Desk, form: PrepareController
) -> None:
    trouble, seen = Ear(form.problem), Ear(form.changed)
    form.load(desk.store(a_story()))
    form.set_genai(False)
    assert "no longer" in trouble.last.sentence
    assert seen.last.opening.genai
