"""When the program may ask the interviewer something in a call, and about what. Everybody may import it."""

from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS
from interviewer_app.domain.live.pacing import TimeState
from interviewer_app.domain.marks import Mark, MarkKind

QUIET = 20.0
"""So many seconds without typing are a calm moment, while the prompt has time left."""

BREATH = 3.0
"""Never sooner than this after a key: a question that comes in mid-word costs the word."""

_FRAME = frozenset({OPENING, QUESTIONS, CLOSE})


def calm(step: str, *, paused: bool, idle: float, state: TimeState) -> bool:
    """True in a pause, in a step of the frame, or when a prompt has time left and nothing is being typed.

    `idle` is seconds since the last change of the notes.
    """
    if idle < BREATH:
        return False
    if paused or step in _FRAME:
        return True
    return idle >= QUIET and state is TimeState.EASY


def unruled(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The gaps nobody has ruled on, oldest first."""
    ruled = {mark.ref for mark in marks if mark.kind is MarkKind.GAP_RULED}
    return tuple(mark for mark in marks if mark.kind is MarkKind.GAP and str(mark.seq) not in ruled)
