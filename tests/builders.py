"""Small true records for tests, made by the domain's own acts; every test package may import it.

Nothing here reads a clock or draws a random number: equal calls give equal records.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from interviewer_app.domain import review
from interviewer_app.domain.interview import (
    Interview,
    Opening,
    Phase,
    Point,
    PointKind,
    Recommendation,
)
from interviewer_app.domain.kits.checklist import Checklist, ChecklistLine, Flag, Polarity
from interviewer_app.domain.kits.kit import (
    Category,
    Fact,
    Frame,
    Kit,
    Level,
    Probe,
    Prompt,
    PromptType,
    RoleProfile,
    Scorecard,
    Stage,
    TimeSpan,
    Variant,
)
from interviewer_app.domain.live import call
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.marks import Mark, MarkKind
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Note, NoteEdit
from interviewer_app.domain.openings.opening import OpeningSheet, Output, Picker
from interviewer_app.domain.scores import NotObservedReason, Score, ScoreState

NOON = datetime(2026, 9, 14, 12, 0, 0, 250_000, tzinfo=UTC)
"""The instant every built record counts from."""

LINES = (
    '" We would shed load before we queue it #A',
    "+ named the failing dependency unasked #B",
    "! no figure for the error budget",
    "? how would they hand this over",
    "> asked for the second option",
    "plain words, no marker",
)


def a_moment(seconds: float = 0.0, *, boot: str = "boot-1", offset: int = 60) -> Moment:
    """A reading of both clocks `seconds` after NOON."""
    return Moment(NOON + timedelta(seconds=seconds), 1_000.5 + seconds, boot, offset)


def new_ids(prefix: str = "n") -> Callable[[], str]:
    """A maker of ids: n1, n2, n3 and so on."""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"


def a_prompt(prompt_id: str = "p1", **fields: Any) -> Prompt:
    """A prompt of ten minutes with two probes and two facts."""
    given: dict[str, Any] = {
        "version": "1.0.0",
        "title": f"Prompt {prompt_id}",
        "type": PromptType.SITUATIONAL,
        "minutes": 10,
        "candidate_text": f"What would you do first in case {prompt_id}?",
        "short": prompt_id.upper(),
        "interviewer_notes": "Let them think.",
        "time_plan": (TimeSpan(0, 4, "Listen"), TimeSpan(4, 10, "Probe")),
        "facts": (Fact("f1", "There are three sites.", always=True), Fact("f2", "Nobody is on call.")),
        "probes": (
            Probe("q1", "What next?", "order"),
            Probe("q2", "Have you thought of caching?", assist=True),
        ),
        "strong": ("Names a first step",),
        "weak": ("Stays general",),
        "categories": ("A", "B"),
    }
    return Prompt(id=prompt_id, **{**given, **fields})


def a_category(letter: str = "A", **fields: Any) -> Category:
    """A scorecard category with six anchors and no variants."""
    given: dict[str, Any] = {
        "title": f"Category {letter}",
        "definition": f"What {letter} is about.",
        "anchors": tuple(f"{letter}{score}: what a {score} looks like" for score in range(6)),
    }
    return Category(letter=letter, **{**given, **fields})


def category_of(kit: Kit, letter: str) -> Category:
    """The category with this letter, whether the kit scores it or not."""
    return next(category for category in kit.scorecard.categories if category.letter == letter)


def a_kit(kit_id: str = "kit-a", prompts: int = 3, letters: str = "ABC", **fields: Any) -> Kit:
    """A cut kit of ten-minute prompts p1, p2, ... that scores the given letters."""
    shown = tuple(a_prompt(f"p{n}", categories=_pair(letters, n)) for n in range(1, prompts + 1))
    frame = Frame(opening=3, questions=5, close=2)
    given: dict[str, Any] = {
        "version": "1.2.0",
        "title": f"Kit {kit_id}",
        "file_id": f"{kit_id}-file",
        "stage": Stage.TECH,
        "prompts": shown,
        "scorecard": Scorecard("card", "Delivery", tuple(a_category(letter) for letter in letters)),
        "scored": tuple(letters),
        "variants": (Variant("full", frame, frame.minutes + 10 * prompts),),
        "opening_script": "[I am {name}. ]We have {minutes} minutes.",
        "closing_script": "Thank you. You have {q} minutes for questions.",
        "role": RoleProfile("engineer", "Engineer", floors={letters[0]: 3}, weights={letters[0]: 2}),
    }
    return Kit(id=kit_id, **{**given, **fields})


def a_checklist(list_id: str = "marks", **fields: Any) -> Checklist:
    """A checklist of a plain tick and a line with states, each with one text beside it."""
    lines = (ChecklistLine("alarms", "Alarms"), ChecklistLine("rollback", "Rollback", ("claimed", "absent")))
    given: dict[str, Any] = {"title": "Marks of a live system", "lines": lines, "columns": ("How measured",)}
    return Checklist(list_id, **{**given, **fields})


def a_flag(flag_id: str = "gf-01", polarity: Polarity = Polarity.GREEN) -> Flag:
    """A flag."""
    return Flag(flag_id, polarity, f"Does what {flag_id} says.")


def with_lists(kit: Kit) -> Kit:
    """The kit with a checklist at its first prompt, one for the whole interview, and two flags."""
    first, *rest = kit.prompts
    return replace(
        kit,
        prompts=(replace(first, checklists=("marks",)), *rest),
        checklists=(a_checklist("marks"), a_checklist("whole", title="Through the interview")),
        flags=(a_flag("gf-01"), a_flag("rf-01", Polarity.RED)),
        whole=("whole",),
    )


def an_opening(opening_id: str = "o1", **fields: Any) -> Opening:
    """An opening for a senior engineer."""
    given: dict[str, Any] = {"title": "Platform engineer", "role": "engineer", "level": Level.SENIOR}
    return Opening(id=opening_id, **{**given, **fields})


def a_settled_sheet(**fields: Any) -> OpeningSheet:
    """A sheet with which calls may start: the role is known and the rest waived."""
    given: dict[str, Any] = {"picker": Picker(Output.FEATURES), "waived": "A trial of the process"}
    return OpeningSheet(**{**given, **fields})


def a_note(note_id: str = "n1", text: str = "plain words", **fields: Any) -> Note:
    """A line of notes in p1, begun a minute after the start."""
    given: dict[str, Any] = {"step": "p1", "rank": 1.0, "t": 60.0, "begun": NOON + timedelta(seconds=60)}
    return Note(id=note_id, text=text, **{**given, **fields})


def a_mark(seq: int = 1, kind: MarkKind = MarkKind.STARTED, seconds: float = 0.0, **fields: Any) -> Mark:
    """A mark set `seconds` after the start."""
    return Mark(seq, kind, a_moment(seconds), seconds, **fields)


def a_score(letter: str = "A", value: int | None = 3, **fields: Any) -> Score:
    """A scored category; value None gives one that was not observed for want of time."""
    if value is None:
        fields = {"state": ScoreState.NOT_OBSERVED, "reason": NotObservedReason.OUT_OF_TIME, **fields}
    return replace(Score(letter, ScoreState.SCORED, value, t=90.0, set_at=NOON), **fields)


def an_interview(phase: Phase = Phase.PREPARED, interview_id: str = "i1", **fields: Any) -> Interview:
    """An interview that reached `phase` by the domain's acts; see a_story for the fields."""
    return a_story(phase, interview_id, **fields).interview


