"""Interviewer: the instrument panel beside a live structured interview."""

__version__ = "0.1.0"
