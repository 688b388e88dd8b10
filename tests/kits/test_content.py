"""What comes with the program besides prompts: lists, flags, pages, practical kits, a home for every row."""

import re
import tomllib
from collections import Counter
from functools import cache
from typing import Any

import pytest

from interviewer_app.domain.kits.kit import Kit, PromptType, Stage
from interviewer_app.kits import library
from tests.kits.wording import fact, prompts

KINDS = ("scorecards", "prompts", "role_profiles", "kits", "checklists", "flags", "guidance")
GREEN, RED = ([f"{letter}f-{n:02}" for n in range(1, 11)] for letter in "gr")
KITS = library.shipped().kits


@cache
def entries(kind: str) -> dict[str, dict[str, Any]]:
    """Every shipped entry of a kind, by id, in order of files."""
    found: dict[str, dict[str, Any]] = {}
    for path in library.shipped_paths():
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, ()):
            assert entry["id"] not in found
            found[entry["id"]] = entry
    return found


def paragraphs(page_id: str) -> list[str]:
    """The paragraphs of a page, each on one line."""
    text = entries("guidance")[page_id]["text"].strip()
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]


def table(page_id: str) -> list[list[str]]:
    """The rows of all tables of a page, heads included."""
    return [row.split(" | ") for row in paragraphs(page_id) if " | " in row]


# -- rows ------------------------------------------------------------------------------------------


def homes() -> dict[str, list[str]]:
    """For each row of the inventory the entries that carry it."""
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        for name, entry in entries(kind).items():
            for row in entry.get("covers", ()):
                found.setdefault(row, []).append(name)
    return found


@pytest.mark.parametrize("row", [f"S-{n:02}" for n in range(1, 151)])
def test_every_row_of_the_inventory_has_a_home(row: str) -> None:
    assert homes().get(row)


def test_no_entry_names_a_row_that_does_not_exist() -> None:
    assert set(homes()) == {f"S-{n:02}" for n in range(1, 151)}


# -- prompts and kits ------------------------------------------------------------------------------


def test_all_sixty_two_prompts_are_there_with_level_role_and_flags() -> None:
    counted = Counter(name.split("-")[0] for name in prompts())
    expected = {"fit": 4, "del": 4, "dat": 5, "prd": 11, "sec": 7, "gen": 3, "cst": 2, "sys": 7}
    assert counted == expected | {"com": 6, "wrk": 4, "gov": 3, "sen": 2, "pra": 4}
    for name, prompt in prompts().items():
        assert prompt["levels"], name
        assert prompt["roles"], name
        assert prompt["covers"], name
        assert prompt.get("flags") or prompt["type"] == "unscored", name


def test_a_prompt_is_meant_for_the_roles_that_ask_it() -> None:
    for kit in KITS:
        for prompt in (*kit.prompts, *kit.spare):
            assert kit.role.id in prompt.roles, (kit.id, prompt.id)


@pytest.mark.parametrize("kit", KITS, ids=[kit.id for kit in KITS])
def test_every_kit_carries_all_flags_and_a_list_for_the_whole_interview(kit: Kit) -> None:
    assert {flag.id for flag in kit.flags} == {*GREEN, *RED}
    assert kit.lists_of("")


PRACTICAL = {"py": "pra-01", "pai": "pra-04", "mle": "pra-02", "gen": "pra-02", "arc": "pra-03"}


@pytest.mark.parametrize(("role", "task"), PRACTICAL.items())
def test_practical_kits(role: str, task: str) -> None:
    kit = library.shipped().kit(f"{role}-practical-60")
    assert kit is not None
    assert kit.stage is Stage.PRACTICAL
    assert [prompt.id for prompt in kit.prompts] == [task]
    assert kit.prompts[0].type is PromptType.TASK
    assert kit.prompts[0].materials
    [variant] = kit.variants
    frame = variant.frame
    assert (frame.opening, kit.prompts[0].minutes, frame.questions, frame.close) == (5, 45, 8, 2)
    assert "{n}" not in kit.opening_script  # one task is not "1 questions"
    assert "adjustment" in kit.opening_script
    assert "notes" in kit.opening_script


WITHOUT_GENAI = [kit for kit in KITS if kit.role.id != "gen"]


