"""The database as a whole: is it sound, a copy of it, and a copy put in its place. For cli/main.py."""

import argparse
from contextlib import suppress
from pathlib import Path

from interviewer_app.cli import data, output
from interviewer_app.domain import errors
from interviewer_app.exchange import listings
from interviewer_app.storage import checks, migrations
from interviewer_app.storage.backup import backup, restore
from interviewer_app.storage.lock import FolderLock
from interviewer_app.text import _


def check(arguments: argparse.Namespace) -> int:
    """Say whether the database is sound."""
    path = data.database(arguments)
    if not path.exists():
        print(_("There are no interviews in {folder} yet.").format(folder=path.parent))
        return output.DONE
    with suppress(errors.NotOurFile, errors.DamagedFile):  # they are what a check is for
        migrations.is_current(path)
    found = checks.check(path)
    if arguments.json:
        output.print_lines(listings.json_list({"problem": sentence} for sentence in found))
    elif found:
        for sentence in found:
            output.complain(sentence)
    else:
        print(_("{path} is sound.").format(path=path))
    return output.FAILED if found else output.DONE


def backup_database(arguments: argparse.Namespace) -> int:
    """Write a copy of the database."""
    path, to = data.database(arguments), Path(arguments.file).expanduser().absolute()
    _refuse_itself(path, to)
    backup(path, to)
    print(to)
    return output.DONE


def restore_database(arguments: argparse.Namespace) -> int:
    """Put a copy in the place of the database; what was there is kept."""
    path, source = data.database(arguments), Path(arguments.file).expanduser().absolute()
    _refuse_itself(path, source)
    if not source.is_file():
        raise errors.NotOurFile(
            _("There is no backup {source}.").format(source=source), _("Check the name and the folder.")
        )
    with FolderLock(path.parent):
        kept = restore(path, source, data.now().utc)
    print(_("Restored from {source}.").format(source=source))
    if kept is not None:
        print(_("What was there before is kept at {kept}.").format(kept=kept))
    return output.DONE


def _refuse_itself(path: Path, other: Path) -> None:
    """The live database is neither a place for a backup nor one."""
    # Compared by name: opening the file, even to look, could drop SQLite's locks on it.
    if path.resolve() == other.resolve() or (path.exists() and other.exists() and path.samefile(other)):
        raise errors.Problem(_("{path} is the database itself.").format(path=other), _("Name another file."))


COMMANDS = {"check": check, "backup": backup_database, "restore": restore_database}
