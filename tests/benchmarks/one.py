"""One subject in a process of its own: prints each row as a line of JSON. Started by tests.benchmarks."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.harness import Bench
from tests.benchmarks.subjects import named


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--quick", action="store_true")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="iv-bench-", dir=wanted.data) as scratch:
        for row in named(wanted.name).measure(Bench(wanted.quick, Path(scratch), wanted.data)):
            print(json.dumps(row.record()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
