"""What goes in comes out, through the real file."""

from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from interviewer_app.domain.changes import (
    Exported,
    InterviewGone,
    InterviewPut,
    NoteGone,
    NotePut,
    PointsPut,
    TickPut,
)
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.listing import Query
from interviewer_app.domain.live import call
from interviewer_app.domain.notes.note import NoteEdit, StepNotes
from interviewer_app.storage.bulk import insert_many
from interviewer_app.storage.checks import check
from tests.builders import NOON, a_kit, a_moment, a_note, a_story, an_interview, an_opening, new_ids
from tests.full_builders import a_full_interview, a_full_kit
from tests.storage.files import a_reader, save


def as_stored(interview: Interview) -> Interview:
    """Without what undo keeps, which is not stored."""
    return replace(interview, sheets={step: StepNotes(step, s.lines) for step, s in interview.sheets.items()})


def defaults_in(record: Any, path: str = "") -> list[str]:
    """Fields of a record, and of the records inside it, that still have their default."""
    out = []
    for field in fields(record):
        value = getattr(record, field.name)
        name = f"{path}.{field.name}"
        default = field.default if field.default is not MISSING else field.default_factory
        default = default() if callable(default) and default is not MISSING else default
        if value == default:
            out.append(name)
        elif is_dataclass(value):
            out.extend(defaults_in(value, name))
    return out


@pytest.mark.parametrize("phase", list(Phase))
def test_every_change_on_the_way_adds_up_to_the_interview(path: Path, phase: Phase) -> None:
    story = a_story(phase)
    save(path, *story.changes)
    assert a_reader(path).load("i1") == as_stored(story.interview)
    assert check(path) == []


def test_the_full_interview_has_no_field_at_its_default() -> None:
    assert defaults_in(a_full_interview()) == []
    assert [name for part in a_full_interview().points for name in defaults_in(part)] == []
    assert defaults_in(a_full_interview().marks[-1]) == []
    assert defaults_in(a_full_interview().scores["A"]) == []
    assert [n for n in defaults_in(a_full_kit()) if n != ".variants"] == []


def test_every_field_comes_back_from_a_bulk_insert(path: Path) -> None:
    save(path)
    interview = a_full_interview()
    assert insert_many(path, [interview]) == 1
    back = a_reader(path).load(interview.id)
    assert back == interview
    assert back.kit == interview.kit
    assert check(path) == []


def test_every_field_comes_back_from_single_changes(path: Path) -> None:
    interview = a_full_interview()
    assert interview.place is not None
    save(
        path,
        InterviewPut(interview),
        *(NotePut(interview.id, note) for sheet in interview.sheets.values() for note in sheet.lines),
        *(TickPut(interview.id, tick) for tick in interview.ticks.values()),
        PointsPut(interview.id, interview.points),
        interview.place,
    )
    back = a_reader(path).load(interview.id)
    assert back == replace(interview, marks=(), scores={})


def test_interviews_of_every_phase_can_be_brought_in_at_once(path: Path) -> None:
    save(path)
    every = [an_interview(phase, f"i-{phase}") for phase in Phase]
    assert insert_many(path, iter(every)) == 4
    reader = a_reader(path)
    assert [reader.load(i.id) for i in every] == [as_stored(i) for i in every]
    assert len(reader.page(Query(words="ada")).rows) == 4


def test_lines_come_back_in_the_order_of_their_ranks(path: Path) -> None:
    interview = an_interview(Phase.LIVE, lines=())
    save(
        path,
        InterviewPut(interview),
        *(NotePut("i1", a_note(f"n{r}", str(r), rank=r)) for r in (3.0, 1.5, 1.25)),
    )
    assert a_reader(path).load("i1").sheets["p1"].text == "1.25\n1.5\n3.0"
    save(path, NoteGone("i1", "n1.5"))
    assert a_reader(path).load("i1").sheets["p1"].text == "1.25\n3.0"


def test_a_deleted_interview_leaves_nothing_behind(path: Path) -> None:
    story = a_story(Phase.TO_REVIEW, "gone", kit=a_kit("rare"), opening=an_opening("o-rare"))
    save(path, *a_story(Phase.LIVE, "stays").changes, *story.changes, InterviewGone("gone"))
    reader = a_reader(path)
    assert [row.id for row in reader.page(Query()).rows] == ["stays"]
    assert [opening.id for opening in reader.openings()] == ["o1"]
    assert check(path) == []


def test_an_export_marks_the_row_and_only_it(path: Path) -> None:
    exported = Exported("i1", NOON, "/somewhere/Ada.pdf", "0" * 64)
    save(path, *a_story(Phase.FINALISED).changes, *a_story(Phase.FINALISED, "i2").changes, exported, exported)
    rows = a_reader(path).page(Query()).rows
    assert {row.id: row.exported for row in rows} == {"i1": True, "i2": False}


def test_two_interviews_share_one_frozen_kit(path: Path) -> None:
    save(path, *a_story(interview_id="a").changes, *a_story(interview_id="b").changes)
    reader = a_reader(path)
    assert reader.load("a").kit is reader.load("b").kit


def test_a_prepared_interview_can_change_its_kit_and_its_day(path: Path) -> None:
    interview = an_interview(kit=a_kit(title="Rowing"))
    day = datetime(2027, 1, 2, 9, 30, tzinfo=UTC)
    other = replace(interview, kit=a_kit(title="Juggling"), kit_hash="f" * 64, scheduled=day)
    save(path, InterviewPut(interview))
    save(path, InterviewPut(other))
    assert a_reader(path).load("i1") == other
    row = a_reader(path).page(Query(words="jugg")).rows[0]
    assert (row.when, row.kit) == (day, "Juggling")
    assert a_reader(path).page(Query(words="row")).rows == ()


def test_instants_keep_their_microseconds(path: Path) -> None:
    at = NOON + timedelta(microseconds=1)
    save(path, InterviewPut(an_interview(lines=())), NotePut("i1", a_note(begun=at, t=0.1 + 0.2)))
    note = a_reader(path).load("i1").sheets["p1"].lines[0]
    assert (note.begun, note.t) == (at, 0.1 + 0.2)


def test_notes_that_begin_with_an_empty_line_keep_it(path: Path) -> None:
    live = a_story(Phase.LIVE, lines=())
    ids = new_ids("k")
    sheet = call.sheet_of(live.interview, "p1", a_moment(99), ids)
    typed = call.type_notes(live.interview, sheet, NoteEdit("p1", 0, 1, ("", "second")), a_moment(99), ids)
    save(path, *live.changes, *typed.changes)
    assert a_reader(path).load("i1").sheets["p1"].text == "\nsecond"
