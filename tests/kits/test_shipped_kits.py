"""Every kit that comes with the program: minutes, mixture, forms and role, whichever kits there are."""

import pytest

from interviewer_app.domain.kit import Kit, PromptType, Stage
from interviewer_app.kits import library

FRAMES = {
    (Stage.SCREEN, "full"): (2, 5, 1),
    (Stage.TECH, "full"): (3, 6, 2),
    (Stage.TECH, "tech-45"): (3, 5, 2),
    (Stage.DESIGN, "full"): (3, 6, 2),
    (Stage.FINAL, "full"): (3, 7, 2),
}
"""Minutes of opening, the candidate's questions and close."""

SCREENS = {
    "py-screen-30": (("fit-03", 4), ("fit-04", 6), ("prd-03", 6), ("prd-09", 6)),
    "pai-screen-30": (("fit-03", 4), ("fit-01", 6), ("fit-02", 6), ("dat-01", 6)),
    "mle-screen-30": (("fit-03", 4), ("fit-01", 6), ("prd-02", 6), ("prd-03", 6)),
    "gen-screen-30": (("fit-03", 4), ("fit-01", 6), ("cst-02", 6), ("sec-04", 6)),
    "arc-screen-30": (("fit-03", 4), ("fit-01", 6), ("com-03", 6), ("prd-09", 6)),
}

KITS = library.shipped().kits


def shipped(kit_id: str) -> Kit:
    kit = library.shipped().kit(kit_id)
    assert kit is not None
    return kit


def touched(kit: Kit) -> str:
    return "".join(sorted({letter for prompt in kit.prompts for letter in prompt.categories}))


each_kit = pytest.mark.parametrize("kit", KITS, ids=[kit.id for kit in KITS])


@each_kit
def test_every_length_and_form_fills_its_minutes(kit: Kit) -> None:
    for variant in kit.variants:
        frame = variant.frame
        known = FRAMES.get((kit.stage, variant.id))
        assert known in (None, (frame.opening, frame.questions, frame.close))
        for form in kit.forms:
            cut = kit.cut(variant.id, form.id)
            assert sum(cut.step_minutes(step) for step in cut.steps) == variant.total_minutes
            assert len({prompt.id for prompt in cut.prompts}) == len(cut.prompts)


@each_kit
def test_what_is_scored_is_what_the_prompts_touch_in_every_form(kit: Kit) -> None:
    for form in kit.forms:
        assert touched(kit.cut(form=form.id)) == "".join(sorted(kit.scored))


@each_kit
def test_a_technical_core_touches_all_five_categories(kit: Kit) -> None:
    if kit.stage is Stage.TECH:
        for variant in kit.variants:
            for form in kit.forms:
                assert touched(kit.cut(variant.id, form.id)) == "ABCDE"


@each_kit
def test_technical_and_final_kits_ask_about_the_past_and_set_situations(kit: Kit) -> None:
    if kit.stage in {Stage.TECH, Stage.FINAL}:
        for form in kit.forms:
            types = {prompt.type for prompt in kit.cut(form=form.id).prompts}
            assert PromptType.PAST in types
            assert types - {PromptType.PAST, PromptType.UNSCORED}


def test_kits_and_titles_are_told_apart() -> None:
    assert len({kit.id for kit in KITS}) == len({kit.title for kit in KITS}) == len(KITS)
    assert all(kit.id.startswith(f"{kit.role.id}-") for kit in KITS)


@pytest.mark.parametrize("kit_id", sorted(SCREENS))
def test_the_screens_have_their_prompts_in_order(kit_id: str) -> None:
    kit = shipped(kit_id)
    assert tuple((prompt.id, prompt.minutes) for prompt in kit.prompts) == SCREENS[kit_id]
    assert kit.minutes == 30


def test_the_other_form_swaps_prompts_of_the_same_place() -> None:
    gen = [prompt.id for prompt in shipped("gen-tech-60").cut(form="b").prompts]
    assert gen == ["dat-05", "sec-05", "gen-01", "com-03", "gen-02", "prd-02"]
    pai = shipped("pai-tech-60")
    assert [p.id for p in pai.prompts] == ["prd-01", "dat-02", "del-01", "sec-04", "del-03", "prd-02"]
    assert not any(prompt.genai_only for prompt in pai.cut(form="b").prompts)
    assert [p.id for p in pai.cut("tech-45", "c").prompts] == ["prd-01", "del-04", "del-01", "sec-04"]


def test_each_role_has_floors_duties_and_equal_weights() -> None:
    floors = {kit.role.id: "".join(str(kit.role.floors[letter]) for letter in "ABCDE") for kit in KITS}
    assert floors == {"py": "23323", "pai": "33323", "mle": "33433", "gen": "33343", "arc": "43444"}
    for role in {kit.role.id: kit.role for kit in KITS}.values():
        assert set(role.weights.values()) == {1}
        assert role.mapping
        assert len(role.duties) >= 5
