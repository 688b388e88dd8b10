"""Removing an interview and putting it back, whole. For controllers/library, on first use."""

from dataclasses import replace

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.openings import known
from interviewer_app.domain.changes import (
    Change,
    InterviewPut,
    MarkAdded,
    NotePut,
    PointsPut,
    ScorePut,
    TickPut,
)
from interviewer_app.domain.interview import Interview, Phase


class Removal:
    """One interview taken out of the database and kept in hand."""

    def __init__(self, keeper: Keeper, interview_id: str) -> None:
        self._keeper = keeper
        self._interview = keeper.load(interview_id)
        keeper.remove(interview_id)

    def take_back(self) -> None:
        """Write the interview anew, one being prepared with its opening as it stands now."""
        here = self._interview
        if here.phase is Phase.PREPARED:
            # It would bring the opening of then back over whatever was answered since.
            here = replace(here, opening=known.one(self._keeper, here.opening.id) or here.opening)
        self._keeper.save(_everything(here), here)


def _everything(interview: Interview) -> tuple[Change, ...]:
    """Every change that writes an interview, in one commit; its row comes last, for it may shut the rest."""
    body: list[Change] = [MarkAdded(interview.id, mark) for mark in interview.marks]
    for sheet in interview.sheets.values():
        body.extend(NotePut(interview.id, note) for note in sheet.lines)
    body.extend(ScorePut(interview.id, score) for score in interview.scores.values())
    body.extend(TickPut(interview.id, tick) for tick in interview.ticks.values())
    if interview.points:
        body.append(PointsPut(interview.id, interview.points))
    if interview.place is not None:
        body.append(interview.place)
    return (*body, InterviewPut(interview))
