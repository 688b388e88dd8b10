"""Holds a database's write lock for a while, twice a second: what a stalling disk feels like."""

import sqlite3
import sys
import time


def main() -> None:
    """Path and milliseconds come as arguments; a line is printed when the first stall begins."""
    path, length = sys.argv[1], int(sys.argv[2]) / 1000
    conn = sqlite3.connect(path, isolation_level=None, timeout=5.0)
    while True:
        conn.execute("BEGIN IMMEDIATE")
        print("held", flush=True)
        time.sleep(length)
        conn.execute("ROLLBACK")
        time.sleep(max(0.0, 0.5 - length))


if __name__ == "__main__":
    main()
