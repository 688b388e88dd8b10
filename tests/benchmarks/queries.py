"""What the screens ask the database: how long at 100,000 interviews, and what 10,000 more cost."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from sqlite3 import connect

from interviewer_app.domain.listing import Order, Query
from interviewer_app.domain.phase import Phase
from interviewer_app.storage.reader import Reader
from tests.benchmarks.databases import library_of
from tests.benchmarks.harness import Aim, Bench, Row, in_turn, most, p50, p99
from tests.benchmarks.replay import Replay

Question = Callable[[Reader], object]

SCREEN = (most(5.0),)
TYPING = (most(16.0),)


def measure(bench: Bench) -> Iterator[Row]:
    """Every question at both sizes; the big one against bare sqlite3, and against the small one."""
    small, big = library_of(bench, bench.n(10_000, 500)), library_of(bench, bench.n(100_000, 2_000))
    few, many = ask_all(bench, small), ask_all(bench, big)
    for what, (aims, ours, floor) in many.items():
        yield Row(f"{what}, p50", "ms", p50(ours), p50(floor))
        yield Row(f"{what}, p99", "ms", p99(ours), p99(floor), aims)
    for what, (_aims, ours, _floor) in many.items():
        yield Row(f"growth x10: {what}", "ms", p50(ours), p50(few[what][1]))


Figures = dict[str, tuple[tuple[Aim, ...], list[float], list[float]]]


def ask_all(bench: Bench, path: Path) -> Figures:
    """Milliseconds of every question on one database: ours and bare."""
    reader, replay = Reader(path), Replay(path)
    out: Figures = {}
    for what, (aims, asked) in questions(path).items():
        ours: list[float] = []
        floor: list[float] = []
        rounds = max(2, bench.n(400, 20) // len(asked))
        for question in asked:
            pair = in_turn(rounds, partial(question, reader), replay.of(question))
            ours += pair[0]
            floor += pair[1]
        out[what] = aims, ours, floor
    reader.close()
    replay.close()
    return out


def questions(path: Path) -> dict[str, tuple[tuple[Aim, ...], Sequence[Question]]]:
    """What is asked, in several variants each."""
    chance = Random(1)
    reader = Reader(path)
    ids = chance.sample(list(reader.ids(Phase.FINALISED)), 20)
    reader.close()
    rare, common, prefixes = words_of(path)
    return {
        "first page": (SCREEN, [_page(Query())]),
        "page 50": (SCREEN, [_page(Query(offset=4_900))]),
        "first page by candidate": (SCREEN, [_page(Query(order=Order.CANDIDATE))]),
        "shelf counts": (SCREEN, [lambda reader: reader.counts()]),
        "open one interview": (SCREEN, [partial(_load, one) for one in ids]),
        "filter by a rare word": (TYPING, [_page(Query(words=word)) for word in rare]),
        "filter by a common word": (TYPING, [_page(Query(words=word)) for word in common]),
        "filter by two letters": (TYPING, [_page(Query(words=word)) for word in prefixes]),
        "the same with the shelf counts": (
            TYPING,
            [partial(_filtered, word) for word in (*prefixes, *common)],
        ),
        "common word, by candidate": (TYPING, [_page(Query(words=w, order=Order.CANDIDATE)) for w in common]),
    }


def words_of(path: Path) -> tuple[list[str], list[str], list[str]]:
    """Ten rare words, the ten most common ones, and the twenty most common beginnings of two letters."""
    with closing(connect(f"{path.as_uri()}?mode=ro", uri=True)) as conn:
        found = Counter(
            word for (words,) in conn.execute("SELECT words FROM interview") for word in words.split()
        )
    ranked = [word for word, _count in found.most_common()]
    starts: Counter[str] = Counter()
    for word, count in found.items():
        starts[word[:2]] += count
    return ranked[-10:], ranked[:10], [start for start, _count in starts.most_common(20)]


def _page(query: Query) -> Question:
    return lambda reader: reader.page(query)


def _load(interview_id: str, reader: Reader) -> object:
    return reader.load(interview_id)


def _filtered(words: str, reader: Reader) -> object:
    """All that happens at one key in the filter."""
    return reader.page(Query(words=words)), reader.counts(words), reader.interrupted()
