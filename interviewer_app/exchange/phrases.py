"""The phrases that made-up interviews are written from. For exchange alone.

A phrase is text with choices: `{a|b}` takes one of them, `{3..9}` a whole number in between, and `{name}` a
value the caller gives. They lie in resources/demo/phrases.toml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any, Final

from interviewer_app import assets

ANY: Final = "any"
"""The prompt whose lines serve every prompt that has none of its own."""

_BRACED: Final = re.compile(r"\{([^{}]*)\}")
_RANGE: Final = re.compile(r"(\d+)\.\.(\d+)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and what may stand in its gaps, in order; a gap of one text is the name of a value."""

    text: str
    gaps: tuple[tuple[str, ...], ...] = ()

    def say(self, rng: Random, values: Mapping[str, str] | None = None) -> str:
        """The phrase with its gaps filled; KeyError when a value is missing."""
        if not self.gaps:
            return self.text
        chosen = [
            gap[int(rng.random() * len(gap))] if len(gap) > 1 else (values or {})[gap[0]] for gap in self.gaps
        ]
        return self.text.format(*chosen)


Phrases = tuple[Phrase, ...]
ByLetter = Mapping[str, Phrases]


@dataclass(frozen=True, slots=True)
class PromptPhrases:
    """What is noted in one prompt: for and against by category letter, help given, open questions."""

    good: ByLetter
    weak: ByLetter
    help: Phrases
    unknown: Phrases


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Everything in the file but the sample, which is read as it stands."""

    prompts: Mapping[str, PromptPhrases]
    frame: ByLetter
    said: ByLetter
    points: Mapping[str, ByLetter]
    missing: ByLetter
    reasons: ByLetter
    titles: tuple[str, ...]
    teams: tuple[str, ...]
    interviewers: tuple[str, ...]
    given: tuple[tuple[str, ...], ...]
    family: tuple[tuple[str, ...], ...]

    def prompt(self, prompt_id: str) -> PromptPhrases:
        """The lines for a prompt, or those that serve any prompt."""
        return self.prompts.get(prompt_id) or self.prompts[ANY]


@cache
def book() -> Phrasebook:
    """The phrases, read once."""
    raw = raw_phrases()
    people = raw["people"]
    return Phrasebook(
        prompts={name: _prompt(one) for name, one in raw["prompts"].items()},
        frame=_by_letter(raw["frame"]),
        said=_by_letter(raw["said"]),
        points={letter: _by_letter(kinds) for letter, kinds in raw["points"].items()},
        missing=_by_letter(raw["missing"]),
        reasons=_by_letter(raw["reasons"]),
        titles=tuple(raw["openings"]["titles"]),
        teams=tuple(raw["openings"]["teams"]),
        interviewers=tuple(people["interviewers"]),
        given=tuple(map(tuple, people["given"])),
        family=tuple(map(tuple, people["family"])),
    )


def raw_phrases() -> dict[str, Any]:
    """The file as TOML has it."""
    import tomllib  # the window needs it for the sample alone, long after its first paint

    return tomllib.loads(assets.read_text("demo", "phrases.toml"))


def phrase(text: str) -> Phrase:
    """Read the gaps of a text."""
    gaps: list[tuple[str, ...]] = []

    def gap(found: re.Match[str]) -> str:
        gaps.append(_choices(found.group(1)))
        return "{}"

    return Phrase(_BRACED.sub(gap, text), tuple(gaps))


def _choices(inside: str) -> tuple[str, ...]:
    numbers = _RANGE.fullmatch(inside)
    if numbers:
        low, high = map(int, numbers.groups())
        return tuple(str(n) for n in range(low, high + 1))
    return tuple(inside.split("|"))


def _prompt(raw: dict[str, Any]) -> PromptPhrases:
    other = _by_letter(raw["other"])
    return PromptPhrases(_by_letter(raw["good"]), _by_letter(raw["weak"]), other["help"], other["unknown"])


def _by_letter(raw: Mapping[str, list[str]]) -> dict[str, Phrases]:
    return {key: tuple(map(phrase, texts)) for key, texts in raw.items()}
