"""Two hundred writers are killed while typing goes on; every acknowledged character is there afterwards."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

KILLS = 200
PROCESSES = 2

ROOT = Path(__file__).parents[2]
MEMORY = Path("/dev/shm")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory where there is one: a kill cannot tell, and a slow disk is not the point."""
    made = Path(
        tempfile.mkdtemp(prefix="interviewer-kill-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None)
    )
    yield made
    shutil.rmtree(made)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked from a warm process")
def test_kills_lose_nothing_acknowledged(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = secrets.randbelow(1_000_000)
    command = [sys.executable, "-m", "tests.kill.typist", str(folder), str(KILLS // PROCESSES)]
    running = [
        subprocess.Popen([*command, str(seed + 1_000_000 * n)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for n in range(PROCESSES)
    ]
    tally: Counter[str] = Counter()
    oldest = 0.0
    for process in running:
        out, _ = process.communicate(timeout=110)
        assert process.returncode == 0
        one = json.loads(out.splitlines()[-1])
        oldest = max(oldest, one.pop("oldest_unsaved_us", 0) / 1_000)
        tally.update(one)
    with capsys.disabled():
        print(f"\nkill test (seed {seed}): {dict(tally)}, oldest unsaved key {oldest} ms before the kill")
    assert tally["kills"] == KILLS
    assert tally["keys"] > tally["acknowledged"] > KILLS
    assert (tally["acknowledged_lost"], tally["damaged"], tally["strange"]) == (0, 0, 0)
