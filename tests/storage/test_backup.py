"""Copies are complete and sound, and the way back is itself undoable."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from interviewer_app.domain.changes import InterviewGone, NotePut
from interviewer_app.domain.errors import DamagedFile, NewerFile, NotOurFile, ReadOnlyStore, StorageProblem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import Query
from interviewer_app.storage import migrations
from interviewer_app.storage.backup import backup, restore
from interviewer_app.storage.checks import check
from interviewer_app.storage.places import backups_folder, copy_name, newest_backup
from interviewer_app.storage.writer import Ready
from tests.builders import NOON, a_note, a_story
from tests.storage.disks import a_disk
from tests.storage.files import WAIT, a_reader, a_writer, by_hand, dump, save


def test_a_copy_taken_in_the_middle_of_writing_is_complete(path: Path, tmp_path: Path) -> None:
    save(path, *a_story(Phase.LIVE).changes)
    copy = tmp_path / "elsewhere" / "copy.db"
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        writer.put((NotePut("i1", a_note("before")),))
        assert writer.flush(WAIT)
        backup(path, copy)
        writer.put((NotePut("i1", a_note("after")),))
        assert writer.flush(WAIT)
    ids = {note.id for note in a_reader(copy).load("i1").notes}
    assert "before" in ids
    assert "after" not in ids
    assert [file.name for file in copy.parent.iterdir() if "part" in file.name] == []
    assert check(copy) == []


def test_a_copy_is_one_file_and_replaces_an_older_one(path: Path, tmp_path: Path) -> None:
    save(path, *a_story().changes)
    copy = tmp_path / "copy.db"
    copy.write_text("an older copy")
    backup(path, copy)
    assert dump(copy) == dump(path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "data"]


def test_there_is_no_copy_of_nothing_and_none_where_nothing_can_be_written(
    path: Path, tmp_path: Path
) -> None:
    with pytest.raises(StorageProblem, match="no database"):
        backup(path, tmp_path / "copy.db")
    save(path, *a_story().changes)
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnlyStore):
        backup(path, tmp_path / "file" / "copy.db")
    (tmp_path / "taken.db").mkdir()
    with pytest.raises(ReadOnlyStore):
        backup(path, tmp_path / "taken.db")
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_restoring_brings_the_backup_back_and_keeps_what_was_there(path: Path, tmp_path: Path) -> None:
    save(path, *a_story(Phase.LIVE, "old").changes)
    copy = tmp_path / "copy.db"
    backup(path, copy)
    save(path, InterviewGone("old"), *a_story(Phase.LIVE, "new").changes)
    kept = restore(path, copy, NOON)
    assert [row.id for row in a_reader(path).page(Query()).rows] == ["old"]
    assert kept is not None
    assert kept.parent == backups_folder(path)
    assert [row.id for row in a_reader(kept).page(Query()).rows] == ["new"]
    assert copy.exists()
    save(path, *a_story(Phase.LIVE, "more").changes)
    assert check(path) == []
    assert restore(path, kept, NOON) is not None
    assert [row.id for row in a_reader(path).page(Query()).rows] == ["new"]


def test_a_leftover_log_of_the_old_database_is_not_read_into_the_restored_one(
    path: Path, tmp_path: Path
) -> None:
    save(path, *a_story(Phase.LIVE, "old").changes)
    copy, crashed = tmp_path / "copy.db", tmp_path / "crashed"
    backup(path, copy)
    with a_writer(path) as (writer, told):
        told.wait_for(Ready)
        writer.put(a_story(Phase.LIVE, "new").changes)
        assert writer.flush(WAIT)
        # As a killed program leaves it: database, log and index of the log.
        shutil.copytree(path.parent, crashed)
    there = crashed / path.name
    assert (crashed / f"{path.name}-wal").stat().st_size > 0
    restore(there, copy, NOON)
    assert [row.id for row in a_reader(there).page(Query()).rows] == ["old"]
    assert check(there) == []


def test_a_damaged_database_is_moved_aside_and_the_backup_takes_its_place(path: Path, tmp_path: Path) -> None:
    save(path, *a_story(Phase.FINALISED).changes)
    copy = tmp_path / "copy.db"
    backup(path, copy)
    path.write_bytes(b"nothing but noise " * 500)
    kept = restore(path, copy, NOON)
    assert kept is not None
    assert kept.read_bytes().startswith(b"nothing but noise")
    assert newest_backup(backups_folder(path)) is None
    assert a_reader(path).load("i1").phase is Phase.FINALISED


def test_restoring_to_an_empty_place_keeps_nothing(path: Path, tmp_path: Path) -> None:
    save(path, *a_story().changes)
    copy = tmp_path / "copy.db"
    backup(path, copy)
    empty = tmp_path / "new" / "interviews.db"
    assert restore(empty, copy, NOON) is None
    assert dump(empty) == dump(path)


@pytest.mark.parametrize("wrong", ["missing", "text", "foreign", "newer", "torn"])
def test_what_is_no_sound_backup_of_ours_is_not_restored(path: Path, tmp_path: Path, wrong: str) -> None:
    save(path, *a_story().changes)
    before = dump(path)
    source = tmp_path / "source.db"
    match wrong:
        case "text":
            source.write_text("Dear diary, " * 1_000)
        case "foreign":
            with by_hand(source) as conn:
                conn.execute("CREATE TABLE theirs (x)")
        case "newer":
            backup(path, source)
            with by_hand(source) as conn:
                conn.execute("PRAGMA user_version = 999")
        case "torn":
            backup(path, source)
            os.truncate(source, source.stat().st_size // 2)
        case _:
            assert not source.exists()
    with pytest.raises(StorageProblem) as caught:
        restore(path, source, NOON)
    kinds = {"missing": StorageProblem, "text": NotOurFile, "foreign": NotOurFile, "newer": NewerFile}
    assert type(caught.value) is kinds.get(wrong, DamagedFile)
    assert dump(path) == before
    assert not backups_folder(path).exists()


def test_the_newest_backup_is_the_one_written_last(tmp_path: Path) -> None:
    assert newest_backup(tmp_path / "missing") is None
    assert newest_backup(tmp_path) is None
    for number, name in enumerate(("b.db", "a.db", "c.txt")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (number, number))
    assert newest_backup(tmp_path) == tmp_path / "a.db"


def test_a_check_finds_what_sqlite_does_not_look_for(path: Path) -> None:
    save(path, *a_story(Phase.FINALISED).changes)
    assert check(path) == []
    assert check(path.with_name("missing.db")) == []
    with by_hand(path) as conn:
        conn.execute("DROP TRIGGER kit_update")
        conn.execute("UPDATE kit SET body = replace(body, 'Prompt p1', 'Prompt p0')")
        conn.execute("DROP TRIGGER note_insert")
        conn.execute("INSERT INTO note VALUES (77, 'n', 'p1', 1, 'x', 0, '', 0)")
        conn.execute("INSERT INTO search (search) VALUES ('delete-all')")
    found = " ".join(check(path))
    assert "frozen kit kit-a is not what was shown" in found
    assert "A row of note belongs to no row of interview" in found
    assert "1 interviews cannot be found" in found


def test_a_check_of_an_older_database_says_so(path: Path) -> None:
    migrations.ensure(path, NOON)
    with by_hand(path) as conn:
        conn.execute("PRAGMA user_version = 0")
    assert check(path) == ["The database has not been brought up to date yet."]


def test_restoring_from_the_oldest_kept_copy_does_not_throw_that_copy_away(path: Path) -> None:
    save(path, *a_story(Phase.LIVE, "first").changes)
    kept = []
    for number in range(5):
        copy = copy_name(path, "before-restore", NOON + timedelta(days=number))
        backup(path, copy)
        kept.append(copy)
    restore(path, kept[0], NOON + timedelta(days=5))
    assert kept[0].exists()
    assert len(list(backups_folder(path).iterdir())) == 6
    restore(path, kept[-1], NOON + timedelta(days=6))
    assert len(list(backups_folder(path).iterdir())) == 5


def test_a_restore_that_cannot_keep_what_was_there_does_nothing(path: Path, tmp_path: Path) -> None:
    save(path, *a_story(Phase.LIVE).changes)
    copy = tmp_path / "copy.db"
    backup(path, copy)
    before = dump(path)
    backups_folder(path).touch()
    with pytest.raises(ReadOnlyStore):
        restore(path, copy, NOON)
    assert dump(path) == before
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []


def test_a_copy_that_finds_no_room_names_its_own_place(path: Path, tmp_path: Path) -> None:
    save(path, *a_story(Phase.LIVE).changes)
    with a_disk(tmp_path / "stick", "64k") as stick, pytest.raises(ReadOnlyStore) as caught:
        backup(path, stick / "copy.db")
    assert str(tmp_path / "stick" / "copy.db") in caught.value.sentence
    assert str(path) not in caught.value.line()
