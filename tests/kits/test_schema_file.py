"""The published description of the format: in step with the types, true of our own files."""

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from interviewer_app import assets
from interviewer_app.kits import library
from tests.exchange.schema import errors
from tests.kits import reference

DATA = Path(__file__).parent.parent / "data" / "kits"
OURS = [*library.shipped_paths(), *sorted(DATA.rglob("*.toml"))]


def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(assets.read_text("schema", "kit-1.json"))
    return loaded


def as_json(path: Path) -> Any:
    """The file as a JSON reader gets it."""
    return json.loads(json.dumps(library.load_file(path), default=str))


def test_the_file_is_what_the_types_say() -> None:
    wanted = reference.json_schema()
    if os.environ.get("UPDATE_GOLDEN"):
        assets.path("schema").joinpath("kit-1.json").write_text(wanted, encoding="utf-8")
    assert assets.read_text("schema", "kit-1.json") == wanted


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_own_files_fit_it(path: Path) -> None:
    assert errors(as_json(path), schema()) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda t: t.pop("licence"), "$: licence is missing"),
        (lambda t: t.update(colour="red"), "$: colour is not documented"),
        (lambda t: t["prompts"][0].update(minutes=1), "$.prompts[0].minutes: 1 is out of range"),
        (lambda t: t["prompts"][0].update(minutes="10"), "$.prompts[0].minutes: '10' is not integer"),
        (lambda t: t["prompts"][0].update(short="x" * 17), "is too long"),
        (lambda t: t["kits"][0].update(items=[]), "$.kits[0].items: 0 entries"),
        (lambda t: t["kits"][0].update(stage="last"), "$.kits[0].stage: 'last' is none of"),
        (lambda t: t.update(derived_from=3), "$.derived_from: 3 is not object"),
    ],
)
def test_slips_do_not_fit_it(change: Any, told: str) -> None:
    tables = as_json(DATA / "small.toml")
    assert errors(tables, schema()) == []
    change(tables)
    found = errors(tables, schema())
    assert len(found) == 1
    assert told in found[0]


def test_every_field_has_its_meaning_and_no_meaning_is_left_over() -> None:
    told = reference.meanings()
    assert set(told) == {table.name for table in reference.tables()} == set(reference.NAMES)
    for table in reference.tables():
        assert list(told[table.name]) == ["", *table.fields], table.name
        for meaning in told[table.name].values():
            assert meaning.endswith(".")
            assert len(meaning) <= 220


def test_editors_find_the_descriptions_and_the_way_to_the_file() -> None:
    whole = schema()
    assert whole["$defs"]["Prompt"]["properties"]["minutes"]["description"].startswith("Minutes it takes")
    assert whole["$defs"]["Prompt"]["additionalProperties"] is False
    assert "candidate_text" in whole["$defs"]["Prompt"]["required"]
    assert tomllib.loads(assets.read_text("schema", "kit-fields.toml")) == reference.meanings()
