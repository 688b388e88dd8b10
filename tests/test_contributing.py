"""The maintainer's page tells no tales: its paths, commands and names exist."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
QUOTED = re.findall(r"`([^`\n]+)`", PAGE)
TOP = ("interviewer_app", "resources", "tests", "packaging", ".ci", ".github")
COMMANDS = sorted({part for part in QUOTED if part.startswith(("python3 ", ".venv/"))})


def test_the_page_is_walked() -> None:
    assert len(QUOTED) > 50
    assert COMMANDS


def test_every_path_exists() -> None:
    words = {word for part in QUOTED for word in part.split()}
    paths = {word for word in words if word.split("/")[0] in TOP and "/" in word}
    paths |= {word for word in words if re.fullmatch(r"[\w.-]+\.(toml|md)", word)}
    assert len(paths) > 20
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one(command: str) -> None:
    _python, script, *rest = command.split()
    told = subprocess.run(
        [sys.executable, str(ROOT / script), "--help"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    if Path(script).name == "bootstrap.py":
        assert re.search(rf"^  {rest[0]} ", told.stdout, re.MULTILINE), told.stdout
    elif Path(script).name != "pins.py":
        assert all(option in told.stdout for option in rest if option.startswith("--")), told.stdout


def test_every_name_of_a_class_is_one() -> None:
    classes = {
        node.name
        for module in (ROOT / "interviewer_app").rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    named = {part for part in QUOTED if re.fullmatch(r"(?:[A-Z][a-z]+)+", part)}
    assert named - classes == set()
    assert {"Keeper", "InterviewSession"} <= named


def test_no_public_class_name_means_two_things() -> None:
    """Two classes of one name are told apart by nobody who reads a line that uses one."""
    places: dict[str, list[str]] = {}
    for module in sorted((ROOT / "interviewer_app").rglob("*.py")):
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(str(module.relative_to(ROOT)))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}
