"""The writer thread: nothing waits for the disk, nothing is lost, every acknowledgement is true."""

import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from interviewer_app.domain.changes import (
    Change,
    InterviewGone,
    InterviewPut,
    MarkAdded,
    NoteGone,
    NotePut,
    PointsPut,
    ScorePut,
)
from interviewer_app.domain.interview import Interview, Phase, Point, PointKind
from interviewer_app.domain.listing import Query
from interviewer_app.domain.live import call
from interviewer_app.domain.notes.note import Note, NoteEdit
from interviewer_app.storage import writer as writing
from interviewer_app.storage.backlog import Backlog
from interviewer_app.storage.writer import Failed, Ready, Saved, Writer
from tests.builders import a_mark, a_moment, a_note, a_score, a_story, an_interview, new_ids
from tests.storage.files import WAIT, Told, a_reader, a_writer, by_hand, now, save


def typed(interview: Interview, text: str) -> list[tuple[Change, ...]]:
    """The changes of each key when the text is typed into p1."""
    ids = new_ids("t")
    out = []
    sheet = call.sheet_of(interview, "p1", a_moment(100), ids)
    for end in range(1, len(text) + 1):
        lines = text[:end].split("\n")
        first = len(sheet.lines) - 1
        update = call.type_notes(
            interview, sheet, NoteEdit("p1", first, 1, tuple(lines[first:])), a_moment(100), ids
        )
        interview, sheet = update.interview, update.interview.sheets["p1"]
        out.append(update.changes)
    return out


def test_it_makes_the_database_and_says_when_it_is_ready(path: Path) -> None:
    with a_writer(path) as (_writer, told):
        told.wait_for(Ready)
        assert a_reader(path).page(Query()).rows == ()
        assert path.exists()
    assert told.events == [Ready()]


def test_what_was_put_before_it_was_ready_is_saved_too(path: Path) -> None:
    told = Told()
    writer = Writer(path, told, now=now)
    seq = writer.put(a_story(Phase.LIVE).changes)
    assert not path.exists()
    writer.start()
    assert writer.flush(WAIT)
    assert writer.waiting() == ()
    assert told.saved[-1].seq == seq
    assert writer.close()
    assert a_reader(path).load("i1").phase is Phase.LIVE


def test_every_key_is_acknowledged_with_its_number(path: Path) -> None:
    live = a_story(Phase.LIVE, lines=())
    save(path, *live.changes)
    text = "Sheds load early,\n" * 3 + "then asks."
    before = now()
    with a_writer(path) as (writer, told):
        numbers = [writer.put(changes) for changes in typed(live.interview, text)]
        assert writer.flush(WAIT)
    seqs = [event.seq for event in told.saved]
    assert seqs == sorted(set(seqs))
    assert seqs[-1] == numbers[-1]
    assert all(before <= event.at <= now() for event in told.saved)
    assert a_reader(path).load("i1").sheets["p1"].text == text


def test_an_acknowledged_change_is_there_at_that_very_moment(path: Path) -> None:
    """Each acknowledgement is checked by a second connection before the writer goes on."""
    live = a_story(Phase.LIVE, lines=())
    save(path, *live.changes)
    keys = typed(live.interview, "abcdefghijklmnopqrstuvwxyz")
    lengths: dict[int, int] = {}
    wrong: list[tuple[int, int]] = []

    def look(event: object) -> None:
        if isinstance(event, Saved):
            with by_hand(path) as conn:
                there = conn.execute("SELECT max(length(text)) FROM note").fetchone()[0]
            if there < lengths.get(event.seq, 0):
                wrong.append((there, lengths[event.seq]))

    writer = Writer(path, look, now=now)
    for length, changes in enumerate(keys, 1):
        lengths[writer.put(changes)] = length
    writer.start()
    assert writer.close(WAIT)
    assert wrong == []


def test_typing_costs_twenty_five_commits_a_second_at_most(path: Path) -> None:
    save(path, *a_story(Phase.LIVE, lines=()).changes)
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        begun = time.monotonic()
        for number in range(6):
            writer.put((NotePut("i1", a_note(text=str(number))),))
            told.wait_for(Saved, number + 1)
        lasted = time.monotonic() - begun
    assert lasted >= 5 / 25


