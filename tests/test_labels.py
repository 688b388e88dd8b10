"""Every member of every enum has words, and the words of times and sentences read well."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest

from interviewer_app import labels
from interviewer_app.domain.interview import Phase, Recommendation
from interviewer_app.domain.kits.kit import Level, PromptType, Stage
from interviewer_app.domain.listing import InterviewRow, PhaseFilter
from interviewer_app.domain.live.pacing import Sentence, SentenceKind, TimeState
from interviewer_app.domain.marks import GapCause, PauseCause
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.scores import NotObservedReason
from tests.builders import NOON

SILENT = {Marker.PLAIN, TimeState.EASY}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (labels.phase, Phase),
        (labels.shelf, PhaseFilter),
        (labels.level, Level),
        (labels.stage, Stage),
        (labels.prompt_type, PromptType),
        (labels.recommendation, Recommendation),
        (labels.not_observed, NotObservedReason),
        (labels.pause_cause, PauseCause),
        (labels.away_cause, PauseCause),
        (labels.away_cause, GapCause),
        (labels.marker, Marker),
        (labels.time_state, TimeState),
    ],
)
def test_every_member_has_words(words: Callable[[Any], str], kind: type[StrEnum]) -> None:
    for member in kind:
        assert bool(words(member)) == (member not in SILENT)


@pytest.mark.parametrize("kind", list(SentenceKind))
def test_every_sentence_can_be_said(kind: SentenceKind) -> None:
    bold, rest = labels.sentence(Sentence(kind, 2, ("D", "E"), (2, 4)))
    assert (bold + rest).strip().endswith(".")
    assert "{" not in bold + rest


@pytest.mark.parametrize(
    ("letters", "prompts", "said"),
    [
        ((), (), "On plan."),
        (("D",), (2,), "On plan. D comes with prompt 2."),
        (("D", "E"), (2, 4), "On plan. D and E come with prompts 2 and 4."),
        (("D", "E"), (2, 2), "On plan. D and E come with prompt 2."),
        (("A", "B", "C"), (2, 3, 4), "On plan. A, B and C come with prompts 2, 3 and 4."),
    ],
)
def test_on_plan_names_what_comes(letters: tuple[str, ...], prompts: tuple[int, ...], said: str) -> None:
    assert labels.sentence(Sentence(SentenceKind.ON_PLAN, 0, letters, prompts)) == ("", said)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.0, "00:00"), (59.9, "00:59"), (1024.0, "17:04"), (3725.0, "1:02:05"), (-5.0, "00:00")],
)
def test_clock(seconds: float, said: str) -> None:
    assert labels.clock(seconds) == said


def test_what_is_left_of_a_budget() -> None:
    assert labels.left(372.4, 720.0) == "5:48 left"
    assert labels.left(764.0, 720.0) == "0:44 over"
    assert labels.duration(4000.0) == "1:06:40"
    assert labels.minutes(450.0) == "7.5"
    assert labels.minutes(720.0) == "12"


@pytest.mark.parametrize(("per_cent", "said"), [(100, "× 1"), (125, "× 1.25"), (150, "× 1.5"), (200, "× 2")])
def test_factor(per_cent: int, said: str) -> None:
    assert labels.factor(per_cent) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Today 12:00"),
        (-1, "Yesterday 12:00"),
        (1, "Tomorrow 12:00"),
        (-4, "Thu 10 Sep"),
        (-400, "10 Aug 2025"),
    ],
)
def test_when(days: int, said: str) -> None:
    assert labels.when(NOON + timedelta(days=days), NOON) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(720, "12 min"), (7200, "2 h"), (90_000, "1 day"), (180_000, "2 days")]
)
def test_ago(seconds: int, said: str) -> None:
    assert labels.ago(timedelta(seconds=seconds)) == said


def a_row(phase: Phase, **fields: Any) -> InterviewRow:
    given: dict[str, Any] = {
        "candidate": "Ada",
        "opening": "",
        "kit": "",
        "interviewer": "Robin",
    }
    return InterviewRow("i", phase=phase, when=NOON, **{**given, **fields})


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (a_row(Phase.PREPARED), ""),
        (a_row(Phase.PREPARED, candidate=" "), "Candidate not set"),
        (a_row(Phase.PREPARED, interviewer=""), "Interviewer not set"),
        (a_row(Phase.LIVE), "Nothing lost"),
        (a_row(Phase.LIVE, place_at=NOON), "Stopped at 12:00; nothing lost"),
        (a_row(Phase.LIVE, place_at=NOON - timedelta(days=1)), "Stopped on 13 Sep; nothing lost"),
        (
            a_row(Phase.TO_REVIEW, open_letters="CE", categories=5, ended=NOON),
            "C and E to settle, 2 h since the call",
        ),
        (a_row(Phase.TO_REVIEW, open_letters="AB", categories=2), "2 categories"),
        (a_row(Phase.TO_REVIEW), "Recommendation and reason"),
        (a_row(Phase.TO_REVIEW, recommended=True), "To finalise"),
        (a_row(Phase.FINALISED), "Packet not exported"),
        (a_row(Phase.FINALISED, exported=True), ""),
    ],
)
def test_the_next_fact_that_is_missing(row: InterviewRow, said: str) -> None:
    now: datetime = NOON + timedelta(hours=2)
    assert labels.row_missing(row, now) == said


def test_steps_of_the_frame_have_titles() -> None:
    assert labels.step_title("opening") == "Opening"
    assert labels.step_title("p1", "Week three") == "Week three"
    assert labels.step_title("p1") == "p1"
    assert labels.not_observed(None) == "no reason given"
    assert labels.away_cause("comet") == "comet"
