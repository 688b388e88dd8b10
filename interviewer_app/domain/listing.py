"""What a list of interviews shows and how it is asked for. Everybody may import it."""

from datetime import datetime
from enum import StrEnum

from interviewer_app.domain.phase import Phase
from interviewer_app.domain.records import record


class PhaseFilter(StrEnum):
    """The phase filter of the library."""

    ALL = "all"
    NEEDS_ME = "needs_me"  # live and to review
    COMING_UP = "coming_up"  # prepared
    FINALISED = "finalised"


class Order(StrEnum):
    """How the library is sorted; NEEDS_ME is live, to review, prepared, finalised, newest first in each."""

    NEEDS_ME = "needs_me"
    CANDIDATE = "candidate"
    OPENING = "opening"
    KIT = "kit"
    WHEN = "when"


@record
class InterviewRow:
    """One interview in a list: facts only, the words are made by labels.

    `when` is the start, else the planned start, else the day of creation, in UTC. `open_letters` are the
    scored categories not settled yet; `place_at` says when a call was last seen.
    """

    id: str
    candidate: str
    opening: str
    kit: str
    interviewer: str
    phase: Phase
    when: datetime
    ended: datetime | None = None
    open_letters: str = ""
    categories: int = 0
    recommended: bool = False
    exported: bool = False
    sample: bool = False
    place_at: datetime | None = None


@record
class Query:
    """A page of the library. `words` must all begin a word of candidate, opening, kit or interviewer."""

    words: str = ""
    shelf: PhaseFilter = PhaseFilter.ALL
    order: Order = Order.NEEDS_ME
    descending: bool = False
    offset: int = 0
    limit: int = 100


@record
class Counts:
    """Interviews per shelf."""

    all: int = 0
    needs_me: int = 0
    coming_up: int = 0
    finalised: int = 0


@record
class InterviewPage:
    """Rows in order; `more` says that at least one further row exists."""

    rows: tuple[InterviewRow, ...]
    more: bool
