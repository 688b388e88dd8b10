"""A packet made from the record alone, years later: no kit file is asked, and not one byte differs."""

from pathlib import Path

import pytest

from interviewer_app import assets
from interviewer_app.domain.changes import NoteGone, NotePut
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.kits import library
from interviewer_app.report import pdf
from interviewer_app.storage.reader import Reader
from tests.builders import LINES, a_moment, a_note, a_story
from tests.storage.files import save


def packet(interview: Interview) -> bytes:
    return pdf.packet(summarise(interview, a_moment(99_000.0)), app_version="1.0.0").data


def from_disk(path: Path) -> Interview:
    reader = Reader(path)
    try:
        return reader.load("i1")
    finally:
        reader.close()


def test_a_packet_outlives_its_kit_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    story = a_story(Phase.FINALISED, kit=kit.cut(genai=False))
    save(tmp_path / "interviews.db", *story.changes)
    then = packet(story.interview)
    really = assets.path

    def without_kits(*parts: str) -> Path:
        assert "kits" not in parts, "a packet must not ask for a kit file"
        return really(*parts)

    monkeypatch.setattr(assets, "path", without_kits)
    assert packet(from_disk(tmp_path / "interviews.db")) == then


def test_lines_that_were_deleted_and_brought_back_leave_no_trace(tmp_path: Path) -> None:
    plain, stirred = tmp_path / "a" / "interviews.db", tmp_path / "b" / "interviews.db"
    changes = a_story(Phase.FINALISED, lines=LINES[:3]).changes
    save(plain, *changes)
    passing = a_note("passing", "deleted again")
    live = a_story(Phase.LIVE, lines=LINES[:3]).changes
    save(stirred, *live, NotePut("i1", passing))
    save(stirred, NoteGone("i1", "passing"))
    save(stirred, *changes[len(live) :])
    assert from_disk(stirred) == from_disk(plain)
    assert packet(from_disk(stirred)) == packet(from_disk(plain))
