"""Opens the window on a data folder, notes what was imported for the first paint, and leaves."""

import builtins
import json
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

begun = perf_counter()
from PySide6 import QtWidgets  # noqa: E402

WIDGETS = (perf_counter() - begun) * 1000
BEFORE = set(sys.modules)
_import = builtins.__import__


class Meter:
    """Milliseconds spent in the outermost imports."""

    def __init__(self) -> None:
        self.ms = 0.0
        self._depth = 0

    def __call__(self, *args: Any, **more: Any) -> Any:
        """Import and add up."""
        self._depth += 1
        started = perf_counter()
        try:
            return _import(*args, **more)
        finally:
            self._depth -= 1
            if not self._depth:
                self.ms += (perf_counter() - started) * 1000


class Painted(QtWidgets.QApplication):
    """Tells what is loaded when the first paint event has come, and leaves."""

    # No @override: the module it comes from is one of those to be counted.
    def notify(self, receiver: Any, event: Any) -> bool:  # type: ignore[explicit-override]
        """Pass every event on."""
        done = super().notify(receiver, event)
        if event.type() == event.Type.Paint:
            modules = sorted(set(sys.modules) - BEFORE)
            print(json.dumps({"widgets": WIDGETS, "ms": METER.ms, "modules": modules}), flush=True)
            os._exit(0)
        return done


METER = Meter()
builtins.__import__ = METER
QtWidgets.QApplication = Painted  # type: ignore[misc]

# QtWidgets has brought QtGui along.
from interviewer_app.app.main import run  # noqa: E402

sys.exit(run(Path(sys.argv[1])))
