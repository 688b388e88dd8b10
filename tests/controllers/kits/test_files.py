"""Kit files in and out: a report first, stored whole, exported to the same hash, never half written."""

import os
import stat
from pathlib import Path

import pytest

from interviewer_app.domain.canon import digest
from interviewer_app.domain.errors import ExportProblem, ReadOnlyStore
from interviewer_app.kits import library
from tests.controllers.desk import Desk
from tests.controllers.kit_shelf import Shelf, kit_of
from tests.kit_texts import BROKEN, HEAD, PROMPT, team_kit


def test_a_report_comes_first_and_stores_nothing(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "given.toml"
    source.write_text(team_kit(), encoding="utf-8")
    shelf.open()
    report = shelf.preview(source)
    assert not report.obstacle
    assert "team-kit" in report.verdict
    assert {pair.lead.split()[0] for pair in report.holds} >= {"Kits", "Prompts", "Scorecards", "Roles"}
    assert not shelf.folder.exists()


def test_what_is_imported_is_used_and_exported_with_the_same_hash(
    shelf: Shelf, desk: Desk, tmp_path: Path
) -> None:
    source = tmp_path / "given.toml"
    source.write_text(team_kit(), encoding="utf-8")
    shelf.open()
    shelf.preview(source)
    shelf.kits.take_in()
    shelf.open()
    detail = shelf.view.detail
    assert detail is not None
    assert detail.title == "Team kit"
    shelf.kits.export(detail.file.path, str(tmp_path / "out" / "team.toml"))
    assert (tmp_path / "out" / "team.toml").read_bytes() == source.read_bytes()
    other = Shelf(Desk(desk.keeper, desk.preferences, tmp_path / "elsewhere", desk.qtbot))
    (tmp_path / "elsewhere").mkdir()
    other.open()
    other.preview(tmp_path / "out" / "team.toml")
    other.kits.take_in()
    assert digest(kit_of(other.folder, "team-kit").cut()) == digest(kit_of(shelf.folder, "team-kit").cut())


def test_a_broken_file_is_not_imported(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "bad.toml"
    source.write_text(BROKEN, encoding="utf-8")
    report = shelf.preview(source)
    assert report.obstacle
    assert {finding.code for finding in report.file.findings} >= {"E06", "E12"}
    assert all(finding.file == "bad.toml" and finding.line > 0 for finding in report.file.findings)
    shelf.kits.take_in()
    assert not shelf.kits.store.own()


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"[" * 5000, b"a = 1", os.urandom(400)])
def test_whatever_is_dropped_gets_a_report(shelf: Shelf, tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "thing.toml"
    source.write_bytes(data)
    assert shelf.preview(source).obstacle


def test_a_folder_or_nothing_is_a_problem_with_a_next_step(shelf: Shelf, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.toml"):
        shelf.kits.preview(str(path))
        assert shelf.problems.last.next_step
    assert shelf.reports.heard == []


def test_the_same_version_with_other_content_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put("team-kit.toml", team_kit())
    source = tmp_path / "given.toml"
    source.write_text(team_kit(title="Renamed"), encoding="utf-8")
    report = shelf.preview(source)
    assert "Raise the version" in report.obstacle
    assert report.changes


def test_a_prompt_that_differs_under_its_version_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "given.toml"
    source.write_text(team_kit().replace('title = "Week three"', 'title = "Week four"'), encoding="utf-8")
    assert "E22" in {finding.code for finding in shelf.preview(source).file.findings}


def test_a_newer_version_replaces_and_keeps_the_older(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put("team-kit.toml", team_kit())
    source = tmp_path / "given.toml"
    newer = team_kit(title="Renamed").replace('content_version = "1.0.0"', 'content_version = "1.1.0"')
    newer = newer.replace('version = "1.0.0"\nrole', 'version = "1.1.0"\nrole')
    source.write_text(newer, encoding="utf-8")
    report = shelf.preview(source)
    assert (report.obstacle, "1.1.0" in report.verdict) == ("", True)
    shelf.kits.take_in()
    assert (shelf.folder / "team-kit.toml").read_text(encoding="utf-8") == newer
    older = list((shelf.folder / "older").glob("*.toml"))
    assert [path.read_text(encoding="utf-8") for path in older] == [team_kit()]


@pytest.mark.parametrize("name", ["team-kit.toml", "other.toml"])
def test_a_file_is_known_by_its_id_and_not_by_its_name(shelf: Shelf, tmp_path: Path, name: str) -> None:
    other = HEAD.format(id="someone-else", title="Other", version="1.0.0") + PROMPT.format(
        id="x-1", title="X"
    )
    shelf.put("team-kit.toml", other)
    if name == "other.toml":
        shelf.put(name, "# first a remark\n" + team_kit())
    source = tmp_path / "given.toml"
    newer = team_kit(title="Renamed").replace('content_version = "1.0.0"', 'content_version = "1.1.0"')
    source.write_text(newer, encoding="utf-8")
    shelf.preview(source)
    shelf.kits.take_in()
    assert (shelf.folder / "team-kit.toml").read_text(encoding="utf-8") == other
    place = "team-kit-2.toml" if name == "team-kit.toml" else name
    assert (shelf.folder / place).read_text(encoding="utf-8") == newer


def test_the_very_same_file_and_shipped_ids_are_refused(shelf: Shelf) -> None:
    mine = shelf.put("team-kit.toml", team_kit())
    assert "already" in shelf.preview(mine).obstacle
    assert "ships with" in shelf.preview(library.shipped_paths()[0]).obstacle


def test_a_file_may_use_prompts_of_the_user_s_other_files(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put(
        "mine.toml",
        HEAD.format(id="mine", title="Mine", version="1.0.0") + PROMPT.format(id="mine-1", title="A"),
    )
    source = tmp_path / "uses.toml"
    source.write_text(uses_another_file(), encoding="utf-8")
    report = shelf.preview(source)
    assert [finding.text() for finding in report.file.findings if finding.fatal] == []


def test_an_export_brings_what_it_uses_of_other_files(shelf: Shelf, desk: Desk, tmp_path: Path) -> None:
    mine = HEAD.format(id="mine", title="Mine", version="1.0.0") + PROMPT.format(id="mine-1", title="A")
    shelf.put("mine.toml", mine)
    uses = shelf.put("uses.toml", uses_another_file())
    before = digest(kit_of(shelf.folder, "short-kit").cut())
    shelf.kits.export(str(uses), str(tmp_path / "out.toml"))
    (tmp_path / "elsewhere").mkdir()
    other = Shelf(Desk(desk.keeper, desk.preferences, tmp_path / "elsewhere", desk.qtbot))
    assert not other.preview(tmp_path / "out.toml").obstacle
    other.kits.take_in()
    assert digest(kit_of(other.folder, "short-kit").cut()) == before


def uses_another_file() -> str:
    """A kit whose one prompt stands in another file of the user's."""
    kit = """
[[kits]]
id = "short-kit"
title = "Short"
version = "1.0.0"
role = "gen"
stage = "screen"
scorecard = "delivery-ae"
scored = ["A", "C"]
variants = [{ id = "full", total_minutes = 15, frame = { opening = 3, candidate_questions = 3, close = 1 } }]
items = [{ prompt = "mine-1" }]
"""
    script = (
        "We talk for a while and I write down what you say, so please take the time you need for it. " * 2
    )
    text = HEAD.format(id="uses", title="Uses", version="1.0.0")
    text += f'opening_script = "{script}"\nclosing_script = "{script}"\n{kit}'
    return text


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said_and_leaves_nothing(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "given.toml"
    source.write_text(team_kit(), encoding="utf-8")
    shelf.folder.mkdir()
    shelf.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    shelf.preview(source)
    shelf.kits.take_in()
    shelf.folder.chmod(stat.S_IRWXU)
    assert isinstance(shelf.problems.last, ReadOnlyStore)
    assert list(shelf.folder.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_said(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "given.toml"
    source.write_text(team_kit(), encoding="utf-8")
    shelf.folder.write_text("in the way", encoding="utf-8")
    shelf.preview(source)
    shelf.kits.take_in()
    assert isinstance(shelf.problems.last, ReadOnlyStore)


def test_an_export_that_cannot_be_written_is_said(shelf: Shelf, tmp_path: Path) -> None:
    mine = shelf.put("team-kit.toml", team_kit())
    (tmp_path / "flat").write_text("a file", encoding="utf-8")
    shelf.kits.export(str(mine), str(tmp_path / "flat" / "x.toml"))
    assert isinstance(shelf.problems.last, ExportProblem)


# -- exposure
