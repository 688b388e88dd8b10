"""The data folder of a sub-command, its interviews, and the time. For cli."""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from interviewer_app.domain.moments import Moment
from interviewer_app.domain.packet.summary import Summary, summarise
from interviewer_app.domain.phase import Phase
from interviewer_app.settings import DATABASE, data_folder
from interviewer_app.storage import migrations
from interviewer_app.storage.lock import FolderLock
from interviewer_app.storage.reader import Reader


def database(arguments: argparse.Namespace) -> Path:
    """Where the database of the data folder lies."""
    return data_folder(arguments.data_dir) / DATABASE


def reader(arguments: argparse.Namespace) -> Reader:
    """The library, brought up to date first if an older version wrote it; works beside an open window."""
    path = database(arguments)
    if not migrations.is_current(path):
        with FolderLock(path.parent):
            migrations.ensure(path, now().utc)
    opened: Reader = arguments.opened.enter_context(closing(Reader(path)))
    return opened


def now() -> Moment:
    """The present moment."""
    local = datetime.now(UTC).astimezone()
    offset = local.utcoffset()
    # No name for this run of the computer: readings of other processes are compared by the wall clock.
    return Moment(local.astimezone(UTC), 0.0, "cli", int(offset.total_seconds() // 60) if offset else 0)


def summaries(reader: Reader, ids: Iterable[str]) -> Iterator[tuple[Summary, Phase]]:
    """Each interview as a committee reads it, and where it is in its life."""
    for interview in map(reader.load, ids):
        adjusted = reader.opening_has_adjusted_time(interview.opening.id)
        yield summarise(interview, now(), show_minutes=not adjusted), interview.phase
