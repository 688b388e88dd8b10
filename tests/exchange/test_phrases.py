"""The phrase file: every gap can be filled, and what a phrase may say is what comes out."""

from random import Random

import pytest

from interviewer_app.domain.interview import PointKind, Recommendation
from interviewer_app.exchange import phrases
from interviewer_app.kits import library


def test_a_choice_takes_one_of_its_words() -> None:
    phrase = phrases.phrase("held on {Monday|Tuesday} for {2..4} days")
    said = {phrase.say(Random(n)) for n in range(60)}
    assert said == {f"held on {day} for {n} days" for day in ("Monday", "Tuesday") for n in (2, 3, 4)}


def test_a_name_takes_the_value_given() -> None:
    assert phrases.phrase("{good}, and {low}").say(Random(1), {"good": "Calm", "low": "D"}) == "Calm, and D"


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrases.phrase("{good}").say(Random(1), {})


def test_every_prompt_of_the_shipped_kit_has_lines_for_each_of_its_categories() -> None:
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    book = phrases.book()
    for prompt in kit.prompts:
        own = book.prompts[prompt.id]
        for letter in prompt.categories:
            assert own.good[letter], (prompt.id, letter)
            assert own.weak[letter], (prompt.id, letter)


def test_every_recommendation_has_reasons_and_every_category_points() -> None:
    book = phrases.book()
    assert set(book.reasons) == set(Recommendation)
    for letter in "ABCDE":
        assert set(book.points[letter]) == set(PointKind)
        assert len(book.missing[letter]) == 4


def test_names_and_family_names_come_in_the_same_groups() -> None:
    book = phrases.book()
    assert len(book.given) == len(book.family)
