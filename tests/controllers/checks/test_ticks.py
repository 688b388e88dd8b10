"""Ticks, states and texts beside them: on their way to the disk at once, in the call and after it."""

import os
import random
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from interviewer_app.controllers.checks.views import TicksView
from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, Tick, TickKey
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.domain.marks import since_start
from interviewer_app.storage.reader import Reader
from tests.builders import a_kit, a_story, with_lists
from tests.controllers.desk import Desk, Ear
from tests.controllers.test_refusing_disk import refusing

ROOT = Path(__file__).parents[3]
ALARMS = TickKey("p1", "marks", "alarms")
ROLLBACK = TickKey("p1", "marks", "rollback")
WHOLE = TickKey("", "whole", "alarms")
RED = TickKey("", FLAGS, "rf-01")


def calling(desk: Desk, kit: Kit | None = None) -> LiveController:
    controller = LiveController(desk.keeper, desk.preferences)
    story = a_story(Phase.LIVE, kit=kit or with_lists(a_kit()))
    place = story.interview.place
    assert place is not None
    desk.clock.seconds = place.at.mono - 1_000.5
    controller.load(desk.store(story))
    controller.show("p1")
    return controller


def as_stored(interview: Interview) -> dict[TickKey, tuple[str, tuple[str, ...]]]:
    """What is on disk, as the screen would show it."""
    return {key: (tick.state, tick.cells) for key, tick in interview.ticks.items()}


def as_shown(view: TicksView) -> dict[TickKey, tuple[str, tuple[str, ...]]]:
    """What the screen shows of lines that were touched."""
    lines = [(line.key, line.state, line.cells) for one in view.lists for line in one.lines]
    lines += [(flag.key, SEEN if flag.seen else "", (flag.note,)) for flag in view.flags]
    out = {}
    for key, state, cells in lines:
        if state or any(cells):
            out[key] = (state, cells if any(cells) else ())
    return out


def test_a_tick_is_on_the_disk_with_its_time_when_it_is_told(desk: Desk) -> None:
    controller = calling(desk)
    heard = Ear(controller.ticks.changed)
    desk.clock.seconds += 30
    controller.ticks.set_state(ROLLBACK, "claimed")
    tick = desk.stored("i1").ticks[ROLLBACK]
    now = since_start(desk.stored("i1").marks, desk.clock.now())
    assert tick.state == "claimed"
    assert tick.t == pytest.approx(now)
    line = next(line for one in heard.last.lists for line in one.lines if line.key == ROLLBACK)
    assert (line.state, line.t) == ("claimed", tick.t)
    assert controller.ticks.view.counts == (1, 2)


def test_telling_nothing_new_tells_nobody(desk: Desk) -> None:
    controller = calling(desk)
    controller.ticks.set_state(ALARMS, SEEN)
    heard = Ear(controller.ticks.changed)
    controller.ticks.set_state(ALARMS, SEEN)
    controller.refresh()
    assert heard.heard == []


def test_the_step_on_screen_brings_its_lists_and_the_whole_interview_keeps_its_own(desk: Desk) -> None:
    controller = calling(desk)
    assert [(one.step, one.id) for one in controller.ticks.view.lists] == [("p1", "marks"), ("", "whole")]
    controller.show("p2")
    assert [(one.step, one.id) for one in controller.ticks.view.lists] == [("", "whole")]
    assert controller.ticks.view.counts == (0, 2)


def test_what_the_kit_has_not_is_a_problem_and_changes_nothing(desk: Desk) -> None:
    controller = calling(desk)
    problems = Ear(controller.problem)
    controller.ticks.set_state(TickKey("p1", "nothing", "x"), SEEN)
    assert problems.last.sentence == "This kit has no such line to tick."
    assert desk.stored("i1").ticks == {}


def test_a_flag_needs_a_note_until_there_is_one(desk: Desk) -> None:
    controller = calling(desk)
    controller.ticks.set_state(RED, SEEN)
    assert [flag.id for flag in controller.ticks.view.flags if flag.needs_note] == ["rf-01"]
    controller.ticks.set_cells(RED, ("Only ever ran a notebook",))
    assert [flag.id for flag in controller.ticks.view.flags if flag.needs_note] == []


def test_the_probe_is_suggested_when_half_time_passes_and_no_sooner(desk: Desk) -> None:
    controller = calling(desk)
    heard = Ear(controller.ticks.changed)
    assert controller.ticks.view.nudge is None
    desk.clock.seconds += 5 * 60 + 2
    controller.refresh()
    assert heard.last.nudge is not None
    assert heard.last.nudge.probe == "q1"
    controller.prompt.tick_probe("q1", True)
    assert controller.ticks.view.nudge is None


def test_after_the_call_every_list_is_there_and_goes_on_being_saved(desk: Desk) -> None:
    controller = calling(desk)
    controller.ticks.set_state(ROLLBACK, "claimed")
    controller.end_call()
    review = ReviewController(desk.keeper)
    views = Ear(review.changed)
    review.load("i1")
    assert [(one.step, one.where) for one in views.last.ticks.lists] == [("p1", "1 P1"), ("", "")]
    review.ticks.set_cells(ROLLBACK, ("by hand",))
    review.ticks.set_state(RED, SEEN)
    assert as_stored(desk.stored("i1")) == as_shown(views.last.ticks)
    assert desk.stored("i1").ticks[ROLLBACK].cells == ("by hand",)


