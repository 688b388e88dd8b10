"""What may happen before and during the call. Everybody may import it.

Each act takes the interview and `now`, and returns an Update: the interview afterwards and the changes to
store. Acts that the phase forbids raise RuleProblem; a finalised interview refuses all of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TypedDict, Unpack

from interviewer_app.domain.canon import digest
from interviewer_app.domain.changes import (
    Change,
    InterviewPut,
    MarkAdded,
    NoteGone,
    NotePut,
    OpeningPut,
    ScorePut,
)
from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, LivePlace, Opening, Phase
from interviewer_app.domain.kits.kit import OPENING, Kit
from interviewer_app.domain.marks import COUNTED, EXCLUDED, GapCause, Mark, MarkKind, PauseCause, since_start
from interviewer_app.domain.moments import Moment, seconds_between
from interviewer_app.domain.notes.note import MAX_SHEET, NoteEdit, StepNotes, blank_sheet, one_line
from interviewer_app.domain.notes.reconcile import edit
from interviewer_app.domain.openings.opening import Obstacle, obstacle
from interviewer_app.domain.records import changed as with_values
from interviewer_app.domain.scores import NotObservedReason, Score, ScoreState

LONG_GAP = 120.0
"""A stretch without the program is counted up to this many seconds; the interviewer may rule otherwise."""

_text = attrgetter("text")
_GOING = frozenset({MarkKind.STARTED, MarkKind.RESUMED, MarkKind.CONTINUED})


class Details(TypedDict, total=False):
    """What a mark may say beside kind and time."""

    step: str
    ref: str
    old: str
    new: str
    reason: str
    span: float


@dataclass(frozen=True, slots=True)
class Update:
    """An interview after an act, and what has to be stored for it."""

    interview: Interview
    changes: tuple[Change, ...] = ()


def begin(
    interview_id: str,
    kit: Kit,
    opening: Opening,
    now: Moment,
    *,
    candidate: str = "",
    sample: bool = False,
) -> Update:
    """A prepared interview that carries its own copy of the cut kit, with its SHA-256."""
    interview = Interview(
        id=interview_id,
        candidate=one_line(candidate),
        opening=opening,
        kit=kit,
        kit_hash=digest(kit),
        interviewer="",
        created=now,
        sample=sample,
    )
    return Update(interview, (InterviewPut(interview),))


def prepare(interview: Interview, **fields: object) -> Update:
    """Change fields of a prepared interview (candidate, opening, kit, interviewer, factor, scheduled)."""
    require(interview, Phase.PREPARED)
    after = replace(interview, **fields)  # type: ignore[arg-type]
    opening = replace(after.opening, title=one_line(after.opening.title))
    after = replace(
        after, candidate=one_line(after.candidate), interviewer=one_line(after.interviewer), opening=opening
    )
    if after.kit is not interview.kit:
        after = replace(after, kit_hash=digest(after.kit))
    if not 100 <= after.factor <= 400:
        raise RuleProblem("The time factor must be between 1 and 4.", "Choose a factor from the list.")
    if after.opening == interview.opening:
        return Update(after, (InterviewPut(after),))
    return Update(after, (InterviewPut(after), OpeningPut(after.opening, kept=False)))


def start(interview: Interview, now: Moment) -> Update:
    """The candidate is here: the clock starts on the opening."""
    require(interview, Phase.PREPARED)
    if not interview.candidate.strip():
        raise RuleProblem("The interview has no candidate yet.", "Type a name or a code, then start.")
    _require_scope(interview.opening)
    live = replace(interview, phase=Phase.LIVE, started=now)
    first = with_mark(live, MarkKind.STARTED, now)
    second = with_mark(first.interview, MarkKind.SHOWN, now, step=OPENING)
    return Update(second.interview, (InterviewPut(second.interview), *first.changes, *second.changes))


def _require_scope(opening: Opening) -> None:
    """Raise RuleProblem while role picker and scope sheet are neither complete nor waived (P-01)."""
    match obstacle(opening.sheet):
        case Obstacle.ROLE:
            raise RuleProblem("Nobody has said what this person will build.", "Choose it, then start.")
        case Obstacle.SCOPE:
            raise RuleProblem("The scope sheet is not complete.", "Fill it in or waive it, then start.")
        case None:
            pass


def show(interview: Interview, step: str, now: Moment) -> Update:
    """Bring a step to the screen; showing the one that is there changes nothing."""
    require(interview, Phase.LIVE)
    if step not in interview.kit.steps:
        raise RuleProblem("This step is not in the kit.", "Choose a step from the strip.")
    current = next((m.step for m in reversed(interview.marks) if m.kind is MarkKind.SHOWN), "")
    if step == current:
        return Update(interview)
    return with_mark(interview, MarkKind.SHOWN, now, step=step)


def pause(interview: Interview, cause: PauseCause, now: Moment) -> Update:
    """Stop the clock and say why; pausing a paused interview changes nothing."""
    require(interview, Phase.LIVE)
    if is_paused(interview):
        return Update(interview)
    return with_mark(interview, MarkKind.PAUSED, now, reason=cause)


def resume(interview: Interview, now: Moment) -> Update:
    """Let the clock go on; resuming a running interview changes nothing."""
    require(interview, Phase.LIVE)
    if not is_paused(interview):
        return Update(interview)
    return with_mark(interview, MarkKind.RESUMED, now)


def is_paused(interview: Interview) -> bool:
    """True while the clock stands still for a pause."""
    for mark in reversed(interview.marks):
        if mark.kind is MarkKind.PAUSED:
            return True
        if mark.kind in _GOING:
            return False
    return False


def add_gap(interview: Interview, since: Moment, cause: GapCause, now: Moment) -> Update:
    """Record that nobody watched from `since` to `now`; long gaps start out as not counted.

    What lies before the clock was last set going is a pause and no gap.
    """
    require(interview, Phase.LIVE)
    going = next((m.at for m in reversed(interview.marks) if m.kind in _GOING), since)
    paused = seconds_between(since, going)
    span = seconds_between(going if paused else since, now)
    if paused and span < 1.0:
        return Update(interview)
    ruling = COUNTED if span <= LONG_GAP else EXCLUDED
    return with_mark(interview, MarkKind.GAP, now, reason=cause, new=ruling, span=span)


def rule_gap(interview: Interview, seq: int, *, counted: bool, now: Moment) -> Update:
    """Count a gap's minutes, or leave them out."""
    require(interview, Phase.LIVE, Phase.TO_REVIEW)
    if not any(m.seq == seq and m.kind is MarkKind.GAP for m in interview.marks):
        raise RuleProblem("There is no such gap.")
    ruling = COUNTED if counted else EXCLUDED
    return with_mark(interview, MarkKind.GAP_RULED, now, ref=str(seq), new=ruling)


