"""The sums behind the prompts of com, wrk, gov, sen and pra: what a text says is what comes out."""

import datetime as dt
import math
import re
from typing import Any

import pytest

from tests.kits.wording import asked, fact, prompts, says, sums

PROMPTS = prompts()


# -- communication and working together ------------------------------------------------------------


def test_dana_wants_it_off() -> None:
    says(asked("com-01"), "50,000 orders and hold 2,000", "600", "180 dollars", "1,400", "210", "60 dollars")
    assert 600 + 1_400 == 2_000
    says(sums("com-01"), "600 x 180 = 108,000", "210 x 60 = 12,600", "1,400 of 2,000, which is 2.8 per cent")
    assert (600 * 180, 210 * 60, 100 * 1_400 / 2_000, 100 * 1_400 / 50_000) == (108_000, 12_600, 70, 2.8)


def test_make_it_smarter() -> None:
    says(asked("com-02"), "9,000 claims", "1,350", "three and a half days")
    says(sums("com-02"), "1,350 of 9,000 is 15 per cent", "0.85 x 10.5 + 0.15 x 14 = 11.0")
    assert 1_350 / 9_000 == 0.15
    assert 14 - 10.5 == 3.5
    assert round(0.85 * 10.5 + 0.15 * 14, 1) == 11.0
    says(sums("com-02"), "takes 0.26 days off; even perfect routing takes off 0.5", "24,300", "12,150")
    assert (round(0.075 * 3.5, 2), round(0.15 * 3.5, 1)) == (0.26, 0.5)
    assert (18 * 1_350, 18 * 1_350 / 2) == (24_300, 12_150)


def test_from_a_wish_to_endpoints() -> None:
    says(
        asked("com-05"), "340 suppliers, 5,200 order lines", "14 planners", "Eight lines in a hundred", "700"
    )
    says(sums("com-05"), "416 late lines, 291,200", "worth 420", "90 / 420 = 0.21")
    assert (0.08 * 5_200, 416 * 700, 0.6 * 700, round(90 / 420, 2)) == (416, 291_200, 420, 0.21)
    says(sums("com-05"), "250 caught, 832 warnings, 2.8 a planner on each of 21 days")
    assert (round(0.6 * 416), round(0.6 * 416 / 0.3), round(832 / 14 / 21, 1)) == (250, 832, 2.8)


def test_month_four() -> None:
    says(asked("wrk-03"), "420 hours", "14 alarms a week, 9", "3,800 to 5,300", "11 small fixes")
    says(
        sums("wrk-03"),
        "64 per cent",
        "1,500 dollars, 39 per cent",
        "11,760 a month; less 5,300, that leaves 6,460",
    )
    assert (round(100 * 9 / 14), 5_300 - 3_800, round(100 * 1_500 / 3_800)) == (64, 1_500, 39)
    assert (420 * 28, 420 * 28 - 5_300) == (11_760, 6_460)
    says(sums("wrk-03"), "5.8 hours a week", "13.8 hours: about a third")
    assert round(14 * 25 / 60, 1) == 5.8
    assert round(13.8 / 40, 1) == 0.3
    assert "12 per cent" in fact("wrk-03", "f3")
    assert "growth explains 12 points of 39" in PROMPTS["wrk-03"]["strong"][3]


# -- governance and senior -------------------------------------------------------------------------


def test_why_did_it_say_that_in_february() -> None:
    says(
        sums("gov-01"),
        "about 240 days",
        "kept 180 days is gone",
        "60 refusals confirmed in 14 minutes is 14 s",
    )
    assert (dt.date(2026, 10, 15) - dt.date(2026, 2, 15)).days == pytest.approx(240, abs=5)
    assert 14 * 60 / 60 == 14


def test_ten_minutes_each_quarter() -> None:
    says(
        asked("gov-03"), "99.3 per cent", "99.5", "78 per cent", "6 per cent a month", "42,000", "15 per cent"
    )
    says(sums("gov-03"), "2,190 hours: 0.7 per cent down is 15.3 hours, 0.5 would have been 11")
    hours = 365 * 24 / 4
    assert (hours, round(0.007 * hours, 1), round(0.005 * hours)) == (2_190, 15.3, 11)
    says(sums("gov-03"), "100 in 4.3 months, since 1.06^4.3 = 1.28", "6,300, so 48,300", "leaves three")
    assert (round(math.log(100 / 78) / math.log(1.06), 1), round(1.06**4.3, 2)) == (4.3, 1.28)
    assert (0.15 * 42_000, 42_000 + 6_300, 9 - 6) == (6_300, 48_300, 3)
    assert pytest.approx(10, abs=1) == 52 / 12 * 4.3 - 8
    says(sums("gov-03"), "1.1 per cent of the test are worth some 81,000", "within about ten weeks")
    assert round(310_000 * 1.1 / 4.2, -3) == 81_000


