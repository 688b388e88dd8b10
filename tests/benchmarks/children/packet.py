"""One packet in a process of its own, or the bare canvas; prints peak MiB and the digest of the file."""

import hashlib
import pickle
import sys
from pathlib import Path

from tests.benchmarks.processes import peak


def main() -> None:
    """Side (ours, floor) and file come as arguments."""
    side, path = sys.argv[1:]
    record = pickle.loads(Path(path).read_bytes())  # noqa: S301 - written by the benchmark a moment ago
    if side == "ours":
        from interviewer_app.report import pdf

        data = pdf.packet(record, app_version="1.0").data
    else:
        from tests.benchmarks.bare_canvas import draw

        data = draw(record)
    print(f"{peak():.2f} {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
