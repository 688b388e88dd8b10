"""What may happen after the call: citing, settling, recommending, finalising. Everybody may import it.

Same contract as `call`: an Update comes back, RuleProblem is raised for what is not allowed yet.
"""

from collections.abc import Mapping
from dataclasses import replace

from interviewer_app.domain.changes import Change, InterviewPut, PointsPut, ScorePut
from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase, Point, Recommendation
from interviewer_app.domain.live.call import Update, put_score, require, with_mark
from interviewer_app.domain.live.detours import unexplained
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import clean
from interviewer_app.domain.scores import NotObservedReason, Score, ScoreState, Support, support

CONTRADICTION_REASON = 80
"""Shortest reason, in characters, for a recommendation that the floors speak against (P-09)."""

MAX_FIELD = 4_000
"""Most characters in one field written in review."""

_POSITIVE = frozenset({Recommendation.YES, Recommendation.STRONG_YES})
_NEGATIVE = frozenset({Recommendation.NO, Recommendation.STRONG_NO})


def cite(interview: Interview, letter: str, note_id: str, now: Moment, *, on: bool) -> Update:
    """Let a score cite a note, or no longer; a settled category opens again."""
    require(interview, Phase.TO_REVIEW)
    if on and note_id not in interview.citable:
        raise RuleProblem("This line is no evidence.", "Cite a note of what the candidate said or did.")
    before = interview.score(letter)
    kept = tuple(n for n in before.cited if n != note_id)
    return put_score(interview, replace(before, cited=(*kept, note_id) if on else kept, settled=False), now)


def write_missing(interview: Interview, letter: str, text: str) -> Update:
    """Say what the next anchor up would have needed."""
    require(interview, Phase.TO_REVIEW)
    return _put(interview, replace(interview.score(letter), missing=clean(text)[:MAX_FIELD]))


def give_reason(interview: Interview, letter: str, reason: NotObservedReason) -> Update:
    """Say why a category was not observed."""
    require(interview, Phase.TO_REVIEW)
    before = interview.score(letter)
    if before.state is not ScoreState.NOT_OBSERVED:
        raise RuleProblem(f"{letter} is not marked as not observed.")
    return _put(interview, replace(before, reason=reason))


def obstacle(score: Score, *, unsupported: bool = False) -> str:
    """Why a category cannot be settled yet: "open", "reason", "notes", or empty when it can.

    `unsupported` True settles a score that cites too few notes, knowingly.
    """
    if score.state is ScoreState.OPEN:
        return "open"
    if score.state is ScoreState.NOT_OBSERVED:
        return "" if score.reason is not None else "reason"
    return "" if unsupported or support(score) is Support.SUPPORTED else "notes"


def settle(interview: Interview, letter: str, now: Moment, *, unsupported: bool = False) -> Update:
    """Close a category: its score stands beside its evidence."""
    require(interview, Phase.TO_REVIEW)
    before = interview.score(letter)
    hindrance = obstacle(before, unsupported=unsupported)
    if hindrance:
        sentence, step = {
            "open": (f"{letter} has no score yet.", "Choose an anchor, or not observed."),
            "reason": (f"{letter} is not observed, without a reason.", "Choose the reason."),
            "notes": (
                f"{letter} cites too few notes for its score.",
                "Cite notes, or settle it as unsupported.",
            ),
        }[hindrance]
        raise RuleProblem(sentence, step)
    return put_score(interview, replace(before, settled=True), now)


def reopen(interview: Interview, letter: str, now: Moment) -> Update:
    """Open a settled category again."""
    require(interview, Phase.TO_REVIEW)
    return put_score(interview, replace(interview.score(letter), settled=False), now)


def unsettled(interview: Interview) -> tuple[str, ...]:
    """Letters of the scored categories that are not settled yet."""
    return tuple(c.letter for c in interview.kit.categories if not interview.score(c.letter).settled)


def write_points(interview: Interview, points: tuple[Point, ...]) -> Update:
    """Set the strengths, concerns and unknowns."""
    require(interview, Phase.TO_REVIEW)
    kept = tuple(replace(p, text=clean(p.text)[:MAX_FIELD]) for p in points)
    return Update(replace(interview, points=kept), (PointsPut(interview.id, kept),))


def choose_strongest(interview: Interview, note_id: str) -> Update:
    """Name the note that page 1 quotes, or none."""
    require(interview, Phase.TO_REVIEW)
    after = replace(interview, strongest=note_id)
    return Update(after, (InterviewPut(after),))


