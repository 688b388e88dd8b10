"""The clock of a call in odd moments: asleep, paused, set back, and left for another call."""

import sys
import time
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.library.controller import LibraryController
from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.packet.controller import PacketController
from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.domain.interview import Phase, Recommendation
from interviewer_app.domain.live import call
from interviewer_app.domain.live.timeline import timeline
from interviewer_app.domain.marks import GapCause, MarkKind, PauseCause
from interviewer_app.domain.notes.note import NoteEdit
from tests.builders import a_kit, a_story
from tests.controllers.desk import Desk, Ear, PartEar
from tests.timers import ring, timer


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
    return timer(live.time).interval()


@pytest.mark.parametrize("fraction", [0.0, 0.5, 0.97])
def test_a_paused_call_ticks_once_a_second_wherever_its_clock_stands(
    desk: Desk, live: LiveController, fraction: float
) -> None:
    desk.clock.seconds += fraction
    live.time.pause(PauseCause.BREAK)
    for _ in range(3):
        desk.clock.seconds += 1.0 - fraction
        ring(live.time)
        assert due(live) > 950
        desk.clock.seconds += fraction


def test_who_wakes_the_computer_by_going_on_gets_no_second_gap_over_the_pause(
    desk: Desk, live: LiveController
) -> None:
    live.time.pause(PauseCause.BREAK)
    desk.clock.seconds += 3_600.0
    live.time.resume()
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
        live.time.pause(PauseCause.BREAK)
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
    again.load("i1")
    gap = [m for m in desk.stored("i1").marks if m.kind is MarkKind.GAP][-1]
    assert gap.span == pytest.approx(30.0)


def test_a_call_that_was_removed_is_let_go_and_comes_back_with_undo(desk: Desk) -> None:
    desk.store(a_story(Phase.LIVE, sample=True, lines=()))
    live, library = LiveController(desk.keeper, desk.preferences), LibraryController(desk.keeper)
    refused = Ear(desk.keeper.refused)
    desk.clock.seconds = 150.0
    live.load("i1")
    views = Ear(live.changed)
    live.leave()
    library.refresh()
    library.remove("i1")
    desk.clock.seconds += 3_600.0
    ring(live.time)
    live.leave()
    assert desk.keeper.flush()
    desk.qtbot.waitUntil(lambda: not desk.keeper.waiting())
    QCoreApplication.processEvents()
    assert refused.heard == views.heard == []
    library.undo()
    live.load("i1")
    live.next()
    assert desk.stored("i1").phase is Phase.LIVE
    assert refused.heard == []


def test_two_calls_in_turn_keep_their_own_clocks_and_notes(desk: Desk, live: LiveController) -> None:
    desk.store(a_story(Phase.LIVE, "i2", lines=(), at=60.0))
    live.notes.edit(NoteEdit("p3", 0, 1, ("of the first",)))
    live.notes.move_cursor("p3", 5)
    desk.clock.seconds += 60.0
    live.load("i2")
    live.notes.edit(NoteEdit("p3", 0, 1, ("of the second",)))
    desk.clock.seconds += 300.0
    live.load("i1")
    first, second = desk.stored("i1"), desk.stored("i2")
    assert (first.sheets["p3"].text, second.sheets["p3"].text) == ("of the first", "of the second")
    gap = [m for m in first.marks if m.kind is MarkKind.GAP][-1]
    assert gap.span == pytest.approx(300.0)
    assert first.place is not None
    assert first.place.cursor == 5


# -- odd clocks ------------------------------------------------------------------------------------


def pass_by(desk: Desk, live: LiveController, seconds: float, beat: float = 2.5) -> None:
    """Time goes by with ticks that are late, but not late enough to count as unwatched."""
    for _ in range(round(seconds / beat)):
        desk.clock.seconds += beat
        ring(live.time)


def away(live: LiveController) -> list[str]:
    """Causes of the stretches nobody watched."""
    assert live.session is not None
    return [a.cause for a in live.time.line(live.session).aways if not a.pause]


@pytest.mark.parametrize("offset", [0, 120, -330, 840])
def test_another_time_zone_or_the_end_of_summer_time_moves_no_clock(
    desk: Desk, live: LiveController, offset: int
) -> None:
    ear = PartEar(live, "clock")
    pass_by(desk, live, 5.0)
    before = ear.last.pace.counted
    desk.clock.offset = offset
    pass_by(desk, live, 60.0)
    assert ear.last.pace.counted == pytest.approx(before + 60.0, abs=0.02)
    assert away(live) == []
    live.next()
    marks = desk.stored("i1").marks
    assert marks[-1].at.offset == offset
    assert marks[-1].at.utc - marks[0].at.utc == pytest.approx(
        timedelta(seconds=marks[-1].t), abs=timedelta(milliseconds=20)
    )


