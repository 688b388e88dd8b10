"""Rows as text: a table for people and JSON for machines."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

COLUMNS = ("what", "ours", "floor", "ratio", "aim", "")
WIDEST = 80

Record = dict[str, Any]


def figure(value: float | None, unit: str = "") -> str:
    """Three significant digits and the unit; nothing for nothing."""
    if value is None:
        return ""
    size = abs(value)
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:,.{digits}f} {unit}".rstrip()


def cells(record: Record) -> tuple[str, ...]:
    """One row of the table."""
    verdict = {True: "reached", False: "MISSED", None: ""}[record["met"]]
    ratio = record["ratio"]
    return (
        record["what"],
        figure(record["ours"], record["unit"]),
        figure(record["floor"], record["unit"]),
        f"{ratio:.2f}" if ratio is not None else "",
        ", ".join(record["aims"]),
        verdict,
    )


def table(records: Sequence[Record]) -> str:
    """All rows under their heading, the notes below."""
    lines = [COLUMNS, *map(cells, records)]
    widths = [min(WIDEST, max(len(line[at]) for line in lines)) for at in range(len(COLUMNS))]
    out = []
    for line in lines:
        first = line[0].ljust(widths[0])
        middle = [cell.rjust(width) for cell, width in zip(line[1:4], widths[1:4], strict=True)]
        last = [cell.ljust(width) for cell, width in zip(line[4:], widths[4:], strict=True)]
        out.append("  ".join((first, *middle, *last)).rstrip())
    out.insert(1, "-" * max(map(len, out)))
    notes = [f"* {record['what']}: {record['note']}" for record in records if record["note"]]
    return "\n".join((*out, *notes))


def machine() -> dict[str, str]:
    """What the figures were taken on."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cpus": str(os.cpu_count()),
        "load": f"{load:.2f}",
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in ("PySide6-Essentials", "reportlab", "sqlite-utils")},
    }
