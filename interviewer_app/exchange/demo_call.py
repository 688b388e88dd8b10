"""A made-up call: what was shown, asked, told, noted and scored, and when. For exchange alone.

Everything is first laid out in counted seconds; pauses and gaps then move what comes after them.
"""

from bisect import insort
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from interviewer_app.domain.canon import digest
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS, Kit, Prompt
from interviewer_app.domain.live.call import LONG_GAP
from interviewer_app.domain.marks import (
    COUNTED,
    EXCLUDED,
    DetourReason,
    GapCause,
    Mark,
    MarkKind,
    PauseCause,
)
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Note, StepNotes
from interviewer_app.exchange.phrases import Phrase, Phrasebook, Phrases

_BOOT = "made-up"
_SECONDS_A_LINE = 112.0
_CAUSES = (PauseCause.CONNECTION, PauseCause.CONNECTION, PauseCause.OURS, PauseCause.THEIRS, PauseCause.BREAK)


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """A cut kit with what every interview on it asks again: its hash, planned seconds, letters by weight."""

    kit: Kit
    hash: str
    letters: tuple[str, ...]
    seconds: Mapping[str, float]
    pools: Mapping[str, tuple[str, ...]]


def plan(kit: Kit) -> DemoPlan:
    """Work a cut kit out once. A prompt's main category gets most of its lines."""
    letters = tuple(category.letter for category in kit.categories)
    pools = {}
    for prompt in kit.prompts:
        asked = [letter for letter in prompt.categories if letter in letters]
        pools[prompt.id] = tuple(x for n, letter in enumerate(asked) for x in [letter] * (len(asked) - n))
    seconds = {step: kit.step_minutes(step) * 60.0 for step in kit.steps}
    return DemoPlan(kit, digest(kit), letters, seconds, pools)


@dataclass(frozen=True, slots=True)
class DemoNote:
    """A note beside what its writer meant by it: for which categories, and whether it speaks for them."""

    note: Note
    letters: tuple[str, ...]
    good: bool


class DemoClock:
    """Makes moments out of seconds since the start."""

    def __init__(self, start: datetime, offset: int, mono: float) -> None:
        self.start, self._offset, self._mono = start, offset, mono

    def utc(self, t: float) -> datetime:
        """The instant `t` seconds after the start."""
        return self.start + timedelta(seconds=t)

    def at(self, t: float) -> Moment:
        """Both clocks `t` seconds after the start."""
        return Moment(self.start + timedelta(seconds=t), self._mono + t, _BOOT, self._offset)


@dataclass(frozen=True, slots=True)
class _Event:
    """A mark before it has a number."""

    t: float
    kind: MarkKind
    step: str = ""
    ref: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    span: float = 0.0

    def mark(self, seq: int, clock: DemoClock) -> Mark:
        return Mark(
            seq,
            self.kind,
            clock.at(self.t),
            self.t,
            self.step,
            self.ref,
            self.old,
            self.new,
            self.reason,
            self.span,
        )