@pytest.mark.parametrize("kit", WITHOUT_GENAI, ids=[kit.id for kit in WITHOUT_GENAI])
def test_a_kit_has_a_form_that_needs_no_generative_ai(kit: Kit) -> None:
    for variant in kit.variants:
        usable = [f.id for f in kit.forms if not any(p.genai_only for p in kit.cut(variant.id, f.id).prompts)]
        assert usable, (kit.id, variant.id)


def test_prompts_that_need_generative_ai() -> None:
    needing = {name for name, prompt in prompts().items() if prompt.get("genai_only")}
    assert {
        "prd-01",
        "prd-11",
        "sec-01",
        "sec-05",
        "gen-01",
        "gen-02",
        "gen-03",
        "cst-01",
        "sys-02",
    } <= needing
    assert not needing & {"dat-05", "sec-06", "sec-04", "sec-07", "gov-01"}


def test_parallel_forms() -> None:
    pairs = {
        prompt["form_b_of"]: name for name, prompt in prompts().items() if prompt.get("form_b_of") is not None
    }
    wanted = "prd-01 dat-05, prd-06 prd-07, sec-01 sec-05, prd-04 prd-05, dat-02 del-04, com-01 com-02"
    wanted += ", del-03 cst-01, dat-03 dat-04, wrk-01 wrk-02, wrk-03 gov-03, pra-01 pra-04"
    assert pairs == {pair.split()[0]: pair.split()[1] for pair in wanted.split(", ")}
    for first, second in pairs.items():
        one, other = prompts()[first], prompts()[second]
        assert one["minutes"] == other["minutes"]
        assert set(one["categories"]) == set(other["categories"])


def test_going_back_meets_rows_that_were_there_before() -> None:
    assert "filled the new column for all older rows" in fact("prd-04", "f2")


# -- flags and lists -------------------------------------------------------------------------------


def test_ten_flags_for_and_ten_against() -> None:
    told = {name: flag["polarity"] for name, flag in entries("flags").items()}
    assert told == dict.fromkeys(GREEN, "green") | dict.fromkeys(RED, "red")
    asked = {name for prompt in prompts().values() for name in prompt.get("flags", ())}
    assert asked == set(told)


LINES = {
    "metric-matrix": 5,
    "lifecycle-seven": 7,
    "five-proofs": 5,
    "prod-marks": 5,
    "capability-pairs": 7,
    "hybrid-duties": 7,
    "skills-backend": 8,
    "skills-ai": 7,
    "delivery-facets": 4,
    "four-causes": 4,
    "unglamorous-four": 4,
    "cover-four": 4,
    "team-roles": 5,
    "data-readiness": 3,
    "success-criteria": 4,
    "scope-risks": 3,
    "seven-stages": 7,
    "onboarding-pack": 5,
    "success-at-90": 5,
    "agent-tools": 5,
    "agent-steps": 5,
    "ai-safety-seven": 7,
    "governance-five": 5,
    "continuity-five": 5,
    "cost-levers": 5,
    "first-five-minutes": 5,
    "five-lenses": 5,
    "retention-factors": 6,
    "experience-topics": 7,
}


@pytest.mark.parametrize(("name", "count"), LINES.items())
def test_lists_are_complete(name: str, count: int) -> None:
    assert len(entries("checklists")[name]["lines"]) == count


def test_the_hiring_checklist_has_thirteen_lines_in_two_lists() -> None:
    lists = entries("checklists")
    assert len(lists["hiring-scope"]["lines"]) + len(lists["hiring-loop"]["lines"]) == 13


def test_every_line_of_a_list_can_be_in_the_same_states() -> None:
    for name, checklist in entries("checklists").items():
        states = [line.get("states", []) for line in checklist["lines"]]
        assert all(each == states[0] for each in states), name
        assert len(set(states[0])) == len(states[0]) != 1, name
        assert all(not line["text"].endswith(".") for line in checklist["lines"]), name


