"""One interview as a committee reads it; screen and paper draw the same Summary. Everybody may import it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from interviewer_app.domain.canon import digest
from interviewer_app.domain.interview import Interview, Phase, PointKind, Recommendation
from interviewer_app.domain.kits.kit import Category
from interviewer_app.domain.live.call import ticked
from interviewer_app.domain.live.checks import CheckResult, FlagResult, check_results, flag_results
from interviewer_app.domain.live.coverage import help_given, letters_of
from interviewer_app.domain.live.detours import Detour, DetourKind, detours
from interviewer_app.domain.live.pacing import TimeState, time_state
from interviewer_app.domain.live.timeline import Interruption, Stretch, Timeline, timeline
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Marker, Note
from interviewer_app.domain.openings.opening import SubjectKind
from interviewer_app.domain.packet.position import HIRE, Position, position
from interviewer_app.domain.review import below_floor, unsettled
from interviewer_app.domain.scores import Score, ScoreState, Support, Total, support, total


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note as printed. `t` is seconds since the start, with pauses; `cited_for` are category letters."""

    id: str
    t: float
    step: str
    marker: Marker
    body: str
    letters: tuple[str, ...]
    cited_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CategoryResult:
    """A category with its score, the anchor it was matched to and the notes that carry it.

    `anchor` and `next_anchor` are empty when there is no such score. `below` is how many points are short of
    the floor. `was` is the last value set in the call, when it differs. `help` counts assist probes asked.
    """

    letter: str
    title: str
    definition: str
    score: Score
    anchor: str
    next_anchor: str
    floor: int
    weight: int
    below: int
    lowest: bool
    support: Support
    cited: tuple[PrintedNote, ...]
    not_cited: tuple[PrintedNote, ...]
    helps: tuple[PrintedNote, ...]
    help: int


@dataclass(frozen=True, slots=True)
class StepResult:
    """A step as asked. `planned` and `actual` are seconds; `number` is 0 for a step of the frame.

    `probes` are the numbers of the probes asked, from 1; `told` the texts of the facts told.
    """

    step: str
    number: int
    title: str
    text: str
    letters: tuple[str, ...]
    planned: float
    actual: float
    state: TimeState
    probes: tuple[int, ...]
    probes_of: int
    help: int
    told: tuple[str, ...]
    facts_of: int
    follow_ups: tuple[PrintedNote, ...]
    notes: tuple[PrintedNote, ...]

    @property
    def skipped(self) -> bool:
        """True when the step was never on screen."""
        return self.actual <= 0.0


@dataclass(frozen=True, slots=True)
class PointLine:
    """A line of a list on page 1; `t` is None when it rests on no note."""

    letter: str
    text: str
    t: float | None


