"""The one door to resources/: kits, icons, fonts, catalogues. Everybody above `domain` may import it.

Kept to pathlib and sys because it runs before the first paint.
"""

import sys
from pathlib import Path
from typing import Final

from interviewer_app.domain.errors import Problem

_PACKAGE: Final = Path(__file__).resolve().parent


class MissingAsset(Problem):
    """A file that ships with the program is not where any installation keeps it."""


def _places() -> tuple[Path, ...]:
    """Folders in the order they are tried: installed wheel, working tree, frozen bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    tail = (Path(bundle) / "resources",) if bundle else ()
    return (_PACKAGE / "_resources", _PACKAGE.parent / "resources", *tail)


def path(*parts: str) -> Path:
    """The place of one shipped file or folder, for instance `path("icons", "check.svg")`.

    Raises MissingAsset when no installation place holds it.
    """
    for place in _places():
        found = place.joinpath(*parts)
        if found.exists():
            return found
    name = "/".join(parts)
    raise MissingAsset(
        f"A part of the program is missing: {name}.",
        "Install Interviewer again; your interviews are kept elsewhere and are safe.",
    )


def read_bytes(*parts: str) -> bytes:
    """The bytes of one shipped file; raises MissingAsset."""
    return path(*parts).read_bytes()


def read_text(*parts: str) -> str:
    """The text of one shipped UTF-8 file; raises MissingAsset."""
    return path(*parts).read_text(encoding="utf-8")
