"""The sums behind the prompts of fit, del, dat, prd and cst: what a text says is what comes out."""

import calendar
import datetime as dt
import math
import tomllib
from typing import Any

import pytest

from interviewer_app.kits import library

FAMILIES = ("fit", "del", "dat", "prd", "cst")
WRITTEN = {"fit": 4, "del": 4, "dat": 5, "prd": 11, "cst": 2}


def texts() -> dict[str, dict[str, Any]]:
    """Every prompt of these families as it is spelt in its file, single line breaks as spaces."""
    found: dict[str, dict[str, Any]] = {}
    for path in library.shipped_paths():
        if path.stem.removeprefix("prompts-") in FAMILIES:
            for prompt in tomllib.loads(path.read_text(encoding="utf-8"))["prompts"]:
                found[prompt["id"]] = prompt
    return found


PROMPTS = texts()


def asked(prompt_id: str) -> str:
    return " ".join(PROMPTS[prompt_id]["candidate_text"].split())


def sums(prompt_id: str) -> str:
    return " ".join(PROMPTS[prompt_id]["interviewer_notes"].split())


def fact(prompt_id: str, fact_id: str) -> str:
    return " ".join(f["text"] for f in PROMPTS[prompt_id]["facts"] if f["id"] == fact_id)


def moment(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)  # type: ignore[arg-type, misc]


def says(text: str, *parts: str) -> None:
    for part in parts:
        assert part in text


# -- every prompt ----------------------------------------------------------------------------------


def test_the_families_are_complete() -> None:
    ids = {f"{family}-{n:02}" for family, count in WRITTEN.items() for n in range(1, count + 1)}
    assert set(PROMPTS) == ids


@pytest.mark.parametrize("prompt_id", sorted(PROMPTS))
def test_every_prompt_is_written_out(prompt_id: str) -> None:
    found = PROMPTS[prompt_id]
    assert 1 <= len(found["short"]) <= 16
    assert 80 <= len(asked(prompt_id)) <= 900
    assert asked(prompt_id)[-1] in ".?"
    assert len(found["strong"]) >= 5
    assert len(found["weak"]) >= 5
    assert len(found["facts"]) >= 3
    assert len(found["probes"]) >= 5
    assert [probe.get("assist", False) for probe in found["probes"]].count(True) == 1
    assert found["probes"][-1]["assist"]
    assert all(probe["purpose"] for probe in found["probes"])
    assert "Where evidence goes." in found["interviewer_notes"]
    assert found["covers"]
    assert found["roles"]
    assert found["topics"]


@pytest.mark.parametrize("prompt_id", sorted(PROMPTS))
def test_evidence_goes_to_the_categories_of_the_prompt(prompt_id: str) -> None:
    where = sums(prompt_id).split("Where evidence goes. ")[1]
    assert [letter for letter in "ABCDE" if f"{letter}: " in where] == sorted(
        PROMPTS[prompt_id]["categories"]
    )


@pytest.mark.parametrize("prompt_id", sorted(PROMPTS))
def test_a_probe_asks_one_thing(prompt_id: str) -> None:
    for probe in PROMPTS[prompt_id]["probes"]:
        assert probe["text"].count("?") <= 1
        assert not probe["text"].lower().startswith(("isn't", "don't you", "wouldn't", "do you know "))


def test_backend_prompts_carry_the_topic() -> None:
    tagged = {prompt_id for prompt_id, found in PROMPTS.items() if "backend" in found["topics"]}
    assert tagged == {"prd-04", "prd-05", "prd-06", "prd-07", "prd-08", "prd-10"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("prd-01", "dat-05"),
        ("prd-06", "prd-07"),
        ("prd-04", "prd-05"),
        ("dat-02", "del-04"),
        ("del-03", "cst-01"),
        ("dat-03", "dat-04"),
    ],
)
def test_parallel_prompts_can_stand_in_for_each_other(one: str, other: str) -> None:
    assert PROMPTS[other]["form_b_of"] == one
    assert PROMPTS[one]["minutes"] == PROMPTS[other]["minutes"]
    assert set(PROMPTS[one]["categories"]) == set(PROMPTS[other]["categories"])


