"""Kits made by hand from other people's rubrics carry an interview from file to packet, in any script.

One has eight categories, one five levels with unequal weights, one is in Arabic with red flags (see the files
for their sources).
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import Kit, Stage
from interviewer_app.domain.openings.loop import loop_report
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.domain.scores import ScoreState
from interviewer_app.kits import library, write
from interviewer_app.report import pdf
from interviewer_app.storage.reader import Reader
from tests.builders import a_moment, a_story
from tests.storage.files import save
from tests.storage.test_round_trip import as_stored

FOLDER = Path(__file__).parent / "data" / "kits" / "foreign"


@dataclass(frozen=True)
class Case:
    """A kit, who is interviewed on it and what is written down."""

    file: str
    kit: str
    candidate: str
    lines: tuple[str, ...]


CASES = (
    Case(
        "uk-behaviours",
        "uk-eight-60",
        "Gwendolen Pryce-Jones",
        ('" we wrote to the 40 households before they wrote to us #G', "+ 12 days instead of 30 #B #H"),
    ),
    Case(
        "opm-guide",
        "opm-two-30",
        "Dolores Whitehorse",
        ("+ stopped the run for the 52 first #B", "! no order of days #C"),
    ),
    Case(
        "mmi-ar",
        "mmi-two-25",
        "ليلى الحداد",
        ('" أبدأ بالمريض ثم أكلم زميلي #B', "+ سأل الأهل عما فهموه #A", "! لم يذكر الطبيب المسؤول #B"),
    ),
)


def read(case: Case) -> Kit:
    found = library.read_files([FOLDER / f"{case.file}.toml"])
    assert found.findings == ()
    kit = found.kit(case.kit)
    assert kit is not None
    return kit


def text_of(packet: pdf.Packet) -> str:
    """What a reader of plain text gets."""
    return plain(page.extract_text() for page in PdfReader(BytesIO(packet.data)).pages)


def plain(pages: Iterable[str]) -> str:
    """The words of all pages, letters in their plain forms."""
    text = unicodedata.normalize("NFKC", " ".join(" ".join(pages).split()))
    return re.sub(r"(?<=\w)- (?=\w)", "-", text)


@pytest.mark.parametrize("case", CASES, ids=[case.file for case in CASES])
def test_an_interview_on_it_goes_from_the_file_to_the_packet(case: Case, tmp_path: Path) -> None:
    story = a_story(
        Phase.FINALISED, kit=read(case).cut(), candidate=case.candidate, lines=case.lines, interviewer="Robin"
    )
    save(tmp_path / "interviews.db", *story.changes)
    reader = Reader(tmp_path / "interviews.db")
    interview = reader.load("i1")
    reader.close()
    assert interview == as_stored(story.interview)
    kit = interview.kit
    first = [note.text for note in interview.notes if note.step == kit.prompts[0].id]
    assert first == list(case.lines)
    *scored, last = kit.categories
    assert [interview.score(c.letter).value for c in scored] == [3] * len(scored)
    assert interview.score(last.letter).state is ScoreState.NOT_OBSERVED
    packet = pdf.packet(summarise(interview, a_moment(9_000.0)), app_version="1.0.0")
    assert packet.missing == ()
    text = text_of(packet)
    wanted = [case.candidate, *(c.title for c in kit.categories), *(p.title for p in kit.prompts)]
    for words in (word for part in (*wanted, *case.lines) for word in re.findall(r"[^\W\d_]{3,}", part)):
        assert words in text, words


def test_one_has_eight_categories_and_one_is_written_from_right_to_left() -> None:
    eight, _opm, arabic = map(read, CASES)
    assert eight.scorecard.letters == tuple("ABCDEFGH")
    assert len(eight.prompts) == 8
    assert eight.minutes == sum(eight.step_minutes(step) for step in eight.steps) == 60
    words = "".join(prompt.candidate_text for prompt in arabic.prompts)
    assert sum(unicodedata.bidirectional(c) == "AL" for c in words) > 0.7 * len(words)
    assert [flag.id for flag in arabic.flags] == ["mmi-made-up"]


def test_rules_about_our_field_say_nothing_about_others() -> None:
    for case in CASES:
        [rules] = library.shipped().rules
        codes = {gap.code for gap in loop_report(rules, [read(case).cut()], (), genai=True).gaps}
        assert "E18" not in codes


def test_shapes_differ() -> None:
    kits = [read(case) for case in CASES]
    assert {kit.stage for kit in kits} == {Stage.SCREEN, Stage.TECH, Stage.FINAL}
    assert {len(kit.scorecard.categories) for kit in kits} == {8, 3, 2}
    assert [set(kit.role.weights.values()) for kit in kits] == [set(), {1, 2}, set()]


@pytest.mark.parametrize("case", CASES, ids=[case.file for case in CASES])
def test_each_names_its_source_and_survives_writing(case: Case) -> None:
    path = FOLDER / f"{case.file}.toml"
    tables = library.load_file(path)
    assert any("https://" in source for source in tables["attribution"])
    again = library.parse(write.text(tables).encode(), path.name)
    assert again.findings == ()
    assert again.kits == library.read_files([path]).kits
