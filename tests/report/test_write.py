"""The name of a packet: one every system allows."""

from dataclasses import replace

import pytest

from interviewer_app.report import pdf
from tests.report import stories


def test_names_tell_day_opening_and_candidate() -> None:
    assert pdf.file_name(stories.c_0417()) == "2026-09-14_Support-assistant-GEN-26-11_C-0417.pdf"


@pytest.mark.parametrize(
    "candidate",
    ["", "   ", '<>:"/\\|?*', "x" * 10_000, "..", "CON", "\ud800\x00", "李雷" * 500, "a\nb\tc", "😀", "שלום"],
)
def test_names_are_allowed_everywhere(candidate: str) -> None:
    summary = replace(stories.short_story(), candidate=candidate)
    name = pdf.file_name(summary)
    assert name.endswith(".pdf")
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert len(name) <= 120
    assert len(name.encode("utf-8")) <= 255
    bare = pdf.file_name(replace(summary, opening="", started=None, finalised=None))
    assert bare.startswith("undated_")
    assert len(bare) > len("undated_.pdf")
