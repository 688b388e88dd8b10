"""Kits, shipped and the user's, with everything wrong in their files. Imported by controllers, app and cli.

Nothing here raises for a bad file: each problem is a Finding, and one broken file never stops the others.
Importing this module is cheap; what reads TOML arrives with the first call.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interviewer_app import assets
from interviewer_app.domain.errors import Finding, KitProblem

if TYPE_CHECKING:
    from interviewer_app.domain.kits.checklist import Checklist
    from interviewer_app.kits.read import Library


@cache
def shipped() -> "Library":
    """The kits that come with the program; read once."""
    # Lazy, as in every function here: reading imports what the first paint must not pay.
    from interviewer_app.kits import read

    return read.files(shipped_paths(), ())


def read_files(paths: Iterable[Path]) -> "Library":
    """The kits of these files, which may use entries of each other and of the shipped files."""
    from interviewer_app.kits import read

    return read.files(paths, shipped_paths())


def parse(text: bytes, name: str, paths: Iterable[Path] = ()) -> "Library":
    """The kits of one file given as bytes, and what is wrong with it if it stood beside those of `paths`.

    `name` stands for it in findings; of the others nothing is told.
    """
    from interviewer_app.kits import read

    return read.text(name, text, paths, shipped_paths())


def judged(tables: dict[str, Any], name: str, paths: Iterable[Path]) -> Iterator[tuple[Finding, ...] | None]:
    """What is wrong with the tables of a file beside those of `paths`: None while there is more to do.

    Tables have no lines; each finding has its path.
    """
    from interviewer_app.kits import read

    return read.judged(name, tables, paths, shipped_paths())


def check(paths: Iterable[Path]) -> tuple[Finding, ...]:
    """Everything wrong with these files, by file and line."""
    return read_files(paths).findings


def load(data: bytes, name: str) -> dict[str, Any]:
    """The plain tables of a file, arranged for editing, sound or not; KitProblem when it is no TOML."""
    from interviewer_app.kits import plain, source

    try:
        return plain.arranged(source.load(data).tables)
    except source.UnreadableError as problem:
        raise KitProblem((source.refusal(name, problem),)) from problem


def load_file(path: Path) -> dict[str, Any]:
    """The plain tables of the file at this path; see `load`."""
    from interviewer_app.kits import source

    try:
        data = source.read_bytes(path)
    except source.UnreadableError as problem:
        raise KitProblem((source.refusal(str(path), problem),)) from problem
    return load(data, str(path))


def tables(path: Path) -> dict[str, Any]:
    """What `load_file` gives, empty for what is no TOML; kept until the file changes, so look only."""
    from interviewer_app.kits import read

    return read.tables(path)


def reminders() -> tuple[str, ...]:
    """The short lines to tick before a call, in order."""
    wanted = {rules.reminders for rules in shipped().rules}
    return tuple(line.text for c in shipped().checklists if c.id in wanted for line in c.lines)


def checklists() -> "tuple[Checklist, ...]":
    """Every shipped checklist, those that belong to an opening rather than to a prompt too."""
    return shipped().checklists


def shipped_paths() -> tuple[Path, ...]:
    """The shipped kit files, by name."""
    return tuple(sorted(assets.path("kits").glob("*.toml")))
