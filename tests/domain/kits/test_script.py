"""What the interviewer reads aloud, with names and minutes filled in."""

import pytest

from interviewer_app.domain.kits.script import PLACEHOLDERS, fill_script, placeholders

TEXT = (
    "Hello. [I am {name}[; I work on {team}]. ]We have {minutes} minutes: {n} questions, then {q} are yours."
)


@pytest.mark.parametrize(
    ("name", "team", "start"),
    [
        ("Ruth", "Support Tools", "Hello. I am Ruth; I work on Support Tools. We have 60"),
        ("Ruth", "", "Hello. I am Ruth. We have 60"),
        ("Ruth", "  ", "Hello. I am Ruth. We have 60"),
        ("", "Support Tools", "Hello. We have 60"),
        ("", "", "Hello. We have 60"),
        ("{team} [x]", "{name}", "Hello. I am {team} [x]; I work on {name}. We have 60"),
    ],
)
def test_names_may_be_missing_and_are_never_read_as_script(name: str, team: str, start: str) -> None:
    said = fill_script(TEXT, name=name, team=team, minutes=60, n=6, q=5)
    assert said.startswith(start)
    assert said.endswith("60 minutes: 6 questions, then 5 are yours.")


def test_unknown_placeholders_and_lone_brackets_stay() -> None:
    said = fill_script("[a {x} b] ] {n} { } {}", name="", team="", minutes=1, n=2, q=3)
    assert said == "a {x} b ] 2 { } {}"


def test_placeholders_are_listed_in_order() -> None:
    assert placeholders(TEXT) == PLACEHOLDERS
