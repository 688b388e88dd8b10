"""The sums behind the prompts of sec, gen and sys, and what every prompt of eight families must have."""

import math
import re

import pytest

from tests.kits.wording import asked, fact, lists, prompts, says, sums

WRITTEN = {"sec": 7, "gen": 3, "sys": 7, "com": 6, "wrk": 4, "gov": 3, "sen": 2, "pra": 3}
FIGURE = r"\b(?:\d+(?:[.,:]\d+)*|two|three|four|five|six|nine|ten|twelve)\b"
PROMPTS = {prompt_id: found for prompt_id, found in prompts().items() if prompt_id[:3] in WRITTEN}
SCORED = sorted(prompt_id for prompt_id, found in PROMPTS.items() if found["type"] != "unscored")


# -- every prompt ----------------------------------------------------------------------------------


def test_the_families_are_complete() -> None:
    ids = {f"{family}-{n:02}" for family, count in WRITTEN.items() for n in range(1, count + 1)}
    assert ids <= set(PROMPTS) <= ids | {"pra-04"}


@pytest.mark.parametrize("prompt_id", SCORED)
def test_every_scored_prompt_is_written_out(prompt_id: str) -> None:
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
    assert found["covers"]
    assert found["roles"]
    assert found["topics"]


@pytest.mark.parametrize("prompt_id", SCORED)
def test_evidence_goes_to_the_categories_of_the_prompt(prompt_id: str) -> None:
    where = sums(prompt_id).split("Where evidence goes. ")[1]
    named = re.findall(r"\b([A-E])(?: only)?: ", where)
    assert sorted(named) == sorted(PROMPTS[prompt_id]["categories"])


@pytest.mark.parametrize("prompt_id", sorted(PROMPTS))
def test_a_probe_asks_one_thing(prompt_id: str) -> None:
    for probe in PROMPTS[prompt_id]["probes"]:
        assert probe["text"].count("?") <= 1
        assert not probe["text"].lower().startswith(("isn't", "don't you", "wouldn't", "do you know "))


@pytest.mark.parametrize("prompt_id", SCORED)
def test_situations_and_designs_come_with_figures(prompt_id: str) -> None:
    if PROMPTS[prompt_id]["type"] in {"situational", "design", "role_play"}:
        assert len(re.findall(FIGURE, asked(prompt_id))) >= 2


def test_the_talk_about_ninety_days_is_not_scored() -> None:
    found = PROMPTS["wrk-04"]
    assert found["type"] == "unscored"
    assert not {"categories", "strong", "weak"} & set(found)
    says(asked("wrk-04"), "day 30", "day 60", "day 90", "nothing in it is scored")


def test_design_prompts_carry_their_lists() -> None:
    known = lists()
    for found in PROMPTS.values():
        assert set(found.get("checklists", ())) <= set(known)
        if found["type"] == "design":
            assert "backend" in found["topics"]
        if found["type"] == "design" and found["minutes"] == 35:
            assert found["checklists"][:2] == ["first-five-minutes", "five-lenses"]
            assert {"S-32", "S-39", "S-70"} <= set(found["covers"])
    assert known["five-lenses"] == ["load", "caching", "indexing", "security", "growth"]
    assert len(known["first-five-minutes"]) == 5
    assert len(known["ai-safety-seven"]) == 7


@pytest.mark.parametrize(
    ("one", "other"),
    [("sec-01", "sec-05"), ("com-01", "com-02"), ("wrk-01", "wrk-02"), ("wrk-03", "gov-03")],
)
def test_parallel_prompts_can_stand_in_for_each_other(one: str, other: str) -> None:
    first, second = PROMPTS[one], PROMPTS[other]
    assert second["form_b_of"] == one
    assert first["minutes"] == second["minutes"]
    assert set(first["categories"]) == set(second["categories"])


# -- security --------------------------------------------------------------------------------------


def test_what_may_go_into_the_prompt() -> None:
    says(asked("sec-02"), "600 exit interviews", "past three years", "900 words", "22 departments")
    says(sums("sec-02"), "600 x 900 is 540,000 words, some 720,000 tokens", "2 dollars a million")
    assert 600 * 900 == 540_000
    assert 540_000 * 4 / 3 == 720_000
    assert 2 * 720_000 / 1e6 < 2
    says(sums("sec-02"), "22 departments by 12 quarters is 264 cells", "2.3 a cell")
    assert (22 * 3 * 4, round(600 / 264, 1)) == (264, 2.3)
    says(sums("sec-02"), "Six names each is 3,600 names", "94 in 100 leaves 216")
    says(fact("sec-02", "f4") + fact("sec-02", "f5"), "94 names in 100", "six names")
    assert (6 * 600, round(0.06 * 3_600)) == (3_600, 216)


