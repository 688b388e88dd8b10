"""Which short words can be kept, and where one ends a text."""

import pytest

from interviewer_app.controllers.live.expanders import ShortWord, find_short, kept, troubles, usual
from interviewer_app.settings import EXPANDERS, Settings, load, save


def test_the_usual_ones_are_all_fine() -> None:
    assert set(troubles(usual())) == {""}
    assert kept(usual()) == EXPANDERS


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (ShortWord("", "words"), "no short word"),
        (ShortWord(";", "words"), "too short"),
        (ShortWord("a b", "words"), "no short word"),
        (ShortWord(";" * 21, "words"), "no short word"),
        (ShortWord(";x", "  "), "nothing"),
        (ShortWord(";x", "y" * 501), "too much"),
        (ShortWord(";x", "two\nlines"), "too much"),
    ],
)
def test_what_is_wrong_is_said_and_not_kept(line: ShortWord, part: str) -> None:
    good = ShortWord(";ok", "fine")
    said = troubles((good, line))
    assert said[0] == ""
    assert part in said[1]
    assert kept((good, line)) == {";ok": "fine"}


def test_an_empty_line_is_nothing_and_of_two_the_first_counts() -> None:
    assert troubles((ShortWord("", ""), ShortWord("", " "))) == ("", "")
    lines = (ShortWord(";x", "one"), ShortWord(";x", "two"))
    assert "twice" in troubles(lines)[1]
    assert kept(lines) == {";x": "one"}


def test_what_is_kept_is_what_settings_take(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("settings")
    lines = (
        ShortWord(";x", "one"),
        ShortWord("…" * 20, "y" * 500),
        ShortWord("ab", " z "),
    )
    save(folder, Settings(expanders=kept(lines)))
    assert load(folder).expanders == kept(lines)


@pytest.mark.parametrize(
    ("before", "found"),
    [(";x", 0), ("say ;x", 4), ("say;x", None), (";x ", None), ("", None), (";X", None)],
)
def test_a_short_word_stands_alone_at_the_end(before: str, found: int | None) -> None:
    assert find_short(before, {";x": "long"}) == (None if found is None else (found, "long"))
