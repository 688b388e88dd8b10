"""How far a database has been migrated, by plain SQL and before the first paint. For storage alone."""

import sqlite3
from pathlib import Path

from interviewer_app.domain.errors import NewerFile
from interviewer_app.storage.connect import APPLICATION_ID, not_ours
from interviewer_app.text import _

LATEST = 1
"""Migrations of this version of the program."""

_OWN_TABLE = "_sqlite_migrations"


def applied(conn: sqlite3.Connection, path: Path, latest: int = LATEST) -> int:
    """How many migrations the database has seen; 0 for an empty one.

    Raises NotOurFile, NewerFile and sqlite3.Error.
    """
    own = conn.execute("PRAGMA application_id").fetchone()[0]
    version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    if own != APPLICATION_ID:
        # Killed between making the list of migrations and the first of them, a database has that list alone.
        others = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> ?"
        if own or version or conn.execute(others, (_OWN_TABLE,)).fetchone()[0]:
            raise not_ours(path)
        return 0
    if version > latest:
        raise NewerFile(
            _("The database {path} was written by a newer version of Interviewer.").format(path=path),
            _("Install that version; the file was left as it is."),
        )
    return version
