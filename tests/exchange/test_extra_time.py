"""Nothing handed on tells whether somebody had extra time: not paper, not data, not the name of a file."""

import io
import json
import re
from dataclasses import replace
from datetime import timedelta

from pypdf import PdfReader

from interviewer_app.domain import call
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.marks import PauseCause
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes import Sheet
from interviewer_app.domain.summary import Summary, summarise
from interviewer_app.exchange import markdown, records, tables
from interviewer_app.report import pdf
from tests.builders import a_moment, an_interview

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
        step: Sheet(step, tuple(replace(n, t=n.t * factor / 100) for n in sheet.lines))
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
