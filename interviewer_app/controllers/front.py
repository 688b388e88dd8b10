"""The views the first paint needs, apart from the others so that starting loads no more. See views.py."""

from datetime import datetime
from enum import StrEnum

from interviewer_app.domain.errors import Problem
from interviewer_app.domain.listing import Counts, Query, Row
from interviewer_app.domain.phase import Phase
from interviewer_app.domain.records import record


class SaveState(StrEnum):
    """What the status dot says."""

    SAVED = "saved"
    WRITING = "writing"
    FAILED = "failed"


@record
class SaveView:
    """Where the text is: `at` is the local time of the last acknowledged commit."""

    state: SaveState
    at: datetime | None = None
    problem: Problem | None = None


@record
class OpenWish:
    """An interview to bring to the screen that fits its phase; an empty id prepares a new one."""

    interview_id: str
    phase: Phase


@record
class LibraryView:
    """The rows fetched so far for `query`; `more` says that there are further ones."""

    rows: tuple[Row, ...]
    more: bool
    counts: Counts
    query: Query
    now: datetime
    interrupted: tuple[str, ...] = ()
