"""A kit is cut to its opening: form, prompts, anchors, floors and weights, each by its own answer."""

from dataclasses import replace

from interviewer_app.domain.kits.kit import AnchorVariant, Form, Kit, Level, Prompt, RoleProfile, Stage, Swap
from interviewer_app.domain.openings.fitting import FittingTerms, best_form, fit
from interviewer_app.domain.openings.opening import Modelling, Output, Picker
from interviewer_app.domain.openings.rules import OpeningRules
from tests.builders import a_category, a_kit, a_prompt, category_of

RULES = OpeningRules(
    without_genai={"A": "stand-in"},
    regulated={Stage.TECH: "audit"},
    weights={"B": 3, "C": 4},
    rationale="Models are trained here.",
)
GENAI = a_prompt("chat", genai_only=True, categories=("A", "B"))
STAND_IN = a_prompt("stand-in", minutes=12, categories=("A",))
AUDIT = a_prompt("audit", minutes=8, categories=("C",))
BANK: dict[str, Prompt] = {prompt.id: prompt for prompt in (GENAI, STAND_IN, AUDIT)}


def fitted(kit: Kit, *, genai: bool = False, role: RoleProfile | None = None, **picked: object) -> Kit:
    picker = Picker(**picked)  # type: ignore[arg-type]
    return fit(kit, FittingTerms(RULES, picker, Level.MID, genai=genai, role=role), BANK)


def names(kit: Kit) -> list[str]:
    return [prompt.id for prompt in kit.prompts]


def about_chat() -> Kit:
    """A kit whose first prompt is about generative AI."""
    return replace(a_kit(), prompts=(GENAI, a_prompt("p2", categories=("B", "C"))))


def test_what_fits_already_is_left_as_it_is() -> None:
    kit = a_kit()
    assert fitted(kit) == kit.cut()
    assert names(fitted(about_chat(), genai=True)) == ["chat", "p2"]


def test_without_genai_a_prompt_gives_way_to_the_one_the_rules_name() -> None:
    cut = fitted(about_chat())
    assert names(cut) == ["stand-in", "p2"]
    assert cut.minutes == 10 + 12 + 10
    assert cut.scored == ("A", "B", "C")


def test_its_partner_of_the_other_form_comes_before_the_rules() -> None:
    partner = a_prompt("plain", categories=("A",))
    kit = replace(about_chat(), forms=(Form("a"), Form("b", (Swap("chat", "plain"),))), spare=(partner,))
    cut = fit(
        kit, FittingTerms(RULES, Picker(), Level.MID, genai=False), {**BANK, "plain": partner}, form="a"
    )
    assert names(cut) == ["plain", "p2"]


def test_where_nothing_stands_in_the_prompt_goes_and_so_does_what_only_it_scored() -> None:
    alone = replace(GENAI, categories=("B", "A"))
    kit = replace(about_chat(), prompts=(alone, a_prompt("p2", categories=("C",))))
    cut = fitted(kit)
    assert names(cut) == ["p2"]
    assert cut.scored == ("C",)


def test_a_kit_about_nothing_else_keeps_its_prompts() -> None:
    kit = replace(about_chat(), prompts=(replace(GENAI, categories=("C",)),))
    assert names(fitted(kit)) == ["chat"]


def test_a_prompt_that_is_there_already_stands_in_for_no_other() -> None:
    kit = replace(about_chat(), prompts=(GENAI, STAND_IN))
    assert names(fitted(kit)) == ["stand-in"]


def test_the_form_with_the_fewest_prompts_about_it_suits_an_opening_without() -> None:
    kit = replace(
        about_chat(), forms=(Form("a"), Form("b", (Swap("chat", "plain"),))), spare=(a_prompt("plain"),)
    )
    assert best_form(kit, genai=True) == "a"
    assert best_form(kit, genai=False) == "b"
    assert best_form(replace(kit, prompts=(a_prompt("p2"),)), genai=False) == "a"


def test_a_regulated_domain_adds_its_prompt_to_the_kit_of_its_stage_once() -> None:
    cut = fitted(a_kit(), regulated=True)
    assert names(cut) == ["p1", "p2", "p3", "audit"]
    assert cut.minutes == 40 + 8
    assert names(fitted(replace(a_kit(), stage=Stage.FINAL), regulated=True)) == ["p1", "p2", "p3"]
    there = replace(a_kit(), prompts=(AUDIT,))
    assert names(fitted(there, regulated=True)) == ["audit"]


def test_its_anchors_take_the_place_of_the_usual_ones_and_others_stay_to_be_chosen() -> None:
    variants = (AnchorVariant("regulated", {2: "by the book"}), AnchorVariant("no_genai", {5: "plainly"}))
    card = replace(a_kit().scorecard, categories=(a_category("A", variants=variants), a_category("B")))
    kit = replace(a_kit(), scorecard=card)
    strict, usual = fitted(kit, genai=True, regulated=True), fitted(kit, genai=True)
    assert category_of(strict, "A").anchors[2] == "by the book"
    assert category_of(strict, "A").anchors[5] == category_of(usual, "A").anchors[5] != "plainly"
    assert category_of(usual, "A").anchors[2] != "by the book"
    both = fitted(kit, regulated=True)
    assert (category_of(both, "A").anchors[2], category_of(both, "A").anchors[5]) == (
        "by the book",
        "plainly",
    )


def test_floors_and_weights_are_those_of_the_role_once_it_is_chosen() -> None:
    own = a_kit().role
    other = RoleProfile("other", "Other", floors={"A": 4}, weights={"B": 2}, weight_rationale="As agreed.")
    assert fitted(a_kit(), role=other).role == own
    chosen = fitted(a_kit(), role=other, output=Output.FEATURES).role
    assert (chosen.id, dict(chosen.floors), dict(chosen.weights)) == ("other", {"A": 4}, {"B": 2})
    assert chosen.weight_rationale == "As agreed."
    trained = fitted(a_kit(), role=other, output=Output.FEATURES, modelling=Modelling.TRAINING).role
    assert dict(trained.weights) == {"B": 3}
    assert trained.weight_rationale == "Models are trained here."
