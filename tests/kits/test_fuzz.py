"""Ten thousand malformed files: none crashes the reader or holds it up, and every message names its place."""

import re

import pytest

from interviewer_app.domain.errors import KitProblem
from interviewer_app.kits import bundle, compare, library, versions, write
from tests.kits.mutants import DATA, mutant

CHUNKS, EACH = 40, 260
_TOLD = re.compile(r"m\.toml:[1-9]\d*: [EW]\d\d \S.*")


@pytest.mark.timeout(120)
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_mutant_crashes_hangs_or_is_told_of_without_its_place(chunk: int) -> None:
    for number in range(chunk * EACH, (chunk + 1) * EACH):
        data = mutant(number)
        read = library.parse(data, "m.toml")
        lines = data.count(b"\n") + 1
        for finding in read.findings:
            assert _TOLD.fullmatch(finding.text()), f"mutant {number}: {finding.text()!r}"
            assert finding.message.isprintable(), f"mutant {number}: {finding.message!r}"
            assert finding.line <= lines, f"mutant {number}: line {finding.line} of {lines}"
            assert len(finding.message) <= 500, f"mutant {number}: {finding.message!r}"
        assert not (read.kits and read.errors), f"mutant {number} has errors and can be used"


def test_the_mutants_are_many_and_mostly_refused() -> None:
    assert CHUNKS * EACH >= 10_000
    some = [mutant(number) for number in range(600)]
    assert len(set(some)) > 590
    refused = sum(bool(library.parse(data, "m.toml").errors) for data in some)
    assert refused > 500
    codes = {finding.code for data in some for finding in library.parse(data, "m.toml").findings}
    assert len(codes) >= 12


@pytest.mark.timeout(120)
def test_what_can_be_loaded_can_be_edited_written_and_compared() -> None:
    """Half-edited files are what the editor works on all day."""
    sound = library.load_file(DATA / "small.toml")
    edited = 0
    for number in range(20_000, 20_500):
        try:
            tables = library.load(mutant(number), "m.toml")
        except KitProblem:
            continue
        if not tables:
            continue  # a file of comments only, and nothing cannot be written
        edited += 1
        text = write.text(tables)
        again = library.load(text.encode(), "m.toml")
        assert repr(again) == repr(tables), f"mutant {number}"  # one nan is not equal to another
        assert compare.in_words(tables, tables) == () or "nan" in repr(tables)
        for lines in (compare.in_words(sound, tables), compare.in_words(tables, sound)):
            assert all(len(line) < 1_000 for line in lines)
        versions.raised(sound, tables)
        bundle.whole(tables)
    assert edited > 200
