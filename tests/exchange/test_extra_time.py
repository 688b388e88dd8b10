"""Nothing handed on tells whether somebody had extra time: not paper, not data, not the name of a file."""

import io
import json
import re
from dataclasses import replace
from datetime import timedelta

from pypdf import PdfReader

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.checklist import (
    FLAGS,
    SEEN,
    Checklist,
    ChecklistLine,
    Flag,
    Polarity,
    TickKey,
)
from interviewer_app.domain.live import call, ticking
from interviewer_app.domain.live.detours import explain
from interviewer_app.domain.marks import DetourReason, PauseCause
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import StepNotes
from interviewer_app.domain.packet.summary import Summary, summarise
from interviewer_app.exchange import markdown, records, tables
from interviewer_app.report import pdf
from tests.builders import a_kit, a_moment, an_interview

LATER = a_moment(90_000.0)


def held() -> Interview:
    """A call with a pause, over its plan in one prompt, finalised."""
    live = an_interview(Phase.LIVE)
    live = call.pause(live, PauseCause.BREAK, a_moment(900.0)).interview
    live = call.resume(live, a_moment(1_000.0)).interview
    live = call.end(live, a_moment(2_500.0)).interview
    return replace(live, phase=Phase.FINALISED, finalised=a_moment(80_000.0))


def stretched(interview: Interview, factor: int) -> Interview:
    """The same call by somebody who was given, and took, that much more time."""
    start = interview.started
    assert start is not None

    def later(at: Moment) -> Moment:
        more = (at.mono - start.mono) * (factor - 100) / 100
        return replace(at, utc=at.utc + timedelta(seconds=more), mono=at.mono + more)

    marks = tuple(replace(m, at=later(m.at), t=m.t * factor / 100) for m in interview.marks)
    sheets = {
        step: StepNotes(step, tuple(replace(n, t=n.t * factor / 100) for n in sheet.lines))
        for step, sheet in interview.sheets.items()
    }
    scores = {
        letter: replace(s, t=s.t * factor / 100 if s.t is not None else None)
        for letter, s in interview.scores.items()
    }
    assert interview.ended is not None
    ended = later(interview.ended)
    return replace(interview, factor=factor, marks=marks, sheets=sheets, scores=scores, ended=ended)


def pair() -> tuple[Summary, Summary]:
    """Packets of one opening: one candidate had extra time, the other had not."""
    usual = held()
    one = summarise(usual, LATER, show_minutes=False)
    return one, summarise(stretched(usual, 150), LATER, show_minutes=False)


def without_hash(text: str) -> str:
    return re.sub(r"[0-9a-f]{12,64}|(\b[0-9a-f]{8}\b ?){8}|(\b[0-9a-f]{4}\b ?){3}", "#", text)


def test_the_packet_reads_the_same_with_and_without_extra_time() -> None:
    one, other = (
        "\n".join(
            page.extract_text() for page in PdfReader(io.BytesIO(pdf.packet(s, app_version="1").data)).pages
        )
        for s in pair()
    )
    assert without_hash(one) == without_hash(other)
    # Clock times of the day stay; there are no lengths of time at all.
    assert not re.search(r"\d+:\d\d of \d", one)


def test_text_and_table_and_record_are_the_same_with_and_without_extra_time() -> None:
    one, other = pair()
    assert without_hash(markdown.markdown(one)) == without_hash(markdown.markdown(other))
    rows = [b"".join(tables.csv_lines([(s, Phase.FINALISED)])).decode("utf-8-sig") for s in (one, other)]
    assert without_hash(rows[0]) == without_hash(rows[1])
    data = [json.loads(records.to_json(s, Phase.FINALISED)) for s in (one, other)]
    for record in data:
        del record["record_hash"]
    assert data[0] == data[1]


def test_the_name_of_the_file_is_the_same_with_and_without_extra_time() -> None:
    one, other = pair()
    assert pdf.file_name(one) == pdf.file_name(other)


def test_who_had_extra_time_alone_is_enough_to_leave_minutes_out() -> None:
    assert not summarise(stretched(held(), 125), LATER).show_minutes


def ticked() -> Interview:
    """A call out of order, with a reason, lines ticked and a flag seen, finalised."""
    lists = (Checklist("marks", "Marks", (ChecklistLine("one", "One"),), ("Fact",)),)
    flags = (Flag("rf-01", Polarity.RED, "Guesses."),)
    kit = replace(a_kit(prompts=4), checklists=lists, flags=flags, whole=("marks",))
    live = call.start(an_interview(kit=kit), a_moment(0.0)).interview
    live = call.show(live, "p1", a_moment(10.0)).interview
    live = call.show(live, "p3", a_moment(200.0)).interview
    live = explain(live, "p2", DetourReason.OUT_OF_TIME, "late", a_moment(230.0)).interview
    for key, at in ((TickKey("", "marks", "one"), 240.0), (TickKey("", FLAGS, "rf-01"), 300.0)):
        live = ticking.set_state(live, key, SEEN, a_moment(at)).interview
        live = ticking.set_cells(live, key, ("said so",), a_moment(at)).interview
    live = call.end(live, a_moment(2_500.0)).interview
    return replace(live, phase=Phase.FINALISED, finalised=a_moment(80_000.0))


def test_detours_and_ticks_tell_nothing_either() -> None:
    usual = ticked()
    longer = stretched(usual, 150)
    ticks = {key: replace(tick, t=tick.t * 1.5) for key, tick in longer.ticks.items()}
    two = [summarise(one, LATER, show_minutes=False) for one in (usual, replace(longer, ticks=ticks))]
    assert len(two[0].detours) == 2
    assert two[0].checks
    assert two[0].flags
    first, second = (
        "\n".join(
            page.extract_text() for page in PdfReader(io.BytesIO(pdf.packet(s, app_version="1").data)).pages
        )
        for s in two
    )
    assert without_hash(first) == without_hash(second)
    assert without_hash(markdown.markdown(two[0])) == without_hash(markdown.markdown(two[1]))
    data = [json.loads(records.to_json(s, Phase.FINALISED)) for s in two]
    for record in data:
        del record["record_hash"]
    assert data[0] == data[1]
