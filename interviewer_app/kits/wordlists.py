"""Words the checks of wording look for, by language of the file. Imported by kits only.

The words are data (resources/hints). A language without a list is not checked.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from interviewer_app import assets
from interviewer_app.domain.notes.hygiene import groups_of

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|\?")
_PHRASE_WORD = re.compile(_WORD.pattern.replace("|", r"\*?|"))
_STEM = 4
"""Letters of a `stem*` by which it is found; the lists hold none shorter."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words in a row; the one at `at` is looked for."""

    row: tuple[str, ...]
    at: int
    label: str


class Phrases:
    """Words in a row, each with a label, found by their longest word: it is the rarest, as good as always."""

    __slots__ = ("_exact", "_stems")

    def __init__(self, labelled: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        for phrase, label in labelled:
            row = tuple(_PHRASE_WORD.findall(phrase.lower().replace("’", "'")))
            at = max(range(len(row)), key=lambda place: len(row[place]))
            stem = row[at].endswith("*")
            table, key = (self._stems, row[at][:_STEM]) if stem else (self._exact, row[at])
            table.setdefault(key, []).append(_Phrase(row, at, label))

    def find(self, words: list[str]) -> tuple[int, str, str] | None:
        """Place, text and label of a phrase that stands in the words, the first one by its longest word."""
        hits = [(at, word, self._exact) for at, word in enumerate(words) if word in self._exact]
        if self._stems:
            cut = [word[:_STEM] for word in words]
            hits += [(at, word, self._stems) for at, word in enumerate(cut) if word in self._stems]
        for at, key, table in hits:
            for phrase in table[key]:
                start = at - phrase.at
                there = words[start : start + len(phrase.row)] if start >= 0 else []
                if len(there) == len(phrase.row) and all(map(_is, there, phrase.row)):
                    return start, " ".join(there), phrase.label
        return None


@dataclass(frozen=True, slots=True)
class Wordlists:
    """What is known of one language."""

    figures: frozenset[str]
    name_only: Phrases
    deeds: Phrases
    leading: Phrases
    topics: Phrases
    topic_ids: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The words in small letters; a question mark is one too."""
    return _WORD.findall(text.lower().replace("’", "'"))


@cache
def wordlists(language: str) -> Wordlists | None:
    """The words of a language tag; None when there are none."""
    base = language.partition("-")[0]
    try:
        found = tomllib.loads(assets.read_text("hints", f"questions-{base}.toml"))
        groups = [group for group in groups_of(assets.read_text("hints", f"{base}.toml")) if not group.own]
    except assets.MissingAsset:
        return None
    return Wordlists(
        frozenset(found["figures"]),
        Phrases((phrase, "") for phrase in found["name_only"]),
        Phrases((phrase, "") for phrase in found["deeds"]),
        Phrases((phrase, "") for phrase in found["leading"]),
        Phrases((word, group.id) for group in groups for word in group.words),
        tuple(group.id for group in groups),
    )


def _is(word: str, wanted: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    return word == wanted
