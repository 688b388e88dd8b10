"""The words of shipped prompts as they are spelt in their files, for the tests of their figures."""

import tomllib
from functools import cache
from typing import Any

from interviewer_app.kits import library


@cache
def prompts() -> dict[str, dict[str, Any]]:
    """Every shipped prompt by id."""
    found: dict[str, dict[str, Any]] = {}
    for path in library.shipped_paths():
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("prompts", ())
        found |= {prompt["id"]: prompt for prompt in entries}
    return found


def asked(prompt_id: str) -> str:
    """What the candidate reads, single line breaks as spaces."""
    return " ".join(prompts()[prompt_id]["candidate_text"].split())


def sums(prompt_id: str) -> str:
    """The interviewer's notes, single line breaks as spaces."""
    return " ".join(prompts()[prompt_id]["interviewer_notes"].split())


def fact(prompt_id: str, fact_id: str) -> str:
    """One fact."""
    return " ".join(f["text"] for f in prompts()[prompt_id]["facts"] if f["id"] == fact_id)


def lists() -> dict[str, list[str]]:
    """The ids of the lines of every shipped checklist."""
    path = next(path for path in library.shipped_paths() if path.stem == "checklists")
    found = tomllib.loads(path.read_text(encoding="utf-8"))["checklists"]
    return {checklist["id"]: [line["id"] for line in checklist["lines"]] for checklist in found}


def says(text: str, *parts: str) -> None:
    """Fail unless every part is in the text."""
    for part in parts:
        assert part in text
