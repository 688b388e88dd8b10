"""Preparing an interview: saved as typed, started, kept for later or discarded."""

from pathlib import Path

import pytest

from interviewer_app.controllers.prepare.controller import PrepareController
from interviewer_app.controllers.prepare.views import PrepareView
from interviewer_app.domain.errors import StorageProblem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import Level, Stage
from interviewer_app.domain.listing import Query
from tests.builders import a_story, an_opening, category_of
from tests.controllers.desk import Desk, Ear


@pytest.fixture
def form(desk: Desk) -> PrepareController:
    return PrepareController(desk.keeper, desk.preferences, desk.folder / "kits")


def fresh(form: PrepareController) -> Ear:
    ear = Ear(form.changed)
    form.new()
    return ear


def settle(form: PrepareController) -> None:
    """What a new opening asks for before its first call."""
    form.set_output("features")
    form.waive("The scope is written down elsewhere")


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
    settle(form)
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
    assert category_of(before.kit, "D").anchors != category_of(after.kit, "D").anchors
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
    assert "will build" in trouble.last.sentence
    form.set_output("services")
    assert "scope sheet" in ear.last.obstacle
    form.waive("A trial")
    assert not ear.last.obstacle
    form.start()
    assert started.last.interview_id == ear.last.interview_id
    assert desk.stored(ear.last.interview_id).phase is Phase.LIVE


def test_what_is_left_for_later_before_a_word_was_typed_is_there_later(
    desk: Desk, form: PrepareController
) -> None:
    ear = fresh(form)
    form.save_for_later()
    assert rows(desk) == 1
    form.load(ear.last.interview_id)
    before = desk.stored(ear.last.interview_id)
    form.save_for_later()
    assert desk.stored(ear.last.interview_id) == before


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
    assert len(desk.stored(ear.last.interview_id).candidate) == 200


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


def test_answers_of_a_new_opening_stay_when_its_title_is_typed_past_a_known_one(
    desk: Desk, form: PrepareController
) -> None:
    desk.store(a_story(Phase.TO_REVIEW, opening=an_opening(title="Data engineer")))
    ear = fresh(form)
    form.set_opening_title("Engineer")
    own = ear.last.opening.id
    form.set_output("running")
    form.waive("A trial")
    form.set_opening_title("Data engineer")
    assert ear.last.opening.id == "o1"
    form.set_opening_title("Data engineer, claims")
    assert (ear.last.opening.id, ear.last.scope.output, ear.last.scope.waived) == (own, "running", "A trial")
    assert desk.stored(ear.last.interview_id).opening == ear.last.opening


def test_a_kit_that_left_the_shelf_is_told_when_its_anchors_should_change(
    desk: Desk, form: PrepareController
) -> None:
    trouble, seen = Ear(form.problem), Ear(form.changed)
    form.load(desk.store(a_story()))
    form.set_genai(False)
    assert "no longer" in trouble.last.sentence
    assert seen.last.opening.genai


# -- the opening -----------------------------------------------------------------------------------


def started(form: PrepareController, name: str) -> None:
    """A call of somebody for the opening in the form."""
    form.set_candidate(name)
    form.start()


def test_what_will_be_built_decides_role_and_kit(form: PrepareController) -> None:
    ear = fresh(form)
    for output, kit in (("services", "py-tech-60"), ("running", "mle-tech-60"), ("features", "gen-tech-60")):
        form.set_genai(output == "features")
        form.set_output(output)
        assert ear.last.kit.kit_id == kit
        assert ear.last.opening.role == kit.split("-")[0]
        assert ear.last.scope.output == output


def test_a_waiver_can_be_taken_back(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    form.set_candidate("Lena")
    settle(form)
    assert "written down elsewhere" in ear.last.scope.said
    form.waive("")
    assert "scope sheet" in ear.last.obstacle
    assert desk.stored(ear.last.interview_id).opening.sheet.waived == ""


def test_another_title_is_asked_anew(form: PrepareController) -> None:
    ear = fresh(form)
    form.set_opening_title("First")
    settle(form)
    started(form, "Ada")
    form.new()
    assert not ear.last.scope.open, "a settled opening asks for nothing more"
    form.set_opening_title("Second")
    assert ear.last.scope.open
    assert ear.last.scope.output == ""


def test_the_first_call_binds_kit_form_and_length(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    settle(form)
    short = next(c for c in ear.last.kits if c.kit_id == "gen-tech-60" and (c.minutes, c.form) == (45, "b"))
    form.choose_kit(short)
    first = ear.last.interview_id
    started(form, "Ada")
    form.new()
    bound: PrepareView = ear.last
    assert bound.kit_locked
    assert "Ada" in bound.lock.why
    assert bound.kit == short
    form.choose_kit(next(c for c in bound.kits if c != short))
    assert ear.last.kit == short, "no other one may be chosen"
    form.set_genai(False)
    form.set_level(Level.LEAD)
    started(form, "Ben")
    assert desk.stored(first).kit_hash == desk.stored(ear.last.interview_id).kit_hash


def test_another_kit_begins_a_new_edition_and_says_who_had_which(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    settle(form)
    started(form, "Ada")
    form.new()
    form.use_another_kit()
    assert not ear.last.kit_locked
    assert "Ada" in ear.last.lock.had
    desk.clock.seconds += 60
    form.choose_kit(next(c for c in ear.last.kits if c.form == "b"))
    started(form, "Ben")
    form.new()
    assert ear.last.kit_locked
    assert "Ben" in ear.last.lock.why
    assert "form A: Ada; " in ear.last.lock.had
    assert "form B: Ben" in ear.last.lock.had


def test_other_stages_stay_free(form: PrepareController) -> None:
    ear = fresh(form)
    settle(form)
    started(form, "Ada")
    form.new()
    assert ear.last.kit_locked
    form.set_stage(Stage.FINAL)
    assert not ear.last.kit_locked
    assert ear.last.kit.kit_id == "gen-final-45"


def test_one_prepared_before_the_first_call_is_bound_too(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    settle(form)
    form.set_candidate("Later")
    later = ear.last.interview_id
    form.save_for_later()
    form.new()
    form.choose_kit(next(c for c in ear.last.kits if c.kit_id == "gen-tech-60" and c.form == "b"))
    started(form, "Ada")
    form.load(later)
    assert ear.last.kit_locked
    assert ear.last.kit.form == "b"
    assert desk.stored(later).kit.form.id == "b"


def test_without_generative_ai_the_form_without_it_is_taken(desk: Desk, form: PrepareController) -> None:
    ear = fresh(form)
    form.set_output("running")
    assert ear.last.kit.form == "a"
    form.set_genai(False)
    stored = desk.stored(ear.last.interview_id)
    assert not any(prompt.genai_only for prompt in stored.kit.prompts)
    assert ear.last.kit.form == "b"
    assert ear.last.kit in ear.last.kits


def test_the_way_to_the_sheet_keeps_the_interview(desk: Desk, form: PrepareController) -> None:
    ear, wished = fresh(form), Ear(form.sheet_requested)
    form.open_sheet()
    assert wished.last.interview_id == ear.last.interview_id
    assert wished.last.opening_id == ear.last.opening.id
    assert desk.stored(ear.last.interview_id).phase is Phase.PREPARED


def test_what_was_said_before_the_first_call_is_changed_on_the_sheet_alone(
    desk: Desk, form: PrepareController
) -> None:
    ear = fresh(form)
    settle(form)
    started(form, "Ada")
    form.new()
    form.set_output("running")
    form.waive("")
    assert ear.last.opening.sheet.picker.output == "features"
    assert not ear.last.scope.open
    assert desk.keeper.flush()
