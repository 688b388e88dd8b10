"""How far a database has been migrated, by plain SQL and before the first paint. For storage alone."""

import sqlite3
from pathlib import Path

from interviewer_app.domain.errors import NewerFile
from interviewer_app.storage.connect import APPLICATION_ID, not_ours
from interviewer_app.text import _

LATEST = 4
"""Migrations of this version of the program."""

_OWN_TABLE = "_sqlite_migrations"
_OTHERS = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> ?"


def applied(conn: sqlite3.Connection, path: Path, latest: int = LATEST) -> int:
    """How many migrations the database has seen; 0 for an empty one.

    Raises NotOurFile, NewerFile and sqlite3.Error.
    """
    # One snapshot: the writer may be bringing the database up to date at this moment.
    conn.execute("BEGIN")
    try:
        own = conn.execute("PRAGMA application_id").fetchone()[0]
        version = int(conn.execute("PRAGMA user_version").fetchone()[0])
        # Killed between making the list of migrations and the first of them, a database has that list alone.
        others = conn.execute(_OTHERS, (_OWN_TABLE,)).fetchone()[0]
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
    if own != APPLICATION_ID:
        if own or version or others:
            raise not_ours(path)
        return 0
    if version > latest:
        raise NewerFile(
            _("The database {path} was written by a newer version of Interviewer.").format(path=path),
            _("Install that version; the file was left as it is."),
        )
    return version
