"""The words by which weak questions and protected topics are known: whole words and stems."""

import tomllib

import pytest

from interviewer_app import assets
from interviewer_app.kits.wordlists import Phrases, wordlists, words_of

LISTS = Phrases([("too old", "age"), ("pregnan*", "family"), ("am i right", "lead"), ("why not?", "ask")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Is that TOO  old?", (2, "too old", "age")),
        ("He was pregnant with ideas", (2, "pregnant", "family")),
        ("Am I right", (0, "am i right", "lead")),
        ("And why not?", (1, "why not ?", "ask")),
        ("Why not now?", None),
        ("too very old", None),
        ("an old too", None),
        ("impregnable walls", None),
        ("", None),
        ("stool older", None),
    ],
)
def test_words_are_found_whole_and_in_a_row(text: str, found: tuple[int, str, str] | None) -> None:
    assert LISTS.find(words_of(text)) == found


def test_curly_and_straight_apostrophes_are_one() -> None:
    lists = wordlists("en-GB")
    assert lists is not None
    assert lists.leading.find(words_of("Wouldn’t you agree?")) is not None
    assert lists.leading.find(words_of("Wouldn't you agree?")) is not None


def test_a_language_without_a_list_has_none() -> None:
    assert wordlists("de-AT") is None
    assert wordlists("") is None
    assert wordlists("en") is wordlists("en")


def test_every_phrase_of_the_file_can_be_found() -> None:
    lists = wordlists("en")
    assert lists is not None
    told = tomllib.loads(assets.read_text("hints", "questions-en.toml"))
    for key, phrases in (("name_only", lists.name_only), ("deeds", lists.deeds), ("leading", lists.leading)):
        assert len(set(told[key])) == len(told[key])
        for phrase in told[key]:
            assert phrases.find(words_of(f"so {phrase} it")) is not None, phrase
    assert {"age", "family", "health", "pay"} <= set(lists.topic_ids)
    assert not {"gut", "empty", "person"} & set(lists.topic_ids), "judgement words are for notes"
