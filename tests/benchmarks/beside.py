"""How soon what the interviewer calls for is there: the curtain, the ribbon, and the whole window again."""

from collections.abc import Callable, Iterator
from contextlib import closing
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.ui.shell.beside import CompanionWindows
from tests.benchmarks.call import SIZE, Call, application, fill, run_for, text_of
from tests.benchmarks.harness import Bench, Row, most, p50, p99

FRAME = 16.0
_PATIENCE = 2.0
_REST = 0.05
"""Seconds between two of them, so that nothing left over from one is charged to the next."""


def measure(bench: Bench) -> Iterator[Row]:
    """Each at several lengths of the notes, from the wish to the first picture that shows it."""
    application()
    with closing(Call(bench.scratch)) as call:
        window = QMainWindow()
        window.setCentralWidget(call.window)
        window.resize(*SIZE)
        window.show()
        CompanionWindows(call.window, call.controller, PreferencesController(bench.scratch))
        call.controller.refresh()
        lengths = {
            "empty": text_of(),
            "10,000 characters": text_of(10_000),
            "100,000 characters": text_of(bench.n(100_000, 20_000)),
        }
        for what, text in lengths.items():
            fill(call.editor, text)
            run_for(0.3)
            yield from _with_notes(bench, call, what)
        window.hide()


def _with_notes(bench: Bench, call: Call, what: str) -> Iterator[Row]:
    rounds, screen = bench.n(100, 10), call.window
    down, into, back = [], [], []
    for turn in range(rounds + 1):
        covered = _shown(screen.toggle_curtain, screen.parts.curtain)
        screen.toggle_curtain()
        run_for(_REST)
        small = _shown(screen.beside.ribbon_requested.emit, screen.parts.notes)
        run_for(_REST)
        whole = _shown(screen.beside.ribbon_requested.emit, screen.parts.prompt)
        run_for(_REST)
        # The first time the ribbon is built as well: told apart, for it happens once in a call.
        if turn:
            down.append(covered)
            into.append(small)
            back.append(whole)
        elif what == "empty":
            yield Row("ribbon, the first time", "ms", small)
    yield from _rows(f"curtain, {what}", down)
    yield from _rows(f"ribbon, {what}", into)
    yield Row(f"the whole window again, {what}: wish to painted p50", "ms", p50(back))


def _rows(what: str, taken: list[float]) -> Iterator[Row]:
    yield Row(f"{what}: wish to painted p50", "ms", p50(taken))
    yield Row(f"{what}: wish to painted p99", "ms", p99(taken), None, (most(FRAME),))


def _shown(wish: Callable[[], object], part: QWidget) -> float:
    """Milliseconds from the wish until everything of the window is painted, `part` among it."""
    watch = _Painting(part)
    begun = perf_counter()
    wish()
    while not watch.painted and perf_counter() < begun + _PATIENCE:
        QApplication.processEvents()
    taken = (perf_counter() - begun) * 1000
    part.removeEventFilter(watch)
    if not watch.painted:
        raise TimeoutError("nothing was painted")
    return taken


class _Painting(QObject):
    """Sees a widget painted."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.painted = False
        part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False
