"""A call, from the start to the end, on a real database and a clock moved by hand."""

from collections.abc import Callable
from dataclasses import fields

import pytest
from PySide6.QtCore import QCoreApplication

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.live.views import ClockView, LiveView
from interviewer_app.domain.changes import ScorePut
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.live.pacing import Pace, TimeState
from interviewer_app.domain.live.timeline import Interruption
from interviewer_app.domain.marks import GapCause, MarkKind, PauseCause
from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.domain.scores import NotObservedReason
from tests.builders import a_score, a_story, an_interview, new_ids, write_line
from tests.controllers.desk import Desk, Ear, PartEar
from tests.timers import ring


@pytest.fixture
def live(desk: Desk) -> LiveController:
    return LiveController(desk.keeper, desk.preferences)


def load(desk: Desk, live: LiveController, after: float = 0.0) -> LiveView:
    """Load a live interview whose last mark is `after` seconds ago."""
    story = a_story(Phase.LIVE, lines=())
    ear = Ear(live.changed)
    place = story.interview.place
    assert place is not None
    desk.clock.seconds = place.at.mono - 1_000.5 + after
    live.load(desk.store(story))
    view = ear.last
    assert isinstance(view, LiveView)
    return view


def gaps(live: LiveController) -> list[Interruption]:
    """The stretches nobody watched."""
    assert live.session is not None
    return [away for away in live.time.line(live.session).aways if not away.pause]


def test_an_interrupted_call_comes_back_at_its_step_with_its_clocks_and_a_gap(
    desk: Desk, live: LiveController
) -> None:
    view = load(desk, live, after=48.0)
    assert view.step.step == "p3"
    assert view.cursor == 7
    (gap,) = gaps(live)
    assert (gap.cause, gap.counted) == (GapCause.STOPPED, True)
    assert gap.end - gap.start == pytest.approx(48.0)
    interview = desk.stored("i1")
    assert interview.marks[-1].kind is MarkKind.GAP
    started = interview.started
    assert started is not None
    assert view.clock.pace.counted == pytest.approx(desk.clock.now().mono - started.mono)


def test_coming_back_at_once_leaves_no_gap(desk: Desk, live: LiveController) -> None:
    load(desk, live, after=3.0)
    assert gaps(live) == []


def test_after_another_boot_the_wall_clock_says_how_long_it_was(desk: Desk, live: LiveController) -> None:
    desk.clock.boot = "boot-2"
    load(desk, live, after=600.0)
    (gap,) = gaps(live)
    assert gap.end - gap.start == pytest.approx(600.0)
    assert not gap.counted