def tick(interview: Interview, kind: MarkKind, step: str, ref: str, *, on: bool, now: Moment) -> Update:
    """Mark a probe as asked or a fact as told (kind PROBE or FACT), or take the tick back."""
    require(interview, Phase.LIVE)
    word = {MarkKind.PROBE: "asked", MarkKind.FACT: "told"}[kind]
    if on == (ticked(interview, kind, step).get(ref) is not None):
        return Update(interview)
    return with_mark(interview, kind, now, step=step, ref=ref, new=word if on else "")


def ticked(interview: Interview, kind: MarkKind, step: str) -> Mapping[str, float]:
    """Ids ticked in a step, each with its time in seconds since the start."""
    out: dict[str, float] = {}
    for mark in interview.marks:
        if mark.kind is kind and mark.step == step:
            if mark.new:
                out[mark.ref] = mark.t
            else:
                out.pop(mark.ref, None)
    return out


def sheet_of(interview: Interview, step: str, now: Moment, new_id: Callable[[], str]) -> StepNotes:
    """The notes of a step; the one empty line an editor begins with when there are none."""
    found = interview.sheets.get(step)
    if found is not None and found.lines:
        return found
    return blank_sheet(step, since_start(interview.marks, now), now.utc, new_id)


def type_notes(
    interview: Interview,
    sheet: StepNotes,
    change: NoteEdit,
    now: Moment,
    new_id: Callable[[], str],
    *,
    cursor: int = -1,
) -> Update:
    """Apply an editor change to the notes of a step; `sheet` is what the editor showed before it.

    With a `cursor` the place is remembered with the text, as move_to does.
    """
    require(interview, Phase.LIVE, Phase.TO_REVIEW)
    after = edit(sheet, change, since_start(interview.marks, now), now.utc, new_id)
    if sum(map(len, change.texts)) > MAX_SHEET:
        raise RuleProblem("That is more text than notes can hold.", "Paste less than a million characters.")
    sheets = {**interview.sheets, sheet.step: after.sheet}
    # The empty line an editor begins with is stored with the first change, lest it be missing above others.
    changed = after.changed if any(map(_text, sheet.lines)) else after.sheet.lines
    changes: list[Change] = [NotePut(interview.id, note) for note in changed]
    if after.gone:
        changes = [*(NoteGone(interview.id, note_id) for note_id in after.gone), *changes]
    place = interview.place
    if cursor >= 0:
        place = LivePlace(interview.id, sheet.step, cursor, now)
        changes += [place] if changes else []
    # One copy for both, the light way: this is done at every key press.
    return Update(with_values(interview, sheets=sheets, place=place), tuple(changes))