# -- sums ------------------------------------------------------------------------------------------


def test_the_stand_in_for_our_job_is_short_enough() -> None:
    assert len(fact("fit-03", "f1").removeprefix("Stand-in: ").split()) <= 90


def test_from_a_notebook_to_a_service() -> None:
    says(
        asked("fit-04"),
        "2,000 sales leads",
        "25 minutes",
        "Monday the 30th",
        "Wednesday the 11th",
        "thirteen",
    )
    wednesday, monday = dt.date(2026, 11, 11), dt.date(2026, 11, 30)
    assert (wednesday.weekday(), monday.weekday()) == (calendar.WEDNESDAY, calendar.MONDAY)
    days = [wednesday + dt.timedelta(n) for n in range((monday - wednesday).days)]
    assert sum(day.weekday() < calendar.SATURDAY for day in days) == 13
    says(sums("fit-04"), "0.75 seconds each", "40 new leads a day would take 30 seconds")
    assert 25 * 60 / 2000 == 0.75
    assert 40 * 0.75 == 30
    says(sums("fit-04"), "30 of the top 200 were won, 15 per cent; 90 of the other 1,800, 5 per cent")
    assert (30 / 200, 90 / 1800, (30 + 90) / 2000) == (0.15, 0.05, 0.06)
    says(fact("fit-04", "f1"), "30 of the 200", "90 of the other 1,800")


def test_two_models_two_bills() -> None:
    says(asked("del-03"), "91.2 per cent", "90 cents per 1,000", "92.6 per cent", "6.40 dollars per 1,000")
    says(asked("del-03"), "3 million messages a month", "35 cents")
    errors = 3_000_000 * (926 - 912) // 1000
    says(
        sums("del-03"),
        "42,000 fewer errors, worth 14,700 dollars",
        "5.50 more per 1,000, so 16,500",
        "by 1,800",
    )
    assert (errors, errors * 35 / 100, 3000 * 5.5) == (42_000, 14_700, 16_500)
    assert 16_500 - 14_700 == 1_800
    says(sums("del-03"), "39.3 cents an error", "5.80 per 1,000")
    assert round(100 * 16_500 / errors, 1) == 39.3
    assert round(0.90 + 14_700 / 3000, 2) == 5.80
    says(
        sums("del-03"),
        "least certain 600,000 costs 3,840 and saves 36,000 errors, 12,600 dollars: 8,760 better",
    )
    assert 3_000_000 / 5 == 600_000
    assert round(600 * 6.40) == 3_840
    assert 36_000 * 35 / 100 - 3_840 == 8_760
    says(sums("del-03"), f"{240 + 900:,} ms")
    says(fact("del-03", "f1"), "2,000 messages", "1,824", "1,852")
    assert (round(0.912 * 2000), round(0.926 * 2000), 1852 - 1824) == (1824, 1852, 28)
    gap = 1.96 * math.sqrt(0.912 * 0.088 / 2000 + 0.926 * 0.074 / 2000)
    assert round(100 * gap, 1) == 1.7


def test_excellent_on_tuesday() -> None:
    says(asked("dat-02"), "0.97", "0.71", "240,000 rows", "500 customers")
    says(
        sums("dat-02"), "26 points", "11 with the ticket column", "12 with the random division", "3 are left"
    )
    assert [round(100 * step) for step in (0.97 - 0.71, 0.97 - 0.86, 0.86 - 0.74, 0.74 - 0.71)] == [
        26,
        11,
        12,
        3,
    ]
    says(fact("dat-02", "f4"), "20,000 customers, 12 rows each")
    assert 240_000 / 20_000 == 12
    says(sums("dat-02"), "7 customers in 100", "0.069")
    assert round(0.8**12 + 0.2**12, 3) == 0.069
    says(fact("dat-02", "f7"), "1,000 customers called so far")
    assert 2 * 500 == 1000


