"""What has to be stored after an act, one value per row. Everybody may import it.

A newer change with the same `key` replaces an older one that waits to be written; marks have unique keys.
"""

from dataclasses import dataclass
from datetime import datetime

from interviewer_app.domain.interview import Interview, LivePlace, Opening, Point
from interviewer_app.domain.kits.checklist import Tick
from interviewer_app.domain.marks import Mark
from interviewer_app.domain.notes.note import Note
from interviewer_app.domain.scores import Score


@dataclass(frozen=True, slots=True)
class InterviewPut:
    """Store an interview's own row (not its notes, marks and scores) and its kit."""

    interview: Interview

    @property
    def key(self) -> tuple[str, ...]:
        """Replaces an older row of the same interview."""
        return ("interview", self.interview.id)


@dataclass(frozen=True, slots=True)
class MarkAdded:
    """Append a mark."""

    interview_id: str
    mark: Mark

    @property
    def key(self) -> tuple[str, ...]:
        """Unique: marks never replace one another."""
        return ("mark", self.interview_id, str(self.mark.seq))


@dataclass(frozen=True, slots=True)
class NotePut:
    """Store one line of notes."""

    interview_id: str
    note: Note

    @property
    def key(self) -> tuple[str, ...]:
        """Replaces an older text of the same line."""
        return ("note", self.interview_id, self.note.id)


@dataclass(frozen=True, slots=True)
class NoteGone:
    """Delete one line of notes."""

    interview_id: str
    note_id: str

    @property
    def key(self) -> tuple[str, ...]:
        """Replaces an unwritten text of the same line."""
        return ("note", self.interview_id, self.note_id)


@dataclass(frozen=True, slots=True)
class ScorePut:
    """Store a category's score with its cited notes."""

    interview_id: str
    score: Score

    @property
    def key(self) -> tuple[str, ...]:
        """Replaces an older score of the same category."""
        return ("score", self.interview_id, self.score.letter)


@dataclass(frozen=True, slots=True)
class TickPut:
    """Store a line of a checklist as it stands; a blank one is taken away."""

    interview_id: str
    tick: Tick

    @property
    def key(self) -> tuple[str, ...]:
        """Replaces an older state of the same line."""
        at = self.tick.key
        return ("tick", self.interview_id, at.step, at.list, at.line)


@dataclass(frozen=True, slots=True)
class PointsPut:
    """Store the lists of page 1, whole."""

    interview_id: str
    points: tuple[Point, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Replaces an older set of lists."""
        return ("points", self.interview_id)


@dataclass(frozen=True, slots=True)
class InterviewGone:
    """Delete an interview that is not finalised, or a sample, with all that belongs to it."""

    interview_id: str

    @property
    def key(self) -> tuple[str, ...]:
        """Unique per interview."""
        return ("gone", self.interview_id)


@dataclass(frozen=True, slots=True)
class OpeningPut:
    """Store an opening. A `kept` one stays without any interview until it is removed.

    Otherwise it is only brought up to date: its interview stores it, but may have gone on to the call before
    that was written, and then leaves openings alone.
    """

    opening: Opening
    kept: bool = True

    @property
    def key(self) -> tuple[str, ...]:
        """Replaces an older state of the same opening."""
        return ("opening", self.opening.id)


@dataclass(frozen=True, slots=True)
class OpeningGone:
    """Remove an opening nobody was interviewed for; one with interviews stays."""

    opening_id: str

    @property
    def key(self) -> tuple[str, ...]:
        """Replaces an unwritten state of the same opening."""
        return ("opening", self.opening_id)


@dataclass(frozen=True, slots=True)
class Exported:
    """Remember that a packet was written: where, when and its SHA-256. Allowed on a finalised interview."""

    interview_id: str
    at: datetime
    path: str
    sha256: str

    @property
    def key(self) -> tuple[str, ...]:
        """Unique per file and moment."""
        return ("exported", self.interview_id, self.path, self.at.isoformat())


Change = (
    Exported
    | InterviewPut
    | MarkAdded
    | NotePut
    | NoteGone
    | ScorePut
    | TickPut
    | PointsPut
    | LivePlace
    | InterviewGone
    | OpeningPut
    | OpeningGone
)
