"""A file is the old or the new one: after a failure half-way and on a full disk too."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from interviewer_app.whole_files import replace_whole

ROOT = Path(__file__).parents[1]


def test_a_file_is_written_and_replaces_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "settings.json"
    for data in (b"old", b"new"):
        replace_whole(target, (data[:1], data[1:]))
        assert target.read_bytes() == data
        assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="rights and links are POSIX")
def test_rights_and_links_stay(tmp_path: Path) -> None:
    elsewhere, link = tmp_path / "own" / "settings.json", tmp_path / "settings.json"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(b"old")
    elsewhere.chmod(0o600)
    link.symlink_to(elsewhere)
    replace_whole(link, (b"new",))
    assert link.is_symlink()
    assert elsewhere.read_bytes() == b"new"
    assert elsewhere.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in elsewhere.parent.iterdir()] == ["settings.json"]


def test_the_bytes_are_down_before_the_name_and_the_name_before_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "settings.json"
    target.write_bytes(b"old")
    there: list[tuple[bool, bytes]] = []
    really = os.fsync

    def watched(handle: int) -> None:
        there.append((os.path.isdir(f"/proc/self/fd/{handle}"), target.read_bytes()))  # noqa: PTH112
        really(handle)

    monkeypatch.setattr(os, "fsync", watched)
    replace_whole(target, (b"new",))
    if Path("/proc/self/fd").is_dir():
        assert there == [(False, b"old"), (True, b"new")]


def test_what_fails_half_way_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    def half() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "no space")

    target = tmp_path / "settings.json"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="no space"):
        replace_whole(target, half())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_in_the_way_is_an_error_and_nothing_stays(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        replace_whole(tmp_path / "settings.json", (b"new",))
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are POSIX")
def test_a_disk_that_fills_up_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "settings.json"
    target.write_bytes(b"old")
    # A limit on the size of files stops the write half-way, as a full disk does.
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from interviewer_app.whole_files import replace_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: replace_whole(Path(sys.argv[1]), [b'x' * 900] * 9)\n"
        "except OSError as error: print(type(error).__name__)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", program, str(target)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "OSError"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
