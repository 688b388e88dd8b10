"""How a database comes into being and up to date. For storage, app and cli.

A migration is a function at the end of STEPS. sqlite-utils applies it in a transaction and writes its name
down; `user_version` counts the applied ones, so that a database that is current is known by plain SQL.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from interviewer_app.domain.errors import StorageProblem
from interviewer_app.storage import schema
from interviewer_app.storage.backup import backup
from interviewer_app.storage.connect import APPLICATION_ID, in_words, problem_of, reading, writing
from interviewer_app.storage.places import copy_name, private_folder, thin
from interviewer_app.storage.version import applied
from interviewer_app.text import _

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]

_SET = "interviewer"


def m0001_first(db: "Database") -> None:
    """Tables, indexes and the rules of schema.py."""
    for statement in (*schema.TABLES, *schema.INDEXES, *schema.triggers()):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def m0002_stamped(db: "Database") -> None:
    """A line of notes put there empty, to be filled later, says so."""
    db.execute("ALTER TABLE note ADD COLUMN stamped INTEGER NOT NULL DEFAULT 0 CHECK (stamped IN (0, 1))")


def m0003_ticks(db: "Database") -> None:
    """Lines of checklists and flags, ticked or written beside."""
    for statement in (schema.TICK, *schema.shut("tick")):
        db.execute(statement)


def m0004_openings(db: "Database") -> None:
    """What is known of an opening, what of that held when a call began, and which stay without one."""
    for statement in schema.OPENINGS:
        db.execute(statement)


STEPS: tuple[Step, ...] = (m0001_first, m0002_stamped, m0003_ticks, m0004_openings)
"""Every migration ever, in order; only ever added to. Their number is version.LATEST."""


def ensure(path: Path, now: datetime, steps: Sequence[Step] = STEPS) -> None:
    """Create the database, or bring it up to date after keeping a copy in the backups folder.

    Raises StorageProblem and its kinds; whatever fails, the file is as it was.
    """
    private_folder(path.parent)
    version = _look(path, len(steps))
    if version == len(steps):
        return
    copy = None
    if version:
        copy = copy_name(path, f"before-m{version + 1:04}", now)
        backup(path, copy)
        thin(path)
    try:
        _apply(path, steps)
    except sqlite3.Error as error:
        known = problem_of(error, path)
        if copy is None or type(known) is not StorageProblem:
            raise known from error
        raise StorageProblem(
            _("The database could not be brought up to date; it was left as it is."),
            _("A copy is kept at {copy}.").format(copy=copy),
        ) from error


def is_current(path: Path) -> bool:
    """True when there is nothing to bring up to date; nothing in it is changed. Raises as `ensure` does."""
    return not path.exists() or _look(path, len(STEPS)) == len(STEPS)


def _look(path: Path, latest: int) -> int:
    """Migrations applied so far, found out without changing anything in it; 0 when there is none."""
    if not path.exists():
        return 0
    with in_words(path), closing(reading(path)) as conn:
        return applied(conn, path, latest)


def _apply(path: Path, steps: Sequence[Step]) -> None:
    # It takes longer to import than the window takes to paint, and a current database does not need it.
    from sqlite_utils import Database, Migrations

    chain = Migrations(_SET)
    for number, step in enumerate(steps, 1):
        chain(name=step.__name__)(_counted(step, number))
    with closing(writing(path)) as conn:
        chain.apply(Database(conn))


def _counted(step: Step, number: int) -> Step:
    def run(db: "Database") -> None:
        step(db)
        db.execute(f"PRAGMA user_version = {number}")

    return run
