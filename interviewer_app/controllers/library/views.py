"""The list of interviews as it is shown, and the wish to open one of them. Drawn by ui/library."""

from datetime import datetime

from interviewer_app.domain.listing import Counts, InterviewRow, Query
from interviewer_app.domain.phase import Phase
from interviewer_app.domain.records import record


@record
class OpenRequest:
    """An interview to bring to the screen that fits its phase; an empty id prepares a new one."""

    interview_id: str
    phase: Phase


@record
class LibraryView:
    """The rows fetched so far for `query`; `more` says that there are further ones."""

    rows: tuple[InterviewRow, ...]
    more: bool
    counts: Counts
    query: Query
    now: datetime
    interrupted: tuple[str, ...] = ()
