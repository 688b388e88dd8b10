"""What our own modules add to QtWidgets before the first paint: milliseconds and modules."""

import json
from collections.abc import Iterator

from tests.benchmarks.databases import library_of
from tests.benchmarks.harness import Bench, Row, answer, most, p50, python


def measure(bench: Bench) -> Iterator[Row]:
    """Fresh interpreters, each opening the library."""
    folder = library_of(bench, bench.n(10_000, 500)).parent
    command = python("-m", "tests.benchmarks.children.first_paint", str(folder))
    answer(command)  # compiles
    found = [json.loads(answer(command)) for _turn in range(bench.n(15, 3))]
    modules = found[0]["modules"]
    ours = [name for name in modules if name.startswith("interviewer_app")]
    others = [name for name in modules if not name.startswith("interviewer_app")]
    note = "not ours: " + ", ".join(others)
    base = p50([one["widgets"] for one in found])
    what = "imports after QtWidgets until the first paint"
    yield Row(
        what, "ms", p50([one["ms"] for one in found]), None, (most(12.0),), f"QtWidgets itself {base:.0f} ms"
    )
    yield Row("modules after QtWidgets at the first paint", "", len(modules), None, (most(60.0),), note)
    yield Row("of these our own", "", len(ours))
