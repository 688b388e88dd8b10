"""The page for the candidate: read back, it tells format, minutes and topics, and not one question."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest

from interviewer_app.domain.kits.brief import brief
from interviewer_app.domain.kits.kit import Kit, Stage
from interviewer_app.kits import library
from interviewer_app.report.brief import pdf, text

RUN = 5
"""So many words in a row that a brief shares with a prompt would give something away."""

KITS = library.shipped().kits


def read(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def runs(words: str) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", words.lower())
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def secrets(kit: Kit) -> Iterator[str]:
    """Everything a candidate must not read before the call."""
    for prompt in (*kit.prompts, *kit.spare):
        yield prompt.title
        yield prompt.candidate_text
        yield prompt.interviewer_notes
        yield from (f.text for f in prompt.facts)
        yield from (p.text for p in prompt.probes)
        yield from (*prompt.strong, *prompt.weak)
    for category in kit.scorecard.categories:
        yield category.definition
        yield from category.anchors


def test_a_brief_tells_format_minutes_and_topics() -> None:
    loop = [kit for kit in KITS if kit.role.id == "gen" and kit.stage is not Stage.PRACTICAL]
    made = pdf(brief("GenAI engineer, support tools", loop), app_version="1")
    said = read(made.data)
    assert made.pages == 1
    assert "GenAI engineer, support tools" in said
    for kit in loop:
        assert f"{kit.minutes} minutes" in said
    assert "Topics: incident" in said.replace("\r\n", " ")
    assert "adjustment" in said


@pytest.mark.parametrize("kit", KITS, ids=lambda kit: kit.id)
def test_no_brief_holds_a_question_or_an_anchor(kit: Kit) -> None:
    told = brief("Some position", [kit])
    for said in (read(pdf(told, app_version="1").data), text(told)):
        here = runs(said)
        for secret in secrets(kit):
            assert not here & runs(secret), secret
            if len(secret.split()) > 2:
                assert secret.lower() not in " ".join(said.lower().split())


def test_equal_briefs_give_equal_bytes_and_strange_titles_are_drawn() -> None:
    one, other = (brief("Žofie’s “team” – 李\n\x07", KITS[:2]) for _n in range(2))
    assert pdf(one, app_version="1").data == pdf(other, app_version="1").data
    assert "Žofie" in read(pdf(one, app_version="1").data)


def test_a_long_loop_goes_on_over_pages() -> None:
    many = [replace(KITS[0], id=f"kit-{n}") for n in range(24)]
    made = pdf(brief("Many", many), app_version="1")
    assert made.pages > 1
    assert read(made.data).count("minutes for your own questions") == 24