def a_story(
    phase: Phase = Phase.PREPARED,
    interview_id: str = "i1",
    *,
    kit: Kit | None = None,
    opening: Opening | None = None,
    candidate: str = "Ada Example",
    interviewer: str = "Robin",
    at: float = 0.0,
    sample: bool = False,
    lines: Sequence[str] = LINES,
) -> Update:
    """An interview brought to `phase`, with every change on the way; it begins `at` seconds after NOON."""
    told = _Told(at, f"{interview_id}-")
    told.take(
        call.begin(
            interview_id,
            kit or a_kit(),
            opening or an_opening(),
            told.tick(),
            candidate=candidate,
            sample=sample,
        )
    )
    told.take(call.prepare(told.interview, interviewer=interviewer))
    if phase is not Phase.PREPARED:
        _hold_call(told, lines)
    if phase in {Phase.TO_REVIEW, Phase.FINALISED}:
        told.take(call.end(told.interview, told.tick()))
    if phase is Phase.FINALISED:
        _review(told)
    return Update(told.interview, tuple(told.changes))


class _Told:
    """A story in the telling: the interview so far, its changes, a clock that moves 30 s at each tick."""

    def __init__(self, at: float, prefix: str) -> None:
        self.seconds = at
        self.ids = new_ids(prefix)
        self.changes: list[Any] = []
        self.interview: Interview

    def tick(self) -> Moment:
        self.seconds += 30.0
        return a_moment(self.seconds)

    def take(self, update: Update) -> None:
        self.interview = update.interview
        self.changes.extend(update.changes)


def _hold_call(told: _Told, lines: Sequence[str]) -> None:
    told.take(call.start(told.interview, told.tick()))
    for prompt in told.interview.kit.prompts:
        told.take(call.show(told.interview, prompt.id, told.tick()))
        for line in lines:
            write_line(told.interview, prompt.id, line, told.tick(), told.ids, told.take)
    for category in told.interview.kit.categories[:-1]:
        told.take(call.score(told.interview, category.letter, 3, told.tick()))
    told.take(call.move_to(told.interview, told.interview.kit.prompts[-1].id, 7, told.tick()))


def write_line(
    interview: Interview,
    step: str,
    line: str,
    now: Moment,
    ids: Callable[[], str],
    take: Callable[[Update], None],
) -> None:
    """Type one more line below the notes of a step."""
    sheet = call.sheet_of(interview, step, now, ids)
    last = len(sheet.lines) - 1
    texts = (line,) if not sheet.text else (sheet.lines[last].text, line)
    take(call.type_notes(interview, sheet, NoteEdit(step, last, 1, texts), now, ids))


def _review(told: _Told) -> None:
    for category in told.interview.kit.categories:
        letter = category.letter
        if told.interview.score(letter).state is ScoreState.OPEN:
            told.take(
                call.score(
                    told.interview,
                    letter,
                    None,
                    told.tick(),
                    observed=False,
                    reason=NotObservedReason.OUT_OF_TIME,
                )
            )
        elif told.interview.notes:
            note = told.interview.notes[0].id
            told.take(review.cite(told.interview, letter, note, told.interview.marks[-1].at, on=True))
        told.take(review.settle(told.interview, letter, told.tick(), unsupported=True))
    strength = Point("pt1", PointKind.STRENGTH, told.interview.kit.scored[0], "Sheds load early")
    told.take(review.write_points(told.interview, (strength,)))
    # A yes below a floor would ask for a long reason (P-09).
    choice = Recommendation.NO_DECISION if review.below_floor(told.interview) else Recommendation.YES
    told.take(review.recommend(told.interview, choice, "Clear and calm under pressure.", told.tick()))
    told.take(review.finalise(told.interview, told.tick()))


def _pair(letters: str, n: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys((letters[(n - 1) % len(letters)], letters[n % len(letters)])))
