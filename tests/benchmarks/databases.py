"""Databases of made-up interviews, made once and used by several subjects."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from interviewer_app.domain.kits.kit import Kit
from interviewer_app.exchange.demo import made_up
from interviewer_app.kits import library
from interviewer_app.storage import migrations
from interviewer_app.storage.bulk import insert_many
from tests.benchmarks.harness import Bench

KIT = "gen-tech-60"
NAME = "interviews.db"


def shipped_kit() -> Kit:
    """The kit the made-up interviews are on."""
    kit = library.shipped().kit(KIT)
    if kit is None:
        raise LookupError(KIT)
    return kit


def empty(folder: Path) -> Path:
    """A new database in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    migrations.ensure(path, datetime.now(UTC))
    return path


def library_of(bench: Bench, count: int) -> Path:
    """The database with so many interviews; its folder is a data folder. Made unless it is there."""
    folder = bench.data / f"library-{count}"
    if not (folder / NAME).exists():
        shutil.rmtree(folder, ignore_errors=True)
        path = empty(bench.scratch / "making")
        insert_many(path, made_up(count, 1, shipped_kit()))
        path.parent.rename(folder)
    # One that was kept may be older than the tables are.
    migrations.ensure(folder / NAME, datetime.now(UTC))
    return folder / NAME
