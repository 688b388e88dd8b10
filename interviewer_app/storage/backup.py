"""Copies of a database and the way back from them. For storage, app and cli."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from interviewer_app.domain.errors import DamagedFile, DiskFull, NotOurFile, ReadOnlyStore, StorageProblem
from interviewer_app.storage.connect import in_words, not_ours, reading
from interviewer_app.storage.places import copy_name, private_folder, thin
from interviewer_app.storage.version import applied
from interviewer_app.text import _
from interviewer_app.whole_files import draft_of, forget, settle

_PARTS = ("", "-wal", "-shm", "-journal")


def backup(path: Path, to: Path) -> None:
    """Write a sound, complete copy of a database that may be in use; `to` is replaced at once or not at all.

    Raises StorageProblem and its kinds.
    """
    if not path.exists():
        raise StorageProblem(_("There is no database {path} yet.").format(path=path))
    private_folder(to.parent)
    draft = draft_of(to)
    try:
        with in_words(path), closing(reading(path)) as conn:
            conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        try:
            with in_words(path):
                _copy(path, draft)
                _verify(draft)
        except (DiskFull, ReadOnlyStore) as problem:
            # The database itself could be read just now, so it is the place of the copy.
            raise _not_written(to) from problem
        _settle(draft, to)
    finally:
        for part in _PARTS:
            forget(draft.with_name(draft.name + part))


def restore(path: Path, source: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the database; returns the copy kept of what was there, if anything was.

    The source is proved to be ours and sound first. The caller holds the folder's lock; nobody has it open.
    Raises StorageProblem and its kinds.
    """
    if not source.is_file():
        raise StorageProblem(_("There is no backup {source}.").format(source=source))
    with in_words(source), closing(reading(source)) as conn:
        if not applied(conn, source):
            raise not_ours(source)
    draft = draft_of(path).with_suffix(".restoring")
    backup(source, draft)
    try:
        kept = _keep(path, now, source)
        for part in _PARTS[1:]:
            path.with_name(path.name + part).unlink(missing_ok=True)
        _settle(draft, path)
    except OSError as error:
        raise _not_written(path) from error
    finally:
        forget(draft)
    return kept


def _keep(path: Path, now: datetime, source: Path) -> Path | None:
    """A copy of the present database; one that cannot be read is moved aside with all its parts.

    The copies are thinned, but never of the one that is being restored.
    """
    if not path.exists():
        return None
    copy = copy_name(path, "before-restore", now)
    try:
        backup(path, copy)
    except (DamagedFile, NotOurFile):
        copy = copy_name(path, "damaged", now).with_suffix(".damaged")
        private_folder(copy.parent)
        for part in _PARTS:
            old = path.with_name(path.name + part)
            if old.exists():
                old.replace(copy.with_name(copy.name + part))
    thin(path, source)
    return copy


def _copy(path: Path, draft: Path) -> None:
    draft.unlink(missing_ok=True)
    with closing(reading(path)) as source, closing(sqlite3.connect(draft)) as target:
        # All pages in one step: a writer that goes on in between would make the copy start over.
        source.backup(target)
        # One file, complete without a log beside it.
        target.execute("PRAGMA journal_mode = DELETE").fetchone()


def _verify(draft: Path) -> None:
    with closing(reading(draft)) as conn:
        answer = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if answer != "ok":
        raise DamagedFile(
            _("The database is damaged, so no sound copy of it can be made."),
            _("Run the check command to see what is wrong."),
        )


def _settle(draft: Path, to: Path) -> None:
    try:
        settle(draft, to)
    except OSError as error:
        raise _not_written(to) from error


def _not_written(to: Path) -> ReadOnlyStore:
    return ReadOnlyStore(
        _("{path} cannot be written.").format(path=to),
        _("Choose another folder, or make room in this one."),
    )
