"""The only place that reads the clocks; everybody else gets a Moment. Imported by app and controllers."""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from interviewer_app.domain.moments import Moment

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock:
    """Wall and monotonic clock of this computer; the monotonic one goes on while it sleeps, where it can."""

    def __init__(self) -> None:
        try:
            self._boot = _BOOT_ID.read_text(encoding="ascii").strip()
        except OSError:
            # Without a name for this run of the computer, readings of two processes are not compared.
            self._boot = os.urandom(16).hex()
        self._minute, self._offset = -1.0, 0
        self._mono = time.CLOCK_BOOTTIME if sys.platform == "linux" else time.CLOCK_MONOTONIC

    def now(self) -> Moment:
        """Both clocks, read together."""
        wall = datetime.now(UTC)
        # Read at every key press: clocks are changed for summer and winter at the turn of a minute.
        minute = wall.timestamp() // 60
        if minute != self._minute:
            self._minute, self._offset = minute, time.localtime(minute * 60).tm_gmtoff // 60
        mono = time.monotonic() if sys.platform == "win32" else time.clock_gettime(self._mono)
        return Moment(wall, mono, self._boot, self._offset)
