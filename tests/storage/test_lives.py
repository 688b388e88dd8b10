"""Interviews that lived through anything the rules allow come back as they were, and can be handed on."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from interviewer_app.domain import review
from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Interview, Phase, Point, PointKind, Recommendation
from interviewer_app.domain.kits.checklist import FLAGS, TickKey
from interviewer_app.domain.live import call, ticking
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.live.detours import explain, unexplained
from interviewer_app.domain.live.timeline import timeline
from interviewer_app.domain.marks import DetourReason, GapCause, MarkKind, PauseCause
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import NoteEdit, StepNotes
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.exchange import markdown, records, tables
from interviewer_app.report import pdf
from interviewer_app.storage.writer import Ready
from tests.builders import a_kit, a_moment, an_opening, new_ids, with_lists
from tests.exchange.schema import errors
from tests.storage.files import WAIT, a_reader, a_writer

LINES = (
    "",
    "  ",
    "plain",
    "+ for #A",
    "! against #b",
    "> help",
    "> help #C",
    "? open #H",
    '" said',
    "\u202e\x00x",
    "#A",
)


class Life:
    """One interview under random acts; what the rules forbid does not happen."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.ids = new_ids("x")
        self.seconds = 0.0
        self.boot = "boot-1"
        begun = call.begin("i1", with_lists(a_kit()), an_opening(), self.now(), candidate="Ada")
        self.interview, self.changes = begun.interview, list(begun.changes)

    def now(self) -> Moment:
        self.seconds += self.dice.choice((0.0, 0.2, 3.0, 45.0, 500.0))
        if self.dice.random() < 0.02:
            self.boot = self.ids()
        return replace(a_moment(self.seconds, boot=self.boot), offset=self.dice.choice((0, 60, -330)))

    def act(self) -> None:
        """Whatever the dice say."""
        try:
            update = self.dice.choice(ACTS)(self)
        except RuleProblem:
            return
        self.take(update)

    def take(self, update: Update) -> None:
        self.interview = update.interview
        self.changes.extend(update.changes)

    def finish(self) -> None:
        """Bring it to its end, from wherever it is."""
        if self.interview.phase is Phase.PREPARED:
            self.take(call.start(self.interview, self.now()))
        if self.interview.phase is Phase.LIVE:
            self.take(call.end(self.interview, self.now()))
        if self.interview.phase is Phase.TO_REVIEW:
            for letter in "ABC":
                self.take(call.score(self.interview, letter, 4, self.now()))
                self.take(review.settle(self.interview, letter, self.now(), unsupported=True))
            for detour in unexplained(self.interview):
                self.take(explain(self.interview, detour.step, DetourReason.NONE, "", self.now()))
            self.take(review.recommend(self.interview, Recommendation.NO, "why " * 30, self.now()))
            self.take(review.finalise(self.interview, self.now()))

    def step(self) -> str:
        return self.dice.choice(self.interview.kit.steps)

    def letter(self) -> str:
        return self.dice.choice("ABC")

    def note(self) -> str:
        known = [note.id for note in self.interview.notes]
        return self.dice.choice(known) if known else "nowhere"

    def type(self) -> Update:
        step, now = self.step(), self.now()
        sheet = call.sheet_of(self.interview, step, now, self.ids)
        first = self.dice.randrange(len(sheet.lines) + 1)
        removed = self.dice.randrange(min(3, len(sheet.lines) - first) + 1)
        count = self.dice.randrange(3) if len(sheet.lines) > removed else 1
        texts = tuple(self.dice.choice(LINES) for _ in range(count))
        typed = call.type_notes(self.interview, sheet, NoteEdit(step, first, removed, texts), now, self.ids)
        moved = call.move_to(typed.interview, step, self.dice.randrange(9), now)
        return Update(moved.interview, (*typed.changes, *moved.changes))

    def end(self) -> Update:
        if self.dice.random() < 0.6:
            return Update(self.interview)
        act = self.dice.choice((call.start, call.end, call.continue_call))
        return act(self.interview, self.now())

    def score(self) -> Update:
        value = self.dice.choice((None, 0, 1, 2, 3, 4, 5))
        reason = self.dice.choice((None, NotObservedReason.TECHNICAL))
        seen = self.dice.random() < 0.7
        return call.score(self.interview, self.letter(), value, self.now(), observed=seen, reason=reason)

    def key(self) -> TickKey:
        step, name = self.dice.choice((("p1", "marks"), ("", "whole"), ("", FLAGS), ("p2", "marks")))
        return TickKey(step, name, self.dice.choice(("alarms", "rollback", "gf-01")))

    def tick_line(self) -> Update:
        return ticking.set_state(
            self.interview, self.key(), self.dice.choice(("", "seen", "claimed")), self.now()
        )

    def write_beside(self) -> Update:
        return ticking.set_cells(self.interview, self.key(), (self.dice.choice(LINES), "more"), self.now())

    def points(self) -> Update:
        kinds = list(PointKind)[: self.dice.randrange(4)]
        made = tuple(Point(self.ids(), kind, self.letter(), "because", self.note()) for kind in kinds)
        return review.write_points(self.interview, made)

    def recommend(self) -> Update:
        choice = self.dice.choice((None, *Recommendation))
        return review.recommend(self.interview, choice, "why " * self.dice.randrange(30), self.now())