def test_matrices_have_columns() -> None:
    lists = entries("checklists")
    assert lists["metric-matrix"]["columns"] == ["How measured", "Limit used", "What was done"]
    assert lists["metric-matrix"]["lines"][0]["states"] == ["named unprompted", "after a probe", "not named"]
    assert lists["agent-tools"]["lines"][0]["states"] == ["never", "with approval", "alone"]
    assert lists["five-proofs"]["lines"][0]["states"] == ["asked, not given", "told", "shown", "verified"]
    assert lists["skills-ai"]["lines"][0]["states"] == ["evidence heard", "claimed", "not heard"]


def test_every_list_is_used_or_belongs_to_an_opening() -> None:
    used = {
        name
        for kind in ("prompts", "kits")
        for e in entries(kind).values()
        for name in e.get("checklists", ())
    }
    [rules] = entries("opening_rules").values()
    of_openings = {
        *("team-roles", "scope-goal", "data-readiness", "success-criteria", "scope-risks", "hiring-scope"),
        *("hiring-loop", "loop-guards", "three-moves", "seven-stages", "hiring-costs", "running-budget"),
        *("onboarding-pack", "success-at-90", "four-causes"),
    }
    assert set(entries("checklists")) - used - {rules["reminders"]} == of_openings


# -- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(entries("guidance")))
def test_a_page_reads_well(name: str) -> None:
    told = paragraphs(name)
    rows = table(name)
    assert len(told) >= 3
    assert all(row and all(cell.strip() for cell in row) for row in rows)
    runs = [" | " in part for part in told]
    for index, part in enumerate(told):
        if runs[index] and index and runs[index - 1]:
            assert part.count(" | ") == told[index - 1].count(" | "), part
    assert all(len(part) <= 700 for part in told)
    for line in told:
        assert line.count('"') % 2 == 0, line


def test_topics_to_leave_alone_have_an_owner_and_a_date() -> None:
    told = paragraphs("topics-to-leave-alone")
    assert "HR or legal team owns this page" in told[0]
    assert "look again by 20 November 2027" in told[0]
    rows = table("topics-to-leave-alone")
    assert len(rows) == 1 + 19
    assert {len(row) for row in rows} == {3}


def test_the_contrast_panel_is_ours_and_has_eight_rows() -> None:
    rows = table("contrast-panel")
    assert rows[0] == ["Area", "Looks like a demonstration", "Looks like production"]
    heads = [row[0] for row in rows[1:9]]
    assert heads == ["Data", "Proof", "Failure", "Change", "Watching", "Cost", "Trust", "People"]
    assert len(rows) == 9 + 1 + 6
    assert any("The rows are ours" in part for part in paragraphs("contrast-panel"))


def test_every_term_of_the_glossary_has_a_meaning_and_stands_in_order() -> None:
    terms = [part.partition(": ") for part in paragraphs("glossary")]
    assert all(term and meaning.endswith(".") for term, _colon, meaning in terms)
    names = [term.casefold() for term, _colon, _meaning in terms]
    assert names == sorted(names)
    assert {"model deployment", "agentic flow", "data infrastructure", "drift", "groundedness"} <= set(names)


def test_pay_is_marked_unverified_with_its_conflict() -> None:
    told = " ".join(paragraphs("compensation-reference"))
    assert told.startswith("Unverified.")
    assert "noted in November 2026" in told
    for figures in ("80,000 to 120,000", "130,000 to 180,000", "50 to 120", "60 to 150"):
        assert figures in told
    assert "contradict each other" in told


def test_unverified_figures_stand_on_their_own_page_only() -> None:
    for name, page in entries("guidance").items():
        if name not in ("compensation-reference", "unverified-claims"):
            assert "120,000" not in page["text"]
            assert "10 to 20 in 100" not in page["text"]
    assert "names no source" in " ".join(paragraphs("unverified-claims"))
    everything = str([entries(kind) for kind in ("prompts", "checklists", "flags", "kits")])
    assert "180,000" not in everything


def test_limits_for_drift_are_called_customs() -> None:
    told = " ".join(paragraphs("drift-figures"))
    assert "0.1" in told
    assert "0.25" in told
    assert "customs and not the result of a test" in told


def test_nothing_claims_to_foretell_who_will_do_well() -> None:
    said = " ".join(page["text"] for page in entries("guidance").values()).casefold()
    assert "predicts" not in said
    assert "culture fit" not in said
