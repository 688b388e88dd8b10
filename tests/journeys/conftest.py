"""A program on an empty data folder, ended with the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.driver import Program, keep_picture


@pytest.fixture
def program(tmp_path: Path, home: Path) -> Iterator[Program]:
    (home / "Documents").mkdir()
    made = Program(tmp_path / "data")
    yield made
    keep_picture("last")
    made.end()
