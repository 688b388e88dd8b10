"""The script that draws the pictures: a reduced set of them, made by the real script, none of them blank."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "packaging" / "screenshots.py"
README = ROOT / "README.md"


def draw(*args: str) -> None:
    """Run the script, offscreen whatever this test runs on."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *args],
        env={**env, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert done.returncode == 0, done.stderr


def colours(path: Path) -> set[int]:
    """The colours along a grid over the picture."""
    picture = QImage(str(path))
    assert not picture.isNull(), path
    wide, high = picture.width(), picture.height()
    return {picture.pixel(x, y) for x in range(0, wide, 3) for y in range(0, high, 3)}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    draw("--all", "--only", "live-b", "--look", "light", "--look", "dark", "--look", "1024x640", str(folder))
    return folder


def test_every_look_asked_for_has_its_picture(drawn: Path) -> None:
    found = sorted(str(path.relative_to(drawn)) for path in drawn.rglob("*.png"))
    assert found == [f"{look}/live-behind.png" for look in ("1024x640", "dark", "light")]


@pytest.mark.parametrize(
    ("look", "size"), [("light", (1280, 800)), ("dark", (1280, 800)), ("1024x640", (1024, 640))]
)
def test_no_picture_is_blank(drawn: Path, look: str, size: tuple[int, int]) -> None:
    path = drawn / look / "live-behind.png"
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == size
    assert len(colours(path)) > 100


def test_the_looks_differ(drawn: Path) -> None:
    light, dark = (QImage(str(drawn / look / "live-behind.png")) for look in ("light", "dark"))
    assert light.pixelColor(4, 4).lightness() > 200
    assert dark.pixelColor(4, 4).lightness() < 60


def test_the_readme_has_all_the_pictures_it_shows(tmp_path: Path) -> None:
    draw(str(tmp_path))
    made = {path.name for path in tmp_path.glob("*.png")}
    kept = {path.name for path in (ROOT / "packaging" / "screenshots").glob("*.png")}
    shown = {
        part.split(")")[0] for part in README.read_text(encoding="utf-8").split("packaging/screenshots/")[1:]
    }
    assert made == kept
    assert shown <= made
