"""Openings as they are known now: what the database holds, and over it what is on its way there.

For controllers: nobody waits for the disk to see what was typed.
"""

from collections.abc import Iterable
from dataclasses import replace

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.domain.changes import InterviewPut, OpeningGone, OpeningPut
from interviewer_app.domain.interview import Opening, Phase
from interviewer_app.storage import openings
from interviewer_app.storage.openings import OpeningRow


def one(keeper: Keeper, opening_id: str) -> Opening | None:
    """The opening, or None; raises StorageProblem."""
    coming = _coming(keeper)
    return coming[opening_id] if opening_id in coming else openings.one(keeper.reader, opening_id)


def every(keeper: Keeper) -> tuple[OpeningRow, ...]:
    """All openings, new ones first, then the one used last; raises StorageProblem."""
    there = {row.opening.id: row for row in openings.every(keeper.reader)}
    new = OpeningRow(Opening("", ""), 0, sample=False, waits_since=None)
    known = _over(keeper, (row.opening for row in there.values()))
    return tuple(replace(there.get(opening.id, new), opening=opening) for opening in known)


def listed(keeper: Keeper) -> tuple[Opening, ...]:
    """The openings an interview can be for, in the same order; raises StorageProblem."""
    return _over(keeper, keeper.reader.openings())


def _over(keeper: Keeper, there: Iterable[Opening]) -> tuple[Opening, ...]:
    coming = _coming(keeper)
    stored = {opening.id: opening for opening in there}
    new = {opening_id: opening for opening_id, opening in coming.items() if opening_id not in stored}
    return tuple(opening for opening in {**new, **stored, **coming}.values() if opening is not None)


def _coming(keeper: Keeper) -> dict[str, Opening | None]:
    """What is not on the disk yet, by id; None for one that is taken away."""
    found: dict[str, Opening | None] = {}
    for change in keeper.waiting():
        match change:
            case OpeningPut(opening=opening):
                found[opening.id] = opening
            case OpeningGone(opening_id=opening_id):
                found[opening_id] = None
            case InterviewPut(interview=interview) if interview.phase is Phase.PREPARED:
                found[interview.opening.id] = interview.opening
            case _:
                pass
    return found
