"""The JSON record and its schema keep each other honest."""

import json
from dataclasses import replace
from typing import Any

import pytest

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.exchange import demo, records
from tests.builders import a_kit, a_moment, an_interview
from tests.exchange.schema import errors, schema
from tests.full_builders import a_full_interview


def made(interview: Interview, *, show_minutes: bool = True) -> dict[str, Any]:
    """The record as another program would read it."""
    summary = summarise(interview, a_moment(9_000.0), show_minutes=show_minutes)
    read: dict[str, Any] = json.loads(records.to_json(summary, interview.phase))
    return read


@pytest.mark.parametrize("phase", list(Phase))
def test_an_interview_of_every_phase_fits_the_schema(phase: Phase) -> None:
    record = made(an_interview(phase))
    assert errors(record) == []
    assert record["phase"] == phase
    assert record["draft"] is (phase is not Phase.FINALISED)


def test_an_interview_with_everything_fits_the_schema() -> None:
    assert errors(made(a_full_interview())) == []


def test_made_up_interviews_fit_the_schema() -> None:
    for interview in demo.made_up(40, 1, a_kit()):
        assert errors(made(interview)) == []


def test_the_checker_finds_what_is_wrong() -> None:
    record = made(an_interview(Phase.FINALISED))
    record["categories"][0]["score"] = 6
    record["record_hash"] = "short"
    record["surprise"] = 1
    del record["times"]["unit"]
    assert len(errors(record)) == 4


def test_the_schema_says_what_every_part_must_have() -> None:
    def required(rule: dict[str, Any]) -> None:
        if rule.get("type") == "object" and "properties" in rule:
            assert sorted(rule["required"]) == sorted(rule["properties"])
        for part in (*rule.get("properties", {}).values(), rule.get("items")):
            if part:
                required(part)

    required(schema())


def test_the_three_states_of_a_category_stay_apart() -> None:
    by_letter = {c["letter"]: c for c in made(an_interview(Phase.TO_REVIEW))["categories"]}
    assert (by_letter["A"]["state"], by_letter["A"]["score"]) == ("scored", 3)
    assert (by_letter["C"]["state"], by_letter["C"]["score"]) == ("open", None)
    last = made(an_interview(Phase.FINALISED))["categories"][-1]
    assert (last["state"], last["score"], last["reason"]) == ("not_observed", None, "out_of_time")


def test_notes_come_with_time_marker_and_words_apart() -> None:
    record = made(an_interview(Phase.FINALISED))
    first = record["notes"][0]
    assert first["marker"] == "said"
    assert first["text"] == "We would shed load before we queue it"
    assert first["categories"] == ["A"]
    assert first["cited_for"] == ["A", "B"]
    assert {n["marker"] for n in record["notes"]} == {"said", "for", "against", "unknown", "help", "plain"}
    assert first["id"] in record["categories"][0]["cited"]


def test_where_extra_time_must_not_show_no_seconds_are_given() -> None:
    interview = an_interview(Phase.FINALISED)
    open_, hidden = made(interview), made(interview, show_minutes=False)
    assert open_["times"]["unit"] == "seconds"
    assert hidden["times"]["unit"] == "share_of_plan"
    assert hidden["times"]["ended"] is None
    assert hidden["times"]["planned"] == 1
    whole = open_["times"]["planned"]
    shares = [note["t"] / whole for note in open_["notes"]]
    assert [note["t"] for note in hidden["notes"]] == pytest.approx(shares, abs=6e-6)
    assert errors(hidden) == []


def test_the_same_interview_gives_the_same_bytes() -> None:
    summary = summarise(an_interview(Phase.FINALISED), a_moment(9_000.0))
    later = summarise(an_interview(Phase.FINALISED), a_moment(99_000.0))
    assert records.to_json(summary, Phase.FINALISED) == records.to_json(later, Phase.FINALISED)


def test_any_name_can_be_written() -> None:
    record = made(an_interview(candidate="Žofie \u202e <b> 😀 \x00"))
    assert record["candidate"].startswith("Žofie")


@pytest.mark.parametrize("phase", [Phase.LIVE, Phase.TO_REVIEW])
def test_no_total_is_given_before_all_is_settled(phase: Phase) -> None:
    assert made(an_interview(phase))["total"] is None
    assert made(an_interview(Phase.FINALISED))["total"]["low"] == 9


def test_what_was_ticked_and_noted_is_in_the_record() -> None:
    record = made(a_full_interview())
    assert errors(record) == []
    (check,) = record["checks"]
    assert (check["step"], check["list"], check["columns"]) == ("p1", "marks", ["How measured"])
    assert [line["state"] for line in check["lines"]] == ["", "claimed"]
    assert check["lines"][1]["cells"] == ["by hand"]
    (flag,) = record["flags"]
    assert (flag["id"], flag["polarity"], flag["note"]) == ("gf-01", "green", "named the ordér")
    untouched = made(an_interview(Phase.FINALISED))
    assert (untouched["checks"], untouched["flags"]) == ([], [])


def test_times_of_ticks_are_shares_where_extra_time_must_not_show() -> None:
    plain = replace(a_full_interview(), factor=100)
    assert made(plain)["checks"][0]["lines"][1]["t"] == 71.0
    record = made(plain, show_minutes=False)
    share = 71.0 / made(plain)["times"]["planned"]
    assert record["checks"][0]["lines"][1]["t"] == pytest.approx(share, abs=6e-6)
    assert 0 < record["flags"][0]["t"] < 1
