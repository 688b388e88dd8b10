"""How the program begins: what --help loads, pipes, Ctrl+C, and which words open the window."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from interviewer_app import __version__
from interviewer_app.__main__ import _split
from interviewer_app.settings import DATABASE, data_folder
from interviewer_app.storage.checks import check
from interviewer_app.storage.lock import FolderLock
from tests.cli.program import ROOT, call, run, start

HEAVY = (
    "PySide6",
    "sqlite3",
    "sqlite_utils",
    "msgspec",
    "reportlab",
    "tomllib",
    "platformdirs",
    "unicodedata",
)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    code = (
        "import sys; from interviewer_app.__main__ import main\n"
        f"sys.argv = ['interviewer-app', '{option}']; code = main()\n"
        f"print('loaded', *(name for name in {HEAVY!r} if name in sys.modules)); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "loaded"


def test_version_says_which(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").out == [f"Interviewer {__version__}"]


def test_every_command_is_in_the_help(tmp_path: Path) -> None:
    text = "\n".join(run(tmp_path, "--help").out)
    for name in ("kit", "list", "show", "export", "backup", "restore", "check", "demo", "--data-dir"):
        assert name in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["--no-such-option"],
        ["kit"],
        ["kit", "check"],
        ["show"],
        ["show", "a", "b"],
        ["list", "--phase", "over"],
        ["export", "--all"],
        ["export", "--to", "."],
        ["export", "x", "--all", "--to", "."],
        ["export", "x", "--to", ".", "--format", "docx"],
        ["backup"],
        ["restore"],
        ["demo", "--count", "0"],
        ["demo", "--count", "-3"],
        ["demo", "--count", "many"],
        ["demo", "--count", "99999999999"],
        ["demo", "--seed", "x"],
        ["--data-dir"],
        ["--data-dir="],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_one_line(tmp_path: Path, arguments: list[str]) -> None:
    done = run(tmp_path, *arguments)
    assert (done.code, done.out) == (2, [])
    assert len(done.err) == 1
    assert done.err[0].startswith("interviewer-app")


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], ""),
        (["--data-dir", "x"], "x"),
        (["--data-dir=x"], "x"),
        (["list"], None),
        (["--data-dir", "x", "list"], None),
        (["--data-dir=x", "list"], None),
        (["--data-dir"], None),
        (["--data-dir="], None),
        (["--help"], None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_the_window_opens_only_without_a_command(arguments: list[str], opens: str | None) -> None:
    folder, rest = _split(arguments)
    assert (folder if not rest else None) == opens


def test_the_data_folder_is_the_one_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWER_DATA_DIR", str(tmp_path / "from-environment"))
    assert data_folder(str(tmp_path / "asked")) == tmp_path / "asked"
    assert data_folder() == tmp_path / "from-environment"
    assert data_folder("~/x") == Path.home() / "x"
    monkeypatch.delenv("INTERVIEWER_DATA_DIR")
    assert data_folder().name == "Interviewer"


def test_the_folder_may_stand_before_or_behind_the_command(tmp_path: Path) -> None:
    assert run(tmp_path, "--data-dir", str(tmp_path / "a"), "demo", "--count", "1").code == 0
    assert run(tmp_path, f"--data-dir={tmp_path / 'b'}", "demo", "--count", "1").code == 0
    assert run(tmp_path, "demo", "--count", "1", "--data-dir", str(tmp_path / "c")).code == 0
    assert all((tmp_path / name / DATABASE).is_file() for name in "abc")
    assert not (tmp_path / "data").exists()


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    assert call(tmp_path, "demo", "--count", "1500", "--seed", "1") == 0
    with start(tmp_path, "list", "--json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "[\n"
        process.stdout.close()
        assert process.wait(timeout=60) == 141
        assert process.stderr.read() == ""


def size(path: Path) -> int:
    """Bytes of a file that comes and goes."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    database = tmp_path / "data" / DATABASE
    with start(tmp_path, "demo", "--count", "100000", "--seed", "1") as process:
        assert process.stderr is not None
        while process.poll() is None and size(database.with_name(DATABASE + "-wal")) < 1_000_000:
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read() == ""
    assert check(database) == []
    with FolderLock(database.parent):
        pass


def test_a_terminal_without_the_letters_gets_the_rest(tmp_path: Path) -> None:
    assert call(tmp_path, "demo", "--count", "60", "--seed", "1") == 0
    done = run(tmp_path, "list", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.code == 0
    assert len(done.out) == 60
    assert any("\\xd" in line or "\\u0" in line for line in done.out)
