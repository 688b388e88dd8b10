"""Kit files out of thin air: whatever the types allow, and whole files that every rule allows.

Hypothesis draws the words and one seed; the rest follows from them, so that a file costs a millisecond.
"""

import datetime as dt
import random
import unicodedata
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from interviewer_app.kits.schema import FILE
from interviewer_app.kits.value_types import (
    ChoiceType,
    DateType,
    ListType,
    MapType,
    NumberType,
    TableType,
    TextType,
    ValueType,
    folded,
)

Tables = dict[str, Any]

# Quotes, backslashes and blanks try the writer; the rest tries the encoding: wide, joined, right to left.
ALPHABET = "abc XYZ 0129 .,:?()[]{}#=+-*/\\\"'`|~^%&@!\u00a0\u00e9e\u0301ß漢字עבאב😀\u200d\u200f–…\ttn"
WORDS = st.lists(st.text(alphabet=ALPHABET + '\n\n"""', max_size=70), min_size=1, max_size=6)
_READY = {  # by the start of the pattern: ids, letters, versions, languages, licences
    "^[a-z][a-z0-9]": ("abc", "a-1-b2", "made-up-id"),
    "^[A-H]$": tuple("ABCDEFGH"),
    "^(0|": ("0.0.0", "1.12.3", "999999999.0.1-beta.2"),
    "^[a-z]{2,3}": ("en", "de-AT", "zh-Hant", "ar", "es-419"),
    "^\\(?": ("MIT", "CC-BY-4.0 OR MIT", "LicenseRef-ours"),
}


@dataclass(frozen=True)
class Maker:
    """Makes values from drawn words."""

    words: list[str]
    dice: random.Random

    def prose(self, least: int, most: int, lead: str = "") -> str:
        """Text of a length, sometimes with paragraphs, without what the format refuses."""
        parts = self.dice.choices(self.words, k=self.dice.randint(1, 4))
        raw = unicodedata.normalize("NFC", lead + self.dice.choice([" ", "\n\n"]).join(parts))
        text = folded(raw.replace("<", "(").replace("://", ":"))[:most]
        missing = least - len(folded(text))
        return folded(text + "x" * max(missing, 0)) or "x" * least

    def of(self, kind: ValueType) -> Any:
        """Any value the type allows, as a file would hold it."""
        match kind:
            case TableType():
                held = ((n, f) for n, f in kind.fields.items() if f.needed or self.dice.random() < 0.7)
                return {name: self.of(field.kind) for name, field in held}
            case ListType():
                return [
                    self.of(kind.of)
                    for _ in range(self.dice.randint(kind.low, max(kind.low, min(2, kind.high))))
                ]
            case MapType():
                letters = isinstance(kind.names, TextType) and kind.names.pattern is not None
                names = kind.names.members if isinstance(kind.names, ChoiceType) else "012345"
                keys = self.dice.sample("ABCDEFGH" if letters else list(names), self.dice.randint(0, 3))
                return {key: self.of(kind.of) for key in keys}
            case _:
                return self._single(kind)

    def _single(self, kind: ValueType) -> Any:
        match kind:
            case TextType():
                return self._text(kind)
            case NumberType():
                return self.dice.randint(kind.low, 99 if kind.high is None else kind.high)
            case ChoiceType():
                return self.dice.choice(list(kind.members))
            case DateType():
                return self.date()
            case _:
                return self.dice.random() < 0.5

    def _text(self, kind: TextType) -> str:
        if kind.pattern is not None:
            starts = kind.pattern.pattern
            [ready] = [ready for start, ready in _READY.items() if starts.startswith(start)]
            found = self.dice.choice(ready)
            assert kind.pattern.match(found)
            return found
        if kind.verbatim:
            return (
                "\n \n".join(self.dice.choices(self.words, k=3)).replace("<", "(").replace("://", ":") or "x"
            )
        return self.prose(kind.low, kind.high or 80)

    def date(self, after: dt.date = dt.date(1970, 1, 1)) -> dt.date:
        """A day, at the earliest `after`."""
        return after + dt.timedelta(days=self.dice.randint(0, 30_000))


def any_tables() -> SearchStrategy[Tables]:
    """The tables of a file that the types allow; its references may lead nowhere."""
    return st.builds(lambda words, seed: Maker(words, random.Random(seed)).of(FILE), WORDS, st.integers(0))


def sound_tables() -> SearchStrategy[Tables]:
    """The tables of a file without errors, holding one kit and all it needs."""
    return st.builds(lambda words, seed: _sound(Maker(words, random.Random(seed))), WORDS, st.integers(0))