def test_three_columns_for_an_agent() -> None:
    says(asked("sec-03"), "2,400 chats a day", "9 in 100", "under 40 euros")
    says(sums("sec-03"), "9 per cent of 2,400 is 216", "45 seconds, approving them all takes 2.7 hours")
    assert 0.09 * 2_400 == 216
    assert 216 * 45 / 3600 == 2.7
    alone = round(0.7 * 216)
    says(sums("sec-03"), "151 alone, 65 for approval, 49 minutes")
    assert (alone, 216 - alone, round(65 * 45 / 60)) == (151, 65, 49)
    says(sums("sec-03"), "2 per cent of the 151 are wrong at 22 euros each, that is three a day, about 66")
    assert (round(0.02 * 151), round(0.02 * 151 * 22)) == (3, 66)
    assert lists()["agent-tools"] == ["look-up", "address", "refund", "mail", "sql"]
    assert len(lists()["agent-steps"]) == 5


def test_unsure_or_unsafe() -> None:
    says(asked("sec-04"), "900 times a day", "4 proposals in 1,000", "four minutes")
    says(sums("sec-04"), "0.4 per cent of 900 is 3.6 a day, 25 a week")
    assert pytest.approx(3.6) == 0.004 * 900
    assert round(7 * 3.6) == 25
    says(sums("sec-04"), "5 per cent: 45 cases, 3 hours", "other 855 is 0.9 a day, 6 a week")
    assert (0.05 * 900, 45 * 4 / 60, 900 - 45) == (45, 3, 855)
    assert (round(0.001 * 855, 1), round(7 * 0.001 * 855)) == (0.9, 6)
    says(sums("sec-04"), "10 per cent: 90 cases, 6 hours; 0.08 per cent of 810 is 0.6", "about 0.2 errors")
    assert (0.1 * 900, 90 * 4 / 60, round(0.0008 * 810, 1)) == (90, 6, 0.6)
    assert round(0.855 - 0.648, 1) == 0.2


def test_break_it_first() -> None:
    says(asked("sec-05"), "five working days", "two testers", "300 dollars", "3 cents a turn")
    says(sums("sec-05"), "60 hours; with the last day for fixes and repeats, 48", "10,000 turns")
    assert (2 * 5 * 6, 2 * 4 * 6, 300 * 100 / 3) == (60, 48, 10_000)
    says(sums("sec-05"), "300 clean tries in a row would come about by luck 1 time in 20")
    assert round(1 / 0.99**300) == pytest.approx(20, abs=1)
    says(sums("sec-05"), "57,600 turns, 1,728 dollars", "one booking number in 90 of 900,000")
    assert 2 * 3600 * 8 == 57_600
    assert 57_600 * 3 / 100 == 1_728
    assert 900_000 / 10_000 == 90
    assert len(range(100_000, 1_000_000)) == 900_000


def test_who_may_call_this() -> None:
    says(asked("sec-06"), "400,000 calls a day", "1.2 million", "between two and four", "20,000 calls a day")
    says(sums("sec-06"), "4.6 a second", "167 a second, 36 times as many", "0.23 a second", "near 1.2")
    web, job, partner = 400_000 / 86_400, 1_200_000 / 7_200, 20_000 / 86_400
    assert (round(web, 1), round(job), round(job / web), round(partner, 2)) == (4.6, 167, 36, 0.23)
    assert round(5 * partner, 1) == 1.2


def test_explain_the_refusal() -> None:
    says(asked("sec-07"), "38 per cent", "26,000 customers, 3,200", "19 per cent", "by 7")
    says(sums("sec-07"), "(3,200 x 19 + 22,800 x 7) / 26,000 = 8.5", "gap is 12 points")
    assert 26_000 - 3_200 == 22_800
    assert round((3_200 * 19 + 22_800 * 7) / 26_000, 1) == 8.5
    says(sums("sec-07"), "11 per cent in Harbour and 4 elsewhere", "7 of the 12; 5 points are unexplained")
    assert (19 - 7, 11 - 4, 12 - 7) == (12, 7, 5)
    says(sums("sec-07"), "mileage 14, claim 12, parking 9, general rise 3")
    assert 14 + 12 + 9 + 3 == 38


