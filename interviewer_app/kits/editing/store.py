"""The user's kit files on disk: imported after a report, exported as they are, never half written.

Imported by controllers/kits and controllers/kits/editor.py.
"""

import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from interviewer_app.domain.errors import Problem, ReadOnlyStore
from interviewer_app.kits import library
from interviewer_app.text import _
from interviewer_app.whole_files import replace_whole

SUFFIX = ".toml"
DRAFT = ".draft"
OLDER = "older"
"""Folder for the versions that newer ones have replaced."""

_MOST = 2 * 1024 * 1024 + 1


class KitFolder:
    """The folder of the user's kit files and drafts; made when something is first put into it."""

    def __init__(self, folder: Path, shipped: Iterable[Path]) -> None:
        self.path = folder
        self.shipped = tuple(shipped)

    def own(self) -> tuple[Path, ...]:
        """The user's kit files, by name."""
        return tuple(sorted(self.path.glob(f"*{SUFFIX}"))) if self.path.is_dir() else ()

    def drafts(self) -> tuple[str, ...]:
        """Ids of the files that are being edited."""
        return tuple(sorted(p.stem for p in self.path.glob(f"*{DRAFT}"))) if self.path.is_dir() else ()

    def stamp(self) -> tuple[object, ...]:
        """What differs once a kit file has changed, come or gone."""
        return tuple(map(_stamp, (*self.own(), *self.shipped)))

    def place(self, file_id: str) -> Path:
        """Where the file with this id lies, or would: ids are slugs, so they are good names."""
        for path in self.own():
            if library.tables(path).get("id") == file_id:
                return path
        # A file of that name may hold another id.
        names = (f"{file_id}{'' if number == 1 else f'-{number}'}{SUFFIX}" for number in count(1))
        return next(path for path in map(self.path.joinpath, names) if not path.exists())

    def others(self, file_id: str) -> list[Path]:
        """The user's kit files but the one with this id."""
        place = self.place(file_id)
        return [path for path in self.own() if path != place]

    def draft(self, file_id: str) -> Path:
        """Where the draft of this file lies, or would."""
        return self.path / f"{file_id}{DRAFT}"

    def origin(self, file_id: str) -> Path:
        """Where the untouched copy lies that a draft began as."""
        return self.path / OLDER / f"{file_id}-origin{SUFFIX}"

    def store(self, file_id: str, data: bytes) -> Path:
        """Put a file in place of the one with this id, which is kept among the older ones."""
        place = self.place(file_id)
        if place.exists():
            before = library.tables(place)
            # A file put here by hand may say anything.
            version = re.sub(r"[^0-9A-Za-z.-]", "_", str(before.get("content_version", "0")))[:40]
            kept = self.path / OLDER / f"{place.stem}-{version}{SUFFIX}"
            write_whole(kept, read_bytes(place))
        write_whole(place, data)
        return place


def write_whole(place: Path, data: bytes) -> None:
    """Put bytes into a file all at once: it is the old or the new one, never a part. Raises ReadOnlyStore."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(place, (data,))
    except OSError as error:
        raise ReadOnlyStore(
            _("The file {name} could not be written: {why}.").format(
                name=place.name, why=(error.strerror or _("unknown reason")).lower()
            ),
            _("Make room, or ask for the right to write there, and try again."),
        ) from error


def remove(place: Path) -> None:
    """Take a file away if it is there. Raises ReadOnlyStore."""
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise ReadOnlyStore(
            _("The file {name} could not be removed: {why}.").format(
                name=place.name, why=(error.strerror or _("unknown reason")).lower()
            ),
            _("Ask for the right to write there, and try again."),
        ) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file to import, at most one more than a kit file may have; raises Problem."""
    try:
        if not path.is_file():
            raise Problem(_("{name} is not a file.").format(name=path.name), _("Choose a kit file."))
        with path.open("rb") as file:
            return file.read(_MOST)
    except OSError as error:
        why = (error.strerror or _("unknown reason")).lower()
        raise Problem(
            _("{name} cannot be read: {why}.").format(name=path.name, why=why), _("Choose another file.")
        ) from error


def _stamp(path: Path) -> tuple[object, ...]:
    try:
        now = path.stat()
    except OSError:
        return (path,)
    return (path, now.st_mtime_ns, now.st_size, now.st_ino)
