"""The packet: warm, cold, many at once; against the same words and fonts on a bare reportlab canvas."""

import hashlib
import pickle
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from pypdf import PdfReader

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.packet.summary import Summary, summarise
from interviewer_app.exchange.demo import made_up
from interviewer_app.report import pdf
from tests.benchmarks.bare_canvas import Run, draw
from tests.benchmarks.databases import shipped_kit
from tests.benchmarks.harness import Bench, Row, answer, in_turn, least, most, p50, p99, plus, python, times
from tests.benchmarks.spread import spread_out
from tests.builders import a_kit, an_interview

VERSION = "1.0"
SHORT = 3
"""Pages of the packet the aims speak of."""

SHORT_LINES = (
    '" We would shed load before we queue it, and tell the people who wait #A',
    "+ named the failing dependency unasked: Ανάλυση, разбор, przegląd #B",
    "! no figure for the error budget, and none asked for",
    "? how would they hand this over",
)


def measure(bench: Bench) -> Iterator[Row]:
    """One short packet, one as the shipped kit makes them, then five hundred."""
    interviews = finished(40)
    short = short_summary()
    usual = summary_of(interviews[0])
    yield from _warm(bench, short, usual)
    yield from _cold(bench, short)
    yield from _same_bytes(bench, short)
    yield from _many(bench, [summary_of(interview) for interview in interviews])


def finished(count: int) -> list[Interview]:
    """So many finalised made-up interviews."""
    stream = (one for one in made_up(count * 2, 3, shipped_kit()) if one.phase is Phase.FINALISED)
    return list(islice(stream, count))


def summary_of(interview: Interview) -> Summary:
    """The summary at the moment of finalising."""
    if interview.finalised is None:
        raise ValueError(interview.id)
    return summarise(interview, interview.finalised)


def short_summary() -> Summary:
    """An interview of three prompts whose packet has three pages; some words need the wide font."""
    interview = an_interview(Phase.FINALISED, kit=a_kit(prompts=3, letters="ABC"), lines=SHORT_LINES)
    summary = summary_of(interview)
    pages = _packet(summary).pages
    if pages != SHORT:
        raise LookupError(f"{pages} pages instead of {SHORT}")
    return summary


def pages_of(data: bytes) -> list[list[Run]]:
    """Every run of text of a packet, page by page."""
    out = []
    for page in PdfReader(BytesIO(data)).pages:
        runs: list[Run] = []

        page.extract_text(visitor_text=partial(_keep, runs))
        out.append(runs)
    return out


def _keep(
    runs: list[Run],
    text: str,
    _outer: list[float],
    place: list[float],
    font: dict[str, str] | None,
    size: float,
) -> None:
    words = text.replace("\n", "")
    if words.strip():
        runs.append((place[4], place[5], "Bold" in (font or {}).get("/BaseFont", ""), size, words))


def _packet(summary: Summary) -> pdf.Packet:
    return pdf.packet(summary, app_version=VERSION)


def _warm(bench: Bench, short: Summary, usual: Summary) -> Iterator[Row]:
    for summary, aims in ((short, (times(1.3),)), (usual, ())):
        made = _packet(summary)
        pages = pages_of(made.data)
        ours, floor = in_turn(bench.n(100, 10), partial(_packet, summary), partial(draw, pages))
        what = f"packet of {made.pages} pages, warm"
        note = (
            "floor: every run of text at its place in its font and size, nothing else; the fonts are parsed"
        )
        yield Row(f"{what}, p50", "ms", p50(ours), p50(floor), aims, "" if summary is usual else note)
        yield Row(f"{what}, p99", "ms", p99(ours), p99(floor))
        yield Row(
            f"packet of {made.pages} pages, size", "KiB", len(made.data) / 1024, len(draw(pages)) / 1024
        )


def _cold(bench: Bench, short: Summary) -> Iterator[Row]:
    files = {"ours": short, "floor": pages_of(_packet(short).data)}
    commands: dict[str, Any] = {}
    for side, value in files.items():
        path = bench.scratch / f"{side}.pickle"
        path.write_bytes(pickle.dumps(value))
        commands[side] = python("-m", "tests.benchmarks.children.packet", side, str(path))
    ours, floor = in_turn(bench.n(15, 2), *(partial(answer, commands[side]) for side in ("ours", "floor")))
    yield Row(f"packet of {SHORT} pages, whole process, p50", "ms", p50(ours), p50(floor), (times(1.2),))
    mine, bare = (float(answer(commands[side]).split()[0]) for side in ("ours", "floor"))
    yield Row(f"packet of {SHORT} pages, whole process, peak memory", "MiB", mine, bare)


def _same_bytes(bench: Bench, short: Summary) -> Iterator[Row]:
    path = bench.scratch / "ours.pickle"
    command = python("-m", "tests.benchmarks.children.packet", "ours", str(path))
    found = {answer(command, PYTHONHASHSEED=str(seed)).split()[1] for seed in range(1, bench.n(6, 3))}
    found.add(hashlib.sha256(_packet(short).data).hexdigest())
    yield Row("different files from one record, several processes", "", len(found), None, (most(1.0),))


def _many(bench: Bench, summaries: list[Summary]) -> Iterator[Row]:
    count = bench.n(500, 20)
    path = bench.scratch / "many.pickle"
    path.write_bytes(pickle.dumps(summaries))
    alone: list[float] = []
    pair: list[float] = []
    peaks: list[float] = []
    for _turn in range(bench.n(3, 1)):
        begun = perf_counter()
        peaks += spread_out(path, count, 1)
        alone.append(perf_counter() - begun)
        begun = perf_counter()
        spread_out(path, count, 2)
        pair.append(perf_counter() - begun)
    one = spread_out(path, 1, 1)
    yield Row(f"{count} packets, one process", "s", p50(alone))
    speed = p50(alone) / p50(pair)
    yield Row(
        f"{count} packets, two processes against one", "x", speed, None, (least(1.85),), _speed_note(path)
    )
    yield Row(f"memory after {count} packets against one packet", "MiB", max(peaks), max(one), (plus(5.0),))


def _speed_note(path: Path) -> str:
    """How busy the machine was: with other work on it two processes cannot be twice as fast."""
    load = Path("/proc/loadavg").read_text().split()[0]
    return f"{path.stem} is spread evenly; the load of the machine was {load}"
