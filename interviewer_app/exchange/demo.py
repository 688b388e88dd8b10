"""Made-up interviews: many for trying and measuring, and one live sample. Imported by controllers and cli.

Nobody in them exists. All of them are marked as samples, so that no packet of theirs can pass for a real one
and each can be deleted again.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from interviewer_app.domain.changes import Change
from interviewer_app.domain.interview import Interview, LivePlace, Opening, Phase
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, TickKey
from interviewer_app.domain.kits.kit import Kit, Level
from interviewer_app.domain.live import call, ticking
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.domain.openings.opening import (
    Answer,
    DataLine,
    Modelling,
    OpeningSheet,
    Output,
    Picker,
    Product,
    Purpose,
    RoleCover,
    Scope,
    Targets,
)
from interviewer_app.exchange.demo_call import DemoCall, DemoClock, DemoPlan, plan
from interviewer_app.exchange.demo_review import DemoReview
from interviewer_app.exchange.phrases import Phrasebook, book, raw_phrases

UNTIL = datetime(2026, 11, 20, tzinfo=UTC)
"""The day made-up interviews end with when no other is given, so that one seed always gives the same data."""

YEARS = timedelta(days=730)

_EVERY = 20
_FEW = 1_200
WAIVED = OpeningSheet(picker=Picker(Output.FEATURES), waived="Made up, for trying")
"""The sheet of made-up openings: short, for there may be many interviews."""

_KNOWN = DataLine(Answer.YES, "Mara Lind, data")
SCOPE = OpeningSheet(
    picker=Picker(Output.FEATURES, Product.CHATBOT, Modelling.INTEGRATION, regulated=False),
    scope=Scope(
        goal="Half of the tickets that wait for an answer today are closed within 10 minutes by June",
        purpose=Purpose.EFFICIENCY,
        sources=_KNOWN,
        approved=_KNOWN,
        privacy=DataLine(Answer.UNKNOWN, "Jon Reyes, legal"),
        targets=Targets(
            "40 hours of support a week",
            "9 answers of 10 rest on a source",
            "30 of 45 agents",
            "0.03 an answer",
        ),
        owner_after="Support tools",
        outcome="Builds and runs the assistant that drafts answers for the support desk.",
    ),
    team=(("qa", RoleCover.MISSING), ("devops", RoleCover.HERE)),
)
"""The sheet of the sample's opening, complete."""

_LEVELS = (Level.MID, Level.SENIOR, Level.SENIOR, Level.LEAD)
_FACTORS = (125, 125, 150)


def made_up(count: int, seed: int, kit: Kit, *, until: datetime = UNTIL) -> Iterator[Interview]:
    """Believable interviews on a kit, nearly all finalised, held in the two years before `until`.

    Equal arguments give equal interviews, and a greater count the same ones and more. Among the first 1,200,
    one in twenty still waits for its review and one in twenty for its call.
    """
    world = _World(kit, until)
    for number in range(count):
        # Text seeds are hashed the same way everywhere; a tuple's hash would differ from run to run.
        yield world.interview(Random(f"{seed}/{number}"), number)  # noqa: S311 - nothing here is a secret


