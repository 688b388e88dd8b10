"""Changes into rows, on the writing connection and inside its transaction. For storage.writer alone."""

import sqlite3
from dataclasses import replace
from typing import NamedTuple

from interviewer_app.domain.changes import (
    Change,
    Exported,
    InterviewGone,
    InterviewPut,
    MarkAdded,
    NoteGone,
    NotePut,
    OpeningGone,
    OpeningPut,
    PointsPut,
    ScorePut,
    TickPut,
)
from interviewer_app.domain.interview import Interview, LivePlace, Opening, Phase
from interviewer_app.storage import rows
from interviewer_app.storage.rows import (
    FORGET_WORDS,
    INDEX_WORDS,
    INTERVIEW_COLUMNS,
    NEW_INTERVIEW,
    ONE_INTERVIEW,
)

REFUSALS = (
    sqlite3.IntegrityError,
    sqlite3.ProgrammingError,
    sqlite3.InterfaceError,
    sqlite3.DataError,
    LookupError,
    OverflowError,
    TypeError,
    ValueError,
)
"""What a change that can never be stored raises; anything else is the disk's fault and may pass."""


class Outcome(NamedTuple):
    """What was not written of some changes; everything else was."""

    refused: tuple[tuple[Change, str], ...] = ()
    """What the database's rules will never take, each with a reason that holds no user text."""
    stuck: tuple[tuple[Change, Exception], ...] = ()
    """What met a mistake of ours, or want of memory, and may be tried again."""


_PUT_NOTE = """
INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET
  step = excluded.step, rank = excluded.rank, text = excluded.text, t = excluded.t, begun = excluded.begun,
 stamped = excluded.stamped
"""
_ADD_MARK = """
WITH fresh AS (VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
INSERT INTO mark SELECT * FROM fresh
WHERE NOT EXISTS (
  SELECT 1 FROM mark
  WHERE (interview, seq, kind, at, t, step, ref, old, new, reason, span) = (SELECT * FROM fresh)
)
"""
_PUT_SCORE = """
INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET
  state = excluded.state, value = excluded.value, reason = excluded.reason, missing = excluded.missing,
  settled = excluded.settled, t = excluded.t, set_at = excluded.set_at
"""
_PUT_TICK = """
INSERT INTO tick VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET
  state = excluded.state, cells = excluded.cells, t = excluded.t, set_at = excluded.set_at
"""
_DROP_TICK = "DELETE FROM tick WHERE (interview, step, list, line) = (?, ?, ?, ?)"
_PUT_PLACE = """
INSERT INTO place VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET step = excluded.step, cursor = excluded.cursor, at = excluded.at
"""
_PUT_OPENING = """
INSERT INTO opening (id, title, role, level, genai, sheet, kept) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET
  title = excluded.title, role = excluded.role, level = excluded.level, genai = excluded.genai,
  sheet = excluded.sheet, kept = max(kept, excluded.kept)
"""
_ADD_OPENING = """
INSERT OR IGNORE INTO opening (id, title, role, level, genai, sheet, kept) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_RENEW_OPENING = "UPDATE opening SET title = ?, role = ?, level = ?, genai = ?, sheet = ? WHERE id = ?"
_PREPARED = f"""
SELECT {", ".join(f"interview.{column}" for column in INTERVIEW_COLUMNS)}, kit.title
FROM interview JOIN kit ON kit.num = interview.kit WHERE opening = ? AND phase = 'prepared'
"""  # noqa: S608 - our own names
_DROP_OPENING = """
DELETE FROM opening WHERE id = ? AND NOT EXISTS (SELECT 1 FROM interview WHERE opening = opening.id)
"""
_ADD_EXPORT = """
WITH fresh AS (VALUES (?, ?, ?, ?))
INSERT INTO export (interview, at, path, sha256) SELECT * FROM fresh
WHERE NOT EXISTS (SELECT 1 FROM export WHERE (interview, at, path, sha256) = (SELECT * FROM fresh))
"""


def apply(conn: sqlite3.Connection, changes: tuple[Change, ...]) -> Outcome:
    """Carry out what can be, in order. Raises sqlite3.Error when the disk is at fault."""
    ahead = {c.interview.id: c.interview for c in changes if isinstance(c, InterviewPut)}
    refused: list[tuple[Change, str]] = []
    stuck: list[tuple[Change, Exception]] = []
    for change in changes:
        conn.execute("SAVEPOINT one")
        try:
            _apply_one(conn, change, ahead)
        except REFUSALS as error:
            conn.execute("ROLLBACK TO one")
            # Only SQLite's own messages are known to hold none of the text.
            reason = str(error) if isinstance(error, sqlite3.IntegrityError) else type(error).__name__
            refused.append((change, reason))
        except sqlite3.Error:
            raise
        except Exception as error:  # noqa: BLE001 - a mistake of ours costs one change its turn, not all of them
            conn.execute("ROLLBACK TO one")
            stuck.append((change, error))
        conn.execute("RELEASE one")
    return Outcome(tuple(refused), tuple(stuck))


def add_kit(conn: sqlite3.Connection, interview: Interview) -> int:
    """The number of the interview's kit, which is stored unless it is there already."""
    row = conn.execute("SELECT num FROM kit WHERE hash = ?", (interview.kit_hash,)).fetchone()
    if row is None:
        values = rows.kit_values(interview.kit, interview.kit_hash)
        add = (
            "INSERT INTO kit (hash, id, version, title, scored, body) VALUES (?, ?, ?, ?, ?, ?) RETURNING num"
        )
        row = conn.execute(add, values).fetchone()
    return int(row[0])


