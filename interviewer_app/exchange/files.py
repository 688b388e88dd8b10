"""How an exported file gets its place: whole, under a name of its own. Imported by controllers and cli."""

import errno
import filecmp
import os
from collections.abc import Iterable
from pathlib import Path

from interviewer_app.domain.errors import ExportProblem
from interviewer_app.text import _
from interviewer_app.whole_files import draft_of, forget, settle


def write_new(folder: Path, name: str, chunks: Iterable[bytes]) -> Path:
    """Write a file into a folder without replacing another one; returns its path.

    A name that is taken gets a number, unless the file there says exactly the same: then it stays as it is.
    It is whole or not there. Raises ExportProblem.
    """
    if not folder.is_dir():
        raise ExportProblem(
            _("The folder {folder} is not there.").format(folder=folder),
            _("Make it, or choose another one."),
        )
    draft = draft_of(folder / name)
    try:
        with draft.open("wb") as file:
            file.writelines(chunks)
        path = _place(draft, folder / name)
        if not path.exists():
            settle(draft, path)
    except OSError as error:
        raise _not_written(folder, error) from error
    finally:
        forget(draft)
    return path


def _place(draft: Path, wanted: Path) -> Path:
    """The first of name, name-2, name-3 that is free or holds the same bytes."""
    path, number = wanted, 1
    while os.path.lexists(path):
        if path.is_file() and filecmp.cmp(draft, path, shallow=False):
            return path
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return path


def _not_written(folder: Path, error: OSError) -> ExportProblem:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ExportProblem(
            _("The disk with {folder} is full.").format(folder=folder), _("Make room, then export again.")
        )
    return ExportProblem(
        _("Nothing can be written in {folder}.").format(folder=folder),
        _("Check its rights, or choose another one."),
    )
