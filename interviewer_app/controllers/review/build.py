"""An interview as the review screen shows it: pure functions from record to view. For controllers/review."""

from interviewer_app import labels
from interviewer_app.controllers.checks.views import whole_view
from interviewer_app.controllers.keeper import SaveView
from interviewer_app.controllers.review.views import (
    EvidenceGroup,
    EvidenceItem,
    PointSource,
    ReviewCategory,
    ReviewDetour,
    ReviewView,
)
from interviewer_app.domain import review
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.kit import Category
from interviewer_app.domain.live.asking import unruled
from interviewer_app.domain.live.coverage import evidence, help_given, letters_of
from interviewer_app.domain.live.detours import Detour, detours
from interviewer_app.domain.live.timeline import timeline
from interviewer_app.domain.moments import Moment, seconds_between
from interviewer_app.domain.notes.note import Marker, Note
from interviewer_app.domain.scores import notes_needed, support, total

_POINTS = frozenset({Marker.FOR, Marker.AGAINST, Marker.UNKNOWN})


def review_view(interview: Interview, letter: str, now: Moment, save: SaveView) -> ReviewView:
    """The whole screen."""
    kit = interview.kit
    unsettled = review.unsettled(interview)
    scores = tuple(interview.score(c.letter) for c in kit.categories)
    clock = timeline(interview.marks, now)
    cited = {note_id for score in scores for note_id in score.cited}
    return ReviewView(
        interview_id=interview.id,
        candidate=interview.candidate,
        opening=interview.opening.title,
        phase=interview.phase,
        since_end=seconds_between(interview.ended, now) if interview.ended is not None else 0.0,
        categories=tuple(_category(interview, category) for category in kit.categories),
        current=letter,
        points=interview.points,
        sources=_sources(interview, cited),
        strongest=interview.strongest,
        aways=clock.aways,
        unsettled=unsettled,
        total=None if unsettled else total(scores, kit.role.weights),
        recommendation=interview.recommendation,
        reason=interview.reason,
        reason_needed=review.reason_needed(interview),
        below_floor=review.below_floor(interview),
        finalise_obstacle=review.finalise_obstacle(interview),
        sample=interview.sample,
        save=save,
        finalised=interview.finalised.local if interview.finalised is not None else None,
        call_length=clock.wall,
        detours=tuple(_detour(interview, detour) for detour in detours(interview)),
        unruled=frozenset(mark.seq for mark in unruled(interview.marks)),
        ticks=whole_view(interview),
    )


def _detour(interview: Interview, detour: Detour) -> ReviewDetour:
    return ReviewDetour(
        step=detour.step,
        number=detour.number,
        title=_title(interview, detour.step),
        kind=detour.kind,
        t=detour.t,
        reason=detour.reason,
        words=detour.words,
    )


def _category(interview: Interview, category: Category) -> ReviewCategory:
    score = interview.score(category.letter)
    prompts = tuple(p for p in interview.kit.prompts if category.letter in p.categories)
    return ReviewCategory(
        letter=category.letter,
        title=category.title,
        definition=category.definition,
        anchors=category.anchors,
        score=score,
        support=support(score),
        needed=notes_needed(score.value) if score.value is not None else 0,
        obstacle=review.obstacle(score),
        evidence=_evidence(interview, category.letter),
        help=sum(help_given(interview, prompt.id) for prompt in prompts),
        floor=interview.kit.role.floors.get(category.letter, 0),
    )


def _evidence(interview: Interview, letter: str) -> tuple[EvidenceGroup, ...]:
    """Notes that may be cited, by step: tagged, untagged of its prompts, and any that are cited already."""
    has = evidence(interview)[letter]
    cited = interview.score(letter).cited
    offered = {n.id for n in (*has.tagged, *has.untagged)} | set(cited)
    groups: dict[str, list[EvidenceItem]] = {}
    for note in interview.notes:
        if note.id in offered:
            item = EvidenceItem(note.id, note.t, note.marker, note.body, note.id in cited)
            groups.setdefault(note.step, []).append(item)
    return tuple(EvidenceGroup(_title(interview, step), tuple(items)) for step, items in groups.items())


def _title(interview: Interview, step: str) -> str:
    prompt = interview.kit.prompt(step)
    return labels.step_title(step, prompt.title if prompt is not None else "")


def _sources(interview: Interview, cited: set[str]) -> tuple[PointSource, ...]:
    """Notes that may become a line of page 1: those with a marker of the three lists, and those cited."""
    offered = (note for note in interview.notes if note.marker in _POINTS or note.id in cited)
    return tuple(_source(interview, note, cited) for note in offered)


def _source(interview: Interview, note: Note, cited: set[str]) -> PointSource:
    letters = letters_of(interview.kit, note)
    return PointSource(note.id, note.t, note.marker, note.body, letters, note.id in cited)