def score(
    interview: Interview,
    letter: str,
    value: int | None,
    now: Moment,
    *,
    observed: bool = True,
    reason: NotObservedReason | None = None,
) -> Update:
    """Set a category to 0-5, to not observed (`observed` False) or back to open (value None)."""
    require(interview, Phase.LIVE, Phase.TO_REVIEW)
    if letter not in {c.letter for c in interview.kit.categories}:
        raise RuleProblem(f"This kit does not score a category {letter}.")
    if value is not None and value not in range(6):
        raise RuleProblem("A score is a whole number from 0 to 5.")
    before = interview.score(letter)
    state = ScoreState.OPEN if value is None else ScoreState.SCORED
    after = replace(
        before,
        state=state if observed else ScoreState.NOT_OBSERVED,
        value=value if observed else None,
        reason=None if observed else reason,
        settled=False,
        t=since_start(interview.marks, now),
        set_at=now.utc,
    )
    if (after.code, after.reason) == (before.code, before.reason):
        return Update(interview)
    return put_score(interview, after, now)


def put_score(interview: Interview, score: Score, now: Moment) -> Update:
    """Let a score take the place of the one before it, with the marks that tell it, so that they tell all.

    A mark of another score says too that the category is not settled any more.
    """
    before = interview.score(score.letter)
    after = replace(interview, scores={**interview.scores, score.letter: score})
    changes: tuple[Change, ...] = (ScorePut(interview.id, score),)
    if score.code != before.code:
        told = with_mark(after, MarkKind.SCORED, now, ref=score.letter, old=before.code, new=score.code)
        after, changes = told.interview, (*changes, *told.changes)
    if score.settled != (before.settled and score.code == before.code):
        new = score.code if score.settled else ""
        told = with_mark(after, MarkKind.SETTLED, now, ref=score.letter, new=new)
        after, changes = told.interview, (*changes, *told.changes)
    return Update(after, changes)


def set_factor(interview: Interview, factor: int, now: Moment) -> Update:
    """Change the extra-time factor in mid-call; it stretches every budget (P-16)."""
    require(interview, Phase.LIVE)
    if not 100 <= factor <= 400:
        raise RuleProblem("The time factor must be between 1 and 4.", "Choose a factor from the list.")
    after = replace(interview, factor=factor)
    marked = with_mark(after, MarkKind.FACTOR, now, old=str(interview.factor), new=str(factor))
    return Update(marked.interview, (InterviewPut(marked.interview), *marked.changes))


def move_to(interview: Interview, step: str, cursor: int, now: Moment) -> Update:
    """Remember the step on screen, the cursor in its notes and that the program was alive now."""
    place = LivePlace(interview.id, step, cursor, now)
    return Update(replace(interview, place=place), (place,))


def end(interview: Interview, now: Moment) -> Update:
    """The call is over; the interview waits for review.

    A category settled before the call went on opens again when a note it cites is no evidence any more.
    """
    require(interview, Phase.LIVE)
    after, changes = interview, list[Change]()
    for score in map(interview.score, interview.scores):
        if score.cited != interview.scores[score.letter].cited:
            shaken = put_score(after, replace(score, settled=False), now)
            after = shaken.interview
            changes += shaken.changes
    marked = with_mark(replace(after, phase=Phase.TO_REVIEW, ended=now), MarkKind.ENDED, now)
    return Update(marked.interview, (InterviewPut(marked.interview), *changes, *marked.changes))


def continue_call(interview: Interview, now: Moment) -> Update:
    """Take back the end of the call; the time in between counts as a pause."""
    require(interview, Phase.TO_REVIEW)
    after = replace(interview, phase=Phase.LIVE, ended=None)
    marked = with_mark(after, MarkKind.CONTINUED, now)
    return Update(marked.interview, (InterviewPut(marked.interview), *marked.changes))


def require(interview: Interview, *phases: Phase) -> None:
    """Raise RuleProblem unless the interview is in one of the phases."""
    if interview.phase in phases:
        return
    if interview.phase is Phase.FINALISED:
        raise RuleProblem("This interview is finalised; nothing in it can be changed.", "Export its packet.")
    raise RuleProblem(f"This cannot be done while an interview is {interview.phase.replace('_', ' ')}.")


def with_mark(interview: Interview, kind: MarkKind, now: Moment, **details: Unpack[Details]) -> Update:
    """Append a mark; its `t` follows from the marks before it, never running backwards."""
    t = since_start(interview.marks, now)
    seq = interview.marks[-1].seq + 1 if interview.marks else 1
    mark = Mark(seq, kind, now, t, **details)
    after = replace(interview, marks=(*interview.marks, mark))
    return Update(after, (MarkAdded(interview.id, mark),))
