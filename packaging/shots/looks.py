"""Under which looks a state is drawn, and the drawing. For packaging/screenshots.py."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from shots.stage import USUAL, Stage, settle

SMALL = (1024, 640)


@dataclass(frozen=True, slots=True)
class Look:
    """How everything is drawn: a folder of the set."""

    name: str
    theme: str = "light"
    size: tuple[int, int] = USUAL
    scale: float = 1.0
    mirrored: bool = False


LIGHT = Look("light")
DARK = Look("dark", theme="dark")
HIGH = Look("high", theme="high")
TIGHT = Look("1024x640", size=SMALL)
LARGE = Look("200", scale=2.0)
MIRRORED = Look("mirrored", mirrored=True)
EVERY = (LIGHT, DARK, HIGH, TIGHT, LARGE, MIRRORED)

_THEMES = frozenset({LIGHT, DARK, HIGH})
_BESIDE = ("ribbon", "candidate")
_MIRRORED = frozenset({"live-right-to-left", "live-behind", "live-score", "ribbon"})


def wanted(stop: str, look: Look) -> bool:
    """Whether a state is drawn in a look: all in the three themes and large, those of the call small too."""
    if look is MIRRORED:
        return stop in _MIRRORED
    return look is not TIGHT or (stop.startswith("live") and not stop.startswith(_BESIDE))


def dress(stage: Stage, look: Look) -> None:
    """Let the running program wear a look."""
    stage.program.preferences.update(theme=look.theme)
    direction = Qt.LayoutDirection.RightToLeft if look.mirrored else Qt.LayoutDirection.LeftToRight
    stage.window.setLayoutDirection(direction)


def draw(stage: Stage, stop: str, looks: tuple[Look, ...], folder: Path) -> None:
    """One picture of a state in each look: FOLDER/LOOK/STOP.png."""
    worn = [look for look in looks if wanted(stop, look)]
    for look in worn:
        dress(stage, look)
        if not stop.startswith(_BESIDE):
            stage.window.resize(*look.size)
        settle(60)
        path = folder / look.name / f"{stop}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        stage.target.grab().save(str(path))
    if worn and worn[-1] is not LIGHT:
        dress(stage, LIGHT)
        if not stop.startswith(_BESIDE):
            stage.window.resize(*USUAL)
        settle()