def test_late_and_half_empty() -> None:
    says(
        asked("dat-03"),
        "60,000 customers",
        "02:00",
        "05:10",
        "18 per cent",
        "half a per cent",
        "08:00",
        "40 agents",
    )
    says(sums("dat-03"), "10,800 rows without postcode, against 300")
    assert (0.18 * 60_000, 0.005 * 60_000) == (10_800, 300)
    arrival, calls = moment(2026, 11, 19, 5, 10), moment(2026, 11, 19, 8, 0)
    work = dt.timedelta(minutes=35 + 20)
    says(sums("dat-03"), "06:05", "nearly two hours", "latest start is 07:05")
    assert f"{arrival + work:%H:%M} {calls - work:%H:%M}" == "06:05 07:05"
    assert dt.timedelta(hours=1, minutes=45) < calls - arrival - work < dt.timedelta(hours=2)
    says(sums("dat-03"), "2,000 calls a day: 6,000 on Thursday, Friday and Monday")
    assert 3 * 40 * 50 == 6_000


def test_rebuild_the_march_model() -> None:
    says(asked("dat-04"), "412.36 euros", "14 months ago, on 12 March of last year", "middle of May")
    says(sums("dat-04"), "412.36 less 409.80 is 2.56, which at 0.64 a point is exactly 4 points")
    assert round(412.36 - 409.80, 2) == 2.56
    assert pytest.approx(2.56) == 4 * 0.64
    may, march = dt.date(2026, 5, 15), dt.date(2025, 3, 12)
    assert (may.year - march.year) * 12 + may.month - march.month == 14
    assert dt.date(2025, 4, 15) > march  # how far 13 months of backups reach back


def test_nothing_is_red() -> None:
    before, now = 0.22 * 87 + 0.78 * 96, 0.47 * 83 + 0.53 * 96
    mix_alone = 0.47 * 87 + 0.53 * 96
    says(asked("dat-05"), "only 90 per cent", "94", "22 to 47 per cent", "45 days", "300 a day", "20 May")
    assert (round(before), round(now)) == (94, 90)
    says(sums("dat-05"), "alone would give 91.8: 2.25 points are the mix, 1.88 the app, 4.1 in all")
    assert [round(part, 2) for part in (before - mix_alone, mix_alone - now)] == [2.25, 1.88]
    assert (round(mix_alone, 1), round(before - now, 1)) == (91.8, 4.1)
    says(sums("dat-05"), "38 at 77 and 62 at 87 make 83")
    assert round(0.38 * 77 + 0.62 * 87) == 83
    says(sums("dat-05"), "loans of 5 April", "13,500 loans", "4 July")
    today, delay = dt.date(2026, 5, 20), dt.timedelta(days=45)
    assert (today - delay, today + delay) == (dt.date(2026, 4, 5), dt.date(2026, 7, 4))
    assert (45 * 300, 0.04 * 300) == (13_500, 12)
    says(sums("dat-05"), "141 app loans a day, 38 per cent of them 54, at 54 per cent approved are some 100")
    assert (round(0.47 * 300), round(0.38 * 141), round(0.38 * 141 / 0.54, -1)) == (141, 54, 100)
    assert any("1,680 euros" in line for line in PROMPTS["dat-05"]["strong"])
    assert 12 / 5 * 700 == 1_680