def test_a_pause_across_a_restart_is_a_pause_and_no_gap(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    live.time.pause(PauseCause.BREAK)
    again, ear = LiveController(desk.keeper, desk.preferences), None
    ear = Ear(again.changed)
    desk.clock.seconds += 600.0
    assert desk.keeper.flush()
    again.load("i1")
    assert gaps(again) == []
    assert ear.last.clock.paused is PauseCause.BREAK


def test_typing_is_told_line_by_line_and_lands_on_disk(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    ear = PartEar(live, "lines")
    live.notes.edit(NoteEdit("p3", 0, 1, ("+ first #A",)))
    desk.clock.seconds += 10.0
    live.notes.edit(NoteEdit("p3", 0, 1, ("+ first #A", "second")))
    assert [note.text for note in ear.last.lines] == ["+ first #A", "second"]
    first, second = ear.last.lines
    assert second.t == pytest.approx(first.t + 10.0)
    assert desk.stored("i1").sheets["p3"].text == "+ first #A\nsecond"


def test_chips_follow_the_typing(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    ear, steps = PartEar(live, "chips"), PartEar(live, "step")
    live.notes.edit(NoteEdit("p3", 0, 1, ("+ first #B",)))
    assert ear.heard == [], "a key press waits for no counting"
    desk.qtbot.waitUntil(lambda: bool(ear.heard))
    assert {chip.letter: chip.tagged for chip in ear.last} == {"A": 0, "B": 1, "C": 0}
    assert live.view is not None
    assert [mark.letter for mark in live.view.strip] == ["B"]
    assert live.view.clock.pace.counted > 0.0
    assert steps.heard == [], "the step is not drawn anew for a word"


def test_each_view_shares_all_that_is_not_new_with_the_one_before_it(
    desk: Desk, live: LiveController
) -> None:
    load(desk, live)
    views = Ear(live.changed)

    def fresh(act: Callable[[], object]) -> set[str]:
        """The parts that are other objects after the first view the act led to."""
        before = live.view
        views.heard.clear()
        act()
        desk.qtbot.waitUntil(lambda: bool(views.heard))
        assert views.last is live.view
        return {
            f.name for f in fields(LiveView) if getattr(before, f.name) is not getattr(views.heard[0], f.name)
        }

    assert desk.keeper.flush()
    QCoreApplication.processEvents()
    assert fresh(lambda: live.notes.edit(NoteEdit("p3", 0, 1, ("+ first",)))) == {"lines"}
    assert fresh(lambda: desk.keeper.saved.emit(SaveView(SaveState.WRITING))) == {"save"}
    live.time.stop()
    assert fresh(live.time.ticked.emit) == {"clock"}
    live.notes.edit(NoteEdit("p3", 0, 1, ("+ first #B",)))
    assert fresh(live.notes.settled.emit) == {"chips", "strip", "clock"}
    live.notes.edit(NoteEdit("p3", 0, 1, ("+ first one #B",)))
    assert fresh(live.notes.settled.emit) == {"strip", "clock"}
    assert fresh(lambda: live.scores.set("C", 4)) >= {"chips", "clock"}
    assert not {"step", "labels", "lines", "chips"} & fresh(live.refresh)


def test_steps_go_forth_and_back_and_stop_at_the_ends(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    ear = Ear(live.changed)
    for _ in range(9):
        live.next()
    assert ear.last.step.step == "close"
    assert ear.last.step.following == ""
    for _ in range(9):
        live.previous()
    assert ear.last.step.step == "opening"
    assert "Robin" in ear.last.step.text
    live.show("questions")
    assert ear.last.step.number == 0
    assert desk.stored("i1").marks[-1].step == "questions"


def test_scores_are_saved_and_undone(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    live.scores.set("C", 4)
    live.scores.set("C", None, observed=False)
    assert desk.stored("i1").score("C").code == "-"
    live.scores.undo()
    assert desk.stored("i1").score("C").code == "4"
    live.scores.undo()
    assert desk.stored("i1").score("C").code == ""
    live.scores.undo()
    assert [m.new for m in desk.stored("i1").marks if m.kind is MarkKind.SCORED and m.ref == "C"] == [
        "4",
        "-",
        "4",
        "",
    ]


def test_ticks_of_probes_and_facts_are_saved(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    ear = Ear(live.changed)
    live.prompt.tick_probe("q2", True)
    live.prompt.tick_fact("f1", True)
    assert [item.t is not None for item in ear.last.step.probes] == [False, True]
    assert [item.t is not None for item in ear.last.step.facts] == [True, False]
    live.prompt.tick_fact("f1", False)
    assert [item.t is not None for item in ear.last.step.facts] == [False, False]


def test_a_tick_a_second_whatever_the_clock_shows(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    ear = PartEar(live, "clock")
    desk.clock.seconds += 1.0
    desk.qtbot.waitUntil(lambda: bool(ear.heard), timeout=3_000)
    assert isinstance(ear.last, ClockView)


def test_sleep_becomes_a_gap(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    desk.clock.seconds += 400.0
    desk.qtbot.waitUntil(lambda: bool(gaps(live)), timeout=3_000)
    assert [(gap.cause, gap.counted) for gap in gaps(live)] == [(GapCause.ASLEEP, False)]


@pytest.mark.parametrize("jump", [-3600.0, 86_400.0])
def test_a_wall_clock_that_jumps_is_noted_and_moves_no_clock(
    desk: Desk, live: LiveController, jump: float
) -> None:
    before = load(desk, live).clock.pace.counted
    ear = PartEar(live, "clock")
    desk.clock.wall_error = jump
    desk.clock.seconds += 1.0
    desk.qtbot.waitUntil(lambda: bool(ear.heard), timeout=3_000)
    assert [gap.cause for gap in gaps(live)] == [GapCause.CLOCK]
    assert ear.last.pace.counted == pytest.approx(before + 1.0)


def test_time_states_are_announced(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    said, ticks = Ear(live.announced), Ear(live.time.ticked)

    def pace() -> Pace:
        assert live.view is not None
        return live.view.clock.pace

    live.time.set_factor(100)
    desk.clock.seconds += 1.5
    desk.qtbot.waitUntil(lambda: bool(ticks.heard), timeout=3_000)
    assert said.heard == []
    # In steps short enough not to look like sleep.
    while pace().step_spent < 0.75 * pace().step_planned:
        desk.clock.seconds += 2.5
        count = len(ticks.heard)
        ring(live.time)
        assert len(ticks.heard) == count + 1
    assert pace().step_state is TimeState.NEAR
    assert "quarters" in said.last.words


def test_the_end_leads_to_review_and_stops_the_clock(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    ear = Ear(live.ended)
    live.end_call()
    assert (ear.last.interview_id, ear.last.phase) == ("i1", Phase.TO_REVIEW)
    assert desk.stored("i1").phase is Phase.TO_REVIEW
    ticks = PartEar(live, "clock")
    live.next()
    live.end_call()
    assert ticks.heard == []


def test_what_the_rules_forbid_is_told_and_changes_nothing(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    ear = Ear(live.problem)
    live.scores.set("H", 3)
    assert isinstance(ear.last, Problem)
    assert len(ear.heard) == 1


def test_without_an_interview_nothing_happens(live: LiveController) -> None:
    ear = Ear(live.changed)
    live.next()
    live.time.pause(PauseCause.OURS)
    live.time.resume()
    live.scores.set("A", 1)
    live.scores.undo()
    live.notes.edit(NoteEdit("p1", 0, 1, ("x",)))
    live.leave()
    live.end_call()
    live.time.set_factor(150)
    live.rescue.retry()
    assert ear.heard == []
    assert live.rescue.waiting_text() == ""


def test_the_shown_time_is_right_to_20_ms_after_a_stall(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    desk.clock.seconds += 1.37
    ear = Ear(live.changed)
    live.time.pause(PauseCause.OURS)
    interview = desk.stored("i1")
    assert interview.started is not None
    true = desk.clock.now().mono - interview.started.mono
    assert ear.last.clock.pace.counted == pytest.approx(true, abs=0.02)


def test_notes_of_another_step_are_not_mixed_up(desk: Desk, live: LiveController) -> None:
    interview = an_interview(Phase.LIVE, lines=())
    kept: list[Update] = []
    write_line(interview, "p1", "x", desk.clock.now(), new_ids(), kept.append)
    load(desk, live)
    live.notes.edit(NoteEdit("p1", 0, 1, ("late thought",)))
    live.notes.edit(NoteEdit("p3", 0, 1, ("here",)))
    sheets = desk.stored("i1").sheets
    assert (sheets["p1"].text, sheets["p3"].text) == ("late thought", "here")


def test_the_empty_line_a_page_begins_with_is_kept_above_what_is_typed_under_it(
    desk: Desk, live: LiveController
) -> None:
    load(desk, live)
    live.notes.edit(NoteEdit("p3", 1, 0, ("under it",)))
    assert desk.stored("i1").sheets["p3"].text == "\nunder it"


def test_undo_gives_a_reason_of_the_review_back_too(desk: Desk, live: LiveController) -> None:
    load(desk, live)
    desk.store(Update(an_interview(Phase.LIVE), (ScorePut("i1", a_score("C", None)),)))
    again = LiveController(desk.keeper, desk.preferences)
    again.load("i1")
    again.scores.set("C", 4)
    again.scores.undo()
    assert desk.stored("i1").score("C").reason is NotObservedReason.OUT_OF_TIME
