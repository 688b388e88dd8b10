"""Dates, times and fixed words of the packet. Imported by report."""

from datetime import datetime, timedelta

from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.packet.summary import Summary
from interviewer_app.text import _

DASH = "–"
NBSP = "\xa0"


def _months() -> tuple[str, ...]:
    """Short names, never taken from the system's locale: the same record must give the same bytes."""
    names = _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    return tuple(names.split())


def day(when: datetime) -> str:
    """17 Nov 2026."""
    return f"{when.day} {_months()[when.month - 1]} {when.year}"


def long_day(when: datetime) -> str:
    """Tuesday 17 November 2026."""
    weekdays = _("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()
    months = _(
        "January February March April May June July August September October November December"
    ).split()
    return f"{weekdays[when.weekday()]} {when.day} {months[when.month - 1]} {when.year}"


def hour(when: datetime) -> str:
    """15:22."""
    return f"{when.hour:02d}:{when.minute:02d}"


def zone(moment: Moment) -> str:
    """UTC+01:00."""
    sign = "+" if moment.offset >= 0 else DASH
    return f"UTC{sign}{abs(moment.offset) // 60:02d}:{abs(moment.offset) % 60:02d}"


def stamp(moment: Moment) -> str:
    """17 Nov 2026, 15:22 UTC+01:00."""
    return f"{day(moment.local)}, {hour(moment.local)} {zone(moment)}"


def year_after(when: datetime) -> datetime:
    """The same day a year later; the 29th of February becomes the 1st of March."""
    try:
        return when.replace(year=when.year + 1)
    except ValueError:
        return (when + timedelta(days=1)).replace(year=when.year + 1)


class Times:
    """Elapsed times and lengths: minutes, or shares of the plan where minutes would give extra time away."""

    def __init__(self, summary: Summary) -> None:
        self.minutes = summary.show_minutes
        self._plan = summary.planned or 1.0

    def at(self, seconds: float) -> str:
        """A point in time since the start: 05:02, or 8.4 %."""
        if not self.minutes:
            return self._share(seconds, 1)
        whole = max(0, int(seconds))
        return f"{whole // 60:02d}:{whole % 60:02d}"

    def span(self, seconds: float) -> str:
        """A length: 3:45, or 6 %."""
        if not self.minutes:
            return self._share(seconds, 0)
        whole = max(0, round(seconds))
        return f"{whole // 60}:{whole % 60:02d}"

    def change(self, seconds: float) -> str:
        """A difference with its sign: +3:45, –0:10."""
        text = self.span(abs(seconds))
        if text == self.span(0.0):
            return "±" + text
        return ("+" if seconds > 0 else DASH) + text

    def _share(self, seconds: float, digits: int) -> str:
        return f"{100 * seconds / self._plan:.{digits}f}{NBSP}%"


def sign(marker: Marker) -> str:
    """The marker as printed, always with its word."""
    return {
        Marker.PLAIN: _("note"),
        Marker.SAID: _("“ said"),
        Marker.FOR: _("+ for"),
        Marker.AGAINST: _("! concern"),
        Marker.UNKNOWN: _("? unknown"),
        Marker.HELP: _("> asked"),
    }[marker]


def said_how(marker: Marker) -> str:
    """The marker in the line under the strongest evidence."""
    return {
        Marker.PLAIN: _("note"),
        Marker.SAID: _("said, near verbatim"),
        Marker.FOR: _("speaks for"),
        Marker.AGAINST: _("concern"),
        Marker.UNKNOWN: _("unknown"),
        Marker.HELP: _("asked by the interviewer"),
    }[marker]


def fours(digits: str, most: int = 12) -> str:
    """The first hexadecimal digits of a hash in groups of four."""
    return " ".join(digits[n : n + 4] for n in range(0, min(most, len(digits)), 4))


def eights(digits: str) -> str:
    """A whole hash in groups of eight."""
    return " ".join(digits[n : n + 8] for n in range(0, len(digits), 8))
