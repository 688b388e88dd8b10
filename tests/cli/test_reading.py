"""The commands that only read: kits, lists, one interview, the check."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.settings import DATABASE
from interviewer_app.storage import bulk, migrations
from interviewer_app.storage.lock import FolderLock
from tests.builders import NOON, an_interview
from tests.cli.program import ROOT, call, run
from tests.exchange.schema import errors

Output = pytest.CaptureFixture[str]


def fill(folder: Path, *interviews: Interview) -> Path:
    """A library with these interviews."""
    path = folder / "data" / DATABASE
    migrations.ensure(path, NOON)
    bulk.insert_many(path, interviews)
    return path


def three(folder: Path) -> Path:
    """A library of three: abc1 Ada, abc2 Ada B and xyz Bo."""
    return fill(
        folder,
        an_interview(Phase.FINALISED, "abc1", candidate="Ada"),
        an_interview(Phase.TO_REVIEW, "abc2", candidate="Ada B", at=86_400.0),
        an_interview(Phase.PREPARED, "xyz", candidate="Bo", at=172_800.0),
    )


# -- nothing there yet -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "out"),
    [(["list"], ""), (["list", "--json"], "[\n]\n"), (["check"], "There are no interviews")],
    ids=["list", "json", "check"],
)
def test_an_empty_library_is_fine_and_stays_unmade(
    tmp_path: Path, capsys: Output, command: list[str], out: str
) -> None:
    assert call(tmp_path, *command) == 0
    said = capsys.readouterr()
    assert said.out.startswith(out)
    assert said.err == ""
    assert not (tmp_path / "data").exists()


def test_an_empty_file_becomes_a_database(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / DATABASE).touch()
    assert call(tmp_path, "list") == 0
    assert call(tmp_path, "check") == 0
    assert "is sound" in capsys.readouterr().out


# -- list ------------------------------------------------------------------------------------------


def test_a_list_says_who_what_and_what_is_missing(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    assert call(tmp_path, "list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["abc2", "xyz", "abc1"]
    assert "To review" in lines[0]
    assert "Ada B" in lines[0]
    assert "Packet not exported" in lines[2]


@pytest.mark.parametrize(
    ("phase", "ids"), [("finalised", ["abc1"]), ("to_review", ["abc2"]), ("prepared", ["xyz"]), ("live", [])]
)
def test_a_list_can_be_of_one_phase(tmp_path: Path, capsys: Output, phase: str, ids: list[str]) -> None:
    three(tmp_path)
    assert call(tmp_path, "list", "--phase", phase, "--json") == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == ids


def test_a_long_list_is_whole(tmp_path: Path, capsys: Output) -> None:
    assert call(tmp_path, "demo", "--count", "2100", "--seed", "1") == 0
    capsys.readouterr()
    assert call(tmp_path, "list", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert len({row["id"] for row in rows}) == 2100
    assert all(row["sample"] for row in rows)


def test_a_name_cannot_give_the_terminal_orders(tmp_path: Path, capsys: Output) -> None:
    fill(tmp_path, an_interview(candidate="Eve\x1b[2J\nroot"))
    assert call(tmp_path, "list") == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert len(out.splitlines()) == 1


# -- show ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", ["abc1", "xyz", "x", "Bo", "bo", "Ada", "ada b", " xyz "])
def test_one_interview_by_the_beginning_of_its_id_or_name(
    tmp_path: Path, capsys: Output, wanted: str
) -> None:
    three(tmp_path)
    assert call(tmp_path, "show", wanted) == 0
    name = {"a": "Ada", "b": "Bo", "x": "Bo"}[wanted.strip()[0].lower()]
    assert capsys.readouterr().out.startswith(f"# {name}")


@pytest.mark.parametrize("wanted", ["abc", "A", "ad"])
def test_what_could_be_several_is_refused(tmp_path: Path, capsys: Output, wanted: str) -> None:
    three(tmp_path)
    assert call(tmp_path, "show", wanted) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "could be 2 interviews: abc1, abc2" in said.err


@pytest.mark.parametrize("wanted", ["nobody", "", "  ", "%", "a\nb", "\x1b[2J", "x" * 10_000])
def test_what_is_not_there_is_refused(tmp_path: Path, capsys: Output, wanted: str) -> None:
    three(tmp_path)
    assert call(tmp_path, "show", wanted) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "\x1b" not in said.err
    assert "No interview begins with" in said.err


def test_one_interview_as_json_fits_the_schema(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    assert call(tmp_path, "show", "abc1", "--json") == 0
    assert errors(json.loads(capsys.readouterr().out)) == []


# -- kits ------------------------------------------------------------------------------------------


def test_shipped_kits_are_listed_and_sound(tmp_path: Path, capsys: Output) -> None:
    assert call(tmp_path, "kit", "list") == 0
    assert "gen-tech-60" in capsys.readouterr().out
    assert call(tmp_path, "kit", "list", "--json") == 0
    kits = json.loads(capsys.readouterr().out)
    first = next(kit for kit in kits if kit["id"] == "gen-tech-60")
    assert first["categories"] == ["A", "B", "C", "D", "E"]
    assert first["variants"][0] == {"id": "full", "minutes": 60}
    shipped = sorted(str(path) for path in (ROOT / "resources" / "kits").glob("*.toml"))
    assert call(tmp_path, "kit", "check", *shipped) == 0
    assert capsys.readouterr().err == ""


def hostile(folder: Path) -> list[Path]:
    """Files that are no kits."""
    (folder / "folder.toml").mkdir()
    (folder / "binary.toml").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.toml").write_text("[[kits]\nid = 1", encoding="utf-8")
    (folder / "empty.toml").touch()
    return [
        folder / name for name in ("missing.toml", "folder.toml", "binary.toml", "broken.toml", "empty.toml")
    ]


@pytest.mark.parametrize("number", range(5), ids=["missing", "folder", "binary", "broken", "empty"])
def test_a_file_that_is_no_kit_is_3_and_named(tmp_path: Path, capsys: Output, number: int) -> None:
    path = hostile(tmp_path)[number]
    assert call(tmp_path, "kit", "check", str(path)) == 3
    lines = capsys.readouterr().err.splitlines()
    assert lines
    assert all(path.name in line.split(": ")[0] and ": E" in line for line in lines)


def test_warnings_are_told_and_do_no_harm(tmp_path: Path, capsys: Output) -> None:
    small = (ROOT / "tests" / "data" / "kits" / "small.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(small.replace('type = "past"', 'type = "design"'), encoding="utf-8")
    assert call(tmp_path, "kit", "check", str(path)) == 0
    told = capsys.readouterr()
    assert [line.split(": ")[1][:3] for line in told.err.splitlines()] == ["W03", "W01"]
    assert told.out == "Kits: 1. Errors: 0. Warnings: 2.\n"


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path, capsys: Output) -> None:
    paths = [str(path) for path in hostile(tmp_path)]
    assert call(tmp_path, "kit", "check", "--json", *paths) == 3
    found = json.loads(capsys.readouterr().out)
    assert {Path(finding["file"]).name for finding in found} == {Path(path).name for path in paths}
    assert all(finding["error"] and finding["code"].startswith("E") for finding in found)


# -- databases that cannot be read -----------------------------------------------------------------


READING = (["list"], ["show", "a"], ["export", "--all", "--to", "."])


@pytest.mark.parametrize("command", [*READING, ["check"], ["demo"]], ids=lambda c: c[0])
def test_a_newer_database_is_4_and_stays_as_it_is(tmp_path: Path, capsys: Output, command: list[str]) -> None:
    path = three(tmp_path)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version = 999")
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    assert call(tmp_path, *command) == 4
    said = capsys.readouterr()
    assert "newer version" in said.err
    assert said.err.count("\n") == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", [*READING, ["demo"]], ids=lambda c: c[0])
@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough" * 9, b"SQLite format 3\0" + b"x" * 4096]
)
def test_a_file_that_is_no_database_is_3(
    tmp_path: Path, capsys: Output, command: list[str], content: bytes
) -> None:
    path = tmp_path / "data" / DATABASE
    path.parent.mkdir()
    path.write_bytes(content)
    assert call(tmp_path, *command) == 3
    assert capsys.readouterr().err.count("\n") == 1
    assert path.read_bytes() == content


def test_a_check_says_what_is_wrong(tmp_path: Path, capsys: Output) -> None:
    path = three(tmp_path)
    assert call(tmp_path, "check") == 0
    with path.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 4096 * 6)
    assert call(tmp_path, "check") == 1
    assert capsys.readouterr().err
    assert call(tmp_path, "check", "--json") == 1
    assert json.loads(capsys.readouterr().out)[0]["problem"]


def test_a_folder_in_the_place_of_the_database_is_a_sentence(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "data" / DATABASE).mkdir(parents=True)
    assert call(tmp_path, "list") in {1, 3}
    assert capsys.readouterr().err.count("\n") == 1


# -- beside an open window -------------------------------------------------------------------------


def test_reading_works_beside_the_window_that_holds_the_lock(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    with FolderLock(tmp_path / "data"):
        assert call(tmp_path, "list") == 0
        assert call(tmp_path, "show", "xyz") == 0
        assert call(tmp_path, "check") == 0
    assert capsys.readouterr().err == ""


def test_each_reading_command_runs_where_there_is_no_qt(tmp_path: Path) -> None:
    three(tmp_path)
    assert run(tmp_path, "list").code == 0
    assert run(tmp_path, "show", "xyz").code == 0
    assert run(tmp_path, "check").code == 0
    assert run(tmp_path, "kit", "list").code == 0


def test_a_name_is_found_however_its_accents_are_spelt(tmp_path: Path, capsys: Output) -> None:
    fill(tmp_path, an_interview(candidate="\u017dofie Example"))
    assert call(tmp_path, "show", "Z\u030cofie") == 0
    assert "\u017dofie Example" in capsys.readouterr().out
