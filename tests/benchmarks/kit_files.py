"""Reading and checking every shipped kit file, against only parsing the same files."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

from interviewer_app.kits import library, read
from tests.benchmarks.harness import Aim, Bench, Row, answer, in_turn, p50, p99, python

_COLD = "from interviewer_app.kits import library; assert library.shipped().kits"
_COLD_FLOOR = """
import sys, tomllib
for name in sys.argv[1:]:
    with open(name, 'rb') as file:
        tomllib.load(file)
"""


def measure(bench: Bench) -> Iterator[Row]:
    """Warm in this process, then as a process of its own."""
    paths = [Path(copy(path, bench.scratch)) for path in library.shipped_paths()]

    def checked() -> None:
        for path in paths:
            path.touch()  # what has not changed is not read again
        if not read.files(paths, ()).kits:
            raise AssertionError("no kit was read")

    def parsed() -> None:
        for path in paths:
            tomllib.loads(path.read_text(encoding="utf-8"))

    ours, floor = in_turn(bench.n(40, 4), checked, parsed)
    size = sum(path.stat().st_size for path in paths) / 1024
    what = f"shipped kits ({len(paths)} files, {size:.0f} KiB) read and checked"
    aim = (Aim("times", 3),)
    yield Row(f"{what}, p50", "ms", p50(ours), p50(floor), aim, note="floor: tomllib alone")
    yield Row(f"{what}, p99", "ms", p99(ours), p99(floor))
    names = [str(path) for path in paths]
    cold, bare = in_turn(
        bench.n(15, 2),
        lambda: answer(python("-c", _COLD)),
        lambda: answer(python("-c", _COLD_FLOOR, *names)),
    )
    yield Row("the same as a process, start to end, p50", "ms", p50(cold), p50(bare), aim)
