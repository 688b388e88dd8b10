"""The role picker on the shipped kits: every answer has its consequence and its reason."""

from dataclasses import replace
from itertools import product

import pytest

from interviewer_app.domain.kits.kit import Level, Stage
from interviewer_app.domain.openings.fitting import FittingTerms, bank_of, best_form, fit
from interviewer_app.domain.openings.loop import LoopGapKind, loop_report
from interviewer_app.domain.openings.opening import Modelling, Output, Picker, Product
from interviewer_app.domain.openings.proposal import Proposal, ProposalReasonKind, propose
from interviewer_app.domain.openings.rules import FloorRule, OpeningRules, RoleRule
from interviewer_app.kits import library

KITS = library.shipped().kits
[RULES] = library.shipped().rules
BY_ID = {kit.id: kit for kit in KITS}
PROFILES = {kit.role.id: kit.role for kit in KITS}
BANK = bank_of(KITS)


def proposal(
    output: Output, product: Product | None = None, level: Level = Level.MID, **more: object
) -> Proposal:
    genai = bool(more.pop("genai", False))
    picker = Picker(output, product, **more)  # type: ignore[arg-type]
    return propose(RULES, picker, level, PROFILES, KITS, genai=genai)


def reasons(made: Proposal) -> set[ProposalReasonKind]:
    return {b.why for b in made.because}


@pytest.mark.parametrize(
    ("output", "role"), [(Output.SERVICES, "py"), (Output.FEATURES, "pai"), (Output.RUNNING, "mle")]
)
def test_what_is_built_decides_the_role(output: Output, role: str) -> None:
    made = proposal(output)
    assert made.role == role
    assert dict(made.kits)[Stage.TECH] == f"{role}-tech-60"
    assert proposal(output, level=Level.LEAD).role == "arc"


def test_nothing_is_proposed_before_the_first_answer() -> None:
    assert propose(RULES, Picker(), Level.MID, PROFILES, KITS, genai=True) == Proposal()


def test_generative_work_takes_its_own_role_and_a_higher_floor_elsewhere() -> None:
    assert proposal(Output.FEATURES, genai=True).role == "gen"
    assert proposal(Output.SERVICES, Product.CHATBOT, genai=True).role == "gen"
    running = proposal(Output.RUNNING, genai=True)
    assert dict(running.floors)["D"] == PROFILES["mle"].floors["D"] + 1
    assert ProposalReasonKind.GENAI_RAISES_D in reasons(running)


def test_seniors_are_asked_for_more() -> None:
    senior = dict(proposal(Output.SERVICES, level=Level.SENIOR).floors)
    mid = dict(proposal(Output.SERVICES).floors)
    assert {k: senior[k] - mid[k] for k in mid} == {"A": 0, "B": 0, "C": 1, "D": 0, "E": 1}


def test_the_product_chooses_the_design_prompt() -> None:
    assert dict(proposal(Output.RUNNING, Product.RECOMMENDER).kits)[Stage.DESIGN] == "pai-design-60"
    talk = proposal(Output.RUNNING, Product.CHATBOT)
    assert dict(talk.kits)[Stage.DESIGN] == "mle-design-60", "the chat design needs GenAI"


def test_research_depth_is_warned_about_and_training_weighs_data_double() -> None:
    bought = proposal(Output.FEATURES, modelling=Modelling.INTEGRATION)
    assert [reason.why for reason in bought.because if reason.warning] == [
        ProposalReasonKind.RESEARCH_NOT_NEEDED
    ]
    trained = proposal(Output.FEATURES, modelling=Modelling.TRAINING)
    assert not [reason for reason in trained.because if reason.warning]
    assert dict(trained.weights)["B"] == 2


@pytest.mark.parametrize("regulated", [True, False])
def test_what_a_regulated_domain_adds_is_said_where_it_adds_something(regulated: bool) -> None:
    told = reasons(proposal(Output.FEATURES, regulated=regulated))
    assert (ProposalReasonKind.REGULATED_ADDS in told) == regulated


