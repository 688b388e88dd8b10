"""Files that are whole or not there, whatever happens while they are written. Below kits and storage."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def replace_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file all at once: the old one stays until the new one is complete and on the disk.

    Where a link stands, the file it leads to is written. Raises OSError, or what `chunks` raises; then the
    old file is as it was, and nothing half-written stays.
    """
    path = Path(os.path.realpath(path))
    draft = draft_of(path)
    try:
        with draft.open("wb") as file:
            file.writelines(chunks)
        settle(draft, path)
    finally:
        forget(draft)


def draft_of(path: Path) -> Path:
    """Where to write a file before it is settled: beside its place, out of sight, this process's own."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def settle(draft: Path, path: Path) -> None:
    """Give a finished draft its name, in a way that also survives a power cut. Raises OSError.

    Who may read a file that was there already may read the new one, and nobody else.
    """
    _sync(draft)
    with suppress(OSError):
        draft.chmod(path.stat().st_mode & 0o777)
    draft.replace(path)
    if os.name == "posix":
        # Some network folders refuse; the file itself is down already.
        with suppress(OSError):
            _sync(path.parent)


def forget(draft: Path) -> None:
    """Take a draft away if it is there; where even that fails, the first failure is the one to tell."""
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
