"""The sub-commands: everything about interviews that needs no window, and no Qt. Imported by __main__ only.

Exit codes: 0 done, 1 failed, 2 usage, 3 invalid input file, 4 database busy, locked or newer. Complaints go
to stderr, one line each. Storage, kits, report and exchange load when a command needs them, so that --help
answers at once.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from interviewer_app import __version__
from interviewer_app.domain import errors
from interviewer_app.domain.phase import Phase
from interviewer_app.settings import DATABASE, data_folder
from interviewer_app.text import _

if TYPE_CHECKING:
    from interviewer_app.domain.changes import Exported
    from interviewer_app.domain.interview import Interview
    from interviewer_app.domain.moments import Moment
    from interviewer_app.domain.packet.summary import Summary
    from interviewer_app.storage.reader import Reader

DONE, FAILED, USAGE, INVALID, BUSY = range(5)
_MOST_DEMOS = 1_000_000


def main(argv: Sequence[str]) -> int:
    """Run one sub-command; returns the exit code and never raises for a Problem."""
    try:
        arguments = _parser().parse_args(argv)
        run: Callable[[argparse.Namespace], int] = arguments.run
        with ExitStack() as arguments.opened:
            return run(arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except errors.Problem as problem:
        _complain(problem.line())
        return exit_code(problem)


def exit_code(problem: errors.Problem) -> int:
    """What a Problem means to a script."""
    match problem:
        case errors.KitProblem() | errors.NotOurFile() | errors.DamagedFile():
            return INVALID
        case errors.StoreBusy() | errors.NewerFile():
            return BUSY
        case _:
            return FAILED


# -- kits ------------------------------------------------------------------------------------------


def _kit_check(arguments: argparse.Namespace) -> int:
    from interviewer_app.exchange import listings
    from interviewer_app.kits import library

    found = library.read_files(map(Path, arguments.files))
    if arguments.json:
        _print(listings.json_list(map(listings.finding_record, found.findings)))
    else:
        for finding in found.findings:
            _complain(finding.text())
        counts = _("Kits: {kits}. Errors: {errors}. Warnings: {warnings}.")
        fatal, told = len(found.errors), len(found.findings)
        print(counts.format(kits=len(found.kits), errors=fatal, warnings=told - fatal))
    return INVALID if found.errors else DONE


def _kit_list(arguments: argparse.Namespace) -> int:
    from interviewer_app.exchange import listings
    from interviewer_app.kits import library

    shelf = library.shipped()
    if arguments.json:
        _print(listings.json_list(map(listings.kit_record, shelf.kits)))
    else:
        _print(map(listings.kit_line, shelf.kits))
    return DONE


# -- reading ---------------------------------------------------------------------------------------


def _list(arguments: argparse.Namespace) -> int:
    from interviewer_app.exchange import listings

    rows = listings.every_row(_reader(arguments))
    wanted = (row for row in rows if arguments.phase in ("", row.phase))
    if arguments.json:
        _print(listings.json_list(map(listings.row_record, wanted)))
    else:
        now = _now().utc
        _print(listings.row_line(row, now) for row in wanted)
    return DONE


def _show(arguments: argparse.Namespace) -> int:
    from interviewer_app.exchange import listings, markdown, records

    reader = _reader(arguments)
    [(summary, phase)] = _summaries(reader, [listings.find(reader, arguments.id)])
    if arguments.json:
        print(records.to_json(summary, phase).decode("utf-8"), end="")
    else:
        print(markdown.plain(summary), end="")
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from interviewer_app.exchange import listings
    from interviewer_app.storage import checks, migrations

    path = _database(arguments)
    if not path.exists():
        print(_("There are no interviews in {folder} yet.").format(folder=path.parent))
        return DONE
    with suppress(errors.NotOurFile, errors.DamagedFile):  # they are what a check is for
        migrations.is_current(path)
    found = checks.check(path)
    if arguments.json:
        _print(listings.json_list({"problem": sentence} for sentence in found))
    elif found:
        for sentence in found:
            _complain(sentence)
    else:
        print(_("{path} is sound.").format(path=path))
    return FAILED if found else DONE


def _reader(arguments: argparse.Namespace) -> "Reader":
    """The library, brought up to date first if an older version wrote it; works beside an open window."""
    from interviewer_app.storage import migrations
    from interviewer_app.storage.lock import FolderLock
    from interviewer_app.storage.reader import Reader

    path = _database(arguments)
    if not migrations.is_current(path):
        with FolderLock(path.parent):
            migrations.ensure(path, _now().utc)
    reader: Reader = arguments.opened.enter_context(closing(Reader(path)))
    return reader


# -- export ----------------------------------------------------------------------------------------


def _export(arguments: argparse.Namespace) -> int:
    from interviewer_app.exchange import files, listings, tables

    reader, folder = _reader(arguments), Path(arguments.to).expanduser()
    if arguments.all:
        ids = list(reader.ids(Phase.LIVE, Phase.TO_REVIEW, Phase.FINALISED))
    else:
        ids = list(dict.fromkeys(listings.find(reader, wanted) for wanted in arguments.ids))
    if arguments.format == "csv":
        lines = tables.csv_lines(_summaries(reader, ids))
        print(files.write_new(folder, "interviews.csv", lines))
        return DONE
    done: list[Exported] = []
    try:
        for summary, phase in _summaries(reader, ids):
            _export_one(folder, arguments.format, summary, phase, done)
    finally:
        _remember(_database(arguments), done)
    return DONE


def _export_one(folder: Path, form: str, summary: "Summary", phase: Phase, done: list["Exported"]) -> None:
    """Write one interview and print its path; a finished packet is added to `done`."""
    import hashlib

    from interviewer_app.domain.changes import Exported
    from interviewer_app.exchange import files, markdown, records
    from interviewer_app.report import pdf

    name = Path(pdf.file_name(summary)).with_suffix(f".{form}").name
    match form:
        case "json":
            data = records.to_json(summary, phase)
        case "md":
            data = markdown.markdown(summary).encode("utf-8", "replace")
        case _:
            packet = pdf.packet(summary, app_version=__version__)
            data = packet.data
            if packet.missing:
                told = _("{name}: no font for {characters}; boxes stand in their place.")
                _complain(told.format(name=name, characters=" ".join(packet.missing)))
    path = files.write_new(folder, name, (data,))
    print(path)
    if summary.draft:
        _complain(_("{name}: not finalised, written as a draft.").format(name=path.name))
    elif form == "pdf":
        digest = hashlib.sha256(data).hexdigest()
        done.append(Exported(summary.interview_id, _now().utc, str(path.absolute()), digest))


def _remember(path: Path, done: list["Exported"]) -> None:
    """Let the library know of written packets, if nobody else is writing in it just now."""
    if not done:
        return
    from interviewer_app.storage.lock import FolderLock
    from interviewer_app.storage.writer import Writer

    # Without the lock the files are there all the same, and they are what was asked for.
    with suppress(errors.StoreBusy, errors.ReadOnlyStore), FolderLock(path.parent):
        writer = Writer(path, lambda _event: None, now=lambda: _now().utc)
        writer.start()
        writer.put(tuple(done))
        writer.close()


def _summaries(reader: "Reader", ids: Iterable[str]) -> Iterator[tuple["Summary", Phase]]:
    from interviewer_app.domain.packet.summary import summarise

    for interview in map(reader.load, ids):
        adjusted = reader.opening_has_adjusted_time(interview.opening.id)
        yield summarise(interview, _now(), show_minutes=not adjusted), interview.phase


# -- writing ---------------------------------------------------------------------------------------


def _backup(arguments: argparse.Namespace) -> int:
    from interviewer_app.storage.backup import backup

    path, to = _database(arguments), Path(arguments.file).expanduser().absolute()
    _refuse_itself(path, to)
    backup(path, to)
    print(to)
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    from interviewer_app.storage.backup import restore
    from interviewer_app.storage.lock import FolderLock

    path, source = _database(arguments), Path(arguments.file).expanduser().absolute()
    _refuse_itself(path, source)
    if not source.is_file():
        raise errors.NotOurFile(
            _("There is no backup {source}.").format(source=source), _("Check the name and the folder.")
        )
    with FolderLock(path.parent):
        kept = restore(path, source, _now().utc)
    print(_("Restored from {source}.").format(source=source))
    if kept is not None:
        print(_("What was there before is kept at {kept}.").format(kept=kept))
    return DONE


def _demo(arguments: argparse.Namespace) -> int:
    from interviewer_app.exchange import demo
    from interviewer_app.kits import library
    from interviewer_app.storage import bulk, migrations
    from interviewer_app.storage.lock import FolderLock

    kit = library.shipped().example
    if kit is None:
        raise errors.KitProblem(library.shipped().errors)
    seed, until = arguments.seed, demo.UNTIL
    if seed is None:
        # Nobody asked for the same data again, so it may be new, and end with today.
        seed = int.from_bytes(os.urandom(3))
        until = _now().utc.replace(hour=0, minute=0, second=0, microsecond=0)
    path = _database(arguments)
    with FolderLock(path.parent):
        migrations.ensure(path, _now().utc)
        if next(demo.made_up(1, seed, kit, until=until)).id in set(_reader(arguments).ids()):
            raise errors.Problem(
                _("The made-up interviews of seed {seed} are here already.").format(seed=seed),
                _("Give another seed."),
            )
        made = _told(demo.made_up(arguments.count, seed, kit, until=until), arguments.count)
        # Nothing made here refers to itself, and looking for what does would take a third of the time.
        gc.disable()
        try:
            count = bulk.insert_many(path, made)
        finally:
            gc.enable()
    print(_("Made-up interviews added: {n} (seed {seed}).").format(n=count, seed=seed))
    return DONE


def _told(interviews: Iterable["Interview"], count: int) -> Iterator["Interview"]:
    """The same interviews; somebody who watches is told how far they are."""
    watched = sys.stderr.isatty()
    for number, interview in enumerate(interviews, 1):
        if watched and number % 1_000 == 0:
            print(f"{number:,} / {count:,}", end="\r", file=sys.stderr, flush=True)
        yield interview


def _refuse_itself(path: Path, other: Path) -> None:
    """The live database is neither a place for a backup nor one."""
    # Compared by name: opening the file, even to look, could drop SQLite's locks on it.
    if path.resolve() == other.resolve() or (path.exists() and other.exists() and path.samefile(other)):
        raise errors.Problem(_("{path} is the database itself.").format(path=other), _("Name another file."))


# -- the command line ------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    # typing_extensions and its @override would cost 10 ms of every --help.
    def error(self, message: str) -> NoReturn:  # type: ignore[explicit-override]
        _complain(f"{self.prog}: {' '.join(message.split())}")
        raise SystemExit(USAGE)


def _parser() -> _Parser:
    about = _("Structured interviews on your own computer. Without a command the window opens.")
    parser = _Parser(prog="interviewer-app", description=about)
    parser.add_argument("--version", action="version", version=f"Interviewer {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", default="", help=_("keep everything in this folder"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    kit = commands.add_parser("kit", help=_("check kit files, list kits")).add_subparsers(
        metavar="COMMAND", required=True
    )
    one = _command(kit, "check", _("say everything that is wrong with kit files"), _kit_check, listing=True)
    one.add_argument("files", nargs="+", metavar="FILE")
    _command(kit, "list", _("list the kits that come with the program"), _kit_list, listing=True)
    one = _command(commands, "list", _("list interviews, those that need you first"), _list, listing=True)
    one.add_argument("--phase", choices=[phase.value for phase in Phase], default="")
    one = _command(commands, "show", _("print one interview"), _show, listing=True)
    one.add_argument("id", metavar="ID", help=_("beginning of its id or of the candidate's name"))
    _export_options(_command(commands, "export", _("write packets or data into a folder"), _export))
    _command(commands, "backup", _("write a copy of the database"), _backup).add_argument(
        "file", metavar="FILE"
    )
    one = _command(commands, "restore", _("put a copy in the place of the database"), _restore)
    one.add_argument("file", metavar="FILE")
    _command(commands, "check", _("say whether the database is sound"), _check, listing=True)
    one = _command(commands, "demo", _("add made-up interviews"), _demo)
    one.add_argument("--count", type=_count, default=20, metavar="N", help=_("how many, 20 unless said"))
    one.add_argument("--seed", type=int, metavar="S", help=_("the same seed makes the same interviews"))
    return parser


def _export_options(one: argparse.ArgumentParser) -> None:
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("ids", nargs="*", default=[], metavar="ID", help=_("beginning of an id or a name"))
    which.add_argument("--all", action="store_true", help=_("every interview that was begun"))
    one.add_argument("--to", required=True, metavar="DIR", help=_("a folder that is there"))
    one.add_argument("--format", choices=("pdf", "json", "csv", "md"), default="pdf")


def _command(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    help_text: str,
    run: Callable[[argparse.Namespace], int],
    *,
    listing: bool = False,
) -> argparse.ArgumentParser:
    one = commands.add_parser(name, help=help_text, description=help_text)
    one.set_defaults(run=run)
    # Without a default, so that the folder given before the command is not forgotten.
    one.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    if listing:
        one.add_argument("--json", action="store_true", help=_("print JSON"))
    return one


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST_DEMOS:
        raise argparse.ArgumentTypeError(_("a number from 1 to {most}").format(most=f"{_MOST_DEMOS:,}"))
    return int(text)


def _database(arguments: argparse.Namespace) -> Path:
    return data_folder(arguments.data_dir) / DATABASE


def _now() -> "Moment":
    from interviewer_app.domain.moments import Moment

    local = datetime.now(UTC).astimezone()
    offset = local.utcoffset()
    # No name for this run of the computer: readings of other processes are compared by the wall clock.
    return Moment(local.astimezone(UTC), 0.0, "cli", int(offset.total_seconds() // 60) if offset else 0)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _complain(line: str) -> None:
    print(line, file=sys.stderr)
