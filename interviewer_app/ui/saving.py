"""What the status dot says about a SaveView. For ui."""

from typing import Final, Literal

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.ui.widgets.status_dot import SaveStatus

_WORDS: Final[dict[SaveState, Literal["saved", "writing", "unsaved"]]] = {
    SaveState.SAVED: "saved",
    SaveState.WRITING: "writing",
    SaveState.FAILED: "unsaved",
}


def save_status(save: SaveView) -> SaveStatus:
    """The state of saving, with the time of day of the last good save."""
    return SaveStatus(_WORDS[save.state], f"{save.at:%H:%M:%S}" if save.at is not None else "")
