"""Removing an interview and putting it back, whole. For controllers/library, on first use."""

from dataclasses import replace

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.domain.changes import (
    Change,
    InterviewGone,
    InterviewPut,
    MarkAdded,
    NotePut,
    PointsPut,
    ScorePut,
)
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.phase import Phase


class Removal:
    """One interview taken out of the database and kept in hand."""

    def __init__(self, keeper: Keeper, interview_id: str) -> None:
        self._keeper = keeper
        keeper.flush()
        self._interview = keeper.reader.load(interview_id)
        keeper.save((InterviewGone(interview_id),))
        keeper.flush()

    def take_back(self) -> None:
        """Write the interview anew."""
        # What is shut takes no more rows: the row that shuts it is written when all others are down.
        self._keeper.save(_everything(replace(self._interview, phase=Phase.TO_REVIEW)))
        self._keeper.flush()
        self._keeper.save((InterviewPut(self._interview),))
        self._keeper.flush()


def _everything(interview: Interview) -> tuple[Change, ...]:
    """Every change that writes an interview; its row comes first for the others to belong to."""
    body: list[Change] = [MarkAdded(interview.id, mark) for mark in interview.marks]
    for sheet in interview.sheets.values():
        body.extend(NotePut(interview.id, note) for note in sheet.lines)
    body.extend(ScorePut(interview.id, score) for score in interview.scores.values())
    if interview.points:
        body.append(PointsPut(interview.id, interview.points))
    if interview.place is not None:
        body.append(interview.place)
    return (InterviewPut(interview), *body)
