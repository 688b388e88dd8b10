"""A copy of the call from memory: whole or not there, whatever has become of the database."""

import json
from pathlib import Path
from typing import Any

import pytest

from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.domain.errors import ExportProblem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.live.call import start
from interviewer_app.domain.notes.note import NoteEdit
from tests.builders import a_story
from tests.controllers.desk import Desk
from tests.controllers.test_refusing_disk import refusing
from tests.exchange.schema import errors
from tests.storage.disks import a_disk, remount


@pytest.fixture
def live(desk: Desk) -> LiveController:
    """A call in which one line was typed."""
    story = a_story(Phase.PREPARED, lines=(), candidate="Lena Brandt")
    desk.store(story)
    desk.store(start(story.interview, desk.clock.now()))
    controller = LiveController(desk.keeper, desk.preferences)
    controller.load("i1")
    controller.next()
    type_line(controller, "typed on a sound disk")
    return controller


def type_line(live: LiveController, text: str) -> None:
    live.notes.edit(NoteEdit(live.step, 0, 1, (text,)))


def copied(live: LiveController, path: Path) -> dict[str, Any]:
    """The copy as another program reads it."""
    read: dict[str, Any] = json.loads(Path(live.rescue.save_copy(str(path))).read_text(encoding="utf-8"))
    return read


def test_the_copy_holds_what_no_disk_has(
    desk: Desk, live: LiveController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with refusing(desk, monkeypatch):
        type_line(live, "typed on a full disk")
        live.scores.set("A", 4)
        copy = copied(live, tmp_path / "copy.json")
    assert errors(copy) == []
    assert [note["text"] for note in copy["notes"]] == ["typed on a full disk"]
    assert copy["categories"][0]["score"] == 4
    assert [mark["kind"] for mark in copy["marks"]] == ["started", "shown", "shown", "scored"]
    assert (copy["phase"], copy["draft"], copy["candidate"]) == ("live", True, "Lena Brandt")


def test_the_copy_needs_no_database_at_all(desk: Desk, live: LiveController, tmp_path: Path) -> None:
    assert desk.keeper.flush()
    for path in desk.keeper.path.parent.glob("interviews.db*"):
        path.unlink()
    type_line(live, "typed after it was deleted")
    assert copied(live, tmp_path / "copy.json")["notes"][0]["text"] == "typed after it was deleted"


def test_the_copy_does_not_tell_who_had_extra_time(live: LiveController, tmp_path: Path) -> None:
    usual = copied(live, tmp_path / "usual.json")
    live.time.set_factor(150)
    stretched = copied(live, tmp_path / "stretched.json")
    assert errors(stretched) == []
    assert usual["times"]["unit"] == stretched["times"]["unit"]
    assert usual["times"]["planned"] == stretched["times"]["planned"]
    assert [mark["kind"] for mark in stretched["marks"]] == ["started", "shown", "shown"]
    assert {mark["at"] for mark in stretched["marks"]} == {None}


def test_no_other_file_is_replaced(live: LiveController, tmp_path: Path) -> None:
    (tmp_path / "copy.json").write_text("somebody's", encoding="utf-8")
    path = live.rescue.save_copy(str(tmp_path / "copy.json"))
    assert Path(path).name == "copy-2.json"
    assert (tmp_path / "copy.json").read_text(encoding="utf-8") == "somebody's"


def test_a_target_that_takes_nothing_says_so_and_keeps_nothing(live: LiveController, tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match="not there"):
        live.rescue.save_copy(str(tmp_path / "nowhere" / "copy.json"))
    with a_disk(tmp_path / "disk", "64k") as disk:
        (disk / "filler").write_bytes(b"x" * 60_000)
        type_line(live, "word " * 4_000)
        with pytest.raises(ExportProblem, match="full"):
            live.rescue.save_copy(str(disk / "copy.json"))
        assert [path.name for path in disk.iterdir()] == ["filler"]
        remount(disk, "ro")
        with pytest.raises(ExportProblem, match="written"):
            live.rescue.save_copy(str(disk / "copy.json"))


def test_the_name_offered_says_when_and_who(live: LiveController, tmp_path: Path, desk: Desk) -> None:
    path = Path(live.rescue.suggestion())
    assert path.name == f"{desk.clock.now().local:%Y-%m-%d}_Lena-Brandt_copy.json"
    assert path.parent.is_dir()
    live.end_call()
    assert live.rescue.suggestion() == ""
    assert live.rescue.save_copy(str(tmp_path / "copy.json")) == ""
