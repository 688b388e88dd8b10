"""What the interviewer is asked in a call, when, and what becomes of the answer."""

import pytest

from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.live.detours import Ask, DetourAsk, GapAsk
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import OPENING, QUESTIONS
from interviewer_app.domain.live import call
from interviewer_app.domain.live.detours import DetourKind, detours
from interviewer_app.domain.marks import EXCLUDED, DetourReason, MarkKind, PauseCause
from interviewer_app.domain.notes.note import NoteEdit
from tests.builders import a_kit, a_story
from tests.controllers.desk import Desk, Ear
from tests.timers import ring


@pytest.fixture
def live(desk: Desk) -> LiveController:
    """A call on a kit of four prompts, ten seconds old, its clock standing."""
    controller = LiveController(desk.keeper, desk.preferences)
    story = a_story(Phase.PREPARED, kit=a_kit(prompts=4), lines=())
    desk.store(story)
    desk.clock.seconds = 100.0
    desk.store(call.start(story.interview, desk.clock.now()))
    assert desk.keeper.flush()
    controller.load("i1")
    wait(desk, controller, 10.0)
    return controller


def wait(desk: Desk, live: LiveController, seconds: float) -> None:
    """So many ticks of the call."""
    for _ in range(round(seconds)):
        desk.clock.seconds += 1.0
        ring(live.time)


def type_a_word(live: LiveController, text: str = "word") -> None:
    live.notes.edit(NoteEdit(live.step, 0, 1, (text,)))


def asked(live: LiveController) -> Ask | None:
    """The question on screen."""
    return live.asking.ask


def ask_of(live: LiveController) -> DetourAsk:
    ask = asked(live)
    assert isinstance(ask, DetourAsk)
    return ask


def jump(desk: Desk, live: LiveController) -> None:
    """From a minute of the first prompt to the fourth."""
    live.show("p1")
    wait(desk, live, 60.0)
    live.show("p4")


def test_a_jump_happens_at_once_and_is_asked_about_in_one_question(desk: Desk, live: LiveController) -> None:
    ear = Ear(live.asking.changed)
    jump(desk, live)
    assert live.step == "p4"
    expected = DetourAsk(("p2", "p3"), (2, 3), DetourKind.PASSED_OVER, None, "", open=True)
    assert ear.heard == [expected]
    live.asking.explain(DetourReason.OUT_OF_TIME)
    assert [d.reason for d in detours(desk.stored("i1"))] == [DetourReason.OUT_OF_TIME] * 2
    assert (ask_of(live).reason, ask_of(live).open) == (DetourReason.OUT_OF_TIME, False)
    live.asking.add_words("the first one ran long")
    assert [d.words for d in detours(desk.stored("i1"))] == ["the first one ran long"] * 2
    assert asked(live) is None


@pytest.mark.parametrize("way", ["next", "end_call", "leave", "later", "another call", "rest"])
def test_words_half_typed_are_kept_whatever_comes_next(desk: Desk, live: LiveController, way: str) -> None:
    jump(desk, live)
    live.asking.explain(DetourReason.OTHER)
    live.asking.type_words("they had to go")
    match way:
        case "next":
            live.next()
        case "end_call":
            live.end_call()
        case "leave":
            live.leave()
        case "later":
            live.asking.leave()
        case "another call":
            desk.store(a_story(Phase.LIVE, "i2", lines=(), at=60.0))
            live.load("i2")
        case _:
            wait(desk, live, 2.0)
    said = {d.step: d.words for d in detours(desk.stored("i1"))}
    assert (said["p2"], said["p3"]) == ("they had to go", "they had to go")


def test_words_are_kept_when_the_typing_rests_and_not_at_every_letter(
    desk: Desk, live: LiveController
) -> None:
    jump(desk, live)
    live.asking.explain(DetourReason.OTHER)
    for words in ("t", "th", "they"):
        live.asking.type_words(words)
        wait(desk, live, 1.0)
    wait(desk, live, 9.0)
    said = [m.new for m in desk.stored("i1").marks if m.kind is MarkKind.DETOUR]
    assert said == ["", "", "they", "they"]


def test_another_reason_replaces_the_one_before(desk: Desk, live: LiveController) -> None:
    jump(desk, live)
    live.asking.explain(DetourReason.OUT_OF_TIME)
    live.asking.reopen()
    assert (ask_of(live).reason, ask_of(live).open) == (DetourReason.OUT_OF_TIME, True)
    live.asking.explain(DetourReason.CANDIDATE)
    assert {d.reason for d in detours(desk.stored("i1"))} == {DetourReason.CANDIDATE}
    kinds = [m.reason for m in desk.stored("i1").marks if m.kind is MarkKind.DETOUR]
    assert kinds == ["out_of_time", "out_of_time", "candidate", "candidate"]