class CaveatKind(StrEnum):
    """A warning page 1 gives about itself."""

    NOT_OBSERVED = "not_observed"
    UNSUPPORTED = "unsupported"
    THIN = "thin"
    OVER_PLAN = "over_plan"
    SKIPPED = "skipped"
    GAP = "gap"
    SAMPLE = "sample"
    WAIVED = "waived"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Caveat:
    """One warning: what, about which category letter or step, and seconds where they matter."""

    kind: CaveatKind
    about: str
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a packet prints. Times are seconds since the start; `draft` means not finalised.

    `show_minutes` is False where extra time was given to anybody of the opening: then shares of the plan are
    printed instead, so that no packet stands out. `record_hash` is the SHA-256 of all but these two.
    """

    interview_id: str
    candidate: str
    opening: str
    role: str
    level: str
    interviewer: str
    kit_title: str
    kit_id: str
    kit_version: str
    kit_hash: str
    form: str
    variant: str
    stage: str
    started: Moment | None
    ended: Moment | None
    finalised: Moment | None
    wall: float
    counted: float
    planned: float
    recommendation: Recommendation | None
    reason: str
    strongest: PrintedNote | None
    categories: tuple[CategoryResult, ...]
    total: Total
    strengths: tuple[PointLine, ...]
    concerns: tuple[PointLine, ...]
    unknowns: tuple[PointLine, ...]
    steps: tuple[StepResult, ...]
    stretches: tuple[Stretch, ...]
    aways: tuple[Interruption, ...]
    detours: tuple[Detour, ...]
    care: tuple[Caveat, ...]
    draft: bool
    sample: bool
    checks: tuple[CheckResult, ...] = ()
    flags: tuple[FlagResult, ...] = ()
    position: Position | None = None
    show_minutes: bool = True
    record_hash: str = ""

    @property
    def settled(self) -> bool:
        """True when every category is settled; before that nobody is shown a total (P-07)."""
        return all(category.score.settled for category in self.categories)

    def step(self, step_id: str) -> StepResult:
        """The step with this id; KeyError when there is none."""
        for step in self.steps:
            if step.step == step_id:
                return step
        raise KeyError(step_id)


def summarise(interview: Interview, now: Moment, *, show_minutes: bool = True) -> Summary:
    """Draw up the summary; for an interview that has ended, `now` changes nothing."""
    clock = timeline(interview.marks, now)
    lines = _lines(interview)
    categories = _categories(interview, lines)
    steps = tuple(_step(interview, step, n, clock, lines) for n, step in _numbered(interview))
    by_id = {line.id: line for line in lines}
    kit, left_order = interview.kit, detours(interview)
    # A category may have been opened again, or the call gone on, since it was chosen (P-06, P-08).
    early = interview.phase is Phase.LIVE or bool(unsettled(interview))
    summary = Summary(
        interview_id=interview.id,
        candidate=interview.candidate,
        opening=interview.opening.title,
        role=kit.role.title,
        level=interview.opening.level,
        interviewer=interview.interviewer,
        kit_title=kit.title,
        kit_id=kit.id,
        kit_version=kit.version,
        kit_hash=interview.kit_hash,
        form=kit.form.id,
        variant=kit.variant.id,
        stage=kit.stage,
        started=interview.started,
        ended=interview.ended,
        finalised=interview.finalised,
        wall=clock.wall,
        counted=clock.counted,
        planned=interview.planned_total,
        recommendation=None if early else interview.recommendation,
        reason=interview.reason,
        strongest=by_id.get(interview.strongest),
        categories=categories,
        total=total((c.score for c in categories), kit.role.weights),
        strengths=_points(interview, PointKind.STRENGTH, by_id),
        concerns=_points(interview, PointKind.CONCERN, by_id),
        unknowns=_points(interview, PointKind.UNKNOWN, by_id),
        steps=steps,
        stretches=clock.stretches,
        aways=clock.aways,
        detours=left_order,
        care=_care(interview, categories, steps, clock, left_order),
        draft=interview.finalised is None,
        sample=interview.sample,
        checks=check_results(interview),
        flags=flag_results(interview),
        position=position(interview, hire=not early and interview.recommendation in HIRE),
        show_minutes=show_minutes and interview.factor == 100,
    )
    # Whether minutes are shown depends on other interviews; the record does not.
    return replace(summary, record_hash=digest(replace(summary, show_minutes=True)))


def _numbered(interview: Interview) -> tuple[tuple[int, str], ...]:
    numbers = {prompt.id: n for n, prompt in enumerate(interview.kit.prompts, 1)}
    return tuple((numbers.get(step, 0), step) for step in interview.kit.steps)


def _lines(interview: Interview) -> tuple[PrintedNote, ...]:
    cited: dict[str, list[str]] = {}
    for category in interview.kit.categories:
        for note_id in interview.score(category.letter).cited:
            cited.setdefault(note_id, []).append(category.letter)
    return tuple(_line(interview, note, tuple(cited.get(note.id, ()))) for note in interview.notes)


def _line(interview: Interview, note: Note, cited_for: tuple[str, ...]) -> PrintedNote:
    letters = note.tags if note.marker is Marker.HELP else letters_of(interview.kit, note)
    return PrintedNote(note.id, note.t, note.step, note.marker, note.body, letters, cited_for)


def _categories(interview: Interview, lines: tuple[PrintedNote, ...]) -> tuple[CategoryResult, ...]:
    below = below_floor(interview)
    values = [interview.score(c.letter).value for c in interview.kit.categories]
    seen = [v for v in values if v is not None]
    low = min(seen) if len(set(seen)) > 1 else None
    return tuple(_category(interview, category, lines, below, low) for category in interview.kit.categories)


def _category(
    interview: Interview,
    category: Category,
    lines: tuple[PrintedNote, ...],
    below: Mapping[str, int],
    low: int | None,
) -> CategoryResult:
    letter = category.letter
    card = interview.score(letter)
    prompts = {p.id for p in interview.kit.prompts if letter in p.categories}
    value = card.value
    return CategoryResult(
        letter=letter,
        title=category.title,
        definition=category.definition,
        score=card,
        anchor=category.anchors[value] if value is not None else "",
        next_anchor=category.anchors[value + 1] if value is not None and value < 5 else "",
        floor=interview.kit.role.floors.get(letter, 0),
        weight=interview.kit.role.weights.get(letter, 1),
        below=below.get(letter, 0),
        lowest=low is not None and value == low,
        support=support(card),
        cited=tuple(line for line in lines if letter in line.cited_for),
        not_cited=tuple(
            x
            for x in lines
            if letter in x.letters and letter not in x.cited_for and x.marker is not Marker.HELP
        ),
        helps=tuple(
            x
            for x in lines
            if x.marker is Marker.HELP and (letter in x.letters or (not x.letters and x.step in prompts))
        ),
        help=sum(help_given(interview, prompt) for prompt in prompts),
    )


def _step(
    interview: Interview, step: str, number: int, clock: Timeline, lines: tuple[PrintedNote, ...]
) -> StepResult:
    prompt = interview.kit.prompt(step)
    planned, actual = interview.planned(step), clock.spent(step)
    own = tuple(line for line in lines if line.step == step)
    asked = ticked(interview, MarkKind.PROBE, step)
    told = ticked(interview, MarkKind.FACT, step)
    probes = prompt.probes if prompt is not None else ()
    facts = prompt.facts if prompt is not None else ()
    return StepResult(
        step=step,
        number=number,
        title=prompt.title if prompt is not None else "",
        text=prompt.candidate_text if prompt is not None else "",
        letters=prompt.categories if prompt is not None else (),
        planned=planned,
        actual=actual,
        state=time_state(actual, planned),
        probes=tuple(n for n, probe in enumerate(probes, 1) if probe.id in asked),
        probes_of=len(probes),
        help=help_given(interview, step),
        told=tuple(fact.text for fact in facts if fact.id in told),
        facts_of=len(facts),
        follow_ups=tuple(line for line in own if line.marker is Marker.HELP),
        notes=own,
    )


def _points(interview: Interview, kind: PointKind, by_id: Mapping[str, PrintedNote]) -> tuple[PointLine, ...]:
    out: list[PointLine] = []
    for point in interview.points:
        if point.kind is kind and point.text.strip():
            line = by_id.get(point.note)
            out.append(PointLine(point.letter, point.text.strip(), line.t if line is not None else None))
    return tuple(out)


def _known_before(interview: Interview) -> list[Caveat]:
    """What is to be said of an interview whatever happened in it."""
    out = [Caveat(CaveatKind.SAMPLE, "")] if interview.sample else []
    sheet = interview.opening.sheet
    if sheet.subject is not SubjectKind.PERSON:
        out.append(Caveat(CaveatKind.SUBJECT, sheet.subject))
    # Nobody waived anything for an opening from before there were sheets.
    if sheet.waived.strip() and not sheet.old:
        out.append(Caveat(CaveatKind.WAIVED, sheet.waived.strip()))
    return out


def _care(
    interview: Interview,
    categories: tuple[CategoryResult, ...],
    steps: tuple[StepResult, ...],
    clock: Timeline,
    left_order: tuple[Detour, ...],
) -> tuple[Caveat, ...]:
    passed = {detour.step for detour in left_order if detour.kind is DetourKind.PASSED_OVER}
    out = _known_before(interview)
    for c in categories:
        if c.score.state is ScoreState.NOT_OBSERVED:
            out.append(Caveat(CaveatKind.NOT_OBSERVED, c.letter))
        elif c.support is Support.UNSUPPORTED:
            out.append(Caveat(CaveatKind.UNSUPPORTED, c.letter))
        elif c.support is Support.THIN:
            out.append(Caveat(CaveatKind.THIN, c.letter))
    for s in steps:
        if s.number and (s.skipped or s.step in passed):
            out.append(Caveat(CaveatKind.SKIPPED, s.step))
        elif s.number and s.state is TimeState.OVER:
            out.append(Caveat(CaveatKind.OVER_PLAN, s.step, s.actual - s.planned))
    out.extend(Caveat(CaveatKind.GAP, a.cause, a.end - a.start) for a in clock.aways if not a.pause)
    return tuple(out)
