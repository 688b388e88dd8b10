"""How a database comes into being, is brought up to date, and is refused."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interviewer_app.domain.errors import NewerFile, NotOurFile, StorageProblem
from interviewer_app.domain.listing import InterviewPage, Query
from interviewer_app.storage import migrations, version
from interviewer_app.storage.places import backups_folder
from tests.builders import NOON, a_story
from tests.storage.files import a_reader, by_hand, dump, save

if TYPE_CHECKING:
    from sqlite_utils import Database

GOLDEN = Path(__file__).parents[1] / "golden" / "schema.sql"


def m9001_more(db: "Database") -> None:
    db.execute("CREATE TABLE more (x TEXT) STRICT")


def m9002_fails_half_way(db: "Database") -> None:
    db.execute("CREATE TABLE half (x TEXT) STRICT")
    db.execute("INSERT INTO nothing VALUES (1)")


def schema_of(path: Path) -> str:
    """Every statement of the schema but those SQLite and sqlite-utils make for themselves."""
    with by_hand(path) as conn:
        rows = conn.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'search_*'"
            " AND tbl_name NOT GLOB '_sqlite*' ORDER BY type DESC, tbl_name, name"
        )
        return (
            "\n\n".join("\n".join(line.rstrip() for line in sql.splitlines()) + ";" for (sql,) in rows) + "\n"
        )


@contextmanager
def forgotten(*modules: str) -> Iterator[None]:
    """As if the modules had not been imported yet."""
    kept = {name: sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] in modules}
    yield
    sys.modules.update(kept)


def test_a_new_database_has_the_schema_of_the_golden_file(path: Path) -> None:
    migrations.ensure(path, NOON)
    found = schema_of(path)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_a_new_database_says_whose_it_is(path: Path) -> None:
    migrations.ensure(path, NOON)
    with by_hand(path) as conn:
        assert conn.execute("PRAGMA application_id").fetchone() == (0x49565752,)
        assert conn.execute("PRAGMA user_version").fetchone() == (version.LATEST,)
        assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        names = conn.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert names == [(step.__name__,) for step in migrations.STEPS]
    assert len(migrations.STEPS) == version.LATEST


@pytest.mark.skipif(sys.platform == "win32", reason="rights are lists there")
def test_the_data_folder_is_its_owners_alone(path: Path) -> None:
    migrations.ensure(path, NOON)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_current_database_is_known_without_sqlite_utils(path: Path) -> None:
    migrations.ensure(path, NOON)
    with forgotten("sqlite_utils"):
        migrations.ensure(path, NOON)
        assert "sqlite_utils" not in sys.modules


def test_a_copy_is_kept_before_an_existing_database_is_migrated(path: Path) -> None:
    save(path, *a_story().changes)
    before = dump(path)
    migrations.ensure(path, NOON, (*migrations.STEPS, m9001_more))
    copies = list(backups_folder(path).iterdir())
    assert [copy.name for copy in copies] == [
        f"interviews-20260914T120000.250000Z-before-m{len(migrations.STEPS) + 1:04}.db"
    ]
    assert dump(copies[0]) == before
    with by_hand(path) as conn:
        assert conn.execute("SELECT count(*) FROM more").fetchone() == (0,)


def test_lines_written_before_there_were_stamps_are_plain_ones(path: Path) -> None:
    migrations.ensure(path, NOON, migrations.STEPS[:1])
    with by_hand(path) as conn:
        conn.execute("INSERT INTO note VALUES (1, 'n', 'p1', 1, 'x', 0, '')")
    migrations.ensure(path, NOON)
    with by_hand(path) as conn:
        assert conn.execute("SELECT text, stamped FROM note").fetchall() == [("x", 0)]


def test_a_new_database_needs_no_copy(path: Path) -> None:
    migrations.ensure(path, NOON)
    assert not backups_folder(path).exists()


def test_a_failing_migration_leaves_everything_as_it_was(path: Path) -> None:
    save(path, *a_story().changes)
    before = dump(path)
    with pytest.raises(StorageProblem) as caught:
        migrations.ensure(path, NOON, (*migrations.STEPS, m9002_fails_half_way))
    assert "could not be brought up to date" in caught.value.sentence
    [copy] = backups_folder(path).iterdir()
    assert str(copy) in caught.value.next_step
    assert dump(copy) == before
    assert dump(path) == before
    assert a_reader(path).load("i1").candidate == "Ada Example"


def test_only_the_newest_copies_are_kept(path: Path) -> None:
    migrations.ensure(path, NOON)
    foreign = backups_folder(path) / "mine.db"
    foreign.parent.mkdir()
    foreign.write_bytes(b"")
    for day in range(8):
        with pytest.raises(StorageProblem):
            migrations.ensure(path, NOON + timedelta(days=day), (*migrations.STEPS, m9002_fails_half_way))
    own = sorted(copy.name for copy in backups_folder(path).glob("*before*"))
    assert len(own) == 5
    assert own[0].startswith("interviews-20260917")
    assert foreign.exists()


def test_a_newer_database_is_refused_and_left_untouched(path: Path) -> None:
    migrations.ensure(path, NOON, (*migrations.STEPS, m9001_more))
    before = path.read_bytes()
    with pytest.raises(NewerFile, match="newer version"):
        migrations.ensure(path, NOON)
    with pytest.raises(NewerFile):
        a_reader(path).page(Query())
    assert path.read_bytes() == before
    assert not backups_folder(path).exists()


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    path.parent.mkdir()
    with by_hand(path) as conn:
        conn.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(NotOurFile, match="not an Interviewer database"):
        migrations.ensure(path, NOON)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert a_reader(path).page(Query()) == InterviewPage((), more=False)
    migrations.ensure(path, NOON)
    assert schema_of(path) == GOLDEN.read_text(encoding="utf-8")


def test_a_database_killed_before_its_first_migration_is_finished(path: Path) -> None:
    from sqlite_utils import Database, Migrations

    path.parent.mkdir()
    with by_hand(path) as conn:
        Migrations("interviewer").ensure_migrations_table(Database(conn))
    migrations.ensure(path, NOON)
    assert schema_of(path) == GOLDEN.read_text(encoding="utf-8")


def test_until_it_is_brought_up_to_date_a_database_reads_as_empty(path: Path) -> None:
    save(path, *a_story().changes)
    with by_hand(path) as conn:
        conn.execute("PRAGMA user_version = 0")
    reader = a_reader(path)
    assert reader.page(Query()).rows == ()
    with by_hand(path) as conn:
        conn.execute(f"PRAGMA user_version = {version.LATEST}")
    assert [row.id for row in reader.page(Query()).rows] == ["i1"]