def test_friday_afternoon() -> None:
    says(asked("prd-04"), "15:00", "16:40", "3 per cent", "1,800 rows")
    says(
        sums("prd-04"),
        "1,800 rows in 100 minutes is 18 a minute",
        "54 wrong rows so far, 41 too high and 13 too low",
    )
    assert (100, 1800 / 100, 0.03 * 1800, 41 + 13) == (16 * 60 + 40 - 15 * 60, 18, 54, 54)
    says(sums("prd-04"), "32 more for each further hour", "17:20 at the earliest", "some 20 more")
    assert round(0.03 * 18 * 60) == 32
    assert 16 * 60 + 40 + 25 + 15 == 17 * 60 + 20
    assert 20 <= 0.03 * 18 * 40 < 22
    left = moment(2026, 11, 23, 9) - moment(2026, 11, 20, 16, 40)
    says(sums("prd-04"), "64 hours 20 minutes at 6 a minute are 23,160 rows, 695 of them wrong")
    minutes = left.total_seconds() / 60
    assert (minutes, minutes * 6, round(0.03 * minutes * 6)) == (64 * 60 + 20, 23_160, 695)
    assert any("other 1,746" in line for line in PROMPTS["prd-04"]["strong"])
    assert 1800 - 54 == 1746


def test_old_and_new_side_by_side() -> None:
    says(
        asked("prd-05"),
        "1.2 million searches a day",
        "4 searches in 100",
        "2.5 per cent more purchases",
    )
    assert sum((40, 25, 15, 12, 6, 2)) == 100
    assert round(0.04 * 0.025, 6) == 0.001
    needed = 16 * 0.04 * 0.96 / 0.001**2
    says(sums("prd-05"), "614,000", "480,000 a day", "2.6 days, at 5 per cent 25.6", "24,000: 51 days")
    assert round(needed, -3) == 614_000
    largest, smallest = 0.40 * 1_200_000, 0.02 * 1_200_000
    assert (largest, smallest) == (480_000, 24_000)
    assert [round(needed / (share * largest), 1) for share in (0.5, 0.05)] == [2.6, 25.6]
    assert round(needed / (0.5 * smallest)) == 51
    says(sums("prd-05"), "3.2 and 1.1 GB are 4.3 of the 5 free")
    assert round(3.2 + 1.1, 1) == 4.3
    assert 300_000 * 10 == 3_000_000


def test_twelve_thousand_duplicates() -> None:
    says(asked("prd-06"), "12,000 invoices", "100 of 100", "9,000")
    says(sums("prd-06"), "100 / 34 is 2.9 requests a second", "24,000 took 2 hours 16 minutes", "up to 1,765")
    rate = 100 / 34
    assert round(rate, 1) == 2.9
    assert dt.timedelta(seconds=2 * 12_000 / rate) == dt.timedelta(hours=2, minutes=16)
    assert round(600 * rate) == 1_765
    says(sums("prd-06"), "0.2 seconds only, the same pool bears 500 a second", "The 44 pairs")
    assert 100 / 0.2 == 500
    assert round(30 * rate / 2) == 44


def test_two_dashboards() -> None:
    says(asked("prd-07"), "18,420", "17,655", "25 minutes behind")
    says(sums("prd-07"), "765, which is half an hour of picking at 1,530")
    assert 18_420 - 17_655 == 765 == 1_530 / 2
    backlog = (110 - 60) * 30 * 60
    says(
        sums("prd-07"),
        "90,000 waiting",
        "1,500 seconds, 25 minutes",
        "20 a second are worked off: clear again at 13:15",
    )
    assert (backlog, backlog / 60, backlog / 60 / 60) == (90_000, 1_500, 25)
    clear = moment(2026, 11, 20, 12) + dt.timedelta(seconds=backlog / (60 - 40))
    assert f"{clear:%H:%M}" == "13:15"
    says(sums("prd-07"), "14 double orders at 260 euros are 3,640")
    assert 14 * 260 == 3_640


def test_you_inherit_the_prototype() -> None:
    says(asked("prd-08"), "three weeks", "30 days of work between you", "60 invited customers")
    assert 2 * 3 * 5 == 30
    says(sums("prd-08"), "1 + 2 + 6 + 4 + 5 + 2 + 4 + 3 + 12 = 39", "it is 27, with 3 to spare")
    assert (1 + 2 + 6 + 4 + 5 + 2 + 4 + 3 + 12, 39 - 30, 39 - 12, 30 - 27) == (39, 9, 27, 3)
    told = fact("prd-08", "f2") + fact("prd-08", "f3")
    says(
        told,
        "out 1,",
        "code 2,",
        "Marta 6,",
        "alarms 4.",
        "path 5,",
        "test 2,",
        "back 4,",
        "running it 3,",
        "code 12.",
    )
    says(sums("prd-08"), "60 of 4,000 rows, 1.5 per cent")
    assert 60 / 4000 == 0.015


