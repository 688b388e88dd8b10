"""The commands that write: export, backup, restore, demo."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader

from interviewer_app.domain.interview import Phase
from interviewer_app.settings import DATABASE
from interviewer_app.storage import bulk, migrations
from interviewer_app.storage.lock import FolderLock
from tests.builders import NOON, an_interview
from tests.cli.program import call, run
from tests.exchange.schema import errors

Output = pytest.CaptureFixture[str]


def three(folder: Path) -> Path:
    """A library with one finalised, one to review and one prepared."""
    path = folder / "data" / DATABASE
    migrations.ensure(path, NOON)
    interviews = (
        an_interview(Phase.FINALISED, "abc1", candidate="Ada"),
        an_interview(Phase.TO_REVIEW, "abc2", candidate="Bo", at=86_400.0),
        an_interview(Phase.PREPARED, "xyz", candidate="Cy", at=172_800.0),
    )
    bulk.insert_many(path, interviews)
    return path


def out(folder: Path) -> Path:
    """A folder to export to."""
    made = folder / "out"
    made.mkdir(exist_ok=True)
    return made


def export(folder: Path, *arguments: str) -> int:
    return call(folder, "export", *arguments, "--to", str(out(folder)))


def exported(folder: Path, capsys: Output) -> list[bool]:
    """For each interview of the list, whether the library knows of a packet."""
    capsys.readouterr()
    assert call(folder, "list", "--json") == 0
    return [row["exported"] for row in json.loads(capsys.readouterr().out)]


# -- export ----------------------------------------------------------------------------------------


def test_a_packet_is_written_and_its_path_printed(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    assert export(tmp_path, "Ada") == 0
    said = capsys.readouterr()
    [path] = out(tmp_path).iterdir()
    assert said.out == f"{path}\n"
    assert said.err == ""
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Ada" in text
    assert "shed load" in text


def test_all_means_every_interview_that_was_begun_and_drafts_are_told(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    assert export(tmp_path, "--all") == 0
    said = capsys.readouterr()
    assert [Path(line).name for line in said.out.splitlines()] == [
        "2026-09-14_Platform-engineer_Ada.pdf",
        "2026-09-15_Platform-engineer_Bo_draft.pdf",
    ]
    assert said.err == "2026-09-15_Platform-engineer_Bo_draft.pdf: not finalised, written as a draft.\n"


def test_exporting_again_writes_the_same_file(tmp_path: Path) -> None:
    three(tmp_path)
    assert export(tmp_path, "abc1") == 0
    [path] = out(tmp_path).iterdir()
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    assert export(tmp_path, "abc1", "abc1", "Ada") == 0
    assert list(out(tmp_path).iterdir()) == [path]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_file_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    three(tmp_path)
    taken = out(tmp_path) / "2026-09-14_Platform-engineer_Ada.pdf"
    taken.write_bytes(b"mine")
    assert export(tmp_path, "abc1") == 0
    assert taken.read_bytes() == b"mine"
    assert taken.with_name("2026-09-14_Platform-engineer_Ada-2.pdf").is_file()


def test_json_is_a_file_each_and_fits_the_schema(tmp_path: Path) -> None:
    three(tmp_path)
    assert export(tmp_path, "--all", "--format", "json") == 0
    paths = sorted(out(tmp_path).iterdir())
    assert [path.suffix for path in paths] == [".json", ".json"]
    records = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    assert [errors(record) for record in records] == [[], []]
    assert [record["candidate"] for record in records] == ["Ada", "Bo"]


def test_csv_is_one_table(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    assert export(tmp_path, "--all", "--format", "csv") == 0
    [path] = out(tmp_path).iterdir()
    assert capsys.readouterr().out == f"{path}\n"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    assert [row["candidate"] for row in rows] == ["Ada", "Bo"]


def test_markdown_is_a_file_each(tmp_path: Path) -> None:
    three(tmp_path)
    assert export(tmp_path, "xyz", "abc1", "--format", "md") == 0
    texts = [path.read_text(encoding="utf-8") for path in sorted(out(tmp_path).iterdir())]
    assert len(texts) == 2
    assert any(text.startswith("# Ada\n") for text in texts)


def test_the_library_learns_of_a_packet(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    assert export(tmp_path, "--all") == 0
    assert exported(tmp_path, capsys) == [False, False, True]


def test_an_export_beside_an_open_window_writes_the_file_and_nothing_else(
    tmp_path: Path, capsys: Output
) -> None:
    three(tmp_path)
    with FolderLock(tmp_path / "data"):
        assert export(tmp_path, "--all") == 0
        assert len(list(out(tmp_path).iterdir())) == 2
    assert exported(tmp_path, capsys) == [False, False, False]


@pytest.mark.parametrize("form", ["pdf", "json", "csv", "md"])
def test_a_folder_that_is_missing_or_a_file_is_refused(tmp_path: Path, capsys: Output, form: str) -> None:
    three(tmp_path)
    (tmp_path / "file").touch()
    for name in ("missing", "file"):
        assert call(tmp_path, "export", "--all", "--to", str(tmp_path / name), "--format", form) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert f"The folder {tmp_path / name} is not there." in said.err
    assert not (tmp_path / "missing").exists()


@pytest.mark.parametrize("form", ["pdf", "csv"])
def test_a_folder_that_takes_nothing_is_refused(tmp_path: Path, capsys: Output, form: str) -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc, where even root can make no file")
    three(tmp_path)
    assert call(tmp_path, "export", "--all", "--to", "/proc/self", "--format", form) == 1
    assert "Nothing can be written" in capsys.readouterr().err


def test_one_unknown_id_stops_before_anything_is_written(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    assert export(tmp_path, "abc1", "nobody") == 1
    assert "No interview begins with “nobody”." in capsys.readouterr().err
    assert not list(out(tmp_path).iterdir())


def test_an_empty_library_exports_nothing(tmp_path: Path, capsys: Output) -> None:
    assert export(tmp_path, "--all") == 0
    assert capsys.readouterr().out == ""
    assert export(tmp_path, "Ada") == 1


def test_characters_without_a_font_are_told(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "data" / DATABASE
    migrations.ensure(path, NOON)
    bulk.insert_many(path, [an_interview(Phase.FINALISED, candidate="Ada 李")])
    assert export(tmp_path, "--all") == 0
    assert "李" in capsys.readouterr().err


# -- backup and restore ----------------------------------------------------------------------------


def test_a_backup_brings_everything_back(tmp_path: Path, capsys: Output) -> None:
    path, copy = three(tmp_path), tmp_path / "copy.db"
    assert call(tmp_path, "backup", str(copy)) == 0
    path.unlink()
    assert call(tmp_path, "restore", str(copy)) == 0
    capsys.readouterr()
    assert call(tmp_path, "list") == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert call(tmp_path, "check") == 0


def test_a_restore_keeps_what_was_there(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    assert call(tmp_path, "backup", str(tmp_path / "copy.db")) == 0
    assert call(tmp_path, "demo", "--count", "5", "--seed", "1") == 0
    capsys.readouterr()
    assert call(tmp_path, "restore", str(tmp_path / "copy.db")) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    kept = Path(last.removeprefix("What was there before is kept at ").removesuffix("."))
    with closing(sqlite3.connect(kept)) as conn:
        assert conn.execute("SELECT count(*) FROM interview").fetchone() == (8,)


def test_a_backup_works_beside_an_open_window_and_a_restore_does_not(tmp_path: Path, capsys: Output) -> None:
    path, copy = three(tmp_path), tmp_path / "copy.db"
    with FolderLock(tmp_path / "data"):
        assert call(tmp_path, "backup", str(copy)) == 0
        assert capsys.readouterr().err == ""
        before = path.stat().st_mtime_ns
        assert call(tmp_path, "restore", str(copy)) == 4
        assert capsys.readouterr().err.count("\n") == 1
        assert path.stat().st_mtime_ns == before


def test_the_database_itself_is_no_backup(tmp_path: Path, capsys: Output) -> None:
    path = three(tmp_path)
    link = tmp_path / "link.db"
    link.symlink_to(path)
    for name in (path, link, tmp_path / "data" / ".." / "data" / DATABASE):
        assert call(tmp_path, "backup", str(name)) == 1
        assert call(tmp_path, "restore", str(name)) == 1
    assert capsys.readouterr().err.count("is the database itself") == 6
    assert call(tmp_path, "check") == 0


def test_there_is_nothing_to_back_up_yet(tmp_path: Path, capsys: Output) -> None:
    assert call(tmp_path, "backup", str(tmp_path / "copy.db")) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "copy.db").exists()


def test_a_backup_that_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "file" / "copy.db", tmp_path / "folder"):
        assert call(tmp_path, "backup", str(place)) == 1
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("kind", ["missing", "folder", "text", "empty", "other"])
def test_a_file_that_is_no_backup_is_3_and_changes_nothing(tmp_path: Path, capsys: Output, kind: str) -> None:
    three(tmp_path)
    source = tmp_path / "source.db"
    match kind:
        case "folder":
            source.mkdir()
        case "text":
            source.write_text("no database " * 100)
        case "empty":
            source.touch()
        case "other":
            with closing(sqlite3.connect(source)) as conn:
                conn.execute("CREATE TABLE t (x)")
        case _:
            pass
    assert call(tmp_path, "restore", str(source)) == 3
    assert capsys.readouterr().err.count("\n") == 1
    assert call(tmp_path, "list") == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


# -- demo ------------------------------------------------------------------------------------------


def test_a_demo_fills_a_library_where_there_is_no_qt(tmp_path: Path, capsys: Output) -> None:
    done = run(tmp_path, "demo", "--count", "30", "--seed", "7")
    assert (done.code, done.err) == (0, [])
    assert done.out == ["Made-up interviews added: 30 (seed 7)."]
    assert call(tmp_path, "check") == 0
    capsys.readouterr()
    assert run(tmp_path, "export", "--all", "--to", str(out(tmp_path))).code == 0
    assert len(list(out(tmp_path).iterdir())) == 29  # one is only prepared


def test_the_same_seed_gives_the_same_data(tmp_path: Path, capsys: Output) -> None:
    said = []
    for name in "ab":
        assert call(tmp_path / name, "demo", "--count", "25", "--seed", "7") == 0
        capsys.readouterr()
        assert call(tmp_path / name, "list", "--json") == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]


def test_the_same_seed_twice_is_refused_and_none_is_always_new(tmp_path: Path, capsys: Output) -> None:
    assert call(tmp_path, "demo", "--count", "3", "--seed", "7") == 0
    assert call(tmp_path, "demo", "--count", "9", "--seed", "7") == 1
    assert "are here already" in capsys.readouterr().err
    assert call(tmp_path, "demo", "--count", "2") == 0
    assert call(tmp_path, "demo") == 0
    capsys.readouterr()
    assert call(tmp_path, "list") == 0
    assert len(capsys.readouterr().out.splitlines()) == 3 + 2 + 20


def test_a_demo_beside_an_open_window_is_4(tmp_path: Path, capsys: Output) -> None:
    three(tmp_path)
    with FolderLock(tmp_path / "data"):
        assert call(tmp_path, "demo") == 4
    assert capsys.readouterr().err.count("\n") == 1


def test_a_data_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "data").write_text("a file")
    assert call(tmp_path, "demo") == 1
    assert capsys.readouterr().err.count("\n") == 1