@pytest.mark.parametrize("jump", [-3_600.0, 86_400.0])
def test_a_jump_of_the_wall_clock_is_one_gap_that_takes_no_time(
    desk: Desk, live: LiveController, jump: float
) -> None:
    ear = PartEar(live, "clock")
    pass_by(desk, live, 5.0)
    before = ear.last.pace.counted
    desk.clock.wall_error = jump
    pass_by(desk, live, 60.0)
    assert away(live) == [GapCause.CLOCK]
    assert ear.last.pace.counted == pytest.approx(before + 60.0, abs=0.02)
    live.end_call()
    interview = desk.stored("i1")
    line = timeline(interview.marks, desk.clock.now())
    assert line.wall == pytest.approx(interview.marks[-1].at.mono - interview.marks[0].at.mono)


def test_a_night_of_sleep_is_left_out_and_each_clock_goes_on_from_before(
    desk: Desk, live: LiveController
) -> None:
    ear = PartEar(live, "clock")
    pass_by(desk, live, 5.0)
    before = ear.last.pace.counted
    desk.clock.seconds += 28_800.0
    ring(live.time)
    pass_by(desk, live, 10.0)
    assert away(live) == [GapCause.ASLEEP]
    assert ear.last.pace.counted == pytest.approx(before + 10.0, abs=1.1)


def to_1970(desk: Desk) -> None:
    """A battery is empty: the computer believes it is half past midnight on the first of January 1970."""
    desk.clock.wall_error = 0.0
    desk.clock.wall_error = 1_800.0 - desk.clock.now().utc.timestamp()


def test_a_call_held_in_1970_is_timed_reviewed_and_printed(desk: Desk) -> None:
    to_1970(desk)
    story = a_story(Phase.PREPARED, lines=())
    desk.store(story)
    desk.store(call.start(story.interview, desk.clock.now()))
    live = LiveController(desk.keeper, desk.preferences)
    live.load("i1")
    for prompt in ("p1", "p2", "p3"):
        live.show(prompt)
        live.notes.edit(NoteEdit(prompt, 0, 1, (f"said in {prompt} #A",)))
        pass_by(desk, live, 60.0)
    assert away(live) == []
    live.end_call()
    review = ReviewController(desk.keeper)
    seen = Ear(review.changed)
    review.load("i1")
    assert seen.last.call_length == pytest.approx(180.0)
    for letter in "ABC":
        review.choose(letter, 3)
        review.settle(letter, unsupported=True)
    review.conclusion.recommend(Recommendation.NO_DECISION)
    review.conclusion.write_reason("The clock was wrong, the words are right.")
    review.conclusion.finalise()
    packet = PacketController(desk.keeper, desk.preferences)
    made, trouble = Ear(packet.ready), Ear(packet.problem)
    packet.load("i1")
    packet.close()
    assert made.last.name.startswith("1970-01-01_")
    assert trouble.heard == []
    again = desk.stored("i1")
    assert [note.text for note in again.notes] == [f"said in p{n} #A" for n in (1, 2, 3)]
    assert again.started is not None
    assert again.started.utc.year == 1970


def test_a_clock_put_right_in_mid_call_is_a_gap_of_no_length(desk: Desk, live: LiveController) -> None:
    to_1970(desk)
    ring(live.time)
    pass_by(desk, live, 5.0)
    desk.clock.wall_error = 0.0
    pass_by(desk, live, 5.0)
    assert away(live) == [GapCause.CLOCK, GapCause.CLOCK]
    assert live.session is not None
    spans = [m.span for m in live.session.interview.marks if m.kind is MarkKind.GAP]
    assert all(span <= 3.0 for span in spans)


def test_six_hours_of_twelve_prompts_and_eight_categories_are_timed_to_the_second(desk: Desk) -> None:
    kit = a_kit(prompts=12, letters="ABCDEFGH")
    story = a_story(Phase.PREPARED, kit=kit, lines=())
    desk.store(story)
    desk.store(call.start(story.interview, desk.clock.now()))
    live = LiveController(desk.keeper, desk.preferences)
    ticks, views = PartEar(live, "clock"), Ear(live.changed)
    live.load("i1")
    start = desk.clock.seconds
    for prompt in kit.prompts:
        live.show(prompt.id)
        live.notes.edit(NoteEdit(prompt.id, 0, 1, ("half an hour of it #H",)))
        pass_by(desk, live, 1_800.0)
    assert desk.clock.seconds - start == 21_600.0
    assert ticks.last.pace.counted == pytest.approx(21_600.0, abs=0.02)
    assert ticks.last.pace.step_spent == pytest.approx(1_800.0, abs=0.02)
    assert away(live) == []
    assert len(views.last.chips) == 8
    live.end_call()
    marks = desk.stored("i1").marks
    assert marks[-1].t == pytest.approx(21_600.0, abs=0.02)


def test_the_clock_goes_on_while_the_computer_sleeps_where_it_can() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()
    now = Clock().now()
    after = time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()
    assert before <= now.mono <= after
    assert now.utc.utcoffset() == timedelta(0)
