"""A packet read back: what the committee sees, in which order, from which fonts, always the same bytes."""

import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, Destination, DictionaryObject, IndirectObject

from interviewer_app import labels
from interviewer_app.domain.interview import Phase, Point, PointKind, Recommendation
from interviewer_app.domain.live import call
from interviewer_app.domain.packet.summary import Summary, summarise
from interviewer_app.report import pdf
from tests.builders import LINES, a_kit, a_moment, an_interview
from tests.report import stories

GOLDEN = Path(__file__).parents[1] / "golden" / "packet.txt"
ROOT = Path(__file__).parents[2]
LONG = "Keeps the answer first and the reason after it, with figures that can be checked. "
FLAT = "Clear and calm, with figures for every step that was named, and a way back for each of them too."


def pages_of(made: pdf.Packet) -> list[str]:
    """The text of each page, as a reader of plain text gets it."""
    return [page.extract_text() for page in PdfReader(BytesIO(made.data)).pages]


def flat(text: str) -> str:
    """Text with every space and line end as one space, and words broken at a hyphen whole again."""
    return re.sub(r"(?<=\w)- (?=\w)", "-", " ".join(text.split()))


def whole(summary: Summary, **fields: str) -> str:
    """All text of a packet."""
    return flat(" ".join(pages_of(pdf.packet(summary, app_version="1.0.0", **fields))))


def inside(node: object) -> DictionaryObject:
    """The dictionary behind a reference."""
    found = node.get_object() if isinstance(node, IndirectObject) else node
    assert isinstance(found, DictionaryObject)
    return found


def test_the_packet_reads_as_it_did() -> None:
    pages = pages_of(pdf.packet(stories.c_0417(), app_version="1.0.0"))
    text = "\f\n".join("\n".join(line.rstrip() for line in page.splitlines()) for page in pages) + "\n"
    # Hashes change with every field the record gains; all other words are held.
    text = re.sub(r"\b[0-9a-f]{8}( [0-9a-f]{8}){7}\b", "(64 digits)", text)
    text = re.sub(r"\b[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\b", "(12 digits)", text)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_page_1_decides() -> None:
    page = flat(pages_of(pdf.packet(stories.c_0417(), app_version="1.0.0"))[0])
    order = (
        "Committee packet",
        "C-0417",
        "Time used",
        "56:00 of 60:00",
        "pause 6:30, connection",
        "Yes",
        "Limits the harm",
        "Strongest evidence",
        "05:02",
        "not observed",
        "12–17",
        "of 25; 4 of 5 observed",
        "Strengths",
        "Concerns",
        "Unknowns",
        "Read with care",
        "Confidential.",
        "page 1 of",
    )
    places = [page.find(words) for words in order]
    assert -1 not in places
    for words in (
        "unsupported: no note cited",
        "1 below floor 3",
        "floor 4 not tested",
        "Delete by 14 Sep 2027.",
    ):
        assert words in page


def test_every_note_and_score_of_the_shipped_kit_is_in_the_packet() -> None:
    summary = stories.c_0417(stories.the_shipped_kit())
    text = whole(summary)
    for step in summary.steps:
        for line in step.notes:
            assert flat(line.body) in text
            assert summary_time(line.t) in text
        if step.number:
            assert flat(step.text) in text
    for category in summary.categories:
        assert flat(category.title) in text
        assert flat(category.anchor) in text
        assert flat(category.score.missing) in text


def summary_time(seconds: float) -> str:
    """mm:ss."""
    return f"{int(seconds) // 60:02d}:{int(seconds) % 60:02d}"


def test_metadata_come_from_the_record() -> None:
    reader = PdfReader(BytesIO(pdf.packet(stories.c_0417(), app_version="1.0.0").data))
    meta = reader.metadata
    assert meta is not None
    assert meta.title == "Committee packet C-0417"
    assert meta.author == "Ines Aldana, staff engineer"
    assert meta.creator == "Interviewer 1.0.0"
    assert meta.get("/CreationDate") == "D:20260914142000+01'00'"
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert len({page.mediabox.width for page in reader.pages}) == 1


