"""The sheet of an opening: what is missing, what hinders a start, stages and days."""

from dataclasses import replace
from datetime import date

import pytest

from interviewer_app.domain.openings.opening import (
    OLD_SHEET,
    AfterHire,
    Answer,
    DataLine,
    HiringStage,
    Missing,
    Modelling,
    Need,
    Obstacle,
    OpeningSheet,
    Output,
    Picker,
    Product,
    Purpose,
    Scope,
    Targets,
    complete,
    holds_number,
    milestone,
    obstacle,
    open_days,
    stage_days,
    waiting_days,
    with_pair,
    with_tick,
)

KNOWN = DataLine(Answer.YES, "Ines")
FULL = OpeningSheet(
    picker=Picker(Output.FEATURES, Product.CHATBOT, Modelling.INTEGRATION, regulated=False),
    scope=Scope(
        goal="Handling time down by 20 per cent by June",
        purpose=Purpose.EFFICIENCY,
        sources=KNOWN,
        approved=KNOWN,
        privacy=DataLine(Answer.UNKNOWN, "Legal"),
        targets=Targets("2 minutes a ticket", "9 of 10 grounded", "half the agents", "0.03 an answer"),
        owner_after="Support platform",
        outcome="Builds and runs the assistant of the support desk.",
    ),
)


def test_a_full_sheet_lacks_nothing_and_hinders_nothing() -> None:
    assert complete(FULL) == ()
    assert obstacle(FULL) is None


def test_an_empty_sheet_lacks_everything_in_the_order_it_is_asked() -> None:
    missing = complete(OpeningSheet())
    assert missing[:5] == (
        Missing.OUTPUT,
        Missing.PRODUCT,
        Missing.MODELLING,
        Missing.REGULATED,
        Missing.GOAL,
    )
    assert Missing.GOAL_NUMBER not in missing, "one complaint about a goal is enough"
    assert set(missing) == set(Missing) - {Missing.GOAL_NUMBER, Missing.OUTCOME_LONG}


@pytest.mark.parametrize(
    ("scope", "missing"),
    [
        ({"goal": "Better support"}, Missing.GOAL_NUMBER),
        ({"goal": " "}, Missing.GOAL),
        ({"privacy": DataLine(Answer.UNKNOWN, "")}, Missing.PRIVACY),
        ({"sources": DataLine(None, "Ines")}, Missing.SOURCES),
        ({"owner_after": ""}, Missing.OWNER_AFTER),
        ({"outcome": "word " * 91}, Missing.OUTCOME_LONG),
        ({"targets": Targets("a", "b", "c", "")}, Missing.COST),
    ],
)
def test_one_thing_missing(scope: dict[str, object], missing: Missing) -> None:
    sheet = replace(FULL, scope=replace(FULL.scope, **scope))  # type: ignore[arg-type]
    assert complete(sheet) == (missing,)
    assert obstacle(sheet) is Obstacle.SCOPE
    assert obstacle(replace(sheet, waived="Urgent")) is None


def test_a_waiver_does_not_spare_the_question_what_will_be_built() -> None:
    assert obstacle(OpeningSheet(waived="Urgent")) is Obstacle.ROLE
    assert obstacle(OpeningSheet(waived="  ", picker=Picker(Output.RUNNING))) is Obstacle.SCOPE
    assert obstacle(OLD_SHEET) is None, "openings from before the sheets go on as they were"


def test_a_goal_needs_a_figure() -> None:
    assert holds_number("20 per cent less")
    assert not holds_number("much less")


def test_pairs_hold_a_key_once_and_can_be_hashed() -> None:
    pairs = with_pair(with_pair((), "sql", Need.NICE), "sql", Need.REQUIRED)
    assert pairs == (("sql", Need.REQUIRED),)
    assert with_pair(pairs, "sql", None) == ()
    assert hash(replace(FULL, skills=pairs))


def test_ticks_are_replaced_and_taken_back() -> None:
    once = with_tick(FULL, "seven", "drift", "absent", "2026-11-20T10:00:00")
    again = with_tick(once, "seven", "drift", "evidenced", "2026-11-20T11:00:00")
    assert [(t.state, t.at) for t in again.ticks] == [("evidenced", "2026-11-20T11:00:00")]
    assert with_tick(again, "seven", "drift", "", "").ticks == ()


def test_days_in_stages() -> None:
    dates = ((HiringStage.SCREEN, "2026-11-10"), (HiringStage.REQUIREMENTS, "2026-11-01"))
    sheet = replace(FULL, stages=dates)
    today = date(2026, 11, 13)
    days = stage_days(sheet, today)
    assert [(d.stage, d.days, d.now) for d in days] == [
        (HiringStage.REQUIREMENTS, 9, False),
        (HiringStage.SCREEN, 3, True),
    ]
    assert open_days(sheet, today) == 12
    assert open_days(FULL, today) is None


def test_calls_that_wait_for_scores() -> None:
    today = date(2026, 11, 20)
    assert waiting_days([date(2026, 11, 17)], today) == 0
    assert waiting_days([date(2026, 11, 17), date(2026, 11, 16)], today) == 4
    assert waiting_days([], today) == 0


def test_milestones_count_from_the_start() -> None:
    assert milestone(AfterHire(starts="2027-01-04"), 30) == date(2027, 2, 3)
    assert milestone(AfterHire(), 30) is None
