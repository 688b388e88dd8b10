"""Scores per category, their support by cited notes, and totals as intervals. Everybody may import it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

TOP = 5


class ScoreState(StrEnum):
    """Three different things; only the second is a number."""

    OPEN = "open"
    SCORED = "scored"
    NOT_OBSERVED = "not_observed"


class NotObservedReason(StrEnum):
    """Why there is nothing to score."""

    NOT_ASKED = "not_asked"
    OUT_OF_TIME = "out_of_time"
    TECHNICAL = "technical"
    NOT_IN_SCOPE = "not_in_scope"


class Support(StrEnum):
    """How far the cited notes carry a score."""

    NOT_NEEDED = "not_needed"
    SUPPORTED = "supported"
    THIN = "thin"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Score:
    """One category's outcome. `cited` are note ids; `missing` says what the next anchor would have needed."""

    letter: str
    state: ScoreState = ScoreState.OPEN
    value: int | None = None
    reason: NotObservedReason | None = None
    cited: tuple[str, ...] = ()
    missing: str = ""
    settled: bool = False
    t: float | None = None
    set_at: datetime | None = None

    @property
    def code(self) -> str:
        """Compact form for marks: empty, "-" or the digit."""
        if self.state is ScoreState.NOT_OBSERVED:
            return "-"
        return "" if self.value is None else str(self.value)


def notes_needed(value: int) -> int:
    """How many cited notes a score asks for: two for 4 and 5, else one (note-taking rules, C3)."""
    return 2 if value >= 4 else 1


def support(score: Score) -> Support:
    """How far a score's cited notes carry it."""
    if score.value is None:
        return Support.NOT_NEEDED
    if not score.cited:
        return Support.UNSUPPORTED
    return Support.SUPPORTED if len(score.cited) >= notes_needed(score.value) else Support.THIN


@dataclass(frozen=True, slots=True)
class Total:
    """A weighted sum as an interval: `low` if all that was not observed were 0, `high` if it were 5."""

    low: int
    high: int
    top: int
    observed: int
    of: int
    weights: Mapping[str, int]

    @property
    def exact(self) -> bool:
        """True when every category was observed."""
        return self.observed == self.of


def total(scores: Iterable[Score], weights: Mapping[str, int]) -> Total:
    """Sum over the categories; a missing weight is 1; what is not observed is never a number (P-13)."""
    cards = tuple(scores)
    used = {card.letter: weights.get(card.letter, 1) for card in cards}
    low = sum(used[c.letter] * c.value for c in cards if c.value is not None)
    room = sum(used[c.letter] * TOP for c in cards if c.value is None)
    return Total(
        low=low,
        high=low + room,
        top=sum(TOP * w for w in used.values()),
        observed=sum(c.value is not None for c in cards),
        of=len(cards),
        weights=used,
    )
