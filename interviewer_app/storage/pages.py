"""Which interviews a library query means, in order. For storage.reader alone.

Three shapes keep every query within a few milliseconds at 100,000 interviews. Without words an index is
walked. With words, the few that are not finalised are looked through and the finalised come from the
full-text index, newest first, never ranked. Another order sorts few hits; for many it walks its index.
"""

import sqlite3
from collections.abc import Sequence

from interviewer_app.domain.listing import Counts, Order, PhaseFilter, Query
from interviewer_app.domain.records import changed
from interviewer_app.storage.words import INDEXED, terms

FEW = 1_000
"""Hits that are sorted at once; more lie so dense that walking the index finds a page soon."""

_SPANS = {
    PhaseFilter.ALL: (0, 3),
    PhaseFilter.NEEDS_ME: (0, 1),
    PhaseFilter.COMING_UP: (2, 2),
    PhaseFilter.FINALISED: (3, 3),
}
"""First and last `urgency` on a shelf."""

_COLUMNS = {Order.CANDIDATE: "by_candidate", Order.OPENING: "by_opening", Order.KIT: "by_kit"}

_DONE = 3

_FOUND = "FROM search CROSS JOIN interview ON interview.slot = search.rowid WHERE search MATCH ?"

Found = list[int]


def find(conn: sqlite3.Connection, query: Query, limit: int) -> Found:
    """Numbers of at most `limit` interviews from the query's offset on. NEEDS_ME has one direction only."""
    wanted = terms(query.words)
    done = _SPANS[query.shelf][1] == _DONE
    if not wanted or not done:
        return _walk(conn, query, wanted, limit)
    if query.order is Order.NEEDS_ME:
        return _by_need(conn, query, wanted, limit)
    if query.order is Order.WHEN:
        way = "DESC" if query.descending else "ASC"
        return _matches(conn, query, wanted, way, limit)
    return _sorted(conn, query, wanted, limit)


def count(conn: sqlite3.Connection, words: str) -> Counts:
    """Interviews per shelf that fit the words."""
    wanted = terms(words)
    look, looked = _containing(wanted)
    few = dict.fromkeys(range(_DONE), 0)
    sql = f"SELECT urgency, count(*) FROM interview WHERE urgency < {_DONE}{look} GROUP BY urgency"  # noqa: S608
    few.update(conn.execute(sql, looked).fetchall())
    every = _total(conn, wanted)
    return Counts(every, few[0] + few[1], few[2], every - sum(few.values()))


def _total(conn: sqlite3.Connection, wanted: Sequence[str]) -> int:
    look, looked = _containing(_long(wanted))
    if not wanted:
        answer = conn.execute("SELECT count(*) FROM interview")
    elif look:
        answer = conn.execute(f"SELECT count(*) {_FOUND}{look}", (_match(wanted), *looked))
    else:
        answer = conn.execute("SELECT count(*) FROM search WHERE search MATCH ?", (_match(wanted),))
    return int(answer.fetchone()[0])


def _walk(conn: sqlite3.Connection, query: Query, wanted: Sequence[str], limit: int) -> Found:
    """Along an index, looking into each interview for the words."""
    first, last = _SPANS[query.shelf]
    column = _COLUMNS.get(query.order)
    # A plus keeps SQLite from an index: few interviews are found by urgency and sorted, many walked in order.
    many = last == _DONE
    on_shelf = f" AND urgency BETWEEN {first} AND {last}"
    if query.shelf is PhaseFilter.ALL:
        on_shelf = ""
    elif many:
        on_shelf = " AND phase = 'finalised'" if column else f" AND urgency = {_DONE}"
    look, looked = _containing(wanted)
    order = _order(query, "" if many else "+")
    sql = f"SELECT num FROM interview WHERE TRUE{on_shelf}{look} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    return [row[0] for row in conn.execute(sql, (*looked, limit, query.offset))]


def _by_need(conn: sqlite3.Connection, query: Query, wanted: Sequence[str], limit: int) -> Found:
    """What is not finalised by urgency, then the finalised, newest first."""
    few: Found = []
    if query.shelf is PhaseFilter.ALL:
        look, looked = _containing(wanted)
        sql = f"SELECT num FROM interview WHERE urgency < {_DONE}{look} ORDER BY urgency, slot DESC"  # noqa: S608
        few = [row[0] for row in conn.execute(sql, looked)]
    page = few[query.offset : query.offset + limit]
    rest = changed(query, shelf=PhaseFilter.FINALISED, offset=max(0, query.offset - len(few)))
    return [*page, *_matches(conn, rest, wanted, "DESC", limit - len(page))]


def _matches(conn: sqlite3.Connection, query: Query, wanted: Sequence[str], way: str, limit: int) -> Found:
    """By time, from the full-text index, whose rows lie in that order."""
    shelf = f" AND urgency = {_DONE}" if query.shelf is PhaseFilter.FINALISED else ""
    look, looked = _containing(_long(wanted))
    sql = f"SELECT num {_FOUND}{shelf}{look} ORDER BY search.rowid {way} LIMIT ? OFFSET ?"
    return [row[0] for row in conn.execute(sql, (_match(wanted), *looked, limit, query.offset))]


def _sorted(conn: sqlite3.Connection, query: Query, wanted: Sequence[str], limit: int) -> Found:
    """By a column: few hits are sorted, for many the column's index is walked."""
    hits = conn.execute("SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", (_match(wanted), FEW + 1))
    slots = [row[0] for row in hits]
    if len(slots) > FEW:
        return _walk(conn, query, wanted, limit)
    shelf = f" AND urgency = {_DONE}" if query.shelf is PhaseFilter.FINALISED else ""
    look, looked = _containing(_long(wanted))
    sql = (
        f"SELECT num FROM interview WHERE slot IN (SELECT value FROM json_each(?)){shelf}{look}"  # noqa: S608
        f" ORDER BY {_order(query, '+')} LIMIT ? OFFSET ?"
    )
    return [row[0] for row in conn.execute(sql, (str(slots), *looked, limit, query.offset))]


def _order(query: Query, plus: str) -> str:
    """The order as SQL; interviews that are equal in it come newest first."""
    if query.order is Order.NEEDS_ME:
        return "urgency, slot DESC"
    way, back = ("DESC", "ASC") if query.descending else ("ASC", "DESC")
    column = _COLUMNS.get(query.order)
    return f"{plus}slot {way}" if column is None else f"{plus}{column} {way}, slot {back}"


def _containing(wanted: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The condition that all words begin words of the interview, and its values."""
    return " AND instr(interview.words, ?) > 0" * len(wanted), tuple(f" {word}" for word in wanted)


def _match(wanted: Sequence[str]) -> str:
    """The same for the full-text index, as far as it looks; folded words cannot hold a quote."""
    return " AND ".join(f'"{word[:INDEXED]}"*' for word in wanted)


def _long(wanted: Sequence[str]) -> tuple[str, ...]:
    """Words the index alone does not settle."""
    return tuple(word for word in wanted if len(word) > INDEXED)