def test_phase_it() -> None:
    says(
        asked("sen-01"),
        "44 weeks",
        "46 weeks, worth 20,000",
        "30 weeks, 14,000",
        "52 weeks, 31,000",
        "24 weeks",
    )
    says(
        sums("sen-01"),
        "88 weeks; less a fifth, 70",
        "24 + 46 = 70",
        "54 and leave 16",
        "152",
        "176 weeks, 141",
    )
    says(sums("sen-01"), "A third longer, base and search are 93")
    assert round((24 + 46) * 4 / 3) == 93
    assert (2 * 44, round(0.8 * 88), 24 + 46, 24 + 30, 70 - 54) == (88, 70, 70, 54, 16)
    assert (24 + 46 + 30 + 52, 4 * 44, round(0.8 * 176)) == (152, 176, 141)
    says(sums("sen-01"), "search 435 dollars, assistant 467, forecasts 596")
    assert [round(worth / weeks) for worth, weeks in ((20_000, 46), (14_000, 30), (31_000, 52))] == [
        435,
        467,
        596,
    ]


def test_the_region_is_gone() -> None:
    says(
        asked("sen-02"),
        "10:20",
        "1,500 orders an hour",
        "a fifth of the capacity",
        "four minutes",
        "night at two",
    )
    says(sums("sen-02"), "is 100 orders", "8 hours 20", "takes 7,200 seconds: the whole two hours")
    assert 1_500 * 4 / 60 == 100
    assert dt.timedelta(hours=10, minutes=20) - dt.timedelta(hours=2) == dt.timedelta(hours=8, minutes=20)
    assert 1.8e12 / 250e6 == 7_200 == 2 * 3600
    says(sums("sen-02"), "load at 60 per cent of the main region’s: one order in three")
    assert round(0.2 / 0.6, 3) == round(1 / 3, 3)
    assert "about 2,500 dollars an hour" in PROMPTS["sen-02"]["strong"][4]
    assert round(1_500 * 0.012 * 140, -2) == 2_500


# -- practical tasks -------------------------------------------------------------------------------


def test_small_api_sheet_agrees_with_its_own_rules() -> None:
    says(sums("pra-01"), "20, 20 and 11", "12 rooms x 8 hours / 15 minutes is 384")
    assert (20 + 20 + 11, 12 * 8 * 60 / 15) == (51, 384)
    [sheet] = PROMPTS["pra-01"]["materials"]
    taken: list[tuple[str, dt.datetime, dt.datetime]] = []
    verdicts = []
    tries = re.findall(r"^ +(r\d\d) +(\S+?)T(\S+) to (\S+) +(accepted|refused)", sheet, re.MULTILINE)
    for room, day, start, end, verdict in tries:
        booked = (
            room,
            dt.datetime.fromisoformat(f"{day}T{start}"),
            dt.datetime.fromisoformat(f"{day}T{end}"),
        )
        verdicts.append(verdict)
        fits = allowed(booked, taken)
        assert fits == (verdict == "accepted"), booked
        taken += [booked] if fits else []
    assert verdicts == ["accepted", "accepted", "refused", "refused", "refused"]


def allowed(
    booked: tuple[str, dt.datetime, dt.datetime], taken: list[tuple[str, dt.datetime, dt.datetime]]
) -> bool:
    """The rules of the sheet."""
    room, start, end = booked
    known = room in {f"r{n:02}" for n in range(1, 13)}
    right = dt.timedelta(minutes=15) <= end - start <= dt.timedelta(hours=8)
    free = all(other != room or end <= begun or start >= ended for other, begun, ended in taken)
    return known and right and free


def test_the_stub_does_what_its_sheet_says() -> None:
    says(sums("pra-02"), "5 answers a second for a core; four at once on four cores, 20", "300 waiting")
    assert (1 / 0.2, 4 / 0.2, (10 - 5) * 60) == (5, 20, 300)
    source = PROMPTS["pra-02"]["materials"][1]
    assert "until = time.thread_time() + 0.2" in source
    stub: dict[str, Any] = {}
    exec(compile(source.replace("+ 0.2", "+ 0"), "stub.py", "exec"), stub)  # noqa: S102
    failed = 0
    for number in range(2_000):
        try:
            label, score = stub["predict"](f"letter {number}")
        except stub["ModelError"]:
            failed += 1
        else:
            assert label in stub["LABELS"]
            assert 0.5 <= score <= 1
    assert 20 <= failed <= 60  # one in fifty, give or take
    assert stub["predict"]("letter 1") == stub["predict"]("letter 1")
    with pytest.raises(ValueError, match="empty"):
        stub["predict"]("  ")


def test_three_small_services() -> None:
    says(asked("pra-03"), "30,000 applications", "seven in ten between eight and ten")
    says(sums("pra-03"), "21,000 in 7,200 seconds: 2.9 a second", "2.3 workers busy", "1 hour 40 minutes")
    rate = 21_000 / 7_200
    assert (round(rate, 1), round(rate * 0.8, 1), 30_000 / 5 / 60) == (2.9, 2.3, 100)
    says(sums("pra-03"), "leaves 10,500 waiting; four workers do 5 a second, so 3,000 are left at ten")
    assert (rate * 3600, 4 / 0.8) == (10_500, 5)
    left = 10_500 - (5 - rate) * 3600
    assert round(left) == 3_000
    assert round(left / 5 / 60) == 10
