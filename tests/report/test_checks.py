"""The section of checks: only when something was used, every state in words, over pages where it must be."""

from dataclasses import replace

import pytest

from interviewer_app.domain.kits.checklist import Polarity
from interviewer_app.domain.live.checks import CheckLine, CheckResult, FlagResult
from interviewer_app.domain.packet.summary import Summary
from interviewer_app.report import pdf
from tests.report import stories
from tests.report.test_packet import flat, pages_of, whole


def with_checks(*checks: CheckResult, flags: tuple[FlagResult, ...] = ()) -> Summary:
    return replace(stories.c_0417(), checks=checks, flags=flags)


def a_result(lines: int = 12, words: str = "A line to tick", cell: str = "") -> CheckResult:
    made = tuple(
        CheckLine(f"{words} {n}", ("claimed", "evidenced", "absent"), "evidenced", (cell, cell), 60.0 * n)
        for n in range(lines)
    )
    return CheckResult("gen-01", "marks", "Marks of production work", ("How measured", "Limit used"), made)


def test_nothing_ticked_is_nothing_printed() -> None:
    text = whole(with_checks())
    assert "Flags with their facts" not in text
    assert "Line State Set at" not in text


def test_a_flag_comes_with_sign_fact_and_time() -> None:
    text = whole(stories.c_0417())
    assert "+ GF-06 Expects bad data. Asked which embedding built Sunday’s rows. (13:10)" in text
    assert "RF-08" not in text, "a flag without a note is not printed"


def test_a_red_flag_has_its_own_sign() -> None:
    flag = FlagResult("rf-08", Polarity.RED, "Cost as an afterthought", "No figure from own work!", 1980.0)
    assert "! RF-08 Cost as an afterthought. No figure from own work! (33:00)" in whole(
        with_checks(flags=(flag,))
    )


@pytest.mark.parametrize(
    "words",
    [
        "Groundedness: what is said rests on the passages given named unprompted 29:30",
        "How measured: 200 answers, two judges. Limit used: 0.90.",
        "Latency: how long an answer takes not ticked",
        "Where the figures stood before ticked 50:30",
        "One dip, and the repair not ticked",
    ],
)
def test_every_state_is_said_in_words(words: str) -> None:
    assert words in whole(stories.c_0417())


def test_where_minutes_would_show_extra_time_shares_of_the_plan_stand() -> None:
    page = flat(" ".join(pages_of(pdf.packet(stories.c_0417(factor=125), app_version="1.0.0"))))
    part = page[page.index("Metric matrix") : page.index("Decision and record")]
    assert "29:30" not in part
    assert "%" in part


def test_a_long_list_goes_over_pages_with_its_head_again_and_loses_nothing() -> None:
    long = a_result(
        12, "A line of some length that takes more than one line of the page to say", "zebra " * 90
    )
    made = pdf.packet(with_checks(long, a_result(12), a_result(12)), app_version="1.0.0")
    pages = [flat(page) for page in pages_of(made)]
    text = " ".join(pages)
    for n in range(12):
        assert f"to say {n}" in text
    assert text.count("zebra") == 12 * 2 * 90
    assert any("Marks of production work, continued" in page for page in pages)
    for paper in pdf.PAPERS:
        assert pdf.packet(with_checks(long), app_version="1.0.0", paper=paper).data


def test_hostile_words_are_drawn_as_they_are() -> None:
    odd = a_result(2, "<b>bold</b> & \x00 🛑 مرحبا", "=SUM(A1)")
    flag = FlagResult("gf-01", Polarity.GREEN, "x" * 300, "y" * 500, 0.0)
    text = whole(with_checks(odd, flags=(flag,)))
    assert "<b>bold</b> &" in text
    assert "y" * 40 in text.replace(" ", "")


def test_the_same_checks_give_the_same_bytes_and_others_give_others() -> None:
    def data(summary: Summary) -> bytes:
        return pdf.packet(summary, app_version="1.0.0").data

    assert data(with_checks(a_result())) == data(with_checks(a_result()))
    assert data(with_checks(a_result())) != data(with_checks(a_result(cell="0.90")))