def test_a_finalised_interview_shows_them_and_takes_no_more(desk: Desk) -> None:
    story = a_story(Phase.FINALISED, kit=with_lists(a_kit()))
    review = ReviewController(desk.keeper)
    views, problems = Ear(review.changed), Ear(review.problem)
    review.load(desk.store(story))
    assert views.last.ticks.shut
    review.ticks.set_state(RED, SEEN)
    assert len(problems.heard) == 1
    assert desk.stored("i1").ticks == {}


@pytest.mark.parametrize("seed", range(4))
def test_what_is_on_screen_is_what_is_on_disk_whatever_is_done(desk: Desk, seed: int) -> None:
    rng = random.Random(seed)
    controller = calling(desk)
    keys = [line.key for one in controller.ticks.view.lists for line in one.lines]
    keys += [flag.key for flag in controller.ticks.view.flags]
    words = ("", "x", " 0.90 ", "long " * 200, "tab\tline\nend", "مرحبا", "😀" * 300, "\x00\x1b")
    for _n in range(60):
        desk.clock.seconds += 1
        key = rng.choice(keys)
        if rng.random() < 0.5:
            states = ("", SEEN) if key.list == FLAGS or key.line == "alarms" else ("", "claimed", "absent")
            controller.ticks.set_state(key, rng.choice(states))
        else:
            controller.ticks.set_cells(key, (rng.choice(words),))
        if rng.random() < 0.1:
            assert as_stored(desk.stored("i1")) == as_shown(controller.ticks.view)
    stored = desk.stored("i1")
    assert as_stored(stored) == as_shown(controller.ticks.view)
    assert all(len(cell) <= 500 and "\n" not in cell for tick in stored.ticks.values() for cell in tick.cells)
    again = LiveController(desk.keeper, desk.preferences)
    again.load("i1")
    assert again.ticks.view == controller.ticks.view


def test_what_is_ticked_while_the_disk_refuses_can_be_copied_and_is_saved_afterwards(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = calling(desk)
    with refusing(desk, monkeypatch):
        controller.ticks.set_state(ROLLBACK, "claimed")
        controller.ticks.set_cells(RED, ("Only ever ran a notebook",))
        assert controller.rescue.waiting_text().endswith(" Only ever ran a notebook")
        controller.end_call()
        review = ReviewController(desk.keeper)
        views = Ear(review.changed)
        review.load("i1")
        review.ticks.set_state(RED, SEEN)
        held = as_shown(views.last.ticks)
    assert (
        as_stored(desk.stored("i1"))
        == held
        == {
            ROLLBACK: ("claimed", ()),
            RED: (SEEN, ("Only ever ran a notebook",)),
        }
    )


KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, TickKey
from interviewer_app.domain.interview import Phase
from tests.builders import a_kit, a_story, with_lists
from tests.controllers.desk import HandClock

app = QCoreApplication([])
folder = Path(sys.argv[1])
keeper = Keeper(folder / "interviews.db", HandClock())
keeper.start()
assert keeper.flush()
story = a_story(Phase.LIVE, kit=with_lists(a_kit()))
keeper.save(story.changes)
assert keeper.flush()
keeper.clock.seconds = story.interview.place.at.mono - 1_000.5
controller = LiveController(keeper, PreferencesController(folder))
controller.load("i1")
controller.show("p1")
told = 0
while True:
    told += 1
    controller.ticks.set_state(TickKey("p1", "marks", "rollback"), "claimed" if told % 2 else "absent")
    controller.ticks.set_cells(TickKey("p1", "marks", "rollback"), (f"text {told}",))
    controller.ticks.set_state(TickKey("", FLAGS, "rf-01"), SEEN)
    controller.ticks.set_cells(TickKey("", FLAGS, "rf-01"), (f"note {told}",))
    # Every third round is acknowledged, so that the kill may meet rounds that are not.
    if told % 3 == 0 and keeper.flush():
        print(told, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is a thing of Unix")
@pytest.mark.parametrize("rounds", [1, 12, 25])
def test_ticks_and_texts_survive_a_kill(tmp_path: Path, rounds: int) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = 0
    try:
        for line in process.stdout:
            told = int(line)
            if told >= rounds:
                break
    finally:
        process.kill()
        process.communicate()
    with closing(Reader(tmp_path / "interviews.db")) as reader:
        ticks = reader.load("i1").ticks
    kept = number(ticks[ROLLBACK])
    assert kept >= told, "what was told to be saved is there"
    states = ("absent", "claimed")
    assert ticks[ROLLBACK].state in (states[kept % 2], states[(kept + 1) % 2] if kept > told else "")
    assert number(ticks[RED]) in (kept, kept - 1)
    assert ticks[RED].state == SEEN


def number(tick: Tick) -> int:
    """The number at the end of a text of the killed program."""
    return int(tick.cells[0].split()[-1])
