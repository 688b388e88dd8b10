"""A call and its review on a disk that takes and refuses as it likes: in the end all of it is there."""

import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from interviewer_app.controllers import keeper as keeping
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.domain.interview import Interview, Phase, Point, PointKind, Recommendation
from interviewer_app.domain.marks import PauseCause
from interviewer_app.domain.notes.note import NoteEdit, StepNotes
from interviewer_app.storage import connect
from interviewer_app.storage import writer as writing
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear, HandClock
from tests.storage.files import by_hand

LINES = ("", "plain", "+ for #A", "> help", '" said')


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a lock."""
    monkeypatch.setattr(writing, "RETRY", 0.02)
    monkeypatch.setattr(connect, "BUSY_MS", 5)
    monkeypatch.setattr(keeping, "FLUSH_S", 0.02)
    monkeypatch.setattr(keeping, "BLINK_S", 0.02)


class Storm:
    """One person at the keys, one at the lock."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.dice = desk, random.Random(seed)
        self.live = LiveController(desk.keeper, desk.preferences)
        self.review = ReviewController(desk.keeper)

    @property
    def session(self) -> Interview:
        held = self.live._session or self.review._session
        assert held is not None
        return held.interview

    def act(self) -> None:
        self.desk.clock.seconds += self.dice.choice((0.1, 1.0, 20.0))
        if self.live._session is not None:
            self._call()
        else:
            self._after()

    def _call(self) -> None:
        live, dice = self.live, self.dice
        step = live.step
        match dice.randrange(10):
            case 0:
                live.next()
            case 1:
                live.previous()
            case 2:
                live.scores.set(dice.choice("ABC"), dice.choice((None, 0, 3, 5)), dice.random() < 0.8)
            case 3:
                live.scores.undo()
            case 4:
                live.time.pause(PauseCause.BREAK) if dice.random() < 0.5 else live.time.resume()
            case 5 if dice.random() < 0.2:
                live.end_call()
                self.review.load("i1")
            case _:
                lines = len(self.live._session.sheet(step).lines) if self.live._session else 1
                first = dice.randrange(lines)
                texts = tuple(dice.choice(LINES) for _ in range(dice.randrange(1, 3)))
                live.notes.edit(NoteEdit(step, first, 1, texts))

    def _after(self) -> None:
        review, dice, letter = self.review, self.dice, self.dice.choice("ABC")
        words = f"because {dice.random()}"
        note = dice.choice([note.id for note in self.session.notes] or ["nowhere"])
        acts = (
            lambda: review.choose(letter, dice.choice((None, 1, 4))),
            lambda: review.cite(letter, note, dice.random() < 0.7),
            lambda: review.write_missing(letter, words),
            lambda: review.settle(letter, unsupported=True),
            review.undo,
            lambda: review.conclusion.write_points((Point("p", PointKind.CONCERN, letter, words),)),
            lambda: review.conclusion.recommend(dice.choice((None, *Recommendation))),
            lambda: review.conclusion.write_reason(words),
        )
        if dice.random() < 0.03:
            review.continue_call()
            self.live.load("i1")
        else:
            dice.choice(acts)()


@pytest.mark.parametrize("seed", range(6))
def test_all_of_it_is_there_in_the_end(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    keeper = Keeper(tmp_path / "interviews.db", HandClock())
    keeper.start()
    qtbot.waitUntil(keeper.flush)
    desk = Desk(keeper, PreferencesController(tmp_path), tmp_path, qtbot)
    keeper.save(a_story(Phase.LIVE, lines=()).changes)
    qtbot.waitUntil(keeper.flush)
    desk.clock.seconds = 150.0
    storm, refused = Storm(desk, seed), Ear(keeper.refused)
    storm.live.load("i1")
    with by_hand(keeper.path) as other:
        for _ in range(250):
            storm.act()
            if storm.dice.random() < 0.1:
                with suppress(Exception):
                    other.execute("ROLLBACK" if other.in_transaction else "BEGIN IMMEDIATE")
            if storm.dice.random() < 0.2:
                keeper.flush()
        if other.in_transaction:
            other.execute("ROLLBACK")
    monkeypatch.setattr(keeping, "FLUSH_S", 20.0)
    there = desk.stored("i1")
    here = storm.session
    sheets = {
        step: StepNotes(step, sheet.lines) for step, sheet in here.sheets.items() if step in there.sheets
    }
    # An edit that changed nothing moves the cursor in memory alone.
    assert replace(there, place=None) == replace(here, sheets=sheets, place=None)
    assert all(not sheet.text for step, sheet in here.sheets.items() if step not in there.sheets)
    assert refused.heard == []
    keeper.close()
