"""One writing program per data folder, for as long as it lives."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from interviewer_app.domain.errors import ReadOnlyStore, StoreBusy
from interviewer_app.storage.lock import NAME, FolderLock

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from interviewer_app.storage.lock import FolderLock
FolderLock(Path(sys.argv[1])).acquire()
print("held", flush=True)
sys.stdin.read()
"""


def a_holder(folder: Path) -> subprocess.Popen[str]:
    """Another process that has the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], cwd=ROOT, stdin=-1, stdout=-1, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_process_is_told_and_gets_it_after_the_first_ends(tmp_path: Path) -> None:
    with a_holder(tmp_path) as holder:
        lock = FolderLock(tmp_path)
        with pytest.raises(StoreBusy, match="already working"):
            lock.acquire()
        holder.communicate("", timeout=20)
        with lock:
            assert (tmp_path / NAME).exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    with a_holder(tmp_path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait(20)
        with FolderLock(tmp_path):
            pass


def test_it_can_be_taken_and_released_again_and_again(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    for _ in range(3):
        first.acquire()
        first.acquire()
        with pytest.raises(StoreBusy):
            second.acquire()
        first.release()
        first.release()
        with second:
            pass


@pytest.mark.skipif(sys.platform == "win32", reason="rights are lists there")
def test_folder_and_lock_are_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    with FolderLock(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(ReadOnlyStore):
        FolderLock(tmp_path).acquire()
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnlyStore):
        FolderLock(tmp_path / "file" / "data").acquire()


def test_the_lock_file_never_needs_to_be_empty_or_new(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(os.urandom(100))
    with FolderLock(tmp_path):
        pass