def test_who_comes_back_from_a_glance_is_not_asked_any_more(desk: Desk, live: LiveController) -> None:
    jump(desk, live)
    wait(desk, live, 10.0)
    live.show("p1")
    assert asked(live) is None


def test_an_answer_leaves_with_the_next_step(desk: Desk, live: LiveController) -> None:
    jump(desk, live)
    live.asking.explain(DetourReason.ANSWERED)
    wait(desk, live, 60.0)
    assert not ask_of(live).open
    live.next()
    assert asked(live) is None


def test_later_means_in_a_calm_moment_some_minutes_later(desk: Desk, live: LiveController) -> None:
    jump(desk, live)
    live.asking.leave()
    assert asked(live) is None
    wait(desk, live, 178.0)
    assert asked(live) is None
    type_a_word(live)
    wait(desk, live, 19.0)
    assert asked(live) is None
    wait(desk, live, 2.0)
    assert ask_of(live).steps == ("p2", "p3")
    # And there it stays, whatever is typed.
    type_a_word(live, "another word")
    wait(desk, live, 2.0)
    assert ask_of(live).steps == ("p2", "p3")


def test_going_back_to_a_prompt_put_off_is_not_asked_about_anew(desk: Desk, live: LiveController) -> None:
    jump(desk, live)
    live.asking.leave()
    wait(desk, live, 30.0)
    live.show("p2")
    assert asked(live) is None
    live.asking.reopen()
    assert ask_of(live).open


def asleep(desk: Desk, live: LiveController, seconds: float = 600.0) -> None:
    desk.clock.seconds += seconds
    ring(live.time)


def test_a_gap_is_asked_about_only_in_a_calm_moment(desk: Desk, live: LiveController) -> None:
    live.show("p1")
    type_a_word(live)
    asleep(desk, live)
    assert asked(live) is None
    wait(desk, live, 19.0)
    assert asked(live) is None
    type_a_word(live, "back again")
    wait(desk, live, 19.0)
    assert asked(live) is None
    wait(desk, live, 1.0)
    ask = asked(live)
    assert isinstance(ask, GapAsk)
    assert ask.end - ask.start == pytest.approx(600.0, abs=1.5)
    assert not ask.counted
    live.asking.rule_gap(counted=True)
    assert asked(live) is None
    assert live.session is not None
    assert [a.counted for a in live.time.line(live.session).aways] == [True]


def test_a_prompt_near_its_end_is_no_time_for_questions(desk: Desk, live: LiveController) -> None:
    live.show("p1")
    wait(desk, live, 440.0)
    asleep(desk, live)
    wait(desk, live, 60.0)
    assert asked(live) is None
    live.show(QUESTIONS)
    live.asking.leave()
    wait(desk, live, 3.0)
    assert isinstance(asked(live), GapAsk)


def test_a_pause_is_a_calm_moment(desk: Desk, live: LiveController) -> None:
    live.show("p1")
    asleep(desk, live)
    type_a_word(live)
    live.time.pause(PauseCause.BREAK)
    assert asked(live) is None
    wait(desk, live, 3.0)
    assert isinstance(asked(live), GapAsk)


def test_gaps_wait_in_a_row(desk: Desk, live: LiveController) -> None:
    assert live.step == OPENING
    asleep(desk, live)
    asleep(desk, live, 30.0)
    wait(desk, live, 3.0)
    first = asked(live)
    assert isinstance(first, GapAsk)
    assert (first.more, first.counted) == (1, False)
    live.asking.rule_gap(counted=False)
    second = asked(live)
    assert isinstance(second, GapAsk)
    assert (second.more, second.counted) == (0, True)
    live.asking.leave()
    assert asked(live) is None
    rulings = [m.new for m in desk.stored("i1").marks if m.kind is MarkKind.GAP_RULED]
    assert rulings == [EXCLUDED]


def test_another_call_brings_its_own_questions(desk: Desk, live: LiveController) -> None:
    jump(desk, live)
    desk.store(a_story(Phase.LIVE, "i2", lines=(), at=60.0))
    ear = Ear(live.asking.changed)
    live.load("i2")
    assert asked(live) is None
    assert ear.heard == [None]
    live.load("i1")
    assert ask_of(live).steps == ("p2", "p3")
