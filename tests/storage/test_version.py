"""Looking at a database while somebody brings it up to date."""

from contextlib import closing
from pathlib import Path

from interviewer_app.storage import migrations
from interviewer_app.storage.connect import reading, writing
from interviewer_app.storage.version import LATEST, applied
from tests.builders import NOON


def test_a_look_in_the_middle_of_the_first_migration_sees_before_or_after(tmp_path: Path) -> None:
    path = tmp_path / "interviews.db"
    writing(path).close()
    with closing(reading(path)) as conn:
        looked: list[str] = []

        def migrate(statement: str) -> None:
            if "user_version" in statement and not looked:
                looked.append(statement)
                migrations.ensure(path, NOON)

        conn.set_trace_callback(migrate)
        assert applied(conn, path) == 0
        assert looked
        assert applied(conn, path) == LATEST
