"""The kit that comes with the program: sound, whole, its figures right."""

import math

import pytest

from interviewer_app.domain.canon import digest
from interviewer_app.domain.kits.kit import Kit, Prompt, PromptType
from interviewer_app.domain.kits.script import fill_script
from interviewer_app.kits import library
from tests.builders import category_of


def technical() -> Kit:
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    return kit


def prompt(prompt_id: str) -> Prompt:
    found = technical().prompt(prompt_id)
    assert found is not None
    return found


def fact(of: Prompt, fact_id: str) -> str:
    return next(f.text for f in of.facts if f.id == fact_id)


def test_the_shipped_files_have_nothing_wrong_not_even_a_warning() -> None:
    assert [finding.text() for finding in library.shipped().findings] == []
    assert [finding.text() for finding in library.check(library.shipped_paths())] == []


def test_the_kit_has_its_order_and_its_minutes() -> None:
    kit = technical()
    planned = [(step, kit.step_minutes(step)) for step in kit.steps]
    assert planned == [
        ("opening", 3),
        ("prd-01", 12),
        ("sec-01", 10),
        ("gen-01", 7),
        ("com-03", 6),
        ("gen-02", 8),
        ("prd-02", 6),
        ("questions", 6),
        ("close", 2),
    ]
    assert kit.minutes == sum(minutes for _step, minutes in planned) == 60
    assert (kit.title, kit.publisher, kit.licence) == (
        "GenAI, technical 60",
        "Interviewer contributors",
        "CC-BY-4.0",
    )


def test_the_short_form_keeps_the_core_and_still_asks_for_everything() -> None:
    short = technical().cut("tech-45")
    assert [p.id for p in short.prompts] == ["prd-01", "sec-01", "gen-01", "com-03"]
    assert sum(short.step_minutes(step) for step in short.steps) == short.minutes == 45
    assert {letter for p in short.prompts for letter in p.categories} == set("ABCDE")


def test_categories_of_the_prompts_main_one_first() -> None:
    told = {p.id: "".join(p.categories) for p in technical().prompts}
    assert told == {
        "prd-01": "CBA",
        "sec-01": "DC",
        "gen-01": "AB",
        "com-03": "EA",
        "gen-02": "BA",
        "prd-02": "CA",
    }


def test_past_and_situational_questions_are_mixed() -> None:
    types = {p.type for p in technical().prompts}
    assert types == {PromptType.PAST, PromptType.SITUATIONAL}


@pytest.mark.parametrize("prompt_id", ["prd-01", "sec-01", "gen-01", "com-03", "gen-02", "prd-02"])
def test_every_prompt_is_written_out(prompt_id: str) -> None:
    found = prompt(prompt_id)
    assert 1 <= len(found.short) <= 16
    assert len(found.strong) >= 5
    assert len(found.weak) >= 5
    assert len(found.facts) >= 3
    assert len(found.probes) >= 6
    assert sum(probe.assist for probe in found.probes) == 1
    assert all(probe.purpose for probe in found.probes)
    assert (found.time_plan[0].start, found.time_plan[-1].end) == (0, found.minutes)
    assert found.candidate_text[-1] in ".?"
    assert "Where evidence goes." in found.interviewer_notes


def test_without_generative_ai_the_hazards_of_category_d_are_others() -> None:
    usual = category_of(technical().cut("full", genai=True), "D").anchors
    other = category_of(technical().cut("full", genai=False), "D").anchors
    assert [score for score in range(6) if usual[score] != other[score]] == [2, 3]
    assert other[2].startswith("Names authentication, injection and personal data")
    assert "least-privilege database accounts" in other[3]
    assert "hostile instructions" in usual[2]
    assert "hostile instructions" not in other[2]


def test_every_category_has_six_anchors_that_differ() -> None:
    for category in technical().categories:
        assert len(set(category.anchors)) == 6
        assert all(40 <= len(text) <= 420 for text in category.anchors)
    assert "Never rate accent" in category_of(technical(), "E").definition


