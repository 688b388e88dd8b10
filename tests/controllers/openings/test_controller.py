"""The openings: saved as typed, each answer with its consequence, bound kits, and the way to a first call."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from interviewer_app.controllers.forms import FieldEdited, FormField, FormRow, RemarkTone
from interviewer_app.controllers.openings.controller import OpeningController
from interviewer_app.controllers.openings.views import OpeningChosen, OpeningView, SectionView
from interviewer_app.controllers.prepare.controller import PrepareController
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import Level
from interviewer_app.domain.openings.opening import HiringStage, Output
from tests.builders import a_story, an_opening
from tests.controllers.desk import Desk, Ear

ANSWERS = {
    "title": "GenAI engineer",
    "picker.output": "features",
    "picker.product": "chatbot",
    "picker.modelling": "integration",
    "picker.regulated": "no",
    "scope.goal": "Handling time down by 20 per cent",
    "scope.purpose": "efficiency",
    "scope.sources.answer": "yes",
    "scope.sources.owner": "Ines",
    "scope.approved.answer": "no",
    "scope.approved.owner": "Ines",
    "scope.privacy.answer": "unknown",
    "scope.privacy.owner": "Legal",
    "scope.target.effect": "2 minutes a ticket",
    "scope.target.quality": "9 of 10",
    "scope.target.adoption": "half of them",
    "scope.target.cost": "0.03",
    "scope.owner_after": "Support",
    "scope.outcome": "Builds the assistant.",
}
MORE = {
    "subject": "vendor",
    "skill.rest": "required",
    "team.qa": "missing",
    "engagement": "hybrid",
    "phase": "growth",
    "notes": "Two teams",
    "stage.tech": "2026-09-10",
    "kit.practical": "gen-practical-60",
    "source.code": "5",
    "cost.cloud": "40000",
    "after.starts": "2026-12-01",
    "after.mentor": "Ines",
    "after.day60": "Owns the index",
    "after.growth": "Architecture",
}
"""What else can be answered; no call waits for it."""


@pytest.fixture
def openings(desk: Desk) -> OpeningController:
    return OpeningController(desk.keeper, desk.folder / "kits", lambda: str(desk.folder))


def answer(openings: OpeningController, **answers: str) -> None:
    for key, value in answers.items():
        openings.edit(FieldEdited(key.replace("__", "."), value))


def answer_all(openings: OpeningController) -> None:
    for key, value in ANSWERS.items():
        openings.edit(FieldEdited(key, value))


def row(view: OpeningView, key: str) -> FormRow:
    return next(r for s in view.sections for r in s.rows if r.key == key)


def field(view: OpeningView, key: str) -> FormField:
    return next(f for s in view.sections for r in s.rows for f in r.fields if f.key == key)


def said(view: OpeningView, key: str) -> str:
    return " ".join(remark.text for remark in row(view, key).remarks)


def test_without_openings_there_is_nothing_to_show(openings: OpeningController) -> None:
    ear = Ear(openings.changed)
    openings.load("")
    assert ear.last.chosen == ""
    assert ear.last.sections == ()


def test_an_opening_is_kept_from_its_first_letter(desk: Desk, openings: OpeningController) -> None:
    ear = Ear(openings.changed)
    openings.new()
    answer(openings, title="Data engineer")
    assert desk.keeper.flush()
    (stored,) = desk.keeper.reader.openings()
    assert stored.title == "Data engineer"
    assert ear.last.standing.tone is RemarkTone.CAUTION
    assert "Missing: what will be built" in ear.last.standing.text
    assert ear.last.items[0].caution == "Scope not complete"


def test_every_answer_is_stored_and_all_of_them_settle_the_opening(
    desk: Desk, openings: OpeningController
) -> None:
    ear = Ear(openings.changed)
    openings.new()
    answer_all(openings)
    for key, value in MORE.items():
        openings.edit(FieldEdited(key, value))
    assert desk.keeper.flush()
    (stored,) = desk.keeper.reader.openings()
    again = Ear(openings.changed)
    openings.load(stored.id)
    for key, value in {**ANSWERS, **MORE}.items():
        assert field(again.last, key).value == value, key
    assert stored.role == "gen"
    assert ear.last.standing.text == "Complete: interviews can start."
    assert [s.open for s in ear.last.sections[:2]] == [0, 0]
    assert "5 candidates" in said(ear.last, "sources")
    assert row(ear.last, "cost.total").text == "40,000"
    assert "Test automation" in said(ear.last, "team.gap")
    assert "2027-01-30" in said(ear.last, "day60")


def test_answers_show_at_once_what_follows(openings: OpeningController) -> None:
    ear = Ear(openings.changed)
    openings.new()
    assert "Nothing yet" in row(ear.last, "follows.none").text
    answer(openings, picker__output="running")
    assert "MLOps" in row(ear.last, "follows.role").text
    assert "A 3" in row(ear.last, "follows.floors").text
    answer(openings, scope__goal="Better support")
    assert "number" in said(ear.last, "goal")
    answer(openings, scope__goal="20 per cent less")
    assert "can be measured" in said(ear.last, "goal")
    answer(openings, picker__modelling="integration")
    reasons = [r for s in ear.last.sections for r in s.rows if r.key.startswith("because")]
    assert any(remark.tone is RemarkTone.CAUTION for r in reasons for remark in r.remarks)
    assert "asked for at least twice" in row(ear.last, "gap.none").text


def test_one_step_back_takes_a_whole_field_back(desk: Desk, openings: OpeningController) -> None:
    ear = Ear(openings.changed)
    openings.new()
    for typed in ("D", "Da", "Data"):
        answer(openings, title=typed)
    answer(openings, level="lead")
    openings.undo()
    assert (field(ear.last, "title").value, field(ear.last, "level").value) == ("Data", "mid")
    openings.undo()
    assert field(ear.last, "title").value == ""
    openings.redo()
    openings.redo()
    assert field(ear.last, "level").value == "lead"
    assert desk.keeper.flush()
    assert desk.keeper.reader.openings()[0].level is Level.LEAD


def test_a_day_that_is_none_is_not_taken(openings: OpeningController) -> None:
    ear = Ear(openings.changed)
    openings.new()
    count = len(ear.heard)
    answer(openings, stage__tech="2026-13-40")
    assert len(ear.heard) == count, "what is being typed is not disturbed"
    answer(openings, stage__requirements="2026-06-01", today__tech="")
    assert "More than 56" in said(ear.last, "stages")
    assert row(ear.last, "stage.tech").text == "0 days, now"
    assert ear.last.items[0].state.startswith("Technical interviews")


def test_an_opening_goes_only_while_nobody_was_interviewed(desk: Desk, openings: OpeningController) -> None:
    desk.store(a_story(Phase.PREPARED))
    ear = Ear(openings.changed)
    openings.load("o1")
    assert "1 interview" in ear.last.locked_in
    openings.remove()
    assert len(desk.keeper.reader.openings()) == 1
    openings.new()
    made = ear.last.chosen
    openings.remove()
    assert made not in {item.id for item in ear.last.items}


def test_a_kept_opening_survives_the_interview_that_used_it(desk: Desk, openings: OpeningController) -> None:
    openings.new()
    answer_all(openings)
    prepare = PrepareController(desk.keeper, desk.preferences, desk.folder / "kits")
    assert desk.keeper.flush()
    prepare.new(desk.keeper.reader.openings()[0].id)
    prepare.set_candidate("Ada")
    prepare.discard()
    assert [o.title for o in desk.keeper.reader.openings()] == ["GenAI engineer"]


def test_an_interview_carries_the_sheet_as_it_was_when_the_call_began(
    desk: Desk, openings: OpeningController
) -> None:
    openings.new()
    answer_all(openings)
    assert desk.keeper.flush()
    opening = desk.keeper.reader.openings()[0]
    prepare = PrepareController(desk.keeper, desk.preferences, desk.folder / "kits")
    started, ear = Ear(prepare.started), Ear(prepare.changed)
    prepare.new(opening.id)
    prepare.set_candidate("Ada")
    answer(openings, scope__owner_after="Platform")
    prepare.load(ear.last.interview_id)  # back from the sheet
    prepare.start()
    answer(openings, scope__owner_after="Nobody")
    kept = desk.stored(started.last.interview_id)
    assert kept.opening.sheet.scope.owner_after == "Platform"
    assert desk.keeper.reader.openings()[0].sheet.scope.owner_after == "Nobody"


def test_kits_are_bound_by_the_first_call_and_can_be_let_go(desk: Desk, openings: OpeningController) -> None:
    prepare = PrepareController(desk.keeper, desk.preferences, desk.folder / "kits")
    prepare.new()
    prepare.set_candidate("Ada")
    prepare.set_output(Output.FEATURES)
    prepare.waive("Urgent")
    prepare.start()
    assert desk.keeper.flush()
    opening = desk.keeper.reader.openings()[0]
    ear = Ear(openings.changed)
    openings.load(opening.id)
    bound = row(ear.last, "kit.tech")
    assert "Ada" in bound.text
    assert [f.key for f in bound.fields] == ["release.tech"]
    answer(openings, release__tech="")
    free = row(ear.last, "kit.tech")
    assert [f.key for f in free.fields] == ["kit.tech"]
    assert "Ada" in said(ear.last, "kit.tech"), "who had which stays to be read"


def test_the_brief_is_written_and_said_where(desk: Desk, openings: OpeningController) -> None:
    trouble, ear = Ear(openings.problem), Ear(openings.changed)
    openings.new()
    openings.write_brief()
    assert "No kit" in trouble.last.sentence
    answer_all(openings)
    openings.write_brief()
    path = Path(desk.folder) / "GenAI-engineer_brief.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert str(path) in ear.last.standing.text


def test_a_brief_never_takes_the_place_of_another_file(desk: Desk, openings: OpeningController) -> None:
    openings.new()
    answer_all(openings)
    openings.write_brief()
    folder = Path(desk.folder)
    text = folder / "GenAI-engineer_brief.txt"
    text.write_text("Dear Ada, ...", encoding="utf-8")
    first = (folder / "GenAI-engineer_brief.pdf").read_bytes()
    openings.write_brief()
    assert not (folder / "GenAI-engineer_brief-2.pdf").exists(), "the same page is there already"
    openings.new()
    answer_all(openings)
    answer(openings, genai="", picker__output="services")
    openings.write_brief()
    assert text.read_text(encoding="utf-8") == "Dear Ada, ..."
    assert (folder / "GenAI-engineer_brief.pdf").read_bytes() == first
    assert (folder / "GenAI-engineer_brief-2.pdf").exists()


def test_ticks_are_stamped(desk: Desk, openings: OpeningController) -> None:
    ear = Ear(openings.changed)
    openings.new()
    answer(openings, picker__output="features")
    safety = next(r for s in ear.last.sections for r in s.rows if r.key.startswith("tick.ai-safety-seven"))
    openings.edit(
        FieldEdited(safety.key, safety.fields[0].options[-1][0] if safety.fields[0].options else "1")
    )
    assert desk.keeper.flush()
    (tick,) = desk.keeper.reader.openings()[0].sheet.ticks
    assert tick.list == "ai-safety-seven"
    assert tick.at.startswith("2026-09-14T12:00:00")
    assert "UTC" in said(ear.last, safety.key)


def test_choosing_and_stages_of_openings_from_before_the_sheets(
    desk: Desk, openings: OpeningController
) -> None:
    desk.store(a_story(Phase.TO_REVIEW))
    desk.store(a_story(Phase.TO_REVIEW, "i2", opening=an_opening("o2", title="Second"), at=9_000.0))
    ear = Ear(openings.changed)
    openings.load("")
    assert ear.last.chosen == "o2"
    openings.choose(OpeningChosen("o1"))
    assert ear.last.chosen == "o1"
    assert "Made before scope sheets were kept" in ear.last.standing.text
    later = replace(an_opening("o1")).sheet
    assert later.stages == ()
    assert HiringStage.TECH not in dict(later.stages)


HOSTILE = (
    "",
    " ",
    "x" * 10_000,
    "שלום \u202e evil \u2066",
    "nul \x00 bell \x07",
    "half \ud83d",
    "9" * 5_000,
    "-1",
    "١٢",
    "2026-02-30",
    "20261120",
    "<b>x</b>",
    "👩🏽‍💻" * 50,
    "line\nline\r\n",
)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_answered_what_is_stored_is_what_is_shown(
    desk: Desk, openings: OpeningController, seed: int
) -> None:
    dice, ear = Random(seed), Ear(openings.changed)
    openings.new()
    for _turn in range(150):
        here = dice.choice([f for s in ear.last.sections for r in s.rows for f in r.fields])
        known = [key for key, _words in here.options]
        openings.edit(FieldEdited(here.key, dice.choice(known or HOSTILE)))
        if dice.random() < 0.1:
            dice.choice((openings.undo, openings.redo))()
    assert desk.keeper.flush()
    shown = ear.last
    (stored,) = desk.keeper.reader.openings()
    again = Ear(openings.changed)
    openings.load(stored.id)
    assert [values(s) for s in again.last.sections] == [values(s) for s in shown.sections]


def values(section: SectionView) -> list[tuple[str, str]]:
    """What the fields of a section hold, as a file can hold it."""
    return [
        (f.key, f.value.encode("utf-8", "replace").decode().replace("?", "\ufffd"))
        for r in section.rows
        for f in r.fields
    ]