def test_bookmarks_name_the_pages_and_every_category() -> None:
    reader = PdfReader(BytesIO(pdf.packet(stories.c_0417(), app_version="1.0.0").data))
    top = [str(entry.title) for entry in reader.outline if isinstance(entry, Destination)]
    parts = [part for part in reader.outline if isinstance(part, list)]
    below = [str(entry.title) for part in parts for entry in part if isinstance(entry, Destination)]
    assert top == [
        "Decision page",
        "Scores and their evidence",
        "What was asked, and when",
        "Checks",
        "Decision and record",
    ]
    assert [title[0] for title in below] == list("ABCDE")


def test_page_1_links_to_the_evidence() -> None:
    reader = PdfReader(BytesIO(pdf.packet(stories.c_0417(), app_version="1.0.0").data))
    notes = reader.pages[0]["/Annots"]
    assert isinstance(notes, ArrayObject)
    targets = [inside(link)["/Dest"] for link in notes]
    # Five categories, seven times of notes, the strongest evidence, four warnings.
    assert len(targets) == 17
    first = reader.pages[0].indirect_reference
    assert all(isinstance(target, ArrayObject) and target[0] != first for target in targets)


def test_every_font_is_embedded() -> None:
    odd = stories.short_story(candidate="שלום مرحبا Ωμέγα →", lines=LINES)
    for made in (pdf.packet(stories.c_0417(), app_version="1"), pdf.packet(odd, app_version="1")):
        names = set()
        for page in PdfReader(BytesIO(made.data)).pages:
            for ref in inside(inside(page["/Resources"])["/Font"]).values():
                font = inside(ref)
                names.add(str(font["/BaseFont"]).partition("+")[2])
                assert "/FontFile2" in inside(font["/FontDescriptor"])
        assert {"NotoSans-Regular", "NotoSans-Bold"} <= {
            name.replace("NotoSans-Bold", "NotoSans-Bold") for name in names
        }
        assert b"Helvetica" not in made.data


@pytest.mark.parametrize("paper", pdf.PAPERS)
def test_the_same_record_gives_the_same_bytes_whenever_and_wherever(paper: str) -> None:
    made = pdf.packet(stories.c_0417(), app_version="1.0.0", paper=paper)
    # Another process, another hash seed, a clock that runs an hour later, another zone and locale.
    program = (
        "import time, sys, locale; real = time.time; time.time = lambda: real() + 3601.5\n"
        "from tests.report import stories; from interviewer_app.report import pdf\n"
        f"data = pdf.packet(stories.c_0417(), app_version='1.0.0', paper={paper!r}).data\n"
        "sys.stdout.buffer.write(data)"
    )
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    other = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=env, capture_output=True, check=True
    )
    assert other.stdout == made.data
    assert pdf.packet(stories.c_0417(), app_version="1.0.0", paper=paper).data == made.data


def test_a_draft_and_a_sample_say_so_on_every_page() -> None:
    made = pdf.packet(stories.c_0417(finalised=False, sample=True), app_version="1.0.0")
    for page in pages_of(made):
        assert "Draft, not finalised" in page
        assert "Sample" in page
        assert "Delete by" not in page
    assert "Sample interview, made up" in pages_of(made)[0]
    assert "Decision of the committee" not in " ".join(pages_of(made))
    assert pdf.file_name(stories.c_0417(finalised=False)).endswith("_draft.pdf")


def test_extra_time_cannot_be_read_from_a_packet() -> None:
    summary = stories.c_0417(factor=150)
    text = whole(summary)
    # Neither the time of a note nor the length of a step, a pause or the call in minutes.
    # What the interviewer wrote stands as it is.
    own = " ".join((*(p.text for p in summary.unknowns), *(c.score.missing for c in summary.categories)))
    for step in summary.steps:
        for time in (labels.duration(step.actual), *(summary_time(line.t) for line in step.notes)):
            assert time not in text or time in own
    assert "56:00" not in text
    assert "of the plan" in text
    assert "13:00 to" not in text


