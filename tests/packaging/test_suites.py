"""The test command measures the core when every test runs, and says where too few of its lines did."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
IMPORTS = "import interviewer_app.domain.phase, interviewer_app.kits.source, interviewer_app.storage.places\n"


@pytest.fixture(scope="module")
def suites() -> ModuleType:
    spec = importlib.util.spec_from_file_location("suites", ROOT / "packaging" / "suites.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("args", [[], ["-q", "-x"], ["-n1", "--maxfail=3"]])
def test_lines_are_counted_when_every_test_runs(suites: ModuleType, args: list[str]) -> None:
    with suites.measuring(args) as (more, environment):
        assert "--cov" in more
        assert Path(environment["COVERAGE_FILE"]).parent.is_dir()


@pytest.mark.parametrize("args", [["-k", "gap"], ["tests/domain"], ["-q", "--lf"]])
def test_a_choice_of_tests_is_not_measured(suites: ModuleType, args: list[str]) -> None:
    with suites.measuring(args) as measured:
        assert measured == ([], {})


def test_packages_of_which_too_little_ran_are_named(suites: ModuleType, tmp_path: Path) -> None:
    script = tmp_path / "imports.py"
    script.write_text(IMPORTS, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "coverage", "run", f"--data-file={tmp_path / 'lines'}", str(script)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    below, said = suites.held_to_floors(tmp_path / "lines")
    assert below
    assert set(said) == {"lines of domain", "lines of kits", "lines of storage"}
    assert all(sentence.startswith("FAILED, ") for sentence in said.values())