def test_fail_small() -> None:
    says(asked("prd-10"), "ten seconds", "40 orders a second", "30 per cent", "120 workers")
    late, quick = 40 * 30 // 100, 40 * 70 // 100
    says(
        sums("prd-10"),
        "12 orders a second wait ten seconds: 120 workers",
        "28 at 0.4 seconds need 11 more, 131",
    )
    assert (late * 10, round(quick * 0.4), late * 10 + round(quick * 0.4)) == (120, 11, 131)
    says(sums("prd-10"), "it is 9.6 and 11.2, together 21")
    assert [round(n, 1) for n in (late * 0.8, quick * 0.4)] == [9.6, 11.2]
    assert round(9.6 + 11.2) == 21
    says(
        sums("prd-10"),
        "43,200 orders go unscored",
        "216",
        "130",
        "18,144",
        "8,640 orders at 9 dollars: 77,760",
    )
    unscored = late * 3600
    fraud = unscored / 200
    assert (unscored, fraud, round(0.6 * fraud), round(0.6 * fraud * 140)) == (43_200, 216, 130, 18_144)
    assert (unscored / 5, unscored / 5 * 9) == (8_640, 77_760)


def test_the_provider_moved() -> None:
    says(
        asked("prd-11"), "60,000 requests a day", "21 days", "9 per cent longer", "two requests in a hundred"
    )
    says(sums("prd-11"), "9 per cent more on 220 words is 240", "1.2 million words more", "9.60 a day")
    assert round(1.09 * 220) == 240
    assert 60_000 * (240 - 220) == 1_200_000
    assert round(1.2 * 8, 2) == 9.60
    says(sums("prd-11"), "1,200 requests a day", "80 hours", "2,400 a day", "92.0 against 90.4")
    assert (0.02 * 60_000, 1200 * 4 / 60, 80 * 30) == (1_200, 80, 2_400)
    assert (100 * 460 / 500, 100 * 452 / 500) == (92.0, 90.4)
    chance = 1.96 * math.sqrt(0.92 * 0.08 / 500 + 0.904 * 0.096 / 500)
    assert 100 * chance > 92.0 - 90.4


def test_the_bill_tripled() -> None:
    says(asked("cst-01"), "4,100 dollars", "13,600", "12 per cent", "nine days")
    calls, questions = 800_000, 459_200
    says(sums("cst-01"), "410,000 calls at 1.0 cent are 4,100; 800,000 at 1.7 are 13,600")
    assert (410_000 / 100, calls * 17 / 1000) == (4_100, 13_600)
    assert round(410_000 * 1.12) == questions
    says(sums("cst-01"), "459,200 questions, 4,592 dollars", "510 a day", "1,511 now")
    assert (questions / 100, round(4_592 / 9), round(13_600 / 9)) == (4_592, 510, 1_511)
    price = [tokens * 2.50 / 1e6 + 400 * 10 / 1e6 for tokens in (2_400, 5_200)]
    assert [round(100 * each, 1) for each in price] == [1.0, 1.7]
    assert questions + 220_800 + 120_000 == calls
    parts = [4_592 - 4_100, questions * 0.7 / 100, 220_800 * 1.7 / 100, 120_000 * 1.7 / 100]
    says(
        sums("cst-01"), "Of the 9,500 more, 492 are traffic, 3,214", "3,754 repeats", "2,040 the test account"
    )
    assert [round(part) for part in parts] == [492, 3_214, 3_754, 2_040]
    assert sum(parts) == pytest.approx(13_600 - 4_100)
