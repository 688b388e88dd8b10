"""Every kit that comes with the program: minutes, mixture, forms and role, whichever kits there are."""

import pytest

from interviewer_app.domain.kits.kit import Kit, PromptType, Stage
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

DESIGNS = {
    "py-design-60": (("sys-03", 35), ("sys-05", 14)),
    "pai-design-60": (("sys-01", 35), ("sys-06", 14)),
    "mle-design-60": (("sys-04", 35), ("sys-06", 14)),
    "gen-design-60": (("sys-02", 35), ("sec-03", 8), ("prd-10", 6)),
    "arc-design-60": (("sys-07", 35), ("sec-06", 8), ("prd-10", 6)),
}
TECHNICAL = {
    "py-tech-60": "prd-06 prd-08 com-05 del-02 sec-06 dat-01",
    "pai-tech-60": "prd-01 dat-02 del-01 sec-04 del-03 prd-02",
    "mle-tech-60": "prd-01 prd-04 gov-01 del-01 dat-04 prd-10",
    "gen-tech-60": "prd-01 sec-01 gen-01 com-03 gen-02 prd-02",
    "arc-tech-60": "prd-01 sen-02 del-01 gov-02 prd-11 cst-02",
}
FINAL = {
    "py-final-45": "wrk-01 com-01 wrk-03 com-04 wrk-04",
    "pai-final-45": "wrk-01 com-01 wrk-03 sec-07",
    "mle-final-45": "wrk-01 com-01 wrk-03 sec-07",
    "gen-final-45": "wrk-01 com-01 wrk-03 sec-07",
    "arc-final-45": "wrk-01 com-01 wrk-03 sen-01",
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


@pytest.mark.parametrize("kit_id", sorted(SCREENS | DESIGNS))
def test_screens_and_designs_have_their_prompts_in_order(kit_id: str) -> None:
    kit = shipped(kit_id)
    assert tuple((prompt.id, prompt.minutes) for prompt in kit.prompts) == (SCREENS | DESIGNS)[kit_id]
    assert kit.minutes == (30 if kit_id in SCREENS else 60)


@pytest.mark.parametrize("kit_id", sorted(TECHNICAL | FINAL))
def test_technical_and_final_kits_have_their_prompts_in_order(kit_id: str) -> None:
    kit = shipped(kit_id)
    assert " ".join(prompt.id for prompt in kit.prompts) == (TECHNICAL | FINAL)[kit_id]
    if kit.stage is Stage.TECH:
        assert [variant.total_minutes for variant in kit.variants] == [60, 45]
        assert len(kit.cut("tech-45").prompts) == 4


def test_a_loop_of_every_role_gives_each_category_two_prompts_and_one_main_one() -> None:
    for role in ("py", "pai", "mle", "gen", "arc"):
        loop = [prompt for kit in KITS if kit.role.id == role for prompt in kit.prompts]
        for letter in "ABCDE":
            assert sum(letter in prompt.categories for prompt in loop) >= 2
            assert any(prompt.categories[:1] == (letter,) for prompt in loop)
        assert any("backend" in prompt.topics for prompt in loop)


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
