"""An interview as one frozen record. Everybody may import it.

What may happen to it is in `call` (before and during the call) and `review` (after it).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from interviewer_app.domain.kits.checklist import Tick, TickKey
from interviewer_app.domain.kits.kit import Kit, Level
from interviewer_app.domain.marks import Mark
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Marker, Note, StepNotes
from interviewer_app.domain.openings.opening import OLD_SHEET, OpeningSheet
from interviewer_app.domain.phase import Phase as Phase
from interviewer_app.domain.scores import Score


class Recommendation(StrEnum):
    """What the interviewer advises; typed by a person, never computed."""

    STRONG_NO = "strong_no"
    NO = "no"
    YES = "yes"
    STRONG_YES = "strong_yes"
    NO_DECISION = "no_decision"


class PointKind(StrEnum):
    """The three lists of the packet's first page."""

    STRENGTH = "strength"
    CONCERN = "concern"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a list on page 1; `note` is the id of the note it rests on, or empty."""

    id: str
    kind: PointKind
    letter: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LivePlace:
    """The step on screen, the cursor in its notes, and when the program was last alive."""

    interview_id: str
    step: str
    cursor: int
    at: Moment

    @property
    def key(self) -> tuple[str, ...]:
        """As a change to store, it replaces an older place."""
        return ("place", self.interview_id)


@dataclass(frozen=True, slots=True)
class Opening:
    """The position being hired for. `id` is stable; `role` is a role profile's id.

    An interview carries the opening, its sheet included, as it was when the call began.
    """

    id: str
    title: str
    role: str = ""
    level: Level = Level.MID
    genai: bool = True
    sheet: OpeningSheet = OLD_SHEET


@dataclass(frozen=True, slots=True)
class Interview:
    """One candidate, one kit, one call, and what came of it.

    `factor` is the extra-time factor in per cent. `place` is the step on screen and the cursor in its notes.
    """

    id: str
    candidate: str
    opening: Opening
    kit: Kit
    kit_hash: str
    interviewer: str
    created: Moment
    phase: Phase = Phase.PREPARED
    factor: int = 100
    scheduled: datetime | None = None
    sample: bool = False
    marks: tuple[Mark, ...] = ()
    sheets: Mapping[str, StepNotes] = field(default_factory=dict)
    scores: Mapping[str, Score] = field(default_factory=dict)
    ticks: Mapping[TickKey, Tick] = field(default_factory=dict)
    points: tuple[Point, ...] = ()
    strongest: str = ""
    recommendation: Recommendation | None = None
    reason: str = ""
    started: Moment | None = None
    ended: Moment | None = None
    finalised: Moment | None = None
    place: LivePlace | None = None

    def score(self, letter: str) -> Score:
        """The score of a category, citing what still can be cited; an open one when nothing was set."""
        found = self.scores.get(letter, Score(letter))
        if not found.cited:
            return found
        here = self.citable
        kept = tuple(note for note in found.cited if note in here)
        return found if kept == found.cited else replace(found, cited=kept)

    @property
    def citable(self) -> frozenset[str]:
        """Ids of the notes a score may rest on: those with words that are not help."""
        return frozenset(note.id for note in self.notes if note.marker is not Marker.HELP)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note with words, in the order of the steps and then of the lines."""
        out: list[Note] = []
        for step in self.kit.steps:
            sheet = self.sheets.get(step)
            if sheet is not None:
                out.extend(note for note in sheet.lines if not note.blank)
        return tuple(out)

    def planned(self, step: str) -> float:
        """Planned seconds of a step, stretched by the extra-time factor."""
        return self.kit.step_minutes(step) * 60.0 * self.factor / 100.0

    @property
    def planned_total(self) -> float:
        """Planned seconds in all, stretched by the extra-time factor."""
        return sum(self.planned(step) for step in self.kit.steps)
