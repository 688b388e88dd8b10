"""The bootstrap speaks to every Python and names exactly what is missing."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "packaging" / "bootstrap.py"
NOWHERE = {"libinterviewer-is-not-there.so.9": "libinterviewer9"}


@pytest.fixture(scope="module")
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def call(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script as a user does, with no screen and these variables on top."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "INTERVIEWER_VENV")}
    return subprocess.run(
        [sys.executable, str(SCRIPT), *args],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


# -- Pythons ---------------------------------------------------------------------------------------


def test_it_parses_on_an_old_python() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_imports_nothing_but_the_standard_library() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    imported = {
        alias.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names
    }
    imported |= {str(n.module).split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 6), (3, 10)])
def test_an_old_python_is_told_what_is_needed(bootstrap: ModuleType, version: tuple[int, int]) -> None:
    sentence = bootstrap.old_python_sentence(version)
    assert sentence == f"Python 3.11 or newer is needed, this is {version[0]}.{version[1]}."


def test_a_new_python_is_told_nothing(bootstrap: ModuleType) -> None:
    assert bootstrap.old_python_sentence((3, 11)) == ""
    assert bootstrap.old_python_sentence((4, 0)) == ""


# -- libraries -------------------------------------------------------------------------------------


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the table is of Linux libraries")
def test_a_missing_library_is_found_out(bootstrap: ModuleType) -> None:
    assert bootstrap.missing_libraries({"libc.so.6": "libc6", **NOWHERE}) == list(NOWHERE)


def test_programs_and_files_are_looked_for(bootstrap: ModuleType, tmp_path: Path) -> None:
    service = tmp_path / "reader.service"
    assert not bootstrap.is_here(str(service))
    service.touch()
    assert bootstrap.is_here(str(service))
    assert bootstrap.is_here("sh")
    assert not bootstrap.is_here("interviewer-is-not-there")


@pytest.mark.parametrize(
    ("manager", "expected"),
    [
        ("apt-get", "sudo apt-get update && sudo apt-get install -y --no-install-recommends libinterviewer9"),
        ("dnf", "sudo dnf install -y 'libinterviewer-is-not-there.so.9()(64bit)'"),
        ("zypper", "sudo zypper install -y 'libinterviewer-is-not-there.so.9()(64bit)'"),
    ],
)
def test_the_command_is_for_the_package_manager_that_is_here(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manager: str, expected: str
) -> None:
    for name in (manager, "apt-cache"):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.install_command(NOWHERE) == expected


def test_a_renamed_package_is_asked_for_by_its_new_name(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "apt-cache"
    cache.write_text("#!/bin/sh\necho libglib2.0-0t64; echo libglib2.0-0-udeb\n", encoding="utf-8")
    cache.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.apt_names(["libglib2.0-0", "libgl1"]) == ["libgl1", "libglib2.0-0t64"]


# -- commands --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "window"),
    [
        ([], True),
        (["--data-dir", "somewhere"], True),
        (["--data-dir=somewhere"], True),
        (["--version"], False),
        (["kit", "list"], False),
        (["--data-dir", "somewhere", "list"], False),
    ],
)
def test_it_knows_which_arguments_open_a_window(bootstrap: ModuleType, args: list[str], window: bool) -> None:
    assert bootstrap.wants_window(args) is window


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_no_screen_is_a_sentence() -> None:
    done = call("run")
    assert done.returncode == 1
    assert done.stderr.startswith("bootstrap: There is no screen here")
    assert "Traceback" not in done.stderr


def test_an_unknown_command_shows_the_usage() -> None:
    done = call("dance")
    assert done.returncode == 2
    assert "usage: python3 packaging/bootstrap.py" in done.stdout


def test_doctor_finds_this_machine_healthy() -> None:
    done = call("doctor")
    assert done.returncode == 0, done.stdout
    assert "System       has all it needs" in done.stdout
