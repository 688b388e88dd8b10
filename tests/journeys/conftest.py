"""The program on an empty data folder, outside or inside the test's process; ended with the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.driver import Program, keep_picture
from tests.journeys.inside import Inside, opened


@pytest.fixture
def program(tmp_path: Path, home: Path, request: pytest.FixtureRequest) -> Iterator[Program]:
    (home / "Documents").mkdir()
    made = Program(tmp_path / "data")
    yield made
    keep_picture(f"last-{request.node.name}")
    made.end()


@pytest.fixture
def hands(tmp_path: Path, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Inside]:
    with opened(tmp_path / "data", qapp) as made:
        yield made
        keep_picture(f"last-{request.node.name}")
