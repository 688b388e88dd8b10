"""What the form of the kit editor wishes to change. For ui/kits."""

from enum import StrEnum
from typing import Any

from interviewer_app.domain.kits.fields import Path
from interviewer_app.domain.records import record


class Act(StrEnum):
    """Kinds of change."""

    PUT = "put"
    ADD = "add"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"


@record
class Edit:
    """One change at a path; `value` goes with PUT."""

    act: Act
    path: Path
    value: Any = None