def add_opening(conn: sqlite3.Connection, opening: Opening, *, renew: bool, kept: bool = False) -> None:
    """Store the opening; `renew` lets it replace what is known under its id, `kept` keeps it for itself."""
    values = (*rows.opening_values(opening), int(kept))
    conn.execute(_PUT_OPENING if renew else _ADD_OPENING, values)


def _put_opening(conn: sqlite3.Connection, change: OpeningPut) -> None:
    if change.kept:
        add_opening(conn, change.opening, renew=True, kept=True)
        _retitle(conn, change.opening)
    else:
        own, *rest = rows.opening_values(change.opening)
        conn.execute(_RENEW_OPENING, (*rest, own))


def _retitle(conn: sqlite3.Connection, opening: Opening) -> None:
    """Interviews that have not begun take the opening's title, for lists to show and to search.

    What else changed is told to the person who prepares them, by comparison; so the rest stays.
    """
    # The last column is no part of the row.
    for *old, kit_title in conn.execute(_PREPARED, (rows.text(opening.id),)).fetchall():
        _change_row(conn, tuple(old), rows.retitled(old, opening, kit_title))


def next_num(conn: sqlite3.Connection) -> int:
    """The number of an interview to be added."""
    return int(conn.execute("SELECT coalesce(max(num), 0) + 1 FROM interview").fetchone()[0])


def _apply_one(conn: sqlite3.Connection, change: Change, ahead: dict[str, Interview]) -> None:
    """One change; `ahead` holds the interviews whose own put is still to come."""
    match change:
        case InterviewPut():
            _put_interview(conn, change.interview)
            ahead.pop(change.interview.id, None)
        case InterviewGone():
            _delete_interview(conn, change.interview_id)
        case LivePlace():
            _put_place(conn, change, ahead)
        case OpeningPut():
            _put_opening(conn, change)
        case OpeningGone():
            conn.execute(_DROP_OPENING, (rows.text(change.opening_id),))
        case _:
            num = _num(conn, change.interview_id, ahead)
            if num is None:
                raise LookupError(f"no interview {change.interview_id}")
            _apply_part(conn, num, change)


def _apply_part(
    conn: sqlite3.Connection,
    num: int,
    change: NotePut | NoteGone | MarkAdded | ScorePut | TickPut | PointsPut | Exported,
) -> None:
    match change:
        case NotePut():
            conn.execute(_PUT_NOTE, rows.note_values(num, change.note))
        case NoteGone():
            conn.execute("DELETE FROM note WHERE interview = ? AND id = ?", (num, rows.text(change.note_id)))
        case MarkAdded():
            conn.execute(_ADD_MARK, rows.mark_values(num, change.mark))
        case ScorePut():
            conn.execute(_PUT_SCORE, rows.score_values(num, change.score))
            conn.execute("DELETE FROM cite WHERE interview = ? AND letter = ?", (num, change.score.letter))
            conn.executemany("INSERT INTO cite VALUES (?, ?, ?, ?)", rows.cite_values(num, change.score))
        case TickPut():
            values = rows.tick_values(num, change.tick)
            conn.execute(_DROP_TICK, values[:4]) if change.tick.blank else conn.execute(_PUT_TICK, values)
        case PointsPut():
            conn.execute("DELETE FROM point WHERE interview = ?", (num,))
            add = "INSERT INTO point VALUES (?, ?, ?, ?, ?, ?, ?)"
            conn.executemany(add, rows.point_values(num, change.points))
        case Exported():
            values = (num, change.at.isoformat(), rows.text(change.path), change.sha256)
            conn.execute(_ADD_EXPORT, values)