# -- generative features ---------------------------------------------------------------------------


def test_eleven_seconds() -> None:
    says(asked("gen-03"), "11 seconds", "0.9", "1.6", "3.8", "4.1", "0.6", "4 seconds for 95")
    assert sum((0.9, 1.6, 3.8, 4.1, 0.6)) == pytest.approx(11.0)
    says(
        sums("gen-03"), "380 tokens at 95 a second is 4.0 seconds", "1.6 x 20 / 50 = 0.64", "2.1 + 0.1 = 2.2"
    )
    assert (380 / 95, round(1.6 * 20 / 50, 2), round(200 / 95, 1)) == (4.0, 0.64, 2.1)
    says(sums("gen-03"), "0.9 + 0.64 + 2.2 + 0.1", "= 3.8", "0.7 more: 4.5", "0.9 + 0.64 + 0.5 = 2.0")
    assert round(0.9 + 0.64 + 2.2 + 0.1, 1) == 3.8
    assert round(3.84 + 0.7, 1) == 4.5
    assert round(0.9 + 0.64 + 0.5, 1) == 2.0
    assert "7.9 of the 11 seconds" in PROMPTS["gen-03"]["strong"][0]
    assert round(3.8 + 4.1, 1) == 7.9


# -- system design ---------------------------------------------------------------------------------


def test_shop_recommender() -> None:
    says(asked("sys-01"), "2.4 million products", "90,000 visitors", "nine product pages", "60 milliseconds")
    says(sums("sys-01"), "810,000 pages a day; 324,000 in three hours is 30 a second; threefold peaks, 90")
    assert (90_000 * 9, 0.4 * 810_000, 324_000 / (3 * 3600)) == (810_000, 324_000, 30)
    says(sums("sys-01"), "2.4 million x 128 x 4 bytes is 1.2 GB", "0.96 GB")
    assert round(2.4e6 * 128 * 4 / 1e9, 1) == 1.2
    assert 2.4e6 * 50 * 8 / 1e9 == 0.96
    says(sums("sys-01"), "network 5, features 8, candidates 15, ranking 20, rules 4, margin 8 = 60")
    assert 5 + 8 + 15 + 20 + 4 + 8 == 60
    says(sums("sys-01"), "2 in 100 products", "eight slots show one on 15 pages of 100")
    assert round(100 * (1 - 0.98**8)) == 15
    assert len(lists()["latency-budget"]) == 6


def test_support_chatbot() -> None:
    says(asked("sys-02"), "1,200 chats", "six minutes and six turns", "40,000 articles, 26,000", "14,000")
    assert 26_000 + 14_000 == 40_000
    says(sums("sys-02"), "one every 3 seconds", "120 chats are open", "7,200 turns an hour is 2 a second")
    assert (3600 / 1_200, 1_200 * 6 / 60, 1_200 * 6, 7_200 / 3600) == (3, 120, 7_200, 2)
    says(sums("sys-02"), "10 calls at once, 30 in a threefold peak", "60 people x 5 chats an hour is 300")
    assert (2 * 5, 3 * 10, 60 * 60 / 12, 300 / 1_200) == (10, 30, 300, 0.25)
    says(sums("sys-02"), "35 per cent handed over, 420 come and 120 an hour are left waiting")
    assert (0.35 * 1_200, 420 - 300) == (420, 120)
    turn = 3_000 / 1e6 + 250 * 4 / 1e6
    says(sums("sys-02"), "0.4 cents; 28.80 dollars a busy hour")
    assert (round(100 * turn, 3), round(7_200 * turn, 2)) == (0.4, 28.80)


