"""The script of pra-04 is slow where its notes say, and can be ten times faster with the same report.

The full size, 200,000 readings, takes half a minute and is left to be run by hand: save the second sheet as
meters.py, then compare `python meters.py` with `python tests/data/scripts/meters_fast.py`.
"""

import ast
import time
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from tests.kits.wording import asked, prompts, says, sums

SLOW: str = prompts()["pra-04"]["materials"][1].strip("\n") + "\n"
FAST = (Path(__file__).parent.parent / "data" / "scripts" / "meters_fast.py").read_text(encoding="utf-8")


def program(source: str, name: str) -> FunctionType:
    """The function that makes the report."""
    space: dict[str, Any] = {"__name__": __name__}
    exec(compile(source, f"{name}.py", "exec"), space)  # noqa: S102 - the sheet of the kit, and ours
    report = space["report"]
    assert isinstance(report, FunctionType)
    return report


slow, fast = program(SLOW, "meters"), program(FAST, "meters_fast")


@pytest.mark.parametrize("count", [1, 5, 60, 700, 4_000])
def test_the_fast_version_prints_the_same_report(count: int) -> None:
    assert fast(count) == slow(count)


def test_it_is_the_work_that_is_saved_not_the_report() -> None:
    began = time.process_time()
    expected = slow(20_000)
    middle = time.process_time()
    got = fast(20_000)
    ended = time.process_time()
    assert got.encode() == expected.encode()
    assert expected.count("\n") == 1 + 45 + 7 * 24
    # 11 to 1 when nothing else runs; at full size 30 to 1.
    assert middle - began >= 5 * (ended - middle)


def test_the_tempting_change_alters_digits() -> None:
    tempted = program(SLOW.replace("statistics.mean(", "statistics.fmean("), "tempted")(20_000)
    honest = fast(20_000)
    assert tempted != honest
    assert len(tempted.splitlines()) == len(honest.splitlines())


def test_the_sheet_is_what_the_prompt_says() -> None:
    says(asked("pra-04"), "script of 135 lines", "200,000 readings", "40 seconds", "4 seconds or less")
    assert SLOW.count("\n") == 135
    assert "200_000" in SLOW
    used = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SLOW))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    assert used == {"copy", "datetime", "random", "re", "statistics", "sys"}


def test_the_sums_of_the_interviewer() -> None:
    says(sums("pra-04"), "45 districts: a list grows to 4,356 keys, 2,178 compared on average, 427 million")
    assert (round(196_000 / 45), 4_356 // 2) == (4_356, 2_178)
    assert round(196_000 * 2_178 / 1e6) == 427
    says(sums("pra-04"), "196,000 x 1,500 is 294 million", "25 x 20 and 5 x 20 seconds make 600, ten minutes")
    assert 196_000 * 1_500 == 294_000_000
    assert 25 * 20 + 5 * 20 == 600
    says(sums("pra-04"), "walked 168 times")
    assert 7 * 24 == 168
    assert "DISTRICTS = 45\nMETERS = 3_000" in SLOW
    # Of 20,000 lines 6 in 100 repeat another one and 2 in 100 are broken: 98 in 100 are sound.
    head = fast(20_000).split("\n", 1)[0]
    kept, broken, twice = (int(part.split()[0]) for part in head.split(", "))
    assert kept + broken + twice == 20_000
    assert kept + twice == pytest.approx(19_600, abs=60)
