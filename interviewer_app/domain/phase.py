"""Where an interview is in its life; apart because lists need nothing else of an interview. For everybody."""

from enum import StrEnum


class Phase(StrEnum):
    """Where an interview is in its life."""

    PREPARED = "prepared"
    LIVE = "live"
    TO_REVIEW = "to_review"
    FINALISED = "finalised"
