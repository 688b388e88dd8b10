"""Interviews as a CSV table, safe to open in a spreadsheet. Imported by controllers and cli."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Final

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.live.checks import CheckResult
from interviewer_app.domain.live.detours import Detour
from interviewer_app.domain.packet.summary import CategoryResult, PointLine, Summary
from interviewer_app.domain.scores import ScoreState
from interviewer_app.exchange.records import stamp

LETTERS: Final = "ABCDEFGH"

COLUMNS: Final = (
    "id",
    "candidate",
    "opening",
    "role",
    "level",
    "interviewer",
    "kit",
    "kit_version",
    "form",
    "variant",
    "phase",
    "sample",
    "started",
    "finalised",
    "planned_minutes",
    "actual_minutes",
    *(f"score_{letter}" for letter in LETTERS),
    "observed",
    "categories",
    "total_low",
    "total_high",
    "total_top",
    "recommendation",
    "reason",
    "strengths",
    "concerns",
    "unknowns",
    "kit_hash",
    "record_hash",
    "deviations",
    "flags",
    "checks",
)
"""Heads of the table; new ones are added at the end."""

_FORMULA: Final = re.compile(
    r"[\s\u200b-\u200f\u2060\ufeff]*[=+@\uff1d\uff0b\uff20\uff0d-]|[ \n\ufeff]*[\t\r]\s*\S"
)
"""How a formula begins, with all that a spreadsheet may skip before it, in wide letters too."""


def csv_lines(interviews: Iterable[tuple[Summary, Phase]]) -> Iterator[bytes]:
    """The table row by row, UTF-8 with a byte order mark, which spreadsheets need to know it by."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS)
    for summary, phase in interviews:
        yield _line(tuple(map(safe, _cells(summary, phase))))


def safe(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula: an apostrophe before what looks like one."""
    return f"'{text}" if _FORMULA.match(text) else text


def _line(cells: tuple[str, ...]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode("utf-8", "replace")


def _cells(summary: Summary, phase: Phase) -> tuple[str, ...]:
    scores = {category.letter: _score(category) for category in summary.categories}
    shown, total = summary.show_minutes, summary.total
    return (
        summary.interview_id,
        summary.candidate,
        summary.opening,
        summary.role,
        summary.level,
        summary.interviewer,
        summary.kit_id,
        summary.kit_version,
        summary.form,
        summary.variant,
        phase,
        "yes" if summary.sample else "no",
        stamp(summary.started) or "",
        stamp(summary.finalised) or "",
        f"{summary.planned / 60:.1f}" if shown else "",
        f"{summary.counted / 60:.1f}" if shown else "",
        *(scores.get(letter, "") for letter in LETTERS),
        str(total.observed),
        str(total.of),
        *(str(n) if summary.settled else "" for n in (total.low, total.high, total.top)),
        summary.recommendation or "",
        summary.reason,
        _points(summary.strengths),
        _points(summary.concerns),
        _points(summary.unknowns),
        summary.kit_hash,
        summary.record_hash,
        " | ".join(map(_deviation, summary.detours)),
        " | ".join(f"{flag.id} ({flag.polarity}): {flag.note}" for flag in summary.flags),
        " | ".join(map(_check, summary.checks)),
    )


def _score(category: CategoryResult) -> str:
    """Never a number for what was not observed, and nothing for what is open."""
    match category.score.state:
        case ScoreState.SCORED:
            return str(category.score.value)
        case ScoreState.NOT_OBSERVED:
            return "not observed"
        case ScoreState.OPEN:
            return ""


def _deviation(detour: Detour) -> str:
    """One prompt out of order, in stored words."""
    said = f" ({detour.words})" if detour.words else ""
    return f"{detour.step}: {detour.kind}, {detour.reason or 'no answer yet'}{said}"


def _check(one: CheckResult) -> str:
    """A list that was used, with the lines in some state."""
    lines = "; ".join(f"{line.text}: {line.state}" for line in one.lines if line.state)
    return f"{one.step or 'interview'} {one.list}: {lines or 'nothing ticked'}"


def _points(points: tuple[PointLine, ...]) -> str:
    return " | ".join(point.text for point in points)
