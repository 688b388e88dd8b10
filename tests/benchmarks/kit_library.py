"""From the click to the painted kit library with 2,000 prompts, and a letter typed into its filter."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.harness import ROOT, Bench, Row, answer, most, p50, p99, python
from tests.kit_texts import many

_CHILD = ROOT / "tests" / "benchmarks" / "children" / "kit_library.py"
_PROMPTS = 2_000


def measure(bench: Bench) -> Iterator[Row]:
    """The first click of a start, what is read behind its picture, and every later click."""
    folder = bench.scratch / "data"
    many(folder / "kits", _PROMPTS)
    runs = [_run(folder, bench.n(20, 2)) for _turn in range(bench.n(7, 1))]
    first = [run["first"] for run in runs]
    again = [value for run in runs for value in run["again"]]
    letters = [value for run in runs for value in run["letters"]]
    what = f"kit library with {_PROMPTS:,} prompts of the user's"
    note = "a picture that says the files are being read"
    yield Row(
        f"{what}, click to picture, first of a start, p50", "ms", p50(first), aims=(most(100.0),), note=note
    )
    yield Row(f"{what}, click to picture, first of a start, worst", "ms", max(first), aims=(most(100.0),))
    yield Row(f"{what}, click to its rows, first of a start, p50", "ms", p50([run["read"] for run in runs]))
    note = "one file of 400 prompts read and judged"
    yield Row("the longest the window is held up by it", "ms", p50([run["held"] for run in runs]), note=note)
    yield Row(f"{what}, click to picture, later ones, p50", "ms", p50(again), aims=(most(16.0),))
    yield Row(f"{what}, click to picture, later ones, p99", "ms", p99(again), aims=(most(16.0),))
    yield Row("a letter typed into its filter, to the picture, p50", "ms", p50(letters), aims=(most(16.0),))
    yield Row("a letter typed into its filter, to the picture, p99", "ms", p99(letters))


def _run(folder: Path, rounds: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer(python(str(_CHILD), str(folder), str(rounds))).splitlines()[-1])
    return found
