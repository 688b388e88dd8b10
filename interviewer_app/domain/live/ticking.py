"""Ticking lines of checklists and noting flags, in the call and after it. Everybody may import it."""

from collections.abc import Iterable
from dataclasses import replace

from interviewer_app.domain.changes import TickPut
from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.checklist import FLAGS, MAX_CELL, SEEN, Tick, TickKey
from interviewer_app.domain.live.call import Update, require
from interviewer_app.domain.marks import since_start
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import one_line


def tick_of(interview: Interview, key: TickKey, now: Moment) -> Tick:
    """A line as it stands; a blank one when it was never touched."""
    found = interview.ticks.get(key)
    return found or Tick(key, "", (), since_start(interview.marks, now), now.utc)


def set_state(interview: Interview, key: TickKey, state: str, now: Moment) -> Update:
    """Bring a line to a state, or to none with an empty one. Raises RuleProblem for what the kit has not."""
    if state and state not in _choices(interview, key):
        raise RuleProblem("This line has no such state.")
    return _put(interview, key, now, state=state)


def set_cells(interview: Interview, key: TickKey, cells: Iterable[str], now: Moment) -> Update:
    """Write the texts beside a line by column, each cut to one line of MAX_CELL characters."""
    wide = _columns(interview, key)
    texts = [one_line(cell)[:MAX_CELL] for cell in cells][:wide]
    kept = tuple(texts) if any(texts) else ()
    return _put(interview, key, now, cells=kept)


def unnoted(interview: Interview) -> tuple[str, ...]:
    """Ids of the flags that were seen and have no note; without one a flag is not printed."""
    ids = [flag.id for flag in interview.kit.flags]
    ticks = ((k, t) for k, t in interview.ticks.items() if k.list == FLAGS and t.state)
    seen = {k.line for k, t in ticks if not any(cell.strip() for cell in t.cells)}
    return tuple(flag for flag in ids if flag in seen)


def _put(interview: Interview, key: TickKey, now: Moment, **fields: object) -> Update:
    require(interview, Phase.LIVE, Phase.TO_REVIEW)
    _choices(interview, key)
    before = tick_of(interview, key, now)
    after = replace(before, **fields)  # type: ignore[arg-type]
    if after == before:
        return Update(interview)
    after = replace(after, t=since_start(interview.marks, now), set_at=now.utc)
    ticks = {k: t for k, t in interview.ticks.items() if k != key}
    if not after.blank:
        ticks[key] = after
    return Update(replace(interview, ticks=ticks), (TickPut(interview.id, after),))


def _choices(interview: Interview, key: TickKey) -> tuple[str, ...]:
    """The states of the line; RuleProblem when the kit has no such line there."""
    kit = interview.kit
    if key.list == FLAGS and not key.step and any(flag.id == key.line for flag in kit.flags):
        return (SEEN,)
    for checklist in kit.lists_of(key.step):
        for line in checklist.lines:
            if (checklist.id, line.id) == (key.list, key.line):
                return line.choices
    raise RuleProblem("This kit has no such line to tick.")


def _columns(interview: Interview, key: TickKey) -> int:
    """How many texts stand beside the line; a flag has its note."""
    if key.list == FLAGS:
        return 1
    return next((len(c.columns) for c in interview.kit.lists_of(key.step) if c.id == key.list), 0)
