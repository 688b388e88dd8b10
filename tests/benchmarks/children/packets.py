"""So many packets one after the other, made from a few summaries in turn; prints peak MiB."""

import pickle
import sys
from itertools import cycle, islice
from pathlib import Path

from interviewer_app.report import pdf
from tests.benchmarks.processes import peak


def main() -> None:
    """File and number come as arguments."""
    path, count = sys.argv[1:]
    summaries = pickle.loads(Path(path).read_bytes())  # noqa: S301 - written by the benchmark a moment ago
    for summary in islice(cycle(summaries), int(count)):
        pdf.packet(summary, app_version="1.0")
    print(f"{peak():.2f}")


if __name__ == "__main__":
    main()