def test_the_first_key_is_saved_at_once_and_the_next_ones_together(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(path, *a_story(Phase.LIVE, lines=()).changes)
    monkeypatch.setattr(writing, "SPACING", 3600.0)
    told = Told()
    writer = Writer(path, told, now=now)
    first, second, third = (NotePut("i1", a_note(f"n{n}", f"key {n}")) for n in range(3))
    at_once = writer.put((first,))
    writer.start()
    told.wait_for(Saved)
    writer.put((second,))
    together = writer.put((third,))
    assert writer.flush(WAIT), "who asks need not wait for the turn"
    assert writer.close(WAIT)
    assert [event.seq for event in told.saved] == [at_once, together]


def test_a_stalling_disk_is_not_felt(path: Path) -> None:
    live = a_story(Phase.LIVE, lines=())
    save(path, *live.changes)
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        with by_hand(path) as conn:
            conn.execute("BEGIN IMMEDIATE")
            # Nobody but this thread can end the stall: a key that waited for the disk would wait for ever.
            for changes in typed(live.interview, "y" * 60):
                writer.put(changes)
            assert told.saved == []
            assert len(writer.waiting()) == 1
            assert not writer.flush(0.01)
            conn.execute("ROLLBACK")
        assert writer.flush(WAIT)
    assert told.failures == []
    assert a_reader(path).load("i1").sheets["p1"].text == "y" * 60


def test_closing_saves_what_waits_and_may_be_done_twice(path: Path) -> None:
    told = Told()
    writer = Writer(path, told, now=now)
    writer.start()
    writer.put(a_story(Phase.FINALISED).changes)
    assert writer.close()
    assert writer.close()
    assert writer.waiting() == ()
    assert "writer" not in {thread.name for thread in threading.enumerate()}
    assert not path.with_name(path.name + "-wal").exists()
    assert a_reader(path).load("i1").phase is Phase.FINALISED


def test_a_writer_that_never_started_closes_and_tells_what_is_left(path: Path) -> None:
    writer = Writer(path, Told(), now=now)
    assert writer.close()
    writer.put(a_story().changes)
    assert not writer.close()
    assert len(writer.waiting()) == 1


@pytest.fixture
def crashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the crash hook hears of."""
    heard: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda hook: heard.append(str(hook.exc_value)))
    return heard


def test_a_listener_that_fails_costs_no_word(path: Path, crashed: list[str]) -> None:
    """Its mistake reaches the crash hook, and saving goes on."""

    def breaks(_event: object) -> None:
        raise RuntimeError("the listener is gone")

    writer = Writer(path, breaks, now=now)
    writer.put(a_story(Phase.LIVE).changes)
    writer.start()
    writer.flush(WAIT)
    writer.put((NotePut("i1", a_note("late")),))
    assert writer.close(WAIT)
    assert crashed == ["the listener is gone"] * 3
    assert "late" in {note.id for note in a_reader(path).load("i1").notes}


def test_a_mistake_of_ours_costs_one_change_its_turn_and_no_other(path: Path, crashed: list[str]) -> None:
    """The change that cannot be written stays among what waits, is not called saved, and holds up nobody."""
    save(path, *a_story(Phase.LIVE).changes)
    bad = NotePut("i1", cast("Note", SimpleNamespace(id="bad")))
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        writer.put((NotePut("i1", a_note("before")), bad, NotePut("i1", a_note("after"))))
        failed = told.wait_for(Failed)
        assert isinstance(failed, Failed)
        assert (failed.waiting, failed.refused) == (1, ())
        writer.put((NotePut("i1", a_note("later")),))
        writer.retry()
        told.wait_for(Failed, 2)
        assert not writer.flush(0.01)
        assert writer.waiting() == (bad,)
        assert not writer.close(WAIT)
    assert told.saved == []
    assert "has no attribute" in crashed[0]
    assert {"before", "after", "later"} <= {note.id for note in a_reader(path).load("i1").notes}


def test_what_is_typed_after_a_mistake_of_ours_is_saved_at_once(
    path: Path, crashed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "RETRY", 3600.0)
    save(path, *a_story(Phase.LIVE).changes)
    bad = NotePut("i1", cast("Note", SimpleNamespace(id="bad")))
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        writer.put((bad,))
        for number in range(1, 4):
            told.wait_for(Failed, number)
            writer.put((NotePut("i1", a_note(f"later{number}")),))
        told.wait_for(Failed, 4)
        assert writer.waiting() == (bad,)
        assert not writer.close(WAIT)
    # As often as there was something new, and once at the end.
    assert len(crashed) == len(told.failures) == 5
    assert {"later1", "later2", "later3"} <= {note.id for note in a_reader(path).load("i1").notes}


def test_flush_of_nothing_is_done(path: Path) -> None:
    with a_writer(path) as (writer, _told):
        assert writer.put(()) == 0
        assert writer.flush(0.0)


# -- the queue ---------------------------------------------------------------------------------------


def test_a_newer_change_replaces_the_older_and_goes_to_the_end() -> None:
    live = an_interview(Phase.LIVE)
    backlog = Backlog()
    first, mark, second = InterviewPut(an_interview()), MarkAdded("i1", a_mark()), InterviewPut(live)
    assert backlog.add((first, mark)) == 2
    assert backlog.add((second,)) == 3
    assert backlog.waiting() == (mark, second)
    assert len(backlog) == 2


def test_what_is_settled_leaves_and_a_newer_value_of_it_stays() -> None:
    backlog = Backlog()
    old, other, new = (NotePut("i1", a_note(n, t)) for n, t in (("n1", "old"), ("n2", "kept"), ("n1", "new")))
    score = ScorePut("i1", a_score())
    backlog.add((old, other))
    assert backlog.waiting() == (old, other)
    backlog.add((new, score))
    assert backlog.waiting() == (other, new, score)
    backlog.settle((old, other))
    assert backlog.waiting() == (new, score)
    assert backlog.seq == 4


@pytest.mark.parametrize("split", range(0, 48, 5))
def test_a_finalised_story_can_be_cut_into_two_commits_anywhere(path: Path, split: int) -> None:
    story = a_story(Phase.FINALISED)
    save(path, *story.changes[:split])
    save(path, *story.changes[split:])
    back = a_reader(path).load("i1")
    assert (back.phase, back.marks, back.scores) == (
        Phase.FINALISED,
        story.interview.marks,
        story.interview.scores,
    )


def test_parts_may_wait_before_their_interview(path: Path) -> None:
    """As when a newer put of the interview moved to the end, behind marks and notes of its first minutes."""
    story = a_story(Phase.FINALISED)
    put = InterviewPut(story.interview)
    parts = [change for change in story.changes if not isinstance(change, InterviewPut)]
    save(path, *parts, put)
    assert a_reader(path).load("i1").marks == story.interview.marks


def test_a_sample_can_be_deleted_and_tried_again_in_one_commit(path: Path) -> None:
    first = a_story(Phase.TO_REVIEW, sample=True)
    again = a_story(Phase.LIVE, sample=True)
    save(path, *first.changes)
    save(path, InterviewGone("i1"), *again.changes)
    back = a_reader(path).load("i1")
    assert (back.phase, back.marks) == (Phase.LIVE, again.interview.marks)


def test_a_change_without_its_interview_is_refused_and_the_others_are_saved(path: Path) -> None:
    lost = NotePut("nobody", a_note())
    with a_writer(path) as (writer, told):
        writer.put((lost, *a_story(Phase.LIVE).changes))
        assert writer.flush(WAIT)
    assert [failure.refused for failure in told.failures] == [(lost,)]
    assert len(a_reader(path).page(Query()).rows) == 1


def test_lists_scores_and_lines_can_shrink(path: Path) -> None:
    story = a_story(Phase.TO_REVIEW)
    points = tuple(Point(f"pt{n}", PointKind.CONCERN, "A", str(n)) for n in range(3))
    scored = a_score(cited=("n1", "n2"))
    save(path, *story.changes, PointsPut("i1", points), ScorePut("i1", scored))
    fewer = a_score(cited=("n2",))
    gone = story.interview.notes[0].id
    save(path, PointsPut("i1", points[:1]), ScorePut("i1", fewer), NoteGone("i1", gone))
    back = a_reader(path).load("i1")
    assert (back.points, back.scores["A"]) == (points[:1], fewer)
    assert gone not in {note.id for note in back.notes}
