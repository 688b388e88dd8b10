"""From process start to the painted library, read off an X server's screen; and the memory it then takes.

No hook is built into the program. The floor is a bare window with an editor.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.databases import library_of
from tests.benchmarks.harness import ROOT, Bench, Row, child_env, p50, percentile, plus, python, times
from tests.benchmarks.processes import pss, used
from tests.benchmarks.screen import Screen, missing_tools, painted, started

SETTLE = 1.5
_DROP = Path("/proc/sys/vm/drop_caches")
_BARE = ROOT / "tests" / "benchmarks" / "children" / "bare_window.py"


def measure(bench: Bench) -> Iterator[Row]:
    """Warm pairs, then cold ones where the file cache may be dropped."""
    if missing_tools():
        print("start: not installed: " + ", ".join(missing_tools()))
        return
    count = bench.n(10_000, 500)
    database = library_of(bench, count)
    ours = python("-m", "interviewer_app", "--data-dir", str(database.parent))
    floor = python(str(_BARE))
    with Screen(bench.scratch / "screen", manager=False) as screen:
        one(screen, ours)  # compiles and fills the caches
        one(screen, floor)
        warm = [(one(screen, ours), one(screen, floor)) for _turn in range(bench.n(15, 2))]
        yield from _rows(f"start to painted library, {count:,} interviews, warm", warm)
        mine, bare = (median(pair[side].memory for pair in warm) for side in (0, 1))
        yield Row("memory (PSS) of the painted library", "MiB", mine, bare, (plus(12.0),))
        if not os.access(_DROP, os.W_OK):
            print("start: the file cache cannot be dropped here, so nothing is known about cold starts")
            return
        cold = [(one(screen, ours, cold=True), one(screen, floor, cold=True)) for _t in range(bench.n(5, 1))]
        yield from _rows(f"start to painted library, {count:,} interviews, cold", cold)


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took: milliseconds to the first change and to the finished picture, MiB, CPU in ms."""

    first: float
    whole: float
    memory: float
    cpu: float


def one(screen: Screen, command: list[str], *, cold: bool = False) -> Start:
    """Start it, watch it, end it."""
    env = child_env(PYTHONPATH=str(ROOT), **screen.env)
    blank = screen.look()
    if cold:
        os.sync()
        _DROP.write_text("3")
    begun = perf_counter()
    with started(command, env) as process:
        frames = screen.watch(process, begun, SETTLE)
        memory, cpu = pss(process.pid), used(process.pid).cpu
    screen.wait_until(blank)
    return Start(frames[0][0] * 1000, painted(frames) * 1000, memory, cpu)


def _rows(what: str, pairs: list[tuple[Start, Start]]) -> Iterator[Row]:
    ours, floor = [mine.whole for mine, _bare in pairs], [bare.whole for _mine, bare in pairs]
    first, bare_first = [mine.first for mine, _bare in pairs], [bare.first for _mine, bare in pairs]
    yield Row(f"{what}, p50", "ms", p50(ours), p50(floor), (times(1.15),))
    yield Row(f"{what}, p90", "ms", percentile(ours, 90), percentile(floor, 90))
    yield Row(f"{what}: first change, p50", "ms", p50(first), p50(bare_first))
    cpu, bare_cpu = [mine.cpu for mine, _bare in pairs], [bare.cpu for _mine, bare in pairs]
    yield Row(f"{what}: CPU until {SETTLE} s after, p50", "ms", p50(cpu), p50(bare_cpu))