ACTS: tuple[Callable[[Life], Update], ...] = (
    Life.type,
    Life.type,
    Life.type,
    Life.end,
    Life.score,
    lambda x: call.show(x.interview, x.step(), x.now()),
    lambda x: call.pause(x.interview, x.dice.choice(list(PauseCause)), x.now()),
    lambda x: call.resume(x.interview, x.now()),
    lambda x: call.add_gap(
        x.interview, (x.interview.marks[-1].at if x.interview.marks else x.now()), GapCause.ASLEEP, x.now()
    ),
    lambda x: call.rule_gap(x.interview, x.dice.randrange(1, 40), counted=x.dice.random() < 0.5, now=x.now()),
    lambda x: call.tick(x.interview, MarkKind.PROBE, x.step(), "q2", on=x.dice.random() < 0.7, now=x.now()),
    lambda x: review.cite(x.interview, x.letter(), x.note(), x.now(), on=x.dice.random() < 0.8),
    lambda x: review.settle(x.interview, x.letter(), x.now(), unsupported=x.dice.random() < 0.7),
    lambda x: review.reopen(x.interview, x.letter(), x.now()),
    Life.tick_line,
    Life.write_beside,
    lambda x: explain(
        x.interview, x.step(), x.dice.choice(list(DetourReason)), x.dice.choice(LINES), x.now()
    ),
    Life.points,
    lambda x: review.choose_strongest(x.interview, x.note()),
    lambda x: review.write_missing(x.interview, x.letter(), "a figure"),
    Life.recommend,
    lambda x: review.finalise(x.interview, x.now()) if x.dice.random() < 0.3 else Update(x.interview),
)


def stored(interview: Interview) -> Interview:
    """The record without what only undo knows."""
    sheets = {step: StepNotes(step, sheet.lines) for step, sheet in interview.sheets.items()}
    return replace(interview, sheets=sheets)


def sound(interview: Interview, now: Moment) -> None:
    """What must hold of any interview at any time."""
    clock = timeline(interview.marks, now)
    assert 0.0 <= clock.counted <= clock.wall + 1e-6
    assert clock.counted == pytest.approx(sum(s.end - s.start for s in clock.stretches))
    assert clock.counted_at(clock.wall) == pytest.approx(clock.counted)
    assert all(a.end <= b.start + 1e-6 for a, b in zip(clock.stretches, clock.stretches[1:], strict=False))
    times = [mark.t for mark in interview.marks]
    assert times == sorted(times)
    assert [mark.seq for mark in interview.marks] == list(range(1, len(times) + 1))
    summary = summarise(interview, now)
    for category in summary.categories:
        assert (category.score.value is None) == (category.score.state != "scored")
        assert not any(line.marker == ">" for line in (*category.cited, *category.not_cited))
        assert {line.id for line in category.cited} == set(category.score.cited)
    record = records.record(summary, interview.phase)
    assert errors(record) == []
    assert (record["total"] is None) == (not summary.settled)
    markdown.markdown(summary)
    b"".join(tables.csv_lines([(summary, interview.phase)]))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happened_is_what_is_read_back(path: Path, seed: int) -> None:
    life = Life(seed)
    reader = a_reader(path)
    sent = 0
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        for number in range(25):
            if number == 23 and seed % 2:
                life.finish()
            for _ in range(10):
                life.act()
                writer.put(tuple(life.changes[sent:]))
                sent = len(life.changes)
            assert writer.flush(WAIT)
            assert stored(life.interview) == reader.load("i1")
            sound(life.interview, life.now())
        assert told.failures == []
    assert life.interview.phase is Phase.FINALISED or not seed % 2
    later = life.now()
    here, there = (summarise(i, later) for i in (life.interview, reader.load("i1")))
    assert here.record_hash == there.record_hash
    assert pdf.packet(here, app_version="1").data == pdf.packet(there, app_version="1").data
