"""Two versions of a file, told in words; versions raised as the changes ask."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from interviewer_app.kits import compare, library, versions
from interviewer_app.kits.versions import Weight
from tests.kits.strategies import sound_tables

Tables = dict[str, Any]
SMALL = Path(__file__).parent.parent / "data" / "kits" / "small.toml"


def changed(act: Callable[[Tables], object]) -> tuple[Tables, Tables]:
    old = library.load_file(SMALL)
    new = deepcopy(old)
    act(new)
    return old, new


def prompt(tables: Tables) -> Tables:
    found: Tables = tables["prompts"][0]
    return found


CASES: tuple[tuple[Callable[[Tables], object], str, str, str], ...] = (
    (lambda t: prompt(t).update(minutes=12), "bread-01: minutes 10 → 12", "2.0.0", "2.0.0"),
    (
        lambda t: prompt(t).update(
            candidate_text=prompt(t)["candidate_text"].replace("for seven", "for eight")
        ),
        "bread-01: candidate text reworded, “seven.” → “eight.”",
        "2.0.0",
        "2.0.0",
    ),
    (
        lambda t: prompt(t)["probes"][0].update(
            text="Whom do you tell before five in the morning, and what?"
        ),
        "bread-01: probe p1 reworded",
        "1.1.0",
        "1.1.0",
    ),
    (
        lambda t: prompt(t)["probes"][0].update(assist=True),
        "bread-01, probe p1: assist is now yes",
        "1.1.0",
        "1.1.0",
    ),
    (lambda t: prompt(t)["probes"].reverse(), "bread-01: probes in another order", "1.1.0", "1.1.0"),
    (
        lambda t: prompt(t)["strong"].append("Names a price."),
        "bread-01: strong signal added, “Names a price.”",
        "1.1.0",
        "1.1.0",
    ),
    (lambda t: prompt(t)["weak"].pop(0), "bread-01: weak signal removed, “Waits.”", "1.1.0", "1.1.0"),
    (
        lambda t: prompt(t)["weak"].__setitem__(1, "Blames others."),
        "bread-01: weak signal 2 “Blames the oven.” → “Blames others.”",
        "1.1.0",
        "1.1.0",
    ),
    (lambda t: prompt(t).pop("facts"), "bread-01: fact f1 removed", "1.1.0", "1.1.0"),
    (
        lambda t: prompt(t).update(title="A cold oven"),
        "bread-01: title “The oven is cold” → “A cold oven”",
        "1.0.1",
        "1.0.1",
    ),
    (lambda t: t["prompts"].pop(1), "file: prompt bread-02 removed", "1.0.0", "2.0.0"),
    (
        lambda t: t["prompts"].append(prompt(t) | {"id": "bread-03"}),
        "file: prompt bread-03 added",
        "1.0.0",
        "1.1.0",
    ),
    (lambda t: t["role_profiles"][0]["floors"].update(A=4), "baker: floor A 3 → 4", "1.0.0", "1.1.0"),
    (
        lambda t: t["kits"][0]["variants"][0].update(total_minutes=30),
        "small-kit, variant full: total minutes 25 → 30",
        "1.0.0",
        "2.0.0",
    ),
    (
        lambda t: t["scorecards"][0]["categories"][1]["anchors"].update(
            {"3": "Knows at noon what is left over and acts upon it, alone or with one other."}
        ),
        "small-card, category B: anchor 3 reworded",
        "1.0.0",
        "2.0.0",
    ),
    (lambda t: t.update(publisher="Nobody"), "file: publisher “Somebody” → “Nobody”", "1.0.0", "1.0.1"),
    (
        lambda t: prompt(t).update(minutes="ten"),
        "bread-01: minutes 10 → “ten”",
        "2.0.0",
        "2.0.0",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[case[1] for case in CASES])
def test_each_change_is_told_and_raises_what_it_should(
    case: tuple[Callable[[Tables], object], str, str, str],
) -> None:
    act, told, of_prompt, of_file = case
    old, new = changed(act)
    assert compare.in_words(old, new) == (told,)
    raised = versions.raised(old, new)
    assert (prompt(raised)["version"], raised["content_version"]) == (of_prompt, of_file)
    assert versions.raised(old, raised) == raised


def test_the_kit_is_raised_when_it_changes() -> None:
    old, new = changed(lambda t: t["kits"][0]["items"].reverse())
    assert compare.in_words(old, new) == ("small-kit: prompts in another order",)
    assert versions.raised(old, new)["kits"][0]["version"] == "2.0.0"


def test_a_version_raised_far_enough_by_hand_stays() -> None:
    old, new = changed(lambda t: prompt(t).update(minutes=12, version="3.1.0"))
    assert prompt(versions.raised(old, new))["version"] == "3.1.0"


def test_half_edited_files_are_compared_too() -> None:
    values: tuple[Any, ...] = ("text", 3, [], {}, [3, "x"], [{"x": 1}, {"x": 2}], None)
    for value in values:
        for field in ("prompts", "kits", "title", "scorecards"):
            old, new = changed(lambda t, f=field, v=value: t.update({f: v}))  # type: ignore[misc]
            assert compare.in_words(old, new)
            assert compare.in_words(new, old)
            versions.raised(old, new)
            versions.raised(new, old)


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=15)
@given(sound_tables(), sound_tables())
def test_no_words_means_no_change(one: Tables, other: Tables) -> None:
    assert compare.in_words(one, one) == ()
    assert versions.raised(one, one) == one
    assert bool(compare.in_words(one, other)) == (one != other)
    assert all(line.replace("\u200d", "").isprintable() for line in compare.in_words(one, other))


def test_versions_that_are_none_count_as_nothing() -> None:
    assert versions.raise_by("1.2.3", Weight.MINOR) == "1.3.0"
    assert versions.raise_by("1.2.3-beta", Weight.PATCH) == "1.2.4"
    assert versions.raise_by("soon", Weight.MAJOR) == "1.0.0"
    assert versions.raise_by("1.2.3", Weight.NONE) == "1.2.3"
