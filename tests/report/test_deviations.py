"""What left the order of the kit stands in the packet and in every export, with the reason a person gave."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import CLOSE
from interviewer_app.domain.live import call
from interviewer_app.domain.live.detours import explain
from interviewer_app.domain.marks import DetourReason
from interviewer_app.domain.packet.summary import CaveatKind, Summary, summarise
from interviewer_app.exchange import markdown, records, tables
from interviewer_app.report import pdf
from tests.builders import a_kit, a_moment, an_interview
from tests.exchange.schema import errors


def out_of_order(*, factor: int = 100, explained: bool = True) -> Interview:
    """Of five prompts the second came last, and the fourth and fifth never."""
    prepared = call.prepare(an_interview(kit=a_kit(prompts=5)), factor=factor).interview
    interview = call.start(prepared, a_moment(0.0)).interview
    for step, t in (("p1", 60.0), ("p3", 600.0), ("p2", 1_300.0), (CLOSE, 1_800.0)):
        interview = call.show(interview, step, a_moment(t)).interview
    interview = call.end(interview, a_moment(2_000.0)).interview
    if explained:
        said = (
            ("p2", DetourReason.CANDIDATE, "wanted the <harder> one first"),
            ("p4", DetourReason.OUT_OF_TIME, ""),
            ("p5", DetourReason.NONE, ""),
        )
        for step, reason, words in said:
            interview = explain(interview, step, reason, words, a_moment(2_100.0)).interview
    return interview


def summary(interview: Interview) -> Summary:
    return summarise(interview, a_moment(9_000.0))


def words_of(found: Summary) -> str:
    reader = PdfReader(BytesIO(pdf.packet(found, app_version="1.0.0").data))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_packet_lists_each_with_its_reason() -> None:
    text = words_of(summary(out_of_order()))
    assert "Deviations" in text
    assert "Taken out of order, 21:40. Reason: candidate asked. “wanted the <harder> one first”" in text
    assert "Passed over, 30:00. Reason: out of time." in text
    assert "Passed over, 30:00. Reason: no reason given." in text
    assert "listed in kit order and in its own words; see also Deviations." in text


def test_no_reason_is_printed_as_given_before_somebody_gave_it() -> None:
    text = words_of(summary(out_of_order(explained=False)))
    assert text.count("Reason: reason still to be given.") == 3
    assert "no reason given" not in text


def test_page_1_warns_of_what_was_passed_over_also_when_it_was_seen_for_a_moment() -> None:
    interview = call.start(an_interview(kit=a_kit(prompts=3)), a_moment(0.0)).interview
    for step, t in (("p1", 60.0), ("p2", 600.0), ("p3", 605.0)):
        interview = call.show(interview, step, a_moment(t)).interview
    found = summary(call.end(interview, a_moment(1_200.0)).interview)
    assert [(care.kind, care.about) for care in found.care if care.kind is CaveatKind.SKIPPED] == [
        (CaveatKind.SKIPPED, "p2")
    ]
    words = words_of(found)
    assert "p2 was not asked" in words
    assert "10:00 planned, 0:05 used" in words
    assert words.count("Not asked.") == 1


def test_a_call_in_order_has_no_such_section() -> None:
    assert "Deviations" not in words_of(summary(an_interview(Phase.FINALISED)))


@pytest.mark.parametrize("factor", [125, 200])
def test_extra_time_cannot_be_read_from_a_deviation(factor: int) -> None:
    text = words_of(summary(out_of_order(factor=factor)))
    assert "21:40" not in text
    assert "Taken out of order, " in text
    assert "30:00" not in text


def test_every_export_says_the_same() -> None:
    interview = out_of_order()
    found = summary(interview)
    record = json.loads(records.to_json(found, interview.phase))
    assert errors(record) == []
    assert [(d["step"], d["kind"], d["reason"], d["words"]) for d in record["deviations"]] == [
        ("p2", "reordered", "candidate", "wanted the <harder> one first"),
        ("p4", "passed_over", "out_of_time", ""),
        ("p5", "passed_over", "none", ""),
    ]
    assert record["marks"] == []
    table = b"".join(tables.csv_lines([(found, interview.phase)])).decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(table))
    assert row["deviations"] == (
        "p2: reordered, candidate (wanted the <harder> one first) | p4: passed_over, out_of_time"
        " | p5: passed_over, none"
    )
    text = markdown.markdown(found)
    assert "## Deviations" in text
    assert "- 2 Prompt p2: taken out of order, 21:40, candidate asked; wanted the \\<" in text
    assert "- 5 Prompt p5: passed over, 30:00, no reason given" in text


def test_the_sections_of_the_packet_stay_on_their_pages(tmp_path: Path) -> None:
    interview = out_of_order()
    path = tmp_path / "packet.pdf"
    path.write_bytes(pdf.packet(summary(interview), app_version="1.0.0").data)
    titles = [entry.title for entry in PdfReader(path).outline if not isinstance(entry, list)]
    assert "Deviations" in titles
    assert titles.index("Deviations") > titles.index("What was asked, and when")
