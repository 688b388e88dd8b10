"""Is the database sound? For cli and app."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from interviewer_app.domain.errors import StorageProblem
from interviewer_app.storage.connect import in_words, reading
from interviewer_app.storage.version import LATEST, applied
from interviewer_app.text import _

MANY = 20
"""Sentences after which a check stops: a file that bad is restored, not mended line by line."""


def check(path: Path) -> list[str]:
    """Everything found wrong, a sentence each; nothing for a sound database or none at all."""
    if not path.exists():
        return []
    found: list[str] = []
    try:
        with in_words(path), closing(reading(path)) as conn:
            for sentence in _look(conn, path):
                found.append(sentence)
                if len(found) == MANY:
                    break
    except StorageProblem as problem:
        found.append(problem.line())
    return found


def _look(conn: sqlite3.Connection, path: Path) -> Iterator[str]:
    version = applied(conn, path)
    for (answer,) in conn.execute("PRAGMA quick_check"):
        if answer != "ok":
            yield _("The file is damaged: {answer}.").format(answer=answer)
    for table, _rowid, parent, _number in conn.execute("PRAGMA foreign_key_check"):
        yield _("A row of {table} belongs to no row of {parent}.").format(table=table, parent=parent)
    if version < LATEST:
        yield _("The database has not been brought up to date yet.")
        return
    for name, stored, body in conn.execute("SELECT id, hash, body FROM kit"):
        if sha256(body.encode("utf-8")).hexdigest() != stored:
            yield _("The frozen kit {kit} is not what was shown: its text was changed.").format(kit=name)
    # Only in memory, but that is writing too.
    conn.execute("PRAGMA query_only = OFF")
    conn.execute("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab (main, search, instance)")
    indexed = "SELECT doc FROM temp.indexed"
    missing = f"SELECT count(*) FROM interview WHERE words <> '' AND slot NOT IN ({indexed})"  # noqa: S608
    count = conn.execute(missing).fetchone()[0]
    if count:
        yield _("{count} interviews cannot be found by the filter.").format(count=count)


def library_version() -> str:
    """The version of SQLite in use."""
    return sqlite3.sqlite_version
