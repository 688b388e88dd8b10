"""Where the files around a database lie and what its copies are called. For storage, app and cli."""

from datetime import UTC, datetime
from pathlib import Path

from interviewer_app.domain.errors import ReadOnlyStore
from interviewer_app.text import _

KEPT = 5
"""Copies made before migrating or restoring that are kept; older ones make room."""


def backups_folder(path: Path) -> Path:
    """The folder that holds the copies of a database."""
    return path.parent / "backups"


def private_folder(folder: Path) -> None:
    """Make the folder, for its owner alone, unless it is there; ReadOnlyStore when it cannot be made."""
    try:
        # Its parents (~/.local/share) are everybody's business, so only the last one is private.
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ReadOnlyStore(
            _("The folder {folder} cannot be made.").format(folder=folder),
            _("Choose another data folder, or ask for the right to write there."),
        ) from error


def copy_name(path: Path, reason: str, now: datetime) -> Path:
    """Where to keep a copy made at `now`; names sort by time."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    return backups_folder(path) / f"{path.stem}-{stamp}-{reason}.db"


def newest_backup(folder: Path) -> Path | None:
    """The copy in the folder that was written last; None when there is none."""
    try:
        copies = [(file.stat().st_mtime_ns, file) for file in folder.glob("*.db") if file.is_file()]
    except OSError:
        return None
    return max(copies)[1] if copies else None


def thin(path: Path, spare: Path | None = None) -> None:
    """Keep the newest copies that storage made by itself, and `spare`; others are not touched."""
    own = sorted(backups_folder(path).glob(f"{path.stem}-*Z-before-*.db"))
    for old in own[:-KEPT]:
        if spare is None or old.name != spare.name:
            old.unlink(missing_ok=True)
