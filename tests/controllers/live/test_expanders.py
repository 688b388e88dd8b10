"""Which short words can be kept, and where one ends a text."""

import pytest

from interviewer_app.controllers.live.expanders import Short, find_short, kept, troubles, usual
from interviewer_app.settings import EXPANDERS, Settings, load, save


def test_the_usual_ones_are_all_fine() -> None:
    assert set(troubles(usual())) == {""}
    assert kept(usual()) == EXPANDERS


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (Short("", "words"), "no short word"),
        (Short(";", "words"), "too short"),
        (Short("a b", "words"), "no short word"),
        (Short(";" * (20 + 1), "words"), "no short word"),
        (Short(";x", "  "), "nothing"),
        (Short(";x", "y" * (500 + 1)), "too much"),
        (Short(";x", "two\nlines"), "too much"),
    ],
)
def test_what_is_wrong_is_said_and_not_kept(line: Short, part: str) -> None:
    good = Short(";ok", "fine")
    said = troubles((good, line))
    assert said[0] == ""
    assert part in said[1]
    assert kept((good, line)) == {";ok": "fine"}


def test_an_empty_line_is_nothing_and_of_two_the_first_counts() -> None:
    assert troubles((Short("", ""), Short("", " "))) == ("", "")
    lines = (Short(";x", "one"), Short(";x", "two"))
    assert "twice" in troubles(lines)[1]
    assert kept(lines) == {";x": "one"}


def test_what_is_kept_is_what_settings_take(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("settings")
    lines = (Short(";x", "one"), Short("…" * 20, "y" * 500), Short("ab", " z "))
    save(folder, Settings(expanders=kept(lines)))
    assert load(folder).expanders == kept(lines)


@pytest.mark.parametrize(
    ("before", "found"),
    [(";x", 0), ("say ;x", 4), ("say;x", None), (";x ", None), ("", None), (";X", None)],
)
def test_a_short_word_stands_alone_at_the_end(before: str, found: int | None) -> None:
    assert find_short(before, {";x": "long"}) == (None if found is None else (found, "long"))