@pytest.mark.parametrize(
    ("output", "product", "genai", "regulated"),
    list(product(Output, Product, (True, False), (True, False))),
)
def test_every_proposed_loop_keeps_the_rules_and_fits(
    output: Output, product: Product, genai: bool, regulated: bool
) -> None:
    picker = Picker(output, product, Modelling.INTEGRATION, regulated)
    made = propose(RULES, picker, Level.SENIOR, PROFILES, KITS, genai=genai)
    terms = FittingTerms(RULES, picker, Level.SENIOR, genai, PROFILES[made.role])
    loop = [fit(BY_ID[kit], terms, BANK) for _stage, kit in made.kits]
    report = loop_report(RULES, loop, KITS, genai=genai)
    assert report.gaps == ()
    ids = {p.id for kit in loop for p in kit.prompts}
    assert not regulated or {"gov-01", "sec-07"} <= ids
    for kit in loop:
        assert genai or not any(p.genai_only for p in kit.prompts)
        assert kit.minutes == kit.variant.frame.minutes + sum(p.minutes for p in kit.prompts)
        assert set(kit.scored) <= {letter for p in kit.prompts for letter in p.categories}
        assert kit.role.id == made.role
        assert dict(kit.role.floors) == dict(made.floors)


def test_without_generative_ai_a_prompt_gives_way_to_its_partner() -> None:
    kit = BY_ID["mle-tech-60"]
    assert best_form(kit, genai=True) == "a"
    plain = fit(kit, FittingTerms(RULES, Picker(), Level.MID, genai=False), BANK)
    assert "dat-05" in {p.id for p in plain.prompts}
    # A kit that is all about it keeps what can be asked without it.
    rest = fit(BY_ID["gen-tech-60"], FittingTerms(RULES, Picker(), Level.MID, genai=False), BANK)
    assert "sec-06" in {p.id for p in rest.prompts}
    assert not any(p.genai_only for p in rest.prompts)


def test_a_kit_alone_is_no_loop() -> None:
    report = loop_report(RULES, [BY_ID["py-screen-30"]], KITS, genai=True)
    codes = {(g.gap, g.what): g.code for g in report.gaps}
    assert codes[LoopGapKind.NO_SECURITY, ""] == "E18"
    assert codes[LoopGapKind.THIN, "D"] == "W02"
    assert any(not topic.prompts for topic in report.topics)
    assert loop_report(RULES, [], KITS, genai=True).gaps == ()


def test_rules_are_data_and_without_them_nothing_follows() -> None:
    nothing = OpeningRules()
    picker = Picker(Output.SERVICES, Product.CHATBOT, Modelling.TRAINING, regulated=True)
    assert propose(nothing, picker, Level.SENIOR, PROFILES, KITS, genai=True) == Proposal()
    kit = fit(BY_ID["py-tech-60"], FittingTerms(nothing, picker, Level.SENIOR, genai=True), BANK)
    assert kit.role == PROFILES["py"]
    assert "gov-01" not in {p.id for p in kit.prompts}
    assert {gap.code for gap in loop_report(nothing, [kit], KITS, genai=True).gaps} <= {"W02"}
    other = replace(
        nothing,
        roles=(RoleRule("mle", products=(Product.CHATBOT,), levels=(Level.SENIOR, Level.LEAD)),),
        floors=(FloorRule(("A",)), FloorRule(("B",), exempt=("mle",))),
        weights={"C": 3},
        rationale="Because we say so.",
    )
    made = propose(other, picker, Level.SENIOR, PROFILES, KITS, genai=False)
    assert (made.role, dict(made.weights)["C"]) == ("mle", 3)
    floors = PROFILES["mle"].floors
    assert dict(made.floors) == {**floors, "A": floors["A"] + 1}
    assert propose(other, picker, Level.MID, PROFILES, KITS, genai=False) == Proposal()
    cut = fit(BY_ID["mle-tech-60"], FittingTerms(other, picker, Level.SENIOR, genai=True), BANK)
    assert cut.role.weight_rationale == "Because we say so."
