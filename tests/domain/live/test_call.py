"""What may happen before and during the call, and what is refused."""

from collections.abc import Callable

import pytest

from interviewer_app.domain.canon import canonical, digest, plain
from interviewer_app.domain.changes import InterviewPut, MarkAdded, NoteGone, NotePut, OpeningPut, ScorePut
from interviewer_app.domain.errors import RuleProblem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS
from interviewer_app.domain.live import call
from interviewer_app.domain.marks import MarkKind, PauseCause
from interviewer_app.domain.notes.note import NoteEdit
from interviewer_app.domain.openings.opening import OpeningSheet, Output, Picker
from interviewer_app.domain.scores import NotObservedReason, ScoreState
from tests.builders import a_kit, a_moment, a_settled_sheet, an_interview, an_opening, category_of, new_ids
from tests.full_builders import a_full_kit


def test_an_interview_carries_a_hash_of_its_kit() -> None:
    interview = an_interview()
    assert interview.kit_hash == digest(interview.kit)
    other = call.prepare(interview, kit=a_kit("kit-b")).interview
    assert other.kit_hash == digest(other.kit) != interview.kit_hash


def test_equal_records_have_equal_bytes() -> None:
    assert canonical(a_full_kit()) == canonical(a_full_kit())
    assert plain(an_opening())["title"] == "Platform engineer"


def test_start_needs_a_candidate() -> None:
    nobody = an_interview(candidate="  ")
    with pytest.raises(RuleProblem) as met:
        call.start(nobody, a_moment(0.0))
    assert met.value.next_step


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (OpeningSheet(), "will build"),
        (OpeningSheet(waived="Urgent"), "will build"),
        (OpeningSheet(picker=Picker(Output.RUNNING)), "scope sheet"),
    ],
)
def test_no_call_before_role_and_scope_are_known_or_waived(sheet: OpeningSheet, said: str) -> None:
    waiting = call.prepare(an_interview(), opening=an_opening(sheet=sheet)).interview
    with pytest.raises(RuleProblem) as met:
        call.start(waiting, a_moment(0.0))
    assert said in met.value.sentence
    assert met.value.next_step
    settled = call.prepare(waiting, opening=an_opening(sheet=a_settled_sheet())).interview
    assert call.start(settled, a_moment(0.0)).interview.phase is Phase.LIVE


def test_preparing_stores_the_opening_only_where_it_changed() -> None:
    interview = an_interview()
    same = call.prepare(interview, candidate="Ben")
    other = call.prepare(interview, opening=an_opening(title="Other"))
    assert [type(c) for c in same.changes] == [InterviewPut]
    assert [type(c) for c in other.changes] == [InterviewPut, OpeningPut]


def test_start_shows_the_opening_and_stores_row_and_marks() -> None:
    update = call.start(an_interview(), a_moment(0.0))
    assert update.interview.phase is Phase.LIVE
    assert [m.kind for m in update.interview.marks] == [MarkKind.STARTED, MarkKind.SHOWN]
    assert [type(c) for c in update.changes] == [InterviewPut, MarkAdded, MarkAdded]


@pytest.mark.parametrize("factor", [99, 401, 0, -5])
def test_a_factor_out_of_range_is_refused(factor: int) -> None:
    with pytest.raises(RuleProblem):
        call.prepare(an_interview(), factor=factor)
    with pytest.raises(RuleProblem):
        call.set_factor(an_interview(Phase.LIVE), factor, a_moment(9_000.0))


def test_the_factor_stretches_every_minute() -> None:
    interview = an_interview(Phase.LIVE)
    longer = call.set_factor(interview, 150, a_moment(9_000.0)).interview
    assert longer.planned("p1") == 900.0
    assert longer.planned_total == pytest.approx(interview.planned_total * 1.5)
    assert longer.marks[-1].kind is MarkKind.FACTOR


def test_showing_pausing_and_resuming_twice_changes_nothing() -> None:
    live = call.show(an_interview(Phase.LIVE), "p1", a_moment(9_000.0)).interview
    assert call.show(live, "p1", a_moment(9_001.0)).changes == ()
    assert call.resume(live, a_moment(9_001.0)).changes == ()
    paused = call.pause(live, PauseCause.BREAK, a_moment(9_002.0)).interview
    assert call.pause(paused, PauseCause.OURS, a_moment(9_003.0)).changes == ()
    with pytest.raises(RuleProblem):
        call.show(live, "nowhere", a_moment(9_001.0))
    assert not call.is_paused(an_interview())


def test_a_gap_that_is_not_there_cannot_be_ruled_on() -> None:
    with pytest.raises(RuleProblem):
        call.rule_gap(an_interview(Phase.LIVE), 999, counted=True, now=a_moment(9_000.0))


def test_ticks_are_marks_and_can_be_taken_back() -> None:
    live = an_interview(Phase.LIVE)
    asked = call.tick(live, MarkKind.PROBE, "p1", "q1", on=True, now=a_moment(9_000.0)).interview
    assert set(call.ticked(asked, MarkKind.PROBE, "p1")) == {"q1"}
    assert call.tick(asked, MarkKind.PROBE, "p1", "q1", on=True, now=a_moment(9_001.0)).changes == ()
    back = call.tick(asked, MarkKind.PROBE, "p1", "q1", on=False, now=a_moment(9_002.0)).interview
    assert call.ticked(back, MarkKind.PROBE, "p1") == {}
    assert len(back.marks) == len(live.marks) + 2


