"""What the world does to a database: each a sentence, nothing lost, and everything goes on afterwards."""

import os
import random
import shutil
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from interviewer_app.domain.changes import NotePut
from interviewer_app.domain.errors import (
    DamagedFile,
    DiskFull,
    NotOurFile,
    ReadOnlyStore,
    StorageProblem,
    StoreBusy,
)
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import Query
from interviewer_app.storage import connect, migrations
from interviewer_app.storage import writer as writing
from interviewer_app.storage.backup import backup, restore
from interviewer_app.storage.checks import check
from interviewer_app.storage.places import backups_folder
from interviewer_app.storage.writer import Failed, Ready
from tests.builders import NOON, a_note, a_story
from tests.storage.disks import a_disk, remount
from tests.storage.files import WAIT, a_reader, a_writer, by_hand, save

BIG = "All of this is typed while the disk is full. " * 100


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retry soon and wait briefly, so that no test waits for seconds."""
    monkeypatch.setattr(writing, "RETRY", 0.05)
    monkeypatch.setattr(connect, "BUSY_MS", 100)


def test_a_full_disk_keeps_everything_and_it_is_saved_when_there_is_room(tmp_path: Path) -> None:
    with a_disk(tmp_path / "disk", "900k") as disk:
        path = disk / "data" / "interviews.db"
        save(path, *a_story(Phase.LIVE).changes)
        notes = [a_note(f"big{n}", BIG + str(n)) for n in range(300)]
        with a_writer(path) as (writer, told):
            told.wait_for(Ready)
            for note in notes:
                writer.put((NotePut("i1", note),))
            failed = told.wait_for(Failed)
            assert isinstance(failed, Failed)
            assert isinstance(failed.problem, DiskFull)
            assert "full" in failed.problem.sentence
            assert failed.refused == ()
            # Reading goes on, nothing that waits is forgotten, and what was saved is sound.
            assert len(a_reader(path).load("i1").notes) >= 18
            assert 0 < len(writer.waiting()) <= 300
            assert check(path) == []
            told.wait_for(Failed, len(told.failures) + 2)
            remount(disk, "size=16m")
            assert writer.flush(WAIT)
            assert writer.waiting() == ()
        back = {note.id: note.text for note in a_reader(path).load("i1").notes}
        assert all(back[note.id] == note.text for note in notes)


def test_a_disk_that_is_full_from_the_start_is_told_and_waited_for(tmp_path: Path) -> None:
    with a_disk(tmp_path / "disk", "32k") as disk:
        path = disk / "interviews.db"
        with a_writer(path) as (writer, told):
            failed = told.wait_for(Failed)
            assert isinstance(failed, Failed)
            assert isinstance(failed.problem, DiskFull)
            writer.put(a_story().changes)
            remount(disk, "size=16m")
            assert writer.flush(WAIT)
        assert len(a_reader(path).page(Query()).rows) == 1


def test_a_disk_that_turns_read_only_is_told_and_waited_for(tmp_path: Path) -> None:
    with a_disk(tmp_path / "disk", "16m") as disk:
        path = disk / "interviews.db"
        save(path, *a_story(Phase.LIVE).changes)
        remount(disk, "ro")
        with a_writer(path) as (writer, told):
            writer.put((NotePut("i1", a_note("late")),))
            failed = told.wait_for(Failed)
            assert isinstance(failed, Failed)
            assert isinstance(failed.problem, ReadOnlyStore)
            assert str(path) in failed.problem.sentence
            assert writer.waiting() == (NotePut("i1", a_note("late")),)
            remount(disk, "rw")
            assert writer.flush(WAIT)
        assert "late" in {note.id for note in a_reader(path).load("i1").notes}


def test_a_copy_on_a_disk_that_cannot_be_written_is_read_and_restored_from(
    tmp_path: Path, path: Path
) -> None:
    with a_disk(tmp_path / "disk", "16m") as disk:
        copy = disk / "interviews.db"
        save(path, *a_story(Phase.LIVE).changes)
        shutil.copy(path, copy)
        path.unlink()
        remount(disk, "ro")
        assert a_reader(copy).load("i1").phase is Phase.LIVE
        restore(path, copy, NOON)
        assert a_reader(path).load("i1") == a_reader(copy).load("i1")
        remount(disk, "rw")
        with a_writer(path) as (writer, _told):
            writer.put((NotePut("i1", a_note("late")),))
            assert writer.flush(WAIT)
            for part in path.parent.glob("interviews.db*"):
                shutil.copy(part, disk)
        remount(disk, "ro")
        # A log beside the file is read with it.
        assert "late" in {note.id for note in a_reader(copy).load("i1").notes}


@pytest.mark.skipif(sys.platform == "win32", reason="limits are a matter of Unix")
def test_a_disk_that_refuses_for_another_reason_is_told_and_waited_for(path: Path) -> None:
    import resource

    save(path, *a_story(Phase.LIVE).changes)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    notes = [NotePut("i1", a_note(f"big{n}", BIG)) for n in range(200)]
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
        try:
            writer.put(tuple(notes))
            failed = told.wait_for(Failed)
            assert isinstance(failed, Failed)
            assert failed.problem.next_step
            assert failed.waiting == len(writer.waiting()) == 200
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert writer.flush(WAIT)
    assert len(a_reader(path).load("i1").notes) == 218


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    path = blocked / "interviews.db"
    with pytest.raises(ReadOnlyStore, match="cannot be made"):
        migrations.ensure(path, NOON)
    with a_writer(path) as (writer, told):
        told.wait_for(Failed)
        writer.put(a_story().changes)
        blocked.unlink()
        writer.retry()
        assert writer.flush(WAIT)
    assert len(a_reader(path).page(Query()).rows) == 1


def test_a_folder_in_the_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(ReadOnlyStore):
        migrations.ensure(path, NOON)
    with pytest.raises(ReadOnlyStore):
        a_reader(path).page(Query())


def test_another_program_that_writes_for_long_is_told_and_waited_for(path: Path) -> None:
    save(path, *a_story(Phase.LIVE).changes)
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        with by_hand(path) as conn:
            conn.execute("BEGIN IMMEDIATE")
            writer.put((NotePut("i1", a_note("late")),))
            failed = told.wait_for(Failed)
            assert isinstance(failed, Failed)
            assert isinstance(failed.problem, StoreBusy)
            conn.execute("ROLLBACK")
        assert writer.flush(WAIT)
        assert len(told.saved) == 1


@pytest.mark.parametrize(
    "content", [b"Dear diary, " * 1_000, b"\x00" * 8_192, b"SQLite format 3\x00" + b"x" * 4_096]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with a_writer(path) as (writer, told):
        failed = told.wait_for(Failed)
        assert isinstance(failed, Failed)
        assert isinstance(failed.problem, NotOurFile | DamagedFile)
        assert "no backup" in failed.problem.next_step
        writer.put(a_story().changes)
        assert not writer.close(0.2)
        assert len(writer.waiting()) == 1
    with pytest.raises(StorageProblem):
        a_reader(path).page(Query())
    assert check(path) == [failed.problem.line()]
    assert path.read_bytes() == content


def test_a_damaged_database_is_refused_with_the_newest_backup(path: Path) -> None:
    save(path, *a_story(Phase.FINALISED).changes)
    folder = backups_folder(path)
    backup(path, folder / "monday.db")
    backup(path, folder / "tuesday.db")
    os.utime(folder / "monday.db", (1, 1))
    damage(path)
    assert check(path)
    with pytest.raises(DamagedFile) as caught:
        a_reader(path).page(Query())
    assert "tuesday.db" in caught.value.next_step
    with pytest.raises(DamagedFile):
        backup(path, folder / "wednesday.db")
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        writer.put((NotePut("i1", a_note("late")),))
        failed = told.wait_for(Failed)
        assert isinstance(failed, Failed)
        assert isinstance(failed.problem, DamagedFile)
        assert len(writer.waiting()) == 1


def test_no_damage_raises_anything_but_a_problem(path: Path) -> None:
    save(path, *a_story(Phase.FINALISED).changes, *a_story(Phase.LIVE, "i2").changes)
    whole = path.read_bytes()
    rng = random.Random(3)
    for _ in range(60):
        torn = bytearray(whole)
        for _ in range(rng.randrange(1, 6)):
            at = rng.randrange(len(torn))
            torn[at : at + 64] = rng.randbytes(64)
        path.write_bytes(torn)
        check(path)
        with suppress(StorageProblem):
            migrations.ensure(path, NOON)
            reader = a_reader(path)
            try:
                reader.page(Query("ada"))
                reader.counts()
            finally:
                reader.close()


def damage(path: Path) -> None:
    """Overwrite the pages of the table of interviews, as a failing disk would."""
    with by_hand(path) as conn:
        size = conn.execute("PRAGMA page_size").fetchone()[0]
        pages = conn.execute(
            "SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('interview', 'note') AND rootpage > 0"
        ).fetchall()
    content = bytearray(path.read_bytes())
    for (page,) in pages:
        content[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(content)


def test_our_own_mistakes_are_not_put_down_to_the_world(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), connect.in_words(path), by_hand(Path(":memory:")) as conn:
        conn.execute("SELECT * FROM nothing")
