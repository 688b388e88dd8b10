"""Kits, shipped and the user's, with everything wrong in their files. Imported by controllers, app and cli.

Nothing here raises for a bad file: each problem is a Finding, and one broken file never stops the others.
Importing this module is cheap; tomllib and msgspec arrive with the first call.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from interviewer_app import assets
from interviewer_app.domain.errors import Finding
from interviewer_app.domain.kit import Kit

if TYPE_CHECKING:
    from interviewer_app.kits.read import Reading

REMINDERS = "before-the-call"
"""Id of the shipped checklist shown two minutes before a call."""


@dataclass(frozen=True, slots=True)
class Library:
    """Kits that can be used, and every finding, errors and warnings, by file and line."""

    kits: tuple[Kit, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep kits from being used."""
        return tuple(finding for finding in self.findings if finding.fatal)

    def kit(self, kit_id: str) -> Kit | None:
        """The kit with this id, or None."""
        return next((kit for kit in self.kits if kit.id == kit_id), None)


def shipped() -> Library:
    """The kits that come with the program; read once."""
    reading = _shipped()
    return Library(reading.kits, reading.findings)


def read_files(paths: Iterable[Path]) -> Library:
    """The kits of these files, which may use entries of each other and of the shipped files."""
    from interviewer_app.kits import read

    reading = read.files(paths, shipped_paths())
    return Library(reading.kits, reading.findings)


def parse(text: bytes, name: str) -> Library:
    """The kits of one file given as bytes; `name` stands for it in findings."""
    from interviewer_app.kits import read

    reading = read.texts([(name, text)], shipped_paths())
    return Library(reading.kits, reading.findings)


def check(paths: Iterable[Path]) -> tuple[Finding, ...]:
    """Everything wrong with these files, by file and line."""
    return read_files(paths).findings


def reminders() -> tuple[str, ...]:
    """The short lines to tick before a call, in order."""
    return next((lines for name, lines in _shipped().checklists if name == REMINDERS), ())


def shipped_paths() -> tuple[Path, ...]:
    """The shipped kit files, by name."""
    return tuple(sorted(assets.path("kits").glob("*.toml")))


@cache
def _shipped() -> "Reading":
    # Lazy, as in every function here: msgspec costs 50 ms that the first paint must not pay.
    from interviewer_app.kits import read

    return read.files(shipped_paths(), ())
