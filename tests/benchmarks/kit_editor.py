"""A key press in the kit editor beside a library of 2,000 prompts, against one in a bare text box."""

import json
from collections.abc import Iterator
from typing import Any

from interviewer_app.kits import library, write
from tests.benchmarks.harness import ROOT, Bench, Row, answer, most, p50, p99, python
from tests.kit_texts import many

_CHILD = ROOT / "tests" / "benchmarks" / "children" / "kit_editor.py"


def measure(bench: Bench) -> Iterator[Row]:
    """In a text of the largest shipped file, and in a kit that may name every prompt there is."""
    folder = bench.scratch / "data"
    many(folder / "kits", 2_000)
    source = max(library.shipped_paths(), key=lambda path: path.stat().st_size)
    largest = write.copy_of(source, "own-prompts", "Own prompts")
    (folder / "kits" / "own-prompts.toml").write_text(largest, encoding="utf-8")
    kit = write.copy_of_kit("gen-tech-60", "own-kit", "Own kit")
    (folder / "kits" / "own-kit.toml").write_text(kit, encoding="utf-8")
    run = python(str(_CHILD), str(folder), str(bench.n(400, 40)))
    found: dict[str, Any] = json.loads(answer(run).splitlines()[-1])
    size = len(largest) // 1024
    note = "floor: the same text in a bare text box; a save or a judgement falls between keys, never into one"
    yield Row(f"a key in a text of a file of {size} KiB, p50", "ms", p50(found["text"]), p50(found["bare"]))
    yield Row(
        f"a key in a text of a file of {size} KiB, p99",
        "ms",
        p99(found["text"]),
        p99(found["bare"]),
        (most(1.0),),
        note=note,
    )
    yield Row("a key in the title of a kit, p50", "ms", p50(found["title"]))
    yield Row("a key in the title of a kit, p99", "ms", p99(found["title"]), aims=(most(1.0),))
