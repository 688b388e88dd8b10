"""The time on the screen against the time that passed, at every tick, also while the window stalls."""

from collections.abc import Iterator
from contextlib import closing
from time import clock_gettime, perf_counter, sleep

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from interviewer_app import labels
from interviewer_app.controllers.clock import Clock
from tests.benchmarks.call import Call, application
from tests.benchmarks.harness import Bench, Row, most, p99

STALL = 0.25
NAIVE_MS = 100


def measure(bench: Bench) -> Iterator[Row]:
    """First undisturbed, then with the event loop blocked for 250 ms again and again."""
    application()
    with closing(Call(bench.scratch)) as call:
        yield from _watched(bench, call)


def _watched(bench: Bench, call: Call) -> Iterator[Row]:
    seconds = bench.n(20, 4)
    for what, stalls in (("undisturbed", False), ("with stalls of 250 ms", True)):
        watch = Watch(call)
        watch.run(seconds, stalls=stalls)
        note = f"floor: a countdown at 10 Hz that counts its own ticks, after {seconds} s in the same run"
        worst = max(watch.errors)
        yield Row(
            f"error of the shown time at a tick, {what}, worst", "ms", worst, watch.naive, (most(20.0),), note
        )
        yield Row(f"a tick is late, {what}, p99", "ms", p99(watch.late))
        yield Row(f"seconds the screen left out, {what}", "", watch.skipped, None, (most(0.0),))


class Watch(QObject):
    """Listens to the call's ticks beside a clock that counts its own."""

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.errors: list[float] = []
        self.late: list[float] = []
        self.skipped = 0
        self._call = call
        self._shown = -1
        session = call.controller.session
        if session is None or session.interview.started is None:
            raise LookupError("no call")
        self._start = session.interview.started.mono
        self._counted = 0
        self._naive = QTimer(self)
        self._naive.setTimerType(Qt.TimerType.PreciseTimer)
        self._naive.timeout.connect(self._count)
        self._block = QTimer(self)
        self._block.timeout.connect(lambda: sleep(STALL))

    def run(self, seconds: int, *, stalls: bool) -> None:
        """Watch for so long."""
        loop = QEventLoop()
        QTimer.singleShot(seconds * 1000, loop.quit)
        self._call.controller.time.ticked.connect(self._tick)
        self._naive.start(NAIVE_MS)
        begun = perf_counter()
        if stalls:
            self._block.start(1_700)  # out of step with the ticks, so that some of them are hit
        loop.exec()
        self._naive.stop()
        self._block.stop()
        passed = (perf_counter() - begun) * 1000
        self.naive = abs(passed - self._counted * NAIVE_MS)
        self._call.controller.time.ticked.disconnect(self._tick)

    def _tick(self) -> None:
        """The screen has heard it first: what its clock stands at now, against the kernel's."""
        true = clock_gettime(_MONO) - self._start
        view = self._call.controller.view
        if view is None:
            raise LookupError("no call")
        shown = view.clock.pace.counted
        whole = int(shown)
        if labels.clock(shown) != labels.clock(float(whole)):
            raise AssertionError("the label rounds; this benchmark thinks it cuts")
        self.errors.append(abs(true - shown) * 1000)
        self.late.append((shown - whole) * 1000)
        if self._shown >= 0:
            self.skipped += max(0, whole - self._shown - 1)
        self._shown = whole

    def _count(self) -> None:
        self._counted += 1


_MONO = Clock()._mono