class _World:
    """What all made-up interviews share."""

    def __init__(self, kit: Kit, until: datetime) -> None:
        self._book: Phrasebook = book()
        self._plans = tuple(plan(kit.cut(variant.id)) for variant in kit.variants)
        self._openings = _openings(self._book, kit.role.id)
        self._until = until

    def interview(self, rng: Random, number: int) -> Interview:
        """Make one up, from its own random numbers alone."""
        # Most use the kit's first length.
        plan = self._plans[0] if rng.random() < 0.85 else rng.choice(self._plans)
        phase = _phase(number)
        start, offset = self._start(rng, phase)
        clock = DemoClock(start, offset, float(rng.randrange(1_000, 900_000)))
        booked = clock.at(-float(rng.randrange(3_600 * 5, 86_400 * 6)))
        opening = rng.choice(self._openings)
        # Few openings only: where anybody had extra time, no packet of that opening shows minutes.
        stretched = opening in self._openings[:2] and rng.random() < 0.2
        prepared = Interview(
            id=f"{rng.getrandbits(128):032x}",
            candidate=_candidate(rng, self._book),
            opening=opening,
            kit=plan.kit,
            kit_hash=plan.hash,
            interviewer=rng.choice(self._book.interviewers),
            created=booked,
            factor=rng.choice(_FACTORS) if stretched else 100,
            scheduled=start.replace(minute=start.minute // 30 * 30, second=0),
            sample=True,
        )
        if phase is Phase.PREPARED:
            return prepared
        return _held(rng, self._book, plan, clock, prepared, finalised=phase is Phase.FINALISED)

    def _start(self, rng: Random, phase: Phase) -> tuple[datetime, int]:
        """When the call begins, in working hours, and the local UTC offset in minutes."""
        match phase:
            case Phase.PREPARED:
                day = self._until + timedelta(days=1 + rng.randrange(12))
            case Phase.TO_REVIEW:
                day = self._until - timedelta(days=1 + rng.randrange(6))
            case _:
                day = self._until - timedelta(days=7 + rng.randrange(YEARS.days - 7))
        day -= timedelta(days=max(0, day.weekday() - 4))
        offset = 120 if 4 <= day.month <= 10 else 60
        minutes = 9 * 60 + 30 * rng.randrange(15) - offset
        return day + timedelta(minutes=minutes, seconds=rng.randrange(5, 200)), offset


def _phase(number: int) -> Phase:
    if number < _FEW and number % _EVERY == 7:
        return Phase.TO_REVIEW
    if number < _FEW and number % _EVERY == 13:
        return Phase.PREPARED
    return Phase.FINALISED


def _held(
    rng: Random, words: Phrasebook, plan: DemoPlan, clock: DemoClock, prepared: Interview, *, finalised: bool
) -> Interview:
    level = rng.gauss(3.1, 0.75)
    skills = {letter: min(5.0, max(0.0, rng.gauss(level, 0.7))) for letter in plan.letters}
    held = DemoCall(rng, words, plan, skills, factor=prepared.factor)
    settle = len(plan.letters) if finalised else rng.randrange(len(plan.letters))
    review = DemoReview(held, clock, settle=settle)
    shut = review.finalise() if finalised else None
    last = held.last_step
    sheet = review.sheets.get(last)
    return Interview(
        id=prepared.id,
        candidate=prepared.candidate,
        opening=prepared.opening,
        kit=prepared.kit,
        kit_hash=prepared.kit_hash,
        interviewer=prepared.interviewer,
        created=prepared.created,
        phase=Phase.TO_REVIEW if shut is None else Phase.FINALISED,
        factor=prepared.factor,
        scheduled=prepared.scheduled,
        sample=True,
        marks=review.marks,
        sheets=review.sheets,
        scores=review.scores,
        points=review.points,
        strongest=review.strongest,
        recommendation=review.recommendation,
        reason=review.reason,
        started=clock.at(0.0),
        ended=clock.at(held.ended),
        finalised=None if shut is None else clock.at(shut),
        place=LivePlace(prepared.id, last, len(sheet.text) if sheet else 0, clock.at(held.ended)),
    )


def _candidate(rng: Random, words: Phrasebook) -> str:
    """A name, or for one in ten a code."""
    if rng.random() < 0.1:
        return f"C-{rng.randrange(10_000):04}"
    at = rng.randrange(len(words.given))
    given, family = rng.choice(words.given[at]), rng.choice(words.family[at])
    chance = rng.random()
    if chance < 0.25:
        return f"{given} {rng.choice(words.given[at])[0]}. {family}"
    if chance < 0.32:
        return f"{given} {family}-{rng.choice(words.family[at])}"
    return f"{given} {family}"


def _openings(words: Phrasebook, role: str) -> tuple[Opening, ...]:
    every = [(title, team) for title in words.titles for team in words.teams]
    return tuple(
        Opening(
            f"made-up-{number:02}", f"{title}, {team}", role, _LEVELS[number % len(_LEVELS)], sheet=WAIVED
        )
        for number, (title, team) in enumerate(every)
    )


# -- the sample ------------------------------------------------------------------------------------


def sample(kit: Kit, now: Moment, new_id: Callable[[], str]) -> Update:
    """A made-up call, marked as a sample and seventeen minutes old at `now`, and what to store for it.

    Made by the domain's own acts, so it is as consistent as one that was held.
    """
    raw = raw_phrases()["sample"]
    telling = _Telling(now, new_id)
    opening = Opening("sample", raw["opening"], kit.role.id, Level.SENIOR, sheet=SCOPE)
    telling.take(
        call.begin(new_id(), kit.cut(), opening, telling.at(-900.0), candidate=raw["candidate"], sample=True)
    )
    telling.take(call.prepare(telling.interview, interviewer=raw["interviewer"]))
    telling.take(call.start(telling.interview, telling.at(0.0)))
    for event in raw["events"]:
        minutes, seconds = event["at"].split(":")
        telling.tell(event, telling.at(60.0 * int(minutes) + int(seconds)))
    first = telling.interview.kit.prompts[0].id
    sheet = telling.interview.sheets.get(first)
    cursor = len(sheet.text) if sheet is not None else 0
    telling.take(call.move_to(telling.interview, first, cursor, now))
    return Update(telling.interview, tuple(telling.changes))


class _Telling:
    """The sample while it is told: `at` counts from a start that lies 17:04 before now."""

    _NOW = 17 * 60 + 4.0

    def __init__(self, now: Moment, new_id: Callable[[], str]) -> None:
        self._now, self._new_id = now, new_id
        self.interview: Interview
        self.changes: list[Change] = []

    def at(self, seconds: float) -> Moment:
        """Both clocks at a moment of the call."""
        back = self._NOW - seconds
        now = self._now
        return Moment(now.utc - timedelta(seconds=back), now.mono - back, now.boot, now.offset)

    def take(self, update: Update) -> None:
        """Go on from what an act gave back."""
        self.interview = update.interview
        self.changes.extend(update.changes)

    def tell(self, event: dict[str, str | int], now: Moment) -> None:
        """One event of the file; what the kit does not have is left out."""
        interview, kit = self.interview, self.interview.kit
        prompt = kit.prompts[0]
        match event:
            case {"flag": str(ref), "note": str(text)} if any(flag.id == ref for flag in kit.flags):
                self._tick(TickKey("", FLAGS, ref), SEEN, (text,), now)
            case {"tick": str(ref), "list": str(name), "state": int(number)}:
                self._check(name, ref, number, now)
            case {"show": int(number)}:
                self.take(call.show(interview, kit.prompts[number - 1].id, now))
            case {"note": str(text)} if "flag" not in event:
                self._note(prompt.id, text, now)
            case {"probe": str(ref)} if any(probe.id == ref for probe in prompt.probes):
                self.take(call.tick(interview, MarkKind.PROBE, prompt.id, ref, on=True, now=now))
            case {"fact": str(ref)} if any(fact.id == ref for fact in prompt.facts):
                self.take(call.tick(interview, MarkKind.FACT, prompt.id, ref, on=True, now=now))
            case {"score": str(code)} if code[0] in {c.letter for c in kit.categories}:
                self.take(call.score(interview, code[0], int(code[1]), now))
            case _:
                pass

    def _check(self, name: str, ref: str, number: int, now: Moment) -> None:
        """Bring a line to one of its states, counted from 1; the first prompt comes before the interview."""
        kit = self.interview.kit
        for step in (kit.prompts[0].id, ""):
            for checklist in kit.lists_of(step):
                line = next((line for line in checklist.lines if line.id == ref), None)
                if checklist.id == name and line is not None and number <= len(line.choices):
                    self._tick(TickKey(step, name, ref), line.choices[number - 1], (), now)
                    return

    def _tick(self, key: TickKey, state: str, cells: tuple[str, ...], now: Moment) -> None:
        self.take(ticking.set_state(self.interview, key, state, now))
        self.take(ticking.set_cells(self.interview, key, cells, now))

    def _note(self, step: str, text: str, now: Moment) -> None:
        sheet = call.sheet_of(self.interview, step, now, self._new_id)
        last = len(sheet.lines) - 1
        texts = (sheet.lines[last].text, text) if sheet.text else (text,)
        self.take(call.type_notes(self.interview, sheet, NoteEdit(step, last, 1, texts), now, self._new_id))
