"""What is written is read back equal, and hashes the same wherever it is read."""

import datetime as dt
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviewer_app.domain.canon import digest
from interviewer_app.domain.errors import KitProblem
from interviewer_app.kits import bundle, library, plain, toml_text, write
from interviewer_app.kits.entries import Contents
from interviewer_app.kits.findings import Report
from interviewer_app.kits.schema import FILE
from tests.kits.strategies import any_tables, sound_tables

DATA = Path(__file__).parent.parent / "data" / "kits"
SMALL = DATA / "small.toml"
UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=40)
TODAY = dt.date(2026, 11, 20)


def built(text: str) -> Contents:
    tables = tomllib.loads(text)
    contents = FILE.read(tables, (), Report("a.toml", text, tables))
    assert isinstance(contents, Contents)
    return contents


def digests(text: str) -> list[str]:
    read = library.parse(text.encode(), "a.toml")
    assert [finding.text() for finding in read.errors] == []
    return [digest(kit) for kit in read.kits]


@UNHURRIED
@given(any_tables())
def test_whatever_the_types_allow_is_read_back_equal(tables: dict[str, Any]) -> None:
    text = write.text(tables)
    report = Report("a.toml", text, tables)
    assert FILE.read(tables, (), report) == built(text)
    assert report.findings == ()
    assert library.load(text.encode(), "a.toml") == plain.arranged(tables)
    assert write.text(library.load(text.encode(), "a.toml")) == text


@UNHURRIED
@given(sound_tables())
def test_any_sound_file_keeps_its_kits_and_their_hashes(tables: dict[str, Any]) -> None:
    text = write.text(tables)
    again = write.text(library.load(text.encode(), "a.toml"))
    assert again == text
    assert len(digests(text)) == 1
    assert digests(text.replace("\n", "\r\n")) == digests(text)
    assert digests(write.text(tomllib.loads(text))) == digests(text)


