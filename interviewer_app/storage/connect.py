"""How a database is opened, and what SQLite's errors mean to a person. For storage alone.

Nothing in this process may open() or copy a live database file: closing such a handle drops SQLite's locks.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interviewer_app.domain.errors import (
    DamagedFile,
    DiskFull,
    NotOurFile,
    ReadOnlyStore,
    StorageProblem,
    StoreBusy,
)
from interviewer_app.storage.places import backups_folder, newest_backup
from interviewer_app.text import _

APPLICATION_ID = 0x49565752
"""Marks a file as ours: "IVWR" in the SQLite header."""

BUSY_MS = 3_000
"""How long a connection waits for another one's lock, in milliseconds."""

_OURS = frozenset(
    {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_RANGE, sqlite3.SQLITE_MISMATCH}
)
"""Codes that only a mistake in the program can bring about."""

_NO_ROOM = 64 * 1024
"""With fewer free bytes than this, an I/O error is put down to a full disk."""


def writing(path: Path) -> sqlite3.Connection:
    """The connection that writes; every commit is on the disk when it returns. Transactions are the caller's.

    Creates the file when it is missing. Raises sqlite3.Error.
    """
    conn = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MS / 1000)
    try:
        _guard(conn)
        conn.execute("PRAGMA journal_mode = WAL").fetchone()
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA foreign_keys = ON")
        # A long read can let the log grow; give the room back afterwards.
        conn.execute("PRAGMA journal_size_limit = 16777216")
        if sys.platform == "darwin":
            # There, fsync alone leaves data in the drive's own cache.
            conn.execute("PRAGMA fullfsync = ON")
            conn.execute("PRAGMA checkpoint_fullfsync = ON")
    except BaseException:
        conn.close()
        raise
    return conn


def reading(path: Path) -> sqlite3.Connection:
    """A connection that does not write. Raises sqlite3.Error, also when the file is missing.

    Whoever closes the database last folds the log into the file, so that it is complete alone. SQLite lets
    nobody do that who opened it with mode=ro; such a reader would even leave an empty log behind.
    Where nothing can be written and no log stands, the file is read as it lies there.
    """
    conn = sqlite3.connect(_uri(path), uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
    try:
        _guard(conn)
        conn.execute("PRAGMA query_only = ON")
    except BaseException:
        conn.close()
        raise
    return conn


def problem_of(error: sqlite3.Error, path: Path) -> StorageProblem:
    """What went wrong, in words, with a next step."""
    code = _code(error)
    if code == sqlite3.SQLITE_IOERR and path.is_dir():
        code = sqlite3.SQLITE_CANTOPEN
    elif code == sqlite3.SQLITE_IOERR and _room(path) < _NO_ROOM:
        code = sqlite3.SQLITE_FULL
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy(
                _("Another program is writing to the database."),
                _("Close the other window or wait until its work is done."),
            )
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_NOTADB:
            return not_ours(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return ReadOnlyStore(
                _("The database {path} cannot be opened for writing.").format(path=path),
                _("Check the rights of the file and its folder, or choose another data folder."),
            )
        case sqlite3.SQLITE_FULL:
            return DiskFull(
                _("The disk with {folder} is full.").format(folder=path.parent),
                _("Make room; what you typed is kept here and saved as soon as there is some."),
            )
        case _:
            name = getattr(error, "sqlite_errorname", "") or "unknown error"
            return StorageProblem(
                _("The disk did not take the last change ({name}).").format(name=name),
                _("Check that the disk is there and has room."),
            )


def not_ours(path: Path) -> NotOurFile:
    """The refusal of a file that belongs to somebody else."""
    return NotOurFile(_("{path} is not an Interviewer database.").format(path=path), _rescue(path))


def damaged(path: Path) -> DamagedFile:
    """The refusal of a file that SQLite, or we, cannot make sense of."""
    return DamagedFile(_("The database {path} is damaged.").format(path=path), _rescue(path))


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what the world does to a database into StorageProblem and its kinds; our own mistakes stay."""
    try:
        yield
    except sqlite3.Error as error:
        if _code(error) in _OURS:
            raise
        raise problem_of(error, path) from error
    except ValueError as error:
        # A value that no version of ours writes: SQLite does not see damage inside a text.
        raise damaged(path) from error


@contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Takes the write lock at once, so that a busy database is told before any work."""
    try:
        conn.execute("BEGIN IMMEDIATE")
        yield
        conn.execute("COMMIT")
    except BaseException:
        # Some errors, a full disk among them, have rolled back already.
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


def _code(error: sqlite3.Error) -> int:
    # Python gives no code to a text that is not UTF-8, nor to a wrong use of its own.
    missing = sqlite3.SQLITE_CORRUPT if type(error) is sqlite3.OperationalError else sqlite3.SQLITE_MISUSE
    return int(getattr(error, "sqlite_errorcode", missing)) & 0xFF


def _guard(conn: sqlite3.Connection) -> None:
    """Do not trust what a strange or damaged file says about itself."""
    conn.execute("PRAGMA cell_size_check = ON")
    conn.execute("PRAGMA trusted_schema = OFF")


def _uri(path: Path) -> str:
    # As SQLite's URI rules ask; Path.as_uri would import urllib before the first paint.
    text = str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if sys.platform == "win32":
        text = "/" + text.replace("\\", "/")
    return f"file:{text}?mode=rw" + ("&immutable=1" if _at_rest(path) else "")


def _at_rest(path: Path) -> bool:
    """Whether nobody can be writing: SQLite would want a log all the same, and refuse for lack of one."""
    if os.access(path.parent, os.W_OK):
        return False
    own = Path(os.path.realpath(path))
    logs = (own.with_name(own.name + end) for end in ("-wal", "-journal"))
    return not os.access(own.parent, os.W_OK) and not any(log.exists() for log in logs)


def _room(path: Path) -> int:
    # It brings every kind of archive with it, for a question that is seldom asked.
    import shutil

    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return _NO_ROOM


def _rescue(path: Path) -> str:
    copy = newest_backup(backups_folder(path))
    if copy is None:
        return _("There is no backup beside it; the file was left as it is.")
    return _("The newest backup is {copy}; the file was left as it is.").format(copy=copy)