def test_typing_stores_the_lines_that_changed() -> None:
    live, ids = an_interview(Phase.LIVE, lines=()), new_ids("k")
    sheet = call.sheet_of(live, "p1", a_moment(9_000.0), ids)
    typed = call.type_notes(live, sheet, NoteEdit("p1", 0, 1, ("one", "two")), a_moment(9_000.0), ids)
    assert [type(c) for c in typed.changes] == [NotePut, NotePut]
    assert call.sheet_of(typed.interview, "p1", a_moment(9_001.0), ids).text == "one\ntwo"
    less = call.type_notes(
        typed.interview, typed.interview.sheets["p1"], NoteEdit("p1", 0, 2, ("one",)), a_moment(9_001.0), ids
    )
    assert [type(c) for c in less.changes] == [NoteGone]
    assert [note.text for note in less.interview.notes] == ["one"]


def test_more_text_than_a_sheet_holds_is_refused() -> None:
    live, ids = an_interview(Phase.LIVE, lines=()), new_ids()
    sheet = call.sheet_of(live, "p1", a_moment(9_000.0), ids)
    with pytest.raises(RuleProblem):
        call.type_notes(live, sheet, NoteEdit("p1", 0, 1, ("x" * 1_000_000, "y")), a_moment(9_000.0), ids)


def test_scores_are_three_different_things() -> None:
    live = an_interview(Phase.LIVE)
    scored = call.score(live, "C", 0, a_moment(9_000.0))
    assert scored.interview.score("C").state is ScoreState.SCORED
    assert [type(c) for c in scored.changes] == [ScorePut, MarkAdded]
    assert call.score(scored.interview, "C", 0, a_moment(9_001.0)).changes == ()
    gone = call.score(scored.interview, "C", None, a_moment(9_002.0), observed=False).interview
    assert gone.score("C").state is ScoreState.NOT_OBSERVED
    assert (gone.marks[-1].old, gone.marks[-1].new) == ("0", "-")
    reason = NotObservedReason.TECHNICAL
    told = call.score(gone, "C", None, a_moment(9_003.0), observed=False, reason=reason).interview
    assert told.score("C").reason is reason
    opened = call.score(told, "C", None, a_moment(9_004.0)).interview
    assert opened.score("C").code == ""


@pytest.mark.parametrize(("letter", "value"), [("H", 3), ("A", 6), ("A", -1)])
def test_impossible_scores_are_refused(letter: str, value: int) -> None:
    with pytest.raises(RuleProblem):
        call.score(an_interview(Phase.LIVE), letter, value, a_moment(9_000.0))


def test_the_place_is_remembered() -> None:
    update = call.move_to(an_interview(Phase.LIVE), "p2", 17, a_moment(9_000.0))
    assert update.interview.place is not None
    assert update.changes[0].key == ("place", "i1")


def test_every_act_of_the_call_is_refused_once_finalised() -> None:
    shut, now = an_interview(Phase.FINALISED), a_moment(99_000.0)
    ids = new_ids()
    sheet = shut.sheets["p1"]
    acts: tuple[Callable[[], object], ...] = (
        lambda: call.prepare(shut, candidate="x"),
        lambda: call.start(shut, now),
        lambda: call.show(shut, "p1", now),
        lambda: call.pause(shut, PauseCause.OURS, now),
        lambda: call.resume(shut, now),
        lambda: call.tick(shut, MarkKind.FACT, "p1", "f1", on=True, now=now),
        lambda: call.type_notes(shut, sheet, NoteEdit("p1", 0, 1, ("x",)), now, ids),
        lambda: call.score(shut, "A", 1, now),
        lambda: call.set_factor(shut, 125, now),
        lambda: call.end(shut, now),
        lambda: call.continue_call(shut, now),
    )
    for act in acts:
        with pytest.raises(RuleProblem, match="finalised"):
            act()


def test_a_prepared_interview_cannot_be_ended() -> None:
    with pytest.raises(RuleProblem, match="prepared"):
        call.end(an_interview(), a_moment(1.0))


def test_a_kit_knows_its_steps_and_minutes() -> None:
    kit = a_kit()
    assert kit.steps == (OPENING, "p1", "p2", "p3", QUESTIONS, CLOSE)
    assert [kit.step_minutes(s) for s in kit.steps] == [3, 10, 10, 10, 5, 2]
    assert kit.minutes == 40
    assert kit.prompts[0].label == "P1"
    assert [c.letter for c in kit.categories] == ["A", "B", "C"]
    with pytest.raises(KeyError):
        kit.step_minutes("nowhere")


def test_cutting_a_kit_settles_variant_form_and_anchors() -> None:
    kit = a_full_kit()
    cut = kit.cut("short", "b", genai=False)
    assert [p.id for p in cut.prompts] == ["p9"]
    assert cut.spare == ()
    assert category_of(cut, "A").anchors[2] == "A2 by hand"
    assert category_of(cut, "A").anchors[1] != "A2 by hand"
    assert category_of(kit.cut(), "A").anchors[2] != "A2 by hand"
    with pytest.raises(KeyError):
        kit.cut("nowhere")


def test_names_are_kept_to_one_line_of_characters_that_can_be_stored() -> None:
    named = call.prepare(an_interview(), candidate="A\nB\tC\x00\ud800", interviewer="R\u2028S").interview
    assert (named.candidate, named.interviewer) == ("A B C\ufffd\ufffd", "R S")


def test_a_record_with_characters_no_file_can_hold_still_has_a_hash() -> None:
    assert len(digest(an_opening(title="\ud800"))) == 64
