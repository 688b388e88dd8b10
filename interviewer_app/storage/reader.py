"""What the library and the screens read, by plain SQL on a connection of their own. For app and cli.

Nothing is opened before the first question, and a file that is missing or not brought up to date yet is an
empty library: the writer is on its way to it.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from interviewer_app.domain.errors import StorageProblem
from interviewer_app.domain.listing import Counts, InterviewPage, InterviewRow, Query
from interviewer_app.domain.phase import Phase
from interviewer_app.storage import pages
from interviewer_app.storage.connect import in_words, reading
from interviewer_app.storage.version import LATEST, applied
from interviewer_app.text import _

if TYPE_CHECKING:
    from interviewer_app.domain.interview import Interview, Opening
    from interviewer_app.storage.load import Kits

Answer = TypeVar("Answer")

_ROWS = """
SELECT i.id, i.candidate, i.opening_title, kit.title, i.interviewer, i.phase,
  coalesce(i.started, i.scheduled, i.created), i.ended,
  kit.scored,
  CASE WHEN i.urgency < 3 THEN
    (SELECT group_concat(letter, '') FROM score WHERE interview = i.num AND settled = 1) ELSE kit.scored END,
  i.recommendation IS NOT NULL,
  EXISTS (SELECT 1 FROM export WHERE interview = i.num),
  i.sample, place.at
FROM json_each(?) AS wanted
CROSS JOIN interview AS i ON i.num = wanted.value
JOIN kit ON kit.num = i.kit
LEFT JOIN place ON place.interview = i.num
"""
_OPENINGS = """
SELECT id, title, role, level, genai, sheet FROM (
  SELECT *, (SELECT max(slot) FROM interview WHERE opening = opening.id AND sample = 0) AS used FROM opening
) WHERE used IS NOT NULL OR kept = 1 ORDER BY used DESC, title
"""
_IDS = "SELECT id FROM interview WHERE phase IN (SELECT value FROM json_each(?)) ORDER BY slot"
_ADJUSTED = "SELECT EXISTS (SELECT 1 FROM interview WHERE opening = ? AND factor <> 100)"


class Reader:
    """Reads one database; to be used in one thread. Everything raises StorageProblem and its kinds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._conn: sqlite3.Connection | None = None
        self._shut = False
        self._kits: Kits = {}

    def page(self, query: Query) -> InterviewPage:
        """The interviews a query means, in its order."""

        def ask(conn: sqlite3.Connection) -> InterviewPage:
            nums = pages.find(conn, query, query.limit + 1)
            rows = conn.execute(_ROWS, (str(nums[: query.limit]),))
            return InterviewPage(tuple(map(_row, rows)), len(nums) > query.limit)

        return self._ask(ask, InterviewPage((), more=False))

    def counts(self, words: str = "") -> Counts:
        """How many interviews each shelf holds of those that fit the words."""
        return self._ask(lambda conn: pages.count(conn, words), Counts())

    def load(self, interview_id: str) -> "Interview":
        """One interview with all that belongs to it."""
        # The library is painted without the shapes of kits, notes and scores.
        from interviewer_app.storage.load import load

        found = self._ask(lambda conn: load(conn, interview_id, self._kits), None)
        if found is None:
            raise no_interview(interview_id)
        return found

    def openings(self) -> "tuple[Opening, ...]":
        """The openings interviews are for, the one used last first, then those kept; samples do not count."""
        from interviewer_app.storage.rows import opening_of

        return tuple(map(opening_of, self.rows(_OPENINGS)))

    def interrupted(self) -> tuple[str, ...]:
        """Ids of the live interviews, newest first."""
        return tuple(
            row[0] for row in self.rows("SELECT id FROM interview WHERE urgency = 0 ORDER BY slot DESC")
        )

    def ids(self, *phases: Phase) -> Iterator[str]:
        """Ids of all interviews in these phases, oldest first; without a phase, of all."""
        listed = '["' + '","'.join(phases or Phase) + '"]'
        return (row[0] for row in self.rows(_IDS, listed))

    def rows(self, sql: str, *values: int | str) -> list[tuple[Any, ...]]:
        """The rows of a query of storage's own; none while there is no database that is up to date."""
        return self._ask(lambda conn: conn.execute(sql, values).fetchall(), [])

    def opening_has_adjusted_time(self, opening_id: str) -> bool:
        """True when an interview for the opening was given another time factor than 1."""
        asked = opening_id.encode("utf-8", "replace").decode("utf-8")
        return any(row[0] for row in self.rows(_ADJUSTED, asked))

    def close(self) -> None:
        """Let the database go for good: what is asked afterwards finds an empty library."""
        # A screen may have put off a question until after the end; it must not open the file again.
        self._shut = True
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def _ask(self, question: Callable[[sqlite3.Connection], Answer], default: Answer) -> Answer:
        """The answer; the default when there is no database yet."""
        with in_words(self._path):
            if self._conn is None:
                self._conn = self._open()
            return default if self._conn is None else question(self._conn)

    def _open(self) -> sqlite3.Connection | None:
        if self._shut or not self._path.exists():
            return None
        conn = reading(self._path)
        current = False
        try:
            current = applied(conn, self._path) == LATEST
        finally:
            if not current:
                conn.close()
        return conn if current else None


def no_interview(interview_id: str) -> StorageProblem:
    """The answer when somebody asks for an interview that is not there."""
    return StorageProblem(_("There is no interview {id}.").format(id=interview_id))


def _instant(stored: str) -> datetime:
    """The UTC instant of a column that holds a moment or a datetime."""
    return datetime.fromisoformat(stored.split(" ", 1)[0])


def _row(row: Sequence[Any]) -> InterviewRow:
    interview_id, candidate, opening, kit, interviewer, phase, when, ended, *rest = row
    scored, settled, recommended, exported, sample, at = rest
    return InterviewRow(
        id=interview_id,
        candidate=candidate,
        opening=opening,
        kit=kit,
        interviewer=interviewer,
        phase=Phase(phase),
        when=_instant(when),
        ended=_instant(ended) if ended else None,
        open_letters="".join(letter for letter in scored if letter not in (settled or "")),
        categories=len(scored),
        recommended=bool(recommended),
        exported=bool(exported),
        sample=bool(sample),
        place_at=_instant(at) if at else None,
    )
