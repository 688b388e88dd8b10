"""The format carries everything it promises, and the shape of a file survives reading."""

import datetime as dt
import tomllib
from pathlib import Path

import msgspec

from interviewer_app.domain.kits.kit import Level, PromptType
from interviewer_app.kits import library, shape
from interviewer_app.kits.findings import Report
from interviewer_app.kits.schema import KitFile

FULL = Path(__file__).parent.parent / "data" / "kits" / "full.toml"


def read(path: Path) -> tuple[KitFile, Report]:
    text = path.read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    report = Report(path.name, text, tables)
    return shape.build(tables, report), report


def test_every_field_is_read() -> None:
    file, report = read(FULL)
    assert report.findings == ()
    assert library.check([FULL]) == ()
    assert (file.format, file.format_version, file.id, file.content_version) == (
        "interview-kit",
        1,
        "full-file",
        "2.1.0",
    )
    assert (file.created, file.updated) == (dt.date(2026, 11, 1), dt.date(2026, 11, 20))
    assert file.translation_of is not None
    assert (file.translation_of.id, file.translation_of.version) == ("first-file", "2.0.0")
    assert file.derived_from is not None
    assert file.derived_from.id == "older-file"
    assert (file.min_app_version, file.language, file.licence[:10]) == ("0.1.0", "de-AT", "LicenseRef")
    assert file.attribution == ("An idea from https://example.org/ovens, told in our words.",)
    [prompt] = file.prompts
    assert (prompt.short, prompt.type, prompt.status) == ("Kalter Ofen", PromptType.UNSCORED, "pilot")
    assert (prompt.levels, prompt.roles) == ((Level.MID, Level.LEAD), ("baker",))
    assert (prompt.supersedes, prompt.form_b_of) == ("oven-01", "bread-01")
    assert (prompt.facets, prompt.topics, prompt.covers) == (
        ("failure", "cost"),
        ("oven", "morning"),
        ("S-01",),
    )
    assert (prompt.checklists, prompt.flags, prompt.genai_only) == (("oven-list",), ("gf-01",), True)
    assert prompt.materials == ("Zeile eins\n  Zeile zwei",)
    assert prompt.facts[0].reveal == "always"
    [role] = file.role_profiles
    assert (role.floors, role.weights, role.weight_rationale[:3]) == ({"A": 5}, {"A": 2, "B": 1}, "Wer")
    assert [line.states for line in file.checklists[0].lines] == [("an", "aus"), ()]
    assert file.flags[0].polarity == "red"
    assert file.guidance[0].text == "Erst der Ofen."


def test_the_walk_agrees_with_msgspec() -> None:
    for path in library.shipped_paths():
        file, report = read(path)
        assert report.findings == ()
        plain = msgspec.to_builtins(file)
        assert msgspec.convert(plain, KitFile) == file


def test_the_shape_can_be_handed_to_editors_as_json_schema() -> None:
    described = msgspec.json.schema(KitFile)
    prompt = described["$defs"]["Prompt"]
    assert prompt["properties"]["minutes"] == {"type": "integer", "minimum": 2, "maximum": 60}
    assert "candidate_text" in prompt["required"]
