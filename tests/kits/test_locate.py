"""The line of every value, whatever way TOML allows to spell it."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.kits.library import shipped_paths
from interviewer_app.kits.locate import Lines, unclosed

TEXT = '''# top
a = 1
"b c" = 'x' # not [a] "table"
d.e.f = """
[not.a.table]
g = 2 \\""" still """"
h = [ # [
  "one",
  { i = 1, j.k = [2,
    3] },
  """
]
""", 4,
]

[l]
m = \'\'\'
n = 1\'\'\'
o = 2026-11-20 10:00:00
[[l.p]]
q = 1
[l.p.r]
s = [[1],
 [2]]
[[l.p]]
[[l.p.t]]
u = "\\"]"
[[l.p.t]]
"v\\u0041" = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("a",), 2),
        (("b c",), 3),
        (("d",), 4),
        (("d", "e", "f"), 4),
        (("h",), 7),
        (("h", 0), 8),
        (("h", 1, "i"), 9),
        (("h", 1, "j", "k", 1), 10),
        (("h", 2), 11),
        (("h", 3), 13),
        (("l",), 16),
        (("l", "m"), 17),
        (("l", "o"), 19),
        (("l", "p"), 20),
        (("l", "p", 0, "q"), 21),
        (("l", "p", 0, "r"), 22),
        (("l", "p", 0, "r", "s", 1, 0), 24),
        (("l", "p", 1), 25),
        (("l", "p", 1, "t", 0, "u"), 27),
        (("l", "p", 1, "t", 1, "vA"), 29),
        (("l", "p", 1, "t", 1, "missing", "below"), 28),
        (("nowhere",), 1),
    ],
)
def test_lines_of_values(path: tuple[str | int, ...], line: int) -> None:
    assert Lines(TEXT).at(path) == line


def paths(value: Any, base: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield base
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*base, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from paths(inner, (*base, number))


def test_every_value_that_tomllib_finds_has_a_place_of_its_own() -> None:
    for path in shipped_paths():
        text = path.read_text(encoding="utf-8")
        lines = Lines(text)
        for place in paths(tomllib.loads(text)):
            if place and place[-1] not in ("", 0):
                assert lines.at(place) > 1, place
            if place and isinstance(place[-1], str):
                assert str(place[-1]) in text.split("\n")[lines.at(place) - 1]


keys = st.text("ab-_1", min_size=1, max_size=3)
strings = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def spelt(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(k)} = {spelt(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[\n" + ",\n# [ it's \"\n".join(spelt(v) for v in value) + "\n]"
    return quoted(value) if isinstance(value, str) else str(value)


@given(
    st.dictionaries(
        strings,
        st.recursive(
            st.integers(-9, 9) | strings,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
            max_leaves=8,
        ),
        max_size=4,
    )
)
def test_made_up_tables_are_scanned_to_the_end(table: dict[str, Any]) -> None:
    text = "".join(f"{quoted(key)} = {spelt(value)}\n" for key, value in table.items())
    assert tomllib.loads(text) == table
    assert unclosed(text) is None
    lines = Lines(text)
    expected = 1
    for key, value in table.items():
        assert lines.at((key,)) == expected
        expected += spelt(value).count("\n") + 1


@given(st.text("[]{}=\"'#\n.,ab\\ ", max_size=40))
def test_any_text_at_all_comes_to_an_end(text: str) -> None:
    found = unclosed(text)
    assert found is None or text[found] in "\"'"