def test_classification_for_a_lender() -> None:
    says(
        asked("sys-03"),
        "100,000 requests a day",
        "60 per cent",
        "nine and one",
        "350 milliseconds",
        "tenfold",
    )
    says(
        sums("sys-03"),
        "mean 1.2 a second",
        "60,000 / 14,400 s = 4.2",
        "threefold peaks 12.5",
        "= 4.4 workers",
    )
    busy = 60_000 / (4 * 3600)
    assert (round(100_000 / 86_400, 1), round(busy, 1), 3 * busy) == (1.2, 4.2, 12.5)
    assert round(12.5 * 0.35, 1) == 4.4
    says(sums("sys-03"), "about 7 at 65 per cent use", "leaves 3.6 hours a month", "some 44 busy workers")
    assert (math.ceil(4.375 / 0.65), round(0.005 * 24 * 30, 1), round(43.75)) == (7, 3.6, 44)
    says(sums("sys-03"), "184.80 dollars, 1.85 per 1,000", "are 74.80, 0.75 per 1,000")
    days = [round(hours * 1.10, 2) for hours in (7 * 24, 7 * 4 + 2 * 20)]
    assert (days, [round(each / 100, 2) for each in days]) == ([184.80, 74.80], [1.85, 0.75])
    says(sums("sys-03"), "a peak second brings 3.8 MB in")
    assert round(12.5 * 300_000 / 1e6, 1) == 3.8


def test_training_data_pipeline() -> None:
    says(asked("sys-04"), "nine sources", "400 GB", "midnight to six", "30 days later", "1,500 a month")
    says(sums("sys-04"), "18.5 MB a second", "90 days is 36 TB, a year 146 TB", "46 nights in 100")
    assert (round(400e9 / (6 * 3600) / 1e6, 1), 0.4 * 90, 0.4 * 365) == (18.5, 36, 146)
    assert round(100 * (11 / 12) ** 9) == 46
    says(sums("sys-04"), "30 days old at training and 37", "1,500 a month is 50 a day")
    assert (30 + 7, 1_500 / 30) == (37, 50)


def test_the_slow_query() -> None:
    says(
        asked("sys-05"),
        "600 million rows, with 40 new",
        "412,000 rows from 38,000 pages of 8 kB",
        "but 2,400",
    )
    says(sums("sys-05"), "8 kB is 304 MB", "one row kept in 172", "one part of it in 174")
    assert 38_000 * 8 / 1000 == 304
    assert round(412_000 / 2_400) == 172
    says(sums("sys-05"), "3.46 million a day, so 600 million is about 174 days")
    assert (round(40 * 86_400 / 1e6, 2), round(600e6 / (40 * 86_400))) == (3.46, 174)
    says(sums("sys-05"), "9,000 tenants that is 66,700", "1.4 per cent of rows", "32 bytes a row is 19 GB")
    assert (round(600e6 / 9_000, -2), round(600e6 * 32 / 1e9)) == (66_700, 19)
    assert round(100 * 20 * 412_000 / 600e6, 1) == 1.4


def test_six_charts_only() -> None:
    says(asked("sys-06"), "3 million answers", "88 parcels in 100", "0.6 points", "310 dollars")
    says(
        sums("sys-06"), "35 a second", "10 cents a thousand", "90,000 more wrong days", "9,000 dollars a day"
    )
    assert (round(3e6 / 86_400), round(100 * 310 / 3_000)) == (35, 10)
    assert 3_000_000 * (88 - 85) / 100 == 90_000
    assert 90_000 * 0.04 * 2.50 == 9_000
    assert round(9_000 / 310) == 29
    says(sums("sys-06"), "87 is 1.7 deviations: about 17 false alarms a year", "86.2, three deviations")

    def below(deviations: float) -> float:
        return math.erfc(deviations / math.sqrt(2)) / 2

    assert (round(1 / 0.6, 1), round(365 * below(1 / 0.6))) == (1.7, 17)
    assert round((88 - 86.2) / 0.6, 6) == 3
    assert round(1 / (365 * below(3))) == 2


def test_one_platform_four_teams() -> None:
    says(asked("sys-07"), "24 GPUs at 2.20 dollars", "19 per cent", "two engineers")
    says(
        sums("sys-07"),
        "4.6 busy GPUs",
        "38,544 dollars a month",
        "need 14: 22,484 dollars, a saving of 16,060",
    )
    assert round(0.19 * 24, 1) == 4.6
    month = [round(count * 2.20 * 730) for count in (24, math.ceil(11 / 0.8))]
    assert (month[0], month[1], month[0] - month[1]) == (38_544, 22_484, 16_060)
    says(sums("sys-07"), "Two engineers at 15,000 a month cost 30,000", "four releases a month, is 36")
    assert 2 * 15_000 > 16_060
    assert 4 * 9 == 36
