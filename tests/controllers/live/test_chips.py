"""What the score bar says of each category: where it is asked for, and when it wants evidence."""

import pytest

from interviewer_app.controllers.live import build
from interviewer_app.controllers.live.views import Chip
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.live import call
from interviewer_app.domain.live.coverage import evidence
from interviewer_app.domain.live.timeline import timeline
from interviewer_app.domain.marks import PauseCause
from tests.builders import a_moment, an_interview, new_ids, write_line


def begun(*shown: tuple[str, float]) -> Interview:
    """A call of ten-minute prompts that ask for A and B, B and C, C and A, with these steps shown."""
    interview = call.start(an_interview(), a_moment(0.0)).interview
    for step, seconds in shown:
        interview = call.show(interview, step, a_moment(seconds)).interview
    return interview


def noted(interview: Interview, step: str, line: str, seconds: float) -> Interview:
    out = [interview]
    ids = new_ids(f"at{seconds}-")
    write_line(interview, step, line, a_moment(seconds), ids, lambda update: out.append(update.interview))
    return out[-1]


def chips(interview: Interview, seconds: float) -> dict[str, Chip]:
    line = timeline(interview.marks, a_moment(seconds))
    return {chip.letter: chip for chip in build.chips(interview, line, evidence(interview))}


def wanting(interview: Interview, seconds: float) -> str:
    return "".join(letter for letter, chip in chips(interview, seconds).items() if chip.wanting)


@pytest.mark.parametrize(
    ("step", "asked"),
    [
        ("opening", {"A": (1, 3), "B": (1, 2), "C": (2, 3)}),
        ("p1", {"A": (1, 3), "B": (1, 2), "C": (2, 3)}),
        ("p2", {"A": (3,), "B": (2,), "C": (2, 3)}),
        ("p3", {"A": (3,), "B": (), "C": (3,)}),
        ("questions", {"A": (), "B": (), "C": ()}),
    ],
)
def test_a_chip_tells_this_prompt_and_those_to_come_that_ask_for_it(
    step: str, asked: dict[str, tuple[int, ...]]
) -> None:
    found = chips(begun((step, 60.0)), 61.0)
    assert {letter: chip.asked_in for letter, chip in found.items()} == asked


def test_a_category_wants_evidence_once_nobody_will_ask_for_it_again() -> None:
    last = begun(("p1", 180.0), ("p2", 780.0), ("p3", 1380.0))
    # B was asked for twice; A and C have this prompt, of which three quarters are to pass first.
    assert wanting(last, 1380.0 + 449.0) == "B"
    assert wanting(last, 1380.0 + 450.0) == "ABC"
    assert wanting(noted(last, "p3", "two plain words", 1400.0), 1380.0 + 450.0) == "B"


def test_in_a_late_call_every_category_without_evidence_wants_it() -> None:
    first = begun(("p1", 180.0))
    assert wanting(first, 780.0) == ""
    assert wanting(first, 781.0) == "ABC"
    assert wanting(noted(first, "p1", "said #C", 300.0), 781.0) == "AB"


def test_notes_tagged_and_untagged_are_counted_apart() -> None:
    interview = noted(noted(begun(("p1", 180.0)), "p1", "plain", 200.0), "p2", "+ a way back #A", 210.0)
    found = chips(interview, 220.0)
    assert {letter: (chip.tagged, chip.untagged) for letter, chip in found.items()} == {
        "A": (1, 1),
        "B": (0, 1),
        "C": (0, 0),
    }


def test_a_note_stands_on_the_strip_where_the_clock_stood() -> None:
    before = noted(begun(("p1", 180.0)), "p1", "before #Z #B", 200.0)
    paused = call.pause(before, PauseCause.BREAK, a_moment(300.0)).interview
    back = call.resume(noted(paused, "p1", "meanwhile", 600.0), a_moment(900.0)).interview
    after = noted(noted(back, "p1", "after #C", 1_000.0), "p1", "> help", 1_001.0)
    marks = build.strip_marks(after, timeline(after.marks, a_moment(1_100.0)))
    assert [(mark.at, mark.letter) for mark in marks] == [(200.0, "B"), (300.0, ""), (400.0, "C")]
