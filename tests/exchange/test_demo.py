"""Made-up interviews: always the same, always as consistent as real ones."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from interviewer_app.domain import review
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.domain.live.coverage import letters_of
from interviewer_app.domain.live.timeline import timeline
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.domain.scores import ScoreState
from interviewer_app.exchange import demo
from interviewer_app.kits import library
from interviewer_app.storage import bulk, migrations
from interviewer_app.storage.reader import Reader
from tests.builders import NOON, a_kit, a_moment, new_ids


@cache
def kit() -> Kit:
    found = library.shipped().kit("gen-tech-60")
    assert found is not None
    return found


@cache
def some() -> tuple[Interview, ...]:
    return tuple(demo.made_up(120, 1, kit()))


def held() -> tuple[Interview, ...]:
    return tuple(i for i in some() if i.phase is not Phase.PREPARED)


def finalised() -> tuple[Interview, ...]:
    return tuple(i for i in some() if i.phase is Phase.FINALISED)


# -- the same again --------------------------------------------------------------------------------


def test_the_same_seed_makes_the_same_and_a_greater_count_more_of_it() -> None:
    assert tuple(demo.made_up(10, 1, kit())) == some()[:10]


def test_another_seed_makes_others() -> None:
    ids = {i.id for i in demo.made_up(30, 2, kit())}
    assert not ids & {i.id for i in some()}


def test_ids_are_unique_and_look_like_those_of_real_interviews() -> None:
    ids = [i.id for i in some()]
    assert len(set(ids)) == len(ids)
    assert all(len(i) == 32 and int(i, 16) >= 0 for i in ids)


# -- believable ------------------------------------------------------------------------------------


def test_nearly_all_are_finalised_and_a_few_still_wait() -> None:
    count = {phase: sum(i.phase is phase for i in some()) for phase in Phase}
    assert count[Phase.FINALISED] == 108
    assert count[Phase.TO_REVIEW] == 6
    assert count[Phase.PREPARED] == 6


def test_all_are_marked_as_made_up() -> None:
    assert all(i.sample for i in some())


def test_all_were_held_on_working_days_of_the_last_two_years() -> None:
    for interview in held():
        assert interview.started is not None
        assert demo.UNTIL - demo.YEARS - timedelta(days=8) < interview.started.utc < demo.UNTIL
        assert interview.started.local.weekday() < 5
        assert 9 <= interview.started.local.hour < 17
    for interview in some():
        if interview.phase is Phase.PREPARED:
            assert interview.scheduled is not None
            assert interview.scheduled > demo.UNTIL - timedelta(days=4)


def test_they_are_as_long_as_real_ones() -> None:
    counts = sorted(len(i.notes) for i in held())
    assert counts[0] >= 10
    assert counts[-1] <= 70
    assert 15 <= counts[len(counts) // 2] <= 40


def test_they_are_for_many_candidates_and_openings_and_come_out_differently() -> None:
    assert len({i.candidate for i in some()}) > 100
    assert len({i.opening.id for i in some()}) > 20
    assert len({i.recommendation for i in finalised()}) >= 3
    assert {s.value for i in held() for s in i.scores.values()} >= {1, 2, 3, 4, 5}


def test_no_phrase_keeps_a_gap_or_an_empty_word() -> None:
    for interview in held():
        texts = [n.text for n in interview.notes] + [p.text for p in interview.points] + [interview.reason]
        texts += [s.missing for s in interview.scores.values()]
        assert not [t for t in texts if "{" in t or "}" in t or "|" in t or "  " in t]


def test_a_kit_nobody_wrote_phrases_for_works_too() -> None:
    made = tuple(demo.made_up(30, 3, a_kit()))
    assert all(i.notes for i in made if i.phase is Phase.FINALISED)


# -- consistent ------------------------------------------------------------------------------------


def test_each_finalised_one_could_have_been_finalised_by_hand() -> None:
    for interview in finalised():
        before = replace(interview, phase=Phase.TO_REVIEW)
        assert review.finalise_obstacle(before) == ""


def test_marks_are_in_order_and_the_clocks_agree() -> None:
    for interview in held():
        marks = interview.marks
        assert [m.seq for m in marks] == list(range(1, len(marks) + 1))
        assert marks[0].kind is MarkKind.STARTED
        assert all(a.t <= b.t for a, b in pairwise(marks))
        for mark in marks:
            assert interview.started is not None
            assert (mark.at.utc - interview.started.utc).total_seconds() == pytest.approx(mark.t, abs=1e-3)
            assert mark.at.mono - interview.started.mono == pytest.approx(mark.t, abs=1e-3)


def test_the_end_the_marks_and_the_phase_agree() -> None:
    for interview in held():
        ended = next(m for m in interview.marks if m.kind is MarkKind.ENDED)
        assert interview.ended == ended.at
        assert interview.started == interview.marks[0].at
        assert timeline(interview.marks, ended.at).wall == pytest.approx(ended.t)
        last = interview.marks[-1]
        assert (interview.finalised == last.at) is (last.kind is MarkKind.FINALISED)


def test_notes_were_written_while_their_step_was_on_screen() -> None:
    for interview in held():
        clock = timeline(interview.marks, interview.marks[-1].at)
        for note in interview.notes:
            on = [s for s in clock.stretches if s.step == note.step]
            assert on[0].start <= note.t <= on[-1].end + 0.01, (interview.id, note)
            assert interview.started is not None
            assert (note.begun - interview.started.utc).total_seconds() == pytest.approx(note.t, abs=1e-3)


def test_lines_stand_in_the_order_they_were_written() -> None:
    for interview in held():
        for sheet in interview.sheets.values():
            assert all(a.t <= b.t and a.rank < b.rank for a, b in pairwise(sheet.lines))


def test_probes_and_facts_are_those_of_the_kit() -> None:
    for interview in held():
        for mark in interview.marks:
            if mark.kind in {MarkKind.PROBE, MarkKind.FACT}:
                prompt = interview.kit.prompt(mark.step)
                assert prompt is not None
                refs = prompt.probes if mark.kind is MarkKind.PROBE else prompt.facts
                assert mark.ref in {ref.id for ref in refs}


def test_scores_are_what_the_marks_say() -> None:
    for interview in held():
        told: dict[str, str] = {}
        for mark in interview.marks:
            if mark.kind is MarkKind.SCORED:
                assert mark.old == told.get(mark.ref, "")
                told[mark.ref] = mark.new
        assert told == {k: s.code for k, s in interview.scores.items() if s.state is not ScoreState.OPEN}


def test_scores_cite_notes_that_are_evidence_for_them() -> None:
    cited = 0
    for interview in held():
        by_id = {note.id: note for note in interview.notes}
        for letter, score in interview.scores.items():
            assert len(set(score.cited)) == len(score.cited)
            for note_id in score.cited:
                assert letter in letters_of(interview.kit, by_id[note_id])
                cited += 1
    assert cited > 500


def test_points_and_the_strongest_evidence_rest_on_notes_that_are_there() -> None:
    for interview in finalised():
        ids = {note.id for note in interview.notes} | {""}
        assert {p.note for p in interview.points} <= ids
        assert interview.strongest in ids
        assert len({p.id for p in interview.points}) == len(interview.points)


def test_they_can_be_stored_and_read_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "interviews.db"
    migrations.ensure(path, NOON)
    assert bulk.insert_many(path, some()) == len(some())
    reader = Reader(path)
    for interview in some():
        again = reader.load(interview.id)
        assert summarise(again, a_moment()) == summarise(interview, a_moment())
        assert again == interview
    reader.close()


# -- the sample ------------------------------------------------------------------------------------


def test_the_sample_is_a_live_call_seventeen_minutes_in() -> None:
    now = a_moment(5_000.0)
    update = demo.sample(kit(), now, new_ids())
    interview = update.interview
    clock = timeline(interview.marks, now)
    assert interview.phase is Phase.LIVE
    assert interview.sample
    assert interview.candidate == "Sample: Lena Brandt"
    assert clock.wall == pytest.approx(17 * 60 + 4)
    assert clock.step == "prd-01"
    assert clock.spent("prd-01") == pytest.approx(12 * 60 + 44)
    assert len(interview.notes) == 12
    assert interview.score("B").value == 3
    assert {m.kind for m in interview.marks} >= {MarkKind.PROBE, MarkKind.FACT, MarkKind.SCORED}


def test_the_sample_shows_a_list_ticked_in_part_and_a_flag_with_its_fact() -> None:
    now = a_moment(5_000.0)
    summary = summarise(demo.sample(kit(), now, new_ids()).interview, now)
    (own,) = (check for check in summary.checks if check.step == "prd-01")
    assert [line.state for line in own.lines].count("raised unasked") == 4
    assert "" in [line.state for line in own.lines]
    assert any(not check.step for check in summary.checks)
    assert [flag.id for flag in summary.flags] == ["gf-01"]


def test_the_samples_cursor_is_behind_its_last_line() -> None:
    now = a_moment(5_000.0)
    interview = demo.sample(kit(), now, new_ids()).interview
    assert interview.place is not None
    assert interview.place.at == now
    assert interview.place.step == "prd-01"
    assert interview.place.cursor == len(interview.sheets["prd-01"].text)


def test_each_line_of_the_sample_has_the_time_it_was_written_at() -> None:
    interview = demo.sample(kit(), a_moment(5_000.0), new_ids()).interview
    times = [round(note.t) for note in interview.notes]
    assert times == sorted(times)
    assert times[0] == 5 * 60 + 2
    assert times[-1] == 16 * 60 + 51


def test_a_sample_for_another_kit_leaves_out_what_that_kit_does_not_have() -> None:
    interview = demo.sample(a_kit(), a_moment(5_000.0), new_ids()).interview
    assert len(interview.notes) == 12
    assert {m.ref for m in interview.marks if m.kind is MarkKind.PROBE} <= {"q1", "q2"}


def test_two_samples_are_two_interviews() -> None:
    ids = new_ids()
    first, second = (demo.sample(kit(), a_moment(), ids) for _ in range(2))
    assert first.interview.id != second.interview.id