def _num(conn: sqlite3.Connection, interview_id: str, ahead: dict[str, Interview]) -> int | None:
    """The interview's number. A part may come before its interview when a newer put moved that to the end."""
    row = conn.execute("SELECT num FROM interview WHERE id = ?", (rows.text(interview_id),)).fetchone()
    if row is not None:
        return int(row[0])
    draft = ahead.get(interview_id)
    if draft is None:
        return None
    if draft.phase is Phase.FINALISED:
        # It is shut by its own put, after its parts.
        draft = replace(draft, phase=Phase.TO_REVIEW)
    return _put_interview(conn, draft)


def _put_interview(conn: sqlite3.Connection, interview: Interview) -> int:
    """Insert the row, or change the columns that differ and no others: that spares indexes and the disk."""
    old = conn.execute(ONE_INTERVIEW, (rows.text(interview.id),)).fetchone()
    kit = add_kit(conn, interview)
    add_opening(conn, interview.opening, renew=interview.phase is Phase.PREPARED)
    if old is not None:
        _change_row(conn, old, rows.interview_values(interview, old[0], kit))
        return int(old[0])
    num = next_num(conn)
    values = rows.interview_values(interview, num, kit)
    conn.execute(NEW_INTERVIEW, values)
    conn.execute(INDEX_WORDS, rows.indexed(values))
    return num


def _change_row(conn: sqlite3.Connection, old: rows.Values, new: rows.Values) -> None:
    pairs = zip(INTERVIEW_COLUMNS, old, new, strict=True)
    changed = {column: after for column, before, after in pairs if before != after}
    if not changed:
        return
    sets = ", ".join(f"{column} = ?" for column in changed)
    conn.execute(f"UPDATE interview SET {sets} WHERE num = ?", (*changed.values(), old[0]))  # noqa: S608
    if rows.indexed(old) != rows.indexed(new):
        conn.execute(FORGET_WORDS, rows.indexed(old))
        conn.execute(INDEX_WORDS, rows.indexed(new))
    _sweep(conn, old, kit="kit" in changed, opening="opening" in changed)


def _delete_interview(conn: sqlite3.Connection, interview_id: str) -> None:
    old = conn.execute(ONE_INTERVIEW, (rows.text(interview_id),)).fetchone()
    if old is not None:
        conn.execute("DELETE FROM interview WHERE num = ?", (old[0],))
        conn.execute(FORGET_WORDS, rows.indexed(old))
        _sweep(conn, old, kit=True, opening=True)


def _sweep(conn: sqlite3.Connection, old: rows.Values, *, kit: bool, opening: bool) -> None:
    """Take away the kit and the opening of a former row when nobody uses them any more."""
    was = dict(zip(INTERVIEW_COLUMNS, old, strict=True))
    if kit:
        unused = "DELETE FROM kit WHERE num = ? AND NOT EXISTS (SELECT 1 FROM interview WHERE kit = ?)"
        conn.execute(unused, (was["kit"], was["kit"]))
    if opening:
        conn.execute(_DROP_OPENING.rstrip() + " AND kept = 0", (was["opening"],))


def _put_place(conn: sqlite3.Connection, place: LivePlace, ahead: dict[str, Interview]) -> None:
    """A place is a convenience: one that comes too late, after finalising or deleting, is let go."""
    num = _num(conn, place.interview_id, ahead)
    still = "SELECT 1 FROM interview WHERE num = ? AND phase <> 'finalised'"
    if num is not None and conn.execute(still, (num,)).fetchone():
        conn.execute(_PUT_PLACE, rows.place_values(num, place))