def test_nothing_observed_is_a_gap_and_not_a_nought() -> None:
    summary = stories.short_story(
        scores=(None, None, None),
        lines=LINES,
        recommendation=Recommendation.NO_DECISION,
        reason="Nothing seen.",
    )
    page = flat(pages_of(pdf.packet(summary, app_version="1"))[0])
    assert "No decision" in page
    assert "0–20" in page
    assert "0 of 3 observed" in page
    assert page.count("out of time") >= 3


def test_an_empty_record_makes_a_draft() -> None:
    made = pdf.packet(stories.an_empty_draft(), app_version="1")
    assert made.pages == len(pages_of(made))
    assert "None yet" in pages_of(made)[0]
    assert "not yet scored" in pages_of(made)[0]


def test_page_1_gives_way_and_says_where_the_rest_is() -> None:
    points = tuple(
        Point(f"p{n}", kind, "ABC"[n % 3], f"Point {n}. {LONG * (1 + n % 3)}".strip())
        for n, kind in enumerate(
            (*[PointKind.STRENGTH] * 6, *[PointKind.CONCERN] * 6, *[PointKind.UNKNOWN] * 6)
        )
    )
    summary = stories.short_story(
        kit=stories.big_kit(),
        lines=LINES,
        scores=(0, 5, 1, None, 3, 5, 0, 2),
        points=points,
        reason=LONG * 40,
        candidate="x" * 10_000,
    )
    for paper in pdf.PAPERS:
        made = pdf.packet(summary, app_version="1", paper=paper)
        first, *rest = pages_of(made)
        later = flat(" ".join(rest))
        found = re.findall(r"continued on page (\d+)", first)
        assert len(found) == 4
        start = next(n for n, page in enumerate(rest, 2) if "Continued from page 1" in page)
        assert all(start <= int(number) <= made.pages for number in found)
        for part in ("Yes", "Read with care", f"page 1 of {made.pages}", "of 75; 7 of 8 observed", "H 2"):
            assert part in flat(first)
        assert all(f"Point {n}." in later for n in range(18))
        assert later.count("with figures that can be checked") >= 40
        assert later.count("x") >= 10_000


def test_nothing_is_drawn_outside_the_page_or_into_the_footer() -> None:
    summary = stories.short_story(
        kit=stories.big_kit(), lines=[*LINES, LONG * 30], scores=(0, 5, 1, None, 3, 5, 0, 2), reason=FLAT
    )
    for paper, height in (("a4", 841.89), ("letter", 792.0)):
        reader = PdfReader(BytesIO(pdf.packet(summary, app_version="1", paper=paper).data))
        for page in reader.pages:
            heights: list[float] = []

            def visit(
                text: str, _cm: object, tm: list[float], *_rest: object, into: list[float] = heights
            ) -> None:
                if text.strip():
                    into.append(tm[5])

            page.extract_text(visitor_text=visit)
            assert max(heights) < height - 36
            # Text ends 60 above the edge; below it stand only the two lines of the footer.
            assert [y for y in heights if y < 60] == [y for y in heights if y < 40]
            assert min(heights) > 24


def test_markup_is_text() -> None:
    hostile = (
        "<b>bold</b> &amp; <font size=99>",
        '<img src="/etc/passwd">',
        "<para> ]]> {x} %s \\( )",
        "a<b & c>d",
    )
    summary = stories.short_story(candidate="<b>Ada</b>", lines=hostile, reason="<i>why</i> </b>")
    text = whole(summary)
    for words in (*hostile, "<b>Ada</b>", "<i>why</i> </b>"):
        assert flat(words) in text


def test_characters_no_font_draws_are_reported_and_never_silent() -> None:
    summary = stories.short_story(candidate="李 Ada", lines=("漢 kanji 😀",))
    made = pdf.packet(summary, app_version="1")
    assert made.missing == ("李", "漢", "😀")
    first, *rest = pages_of(made)
    assert "3 characters could not be printed" in flat(first)
    assert "\ufffd Ada" in flat(first)
    later = flat(" ".join(rest))
    for words in ("U+674E", "U+6F22", "U+1F600 grinning face"):
        assert words in later


