"""Instants that survive wrong clocks: wall and monotonic reading side by side. Everybody may import it."""

from datetime import datetime, timedelta, timezone

from interviewer_app.domain.records import record


@record
class Moment:
    """One reading of both clocks.

    `utc` is aware and in UTC; `mono` is in seconds and goes on while the computer sleeps; `boot` names the
    run of the computer within which `mono` can be compared; `offset` is the local UTC offset in minutes.
    """

    utc: datetime
    mono: float
    boot: str
    offset: int = 0

    @property
    def local(self) -> datetime:
        """The instant as the wall clock beside the interviewer showed it."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset)))


def seconds_between(earlier: Moment, later: Moment) -> float:
    """Elapsed seconds, never negative: by the monotonic clock in one boot, by the wall clock across boots."""
    if earlier.boot == later.boot:
        return max(0.0, later.mono - earlier.mono)
    return max(0.0, (later.utc - earlier.utc).total_seconds())


def disagreement(earlier: Moment, later: Moment) -> float:
    """How many seconds the wall clock ran ahead of the monotonic one in between; 0.0 across boots."""
    if earlier.boot != later.boot:
        return 0.0
    return (later.utc - earlier.utc).total_seconds() - (later.mono - earlier.mono)