def recommend(interview: Interview, choice: Recommendation | None, reason: str, now: Moment) -> Update:
    """Set recommendation and reason; only after every category is settled (P-08)."""
    require(interview, Phase.TO_REVIEW)
    still = unsettled(interview)
    if still:
        raise RuleProblem(
            "The recommendation opens when all categories are settled.", "Open: " + ", ".join(still)
        )
    after = replace(interview, recommendation=choice, reason=clean(reason)[:MAX_FIELD])
    changes = (InterviewPut(after),)
    if choice == interview.recommendation:
        return Update(after, changes)
    old = interview.recommendation or ""
    marked = with_mark(after, MarkKind.RECOMMENDED, now, old=old, new=choice or "")
    return Update(marked.interview, (InterviewPut(marked.interview), *marked.changes))


def restore(interview: Interview, old: Interview, now: Moment) -> Update:
    """Go back to what was chosen in `old`, an earlier state; log and texts go on from here.

    Whatever is another choice now leaves its mark, like any choice.
    """
    require(interview, Phase.TO_REVIEW)
    words = {point.id: point.text for point in interview.points}
    points = tuple(replace(p, text=words.get(p.id, p.text)) for p in old.points)
    after = replace(interview, points=points, strongest=old.strongest, recommendation=old.recommendation)
    changes: list[Change] = [PointsPut(interview.id, points)] if points != interview.points else []
    for letter in {**interview.scores, **old.scores}:
        score = replace(old.score(letter), missing=interview.score(letter).missing)
        if score != interview.score(letter):
            told = put_score(after, score, now)
            after = told.interview
            changes += told.changes
    if old.recommendation != interview.recommendation:
        was, choice = interview.recommendation or "", old.recommendation or ""
        told = with_mark(after, MarkKind.RECOMMENDED, now, old=was, new=choice)
        after = told.interview
        changes += told.changes
    return Update(after, (*changes, InterviewPut(after)))


def below_floor(interview: Interview) -> Mapping[str, int]:
    """Categories scored under their floor, each with how many points are short."""
    floors = interview.kit.role.floors
    out: dict[str, int] = {}
    for category in interview.kit.categories:
        value = interview.score(category.letter).value
        short = floors.get(category.letter, 0) - value if value is not None else 0
        if short > 0:
            out[category.letter] = short
    return out


def contradicts(interview: Interview, choice: Recommendation | None) -> bool:
    """True when the floors speak against a recommendation: yes below a floor, no with every floor met."""
    below = bool(below_floor(interview))
    observed = all(interview.score(c.letter).value is not None for c in interview.kit.categories)
    return (choice in _POSITIVE and below) or (choice in _NEGATIVE and observed and not below)


def reason_needed(interview: Interview) -> int:
    """Shortest reason, in characters, the present recommendation asks for."""
    return CONTRADICTION_REASON if contradicts(interview, interview.recommendation) else 1


def finalise_obstacle(interview: Interview) -> str:
    """Why it cannot be finalised yet: "unsettled", "detours", "recommendation", "reason", or empty."""
    if unsettled(interview):
        return "unsettled"
    if unexplained(interview):
        return "detours"
    if interview.recommendation is None:
        return "recommendation"
    return "" if len(interview.reason.strip()) >= reason_needed(interview) else "reason"


def finalise(interview: Interview, now: Moment) -> Update:
    """Shut the interview for good; from here on only its packet can be made."""
    require(interview, Phase.TO_REVIEW)
    hindrance = finalise_obstacle(interview)
    if hindrance:
        sentence, step = {
            "unsettled": ("Not every category is settled.", "Open: " + ", ".join(unsettled(interview))),
            "detours": ("A prompt left the order of the kit.", "Say why, or that there is no reason."),
            "recommendation": ("There is no recommendation yet.", "Choose one; no decision is one too."),
            "reason": ("The reason is too short.", f"It needs {reason_needed(interview)} characters."),
        }[hindrance]
        raise RuleProblem(sentence, step)
    marked = with_mark(interview, MarkKind.FINALISED, now)
    after = replace(marked.interview, phase=Phase.FINALISED, finalised=now)
    return Update(after, (*marked.changes, InterviewPut(after)))


def _put(interview: Interview, score: Score) -> Update:
    after = replace(interview, scores={**interview.scores, score.letter: score})
    return Update(after, (ScorePut(interview.id, score),))
