"""One interview from all its tables. For storage alone."""

import sqlite3
from dataclasses import replace

from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.storage import rows
from interviewer_app.storage.rows import INTERVIEW_COLUMNS, ONE_INTERVIEW

Kits = dict[str, Kit]
"""Kits read so far by hash: reading one costs milliseconds, and the number of a deleted one is used again."""

_MARKS = """
SELECT seq, kind, at, t, step, ref, old, new, reason, span FROM mark WHERE interview = ? ORDER BY seq
"""
_NOTES = "SELECT id, step, rank, text, t, begun, stamped FROM note WHERE interview = ? ORDER BY rank, id"
_SCORES = """
SELECT letter, state, value, reason, missing, settled, t, set_at FROM score
WHERE interview = ? ORDER BY letter
"""
_CITES = "SELECT letter, note FROM cite WHERE interview = ? ORDER BY letter, pos"
_TICKS = (
    "SELECT step, list, line, state, cells, t, set_at FROM tick WHERE interview = ? ORDER BY step, list, line"
)
_POINTS = "SELECT id, kind, letter, text, note FROM point WHERE interview = ? ORDER BY pos"
_PLACE = "SELECT step, cursor, at FROM place WHERE interview = ?"


def load(conn: sqlite3.Connection, interview_id: str, kits: Kits) -> Interview | None:
    """The interview as it is at one moment, None when there is none; `kits` is looked in and added to."""
    conn.execute("BEGIN")
    try:
        return _load(conn, interview_id, kits)
    finally:
        conn.execute("ROLLBACK")


def _load(conn: sqlite3.Connection, interview_id: str, kits: Kits) -> Interview | None:
    row = conn.execute(ONE_INTERVIEW, (rows.text(interview_id),)).fetchone()
    if row is None:
        return None
    num = (row[0],)
    kit, kit_hash = _kit(conn, row[INTERVIEW_COLUMNS.index("kit")], kits)
    cited: dict[str, tuple[str, ...]] = {}
    for letter, note in conn.execute(_CITES, num):
        cited[letter] = (*cited.get(letter, ()), note)
    scores = {score[0]: rows.score_of(score, cited.get(score[0], ())) for score in conn.execute(_SCORES, num)}
    place = conn.execute(_PLACE, num).fetchone()
    ticks = tuple(map(rows.tick_of, conn.execute(_TICKS, num)))
    return replace(
        rows.interview_of(row, kit, kit_hash),
        ticks={tick.key: tick for tick in ticks},
        marks=tuple(map(rows.mark_of, conn.execute(_MARKS, num))),
        sheets=rows.sheets_of(conn.execute(_NOTES, num)),
        scores=scores,
        points=tuple(map(rows.point_of, conn.execute(_POINTS, num))),
        place=rows.place_of(interview_id, place) if place else None,
    )


def _kit(conn: sqlite3.Connection, num: int, kits: Kits) -> tuple[Kit, str]:
    kit_hash: str = conn.execute("SELECT hash FROM kit WHERE num = ?", (num,)).fetchone()[0]
    if kit_hash not in kits:
        kits[kit_hash] = rows.kit_of(conn.execute("SELECT body FROM kit WHERE num = ?", (num,)).fetchone()[0])
    return kits[kit_hash], kit_hash
