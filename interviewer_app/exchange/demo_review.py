"""A made-up review: scores beside their notes, the lists of page 1, a recommendation. For exchange alone."""

from interviewer_app.domain.interview import Point, PointKind, Recommendation
from interviewer_app.domain.marks import Mark, MarkKind
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.scores import NotObservedReason, Score, ScoreState, notes_needed
from interviewer_app.exchange.demo_call import DemoCall, DemoClock, DemoNote, mark_of


class DemoReview:
    """One made-up review of a call, done when it is made; `settle` is how many categories it got to."""

    def __init__(self, call: DemoCall, clock: DemoClock, *, settle: int) -> None:
        self._rng, self._book, self._plan, self._skills = call.rng, call.book, call.plan, call.skills
        self._call, self._clock = call, clock
        self.sheets, self._jotted = call.notes(clock)
        self._marks = list(call.marks(clock))
        self._t = call.ended + call.rng.uniform(60.0, 5_400.0)
        self.scores: dict[str, Score] = {}
        self.points: tuple[Point, ...] = ()
        self.strongest = ""
        self.recommendation: Recommendation | None = None
        self.reason = ""
        for number, letter in enumerate(self._plan.letters):
            self._weigh(letter, settled=number < settle)
        if settle >= len(self._plan.letters):
            self._conclude()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The whole log."""
        return tuple(self._marks)

    def _mark(self, kind: MarkKind, ref: str = "", old: str = "", new: str = "") -> float:
        t = round(self._t, 3)
        self._marks.append(Mark(len(self._marks) + 1, kind, self._clock.at(t), t, "", ref, old, new))
        return t

    # -- categories --------------------------------------------------------------------------------

    def _weigh(self, letter: str, *, settled: bool) -> None:
        rng = self._rng
        given = self._call.scored.get(letter)
        value, t = given if given is not None else (None, None)
        evidence = [j for j in self._jotted if letter in j.letters]
        if not settled:
            if value is not None and t is not None:
                at = self._clock.utc(t)
                self.scores[letter] = Score(letter, ScoreState.SCORED, value, t=t, set_at=at)
            return
        self._t += rng.uniform(25.0, 140.0)
        old = "" if value is None else str(value)
        if value is None and (not evidence or rng.random() < 0.03):
            self._unseen(letter, old)
            return
        if value is None or rng.random() < 0.12:
            new = mark_of(self._skills[letter], rng)
            if new != value:
                t = self._mark(MarkKind.SCORED, letter, old, str(new))
                value = new
        self.scores[letter] = Score(
            letter,
            ScoreState.SCORED,
            value,
            cited=self._cite(value, evidence),
            missing=self._missing(letter, value),
            settled=True,
            t=t,
            set_at=self._clock.utc(t or 0.0),
        )
        self._t += rng.uniform(2.0, 20.0)
        self._mark(MarkKind.SETTLED, letter, new=str(value))

    def _unseen(self, letter: str, old: str) -> None:
        reason = self._rng.choice((NotObservedReason.OUT_OF_TIME, NotObservedReason.NOT_ASKED))
        t = self._mark(MarkKind.SCORED, letter, old, "-")
        self.scores[letter] = Score(
            letter,
            ScoreState.NOT_OBSERVED,
            reason=reason,
            settled=True,
            t=t,
            set_at=self._clock.utc(t),
        )
        self._t += self._rng.uniform(1.0, 8.0)
        self._mark(MarkKind.SETTLED, letter, new="-")

    def _missing(self, letter: str, value: int) -> str:
        """What the next anchor up would have needed; not everybody writes it down."""
        phrases = self._book.missing.get(letter, ())
        if value == 5 or not phrases or self._rng.random() > 0.8:
            return ""
        return phrases[max(0, value - 1)].text

    def _cite(self, value: int, evidence: list[DemoNote]) -> tuple[str, ...]:
        """Ids of the notes that carry the score best; now and then too few of them."""
        rng = self._rng
        fitting = [j for j in evidence if j.good is (value >= 3)] or evidence
        wanted = notes_needed(value) + int(rng.random() * 2.4)
        if rng.random() < 0.04:
            wanted = notes_needed(value) - 1
        if len(fitting) < wanted:
            fitting = evidence
        chosen = rng.sample(fitting, min(wanted, len(fitting)))
        return tuple(j.note.id for j in chosen)

    # -- conclusion --------------------------------------------------------------------------------

    def _conclude(self) -> None:
        self.points = tuple(self._lists())
        quotes = [j.note for j in self._jotted if j.good and j.note.marker is Marker.SAID]
        self.strongest = self._rng.choice(quotes).id if quotes else ""
        self._t += self._rng.uniform(60.0, 300.0)
        self.recommendation = self._advise()
        self.reason = self._explain(self.recommendation)
        self._mark(MarkKind.RECOMMENDED, new=self.recommendation)

    def finalise(self) -> float:
        """Write the last mark; returns its seconds since the start."""
        self._t += self._rng.uniform(20.0, 120.0)
        return self._mark(MarkKind.FINALISED)

    def _ranked(self) -> list[str]:
        """Observed letters, best first."""
        values = {letter: s.value for letter, s in self.scores.items() if s.value is not None}
        return sorted(values, key=lambda letter: -values[letter])

    def _lists(self) -> list[Point]:
        rng, out = self._rng, list[Point]()
        ranked = [letter for letter in self._ranked() if letter in self._book.points]
        picks = (
            (PointKind.STRENGTH, [x for x in ranked[:3] if (self.scores[x].value or 0) >= 2]),
            (PointKind.CONCERN, [x for x in ranked[::-1][:3] if (self.scores[x].value or 0) <= 4]),
            (PointKind.UNKNOWN, rng.sample(ranked, min(len(ranked), int(rng.random() * 3)))),
        )
        for kind, letters in picks:
            for letter in letters[: 1 + int(rng.random() * 2.6)]:
                text = rng.choice(self._book.points[letter][kind]).say(rng)
                wanted = kind is PointKind.STRENGTH
                notes = [j.note.id for j in self._jotted if letter in j.letters and j.good is wanted]
                note = rng.choice(notes) if notes and kind is not PointKind.UNKNOWN else ""
                out.append(Point(f"p{len(out) + 1}", kind, letter, text, note))
        return out

    def _advise(self) -> Recommendation:
        floors = self._plan.kit.role.floors
        values = {letter: s.value for letter, s in self.scores.items() if s.value is not None}
        if len(values) <= len(self._plan.letters) - 2:
            return Recommendation.NO_DECISION
        short = sum(max(0, floors.get(letter, 3) - value) for letter, value in values.items())
        mean = sum(values.values()) / len(values)
        if mean < 1.8:
            return Recommendation.STRONG_NO
        if short > 1 + (self._rng.random() < 0.3):
            return Recommendation.NO
        return Recommendation.STRONG_YES if mean >= 4.2 and not short else Recommendation.YES

    def _explain(self, choice: Recommendation) -> str:
        rng, book = self._rng, self._book
        ranked = [letter for letter in self._ranked() if letter in book.points]
        if not ranked:
            return (
                "Hardly anything could be seen in this call, so no advice can rest on it. "
                "I would ask for the prompts again."
            )

        def say(letter: str, kind: PointKind) -> str:
            return rng.choice(book.points[letter][kind]).say(rng)

        good, weak = say(ranked[0], PointKind.STRENGTH), say(ranked[-1], PointKind.CONCERN)
        second = min(1, len(ranked) - 1)
        good2, weak2 = say(ranked[second], PointKind.STRENGTH), say(ranked[-1 - second], PointKind.CONCERN)
        unseen = [x for x in self._plan.letters if x not in ranked]
        words = {"good": good, "good2": good2, "weak": weak, "weak2": weak2}
        words |= {f"{name}_": text[:1].lower() + text[1:] for name, text in words.items()}
        words["high"] = _and(sorted(ranked[:2]))
        words["low"] = _and(sorted(unseen if choice is Recommendation.NO_DECISION else ranked[-2:]))
        return rng.choice(book.reasons[choice]).say(rng, words)


def _and(letters: list[str]) -> str:
    return " and ".join(letters)
