"""The filter finds what a look at every row finds, whatever happened to the rows."""

import random
from pathlib import Path

import pytest

from interviewer_app.domain.changes import Change, InterviewGone
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.listing import Order, PhaseFilter, Query
from interviewer_app.domain.live import call
from interviewer_app.storage.backup import backup, restore
from interviewer_app.storage.bulk import insert_many
from interviewer_app.storage.checks import check
from interviewer_app.storage.reader import Reader
from interviewer_app.storage.words import folded, terms
from interviewer_app.storage.writer import Ready
from tests.builders import NOON, a_kit, a_moment, a_story, an_opening
from tests.storage.files import WAIT, a_reader, a_writer

NAMES = (
    "Ada",
    "ADA B",
    "Žofie",
    "Zofie Ω",
    "李 Lei",
    "Ада",
    "a",
    "",
    "O'Neil-Ba",
    "Bartholomew-Christopherson",
    "😀 x",
)
TITLES = ("Platform", "Plätform lead", "Data", "")
LOOKED_FOR = (
    "ada",
    "a",
    "zo",
    "žofie",
    "李",
    "ад",
    "plat",
    "bartholomew-christ",
    "christophersonx",
    "kit",
    "😀",
    "robin",
)


class Model:
    """What should be there, changed by the domain's own acts."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.there: dict[str, Interview] = {}
        self.made = 0

    def step(self) -> tuple[Change, ...]:
        acts = (self.begin, self.begin, self.rename, self.rename, self.reopen, self.go, self.remove)
        return self.dice.choice(acts)()

    def begin(self) -> tuple[Change, ...]:
        self.made += 1
        phase = self.dice.choice(list(Phase))
        story = a_story(
            phase,
            f"i{self.made}",
            candidate=self.dice.choice(NAMES) or "x",
            opening=an_opening(f"o{self.dice.randrange(3)}", title=self.dice.choice(TITLES)),
            kit=a_kit(f"kit-{self.dice.randrange(4)}", prompts=1),
            at=self.dice.randrange(9) * 86_400.0,
            sample=self.dice.random() < 0.3,
            lines=(),
        )
        self.there[story.interview.id] = story.interview
        return story.changes

    def rename(self) -> tuple[Change, ...]:
        return self._prepared(candidate=self.dice.choice(NAMES), interviewer=self.dice.choice(NAMES))

    def reopen(self) -> tuple[Change, ...]:
        opening = an_opening(f"o{self.dice.randrange(3)}", title=self.dice.choice(TITLES))
        return self._prepared(opening=opening, kit=a_kit(f"kit-{self.dice.randrange(4)}", prompts=1))

    def _prepared(self, **fields: object) -> tuple[Change, ...]:
        waiting = [i for i in self.there.values() if i.phase is Phase.PREPARED]
        if not waiting:
            return ()
        update = call.prepare(self.dice.choice(waiting), **fields)
        self.there[update.interview.id] = update.interview
        return update.changes

    def go(self) -> tuple[Change, ...]:
        """Some interview takes its next step in life; the start moves it in time."""
        if not self.there:
            return ()
        one = self.dice.choice(list(self.there.values()))
        now = a_moment(self.dice.randrange(99) * 9_999.0)
        match one.phase:
            case Phase.PREPARED if one.candidate.strip():
                update = call.start(one, now)
            case Phase.LIVE:
                update = call.end(one, now)
            case Phase.TO_REVIEW:
                update = call.continue_call(one, now)
            case _:
                return ()
        self.there[one.id] = update.interview
        return update.changes

    def remove(self) -> tuple[Change, ...]:
        may_go = [i.id for i in self.there.values() if i.sample or i.phase is Phase.PREPARED]
        if not may_go:
            return ()
        gone = self.dice.choice(may_go)
        del self.there[gone]
        return (InterviewGone(gone),)

    def matching(self, words: str) -> set[str]:
        return {i.id for i in self.there.values() if fits(i, words)}


def fits(one: Interview, words: str) -> bool:
    inside = folded(one.candidate, one.opening.title, one.kit.title, one.interviewer)
    return all(f" {word}" in inside for word in terms(words))


def agree(reader: Reader, model: Model) -> None:
    for words in ("", *LOOKED_FOR):
        wanted = model.matching(words)
        for order in (Order.NEEDS_ME, Order.WHEN, Order.CANDIDATE):
            rows = reader.page(Query(words=words, order=order, limit=500)).rows
            assert ({row.id for row in rows}, len(rows)) == (wanted, len(wanted)), (words, order)
        done = {i for i in wanted if model.there[i].phase is Phase.FINALISED}
        rows = reader.page(Query(words=words, shelf=PhaseFilter.FINALISED, limit=500)).rows
        assert {row.id for row in rows} == done
        counts = reader.counts(words)
        assert (counts.all, counts.finalised) == (len(wanted), len(done))


@pytest.mark.parametrize("seed", range(6))
def test_the_filter_agrees_with_a_look_at_every_row(path: Path, tmp_path: Path, seed: int) -> None:
    model = Model(seed)
    reader = a_reader(path)
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        for _round in range(6):
            for _ in range(12):
                writer.put(model.step())
                if model.dice.random() < 0.3:
                    assert writer.flush(WAIT)
            assert writer.flush(WAIT)
            agree(reader, model)
        assert told.failures == []
    many = [
        a_story(phase, f"b{n}", candidate=f"Ada {n}", lines=()).interview for n, phase in enumerate(Phase)
    ]
    insert_many(path, many)
    model.there.update({i.id: i for i in many})
    agree(reader, model)
    reader.close()
    copy = tmp_path / "copy.db"
    backup(path, copy)
    restore(path, copy, NOON)
    agree(a_reader(path), model)
    assert check(path) == []


@pytest.mark.parametrize(("lead", "found"), [("", ("ab", "c")), (" ", ("ab",))])
def test_of_a_pasted_page_the_first_thousand_characters_are_looked_for(
    lead: str, found: tuple[str, ...]
) -> None:
    assert terms(lead + "ab " * 333 + "c") == found


def test_a_filter_looks_for_each_of_its_first_twelve_words_once() -> None:
    assert terms("to be or not TO BE") == ("to", "be", "or", "not")
    assert terms(" ".join(map(str, range(10, 30)))) == tuple(map(str, range(10, 22)))
    assert terms("x" * 70) == ("x" * 64,)
