"""How often and when last each prompt was put to somebody, and which form was used less. Pure.

Everybody may import it. Nothing of this is stored: it is counted from interviews that began, no samples.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PromptUse:
    """A prompt shown in `interviews` calls for one opening, the last of which began at `last` (UTC)."""

    prompt: str
    opening: str
    interviews: int
    last: datetime


@dataclass(frozen=True, slots=True)
class FormUse:
    """A form of a kit used in `interviews` calls."""

    kit: str
    form: str
    interviews: int


@dataclass(frozen=True, slots=True)
class Exposure:
    """All uses of one prompt: calls in all, the last one, and calls per opening, the most used first."""

    times: int
    last: datetime
    openings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FormSuggestion:
    """The form used least, and how often; `other_times` is for the one that was chosen."""

    form: str
    times: int
    other_times: int


def exposures(uses: Iterable[PromptUse]) -> Mapping[str, Exposure]:
    """Every prompt that was shown at least once, by its id."""
    by_prompt: dict[str, list[PromptUse]] = {}
    for use in uses:
        by_prompt.setdefault(use.prompt, []).append(use)
    return {prompt: _exposure(found) for prompt, found in by_prompt.items()}


def nudge(kit: str, forms: Iterable[str], chosen: str, uses: Iterable[FormUse]) -> FormSuggestion | None:
    """The form to take instead of the chosen one, or None when none of the others was used less."""
    times = dict.fromkeys(forms, 0)
    for use in uses:
        if use.kit == kit and use.form in times:
            times[use.form] += use.interviews
    if chosen not in times:
        return None
    # The first in order among equals, so that the advice does not jump.
    least = min(times, key=lambda form: times[form])
    if times[least] >= times[chosen]:
        return None
    return FormSuggestion(least, times[least], times[chosen])


def _exposure(found: list[PromptUse]) -> Exposure:
    per_opening: dict[str, int] = {}
    for use in found:
        per_opening[use.opening] = per_opening.get(use.opening, 0) + use.interviews
    ordered = tuple(sorted(per_opening.items(), key=lambda pair: (-pair[1], pair[0])))
    return Exposure(sum(per_opening.values()), max(use.last for use in found), ordered)
