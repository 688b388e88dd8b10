"""The log of what happened in an interview: append-only marks. Everybody may import it."""

from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.domain.moments import Moment, seconds_between


class MarkKind(StrEnum):
    """What a mark records; the comment names the fields it uses beside `at` and `t`."""

    STARTED = "started"
    SHOWN = "shown"  # step
    PAUSED = "paused"  # reason = a PauseCause
    RESUMED = "resumed"
    GAP = "gap"  # span; reason = a GapCause; new = counted | excluded
    GAP_RULED = "gap_ruled"  # ref = seq of the gap; new = counted | excluded
    PROBE = "probe"  # step, ref; new = asked, or empty when unticked
    FACT = "fact"  # step, ref; new = told, or empty when unticked
    SCORED = "scored"  # ref = letter; old, new = "", "-", "0".."5"; a settled category is open again
    FACTOR = "factor"  # old, new in per cent
    REPLANNED = "replanned"  # step; ref = seq of the SHOWN it came with; old, new = minutes before the factor
    ENDED = "ended"
    CONTINUED = "continued"
    SETTLED = "settled"  # ref = letter; new = "-", "0".."5", or empty when reopened
    RECOMMENDED = "recommended"  # old, new
    FINALISED = "finalised"
    DETOUR = "detour"  # step; reason = a DetourReason; new = words, may be empty; the last of a step holds


class PauseCause(StrEnum):
    """Why the clock stands still."""

    OURS = "ours"
    THEIRS = "theirs"
    CONNECTION = "connection"
    BREAK = "break"
    OTHER = "other"


class GapCause(StrEnum):
    """Why the program could not watch for a stretch of time."""

    STOPPED = "stopped"
    ASLEEP = "asleep"
    CLOCK = "clock"


class DetourReason(StrEnum):
    """Why a prompt was passed over or taken out of order; NONE is said in review, by who has none to give."""

    OUT_OF_TIME = "out_of_time"
    ANSWERED = "answered"
    TECHNICAL = "technical"
    NOT_IN_SCOPE = "not_in_scope"
    CANDIDATE = "candidate"
    OTHER = "other"
    NONE = "none"


COUNTED = "counted"
EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Mark:
    """One event. `t` is seconds since the start, with pauses; `span` the length of a stretch ending there."""

    seq: int
    kind: MarkKind
    at: Moment
    t: float
    step: str = ""
    ref: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    span: float = 0.0


def since_start(marks: tuple[Mark, ...], now: Moment) -> float:
    """Seconds since the start at `now`, pauses included; 0.0 before the start."""
    if not marks:
        return 0.0
    last = marks[-1]
    return last.t + seconds_between(last.at, now)
