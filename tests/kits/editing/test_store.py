"""A file is the old or the new one whatever happens: a program killed in the middle of writing."""

import subprocess
import sys
from pathlib import Path

import pytest

from interviewer_app.domain.errors import ReadOnlyStore
from interviewer_app.kits.editing.store import write_whole
from tests.benchmarks.harness import ROOT

_WRITER = """
import sys
from pathlib import Path
from interviewer_app.kits.editing.store import write_whole
place, turn = Path(sys.argv[1]), 0
while True:
    turn += 1
    write_whole(place, (b"a" if turn % 2 else b"b") * 300_000)
    print(turn, flush=True)
"""


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    place = tmp_path / "team-kit.draft"
    for rounds in range(1, 9):
        writer = subprocess.Popen(
            [sys.executable, "-P", "-c", _WRITER, str(place)],
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        assert writer.stdout is not None
        for _turn in range(rounds):
            writer.stdout.readline()
        writer.kill()
        writer.wait()
        writer.stdout.close()
        data = place.read_bytes()
        assert data in (b"a" * 300_000, b"b" * 300_000)


def test_what_could_not_be_written_leaves_nothing_beside(tmp_path: Path) -> None:
    place = tmp_path / "x.toml"
    place.mkdir()
    with pytest.raises(ReadOnlyStore) as said:
        write_whole(place, b"x")
    assert said.value.next_step
    assert [path.name for path in tmp_path.iterdir()] == ["x.toml"]
