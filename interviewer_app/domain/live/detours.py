"""Which prompts were passed over or taken out of order, and why (P-03). Everybody may import it.

What happened is read from the marks of what was on screen; only the reason is given by a person, as a mark of
its own. So it can be given late, given again, and is never lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.live.call import Update, require, with_mark
from interviewer_app.domain.live.timeline import Timeline, timeline
from interviewer_app.domain.marks import DetourReason, Mark, MarkKind
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import one_line

PEEK = 20.0
"""A step on screen for less than so many seconds was looked at, not asked, if nothing was done in it."""

MAX_WORDS = 400
"""Most characters said beside a reason."""

_DONE = frozenset({MarkKind.PROBE, MarkKind.FACT})


class DetourKind(StrEnum):
    """How a prompt left the order of the kit."""

    PASSED_OVER = "passed_over"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class Detour:
    """A prompt out of the kit's order; `reason` is None until one was given.

    `since` and `t` are seconds since the start: a later step was begun, and the prompt was asked after all;
    the same while it was not.
    """

    step: str
    number: int
    kind: DetourKind
    since: float
    t: float
    reason: DetourReason | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Visit:
    """A step on screen; `end` is None while it is there still."""

    step: str
    start: float
    end: float | None


def detours(interview: Interview) -> tuple[Detour, ...]:
    """Every prompt out of order so far, in the order of the kit.

    The step on screen counts as asked at once: who comes back from a glance leaves nothing behind.
    """
    if not interview.marks:
        return ()
    line = timeline(interview.marks, interview.marks[-1].at)
    first = _first_asked(interview, line)
    steps = interview.kit.steps
    out: list[Detour] = []
    for number, prompt in enumerate(interview.kit.prompts, 1):
        later = [first[step] for step in steps[steps.index(prompt.id) + 1 :] if step in first]
        if line.ended:
            later.append(line.wall)
        since, asked = min(later, default=None), first.get(prompt.id)
        if since is None or (asked is not None and asked <= since):
            continue
        kind = DetourKind.PASSED_OVER if asked is None else DetourKind.REORDERED
        said = _said(interview.marks, prompt.id, since, steps[: steps.index(prompt.id) + 1])
        reason = DetourReason(said.reason) if said is not None else None
        words = said.new if said is not None else ""
        t = since if asked is None else asked
        out.append(Detour(prompt.id, number, kind, since, t, reason, words))
    return tuple(out)


def unexplained(interview: Interview) -> tuple[Detour, ...]:
    """Those whose reason nobody has given."""
    return tuple(detour for detour in detours(interview) if detour.reason is None)


def explain(interview: Interview, step: str, reason: DetourReason, words: str, now: Moment) -> Update:
    """Say why a prompt was passed over or taken out of order; saying it anew replaces it."""
    require(interview, Phase.LIVE, Phase.TO_REVIEW)
    found = next((detour for detour in detours(interview) if detour.step == step), None)
    if found is None:
        raise RuleProblem("This prompt was asked in its place.", "There is nothing to explain.")
    said = one_line(words).strip()[:MAX_WORDS]
    if (found.reason, found.words) == (reason, said):
        return Update(interview)
    return with_mark(interview, MarkKind.DETOUR, now, step=step, reason=reason, new=said)


def _first_asked(interview: Interview, line: Timeline) -> dict[str, float]:
    """When each step that was asked came on screen for the first time, in seconds since the start."""
    done = {mark.step for mark in interview.marks if mark.kind in _DONE and mark.new}
    sheets = interview.sheets
    done.update(step for step, sheet in sheets.items() if any(not note.blank for note in sheet.lines))
    first: dict[str, float] = {}
    for visit in _visits(interview.marks, line):
        whole = visit.end is None or line.counted_at(visit.end) - line.counted_at(visit.start) >= PEEK
        if whole or visit.step in done:
            first.setdefault(visit.step, visit.start)
    return first


def _visits(marks: tuple[Mark, ...], line: Timeline) -> Iterator[_Visit]:
    shown = [mark for mark in marks if mark.kind is MarkKind.SHOWN]
    for one, other in pairwise(shown):
        yield _Visit(one.step, one.t, other.t)
    if shown:
        yield _Visit(shown[-1].step, shown[-1].t, line.wall if line.ended else None)


def _said(marks: tuple[Mark, ...], step: str, since: float, back: tuple[str, ...]) -> Mark | None:
    """The last word about a step, said since it was left behind; `back` are the steps up to it.

    What was said over a glance ahead holds for going on from there, until somebody came back.
    """
    for mark in reversed(marks):
        if mark.kind is MarkKind.DETOUR and mark.step == step:
            return mark
        if mark.t < since and mark.kind is MarkKind.SHOWN and mark.step in back:
            return None
    return None
