"""Every row of the sources has a home in the program, and a test that opens it; tests/sources.md tells which.

The rules of the product (P-nn) stand in tests/rules.md, written by hand. UPDATE_GOLDEN=1 writes
the page of the sources anew, from `covers` in the kit files and from data/sources.toml.
"""

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from interviewer_app.kits import library

HERE = Path(__file__).parent
PAGE = HERE / "sources.md"
RULES = HERE / "rules.md"
ROWS = [f"S-{number:02}" for number in range(1, 151)]
OPENED_BY = {
    "scorecards": ("scorecard", "test_every_entry.py::test_a_role_and_a_scorecard_are_told_in_full"),
    "prompts": ("prompt", "test_every_entry.py::test_a_prompt_is_asked_and_printed"),
    "role_profiles": ("role", "test_every_entry.py::test_a_role_and_a_scorecard_are_told_in_full"),
    "kits": ("kit", "test_every_kit.py::test_a_kit_carries_an_interview_to_the_packet"),
    "checklists": ("checklist", "test_every_entry.py::test_a_checklist_is_ticked_and_printed"),
    "flags": ("flag", "test_every_entry.py::test_a_flag_is_seen_and_printed_with_its_fact"),
    "guidance": ("page", "test_every_entry.py::test_a_page_is_found_by_its_words_and_whole"),
}
HEAD = """# Where each row of the sources lives

Made by tests/test_sources.py from the kit files and tests/data/sources.toml; do not edit. Tests are named
from tests/ on. Wording and figures of the sources are not repeated here.

| Row | About | Lives in | Opened by |
|---|---|---|---|
"""


@cache
def described() -> dict[str, dict[str, Any]]:
    """What data/sources.toml says of each row."""
    return tomllib.loads((HERE / "data" / "sources.toml").read_text(encoding="utf-8"))


@cache
def homes() -> dict[str, dict[str, list[str]]]:
    """For each row the entries that carry it, by kind."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in library.shipped_paths():
        tables = library.load_file(path)
        for kind in OPENED_BY:
            for entry in tables.get(kind, ()):
                for row in entry.get("covers", ()):
                    found.setdefault(row, {}).setdefault(kind, []).append(entry["id"])
    return found


def opened_by(row: str) -> list[str]:
    """The tests that open a row, each once."""
    own = described()[row].get("tests", ())
    return list(dict.fromkeys([*own, *(OPENED_BY[kind][1] for kind in homes().get(row, {}))]))


def page() -> Iterator[str]:
    yield HEAD
    for row in ROWS:
        lives = [described()[row]["feature"]] if "feature" in described()[row] else []
        for kind, names in homes().get(row, {}).items():
            lives.append(f"{OPENED_BY[kind][0]} " + ", ".join(f"`{name}`" for name in names))
        tests = "<br>".join(f"`{name}`" for name in opened_by(row))
        yield f"| {row} | {described()[row]['about']} | {'; '.join(lives)} | {tests} |\n"


def test_the_page_tells_what_is_there() -> None:
    wanted = "".join(page())
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(wanted, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == wanted


def test_every_row_is_described_and_no_other() -> None:
    assert list(described()) == ROWS
    for row, fields in described().items():
        assert set(fields) <= {"about", "feature", "tests"}, row
        assert ("feature" in fields) == ("tests" in fields), (
            f"{row}: a feature has its test, and a test its feature"
        )
    assert set(homes()) <= set(ROWS)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_has_a_home_and_a_test_that_opens_it(row: str) -> None:
    assert homes().get(row) or "feature" in described()[row]
    opened = opened_by(row)
    assert opened
    for name in opened:
        assert_there(name)


def assert_there(name: str) -> None:
    """Fail unless a test of this name, written file::function from tests/ on, can be found."""
    file, _colon, function = name.partition("::")
    assert (HERE / file).is_file(), name
    assert not function or function in functions(file), name


@cache
def functions(file: str) -> frozenset[str]:
    """The tests of a file."""
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


# -- rules, and whoever cites a row ----------------------------------------------------------------


@cache
def rules() -> dict[str, list[str]]:
    """The rows of tests/rules.md: number, and the tests that hold the program to it."""
    lines = RULES.read_text(encoding="utf-8").splitlines()
    cells = [line.split("|") for line in lines if line.startswith("| P-")]
    return {row.strip(): re.findall(r"`([^`]+)`", tests) for _edge, row, _asks, tests, _end in cells}


def test_the_rules_are_in_order_and_name_tests_that_are_there() -> None:
    assert list(rules()) == [f"P-{number:02}" for number in range(1, 29)]
    for tests in rules().values():
        for name in tests:
            assert_there(name)


@pytest.mark.parametrize("folder", ["interviewer_app", "tests", "packaging", "resources"])
def test_whatever_row_is_cited_stands_in_a_table(folder: str) -> None:
    wrong = []
    for path in sorted((HERE.parent / folder).rglob("*")):
        if path.suffix in (".py", ".md", ".toml", ".sql"):
            cited = set(re.findall(r"\b[SP]-\d{2,3}\b", path.read_text(encoding="utf-8")))
            wrong += [f"{path.relative_to(HERE.parent)}: {row}" for row in sorted(cited - {*ROWS, *rules()})]
    assert not wrong


def test_no_rule_is_cited_that_no_test_holds() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in (HERE.parent / "interviewer_app").rglob("*.py")
    )
    cited = set(re.findall(r"\bP-\d{2}\b", code))
    assert not [row for row in sorted(cited) if not rules()[row]]
