"""Exported files: whole or not there, and never in the place of another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from interviewer_app.domain.errors import ExportProblem
from interviewer_app.exchange.files import write_new


def test_a_file_is_written(tmp_path: Path) -> None:
    path = write_new(tmp_path, "a.md", [b"one", b"two"])
    assert path == tmp_path / "a.md"
    assert path.read_bytes() == b"onetwo"
    assert list(tmp_path.iterdir()) == [path]


def test_another_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"mine")
    assert write_new(tmp_path, "a.md", [b"new"]) == tmp_path / "a-2.md"
    assert write_new(tmp_path, "a.md", [b"newer"]) == tmp_path / "a-3.md"
    assert (tmp_path / "a.md").read_bytes() == b"mine"


def test_the_same_file_again_is_left_as_it_is(tmp_path: Path) -> None:
    first = write_new(tmp_path, "a.md", [b"same"])
    before = first.stat().st_mtime_ns
    assert write_new(tmp_path, "a.md", [b"same"]) == first
    assert first.stat().st_mtime_ns == before
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_of_that_name_and_a_dead_link_are_in_the_way_too(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    (tmp_path / "a-2.md").symlink_to(tmp_path / "nowhere")
    assert write_new(tmp_path, "a.md", [b"new"]).name == "a-3.md"


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportProblem, match="is not there"):
        write_new(tmp_path / name, "a.md", [b"new"])


def test_a_folder_that_takes_nothing_is_refused() -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc, where even root can make no file")
    with pytest.raises(ExportProblem, match="Nothing can be written"):
        write_new(Path("/proc/self"), "a.md", [b"new"])


def test_what_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    def half() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "no space")

    with pytest.raises(ExportProblem, match="is full"):
        write_new(tmp_path, "a.md", half())
    assert not list(tmp_path.iterdir())
