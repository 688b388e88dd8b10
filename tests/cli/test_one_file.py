"""After every sub-command the database is one file, and a copy of that file alone holds everything."""

import shutil
from pathlib import Path

from interviewer_app.settings import DATABASE
from tests.cli.program import run

COMMANDS = (
    ("demo", "--count", "3", "--seed", "1"),
    ("list",),
    ("check",),
    ("export", "--all", "--to", "{out}", "--format", "pdf"),
    ("export", "--all", "--to", "{out}", "--format", "csv"),
    ("backup", "{out}/copy.db"),
    ("restore", "{out}/copy.db"),
    ("list", "--json"),
)


def test_every_command_leaves_one_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    data = tmp_path / "data"
    for command in COMMANDS:
        done = run(tmp_path, *(word.format(out=out) for word in command))
        assert done.code == 0, (command, done.err)
        assert [path.name for path in data.glob("interviews*")] == [DATABASE], command
    listed = done.out
    assert [path.name for path in out.glob("*.db*")] == ["copy.db"]
    alone = tmp_path / "elsewhere"
    (alone / "data").mkdir(parents=True)
    shutil.copy(data / DATABASE, alone / "data" / DATABASE)
    assert run(alone, "list", "--json").out == listed
    assert len(listed) > 3
