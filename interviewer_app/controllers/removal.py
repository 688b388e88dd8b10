"""Removing an interview and putting it back, whole. For controllers/library, on first use."""

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


class Removal:
    """One interview taken out of the database and kept in hand."""

    def __init__(self, keeper: Keeper, interview_id: str) -> None:
        self._keeper = keeper
        keeper.flush()
        self._interview = keeper.reader.load(interview_id)
        gone = InterviewGone(interview_id)
        keeper.removed.emit(gone)
        keeper.save((gone,))
        keeper.flush()

    def take_back(self) -> None:
        """Write the interview anew."""
        self._keeper.save(_everything(self._interview))
        self._keeper.flush()


def _everything(interview: Interview) -> tuple[Change, ...]:
    """Every change that writes an interview, in one commit; its row comes last, for it may shut the rest."""
    body: list[Change] = [MarkAdded(interview.id, mark) for mark in interview.marks]
    for sheet in interview.sheets.values():
        body.extend(NotePut(interview.id, note) for note in sheet.lines)
    body.extend(ScorePut(interview.id, score) for score in interview.scores.values())
    if interview.points:
        body.append(PointsPut(interview.id, interview.points))
    if interview.place is not None:
        body.append(interview.place)
    return (*body, InterviewPut(interview))
