"""How a detour is explained and a gap is ruled on, the same in the call and after it. For ui."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QLineEdit

from interviewer_app import labels
from interviewer_app.domain.live.detours import MAX_WORDS
from interviewer_app.domain.marks import DetourReason
from interviewer_app.text import _
from interviewer_app.ui.widgets.segmented_choice import Chosen, Option

_COUNT: Final = "count"
_LEAVE_OUT: Final = "leave_out"


@dataclass(frozen=True, slots=True)
class GapRequest:
    """Count this gap, or leave it out."""

    seq: int
    counted: bool


def gap_options() -> tuple[Option, ...]:
    """The two answers."""
    return Option(_COUNT, _("Count it")), Option(_LEAVE_OUT, _("Leave it out"))


def gap_key(*, counted: bool) -> str:
    """The key of the answer that holds."""
    return _COUNT if counted else _LEAVE_OUT


def gap_request(seq: int, choice: Chosen) -> GapRequest:
    """What an answer asks for."""
    return GapRequest(seq, choice.key == _COUNT)


def reason_options(reasons: Iterable[DetourReason]) -> tuple[Option, ...]:
    """The reasons to choose from."""
    return tuple(Option(reason, labels.detour_reason(reason)) for reason in reasons)


class DetourWords(QLineEdit):
    """Words beside a reason."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Words beside the reason"))
        self.setPlaceholderText(_("Words beside it, if you like"))
        self.setMaxLength(MAX_WORDS)

    def present(self, words: str, *, same: bool) -> None:
        """Show these words; of the `same` detour, nothing moves under the hands that are typing."""
        if words != self.text() and not (same and self.hasFocus()):
            self.setText(words)
