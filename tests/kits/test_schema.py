"""The format carries everything it promises, and the shape of a file survives reading."""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

from interviewer_app.domain.kits.kit import Level, PromptType
from interviewer_app.kits import library
from interviewer_app.kits.entries import Contents
from interviewer_app.kits.findings import Report
from interviewer_app.kits.schema import FILE
from interviewer_app.kits.value_types import ListType, MapType, TableType, ValueType
from tests.kits.strategies import Maker

FULL = Path(__file__).parent.parent / "data" / "kits" / "full.toml"


def read(path: Path) -> tuple[Contents, Report]:
    text = path.read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    report = Report(path.name, text, tables)
    contents = FILE.read(tables, (), report)
    assert isinstance(contents, Contents)
    return contents, report


def test_every_field_is_read() -> None:
    file, report = read(FULL)
    assert report.findings == ()
    assert library.check([FULL]) == ()
    assert (file.id, file.content_version, file.publisher) == ("full-file", "2.1.0", "Somebody")
    assert (file.created, file.updated) == (dt.date(2026, 11, 1), dt.date(2026, 11, 20))
    assert file.translation_of is not None
    assert (file.translation_of.id, file.translation_of.version) == ("first-file", "2.0.0")
    assert (file.language, file.licence[:10]) == ("de-AT", "LicenseRef")
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
    assert prompt.facts[0].always
    [role] = file.role_profiles
    assert (role.floors, role.weights, role.weight_rationale[:3]) == ({"A": 5}, {"A": 2, "B": 1}, "Wer")
    assert [line.states for line in file.checklists[0].lines] == [("an", "aus"), ()]
    assert file.flags[0].polarity == "red"
    assert len(file.guidance) == 1


def test_shipped_files_are_read_without_a_finding() -> None:
    for path in library.shipped_paths():
        _file, report = read(path)
        assert report.findings == ()


def tables() -> Iterator[TableType]:
    """Every table of the format."""
    waiting: list[ValueType] = [FILE]
    while waiting:
        match waiting.pop():
            case TableType() as table:
                yield table
                waiting.extend(field.kind for field in table.fields.values())
            case ListType(of=inner) | MapType(of=inner):
                waiting.append(inner)
            case _:
                pass


def test_what_is_left_out_means_what_the_format_says() -> None:
    dice = Maker(["Some words, and some more of them"], random.Random(7))
    for table in tables():
        short = {name: dice.of(field.kind) for name, field in table.fields.items() if field.needed}
        usual = {name: field.usual for name, field in table.fields.items() if field.usual is not None}
        report = Report("a.toml", "", {})
        assert table.read(short | usual, (), report) == table.read(short, (), report), table.name
        assert report.findings == (), table.name


def test_fields_that_no_record_keeps_are_few_and_have_their_effect_elsewhere() -> None:
    unkept = {
        (table.name, name) for table in tables() for name, field in table.fields.items() if not field.into
    }
    assert unkept - {(table.name, "covers") for table in tables()} == {
        ("KitFile", "format"),  # E01
        ("KitFile", "format_version"),  # E02
        ("KitFile", "min_app_version"),  # E02
        ("KitFile", "title"),  # the kit library, from the tables
        ("KitFile", "derived_from"),  # the kit library, from the tables
        ("KitFile", "attribution"),  # the kit library, from the tables
        ("Scorecard", "scale"),  # E09
        ("Scale", "min"),  # E09
        ("Scale", "max"),  # E09
        ("Prompt", "scenario_subject"),  # W11
        ("Category", "scenario_subject"),  # W11
        ("Guidance", "title"),  # the guidance beside each screen, from the tables
        ("Guidance", "text"),  # the guidance beside each screen, from the tables
    }
