"""What can be done when the disk of the database takes nothing: again, or a copy. For controllers/live.

A copy is made from memory, past the database: full, read-only or gone, it stands in nobody's way.
"""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from interviewer_app import labels
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.live.live_call import LiveCall
from interviewer_app.domain.changes import Change, NotePut, TickPut
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.text import _


class Rescue:
    """A copy holds notes, scores and marks of the call on screen, as one file of the form interviewer/1."""

    def __init__(self, live: LiveCall, keeper: Keeper) -> None:
        self._live = live
        self._keeper = keeper

    def retry(self) -> None:
        """Try a failed write again now."""
        self._keeper.retry()

    def waiting_text(self) -> str:
        """All that was written and is not on disk yet, one line each, for the clipboard."""
        return "\n".join(filter(None, map(_written, self._keeper.waiting())))

    def suggestion(self) -> str:
        """A place and a name to begin with; empty when there is no call."""
        session = self._live.session
        if session is None:
            return ""
        interview = session.interview
        day = interview.started.local.strftime("%Y-%m-%d") if interview.started is not None else ""
        who = re.sub(r"[\W_]+", "-", interview.candidate).strip("-")[:40]
        name = "_".join(part for part in (day, who, _("copy")) if part) + ".json"
        places = QStandardPaths.StandardLocation
        folder = QStandardPaths.writableLocation(places.DocumentsLocation)
        return str((Path(folder) if folder and Path(folder).is_dir() else Path.home()) / name)

    def save_copy(self, path: str) -> str:
        """Write the copy whole; where it is, which is beside `path` when that name is taken.

        Raises ExportProblem, and leaves nothing half-written, when it cannot be.
        """
        # Loaded with the first copy; most calls never need one.
        from interviewer_app.exchange.files import write_new
        from interviewer_app.exchange.records import to_json

        session = self._live.session
        if session is None:
            return ""
        interview, wanted = session.interview, Path(path)
        # Shares for everybody: no database says who else had extra time, and the only such copies would tell.
        summary = summarise(interview, session.now(), show_minutes=False)
        data = to_json(summary, interview.phase, interview.marks)
        return str(write_new(wanted.parent, wanted.name, (data,)))


def _written(change: Change) -> str:
    """The words in a change, with their time; empty when it holds none."""
    match change:
        case NotePut(note=note):
            return f"{labels.clock(note.t)} {note.text}"
        case TickPut(tick=tick) if any(tick.cells):
            return f"{labels.clock(tick.t)} {' | '.join(filter(None, tick.cells))}"
    return ""
