"""The list of hints: the shipped one, the person's own laid over it, and a broken one."""

from pathlib import Path

import pytest

from interviewer_app.controllers.live import hints


def test_without_a_list_of_ones_own_the_shipped_one_holds(tmp_path: Path) -> None:
    loaded = hints.load(tmp_path)
    assert loaded.problem is None
    assert [finding.group.id for finding in loaded.hygiene.find("seemed nervous")] == ["person"]


def test_ones_own_list_is_laid_over_it(tmp_path: Path) -> None:
    own = '[[group]]\nid = "person"\nreason = "Ours."\nbetter = "Ours."\nwords = ["calm"]\n'
    (tmp_path / "hints.toml").write_text(own, encoding="utf-8")
    loaded = hints.load(tmp_path)
    assert loaded.problem is None
    [finding] = loaded.hygiene.find("seemed nervous, then calm")
    assert finding.group.reason == "Ours."
    assert loaded.hygiene.find("a gut feeling")


@pytest.mark.parametrize("own", [b"\xff\xfe", b"[[group]", b'[[group]]\nid = "x"\n'])
def test_a_broken_list_is_told_and_the_shipped_one_holds(tmp_path: Path, own: bytes) -> None:
    (tmp_path / "hints.toml").write_bytes(own)
    loaded = hints.load(tmp_path)
    assert loaded.problem is not None
    assert "could not be used" in loaded.problem.sentence
    assert str(tmp_path) in loaded.problem.next_step
    assert loaded.hygiene.find("seemed nervous")


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "hints.toml").mkdir()
    assert hints.load(tmp_path).problem is not None