class DemoCall:
    """One made-up call, held when it is made; `skills` say how good the answers are, 0 to 5 by letter."""

    def __init__(
        self, rng: Random, book: Phrasebook, plan: DemoPlan, skills: Mapping[str, float], *, factor: int
    ) -> None:
        self.rng, self.book, self.plan, self.skills = rng, book, plan, skills
        self._said: set[int] = set()
        self._wordy = rng.uniform(0.75, 1.3)
        self._lines: dict[str, list[tuple[float, str, tuple[str, ...], bool]]] = {}
        self._events: list[_Event] = []
        self.scored: dict[str, tuple[int, float]] = {}
        self._spans = self._pace(factor / 100.0)
        self.counted = self._spans[-1][2]
        self._breaks = self._interrupt()
        self.ended = self._wall(self.counted)
        for step, begin, end in self._spans:
            self._live(step, begin, end)
        self._explain()

    @property
    def last_step(self) -> str:
        """The step on screen at the end."""
        return self._spans[-1][0]

    def marks(self, clock: DemoClock) -> tuple[Mark, ...]:
        """The log up to the end of the call."""
        first = [_Event(0.0, MarkKind.STARTED)]
        shown = [_Event(self._wall(begin), MarkKind.SHOWN, step) for step, begin, _ in self._spans]
        events = [*first, *shown, *self._events, _Event(self.ended, MarkKind.ENDED)]
        events.sort(key=lambda event: event.t)
        return tuple(event.mark(seq, clock) for seq, event in enumerate(events, 1))

    def notes(self, clock: DemoClock) -> tuple[dict[str, StepNotes], list[DemoNote]]:
        """The notes as sheets, and each with its meaning in the order of time."""
        sheets: dict[str, StepNotes] = {}
        jotted: list[DemoNote] = []
        for step, _, _ in self._spans:
            notes = []
            for rank, (counted, text, letters, good) in enumerate(self._lines.get(step, ()), 1):
                t = self._wall(counted)
                note = Note(f"n{len(jotted) + 1}", step, float(rank), text, t, clock.utc(t))
                notes.append(note)
                jotted.append(DemoNote(note, letters, good))
            if notes:
                sheets[step] = StepNotes(step, tuple(notes))
        return sheets, jotted

    # -- time --------------------------------------------------------------------------------------

    def _pace(self, stretch: float) -> list[tuple[str, float, float]]:
        """Step, begin and end in counted seconds; who is late hurries, and may leave a prompt out."""
        rng, kit = self.rng, self.plan.kit
        left_out = kit.prompts[-1].id if rng.random() < 0.05 else ""
        habit = rng.gauss(1.02, 0.05)
        now = planned = 0.0
        spans = []
        for step in kit.steps:
            budget = self.plan.seconds[step] * stretch
            planned += budget
            if step == left_out:
                continue
            share = max(0.55, rng.gauss(habit, 0.13))
            if now + budget > planned + 180.0:
                share *= 0.85
            spans.append((step, now, now + budget * share))
            now += budget * share
        return spans

    def _explain(self) -> None:
        """Say why the last prompt was left out, where it was."""
        asked = {step for step, _, _ in self._spans}
        begin = next(begin for step, begin, _ in self._spans if step == QUESTIONS)
        for prompt in self.plan.kit.prompts:
            if prompt.id not in asked:
                why = DetourReason.OUT_OF_TIME
                self._events.append(_Event(self._wall(begin) + 4.0, MarkKind.DETOUR, prompt.id, reason=why))

    def _interrupt(self) -> list[tuple[float, float]]:
        """Pauses and gaps as moment and length, with their marks."""
        rng = self.rng
        breaks: list[tuple[float, float]] = []
        chance = rng.random()
        if chance > 0.12:
            return breaks
        at = self.counted * rng.uniform(0.1, 0.9)
        if chance < 0.08:
            length = rng.uniform(20.0, 240.0)
            cause = rng.choice(_CAUSES)
            self._events.append(_Event(round(at, 3), MarkKind.PAUSED, reason=cause))
            self._events.append(_Event(round(at + length, 3), MarkKind.RESUMED))
        else:
            length = rng.uniform(8.0, 420.0)
            cause_of_gap = GapCause.STOPPED if rng.random() < 0.6 else GapCause.ASLEEP
            ruling = COUNTED if length <= LONG_GAP else EXCLUDED
            end = round(at + length, 3)
            self._events.append(
                _Event(end, MarkKind.GAP, reason=cause_of_gap, new=ruling, span=round(length, 3))
            )
        return [(at, length)]

    def _wall(self, counted: float) -> float:
        """Seconds since the start, pauses included."""
        return round(counted + sum(length for at, length in self._breaks if at < counted), 3)

    # -- what happens in a step --------------------------------------------------------------------

    def _live(self, step: str, begin: float, end: float) -> None:
        prompt = self.plan.kit.prompt(step)
        if prompt is None:
            self._frame(step, begin, end)
            return
        helped = self._ask(prompt, begin, end)
        self._tell(prompt, begin, end)
        self._write(prompt, begin, end)
        if helped is not None:
            line = self._pick(self.book.prompt(step).help)
            if line:
                insort(
                    self._lines.setdefault(step, []), (min(helped + 4.0, end - 0.5), "> " + line, (), False)
                )
        self._score(prompt, end)

    def _frame(self, step: str, begin: float, end: float) -> None:
        rng = self.rng
        chance = {OPENING: 0.35, QUESTIONS: 0.9, CLOSE: 0.6}[step]
        for _ in range(2 if step == QUESTIONS else 1):
            if rng.random() < chance:
                text = self._pick(self.book.frame[step])
                if text:
                    insort(self._lines.setdefault(step, []), (rng.uniform(begin, end), text, (), True))

    def _ask(self, prompt: Prompt, begin: float, end: float) -> float | None:
        """Tick probes, most of them late in the prompt; returns when help was given, if it was."""
        rng, helped = self.rng, None
        late = begin + (end - begin) * 0.55
        for probe in prompt.probes:
            skill = self.skills.get(prompt.categories[0], 3.0) if prompt.categories else 3.0
            if rng.random() < ((4.0 - skill) / 6.0 if probe.assist else 0.62):
                at = rng.uniform(late, end)
                self._events.append(
                    _Event(self._wall(at), MarkKind.PROBE, prompt.id, ref=probe.id, new="asked")
                )
                helped = at if probe.assist else helped
        return helped

    def _tell(self, prompt: Prompt, begin: float, end: float) -> None:
        rng = self.rng
        for fact in prompt.facts:
            if fact.always or rng.random() < 0.42:
                at = rng.uniform(begin + (end - begin) * 0.1, begin + (end - begin) * 0.75)
                self._events.append(_Event(self._wall(at), MarkKind.FACT, prompt.id, ref=fact.id, new="told"))

    def _write(self, prompt: Prompt, begin: float, end: float) -> None:
        rng = self.rng
        pool = self.plan.pools[prompt.id]
        count = max(1, int((end - begin) / _SECONDS_A_LINE * self._wordy + rng.random()))
        if not pool:
            return
        lines = self._lines.setdefault(prompt.id, [])
        for n in range(count):
            written = self._line(prompt, pool)
            if written is not None:
                # Nobody types while the question is read out.
                at = begin + (end - begin) * (0.08 + 0.9 * (n + rng.random()) / count)
                lines.append((at, *written))
        if rng.random() < 0.22:
            text = self._pick(self.book.prompt(prompt.id).unknown)
            if text:
                lines.append((end - 3.0 * rng.random(), "? " + text, pool[:1], False))
        lines.sort()

    def _line(self, prompt: Prompt, pool: tuple[str, ...]) -> tuple[str, tuple[str, ...], bool] | None:
        rng = self.rng
        letter = pool[int(rng.random() * len(pool))]
        if "E" not in pool and rng.random() < 0.06 and "E" in self.plan.letters:
            text = self._pick(self.book.said["E"])
            return (f"{text} #E", ("E",), True) if text else None
        good = rng.random() < min(0.93, max(0.1, self.skills[letter] / 4.6))
        phrases = self.book.prompt(prompt.id)
        text = self._pick((phrases.good if good else phrases.weak).get(letter, ()))
        if not text:
            return None
        if text[0] != '"':
            chance = rng.random()
            if chance < 0.66:
                text = ("+ " if good else "! ") + text
            elif chance < 0.74:
                text = "- " + text
        if rng.random() < (0.4 if letter == pool[0] else 0.75):
            return f"{text} #{letter}", (letter,), good
        return text, tuple(dict.fromkeys(pool)), good

    def _pick(self, phrases: Phrases) -> str:
        """A phrase not used in this call yet, in words; empty when three tries find none."""
        rng = self.rng
        for _ in range(3 if phrases else 0):
            chosen: Phrase = phrases[int(rng.random() * len(phrases))]
            if id(chosen) not in self._said:
                self._said.add(id(chosen))
                return chosen.say(rng)
        return ""

    def _score(self, prompt: Prompt, end: float) -> None:
        """Some interviewers score at the end of a prompt, while it is fresh."""
        rng = self.rng
        for letter in dict.fromkeys(self.plan.pools[prompt.id]):
            if letter in self.scored or rng.random() > 0.3:
                continue
            value = mark_of(self.skills[letter], rng)
            t = self._wall(end - rng.uniform(1.0, 20.0))
            self.scored[letter] = (value, t)
            self._events.append(_Event(t, MarkKind.SCORED, ref=letter, new=str(value)))


def mark_of(skill: float, rng: Random) -> int:
    """The score somebody gives for a skill."""
    return min(5, max(0, round(skill + rng.gauss(0.0, 0.3))))
