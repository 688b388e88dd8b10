"""Exit codes, and lines for people. For cli.

Exit codes: 0 done, 1 failed, 2 usage, 3 invalid input file, 4 database busy, locked or newer. Complaints go
to stderr, one line each.
"""

import sys
from collections.abc import Iterable

DONE, FAILED, USAGE, INVALID, BUSY = range(5)


def print_lines(lines: Iterable[str]) -> None:
    """One line each on standard output."""
    for line in lines:
        print(line)


def complain(line: str) -> None:
    """A line on standard error."""
    print(line, file=sys.stderr)
