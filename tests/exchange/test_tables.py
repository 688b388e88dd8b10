"""The CSV table, read back as a spreadsheet would."""

import csv
import io
from dataclasses import replace

import pytest

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.exchange import tables
from tests.builders import a_moment, an_interview, an_opening
from tests.full_builders import a_full_interview


def rows(*interviews: Interview, show_minutes: bool = True) -> list[dict[str, str]]:
    """The table as dictionaries by head."""
    pairs = [(summarise(i, a_moment(9_000.0), show_minutes=show_minutes), i.phase) for i in interviews]
    text = b"".join(tables.csv_lines(pairs)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_each_under_the_same_heads() -> None:
    table = rows(an_interview(Phase.FINALISED), an_interview(Phase.TO_REVIEW, "i2"))
    assert [row["id"] for row in table] == ["i1", "i2"]
    assert tuple(table[0]) == tables.COLUMNS
    assert table[0]["phase"] == "finalised"
    assert table[0]["started"].startswith("2026-09-14T13:")


def test_a_spreadsheet_knows_it_by_its_first_bytes() -> None:
    assert next(tables.csv_lines([])).startswith(b"\xef\xbb\xbfid,")


def test_scores_not_observed_and_open_stay_apart() -> None:
    done, waiting = rows(an_interview(Phase.FINALISED), an_interview(Phase.TO_REVIEW))
    assert (done["score_A"], done["score_C"], done["score_D"]) == ("3", "not observed", "")
    assert (waiting["score_A"], waiting["score_C"]) == ("3", "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n-1", "\ufeff=1"])
def test_what_looks_like_a_formula_is_disarmed(text: str) -> None:
    assert tables.safe(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Ada", "3", "a=b", "2026-11-20", "Ada - Lovelace", "  "])
def test_what_does_not_is_left_alone(text: str) -> None:
    assert tables.safe(text) == text


def test_every_cell_a_person_can_fill_is_disarmed() -> None:
    [row] = rows(an_interview(candidate="=cmd|' /C calc'!A0", opening=an_opening(title="@here")))
    assert row["candidate"] == "'=cmd|' /C calc'!A0"
    assert row["opening"] == "'@here"


def test_quotes_commas_and_line_ends_survive() -> None:
    name = 'Ann "A", the\r\nfirst; 李'
    [row] = rows(replace(an_interview(), candidate=name))
    assert row["candidate"] == name


def test_where_extra_time_must_not_show_minutes_are_left_out() -> None:
    [row] = rows(an_interview(Phase.FINALISED), show_minutes=False)
    assert row["planned_minutes"] == row["actual_minutes"] == ""


@pytest.mark.parametrize("phase", [Phase.PREPARED, Phase.LIVE, Phase.TO_REVIEW])
def test_no_total_is_given_before_all_is_settled(phase: Phase) -> None:
    [row] = rows(an_interview(phase))
    assert row["total_low"] == row["total_high"] == row["total_top"] == ""
    [done] = rows(an_interview(Phase.FINALISED))
    assert (done["total_low"], done["total_high"], done["total_top"]) == ("9", "14", "20")


@pytest.mark.parametrize(
    "text",
    ["\xa0=1", "\u2003=1", "\u200b=1", "\x0b=1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)"],
)
def test_what_a_spreadsheet_may_take_for_a_formula_all_the_same_is_disarmed(text: str) -> None:
    assert tables.safe(text) == "'" + text


def test_flags_and_lists_stand_in_columns_of_their_own() -> None:
    (row,) = rows(a_full_interview())
    assert row["flags"] == "gf-01 (green): named the ordér"
    assert row["checks"] == "p1 marks: Rollback: claimed"
    (untouched,) = rows(an_interview(Phase.FINALISED))
    assert (untouched["flags"], untouched["checks"]) == ("", "")
