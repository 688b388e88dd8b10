"""What the controller tests work at: a keeper on a real file, preferences, and a clock moved by hand."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot
from typing_extensions import override

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.moments import Moment
from tests.builders import a_moment


class HandClock(Clock):
    """Stands where it was put; `boot`, time zone (minutes) and the wall clock's error can be changed too."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0
        self.wall_error = 0.0
        self.boot = "boot-1"
        self.offset = 60

    @override
    def now(self) -> Moment:
        true = a_moment(self.seconds, boot=self.boot)
        return Moment(true.utc + timedelta(seconds=self.wall_error), true.mono, true.boot, self.offset)


@dataclass
class Desk:
    """What a controller under test stands on: a keeper with a real database, and the hands that move time."""

    keeper: Keeper
    preferences: PreferencesController
    folder: Path
    qtbot: QtBot

    @property
    def clock(self) -> HandClock:
        clock = self.keeper.clock
        assert isinstance(clock, HandClock)
        return clock

    def store(self, story: Update) -> str:
        """Write a story of tests.builders; the id of its interview."""
        self.keeper.save(story.changes)
        assert self.keeper.flush()
        return story.interview.id

    def stored(self, interview_id: str) -> Interview:
        """The interview as it is on disk now."""
        assert self.keeper.flush()
        return self.keeper.reader.load(interview_id)


class Ear:
    """Remembers what a signal said."""

    def __init__(self, signal: SignalInstance) -> None:
        self.heard: list[Any] = []
        signal.connect(self.hear)

    def hear(self, *said: Any) -> None:
        self.heard.append(said[0] if said else None)

    @property
    def last(self) -> Any:
        return self.heard[-1]


class PartEar(Ear):
    """Remembers each new part of this name in the views of a controller."""

    def __init__(self, controller: Any, part: str) -> None:
        self._part = part
        self._before = getattr(controller.view, part, None)
        super().__init__(controller.changed)

    @override
    def hear(self, said: object = None) -> None:
        found = getattr(said, self._part)
        if found is not self._before:
            self._before = found
            super().hear(found)
