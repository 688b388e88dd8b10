"""A newer change takes the place of an older one of the same row, and of no other."""

from dataclasses import replace
from itertools import combinations

import pytest

from interviewer_app.domain.changes import (
    Change,
    Exported,
    InterviewGone,
    InterviewPut,
    MarkAdded,
    NoteGone,
    NotePut,
    OpeningGone,
    OpeningPut,
    PointsPut,
    ScorePut,
    TickPut,
)
from interviewer_app.domain.interview import LivePlace, Point, PointKind
from interviewer_app.domain.kits.checklist import Tick, TickKey
from tests.builders import NOON, a_mark, a_moment, a_note, a_score, an_interview, an_opening

INTERVIEW = an_interview()
TICK = Tick(TickKey("p1", "marks", "alarms"), "seen", (), 1.0, NOON)
POINT = Point("x", PointKind.CONCERN, "A", "words")

SAME_ROW: dict[str, tuple[Change, Change]] = {
    "interview": (InterviewPut(INTERVIEW), InterviewPut(replace(INTERVIEW, candidate="Ada"))),
    "line": (NotePut("i1", a_note("n1", "wor")), NotePut("i1", a_note("n1", "words"))),
    "line that went": (NotePut("i1", a_note("n1")), NoteGone("i1", "n1")),
    "score": (ScorePut("i1", a_score("A", 2)), ScorePut("i1", a_score("A", 3))),
    "tick": (TickPut("i1", TICK), TickPut("i1", replace(TICK, state=""))),
    "lists": (PointsPut("i1", ()), PointsPut("i1", (POINT,))),
    "place": (LivePlace("i1", "p1", 0, a_moment(1.0)), LivePlace("i1", "p2", 9, a_moment(2.0))),
    "opening": (OpeningPut(an_opening("o1")), OpeningPut(an_opening("o1", title="Other"), kept=False)),
    "opening that went": (OpeningPut(an_opening("o1")), OpeningGone("o1")),
}
OTHER_ROWS: tuple[Change, ...] = (
    *(older for older, newer in SAME_ROW.values() if type(older) is type(newer)),
    InterviewPut(an_interview(interview_id="i2")),
    InterviewGone("i1"),
    InterviewGone("i2"),
    MarkAdded("i1", a_mark(1)),
    MarkAdded("i1", a_mark(2)),
    MarkAdded("i2", a_mark(1)),
    NotePut("i1", a_note("n2")),
    NotePut("i2", a_note("n1")),
    ScorePut("i1", a_score("B")),
    ScorePut("i2", a_score("A")),
    TickPut("i1", replace(TICK, key=TickKey("p2", "marks", "alarms"))),
    TickPut("i1", replace(TICK, key=TickKey("p1", "whole", "alarms"))),
    TickPut("i1", replace(TICK, key=TickKey("p1", "marks", "rollback"))),
    TickPut("i2", TICK),
    PointsPut("i2", ()),
    LivePlace("i2", "p1", 0, a_moment(1.0)),
    OpeningPut(an_opening("o2")),
    Exported("i1", NOON, "a.pdf", "0" * 64),
    Exported("i1", NOON, "b.pdf", "0" * 64),
    Exported("i2", NOON, "a.pdf", "0" * 64),
    Exported("i1", NOON.replace(minute=1), "a.pdf", "0" * 64),
)


@pytest.mark.parametrize(("older", "newer"), SAME_ROW.values(), ids=SAME_ROW)
def test_a_newer_value_of_a_row_replaces_the_older(older: Change, newer: Change) -> None:
    assert older != newer
    assert older.key == newer.key


def test_rows_are_told_apart() -> None:
    assert [(one, other) for one, other in combinations(OTHER_ROWS, 2) if one.key == other.key] == []
