"""The live screen when nobody types: processor time, wake-ups, and how much of it a tick paints."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing
from time import monotonic, sleep

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from tests.benchmarks.call import Call, application, run_for
from tests.benchmarks.harness import ROOT, Bench, Row, child_env, most, p50, python
from tests.benchmarks.processes import Used, used
from tests.benchmarks.screen import Screen, missing_tools, started

_STILL = str(ROOT / "tests" / "benchmarks" / "children" / "still_window.py")
CALM = 3.0
"""Seconds after opening before looking, so that nothing of the opening is counted."""


def measure(bench: Bench) -> Iterator[Row]:
    """Visible, minimised, and the two windows it is compared with; then the area painted."""
    yield from _painted_area(bench)
    if missing_tools():
        print("rest: not installed: " + ", ".join(missing_tools()))
        return
    seconds = bench.n(15, 4)
    with ExitStack() as open_now:
        screen = open_now.enter_context(Screen(bench.scratch / "screen", manager=True))
        floor, _server = _alone(screen, python(_STILL, "1000"), seconds)
        lively, _server = _alone(screen, python(_STILL, "16"), seconds)
        seen, server, away = _call(bench, screen, seconds)
    what = "live screen at rest"
    note = "floor: a window with a label at 1 Hz and a blinking caret"
    yield Row(f"{what}: CPU per second", "ms", seen.cpu, floor.cpu, (most(3.0),), note)
    yield Row(f"{what}: wake-ups per second", "", seen.waits, floor.waits, (most(13.0),))
    yield Row(f"{what}: CPU per second against a label at 60 Hz", "ms", seen.cpu, lively.cpu)
    yield Row(f"{what}: CPU of the X server per second", "ms", server.cpu)
    yield Row("the same minimised: CPU per second", "ms", away.cpu)
    yield Row("the same minimised: wake-ups per second", "", away.waits, None, (most(1.0),))


def _alone(screen: Screen, command: list[str], seconds: int) -> tuple[Used, Used]:
    env = child_env(PYTHONPATH=str(ROOT), **screen.env)
    with started(command, env) as process:
        _there(process)
        return _over(process.pid, screen.pid, seconds)


def _call(bench: Bench, screen: Screen, seconds: int) -> tuple[Used, Used, Used]:
    """Visible, the X server meanwhile, minimised."""
    folder = bench.scratch / "call"
    call = Call(folder)
    call.close()
    command = python("-m", "tests.benchmarks.children.live_call", str(folder), call.interview_id)
    env = child_env(PYTHONPATH=str(ROOT), **screen.env)
    with started(command, env) as process:
        _there(process)
        seen, server = _over(process.pid, screen.pid, seconds)
        if process.stdin is not None:
            process.stdin.write(b"minimise\n")
            process.stdin.flush()
        away, _server = _over(process.pid, screen.pid, seconds)
    return seen, server, away


def _there(process: "subprocess.Popen[bytes]") -> None:
    if process.stdout is None or process.stdout.readline() != b"there\n":
        raise RuntimeError("the window did not open")


def _over(pid: int, server: int, seconds: int) -> tuple[Used, Used]:
    """What both used per second, over so many seconds."""
    sleep(CALM)
    begun = monotonic()
    before, before_server = used(pid), used(server)
    sleep(seconds)
    passed = monotonic() - begun
    mine, its = used(pid).since(before), used(server).since(before_server)
    return _per_second(mine, passed), _per_second(its, passed)


def _per_second(what: Used, seconds: float) -> Used:
    return Used(what.cpu / seconds, round(what.waits / seconds))


# -- area ------------------------------------------------------------------------------------------


class Painted(QObject):
    """Adds up what is painted inside a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.region = QRegion()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QPaintEvent)
            and isinstance(watched, QWidget)
            and watched.window() is self._window
        ):
            self.region += event.region().translated(watched.mapTo(self._window, watched.rect().topLeft()))
        return False


def _painted_area(bench: Bench) -> Iterator[Row]:
    application()
    with closing(Call(bench.scratch / "area")) as call:
        yield from _area_of(bench, call)


def _area_of(bench: Bench, call: Call) -> Iterator[Row]:
    app = QApplication.instance()
    if app is None:
        raise LookupError("no application")
    call.editor.setFocus()
    painted = Painted(call.window)
    run_for(2.5)
    app.installEventFilter(painted)
    shares = []
    whole = call.window.width() * call.window.height()
    for _tick in range(bench.n(12, 3)):
        painted.region = QRegion()
        _run_until_tick(call)
        run_for(0.1)
        shares.append(100 * _area(painted.region) / whole)
    app.removeEventFilter(painted)
    yield Row("live screen: painted between two ticks, p50", "% of window", p50(shares))
    yield Row("live screen: painted between two ticks, worst", "% of window", max(shares), None, (most(5.0),))


def _area(region: QRegion) -> int:
    rects = iter(region)  # type: ignore[call-overload]  # the stubs leave it out
    return sum(rect.width() * rect.height() for rect in rects)


def _run_until_tick(call: Call) -> None:
    loop = QEventLoop()
    call.controller.time.ticked.connect(loop.quit)
    loop.exec()
