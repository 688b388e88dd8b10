"""The database itself keeps a finalised interview shut, whoever asks and with whatever tool."""

import sqlite3
from pathlib import Path

import pytest

from interviewer_app.domain.changes import (
    Change,
    Exported,
    InterviewGone,
    InterviewPut,
    MarkAdded,
    NoteGone,
    NotePut,
)
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import Query
from interviewer_app.storage.checks import check
from interviewer_app.storage.rows import INTERVIEW_COLUMNS
from interviewer_app.storage.schema import APPEND_ONLY, FINALISED
from tests.builders import NOON, a_mark, a_note, a_story
from tests.storage.files import a_reader, a_writer, by_hand, dump, save

COLUMNS = ", ".join(INTERVIEW_COLUMNS)

ATTEMPTS = {
    "change the row": "UPDATE interview SET candidate = 'x' WHERE id = 'i1'",
    "open it again": "UPDATE interview SET phase = 'to_review' WHERE id = 'i1'",
    "make it a sample": "UPDATE interview SET sample = 1 WHERE id = 'i1'",
    "delete it": "DELETE FROM interview WHERE id = 'i1'",
    "replace it": f"INSERT OR REPLACE INTO interview ({COLUMNS}) SELECT {COLUMNS} FROM interview",
    "add a mark": "INSERT INTO mark SELECT interview, seq + 99, kind, at, t, '', '', '', '', '', 0 FROM mark",
    "change a mark": "UPDATE mark SET t = 0",
    "delete a mark": "DELETE FROM mark",
    "replace a mark": "INSERT OR REPLACE INTO mark SELECT * FROM mark",
    "add a note": "INSERT INTO note SELECT interview, id || 'x', step, rank, text, t, begun, 0 FROM note",
    "change a note": "UPDATE note SET text = 'x'",
    "move a note": "UPDATE note SET interview = 999",
    "delete a note": "DELETE FROM note",
    "replace a note": "INSERT OR REPLACE INTO note SELECT * FROM note",
    "change a score": "UPDATE score SET value = 5 WHERE state = 'scored'",
    "delete a score": "DELETE FROM score",
    "add a cite": "INSERT INTO cite SELECT interview, letter, pos + 10, note FROM cite",
    "change a cite": "UPDATE cite SET note = 'x'",
    "delete a cite": "DELETE FROM cite",
    "change a point": "UPDATE point SET text = 'x'",
    "delete a point": "DELETE FROM point",
    "change its place": "UPDATE place SET cursor = 0",
    "change its kit": "UPDATE kit SET body = '{}'",
    "replace its kit": "INSERT OR REPLACE INTO kit SELECT num, hash, id, version, 'x', scored, body FROM kit",
    "delete its kit": "DELETE FROM kit",
}


@pytest.fixture
def shut(path: Path) -> Path:
    """A database whose only interview is finalised."""
    save(path, *a_story(Phase.FINALISED).changes)
    return path


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("careful", [0, 1])
def test_no_statement_touches_a_finalised_interview(shut: Path, attempt: str, careful: int) -> None:
    before = dump(shut)
    with by_hand(shut) as conn:
        # Foreign keys are off in most tools, and recursive triggers too.
        conn.execute(f"PRAGMA foreign_keys = {careful}")
        conn.execute(f"PRAGMA recursive_triggers = {careful}")
        with pytest.raises(sqlite3.IntegrityError) as caught:
            conn.execute(ATTEMPTS[attempt])
    assert str(caught.value) in {
        FINALISED,
        APPEND_ONLY,
        "a frozen kit cannot be changed",
        "an interview needs this kit",
        "this kit is here already",
    }
    assert dump(shut) == before


def test_a_row_cannot_be_moved_onto_a_finalised_interview(shut: Path) -> None:
    save(shut, *a_story(Phase.LIVE, "i2").changes)
    with by_hand(shut) as conn:
        for statement in (
            "UPDATE OR REPLACE note SET interview = 1 WHERE interview = 2",
            "UPDATE OR REPLACE interview SET num = 1 WHERE num = 2",
            "UPDATE OR REPLACE interview SET id = 'i1' WHERE num = 2",
            "UPDATE OR REPLACE interview SET slot = (SELECT slot FROM interview WHERE num = 1) WHERE num = 2",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                conn.execute(statement)


@pytest.mark.parametrize("phase", [Phase.LIVE, Phase.TO_REVIEW])
def test_marks_are_append_only_in_every_phase(path: Path, phase: Phase) -> None:
    save(path, *a_story(phase).changes)
    with by_hand(path) as conn:
        for statement in (
            "UPDATE mark SET t = 0",
            "DELETE FROM mark",
            "INSERT OR REPLACE INTO mark SELECT * FROM mark",
        ):
            with pytest.raises(sqlite3.IntegrityError, match=APPEND_ONLY):
                conn.execute(statement)


def test_a_packet_may_be_exported_afterwards(shut: Path) -> None:
    save(shut, Exported("i1", NOON, "/there/packet.pdf", "a" * 64))
    assert a_reader(shut).page(Query()).rows[0].exported


def test_a_finalised_sample_can_be_deleted_but_only_whole(path: Path) -> None:
    save(path, *a_story(Phase.FINALISED, sample=True).changes)
    with by_hand(path) as conn, pytest.raises(sqlite3.IntegrityError, match=FINALISED):
        conn.execute("DELETE FROM note")
    save(path, InterviewGone("i1"))
    assert a_reader(path).page(Query()).rows == ()
    assert check(path) == []
    with by_hand(path) as conn:
        counts = [
            conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("interview", "mark", "note", "score", "cite", "point", "place", "kit", "opening")
        ]
    assert counts == [0] * 9


@pytest.mark.parametrize(
    "change",
    [
        InterviewGone("i1"),
        NotePut("i1", a_note("new")),
        NoteGone("i1", a_story(Phase.FINALISED).interview.notes[0].id),
        InterviewPut(a_story(Phase.TO_REVIEW).interview),
    ],
)
def test_the_writer_tells_a_refused_change_once_and_saves_the_others(shut: Path, change: Change) -> None:
    with a_writer(shut) as (writer, told):
        writer.put((change, *a_story(interview_id="other").changes))
        assert writer.flush(20)
        writer.put(a_story(interview_id="third").changes)
        assert writer.flush(20)
    [failure] = told.failures
    assert failure.refused == (change,)
    assert failure.waiting == 0
    assert FINALISED in failure.problem.sentence
    reader = a_reader(shut)
    assert {row.id for row in reader.page(Query()).rows} == {"i1", "other", "third"}
    assert reader.load("i1").phase is Phase.FINALISED


def test_a_place_that_comes_too_late_is_let_go(shut: Path) -> None:
    story = a_story(Phase.LIVE)
    assert story.interview.place is not None
    before = dump(shut)
    save(shut, story.interview.place)
    assert dump(shut) == before


def test_the_same_mark_twice_is_one_mark_and_another_one_is_refused(path: Path) -> None:
    story = a_story(Phase.LIVE)
    first = MarkAdded("i1", story.interview.marks[0])
    save(path, *story.changes)
    save(path, first)
    with a_writer(path) as (writer, told):
        writer.put((MarkAdded("i1", a_mark(1, seconds=99.0)),))
        assert writer.flush(20)
    assert APPEND_ONLY in told.failures[0].problem.sentence
    assert a_reader(path).load("i1").marks == story.interview.marks
