"""Draws the pictures of the program: run it with the Python of .venv.

    screenshots.py [FOLDER]        the pictures of the README, in light and dark
    screenshots.py --all FOLDER    every state of every screen, in every look: FOLDER/LOOK/STATE.png

Runs the real program on a data folder of its own, with made-up interviews, and grabs its window. `--only`
keeps the states whose name begins so, `--look` the looks named; the walk is the same.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No picture shows whose machine it was made on, nor in which time zone it stands.
os.environ["HOME"] = "/home/ruth"
os.environ["TZ"] = "UTC"

from PySide6.QtWidgets import QApplication
from shots import looks, walk
from shots.stage import Stage, opened

from interviewer_app.ui.style import app_style, theme

README = {
    "library": "library",
    "prepare": "prepare",
    "live-behind": "live",
    "ribbon": "ribbon",
    "review": "review",
    "packet": "packet",
    "kits-prompts": "kits",
    "opening-role": "opening",
}
"""The states the README shows, and what it calls them."""


def main() -> None:
    """As asked for."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the program.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "screenshots")
    parser.add_argument("--all", action="store_true", help="every state in every look")
    parser.add_argument("--only", default="", help="states whose name begins so")
    parser.add_argument("--look", action="append", help="one of " + ", ".join(x.name for x in looks.EVERY))
    given = parser.parse_args()
    with tempfile.NamedTemporaryFile("w", suffix=".json") as screens:
        # Offscreen alone is a screen of 800 x 600: ribbon and candidate view would be cut to it.
        json.dump({"screens": [{"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1200}]}, screens)
        screens.flush()
        if os.environ["QT_QPA_PLATFORM"] == "offscreen":
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens.name}"
        app = QApplication([])
    app_style.install(app)
    theme.apply(app, "light", text_scale=1.0)
    chosen = tuple(look for look in looks.EVERY if not given.look or look.name in given.look)
    if given.all:
        whole_set(given.folder, chosen, given.only)
    else:
        of_readme(given.folder, chosen)


def of_readme(folder: Path, chosen: tuple[looks.Look, ...]) -> None:
    """FOLDER/NAME-LOOK.png, few, in light and dark."""
    two = tuple(look for look in (looks.LIGHT, looks.DARK) if look in chosen)
    # The call on plan comes before the form: it leaves an opening with a locked kit.
    legs = (walk.library, walk.on_plan, walk.late, walk.review, walk.prepare, walk.openings, walk.kits)
    with tempfile.TemporaryDirectory() as data:
        whole_set(Path(data), two, tuple(README), legs=legs)
        folder.mkdir(parents=True, exist_ok=True)
        for state, name in README.items():
            for look in two:
                drawn = Path(data) / look.name / f"{state}.png"
                (folder / f"{name}-{look.name}.png").write_bytes(drawn.read_bytes())


def whole_set(
    folder: Path,
    chosen: tuple[looks.Look, ...],
    only: "str | tuple[str, ...]",
    legs: tuple[walk.Leg, ...] = (),
) -> None:
    """FOLDER/LOOK/STATE.png of every state wanted; one walk at each size of the text."""
    for scale in sorted({look.scale for look in chosen}):
        alike = tuple(look for look in chosen if look.scale == scale)
        with tempfile.TemporaryDirectory() as data:
            if not legs:
                with opened(Path(data) / "empty", interviews=0, scale=scale) as stage:
                    _walk(stage, (walk.empty,), alike, folder, only)
            with opened(Path(data) / "full", scale=scale) as stage:
                _walk(stage, legs or walk.LEGS, alike, folder, only)


def _walk(
    stage: Stage,
    legs: tuple[walk.Leg, ...],
    chosen: tuple[looks.Look, ...],
    folder: Path,
    only: "str | tuple[str, ...]",
) -> None:
    for leg in legs:
        for state in leg(stage):
            if _is_wanted(state, only):
                looks.draw(stage, state, chosen, folder)


def _is_wanted(state: str, only: "str | tuple[str, ...]") -> bool:
    return state in only if isinstance(only, tuple) else state.startswith(only)


if __name__ == "__main__":
    main()
