"""One question to the database on a connection of its own, which is closed again. For storage alone."""

from contextlib import closing
from pathlib import Path
from typing import Any

from interviewer_app.storage.connect import in_words, reading
from interviewer_app.storage.version import LATEST, applied


def ask(path: Path, sql: str, *values: int | str) -> list[tuple[Any, ...]]:
    """The rows; none while there is no database or it is not up to date yet. Raises StorageProblem."""
    with in_words(path):
        if not path.exists():
            return []
        with closing(reading(path)) as conn:
            return conn.execute(sql, values).fetchall() if applied(conn, path) == LATEST else []
