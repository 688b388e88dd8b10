"""The place of a database that does not exist yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.files import OPEN


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "interviews.db"


@pytest.fixture(autouse=True)
def readers_closed() -> Iterator[None]:
    """Close what a_reader opened."""
    yield
    while OPEN:
        OPEN.pop().close()