def test_many_scripts_are_drawn() -> None:
    words = "Łukasz Ωμέγα Дарья Ђорђе Հայերեն ქართული → ≥ ✓"
    made = pdf.packet(stories.short_story(candidate="Ada", lines=(words,)), app_version="1")
    assert made.missing == ()
    assert words in flat(" ".join(pages_of(made)))


def test_right_to_left_words_stand_in_reading_order_from_the_right() -> None:
    made = pdf.packet(stories.short_story(candidate="שלום", lines=("مرحبا 45% (abc)",)), app_version="1")
    assert made.missing == ()
    text = unicodedata.normalize("NFKC", " ".join(pages_of(made)))
    # The reader turns what stands from right to left back into reading order.
    assert "שלום" in text
    assert "مرحبا" in text


@pytest.mark.parametrize(
    "text",
    [
        "lorem ipsum dolor " * 58_000,
        "x" * 1_000_000,
        "<b>" * 330_000,
        "e" + "\u0301" * 900_000,
        "a\n" * 300_000,
    ],
    ids=["words", "one word", "markup", "marks", "line ends"],
)
def test_a_megabyte_in_one_note_is_printed(text: str) -> None:
    summary = stories.with_note(a_kit(prompts=1, letters="A"), text)
    made = pdf.packet(summary, app_version="1")
    reader = PdfReader(BytesIO(made.data))
    assert len(reader.pages) == made.pages
    assert "Decision of the committee" in reader.pages[-1].extract_text()


def test_five_hundred_notes_are_each_printed_in_full_once() -> None:
    lines = [f"+ line {n:03d} of many" for n in range(42)]
    summary = stories.short_story(
        kit=stories.big_kit(), lines=lines, scores=(0, 5, 1, None, 3, 5, 0, 2), reason=FLAT, cite=0
    )
    made = pdf.packet(summary, app_version="1")
    text = flat(" ".join(pages_of(made)))
    # Twelve prompts hold the same 42 lines; a note of two categories is spelt out with the first only.
    assert all(text.count(f"line {n:03d} of many") == 12 for n in range(42))


def test_a_long_note_breaks_with_two_lines_on_each_side() -> None:
    numbered = " ".join(f"w{n:05d}" for n in range(3_000))
    summary = stories.with_note(a_kit(prompts=1, letters="A"), numbered)
    pages = pages_of(pdf.packet(summary, app_version="1"))
    text = flat(" ".join(pages))
    assert all(f"w{n:05d}" in text for n in range(3_000))
    for page in pages[2:]:
        rows = [line for line in page.splitlines() if re.fullmatch(r"(w\d{5} ?)+", line.strip())]
        assert len(rows) != 1
    assert any("Category A, continued" in flat(page) for page in pages)


def test_a_call_that_was_ended_and_went_on_says_so_and_leaves_no_empty_brackets() -> None:
    interview = call.continue_call(an_interview(Phase.TO_REVIEW), a_moment(5_000.0)).interview
    interview = call.end(interview, a_moment(5_100.0)).interview
    text = whole(summarise(interview, a_moment(6_000.0)))
    assert "(call ended, then continued), not counted" in text
    assert "()" not in text
    assert "69:50, call ended, then continued" in text


def test_a_call_over_the_end_of_summer_time_gives_both_clocks_with_their_zones() -> None:
    interview = an_interview(Phase.TO_REVIEW)
    assert interview.started is not None
    assert interview.ended is not None
    interview = replace(interview, started=replace(interview.started, offset=120))
    text = whole(summarise(interview, a_moment(6_000.0)))
    assert "14:01 UTC+02:00 to 13:13 UTC+01:00" in text


def test_a_draft_with_open_categories_explains_no_total_it_does_not_show() -> None:
    assert "could still add" not in whole(summarise(an_interview(Phase.TO_REVIEW), a_moment(6_000.0)))
    assert "what C could still add" in whole(summarise(an_interview(Phase.FINALISED), a_moment(6_000.0)))