def test_the_role_expects_most_in_security() -> None:
    role = technical().role
    assert role.floors == {"A": 3, "B": 3, "C": 3, "D": 4, "E": 3}
    assert set(role.weights.values()) == {1}
    assert role.mapping
    assert len(role.duties) >= 3


def test_scripts_read_well_with_names_and_without() -> None:
    kit = technical()
    frame = kit.variant.frame
    for name, team in (("Ruth", "Support Tools"), ("Ruth", ""), ("", "")):
        said = fill_script(
            kit.opening_script,
            name=name,
            team=team,
            minutes=kit.minutes,
            n=len(kit.prompts),
            q=frame.questions,
        )
        assert (
            "We have 60 minutes: 6 questions, the same ones for everybody, then 6 minutes that are yours."
            in said
        )
        assert not set("[]{}") & set(said)
        assert "  " not in said
        assert "notes" in said
        assert "adjustment" in said
    assert not set("[]{}") & set(kit.closing_script)


def test_reading_again_gives_the_same_hash() -> None:
    again = library.read_files(library.shipped_paths()).kit("gen-tech-60")
    assert again is not None
    assert digest(again) == digest(technical())
    assert digest(technical().cut("full")) != digest(technical().cut("tech-45"))


def test_twelve_reminders_short_enough_for_two_columns() -> None:
    lines = library.reminders()
    assert len(lines) == 12
    assert lines[0] == "Same prompts, same order, same words"
    assert all(len(line) <= 58 and not line.endswith(".") for line in lines)


# -- the figures in the prompts --------------------------------------------------------------------


def test_week_three_adds_up() -> None:
    told = fact(prompt("prd-01"), "f1")
    assert "36 per cent" in told
    assert "34 per cent, elsewhere 76" in told
    assert round(0.36 * 34 + 0.64 * 76) == 61
    assert "acceptance is 61 per cent" in prompt("prd-01").candidate_text
    assert (
        "36 per cent of questions at 34, the other 64 at 76, makes 61" in prompt("prd-01").interviewer_notes
    )


def test_prove_the_answers_adds_up() -> None:
    found = prompt("gen-01")
    assert "288 are on leave and travel, 192 on expenses, 64 on data handling, and 96" in fact(found, "f2")
    assert 288 + 192 + 64 + 96 == 640
    assert pytest.approx((0.45, 0.30, 0.10, 0.15)) == (288 / 640, 192 / 640, 64 / 640, 96 / 640)
    assert "two hours a day for five days" in found.candidate_text
    assert "Ten hours of the expert at three minutes an answer is 200 answers" in found.interviewer_notes
    assert 2 * 5 * 60 / 3 == 200
    assert "93 per cent of 200 is 186 right, give or take 3.5 points" in found.interviewer_notes
    assert 0.93 * 200 == 186
    assert round(100 * 1.96 * math.sqrt(0.93 * 0.07 / 200), 1) == 3.5
    assert (
        "12.8 a week each, so 3,840 a week from 300; 2 per cent wrong would be about 77"
        in found.interviewer_notes
    )
    assert 640 / 25 / 2 == 12.8
    assert pytest.approx(3840) == 12.8 * 300
    assert round(0.02 * 3840) == 77


def test_wrong_shelf_adds_up() -> None:
    found = prompt("gen-02")
    assert "0.58 of 400 is 232 found and 168 missed" in found.interviewer_notes
    assert (round(0.58 * 400), 400 - 232) == (232, 168)
    assert "Recall at 20 of 0.81 is 324 found: 92 more" in found.interviewer_notes
    assert (round(0.81 * 400), 324 - 232, 400 - 324) == (324, 92, 76)
    assert "101 found the right chapter" in fact(found, "f1")
    assert 101 + 42 + 25 == 168
    assert [round(100 * part / 168) for part in (101, 42, 25)] == [60, 25, 15]
    assert "188 of 200" in fact(found, "f5")
    assert 2.6 + 0.4 < 4


def test_no_kit_text_claims_to_predict_anybody() -> None:
    said = " ".join(text for p in technical().prompts for text in (p.candidate_text, *p.strong, *p.weak))
    assert "predict" not in said
    assert "culture" not in said
