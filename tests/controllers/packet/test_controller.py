"""The packet as a file: looked at, written, remembered; failures leave nothing half-written."""

import io
from pathlib import Path

import pypdf
import pytest

from interviewer_app.controllers.packet.controller import PacketController
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import Query
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear


@pytest.fixture
def packet(desk: Desk) -> PacketController:
    return PacketController(desk.keeper, desk.preferences)


def test_the_packet_is_shown_written_and_remembered(desk: Desk, packet: PacketController) -> None:
    ready, written = Ear(packet.ready), Ear(packet.written)
    packet.load(desk.store(a_story(Phase.FINALISED)))
    assert ready.last.pages >= 2
    assert not ready.last.draft
    page = packet.page(0, 0.5)
    assert page.width > 200
    assert len(page.data) == page.stride * page.height
    assert len(set(page.data)) > 5
    path = desk.folder / ready.last.name
    packet.write(str(path))
    assert written.last.written_to == str(path)
    text = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages)
    assert "Ada Example" in text
    assert desk.keeper.flush()
    assert desk.keeper.reader.page(Query()).rows[0].exported


def test_the_same_interview_gives_the_same_bytes(desk: Desk, packet: PacketController) -> None:
    packet.load(desk.store(a_story(Phase.FINALISED)))
    packet.write(str(desk.folder / "one.pdf"))
    desk.clock.seconds += 86_400.0
    again = PacketController(desk.keeper, desk.preferences)
    again.load("i1")
    again.write(str(desk.folder / "two.pdf"))
    assert (desk.folder / "one.pdf").read_bytes() == (desk.folder / "two.pdf").read_bytes()


def test_a_folder_that_is_missing_is_a_sentence_and_nothing_is_written(
    desk: Desk, packet: PacketController
) -> None:
    trouble = Ear(packet.problem)
    packet.load(desk.store(a_story(Phase.TO_REVIEW)))
    packet.write(str(desk.folder / "nowhere" / "x.pdf"))
    assert trouble.last.sentence.endswith(".")
    assert trouble.last.next_step
    packet.export_many(("i1",), str(desk.folder / "nowhere"))
    assert "not there" in trouble.last.sentence
    assert not (desk.folder / "nowhere").exists()


def test_several_packets_get_names_of_their_own(desk: Desk, packet: PacketController, tmp_path: Path) -> None:
    ids = tuple(desk.store(a_story(Phase.FINALISED, f"i{n}")) for n in range(3))
    folder = tmp_path / "out"
    folder.mkdir()
    written = Ear(packet.written)
    packet.export_many(ids, str(folder))
    assert written.last.pages == 3
    assert len(list(folder.glob("*.pdf"))) == 3


def test_the_export_folder_is_preferred_then_documents(
    desk: Desk, packet: PacketController, home: Path
) -> None:
    assert packet.folder() == str(home)
    (home / "Documents").mkdir()
    assert packet.folder() == str(home / "Documents")
    packet.choose_folder(str(desk.folder))
    assert packet.folder() == str(desk.folder)


def test_no_packet_no_page(packet: PacketController) -> None:
    with pytest.raises(RuntimeError):
        packet.page(0, 1.0)
    packet.write("x.pdf")


def test_a_written_draft_is_no_exported_packet(desk: Desk, packet: PacketController, tmp_path: Path) -> None:
    desk.store(a_story(Phase.TO_REVIEW))
    packet.load("i1")
    packet.write(str(tmp_path / "draft.pdf"))
    packet.export_many(("i1",), str(tmp_path))
    assert desk.keeper.flush()
    assert [row.exported for row in desk.keeper.reader.page(Query()).rows] == [False]
