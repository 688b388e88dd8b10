"""The same questions on a bare connection: what the reader asks is recorded and asked without it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from interviewer_app.storage.reader import Reader


class Replay:
    """Answers with plain tuples what `question` asks of a reader; the floor of everything built on top."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._conn = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
        self._reader = Reader(path)
        self._reader.counts()

    def of(self, question: Callable[[Reader], object]) -> Callable[[], object]:
        """The statements of a question, ready to be run bare."""
        heard: list[str] = []
        conn = self._reader._conn
        if conn is None:
            raise FileNotFoundError(self._path)
        question(self._reader)  # kits and openings it keeps are not part of the question
        conn.set_trace_callback(heard.append)
        question(self._reader)
        conn.set_trace_callback(None)
        statements = [text for text in heard if _is_ours(text)]

        def ask() -> object:
            return [self._conn.execute(text).fetchall() for text in statements]

        return ask

    def close(self) -> None:
        """Let the file go."""
        self._conn.close()
        self._reader.close()


def _is_ours(statement: str) -> bool:
    """Whether a statement is the reader's, not one the full-text module makes while answering."""
    return not statement.startswith(("--", "PRAGMA 'main'")) and "'main'.'search_" not in statement