def _sound(make: Maker) -> Tables:
    dice = make.dice
    letters = "ABCDEFGH"[: dice.randint(1, 8)]
    prompts = [_prompt(make, number, letters) for number in range(dice.randint(1, 5))]
    kept = [dice.random() < 0.5 or number == 0 for number in range(len(prompts))]
    swapped = dice.choice(prompts)
    twin = swapped | {"id": "twin-01", "title": make.prose(1, 80, "T")}
    core = [prompt for prompt, keep in zip(prompts, kept, strict=True) if keep]
    kit: Tables = {
        "id": "made-up",
        "title": make.prose(1, 80, "K"),
        "version": "1.0.0",
        "role": "somebody",
        "stage": dice.choice(["screen", "tech", "design", "practical", "final"]),
        "scorecard": "the-card",
        "scored": [letter for letter in letters if any(letter in prompt["categories"] for prompt in core)],
        "variants": [_variant(make, "full", prompts), _variant(make, "short", core) | {"core_only": True}],
        "items": [{"prompt": p["id"], "core": k} for p, k in zip(prompts, kept, strict=True)],
        "forms": [{"id": "a"}, {"id": "b", "swaps": [{"instead_of": swapped["id"], "use": "twin-01"}]}],
        "checklists": ["a-list"],
        "flags": ["a-flag"],
    }
    role: Tables = {"id": "somebody", "title": make.prose(1, 80, "R")}
    role["floors"] = {letter: dice.randint(0, 5) for letter in letters}
    lines = [{"id": f"l{number}", "text": make.prose(1, 240, "L")} for number in range(3)]
    return _header(make) | {
        "scorecards": [_scorecard(make, letters)],
        "prompts": [*prompts, twin],
        "role_profiles": [role],
        "kits": [kit],
        "checklists": [{"id": "a-list", "title": make.prose(1, 80, "C"), "lines": lines}],
        "flags": [{"id": "a-flag", "polarity": "red", "text": make.prose(1, 240, "F")}],
    }


def _header(make: Maker) -> Tables:
    created = make.date()
    return {
        "format": "interview-kit",
        "format_version": 1,
        "id": "made-up-file",
        "title": make.prose(1, 80, "F"),
        "publisher": make.prose(1, 80, "P"),
        "content_version": "1.2.3",
        "language": make.dice.choice(["en", "de-AT", "ar", "zh-Hant"]),
        "licence": "CC-BY-4.0",
        "created": created,
        "updated": make.date(created),
        "opening_script": make.prose(100, 1200, "Welcome. ").replace("{", "(").replace("}", ")"),
        "closing_script": "Thank you for your time; somebody will write to you in a week from today. " * 2,
    }


def _prompt(make: Maker, number: int, letters: str) -> Tables:
    minutes = make.dice.randint(2, 15)
    middle = make.dice.randint(1, minutes - 1)
    return {
        "id": f"made-{number}",
        "version": "1.0.0",
        "title": make.prose(1, 80, "T"),
        "type": make.dice.choice(["past", "situational", "design", "role_play", "task", "brief"]),
        "minutes": minutes,
        "candidate_text": make.prose(80, 1200, "Q"),
        "interviewer_notes": make.prose(1, 1500),
        "time_plan": [
            {"from": 0, "to": middle, "label": make.prose(1, 80, "L")},
            {"from": middle, "to": minutes, "label": "Talk"},
        ],
        "facts": [{"id": "f1", "text": make.prose(1, 29, "F")}],
        "probes": [{"id": f"p{n}", "text": make.prose(1, 240, "Why"), "assist": n == 1} for n in range(3)],
        "strong": [make.prose(1, 29, f"S{n}") for n in range(3)],
        "weak": [make.prose(1, 29, f"W{n}") for n in range(3)],
        "categories": make.dice.sample(letters, make.dice.randint(1, min(3, len(letters)))),
        "topics": ["backend"],
        "materials": [make.prose(1, 120) + "\n \n\tdone  "],
        "checklists": ["a-list"],
    }


def _scorecard(make: Maker, letters: str) -> Tables:
    rows = [
        {
            "id": letter,
            "title": make.prose(1, 60, "T"),
            "definition": make.prose(1, 300, "D"),
            "anchors": {str(n): make.prose(40, 400, f"{letter}{n} ") for n in range(6)},
            "variants": [{"when": "no_genai", "anchors": {"3": make.prose(40, 400, f"{letter}6 ")}}],
        }
        for letter in letters
    ]
    return {"id": "the-card", "title": make.prose(1, 80, "C"), "categories": rows}


def _variant(make: Maker, name: str, prompts: list[Tables]) -> Tables:
    """At least 15 minutes, at most 120, whatever the prompts are."""
    frame = {
        "opening": make.dice.randint(5, 10),
        "candidate_questions": make.dice.randint(5, 10),
        "close": make.dice.randint(3, 10),
    }
    total = sum(frame.values()) + sum(prompt["minutes"] for prompt in prompts)
    return {"id": name, "frame": frame, "total_minutes": total}