VALUES = st.recursive(
    st.none().map(lambda _: False)
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(max_size=150)
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.datetimes(timezones=st.just(dt.UTC)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None, max_examples=150)
@given(st.dictionaries(st.text(max_size=8), VALUES, max_size=6))
def test_anything_toml_can_hold_is_written_so_that_it_is_read_back(tables: dict[str, Any]) -> None:
    """Half-edited files as well: fields of any name, values of any kind."""
    wanted = plain.arranged(tables)
    assert plain.arranged(tomllib.loads(write.text(tables))) == wanted
    assert tomllib.loads("x = " + toml_text.value(wanted)) == {"x": wanted}


@pytest.mark.parametrize("path", library.shipped_paths(), ids=lambda path: path.stem)
def test_every_shipped_file_survives(path: Path) -> None:
    text = write.text(library.load_file(path))
    assert built(text) == built(path.read_text(encoding="utf-8"))
    prose = [line for line in text.split("\n") if line[:1].isalpha() and " = " not in line]
    assert all(len(line) <= 113 for line in prose)  # the last one is closed


def test_the_layout_is_for_people() -> None:
    text = write.text(library.load_file(SMALL))
    assert text.startswith('format = "interview-kit"\nformat_version = 1\nid = "small"\n')
    assert '\n\n[[prompts]]\nid = "bread-01"\ntitle = "The oven is cold"\nversion = "1.0.0"\n' in text
    assert (
        'candidate_text = """\nIt is four in the morning, the oven is cold and 120 loaves are promised for'
        ' seven. Tell me what you do first\nand whom you call."""\n' in text
    )
    assert '\n  { id = "p2", text = "What if it stays cold?", assist = true },\n]\n' in text
    assert '[scorecards.categories.anchors]\n0 = "Asked directly' in text
    assert text.endswith("false },\n]\n")


def test_material_keeps_every_blank_and_line_break() -> None:
    script = 'def f(x):\n\tprint("a\\n", """b""")  \n\n    return x \n'
    tables = library.load_file(DATA / "full.toml")
    tables["prompts"][0]["materials"] = [script]
    text = write.text(tables)
    assert tomllib.loads(text)["prompts"][0]["materials"] == [script]
    assert not any(line.endswith((" ", "\t")) for line in text.split("\n"))


def test_hidden_characters_are_written_in_the_open() -> None:
    text = write.text({"title": "a\u202eb\u2028c\u0007d"})
    assert text == 'title = "a\\u202eb\\u2028c\\u0007d"\n'


def test_a_copy_tells_whence_it_came_and_is_sound(tmp_path: Path) -> None:
    copy = tmp_path / "mine.toml"
    copy.write_text(write.copy_of(SMALL, "mine", "My file", TODAY), encoding="utf-8")
    tables = library.load_file(copy)
    assert (tables["id"], tables["title"], tables["content_version"]) == ("mine", "My file", "1.0.0")
    assert tables["derived_from"] == {"id": "small", "version": "1.0.0"}
    assert (tables["created"], tables["updated"]) == (TODAY, TODAY)
    assert library.read_files([SMALL, copy]).errors == ()
    assert write.copy_of(SMALL, "mine", "My file").count("created = 2026-11-01") == 1


def test_a_copy_of_a_shipped_kit_carries_all_it_needs() -> None:
    text = write.copy_of_kit("gen-tech-60", "my-own-60", "My own", today=TODAY)
    read = library.parse(text.encode(), "mine.toml")
    assert read.errors == ()
    kit, original = read.kit("my-own-60"), library.shipped().kit("gen-tech-60")
    assert kit is not None
    assert original is not None
    assert (kit.title, kit.version, kit.file_id) == ("My own", "1.0.0", "my-own-60")
    assert (kit.prompts, kit.spare, kit.scorecard) == (original.prompts, original.spare, original.scorecard)
    held = {prompt["id"] for prompt in tomllib.loads(text)["prompts"]}
    assert held == {prompt.id for prompt in (*kit.prompts, *kit.spare)}
    assert tomllib.loads(text)["derived_from"]["id"] == "kits-tech"
    with pytest.raises(KeyError):
        write.copy_of_kit("nobody-60", "x-y-z", "X")


def test_a_draft_is_made_whole_before_it_is_sent(tmp_path: Path) -> None:
    tables = tomllib.loads(write.copy_of_kit("gen-tech-60", "my-own-60", "My own"))
    lean = {key: value for key, value in tables.items() if key != "prompts"}
    sent = bundle.whole(plain.arranged(lean))
    assert {p["id"] for p in sent["prompts"]} == {p["id"] for p in tables["prompts"]}
    assert digests(write.text(sent)) == digests(write.text(tables))
    half = lean | {"kits": [{"id": "x", "items": "nothing", "forms": [3, {"swaps": [{"use": 4}]}]}, 5]}
    assert "prompts" not in bundle.whole(half, [tmp_path / "none.toml"])


def test_a_file_that_is_no_toml_is_refused_with_its_line() -> None:
    with pytest.raises(KitProblem) as caught:
        library.load(b'format = "interview-kit"\ntitle = "open\n', "bad.toml")
    [finding] = caught.value.findings
    assert (finding.file, finding.line, finding.code) == ("bad.toml", 2, "E01")
    with pytest.raises(KitProblem):
        library.load_file(SMALL.parent / "none.toml")


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_hash_depends_on_nothing_but_the_file(seed: str) -> None:
    program = (
        "import sys; from pathlib import Path; from interviewer_app.kits import library;"
        "from interviewer_app.domain.canon import digest;"
        "print(digest(library.read_files([Path(sys.argv[1])]).kits[0]))"
    )
    surroundings = {"PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Apia"}
    done = subprocess.run(
        [sys.executable, "-c", program, str(SMALL)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | surroundings,
    )
    assert [done.stdout.strip()] == digests(SMALL.read_text(encoding="utf-8"))
