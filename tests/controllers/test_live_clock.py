"""The clock of a call in odd moments: asleep, paused, set back, and left for another call."""

import pytest
from PySide6.QtCore import QCoreApplication

from interviewer_app.controllers.library import LibraryController
from interviewer_app.controllers.live import LiveController
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.marks import GapCause, MarkKind, PauseCause
from interviewer_app.domain.notes import Edit
from interviewer_app.domain.timeline import timeline
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear


@pytest.fixture
def live(desk: Desk) -> LiveController:
    story = a_story(Phase.LIVE, lines=())
    place = story.interview.place
    assert place is not None
    desk.clock.seconds = place.at.mono - 1_000.5
    controller = LiveController(desk.keeper, desk.preferences)
    controller.load(desk.store(story))
    return controller


def due(live: LiveController) -> int:
    """Milliseconds until the next tick."""
    return live._ticker._timer.interval()


@pytest.mark.parametrize("fraction", [0.0, 0.5, 0.97])
def test_a_paused_call_ticks_once_a_second_wherever_its_clock_stands(
    desk: Desk, live: LiveController, fraction: float
) -> None:
    desk.clock.seconds += fraction
    live.pause(PauseCause.BREAK)
    for _ in range(3):
        desk.clock.seconds += 1.0 - fraction
        live._ticker._fire()
        assert due(live) > 950
        desk.clock.seconds += fraction


def test_who_wakes_the_computer_by_going_on_gets_no_second_gap_over_the_pause(
    desk: Desk, live: LiveController
) -> None:
    live.pause(PauseCause.BREAK)
    desk.clock.seconds += 3_600.0
    live.resume()
    marks = desk.stored("i1").marks
    assert [m.kind for m in marks][-2:] == [MarkKind.PAUSED, MarkKind.RESUMED]


def test_who_wakes_the_computer_by_the_next_step_is_not_charged_for_the_sleep(
    desk: Desk, live: LiveController
) -> None:
    before = timeline(desk.stored("i1").marks, desk.clock.now()).counted
    desk.clock.seconds += 3_600.0
    live.next()
    interview = desk.stored("i1")
    assert interview.marks[-1].reason == GapCause.ASLEEP
    assert timeline(interview.marks, desk.clock.now()).counted == pytest.approx(before, abs=2.0)


@pytest.mark.parametrize("act", ["end_call", "pause"])
def test_who_wakes_the_computer_by_stopping_the_clock_is_not_charged_for_the_sleep(
    desk: Desk, live: LiveController, act: str
) -> None:
    before = timeline(desk.stored("i1").marks, desk.clock.now()).counted
    desk.clock.seconds += 3_600.0
    if act == "pause":
        live.pause(PauseCause.BREAK)
    else:
        live.end_call()
    line = timeline(desk.stored("i1").marks, desk.clock.now())
    assert line.counted == pytest.approx(before, abs=2.0)
    assert [a.cause for a in line.aways if not a.pause] == [GapCause.ASLEEP]


def test_a_wall_clock_set_back_before_the_crash_makes_the_gap_no_longer(
    desk: Desk, live: LiveController
) -> None:
    desk.clock.seconds += 1.0
    live.next()
    desk.clock.wall_error = -3_600.0
    desk.clock.seconds += 600.0
    live.leave()
    assert desk.keeper.flush()
    desk.clock.seconds += 30.0
    again = LiveController(desk.keeper, desk.preferences)
    ear = Ear(again.changed)
    again.load("i1")
    assert ear.last.gap.end - ear.last.gap.start == pytest.approx(30.0)


def test_a_call_that_was_removed_is_let_go_and_comes_back_with_undo(desk: Desk) -> None:
    desk.store(a_story(Phase.LIVE, sample=True, lines=()))
    live, library = LiveController(desk.keeper, desk.preferences), LibraryController(desk.keeper)
    refused, ticks = Ear(desk.keeper.refused), Ear(live.ticked)
    desk.clock.seconds = 150.0
    live.load("i1")
    live.leave()
    library.refresh()
    library.remove("i1")
    desk.clock.seconds += 3_600.0
    live._ticker._fire()
    live.leave()
    assert desk.keeper.flush()
    desk.qtbot.waitUntil(lambda: not desk.keeper.waiting())
    QCoreApplication.processEvents()
    assert refused.heard == ticks.heard == []
    library.undo()
    live.load("i1")
    live.next()
    assert desk.stored("i1").phase is Phase.LIVE
    assert refused.heard == []


def test_two_calls_in_turn_keep_their_own_clocks_and_notes(desk: Desk, live: LiveController) -> None:
    desk.store(a_story(Phase.LIVE, "i2", lines=(), at=60.0))
    live.edit_notes(Edit("p3", 0, 1, ("of the first",)))
    live.move_cursor("p3", 5)
    desk.clock.seconds += 60.0
    live.load("i2")
    live.edit_notes(Edit("p3", 0, 1, ("of the second",)))
    desk.clock.seconds += 300.0
    live.load("i1")
    first, second = desk.stored("i1"), desk.stored("i2")
    assert (first.sheets["p3"].text, second.sheets["p3"].text) == ("of the first", "of the second")
    gap = [m for m in first.marks if m.kind is MarkKind.GAP][-1]
    assert gap.span == pytest.approx(300.0)
    assert first.place is not None
    assert first.place.cursor == 5
