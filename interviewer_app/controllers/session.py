"""One interview being worked on: acts go in, the record moves on, changes go to disk. For controllers."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.live.call import Update, sheet_of
from interviewer_app.domain.live.coverage import CategoryEvidence, evidence
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import StepNotes

Act = Callable[[Interview, Moment], Update]
"""Something that happens to an interview now."""


def new_id() -> str:
    """A fresh identity: 32 hexadecimal digits."""
    return uuid.uuid4().hex


@dataclass(slots=True)
class InterviewSession:
    """Holds the interview of a screen; `take` is the only way it changes."""

    interview: Interview
    keeper: Keeper
    _counted: tuple[Mapping[str, StepNotes], Mapping[str, CategoryEvidence]] | None = None

    def take(self, update: Update) -> bool:
        """Adopt an update and send its changes to the disk; True when anything changed."""
        self.interview = update.interview
        self.keeper.save(update.changes, update.interview)
        return bool(update.changes)

    def evidence(self) -> Mapping[str, CategoryEvidence]:
        """Evidence per category; counted anew only when notes have changed, for it is asked at every tick."""
        sheets = self.interview.sheets
        if self._counted is None or self._counted[0] is not sheets:
            self._counted = sheets, evidence(self.interview)
        return self._counted[1]

    def now(self) -> Moment:
        """The clocks."""
        return self.keeper.clock.now()

    def sheet(self, step: str, fresh: Callable[[], str] = new_id) -> StepNotes:
        """The notes of a step; an empty sheet is kept, so that its one line keeps its identity."""
        there = self.interview.sheets.get(step)
        if there is not None and there.lines:
            # Asked at every key press: no reading of clocks for it.
            return there
        found = sheet_of(self.interview, step, self.now(), fresh)
        if step not in self.interview.sheets:
            sheets = {**self.interview.sheets, step: found}
            self.interview = replace(self.interview, sheets=sheets)
        return found
