"""The cheap benchmarks run and say something; what they say is nobody's business here."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.harness import Row, least, most, percentile, plus, times
from tests.benchmarks.subjects import SUBJECTS


@pytest.mark.parametrize("name", [subject.name for subject in SUBJECTS if subject.cheap])
def test_a_cheap_subject_gives_rows(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = tmp_path / "found.json"
    assert main(["--quick", "--only", name, "--json", str(found)]) == 0
    rows = json.loads(found.read_text(encoding="utf-8"))["rows"]
    said = capfd.readouterr().out
    assert rows, said
    assert all(row["ours"] > 0 and row["what"] in said for row in rows)
    assert "ended early" not in said


def test_an_aim_is_measured_from_its_floor() -> None:
    row = Row("x", "ms", 11.0, 10.0, (times(1.15), plus(2.0), most(11.0), least(11.0)))
    assert row.met
    for aim in (times(1.05), plus(0.5), most(10.0), least(12.0)):
        assert Row("x", "ms", 11.0, 10.0, (aim,)).met is False
    assert Row("x", "ms", 11.0).met is None


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(n) for n in range(1, 201)]
    assert percentile(values, 99) == 198.0
    assert percentile(values[:10], 99) == 10.0
    assert percentile([5.0], 1) == 5.0
