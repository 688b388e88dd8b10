"""A key press in the notes of a real call, saving on, against typing into a bare editor in the same run."""

from collections.abc import Iterator, Sequence
from contextlib import closing

from PySide6.QtGui import QTextCursor

from tests.benchmarks.call import Bare, Call, Press, Typist, application, fill, text_of
from tests.benchmarks.harness import Bench, Row, most, p50, p99, times

PACE = 0.012
"""Seconds between keys: twelve fingers' worth, so that work left over from one key meets the next."""

BLOCK = 40


def measure(bench: Bench) -> Iterator[Row]:
    """Each length in blocks of keys, in turn."""
    application()
    with closing(Call(bench.scratch)) as call:
        yield from _lengths(bench, call)


def _lengths(bench: Bench, call: Call) -> Iterator[Row]:
    bare = Bare(call.editor)
    texts = {
        "empty": text_of(),
        "10,000 characters": text_of(10_000),
        "100,000 characters": text_of(bench.n(100_000, 20_000)),
        "500 lines": text_of(lines=bench.n(500, 100)),
    }
    typist = Typist()
    for what, text in texts.items():
        for editor in (call.editor, bare.editor):
            fill(editor, text)
        call.keeper.flush()
        ours, floor = type_in_turn(typist, call, bare, bench.n(15, 2))
        yield from rows_of(f"key press, {what}", ours, floor)
    fill(call.editor, text_of(10_000))
    fill(bare.editor, text_of(10_000))
    for editor in (call.editor, bare.editor):
        editor.moveCursor(QTextCursor.MoveOperation.Start)
        for _n in range(60):
            editor.moveCursor(QTextCursor.MoveOperation.NextBlock)
    ours, floor = type_in_turn(typist, call, bare, bench.n(15, 2))
    yield from rows_of("key press, in the middle of 10,000 characters", ours, floor)
    bare.window.hide()


def type_in_turn(typist: Typist, call: Call, bare: Bare, rounds: int) -> tuple[list[Press], list[Press]]:
    """So many blocks of keys on each side; one block each that does not count goes before."""
    ours: list[Press] = []
    floor: list[Press] = []
    for turn in range(rounds + 1):
        mine = typist.type(call.editor, BLOCK, PACE)
        call.hold()
        theirs = typist.type(bare.editor, BLOCK, PACE)
        call.resume()
        if turn:
            ours += mine
            floor += theirs
    return ours, floor


def rows_of(what: str, ours: Sequence[Press], floor: Sequence[Press]) -> Iterator[Row]:
    """Handler and painted, each as median and 99th percentile."""
    handled, bare_handled = [p.handler for p in ours], [p.handler for p in floor]
    painted, bare_painted = [p.painted for p in ours], [p.painted for p in floor]
    yield Row(f"{what}: handler p50", "ms", p50(handled), p50(bare_handled))
    yield Row(f"{what}: handler p99", "ms", p99(handled), p99(bare_handled), (most(1.0), times(2.0)))
    yield Row(f"{what}: due to painted p50", "ms", p50(painted), p50(bare_painted))
    yield Row(f"{what}: due to painted p99", "ms", p99(painted), p99(bare_painted), (times(1.5),))
